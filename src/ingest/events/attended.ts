import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {type Clue} from "./clues.ts";
import {bare, type Happening, onDate} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";

const ordinal = /^(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|юбилейн|first|second|third)/;

// «на полях саммита», «in the margins of the plenary»: a gathering of its own, beside which something else happened.
const aside = /(?<!\p{L})(?:на полях|в кулуарах|(?:in|on) the (?:margins|sidelines) of(?: the)?)\s+(?:[\p{Lu}]+\s+)*$/u;

// «к седьмой сессии совета, которая должна пройти в Оше»
const toCome = /^[^,;.]{0,90},\s+котор\p{L}+\s+(?:\p{L}+\s)?(?:должн|планир|заплан|намечен|пройд|состоит|состоят|будет)/iu;

/**
 * Gatherings that are not the news but are named in it: «выступил в ходе II Минской конференции», «на втором Совещании
 * министров». Only those with a number or a name of their own; any «на саммите» is the scene of the event told.
 */
export function attended(
  text: string,
  sentences: readonly Sentence[],
  known: readonly Happening[],
  list: readonly Word[],
): Happening[] {
  const found: Happening[] = [];
  const told = new Set(
    known.filter((h) => h.rules.includes("dated") && h.subject?.governed === true).flatMap((h) => h.sentences),
  );
  for (const sentence of sentences) {
    if (told.has(sentence)) continue;
    for (const noun of sentence.clues) {
      if (noun.class !== "noun" || noun.type !== "meeting") continue;
      const from = phraseStart(text, list, noun.at, sentence.from);
      const besides = aside.test(
        text.slice(Math.max(sentence.span.start, (list[from]?.start ?? 0) - 60), list[from]?.start ?? 0),
      );
      if (!besides && (!noun.governed || from === noun.at || !isNamed(list, from, noun))) continue;
      const stretch = part(sentence, {start: list[from]?.start ?? noun.word.start, end: sentence.span.end}, list);
      const own = {...stretch, clues: stretch.clues.filter((c) => c === noun)};
      const status = toCome.test(text.slice(noun.word.end, sentence.span.end)) ? "planned" : "happened";
      found.push({
        ...bare(sentence, own, {type: "meeting", subject: noun, verb: null}, status, ["attended"]),
        ...itsDay(text, sentence, noun),
      });
    }
  }
  return found;
}

// «будет представлен на шестидесятом заседании Совета командующих 11–12 июня»: the day that follows the name of the gathering at once.
function itsDay(text: string, sentence: Sentence, noun: Clue): Partial<Happening> {
  const from = noun.word.end;
  const date = sentence.dates.find((d) => d.span.start >= from);
  if (!date?.edtf || (date.role !== "event" && date.role !== "period")) return {};
  const between = text.slice(from, date.span.start);
  if (between.length > 90 || /[,;:()\n–—]/u.test(between)) return {};
  if (sentence.clues.some((c) => c !== noun && c.word.start > from && c.word.start < date.span.start)) return {};
  return onDate(date);
}

function isNamed(list: readonly Word[], from: number, noun: Clue): boolean {
  for (let i = from; i < noun.at; i++) {
    const word = list[i];
    if (!word) continue;
    if (/^[ivxlc]+$/.test(word.form) && word.shape !== "lower") return true;
    if (ordinal.test(word.form)) return true;
  }
  return false;
}

/** A gathering is about when the event beside it was: the arrival or the meeting that the same lines date. */
export function datedByNeighbour(h: Happening, all: readonly Happening[], published: string | null): Happening {
  if (h.when !== null || h.status === "planned" || !h.rules.includes("attended")) return h;
  const own = h.sentences[0]?.index ?? 0;
  const beside = (o: Happening) => o.sentences[0] === h.sentences[0];
  const near = [...all.filter(beside), ...all].find(
    (o) =>
      o !== h &&
      o.date !== null &&
      o.when !== null &&
      /^\d{4}-\d\d-\d\d/.test(o.when) &&
      o.sentences.some((s) => Math.abs(s.index - own) <= 2),
  );
  const day = near?.when ?? published;
  return day ? {...h, when: `${day.slice(0, 10)}~`, basis: "inferred", note: near ? "near-event" : "item-date"} : h;
}

