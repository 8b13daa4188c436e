import {type Precision} from "../../model/edtf.ts";
import {type Span} from "../../model/span.ts";
import {type Unit} from "./words.ts";

/** A calendar date as far as the words give it. `year`: a number, unknown, or told by `yearBy` (0 текущего, -1 прошлого года) or `sameYear`. */
export type Calendar = {
  kind: "calendar";
  precision: Precision;
  year: number | null;
  yearBy: number | null;
  sameYear: boolean;
  /** Month, season, quarter or half, by `precision`. */
  part: number | null;
  day: number | null;
  /** 1 Monday … 7 Sunday. */
  weekday: number | null;
  time: string | null;
  edge: Edge | null;
  /** «Минувшей осенью», «в минувшем мае»: the last one that is over. */
  over?: boolean;
};
export type Edge = "start" | "middle" | "end";

/** What the words of a date say, before the item's context is asked. */
export type Reading =
  | Calendar
  /** null: open. */
  | {kind: "range"; from: Reading | null; to: Reading | null}
  /** The unit that lies `by` units from the present one: вчера, в прошлом году, до конца месяца. */
  | {kind: "offset"; unit: Unit; by: number; edge: Edge | null}
  /** So many units from the item's day, from the day last named, or from whatever time was named nearby: 5 дней назад, 18 лет назад в этот день, годом ранее; through verbs: «через год открылся» goes on from what was told, «через год откроется» from today. `exact`: to the day, «ровно год назад». */
  | {
      kind: "shift";
      steps: {unit: Unit; by: number}[];
      from: "reference" | "named" | "nearest" | "told" | "verbs";
      exact?: boolean;
    }
  /** `by` null: whichever weekday the sentence speaks of. */
  | {kind: "weekday"; weekday: number; by: number | null}
  /** `nth` of the weekdays within; -1 the last. */
  | {kind: "weekday-in"; weekday: number; nth: number; within: Reading}
  /** The last (-1) or next (1) so many units. */
  | {kind: "stretch"; unit: Unit; count: number; sign: -1 | 1}
  /**
   * A day of the month that lies `by` from the present one (с 11 до 15 числа, 5 числа прошлого месяца), of the month last named
   * (null), or of the one named nearby, else the nearest that the verbs allow («18-го»).
   */
  | {kind: "day-of-month"; day: number; by: number | null | "nearest"}
  /** в тот же день, в том же году; null: тогда же, as exactly as the time was named. */
  | {kind: "same"; unit: Unit | null}
  /** накануне */
  | {kind: "eve"}
  | {kind: "vague"}
  /** The day so many years before the date of the sentence: 25-летие, исполнилось 25 лет. */
  | {kind: "jubilee"; years: number};

/** A date phrase found in the text. */
export type Phrase = {
  span: Span;
  /** Name of the grammar rule. */
  rule: string;
  reading: Reading;
  approximate: boolean;
  /** Part of a proper name: «Рубеж-2018», COVID-2019. */
  named: boolean;
  /** Why it is no date although it looks like one: 31 апреля; such a phrase is reported and left out. */
  wrong: string | null;
};

/** A calendar date with nothing but what is given. */
export function calendar(precision: Precision, known: Partial<Calendar>): Calendar {
  return {
    kind: "calendar",
    precision,
    year: null,
    yearBy: null,
    sameYear: false,
    part: null,
    day: null,
    weekday: null,
    time: null,
    edge: null,
    ...known,
  };
}

/** What a shared month or year gives to the other dates of a list. */
export const shared = (c: Calendar): Partial<Calendar> => ({year: c.year, yearBy: c.yearBy, sameYear: c.sameYear});
