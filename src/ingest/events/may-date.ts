import {bounds} from "../../model/edtf.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Verdict} from "./happening.ts";
import {type Stretch} from "./sentence.ts";

/** Whether a date is that of what its part of a sentence tells: its role says how sure its reader was that it is an event's. */
export function mayDate(
  text: string,
  date: DateMention,
  said: Verdict | null,
  stretch: Stretch,
  reference: string | null,
  inClause: boolean,
  tells: boolean,
): boolean {
  if (said?.rule === "bracketed") return true;
  if (said?.status === "happened" && said.rule !== "noun" && isAfter(date, reference)) return false;
  // «готовятся к учению, намеченному на август»: the clause dates what they make ready for.
  const subject = !inClause && said?.verb?.class !== "act" ? said?.subject : null;
  if (subject && isPurpose(text, subject.word.start, stretch) && !isItsDay(text, subject.word.end, date)) return false;
  if (date.role === "event") {
    if (date.edtf !== null) return true;
    // «ключи вручили в среду»: which Wednesday nobody says, and yet it was done.
    const organized = said?.type !== "other" || stretch.named.some((n) => n.entity.kind === "organization");
    if (said?.verb && said.verb.class !== "say" && said.strength >= 2 && organized && !inClause) return true;
    // «на прошлогодней встрече» is of the noun it stands before; an unresolved «накануне» alone tells nothing.
    return date.rule === "year-adjective"
      ? said?.subject !== null && said !== null && said.subject.word.start - date.span.end < 3
      : false;
  }
  if (date.edtf === null) return false;
  // «до конца года проведут три семинара»: when a plan is to be carried out by.
  if (date.edtf.startsWith("..")) return said?.status === "planned" && said.verb !== null && said.verb.class !== "say";
  // «Очередная встреча – в Бресте, не раньше февраля»: what is to come, though no verb says so.
  if (said?.rule === "noun" && said.subject && !tells && isNext.test(text.slice(stretch.span.start, said.subject.word.start)))
    return true;
  // «договорились о сотрудничестве на 2012–2013 годы» says how long, not when.
  if (/^на\s/iu.test(date.form) || /(?<!\p{L})на\s+$/iu.test(text.slice(Math.max(0, date.span.start - 4), date.span.start)))
    return isShort(date.edtf);
  // «С 4 по 10 апреля 25 офицеров слушали курс», «23–24 июня – саммит»: days are as good as a day.
  if (date.role === "period" && isDay(date.edtf) && isShort(date.edtf) && isSpelt(date))
    if (said?.subject && !said.verb ? !said.subject.governed && (tells || isBeside(said.subject.word, date)) : tells) return true;
  if (said?.rule === "noun" && /^(?:этап|фаз)/.test(said.subject?.word.form ?? "") && setFor.test(wordsOf(text, stretch)))
    return true;
  const operation = stretch.named.some((n) => n.entity.kind === "operation");
  if (said?.rule === "noun" && date.role === "background" && isPreposed(text, date)) return true;
  // «Индия подала заявку в ШОС в 2014 году», «С 1997 года МОМ работает в Казахстане»: an organisation's own past.
  const whose = operation || stretch.named.some((n) => n.entity.kind === "organization");
  const named = operation && said?.rule === "noun" && said.type === "operation";
  if ((said === null || named) && tells && (whose || (said === null && ofHer.test(wordsOf(text, stretch))))) {
    if (date.role === "background") return true;
    // «МОМ с 2002 года вернула домой 4 тысячи человек» counts.
    const rest = text.slice(stretch.span.start, date.span.start) + text.slice(date.span.end, stretch.span.end);
    if (date.edtf.endsWith("/..") && !/\d|тысяч|миллион/u.test(rest.replace(/-\d{4}/g, ""))) return true;
  }
  if (said?.subject && isShort(date.edtf) && wasDue.test(wordsOf(text, stretch))) return true;
  // «операция «…» с 1 по 5 июня охватила …»: a day or days in the clause of a named operation are its own, whatever the verb.
  if (operation && said?.type === "operation" && isDay(date.edtf) && isShort(date.edtf)) return true;
  return (
    said !== null &&
    said.verb !== null &&
    said.verb.class !== "say" &&
    (said.strength >= 2 || operation || said.rule === "held-unnamed")
  );
}

