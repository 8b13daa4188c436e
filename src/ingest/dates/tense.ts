const futureWords =
  /^(?:состо[ия]тся|пройд[её]т|пройдут|проведут|провед[её]т|планиру\p{L}*|запланирован\p{L}*|намечен[аоы]?|намерен[аоы]?|предстоит|предстоят|ожидается|ожидаются|откро[ею]тся|начн[её]т(?:ся)?|начнутся|вступ[ия]т|завершится|завершатся|приед[еу]т|прибуд[еу]т|встрет[ия]тся|примет|примут|подпишут|подпишет|соберутся|соберется|обсудят|рассмотр[ия]т|продл[ия]тся|выступит|посетит|посетят|обещан[аоы]?|will|shall|scheduled|planned|upcoming)$/u;
// Perfective verbs, whose plain form is the future. Those of going, leading and taking are known by their shape: «пройдёт»
// but «идёт», «приведёт» but «ведёт»; the rest share their endings with the present («проводит») and are listed.
const perfectives =
  /^(?:\p{L}+йд(?:[её]т|ут)(?:ся)?|прид(?:[её]т|ут)(?:ся)?|\p{L}{2,}вед(?:[её]т|ут)(?:ся)?|(?:вы|по|у|за)ед[еу]т|(?:соб|изб|наб)ер(?:[её]т|ут)(?:ся)?|займ(?:[её]т|ут)(?:ся)?|предприм(?:ет|ут)|откро[ею]т|(?:добав|появ|отправ|сократ|увелич|продолж|присоедин|возобнов)[ия]тся|(?:получ|поступ|постав|утверд|подготов|представ|направ|возглав|объяв|состав|определ|разреш|одобр)[ия]т|(?:ста|достиг)н[еу]т|верн[её]тся|вернутся|(?:с|по)мо(?:жет|гут)|(?:за|раз)работа[ею]т|вырас?т[еу]т|(?:за|у|пере|по|от)?да(?:ст|дут)|созда(?:ст|дут))$/u;
// «Будет» also tells of what goes on: it leans forward, no more.
const leaningWords = /^буд[еу]т$/u;
// A plan that was, was moved or called off may lie on either side: «должно было пройти 8 июня», «заседание 5 мая отменено».
const planWords =
  /^(?:должен|должн[аоы]|(?:за)?планировал\p{L}*|намечал\p{L}*|намеревал\p{L}*|предполагал\p{L}*|ожидал(?:ся|[аои]сь)|перен[её]с\p{L}*|перенос\p{L}*|отложен\p{L}*|отмен\p{L}*|postponed|rescheduled|cancell?ed|supposed|due)$/u;
// Verbs in -л, -ла, -ло, -ли with and without -ся; short participles.
const pastWords =
  /^(?:был[аои]?|шл[аои]|\p{L}{2,}[аеиоуыяё]л(?:[аои]|ся|[аои]сь)?|\p{L}*(?:шел|шёл|шл[аои]|[зс]л[аои])|\p{L}{3,}(?:ан|ен|ят|ит)[аоы]|\p{L}{2,}(?:ован|еден|исан|ложен|нят)|was|were|had|held|took|met|said|\p{L}{3,}ed)$/u;
// Nouns of the same endings; those in -стан are lands.
const notVerbs = new Set(
  "если целое целом число дело тыл тыла тыле дела села сила силы силе угла школа начала начало материала материалы страна страны органа органы члена члены цена цены смена смены замена замены охрана охраны визита визиты защита защиты лимита лимиты кредита кредиты бандита бандиты".split(
    " ",
  ),
);

// «будет подписан», «может быть принято»: with these before it a short participle tells nothing past.
const auxiliary = /^(?:буд[еу]т|быть)$/u;
const participle = /(?:[аеёя]н|[аеияоу]т)[аоы]?$/u;
/** How many words may part the two: «будет в марте торжественно подписан». */
const parted = 5;

/** Which way verbs point; `leaning` is forward without certainty. */
export type Tense = "past" | "future" | "leaning" | null;

