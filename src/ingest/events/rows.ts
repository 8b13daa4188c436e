import {datable} from "./telling-dates.ts";
import {holdable} from "./actors.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {titleOf} from "../titles.ts";
import {bare, type Happening, onDate} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

// «1. », «• », «4) », or nothing.
const mark = /^[\s–—•▪●*\-\d.)]*$/u;
// Behind the date stands where: «, г. Минск», « (Ташкент)», « Кыргызская Республика».
const placeBehind = /^[\s,;(|–—-]*(?:(?:в\s)?(?:гг?\.|город\p{L}?)?\s?\p{Lu}[^.!?:]{1,70})?[\s).;]*$/u;
// Before it a gap, a comma, a dash, a bracket: «Заседание Совета глав правительств   29 мая», not «Заседание было 29 мая».
const apart = /(?:\s{2,}|[,;:(|\t–—-]\s*|\)\s)(?:(?:в|на|с)\s)?$/iu;
const someTime =
  /(?:\s{2,}|[,;:(|–—-]\s*)(?:в\sтечение\s(?:\p{L}+\s)?(?:квартала|полугодия|года|месяца|периода)|(?:дата|сроки?)(?:\sпроведения)?\s(?:уточня|определя|согласовыва|будет|будут)\p{L}*(?:\s\p{L}+)?|по\sсогласованию|ежеквартально)(?!\p{L})/iu;

/**
 * «1. Заседание Совета глав правительств СНГ   29 мая, г. Бурабай»: a row of a plan or a calendar, its gathering first, its day
 * and place behind, and no verb. Without a day of its own («в течение квартала») it has the time the plan is for.
 */
export function rowEntry(
  text: string,
  sentence: Sentence,
  list: readonly Word[],
  reference: string | null,
  sentences: readonly Sentence[],
): Happening | null {
  const noun = rowNoun(text, sentence);
  if (!noun) return null;
  const dates = sentence.dates.filter((d) => d.edtf !== null && datable.has(d.role) && d.span.start > noun.word.end);
  const date = dates.at(-1);
  const end = text.slice(date?.span.end, sentence.span.end);
  const own =
    date && placeBehind.test(end) && apart.test(text.slice(Math.max(sentence.span.start, date.span.start - 8), date.span.start))
      ? date
      : null;
  const loose = own ? null : someTime.exec(text.slice(noun.word.end, sentence.span.end));
  const when = own ?? (loose && !dates.length ? periodOfPlan(text, sentences, sentence) : null);
  if (!when) return null;
  const stop = own ? own.span.start : noun.word.end + (loose?.index ?? 0);
  const head = part(sentence, {start: sentence.span.start, end: stop}, list);
  const status = statusOf("", null, when.edtf, reference);
  const said = {type: noun.type, subject: noun, verb: null} as const;
  return {
    ...bare(sentence, sentence, said, status, ["dated", "row"]),
    ...onDate(when),
    title: titleOf(text, head, list, noun, null),
  };
}

// The gathering a row opens with, where it has no verb.
function rowNoun(text: string, sentence: Sentence) {
  const [noun] = sentence.clues;
  if (!noun || sentence.isTitle || noun.class !== "noun" || !holdable.has(noun.type) || noun.governed) return null;
  const opens = sentence.from;
  if (noun.at - opens > 4 || sentence.clues.some((c) => c.class !== "noun")) return null;
  const start = text.slice(sentence.span.start, sentence.span.start + 8);
  const first = /[\p{L}«"]/u.exec(start);
  return first && mark.test(start.slice(0, first.index)) && /[\p{Lu}«"]/u.test(first[0]) ? noun : null;
}

const bulleted = /^\s*(?:[–—•▪●*-]|\d{1,2}[.)])\s/u;

/** Rows that make a list a calendar. */
const fewest = 2;

// «КАЛЕНДАРНЫЙ ПЛАН основных мероприятий на II квартал 2015 года», «В плане на 2010 год»
const isPlanHead = (text: string, {span}: Sentence) =>
  /(?<!\p{L})(?:план|график|календар|перечень|расписани|agenda|calendar|schedule)/iu.test(text.slice(span.start, span.end)) &&
  !/[.!?]\s*$/.test(text.slice(span.start, span.end));

/** Sentences a plan's heading answers for. */
const reach = 100;

// The time the plan above a list is for, as its heading says.
function periodOfPlan(text: string, sentences: readonly Sentence[], {index}: Sentence): DateMention | null {
  const head = sentences.slice(Math.max(0, index - reach), index).findLast((s) => s.dates.length > 0 && isPlanHead(text, s));
  return head?.dates.find((d) => d.edtf !== null && /^\d{4}(?:-\d\d)?$/.test(d.edtf)) ?? null;
}

/** A heading over the rows of a plan names the plan; what it plans is told by its rows. */
export function withoutPlanHeads(text: string, happenings: readonly Happening[]): Happening[] {
  const isRow = (h: Happening) =>
    h.rules.some((r) => r === "row" || r === "calendar") ||
    (h.verb === null &&
      h.date !== null &&
      h.type !== "strategy" &&
      (h.date.span.start - h.stretch.span.start < 3 || bulleted.test(text.slice(h.stretch.span.start, h.stretch.span.end))));
  const rows = happenings.filter(isRow).length;
  if (rows < fewest) return [...happenings];
  return happenings.filter((h) => {
    const [own] = h.sentences;
    return !(h.type === "strategy" && own && h.verb === null && isPlanHead(text, own));
  });
}
