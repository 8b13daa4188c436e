import {parseEdtf, type Edtf} from "../../model/edtf.ts";
import {type Span} from "../../model/span.ts";
import {type Day} from "./days.ts";

/** The item's own date, which years and relative words are drawn from. `span` is null when it came from outside the text. */
export type Reference = {date: Edtf; span: Span | null; by: "stamp" | "dateline" | "opening" | "given"};

/** Where the item stands in time, as far as its own date says. */
export type Standpoint = {
  by: Reference["by"] | null;
  /** Its day; `about`: its day or the middle of its month, as near to other dates as any day of it; `floating`: its day without a year. */
  today: Day | null;
  about: Day | null;
  floating: Day | null;
  year: number | null;
  uncertain: boolean;
  /** The words it comes from. */
  own: Span[];
};

/** Where an item with such a date stands. */
export function standpointOf(reference: Reference | null): Standpoint {
  const date = reference ? parseEdtf(reference.date) : null;
  const point = date?.kind === "point" ? date : null;
  const known = point && point.year !== null ? point : null;
  const year = known?.year ?? null;
  const today: Day | null = known?.part && known.day !== null ? {year: known.year ?? 0, month: known.part, day: known.day} : null;
  return {
    by: reference?.by ?? null,
    today,
    // «№ 2 (июнь 2006)»
    about: today ?? (known?.precision === "month" && known.part ? {year: known.year ?? 0, month: known.part, day: 15} : null),
    // A dateline without its year still says which day «сегодня» is.
    floating:
      point && point.year === null && point.part !== null && point.day !== null
        ? {year: 2001, month: point.part, day: point.day}
        : null,
    year,
    uncertain: known?.uncertain === true,
    own: reference?.span ? [reference.span] : [],
  };
}