const dayOrDays = /^\d{4}-\d\d-\d\d[?~]?(?:\/\d{4}-\d\d-\d\d[?~]?)?$/;
const beside =
  /(?<!\p{L})(?:на полях|в кулуарах|в ходе|по итогам|на)\s+(?:\p{L}+\s+)?(?:заседани|встреч|саммит|совещани|сесси)\p{L}*/iu;
const parallel = /^[\s«"•●–—-]*(?:параллельно|одновременно|в то же время|в эти же дни|meanwhile|at the same time)(?!\p{L})/iu;
// What is told of another time: «Ранее в Бухаре прошло совещание», «Первое заседание принимала Украина».
const ofOld =
  /(?<!\p{L})(?:ранее|раньше|прежде|тогда|впервые|перв(?:ое|ый|ая|ые|ую)|предыдущ\p{L}*|прошл(?:ый|ого|ом|ой|ая|ую|ые|ых|ыми)|неоднократно|ежегодно|регулярно|когда|уже|всего|earlier|previous\p{L}*|first|former)(?!\p{L})/iu;

/**
 * What is told to have happened and has no day of its own was about then: «Параллельно шла отработка» at the time of what was
 * told before it, «Стороны подписали протокол» at the meeting told of, «В Бишкеке прошло и совещание» at the item's own day.
 */
export function datedByItem(text: string, h: Happening, before: readonly Happening[], published: string | null): Happening {
  const own = h.sentences[0];
  if (
    h.when !== null ||
    h.date ||
    h.status !== "happened" ||
    !own ||
    own.dates.some((d) => d.role === "event" && !/^на\s/iu.test(d.form))
  )
    return h;
  const words = text.slice(own.span.start, own.span.end);
  const at = (o: Happening) => o.sentences[0]?.index ?? -99;
  const dated = before.filter((o) => o.date !== null && o.status !== "planned" && dayOrDays.test(o.when ?? ""));
  const last = dated.at(-1);
  if (last && parallel.test(words) && own.index - at(last) <= 3) return aboutThen(h, last, "in-parallel");
  if (!h.rules.includes("told") || ofOld.test(words)) return h;
  const day = published && /^\d{4}-\d\d-\d\d/.test(published) ? published.slice(0, 10) : null;
  if (h.type === "agreement" || (h.type === "statement" && h.verb?.class === "act")) {
    const meeting = dated.findLast((o) => o.type === "meeting");
    const far = meeting ? own.index - at(meeting) : Infinity;
    const fresh = meeting && day !== null && dated[0] === meeting && daysBetween(meeting.when ?? "", day) <= 7;
    return meeting && (far <= 4 || fresh || (far <= 14 && beside.test(words))) ? aboutThen(h, meeting, "at-meeting") : h;
  }
  // A paragraph that tells of old days goes on in them.
  const old = dated.some(
    (o) => o.sentences.some((s) => s.paragraph === own.paragraph) && daysBetween(o.when ?? "", day ?? "") > 31,
  );
  if (day === null || old || h.type === "other" || h.type === "statement") return h;
  return {...h, when: `${day}~`, basis: "inferred", note: "item-date", rules: [...h.rules, "at-item"]};
}

function aboutThen(h: Happening, other: Happening, rule: string): Happening {
  const when = other.when?.replace(/[?~]/g, "") ?? "";
  return {...h, when: when.includes("/") ? when : `${when}~`, basis: "inferred", note: "near-event", rules: [...h.rules, rule]};
}

// Days from the beginning of one date to another.
const daysBetween = (a: string, b: string): number => (Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / 86_400_000;