// What a clause has that tells its time, and where clauses and sentences end.
const [past, future, leaning, plan, comma, stop] = [1, 2, 4, 8, 16, 32] as const;
type Sign = typeof past | typeof future | typeof leaning | typeof plan | typeof comma | typeof stop;

/** Characters looked at on either side. */
const reach = 160;

/**
 * Answers which way the verbs near a span point: those of the clause it stands in, else of its sentence; null when they say nothing
 * or both. Asked in order of place it looks at each character of the text at most once, and at none far from the spans.
 */
export function tenses(text: string): (start: number, end: number) => Tense {
  const words = /\p{L}+|[.!?](?=\s|$)|\n|[,;:](?=\s)/gu;
  let places: number[] = [];
  let signs: Sign[] = [];
  let [low, high] = [0, 0];
  let since = Infinity;
  let being = "";
  const scan = (from: number, to: number) => {
    if (from > high || from < low) {
      [places, signs] = [[], []];
      [low, high] = [from, from];
      since = Infinity;
    }
    words.lastIndex = high;
    while (high < to) {
      const m = words.exec(text);
      high = m ? words.lastIndex : text.length;
      if (!m) break;
      const [sign] = m;
      const word = sign.toLowerCase();
      let said = sign === "\n" || /^[.!?]/.test(sign) ? stop : /^[,;:]/.test(sign) ? comma : signOf(word);
      if (said === stop) since = Infinity;
      else if (auxiliary.test(word)) [since, being] = [0, word];
      else if (++since <= parted && said === past && participle.test(word)) said = being === "быть" ? leaning : future;
      if (!said) continue;
      places.push(m.index);
      signs.push(said);
    }
  };
  return (start, end) => {
    scan(Math.max(0, start - reach), end + reach);
    // Which signs were met, as one bit each: this is asked for every date without its year.
    let clause = 0;
    let sentence = 0;
    const look = (from: number, step: 1 | -1, first: number, last: number) => {
      let near = true;
      for (let k = from; k >= 0 && k < places.length; k += step) {
        const place = places[k] ?? 0;
        const sign = signs[k] ?? stop;
        if (place < first || place >= last || sign === stop) return;
        if (sign === comma) near = false;
        else {
          sentence |= sign;
          if (near) clause |= sign;
        }
      }
    };
    const middle = countBelow(places, start);
    look(middle - 1, -1, start - reach, start);
    look(start === end ? middle : countBelow(places, end), 1, end, end + reach);
    return verdict(clause) ?? (clause & plan ? null : (closest(middle - 1, start, clause) ?? verdict(sentence)));
  };

  // «подписал меморандум и вступит в апреле»: of a clause that says both, the verb right before the date.
  function closest(k: number, start: number, clause: number): Tense {
    const sign = signs[k];
    if (!(clause & past) || !(clause & future) || start - (places[k] ?? 0) > 24) return null;
    return sign === future ? "future" : sign === past ? "past" : null;
  }
}

function verdict(signs: number): Tense {
  if (signs & plan) return null;
  const [ahead, behind] = [(signs & future) > 0, (signs & past) > 0];
  if (ahead === behind) return !ahead && signs & leaning ? "leaning" : null;
  return ahead ? "future" : "past";
}

/** How many of the rising numbers are less than `limit`. */
export function countBelow(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Words come again and again; what a word is need be found out once. Emptied when full, so that memory stays bounded.
const known = new Map<string, Sign | null>();

function signOf(word: string): Sign | null {
  const seen = known.get(word);
  if (seen !== undefined) return seen;
  const points = planWords.test(word)
    ? plan
    : futureWords.test(word) || perfectives.test(word)
      ? future
      : leaningWords.test(word)
        ? leaning
        : pastWords.test(word) && !notVerbs.has(word) && !/стан[аоы]$/.test(word)
          ? past
          : null;
  if (known.size >= 50_000) known.clear();
  known.set(word, points);
  return points;
}
