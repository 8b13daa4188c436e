import {type DateMention} from "../../model/mention.ts";
import {contains, type Span} from "../../model/span.ts";
import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {type Clue} from "./clues.ts";
import {hasVerb, part, type Sentence, type Stretch} from "./sentence.ts";

const which = /,\s+(?:(?:на\s+|в\s+)?котор\p{L}*|which)\s[^,;]*$/iu;
const participle =
  /,\s+(?:подписанн|заключенн|заключённ|принят(?=\p{L}{2})|утвержденн|утверждённ|одобренн|парафированн|ратифицированн|намеченн|запланированн|назначенн|прошедш|состоявш|созданн|основанн|учрежд[её]нн|завершивш|открывш|начавш|стартовавш|проходивш|проходящ|проведенн|проведённ)\p{L}*\s[^,;]*$/iu;
// «на полях сессии, открывшейся во вторник, подписан протокол»: what goes on there may have a day of its own.
const begun = /^,\s+(?:открывш|начавш|стартовавш|проходящ)/iu;

// «Договорились, что рейды пройдут с 1 по 30 сентября»: the days are those of the raids.
const agreedThat = /^[^;]*(?<!\p{L})(?:договорил|условил|решил|решено|постановил)\p{L}*(?:\s[^,;]{1,40})?,\s+что\s/iu;

// «обещает принять саммит осенью и впервые провести операцию»: the day is that of the first.
const infinitive = /(?<!\p{L})\p{Ll}+(?:ть|ти)(?:ся)?\s[^,;:.]+$/u;
const another = /^\s+и\s+(?:(?:впервые|затем|потом|также|там же)\s+)?\p{Ll}+(?:ть|ти)(?:ся)?(?!\p{L})/u;

/**
 * «… по итогам саммита, который прошёл 16–17 сентября в …», «Соглашения, заключённого в Москве 6 марта 1998 года»: the date
 * is that of the noun before the clause, of an organisation before «которая создана»; the rest of the sentence is not in it.
 */
export function datedClause(
  text: string,
  stretch: Stretch,
  date: DateMention,
  list: readonly Word[],
  shared: boolean,
): Stretch | null {
  const before = text.slice(stretch.span.start, date.span.start);
  const agreed = agreedThat.exec(before);
  if (agreed) {
    const start = stretch.span.start + agreed[0].length;
    const holds = stretch.clues.some((c) => c.class === "hold" && c.word.start > start);
    if (holds) return part(stretch, {start, end: commaAfter(text, stretch, date.span.end)}, list);
  }
  if (infinitive.test(before) && another.test(text.slice(date.span.end, stretch.span.end)))
    return part(stretch, {start: stretch.span.start, end: date.span.end}, list);
  const relative = before.search(which);
  const at = relative >= 0 ? relative : before.search(participle);
  if (at < 0) return null;
  const offset = stretch.span.start + at;
  if (
    relative >= 0 &&
    !stretch.clues.some(
      (c) =>
        (c.class === "hold" || c.class === "act") &&
        (c.type === "agreement" || c.type === "other") &&
        c.word.start > offset &&
        c.word.start - date.span.end < 40,
    )
  )
    return null;
  const earlier = stretch.clues.filter((c) => c.word.end <= offset && offset - c.word.end < 160);
  // «обсудили участие в МОМ, которая создана …»: past a verb no noun belongs to the clause, an organisation right before it does.
  const last = earlier.at(-1)?.class === "noun" ? earlier.at(-1) : undefined;
  const body = stretch.named.find((n) => n.entity.kind === "organization" && n.span.end === offset && !n.inner);
  // «Проект вынесут на Совет глав правительств, который пройдёт 26 мая»: the body that sits stands nearer than the noun.
  const seat = /^,\s+котор(?:ый|ая)\s/iu.test(before.slice(at)) ? sitting.exec(before.slice(0, at)) : null;
  const noun = seat && last && last.word.end <= stretch.span.start + seat.index && !gathers(last) ? undefined : last;
  if (!noun && !((body || seat) && relative >= 0)) return null;
  const start =
    seat && !noun
      ? stretch.span.start + seat.index
      : noun
        ? (list[phraseStart(text, list, noun.at, stretch.from)]?.start ?? noun.word.start)
        : (body?.span.start ?? offset);
  // Where other dates stand in the sentence, and of what had but begun, the clause ends at its comma.
  const end = shared || begun.test(before.slice(at)) ? commaAfter(text, stretch, date.span.end) : stretch.span.end;
  return part(stretch, {start, end}, list);
}

