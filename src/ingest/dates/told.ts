import {type DatePoint, type DateValue} from "../../model/edtf.ts";
import {type DateRole} from "../../model/mention.ts";
import {type Span} from "../../model/span.ts";
import {type Phrase} from "./reading.ts";

/** A time the text named, and where. */
export type Named = {point: DatePoint; span: Span};

/** What the text has named up to a phrase, for words that count from it: «в тот же день», «годом позже», «18 сентября». */
export type Told = {
  /** The year last said in so many words, outside of names and stamps. */
  year: {year: number; part: number | null; span: Span} | null;
  named: Named | null;
  /** The days named so far, for «в тот же день» behind a month or a term. */
  days: Named[];
};

export const nothingTold = (): Told => ({year: null, named: null, days: []});

/** Adds a phrase that has its value. */
export function tell(text: string, told: Told, phrase: Phrase, value: DateValue | null, role: DateRole | null): void {
  const {reading, span} = phrase;
  if (reading.kind === "calendar" && reading.year !== null && !phrase.named && !role)
    told.year = {year: reading.year, part: reading.part, span};
  // What is told next follows the end of a stretch, not its beginning.
  const point = value?.kind === "interval" ? [value.end, value.start].find((e) => typeof e === "object") : value;
  if (!point || phrase.named || role === "crawl" || reading.kind === "jubilee") return;
  told.named = {point, span};
  // «комиссия по Соглашению от 6 марта 1998 года»: the day a paper is called by is not the one told of.
  const cited = /(?<!\p{L})от $/u.test(text.slice(Math.max(0, span.start - 4), span.start));
  if (point.day !== null && point.year !== null && !(cited && told.days.length > 0)) told.days.push(told.named);
}

/** Whether the time last named stands in the same paragraph and not far off. */
export function isNear(text: string, {named}: Told, phrase: Phrase): boolean {
  if (!named || phrase.span.start - named.span.end > 300) return false;
  return !text.slice(named.span.end, phrase.span.start).includes("\n");
}
