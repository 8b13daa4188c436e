import {type Span} from "../model/span.ts";
import {type Clue} from "./events/clues.ts";
import {type Stretch} from "./events/sentence.ts";

/** UTF-16 units a title may have. */
export const titleLimit = 110;

/** Phrases end before these words, so a title may. */
export const opens =
  /^(?:в|во|на|с|со|к|ко|по|из|от|о|об|для|при|под|между|и|а|но|или|что|чтобы|который|которая|которое|которые|которого|которой|которых|где|когда|передает|сообщает|пишет|путем|включая|in|on|at|of|for|with|to|by|and|which|that|under|between)$/;

const attribution =
  /\s*[,–—-]\s*(?:как\s+)?(?:сообща(?:ет|ют)|сообщил[аио]?|переда(?:ет|ют)|пиш(?:ет|ут)|говорится|рассказал[аио]?|отметил[аио]?|заявил[аио]?|уточнил[аио]?|подчеркнул[аио]?|пояснил[аио]?|сказал[аио]?|подытожил[аио]?|добавил[аио]?|добавля(?:ет|ют)|заключил[аио]?|констатировал[аио]?|со ссылкой|reports?|said|according)(?!\p{L})[^]*$/iu;

/** Words on one line, without the blanks and signs a cut left doubled. */
export const flat = (s: string) =>
  s
    .replace(/[\s\u00a0]+/g, " ")
    // «Договор о дружбе[906]»: the number of a note.
    .replace(/\[\d{1,4}\]/g, "")
    // «Следующее заседание – апрель 2015 г., Ереван»: a dash whose date is gone goes with it.
    .replace(/ [–—-](?= ?[,:;])/g, "")
    .replace(/ ([,:;])/g, "$1")
    .replace(/,(?:\s*,)+/g, ",")
    // «подписали 21 документ[4]»: a footnote's number.
    .replace(/\[\d{1,3}\]/g, "")
    // «🇺🇿Ташкент принял …»: flags and bullets of messengers.
    .replace(/^(?:\d{1,2}\.){0,3}\d{1,2}[.)]\s+(?=\p{L})/u, "")
    .replace(/^[\s,;:\p{Extended_Pictographic}\p{Regional_Indicator}\u{FE0F}\u{200D}]+/u, "")
    .trim();

/** «Проведённая операция «…»»: that it was held the record says. */
export const withoutHeld = (s: string) =>
  s.replace(
    /^(?:провед[её]н|проводим|проходящ|прошедш|состоявш|проводивш|проходивш)\p{L}*\s(?!(?:в|во|на|с|под|по|при)\s)/iu,
    "",
  );

/** «Саммит, прошедшего в ноябре в Астане» would need its participle declined; it says no more than «Саммит в ноябре». */
export const withoutParticiple = (s: string) => {
  const done = s.replace(/,\s+провед[её]нн\p{L}+\s(?!(?:в|на)\s(?!(?:два|три|четыре|\d)\s))[^,]*$/u, "");
  const adopted = done.replace(
    /,\s+(?:принят|подписанн|утвержд[её]нн|одобренн)(?:ого|ой|ому|ом|ую|ым|ых|ыми)(?:(?=\s(?:в|во|на|по)\s)|(?:\s[^,]*)?(?=,|$))/u,
    "",
  );
  const planned = adopted.replace(/,\s+(?:намеченн|запланированн|назначенн)\p{L}+(?:\s[^,]*)?$/iu, "");
  const bare = planned.replace(
    /,\s+(?:заключ[её]нн|прошедш|состоявш|завершивш|провед[её]нн|проходивш)\p{L}+(?:\s|$)|,\s+котор\p{L}+\s+(?:прош|состоял|проход|пройд|состоит)\p{L}+\s/giu,
    " ",
  );
  // «Саммит, который пройдёт в Ташкенте, подведёт черту»: the clause's second comma goes with what comes after it.
  return bare === planned ? bare : bare.replace(/,\s+\p{Ll}+(?:ет|ёт|ит|ут|ют|ят|л|ла|ло|ли)(?!\p{L})[^]*$/u, "");
};

