import {holdable} from "./actors.ts";
import {backToGathering, gatheringNoun, lead} from "./back-to-gathering.ts";
import {compatible} from "../same-event.ts";
import {type Happening} from "./happening.ts";

/** «Заседание прошло 5 мая. Члены совета обменялись мнениями»: what those who met did there is no second meeting. */
export function withinGathering(text: string, happenings: readonly Happening[]): Happening[] {
  return happenings.filter((h, i) => {
    const [own] = h.sentences;
    if (!own || h.type !== "meeting" || h.verb?.class !== "act" || h.isMain || (h.date && isDay(h.when))) return true;
    if (!members.test(text.slice(own.span.start, h.verb.word.start))) return true;
    return !happenings
      .slice(Math.max(0, i - 6), i)
      .some(
        (o) =>
          o.type === "meeting" &&
          o.status === "happened" &&
          own.index - (o.sentences[0]?.index ?? -99) <= 8 &&
          !(isOfMonth.test(h.when ?? "") && !compatible(o.when, h.when)),
      );
  });
}

// A half-year is what they spoke of.
const isOfMonth = /^\d{4}-(?:0[1-9]|1[0-2])/;

const members =
  /^[\s«"]*(?:(?:все|остальные)\s+)?(?:члены|участники|стороны|собеседники|главы делегаций|делегаты|министры)(?!\p{L})[^.;:]{0,60}$/iu;

/** Sentences a gathering is still the one gone back to; twice as many where its very word is taken up. */
const reach = 4;
/** Events told since that may stand between. */
const window = 12;

/** «… Вёл заседание министр. На встрече обсуждались планы. Встреча прошла в узком составе»: gone back to, it is no second one. */
export function withoutReturns(text: string, happenings: readonly Happening[]): Happening[] {
  const out = [...happenings];
  const gone = new Set<number>();
  const headings = out.flatMap((h, i) => (h.sentences[0]?.isTitle ? [i] : []));
  out.forEach((h, i) => {
    if (!goesBack(text, h)) return;
    const summed = isSummedUp(text, h);
    const near = [...Array(Math.min(i, window)).keys()].map((k) => i - 1 - k);
    const at = [...near, ...headings].find((k) => {
      const o = out[k];
      return o && k !== i && !gone.has(k) && isBefore(o, h) && compatible(o.when, h.when) && (!summed || o.type === h.type);
    });
    const before = at === undefined ? undefined : out[at];
    if (at === undefined || !before) return;
    out[at] = taking(before, h);
    gone.add(i);
  });
  return out.filter((_, i) => !gone.has(i));
}

// The first telling says what it was, the second may say when.
const taking = (o: Happening, h: Happening): Happening =>
  (o.when !== null && o.note !== "item-date" && !(/^\d{4}[?~]?$/.test(o.when) && isDay(h.when))) || h.when === null
    ? {...o, isMain: o.isMain || h.isMain}
    : {
        ...o,
        when: h.when,
        date: h.date,
        basis: h.basis,
        note: h.note,
        status: begun(o) && h.status === "planned" ? "ongoing" : h.status,
        isMain: o.isMain || h.isMain,
      };

// What has begun and has days to come goes on.
const begun = ({verb}: Happening) => verb !== null && /^(?:нача|старт|откр)/.test(verb.word.form);

function isBefore(o: Happening, h: Happening): boolean {
  const back = (h.sentences[0]?.index ?? 0) - (o.sentences[0]?.index ?? 0);
  const alike = o.subject !== null && o.subject.word.form.slice(0, 5) === h.subject?.word.form.slice(0, 5);
  if (h.type === "agreement") return alike && o.type === "agreement" && back > 0 && back <= reach;
  return holdable.has(o.type) && back > 0 && back <= (alike ? 2 * reach : reach);
}

function goesBack(text: string, h: Happening): boolean {
  const [own] = h.sentences;
  if (!own || own.isTitle) return false;
  const words = text.slice(own.span.start, Math.min(own.span.end, own.span.start + 160));
  // «Мероприятия пройдут с 14 по 16 августа»: of whatever kind they are.
  if (h.operation === null && !h.stretch.named.some((n) => n.entity.kind === "organization") && events.test(words)) return true;
  if (h.type === "agreement") return h.subject !== null && !isDay(h.when) && papers.test(words);
  if (!holdable.has(h.type) || (h.date && isDay(h.when))) return false;
  if (isSummedUp(text, h)) return true;
  if (led.test(words) || inFormat.test(words)) return h.type === "meeting";
  if (joined.test(words)) return true;
  const start = backToGathering(words) ?? (itself.exec(words) ?? theSame.exec(words))?.[0];
  if (start === undefined || ofItsOwn.test(words.slice(start.length))) return false;
  return h.verb?.class === "act" || h.subject === null || h.subject.word.start < own.span.start + start.length;
}

// «Штаб подведёт итоги манёвров, в которых участвовали …»: of those told of just before.
const isSummedUp = (text: string, {type, verb, subject}: Happening): boolean =>
  (type === "exercise" || type === "training") &&
  verb !== null &&
  subject !== null &&
  /^подв(?:[её]л|ел|ед)/.test(verb.word.form) &&
  /^[^,.;]{0,20}\sитоги\s(?:\p{L}+\s)?$/iu.test(text.slice(verb.word.end, subject.word.start)) &&
  !ofItsOwn.test(text.slice(subject.word.end, subject.word.end + 30));

const isDay = (when: string | null) => when !== null && /-\d\d-\d\d/.test(when);
// «В учениях примут участие представители пяти стран», «В форуме участвуют министры»
const joined = new RegExp(
  String.raw`^[\s«"–—-]*(?:как\s\p{L}+(?:тся|ют|ет|ли|ла|л)\s[^,]{3,80},\s)?во?\s(?:\p{Ll}+(?:ом|ем|их|ых|ой|ей)\s)?${gatheringNoun}\s(?:(?:прим(?:ут|ет)|приняли?|принима[ею]т|принимали?)\s(?:\p{Ll}+\s)?участие|(?:у|по)частв\p{L}+|задейств\p{L}+)(?!\p{L})`,
  "iu",
);

// «Главы правительств проводят встречу в узком составе»
const inFormat =
  /^[^.;:]{0,90}(?<!\p{L})пров(?:одят|ели|едут|одит|[её]л)\s(?:встречу|заседание|переговоры)\sв\s(?:узком|расширенном|закрытом|очном)\s(?:составе|формате)(?!\p{L})/iu;

// «Соглашение было подписано в рамках встречи»
const papers =
  /^[\s«"–—-]*(?:соглашение|документ|меморандум|протокол|договор)\s(?:был[ои]?\s)?(?:подписан|парафирован|заключ[её]н)/iu;

const events =
  /^[\s«"–—-]*(?:(?:как\s(?:сообща|отмеча|переда|уточн|рассказ|сообщ)\p{L}+|по\s(?:словам|данным))\s[^,]{3,80},\s)?(?:запланированны[ея]\s)?мероприяти[ея]\s(?:\p{Ll}+\s)?(?:прош|проход|пройд|состо|продл|длил)/iu;

// «Эта встреча прошла в узком составе», «КШУ пройдут в Оше»
const itself = new RegExp(
  String.raw`${lead}(?:(?:этот|эта|это|эти|данная|данное|данный)\s)?(?:встреча|заседание|мероприятие|совещание|переговоры|саммит|форум|конференция|сессия|консультации|семинар|тренинг|учени[ея]|ман[её]вры|кш[ут]|беседа)(?=\s(?:\p{Ll}+\s)?(?:прош|проход|пройд|состоя|состоит|длил|продл|продолж|организ|заверш|провод|провед|посвящ))`,
  "iu",
);
// "The training was held in …", "This two-day meeting reviewed …"; "The second meeting" and "The meeting of ministers" are named anew.
const theSame =
  /^[\s"“–—-]*(?:(?:during|at|within)\s)?(?:the|this)\s(?!(?:first|second|third|fourth|fifth|next|last|previous|other|same)\s)(?:(?:\w+-)?\p{Ll}+\s){0,2}?(?:meeting|training|workshop|seminar|conference|summit|exercise|session|course|forum|event)(?!\p{L}|\s(?:of|between|with|on|for)\s)/iu;
// «Вёл заседание министр», «Белорусскую делегацию на заседании возглавляет министр», «Заседание открыл председатель»
const led = new RegExp(
  String.raw`^[\s«"–—-]*(?:(?:в[её]л[аи]?|пров[её]л[аи]?|открыл[аи]?|возглавил[аи]?)\s(?:\p{Ll}+(?:ое|ее|ую|юю)\s)?${gatheringNoun}(?!\p{L})|(?:заседание|встречу|совещание|форум|конференцию|сессию|переговоры|семинар|тренинг)\s(?:открыл|в[её]л|пров[её]л|возглавил|возглавля)\p{L}{0,3}(?!\p{L})|\p{L}+скую\s(?:делегацию|сторону)\s(?:на\s${gatheringNoun}\s)?(?:возглав|представ)\p{L}*)`,
  "iu",
);
// «На заседании Совета …», «Встреча министров …», «Семинар по вопросам …»: named anew, it is one of its own.
const ofItsOwn =
  /^\s(?:\p{Lu}{2,}|[«"]|с\s|со\s|между\s|по\s|для\s|в\s(?:\p{Ll}+\s)?\p{Lu}|на\s\p{Lu}|[Сс]овет|[Кк]омит|[Кк]омисси|[Кк]оллеги|[Аа]ссамбле|групп|глав(?:\s|ам)|министров|министр[ау]\s|руковод|эксперт|представител|стран\s|государств|[Рр]абоч|[Кк]оордин|секретар|лидеров|президент(?:ов|а)|премьер|директор|начальник|команду|депутат|уч[её]н)/u;
