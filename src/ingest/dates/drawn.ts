import {type DateValue} from "../../model/edtf.ts";
import {type Basis, type DateRole} from "../../model/mention.ts";
import {type Span} from "../../model/span.ts";
import {type Day} from "./days.ts";
import {type Phrase} from "./reading.ts";
import {type sentenceYears} from "./sentence-year.ts";
import {type Standpoint} from "./standpoint.ts";
import {type Tense} from "./tense.ts";
import {type Told} from "./told.ts";
import {type yearHints} from "./year-hints.ts";

/** The year the page says for a stamp that leaves it out, and by which rule; in doubt where only its clock says so. */
export type PageYear = {year: number; span: Span; note: string; uncertain: boolean};

/** What the value of a phrase may be drawn from. */
export type Scope = {
  text: string;
  roles: ReadonlyMap<Phrase, DateRole> | undefined;
  at: Standpoint;
  told: Told;
  years: ReturnType<typeof sentenceYears>;
  hints: ReturnType<typeof yearHints>;
  pageYear: PageYear | null;
  /** Which way the words around a phrase point. */
  points: (phrase: Phrase) => Tense;
  /** The day of what an item without a date of its own tells first: «сего года», «следующего года» count from its year. */
  story: () => {day: Day; span: Span} | null;
};

/** A value and where it comes from. */
export type Drawn = {value: DateValue | null; basis: Basis; note: string | null; from: Span[]};

export const stated = (value: DateValue): Drawn => ({value, basis: "stated", note: null, from: []});
export const unresolved: Drawn = {value: null, basis: "none", note: null, from: []};

/** A value counted from the item's own date. */
export function relativeTo({by, own}: Standpoint, value: DateValue | null): Drawn {
  if (!value) return unresolved;
  const note = by === "dateline" ? "relative-to-dateline" : by === "opening" ? "relative-to-date" : "relative-to-stamp";
  return {value, basis: "relative", note, from: own};
}

/** A value counted from a time the text named. */
export const relativeToDate = (value: DateValue, span: Span): Drawn => ({
  value,
  basis: "relative",
  note: "relative-to-date",
  from: [span],
});

/** A value in the year of a date the text names. */
export function inYearOf(past: {span: Span}, value: DateValue): Drawn {
  return {value, basis: "inferred", note: "year-from-date", from: [past.span]};
}
