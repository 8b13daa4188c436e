import {known} from "../known.ts";

// Perfective verbs, whose plain form is the future, and words that say outright that something is to come.
const futureWords =
  /^(?:состо[ия]тся|пройд[её]т|пройдут|проведут|провед[её]т|планиру\p{L}*|запланирован\p{L}*|намечен[аоы]?|намерен[аоы]?|предстоит|предстоят|ожидается|ожидаются|откро[ею]тся|начн[её]т(?:ся)?|начн[её]м|начнутся|начнут|вступ[ия]т|завершится|завершатся|приед[еу]т|прибуд[еу]т|встрет[ия]тся|примет|примут|подпишут|подпишет|соберутся|соберется|обсудят|рассмотр[ия]т|продл[ия]тся|выступит|посетит|посетят|обещан[аоы]?|will|shall|scheduled|planned|upcoming|forthcoming)$/u;
// Those of going, leading and taking are known by their shape: «пройдёт» but «идёт», «приведёт» but «ведёт»; the rest share
// their endings with the present («проводит») and are listed.
const perfectives =
  /^(?:\p{L}+йд(?:[её]т|ут)(?:ся)?|прид(?:[её]т|ут)(?:ся)?|\p{L}{2,}вед(?:[её]т|ут)(?:ся)?|(?:вы|по|у|за)ед[еу]т|(?:соб|изб|наб)ер(?:[её]т|ут)(?:ся)?|займ(?:[её]т|ут)(?:ся)?|предприм(?:ет|ут)|откро[ею]т|(?:добав|появ|отправ|сократ|увелич|продолж|присоедин|возобнов)[ия]тся|(?:получ|поступ|постав|утверд|подготов|представ|направ|возглав|объяв|состав|определ|разреш|одобр|охват|подключ|обсуд|посет)[ия]т|(?:ста|достиг)н[еу]т|верн[её]тся|вернутся|(?:с|по)мо(?:жет|гут)|(?:за|раз|от)работа[ею]т|вырас?т[еу]т|(?:за|у|пере|по|от)?да(?:ст|дут)|созда(?:ст|дут))$/u;
// «Будет» also tells of what goes on, and a beginning in the present («стартует», «вступает») is mostly still to come; so is what
// one prepares for or invites to. They lean forward, no more.
const leaningWords =
  /^(?:буд[еу]т|старту[ею]т|(?:начина|открыва|заверша|собира)[ею]тся|(?:начина|открыва|вступа)[ею]т|готов[ия]тся|подготовк\p{L}*|приглаш\p{L}*|преддверии|begins?|starts?|opens?|preparations?|invited)$/u;
// A plan that was, was moved or called off may lie on either side: «должно было пройти 8 июня», «заседание 5 мая отменено».
const planWords =
  /^(?:должен|должн[аоы]|(?:за)?планировал\p{L}*|намечал\p{L}*|намеревал\p{L}*|предполагал\p{L}*|ожидал(?:ся|[аои]сь)|перен[её]с\p{L}*|перенос\p{L}*|отложен\p{L}*|отмен\p{L}*|postponed|rescheduled|cancell?ed|supposed|due)$/u;
// What is to come, told beside its noun: «к намеченному на август учению», «на предстоящем 20 декабря саммите».
const dueWords =
  /^(?:намеченн|назначенн|запланированн|предстоящ|грядущ|намечаем|планируем|ожидаем|предполагаем|стартующ|начинающ|открывающ)\p{L}{2,5}$/u;
// What is over, told the same way: «состоявшегося в декабре саммита», «подписанного 5 мая»; «открытие», «мероприятие» and
// «весенний» are no participles, as their endings tell.
const doneWords =
  /^(?!бывш|младш|\p{L}*(?:ственн|временн|военн|внутренн|единенн|единённ|де[вс]ят))\p{L}{3,}(?:[вд]ш(?:ий|его|ему|им|ем|ей|ая|ую|юю|ее|ие|их|ими)(?:ся)?|(?:[ае]нн|ённ|ят|[кр]ыт)(?:ый|ого|ому|ым|ом|ой|ая|ую|ое|ые|ых|ыми))$/u;