// «Plenary is to be», «Exercise was»: the verb's first half stays with its second.
const withoutAuxiliary = (s: string) =>
  s
    .replace(
      /\s+(?:ещё|еще|уже|также|тоже|только|лишь|(?:официаль|успеш|торжествен|досроч|окончатель|формаль|одновремен|традицион|фактичес|практичес)(?:но|ки))$/iu,
      "",
    )
    .replace(/,\s+котор\p{L}*\s(?:[^,]{0,60}\s)?(?:прош|пройд|состоя|состоит|проход)\p{L}*$/iu, "")
    .replace(/(?:\s+(?:был[аои]?|is|are|was|were|has|have|had|will|would|shall|should|to|be|been))+$/iu, "");

const hanging =
  /(?:\s+(?:в|во|на|с|со|к|ко|по|из|от|о|об|для|при|под|между|за|до|без|через|над|у|и|а|но|или|что|чтобы|где|когда|in|on|at|of|for|with|to|by|and|which|that|under|between|from|the|a|an)|,\s+(?:(?:в|во|на|о|об|с|из|для)\s+)?котор\p{L}*(?:\s+(?:в|во|на)\s+\p{L}+(?:\s+\p{L}+)?)?|\s+об?\s+(?:прошедш|состоявш)\p{L}*|\s+котор(?:ой|ого|ых)|\s+(?:в|во|на|о|об|при|по)\s+(?!ю)\p{L}+(?:[аеиыя]вш|едш|[аеё]нн|нят)(?:ом|ем|ей|ой)(?:ся)?|,\s+\p{L}+(?:[аеиыя]вш|едш|[ае]нн|ённ)(?:ый|ая|ое|ые|ую|ий|ее|ие|ого|ой|ых|его|ей|их)(?:ся)?)$/iu;

/** No title ends in a word that opens what was cut off. */
export function withoutTail(title: string): string {
  let t = title;
  for (let before = ""; before !== t;) {
    before = t;
    t = trimEnd(withoutAuxiliary(t.replace(hanging, "")));
  }
  return balance(t);
}

// «… учёба участковых: с ними» was cut before its verb.
const trimEnd = (s: string) =>
  s
    .replace(/[:;]\s+(?:\p{L}{1,3}\s+)?н(?:ими?|ему|ей|их|[её]м|его|е[её])$/u, "")
    .replace(/[\s.,:;–—-]+$/u, "")
    .replace(/(?<=\d\s*)(гг?)$/u, "$1.");

/** The words of the span within the limit: whole, without the people their posts already name, or cut. */
export function shorten(text: string, span: Span, stretch: Stretch, verb: Clue | null): string {
  const source = attribution.exec(text.slice(span.start, span.end));
  // «Об этом, 23 ноября 2023 года, сообщил …» is nothing without the saying.
  const least = /^об этом/iu.test(text.slice(span.start, span.end)) ? 40 : 25;
  const end = source && source.index > least ? span.start + source.index : span.end;
  for (const light of [false, true]) {
    const {words} = wording(text, {start: span.start, end}, stretch, light);
    const whole = trimEnd(balance(trimEnd(withoutAuxiliary(flat(words)))));
    if (whole.length <= titleLimit) return whole;
    // «91-е заседание совета под председательством его главы, министра …»: who led it is no part of what it was.
    const led = underWhom.exec(text.slice(span.start, end))?.index ?? 0;
    if (led > 25 && !(verb && verb.word.start > span.start + led))
      return shorten(text, {start: span.start, end: span.start + led}, stretch, verb);
  }
  const worded = withoutAside(wording(text, {start: span.start, end}, stretch, true), verb);
  if (flat(worded.words).length <= titleLimit) return trimEnd(balance(trimEnd(withoutAuxiliary(flat(worded.words)))));
  const said = verb && verb.class !== "say" ? worded.words.indexOf(text.slice(verb.word.start, verb.word.end)) : -1;
  // Who did something is cut off after the verb that says what; a paper's own name says enough.
  const after =
    verb && said >= 0 && said < titleLimit * (verb.class === "hold" || placed.test(worded.words) ? 0.7 : 0.8)
      ? said + verb.word.end - verb.word.start
      : 0;
  const short = cut(worded, verb && adopts(verb) ? after + 1 : after);
  return trimEnd(balance(trimEnd(withoutAuxiliary(short))));
}