// The comma that ends a clause: none of those in «проведена органами Армении, Белоруссии и России».
function commaAfter(text: string, {span, named}: Stretch, from: number): number {
  for (const m of text.slice(from, span.end).matchAll(/[,;]/g)) {
    const at = from + m.index;
    const before = named.find((n) => n.span.end === at);
    if (!before || !named.some((n) => n.entity.kind === before.entity.kind && n.span.start > at && n.span.start <= at + 2))
      return at;
  }
  return span.end;
}

const nounsOfKind = new Set(["meeting", "training", "exercise", "operation"]);

/** «Консультации об октябрьских учениях прошли в пятницу»: beside another date the adjective's is that of the noun it stands before. */
export function ofNextNoun(text: string, stretch: Stretch, date: DateMention, list: readonly Word[]): Stretch | null {
  // «Прошлогодние манёвры длились с 2 по 16 октября»: both dates are of what the sentence opens with.
  if (!date.rule.endsWith("-adjective") || date.span.start - stretch.span.start < 3) return null;
  const noun = stretch.clues.find(
    (c) => c.class === "noun" && c.word.start >= date.span.end && c.word.start - date.span.end < 25,
  );
  if (!noun || !nounsOfKind.has(noun.type) || /[,;:]/.test(text.slice(date.span.end, noun.word.start))) return null;
  const stop = stretch.clues.find((c) => c.class !== "noun" && c.at > noun.at)?.word.start ?? stretch.span.end;
  const next = stretch.dates.find((d) => d.span.start > noun.word.end)?.span.start ?? stretch.span.end;
  const sign = /[,;:]/.exec(text.slice(noun.word.end, stretch.span.end));
  const end = Math.min(stop, next, sign ? noun.word.end + sign.index : stretch.span.end);
  const own = part(stretch, {start: date.span.start, end}, list);
  return {...own, clues: own.clues.filter((c) => c === noun)};
}

const gathers = (c: Clue) => c.type === "meeting";
const sitting = /(?<!\p{L})(?:Совет|Комисси|Комитет|Коллеги|Ассамбле|Палат)\p{L}*\s[^,;:«»]{0,70}$/u;