// Of other people's words the verb tells when they were said, not when the thing was.
const reportWords =
  /^(?:(?:(?:про)?информирова|сообщ[иа]|заяв(?:и|ля)|отме(?:ти|ча)|подчерк(?:ну|ива)|уточн[ия]|добав(?:и|ля)|поясн[ия]|объясн[ия]|напом(?:ни|ина)|упомяну|констатирова|подтверди|предупреди|завери|доложи|расска(?:за|зыва)|сказа|указа|написа|говори|объяв(?:и|ля)|анонсирова|прокомментирова|замети|вырази)л(?:[аои]|[ао]сь)?|said|told|announced|reported|noted|added|stated|stressed|declared|informed|explained|confirmed|recalled)$/u;
// Verbs in -л, -ла, -ло, -ли with and without -ся; short participles.
const pastWords =
  /^(?:был[аои]?|шл[аои]|\p{L}{2,}[аеиоуыяё]л(?:[аои]|ся|[аои]сь)?|\p{L}*(?:шел|шёл|шл[аои]|[зс]л[аои])|\p{L}{3,}(?:ан|ен|ят|ит)[аоы]|\p{L}{2,}(?:ован|еден|исан|ложен|нят|жден|щен|лючен|авлен|овлен)|\p{L}{3,}ён|\p{L}{2,}крыт[аоы]?|was|were|had|held|took|met|\p{L}{3,}ed)$/u;
// Nouns and small words of the same endings; those in -стан are lands.
const masculine =
  "арсенал аул вокзал вымысел генерал замысел интервал канал капитал капитул карнавал квартал котел криминал либерал маршал материал мемориал металл минерал муниципал мускул нелегал обвал обстрел орел оригинал отдел отель павел перевал передел персонал подвал подотдел подраздел портал посол потенциал предел причал провал произвол промысел протокол развал раздел раскол расстрел ритуал сериал сигнал символ скандал ствол стимул стол телеканал терминал титул транспортал трибунал тротил тыл угол удел узел умысел универсал факел филиал финал финотдел функционал футбол волейбол баскетбол гандбол журнал адмирал выстрел";
const others =
  "если около сначала изначала целое целом число числа дело дела тело тела село села масло масла русло русла кресло кресла ремесло ремесла зеркало зеркала правило правила тыла тыле тыли сила силы силе угла школа шкала скала смола зала начало начала похвала могила формула стрела гала посла мысли недели модели детали медали автомобили фестивали госпитали педали отели пароли контроли патрули короли гастроли вертикали морали печали туннели панели корабли немало мало весело смело страна страны органа органы члена члены цена цены смена смены замена замены обмена перемена перемены измена измены имена времена племена знамена охрана охраны экзамена экзамены феномена спортсмена спортсмены бизнесмена бизнесмены ветерана ветераны партизаны романа ресторана ресторана капитана капитаны султана океана урана обмана экрана экраны тумана вагона визита визиты защита защиты лимита лимиты кредита кредиты аудита транзита дефицита депозита реквизиты бандита бандиты саммита саммиты орбита орбиты элита элиты свита магнита гранита united".split(
    " ",
  );
const notPast = new Set([...masculine.split(" ").flatMap((noun) => [noun, `${noun}а`, `${noun}и`]), ...others]);
// «Представители», «жители»; and a state that began long ago: «обязаны», «уверен».
const neverPast = /(?<!^\p{L}*(?:хо|ле))тел[иь]$|стан[аоы]$|^(?:обязан|уверен|заинтересован|обеспокоен|связан|согласен)[аоы]?$/u;

// What goes on says little of when, but it is no past. Nouns end alike: «кредит», «совет».
const presentWords =
  /^(?:\p{L}{2,}(?:[аяуе]ет|[аяуе]ют|[аеиюя]тся|утся|[её]тся)|\p{L}{3,}[ия]т|явля\p{L}тся|ид[её]т|идут|вед[её]т|ведут|жд[её]т|ждут|может|могут|is|are|takes?)$/u;