// Of what was held the noun is told first; a clause that opens with its place is better told from its verb on.
const placed = /^(?:в|во|на|по|при|у|под|in|at|on)\s/iu;

const underWhom = /\s+под\s+(?:председательств|руководств)\p{L}{1,2}\s[^]*$/iu;

// «Совет утвердил …» is nothing without what it adopted, «министр встретился …» without whom he met.
const adopts = ({type, word}: Clue) =>
  /^встрет/.test(word.form) || (type === "agreement" && !/(?:с[яь]|[аеяы]н[аоы]?|ят[аоы]?)$/.test(word.form));

/** Words put together from a source as a title: without blanks and stops at the ends, within the limit. */
export function tidyTitle(words: string): string {
  const whole = trimEnd(balance(flat(words)));
  const title = whole.length <= titleLimit ? whole : trimEnd(balance(cut({words: flat(words), names: []}, 0)));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Words of a title to be, and where names stand in them. */
type Wording = {words: string; names: [number, number][]};

// «Группа, возглавляемая начальником штаба …, совершила облёт»: which of its kind did it is the first to go.
function withoutAside({words, names}: Wording, verb: Clue | null): Wording {
  const m = /,\s\p{Ll}{4,}(?:[еиы]м|нн|[аиыеяу]вш|[ую]щ)(?:ый|ая|ое|ые|ий|ее|ие)(?:ся)?\s[^,;:«»]{8,140},(?=\s)/u.exec(words);
  const end = m ? m.index + m[0].length : 0;
  if (
    !m ||
    m.index < 8 ||
    !verb ||
    !words
      .slice(end, end + 40)
      .toLowerCase()
      .replaceAll("ё", "е")
      .includes(verb.word.form)
  )
    return {words, names};
  return {
    words: words.slice(0, m.index) + words.slice(end),
    names: names.flatMap(([a, b]): [number, number][] =>
      b <= m.index ? [[a, b]] : a >= end ? [[a - m[0].length, b - m[0].length]] : [],
    ),
  };
}

// Light: without people named after their posts, with a body's abbreviation for its long name («… совет … (КСОПН)» → «КСОПН»).
function wording(text: string, span: Span, stretch: Stretch, light: boolean): Wording {
  let words = "";
  const names: [number, number][] = [];
  let at = span.start;
  const days = ownDays(text, span, stretch);
  let d = 0;
  // The words up to an offset, without the days among them.
  const upTo = (end: number) => {
    for (let day = days[d]; day && day.start < end; day = days[++d]) {
      if (day.start < at) continue;
      words += text.slice(at, day.start);
      at = day.end;
    }
    if (at < end) words += text.slice(at, end);
    at = Math.max(at, end);
  };
  for (const n of stretch.named) {
    if (n.inner || n.entity.kind === "topic" || n.span.start < at || n.span.end > span.end) continue;
    const short =
      light && n.span.end - n.span.start > 34 ? /^\s*\(([\p{Lu}]{2,10})\)/u.exec(text.slice(n.span.end, n.span.end + 14)) : null;
    // A person after a preposition is named by nothing else: «делегация во главе с …».
    const person =
      light &&
      n.entity.kind === "person" &&
      n.span.start > span.start + 3 &&
      !/(?<!\p{L})(?:с|со|к|у|от|о|об|для|и|между|при|with|by|to|and|of)\s+$/iu.test(text.slice(n.span.start - 9, n.span.start));
    upTo(n.span.start);
    const start = words.length;
    if (short?.[1]) words += short[1];
    else if (!person) words += text.slice(n.span.start, n.span.end);
    names.push([start, words.length]);
    at = n.span.end + (short ? short[0].length : 0);
  }
  upTo(span.end);
  return {words, names};
}

// A comma, and no clause of its own behind it.
const closesAside = /^,(?!\s(?:когда|где|котор|как|что|а|но|однако|хотя|если|which|who|when|but)(?!\p{L}))/iu;

/** Where the words say when: «в сентябре 2008 года», «вчера», with preposition and brackets; periods («на 2015–2020 годы») stay. */
function ownDays(text: string, span: Span, stretch: Stretch): Span[] {
  const days: Span[] = [];
  for (const date of stretch.dates) {
    const isDay = date.edtf !== null && /-\d\d-\d\d/.test(date.edtf);
    if (
      !(date.role === "event" || date.role === "background" || (date.role === "period" && isDay)) ||
      date.rule === "year-adjective" ||
      date.rule === "jubilee"
    )
      continue;
    if (date.span.start < span.start || date.span.end > span.end) continue;
    const words = text.slice(date.span.start, date.span.end);
    const before = text.slice(Math.max(span.start, date.span.start - 14), date.span.start);
    // «в ночь с 31 июля на 1 августа», «в ночь на 1 августа»
    const night = /(?<!\p{L})в ночь\s+(?:на\s+)?$/iu.exec(before)?.[0].length ?? 0;
    if (
      night === 0 &&
      (/^(?:на|от|за|до|к|for|of|by)\s/iu.test(words) ||
        /(?<!\p{L})(?:на|от|за|до|к|ко|с|со|по|for|of|by|since|from|to|until)\s+$/iu.test(before))
    )
      continue;
    // «2017 год стал годом юбилея»: the year is what is spoken of.
    if (
      /^\d{4}\s+год$/u.test(words) &&
      date.span.start - span.start < 60 &&
      /^(?:\s+\p{Ll}+[ои])?\s+(?:стал|был|оказался|выдался|объявлен|запомнился)(?!\p{L})/u.test(
        text.slice(date.span.end, date.span.end + 30),
      )
    )
      continue;
    // «1987 года рождения»
    if (/^\s*(?:г\.|года)?\s*рожд/u.test(text.slice(date.span.end, date.span.end + 16))) continue;
    const opening = night || (/(?:,?\s*\(|(?<!\p{L})(?:в|во|on|in|at)\s+)$/iu.exec(before)?.[0].length ?? 0);
    const after =
      /^(?:\s*(?:г\.|года|год)(?!\p{L}))?(?:\s*с\.\s?г\.)?\)?/iu.exec(
        text.slice(date.span.end, Math.min(span.end, date.span.end + 12)),
      )?.[0] ?? "";
    // «Об этом, 5 мая, сообщил министр»: both commas are the day's.
    const rest = text.slice(date.span.end + after.length, date.span.end + after.length + 12);
    const aside = night === 0 && closesAside.test(rest) ? /,\s+(?:(?:в|во)\s+)?$/u.exec(before)?.[0] : undefined;
    if (aside) {
      days.push({start: date.span.start - aside.length, end: date.span.end + after.length + 1});
      continue;
    }
    // «(г. Циндао, 9–10 июня)»: the place stays in its brackets.
    const placed = after.endsWith(")") && !before.slice(before.length - opening).includes("(") ? /,\s*$/.exec(before) : null;
    const [start, end] = [date.span.start - opening - (placed?.[0].length ?? 0), date.span.end + after.length];
    days.push({start, end: placed ? end - 1 : end});
  }
  return days;
}

// The latest end of a phrase within the limit that splits no name, quotes or brackets; failing that inside a long name, with «…».
function cut({words, names}: Wording, from: number): string {
  const inName = (offset: number) => names.some(([a, b]) => a < offset && offset < b);
  let clean: string | null = null;
  let inside: string | null = null;
  let hard: string | null = null;
  let open: string | null = null;
  for (const m of words.matchAll(/[\s\u00a0]+/gu)) {
    const left = trimEnd(flat(words.slice(0, m.index)));
    if (left.length > titleLimit - 2) break;
    if (m.index < from) {
      hard = left;
      continue;
    }
    if (!isBalanced(left)) {
      open = left;
      continue;
    }
    const rest = words.slice(m.index + m[0].length);
    const next = /^\p{L}+/u.exec(rest)?.[0].toLowerCase() ?? "";
    const last = /\p{L}+$/u.exec(left.slice(left.lastIndexOf(" ") + 1))?.[0].toLowerCase() ?? "";
    if (opens.test(last)) continue;
    const ends =
      /[,;–—»]$/u.test(words.slice(0, m.index)) || (opens.test(next) && !/^(?:и|или|and)$/.test(next)) || /^[(–—«]/u.test(rest);
    const within = /^(?:[–—-]\s)?(?:член|участни)/u.test(rest) && /[–—-]$|^[–—-]/u.test(words.slice(0, m.index).slice(-1) + rest);
    if (ends && left.length >= 25 && !within && !/^[–—-]\s(?:член|участни)/u.test(rest)) {
      if (!inName(m.index)) clean = left;
      inside = left;
    }
    hard = left;
  }
  if (clean && (!inside || clean.length >= 45 || inside.length < clean.length + 15)) return clean;
  // Within a long name too a phrase may end: «заседание совета руководителей органов государств – членов …».
  if (inside) return inside;
  // A name between quotes that alone is longer than a title: «Two-day “Training on the Identification, …».
  const most = open && (hard?.length ?? 0) < 25 ? withoutSigns(open) : hard;
  return `${most ?? flat(words).slice(0, titleLimit - 2)} …`;
}

const withoutSigns = (s: string) => flat(s.replace(/[«»„“”"]/g, ""));

/** Whether every quotation mark and bracket has its partner. */
export function isBalanced(s: string): boolean {
  const count = (re: RegExp) => s.match(re)?.length ?? 0;
  // „Канал“ and “Training”: one sign closes there and opens here.
  const low = s.includes("„");
  const opened = count(low ? /[«„]/g : /[«“]/g);
  return opened === count(low ? /[»“”]/g : /[»”]/g) && count(/\(/g) === count(/\)/g) && count(/"/g) % 2 === 0;
}

// A sign whose partner was cut off goes, wherever it stands.
function balance(title: string): string {
  let t = title.trim();
  for (const [open, close] of [
    ["«", "»"],
    ["(", ")"],
  ] as const) {
    const a = t.split(open).length;
    const b = t.split(close).length;
    if (b > a && t.endsWith(close)) t = t.slice(0, -1);
    else if (b > a && t.startsWith(close)) t = t.slice(1);
    else if (a > b && t.startsWith(open)) t = t.slice(1);
  }
  for (const [open, close] of [
    ["«", "»"],
    ["(", ")"],
  ] as const)
    if (t.split(open).length > t.split(close).length) t = without(t, t.lastIndexOf(open));
    else if (t.split(close).length > t.split(open).length) t = without(t, t.indexOf(close));
  if (t.split('"').length % 2 === 0)
    t = t.startsWith('"') ? t.slice(1) : t.endsWith('"') ? t.slice(0, -1) : without(t, t.lastIndexOf('"'));
  return t.trim();
}

const without = (t: string, at: number) => t.slice(0, at) + t.slice(at + 1);