const ofDay = /(?<!\p{L})(?:от|of|dated)\s+$/iu;
// «Конвенция о … (Астана, 9 июня 2017 года)»
const inBrackets = /\((?:\p{Lu}[\p{L}-]+,\s)?$/u;
const authority =
  /(?<!\p{L})(?:указ|приказ|распоряжени|постановлени|решени|закон|decree|order|resolution|decision|law)(?:\p{L}{0,3})$/iu;

/**
 * «Соглашение … от 6 марта 1998 года вступило в силу 5 мая 2009 года»: «от» gives a paper the day it was made. Of an agreement
 * that is an event of its own; the day of a decree or decision is only what it is called by, unless it is what the sentence
 * opens with or what adopted something: «утверждена Решением … от …».
 */
export function citedPaper(text: string, sentence: Sentence, date: DateMention, list: readonly Word[]): Stretch | "name" | null {
  if (date.edtf === null || !/^\d{4}-\d\d-\d\d$/.test(date.edtf)) return null;
  const before = text.slice(sentence.span.start, date.span.start);
  const bracketed = inBrackets.test(before) && text.charAt(date.span.end) === ")";
  if (!ofDay.test(before) && !/^от\s/iu.test(date.form) && !bracketed) return null;
  let from = sentence.to;
  while (from > sentence.from && (list[from - 1]?.start ?? 0) >= date.span.start) from--;
  for (let i = from - 1; i >= Math.max(sentence.from, from - 22); i--) {
    const word = list[i];
    if (!word) break;
    const clue = sentence.clues.find((c) => c.at === i);
    if (clue && clue.class !== "noun") return null;
    if (authority.test(word.form)) return isWhole(text, sentence, i, list) ? null : "name";
    if (clue && (clue.type === "agreement" || clue.type === "strategy")) return paper(text, sentence, clue, date, list);
  }
  return null;
}

// A decision that opens the sentence, or by which something was adopted.
function isWhole(text: string, sentence: Sentence, at: number, list: readonly Word[]): boolean {
  if (at <= sentence.from + 1 && !/^во?$/.test(list[at - 1]?.form ?? "")) return true;
  const before = text.slice(Math.max(sentence.span.start, (list[at]?.start ?? 0) - 30), list[at]?.start ?? 0);
  return /(?:утвержд[её]н|утвердил|принят|приняли|одобрен|одобрил|создан|создал|образован|основан|введ[её]н|установлен|учрежд[её]н|учредил|approved|adopted|established)\p{L}{0,2}\s+(?:by\s+(?:the\s+)?)?$/iu.test(
    before,
  );
}

function paper(text: string, sentence: Sentence, noun: Clue, date: DateMention, list: readonly Word[]): Stretch {
  const from = phraseStart(text, list, noun.at, sentence.from);
  return part(sentence, {start: list[from]?.start ?? noun.word.start, end: date.span.end}, list);
}

/**
 * «Узбекистан подписал документ, а 28 июня уведомил о выходе», «прошла операция; её следующий этап состоится в сентябре»: of a
 * sentence with one date only the part that begins with it or stands behind a semicolon or colon, where that has a verb of its own.
 */
export function lastClause<S extends Stretch>(text: string, sentence: S, date: DateMention, list: readonly Word[]): Stretch {
  const before = text.slice(sentence.span.start, date.span.start);
  const resumed = pronounClause.exec(before);
  if (resumed) {
    const rest = part(sentence, {start: sentence.span.start + resumed.index + 1, end: sentence.span.end}, list);
    // «Учения «Рубеж», их примет ваша республика»: what only names what is spoken of belongs to it.
    const told = part(sentence, {start: sentence.span.start, end: rest.span.start}, list);
    const names = told.clues.length > 0 && told.clues.every((c) => c.class === "noun" && !c.governed) && !hasVerb(told, list);
    if (!names && rest.clues.some((c) => c.class === "hold") && !rest.clues.some((c) => c.class === "noun")) return rest;
  }
  const cut = /,\s(?:а|но|однако|затем|после чего)\s(?:(?:в|во|с|на)\s)?$/iu.exec(before) ?? /[;:]\s(?=[^;:]*$)/u.exec(before);
  if (!cut) return sentence;
  if (
    cut[0].startsWith(":") &&
    !tellsBefore(part(sentence, {start: sentence.span.start, end: sentence.span.start + cut.index}, list))
  )
    return sentence;
  const isOwn = (c: Clue) => cut[0].startsWith(",") || (c.class === "noun" && !c.governed);
  const rest = part(sentence, {start: sentence.span.start + cut.index + 1, end: sentence.span.end}, list);
  return rest.clues.some((c) => c.class !== "noun") && rest.clues.some(isOwn) ? rest : sentence;
}

// «началась подготовка к учению: его проведение намечено на июль», «соберётся сессия – её проведут в мае»
const pronounClause = /(?::|;|\s[–—]|,)\s(?:он|она|оно|они|его|е[её]|их)\s(?=[^:;,–—]*$)/iu;

// «прибыли эшелоны: 18 октября начнётся учение» tells of two things, «РАТС сообщает: принята …», «он отметил: …» of one.
const tellsBefore = ({span, clues}: Stretch) =>
  clues.length > 0 && clues.every((c) => c.class === "act" && c.word.end < span.end - 1);

/** The sentence without what clauses and citations took for themselves. */
export function without<S extends Stretch>(sentence: S, spans: readonly Span[]): S {
  if (!spans.length) return sentence;
  const free = (span: Span) => !spans.some((s) => contains(s, span));
  return {
    ...sentence,
    named: sentence.named.filter((n) => free(n.span)),
    dates: sentence.dates.filter((d) => free(d.span)),
    clues: sentence.clues.filter((c) => free({start: c.word.start, end: c.word.end})),
  };
}

// «второй – с 13 по 17 сентября», «СМО – 15 сентября»; «а 11 июня – с послом Китая».
const subjectFirst =
  /^[\s,;]*(?:(?:а|и|а также|and)\s+)?[^,;.]{1,70}?\s[–—-]\s*(?:(?:ещё|еще|уже|лишь|только)\s+)?(?:(?:в|во|на|с|по|on)\s+)?$/iu;
const dateFirst = /^[\s,;]*(?:(?:а|и|а также|and)\s+)?(?:(?:в|во|на|с|on)\s+)?$/iu;

// «второй 20–25 ноября», «второй (20–25 ноября)»
const numberFirst =
  /^[\s,;]*(?:(?:а|и)\s+)?(?:в ходе\s+|на\s+)?(перв|втор|трет|четв[её]рт)\p{L}{2,3}(?:\s*\(|,)?\s*(?:(?:в|во|на|с)\s+)?$/iu;

/** Whether a part of a sentence leaves its verb to the part before it and a dash in its place. */
export function isElliptic(text: string, stretch: Stretch, date: DateMention): boolean {
  const before = text.slice(stretch.span.start, date.span.start);
  return (
    subjectFirst.test(before) ||
    numberFirst.test(before) ||
    (dateFirst.test(before) && /^(?:\s*(?:года|г\.))?\s[–—-]\s/u.test(text.slice(date.span.end, date.span.end + 12)))
  );
}

const ordinal = /^(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм)\p{L}*$/iu;

/**
 * Words for the event of an elliptic part, from the title of the part before: «второй – с 13 сентября» after «Первый этап …»,
 * «СМО – 15 сентября» after «Заседание СМИД», «а 11 июня – с послом Китая» after «… встретился с послом Ирана».
 */
export function ellipticWords(text: string, title: string, stretch: Stretch, date: DateMention): string | null {
  const after = /^(?:\s*(?:года|г\.))?\s[–—-]\s+((\p{L}{1,5})\s[^;]+)/u.exec(text.slice(date.span.end, stretch.span.end));
  if (after?.[1] && after[2]) {
    const at = title.lastIndexOf(` ${after[2]} `);
    return at < 0 ? null : `${title.slice(0, at)} ${after[1]}`;
  }
  // «к нему присоединился Азербайджан, в декабре – Грузия и Белоруссия»
  const several = /^(?:\s*(?:года|г\.))?\s[–—-]\s+(\p{Lu}[^;.]*?(?:\sи\s|,\s)\p{Lu}[^;.]*)/u.exec(
    text.slice(date.span.end, stretch.span.end),
  )?.[1];
  const did = several ? /^(.*\p{Ll})л(?:(с)[яь]|ас(ь)|ос(ь)|ис(ь)|[аои])?\s\p{Lu}[\p{L}\s,-]*$/u.exec(title) : null;
  if (several && did) return `${did[1] ?? ""}ли${did.slice(2).some(Boolean) ? "сь" : ""} ${several.trim()}`;
  const before = text.slice(stretch.span.start, date.span.start);
  const own =
    /^[\s,;]*(?:(?:а|и|а также|and)\s+)?([^,;.]{1,70}?)\s[–—-]/iu.exec(before)?.[1] ??
    (numberFirst.test(before) ? /\p{L}*(?:перв|втор|трет|четв[её]рт)\p{L}+/iu.exec(before)?.[0] : undefined);
  const [head = "", ...rest] = title.split(" ");
  if (!own) return null;
  if (ordinal.test(own) && ordinal.test(head)) return [own, ...rest].join(" ");
  return /^\p{Lu}{2,}/u.test(own) && /^\p{Lu}{2,}/u.test(rest[0] ?? "") ? `${head} ${own}` : null;
}