const notPresent = /(?:мит|кредит|визит|аудит|дефицит|транзит|бандит|депозит|магнит|гранит|реквизит|профицит|отряд|пят|десят)$/u;

const infinitives =
  /^(?!(?:о?пять|девять|десять|печать|память|мать|знать|треть|сеть|нить|суть|путь|хоть|чуть|ведь)$)\p{L}{2,}(?:[аеиоуыя]ть(?:ся)?|[йе]?вести(?:сь)?|нести|йти|сесть|счесть)$/u;
// «Удалось задержать», «начали строить»: it was done.
const phaseWords = /^(?:удал|смог|начал|начина|продолж|прекрат|успе[лв]|закончи|перестал|пришл[ао]сь|позволи|помог)\p{L}*$/u;
// «вынесен на саммит», «приглашены на встречу»: where to, not when.
const towards =
  /^(?:заседание|саммит|сессию|встречу|совещание|конференцию|форум|консультации|переговоры|рассмотрение|утверждение|одобрение|обсуждение|подписание|учения?)$/u;

const setFor = /^назначен[аоы]?$/u;
const gathering =
  /^(?:заседание|саммит|сессия|встреча|совещание|конференция|форум|консультации|переговоры|слушания|учени[ея]|тренировка|визит)$/u;

const schooling = /^(?:центр|курс|уровн|уровен|систем|программ|боев|профессиональн|специальн|факультет|отдел|управлени)\p{L}*$/u;

// «будет подписан», «может быть принято», "to be held": with these before it a short participle tells nothing past.
const auxiliary = /^(?:буд[еу]т|быть|be)$/u;
const participle = /(?:(?:[аеёя]н|[аеияоуы]т)[аоы]?|ed|held|met)$/u;
// "to the south", "to five": no verbs.
const notInfinitive =
  /^(?:the|its|his|her|their|our|this|that|these|those|all|both|one|two|three|four|five|six|seven|eight|nine|ten)$/;
/** How many words may part the two: «будет в марте торжественно подписан». */
const parted = 5;

/** Which way verbs point; `rather-past` and `leaning` are backward and forward without certainty. */
export type Tense = "past" | "rather-past" | "future" | "leaning" | null;

/** Whether a tense points back, surely or not. */
export const lookBack = (points: Tense): boolean => points === "past" || points === "rather-past";

// What a clause has that tells its time, and where clauses and sentences end.
const [past, future, leaning, plan, comma, stop, report, present, infinitive, due, done] = [
  1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024,
] as const;
type Sign =
  | typeof past
  | typeof future
  | typeof leaning
  | typeof plan
  | typeof comma
  | typeof stop
  | typeof report
  | typeof present
  | typeof infinitive
  | typeof due
  | typeof done;