const wordsOf = (text: string, {span}: Stretch) => text.slice(span.start, span.end);

const isNext = /^[\s«"–—-]*(?:следующ|очередн|ближайш|нов)\p{L}{2,3}\s+(?:\p{L}+\s+)?$/iu;

// «Третий этап рассчитан на период с 1 апреля по 30 сентября», «активная фаза приходится на июль»
const setFor = /(?<!\p{L})(?:рассчитан|прид[её]тся|приходится|приш[её]лся|пришлась|отведен|отвед[её]н)[аоы]?(?!\p{L})/iu;

/** «Манёвры должны были проходить с 10 по 14 октября»: days that were set, whether kept or not. */
export const wasDue =
  /(?<!\p{L})долж(?:ен|на|но|ны)\s+был[аои]?\s+(?:пройти|проходить|состояться|начаться|проводиться|стартовать|открыться|завершиться|длиться|продлиться)(?!\p{L})/iu;

// «утверждённая 10 апреля в Минске Программа», «принятая в 2009 году стратегия»
export const isPreposed = (text: string, {span}: DateMention) =>
  /(?<!\p{L})(?:утвержд|одобр|принят|подписан|заключ|ратифицир)\p{L}*(?:[аяоы][яею]|ый|ого|ому|ым|ой|ую|ых|ыми)\s(?:(?:в|ещё в|еще в)\s)?$/iu.test(
    text.slice(Math.max(0, span.start - 40), span.start),
  );

/** «она», «её»: whoever or whatever was told of before. */
export const ofHer = /(?<!\p{L})(?:она|ей|е[её])(?!\p{L})/iu;

/** Whether a value is a day, or days. */
export const isDay = (edtf: string): boolean => /^[\dX]{4}-\d\d-\d\d/.test(edtf);

// «23–24 мая – саммит», not «23–24 мая – доклад о работе и итогах встреч».
const isBeside = (word: {start: number; end: number}, {span}: DateMention) =>
  Math.max(word.start - span.end, span.start - word.end) < 25;

// «с 5 по 9 июня», «с понедельника по среду», «сегодня и завтра», not «на прошлой неделе»
const isSpelt = ({form, rule}: DateMention) => /\d/.test(form) || rule === "weekdays" || rule === "day-words";

/** «обсудили подготовку к председательству в 2019 году», said in 2018: the year is not that of the talk. */
export function isAfter(date: DateMention, reference: string | null): boolean {
  const at = date.edtf === null ? null : bounds(date.edtf);
  const now = reference === null ? null : bounds(reference);
  return at !== null && now !== null && at.earliest >= now.latest + 86_400_000;
}

const isShort = (edtf: string) => {
  const b = bounds(edtf);
  return b ? b.latest - b.earliest < 40 * 86_400_000 : /^XXXX-.*\/XXXX-/.test(edtf);
};

// «готовятся к чемпионату 2012 года»: what one makes ready for has not happened; «приступили к операции» has.
const isPurpose = (text: string, at: number, {span}: Stretch) => {
  const before = text.slice(Math.max(0, at - 60), at);
  if (!/(?<!\p{L})ко?\s+(?:\p{L}+\s+){0,2}$/iu.test(before)) return false;
  return !joining.test(before) && !joined.test(text.slice(at, span.end));
};
// «пакет документов к саммиту 4 февраля»: the day right behind the noun is the noun's own.
const isItsDay = (text: string, at: number, {edtf, span}: DateMention) =>
  edtf !== null && isDay(edtf) && span.start >= at && /^(?:\s[\p{L}–-]+){0,5}\s$/u.test(text.slice(at, span.start));
// «К операции «…» 5 апреля подключился Азербайджан»
const joined = /^[^,;:]*(?<!\p{L})(?:приступ|присоедин|подключ)\p{L}*(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\p{L})/iu;
const joining = /(?<!\p{L})(?:приступ|присоедин|подключ|перешл)\p{L}*\s+ко?\s+(?:\p{L}+\s+){0,2}$/iu;