/** Characters looked at on either side. */
const reach = 240;
/** Characters that may part a participle from its date: «запланированного в Минске на 20 июня». */
const beside = 30;

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
  let before = "";
  let lastWord = "";
  let phase = false;
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
      const mark = sign.length === 1 ? marks[sign] : undefined;
      let said: Sign | null = mark ?? null;
      if (mark) {
        phase = false;
        if (mark === stop) since = Infinity;
        before = sign;
      } else {
        const word = sign.toLowerCase();
        const found = wordOf(word);
        said = found.sign;
        if (found.kind === "auxiliary") [since, being] = [0, word];
        else if (++since <= parted && said === past && participle.test(word))
          said = being === "будет" || being === "будут" ? future : leaning;
        // A name of an operation looks like a verb: «Нелегал», «Канал».
        if (said && sign !== word && inSentence(text, m.index)) said = null;
        // «Центр подготовки кадров» prepares for nothing that is to come.
        if (said === leaning && word.startsWith("подготовк") && schooling.test(before)) said = null;
        // «17 июня назначено заседание»: that day is still to come.
        if (setFor.test(before) && gathering.test(word) && signs.at(-1) === past) signs[signs.length - 1] = future;
        if (before === "на" && towards.test(word)) said = present;
        else if (before === "to" && !said && /^[a-z]{3,}$/.test(sign) && !notInfinitive.test(word)) said = infinitive;
        else if (said === infinitive && phase) said = null;
        // «подписать его хотели бы в июне»: what one would like is not over.
        if ((word === "бы" || word === "б") && signs.at(-1) === past && before === lastWord) signs[signs.length - 1] = leaning;
        if (said) lastWord = word;
        if (found.kind === "phase") phase = true;
        before = word;
      }
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
    let [left, right]: [Sign | null, Sign | null] = [null, null];
    const look = (from: number, step: 1 | -1, first: number, last: number) => {
      let near = true;
      for (let k = from; k >= 0 && k < places.length; k += step) {
        const place = places[k] ?? 0;
        const sign = signs[k] ?? stop;
        if (place < first || place >= last || sign === stop) return;
        if (sign === comma) near = false;
        else {
          sentence |= sign;
          if (!near) continue;
          clause |= sign;
          if (step < 0) left ??= sign;
          else right ??= sign;
        }
      }
    };
    const middle = countBelow(places, start);
    look(middle - 1, -1, start - reach, start);
    look(start === end ? middle : countBelow(places, end), 1, end, end + reach);
    const close = start - (places[middle - 1] ?? -Infinity);
    return ofClause(clause, left, right, close) ?? (clause & ~done ? null : ofSentence(sentence));
  };
}

// «Операции «Нелегал»»: a capital inside a sentence.
function inSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[\s«"“„(]/.test(text.charAt(i)) && text[i] !== "\n") i--;
  return i >= 0 && /[\p{L}\p{N},»"”)]/u.test(text.charAt(i));
}

// What the clause of a date says; `left` and `right` are the signs next to it, the left one `close` characters off.
function ofClause(clause: number, left: Sign | null, right: Sign | null, close: number): Tense {
  if (close <= beside && (left === due || left === done)) return left === due ? "future" : "past";
  if (clause & plan) return null;
  const [ahead, behind] = [(clause & future) > 0, (clause & past) > 0];
  // «подписал меморандум и вступит в апреле»: of a clause that says both, the verb right before the date.
  if (ahead && behind) return close > 24 ? null : left === future ? "future" : left === past ? "past" : null;
  if (ahead) return "future";
  const next = left ?? right;
  if (behind) return next === leaning || next === infinitive || next === due ? "leaning" : next === present ? null : "past";
  if (clause & (leaning | due | infinitive)) return "leaning";
  // «В августе министр заявил …» dates the saying, «заявил о встрече в августе» hardly.
  if (clause & report) return left === null ? "past" : "rather-past";
  return null;
}

function ofSentence(signs: number): Tense {
  const [ahead, behind] = [(signs & future) > 0, (signs & past) > 0];
  if (signs & plan || (ahead && behind)) return null;
  return behind ? "rather-past" : ahead || signs & leaning ? "leaning" : null;
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

const marks: Record<string, Sign> = {"\n": stop, ".": stop, "!": stop, "?": stop, ",": comma, ";": comma, ":": comma};

/** What a word says of time, and whether it changes what the words behind it say. */
type Known = {sign: Sign | null; kind: "auxiliary" | "phase" | null};

const wordOf = known((word): Known => ({
  sign: told(word),
  kind: auxiliary.test(word) ? "auxiliary" : phaseWords.test(word) ? "phase" : null,
}));

function told(word: string): Sign | null {
  if (planWords.test(word)) return plan;
  if (dueWords.test(word)) return due;
  if (futureWords.test(word) || perfectives.test(word)) return future;
  if (leaningWords.test(word)) return leaning;
  if (reportWords.test(word)) return report;
  if (doneWords.test(word)) return done;
  if (pastWords.test(word) && !notPast.has(word) && !neverPast.test(word)) return past;
  if (infinitives.test(word)) return infinitive;
  return presentWords.test(word) && !notPresent.test(word) ? present : null;
}
