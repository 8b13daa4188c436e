import {type DateValue, daysIn} from "../../model/edtf.ts";
import {type Day, dayOfPoint, dayPoint, plusDays, plusMonths, pointAt, weekdayOf} from "./days.ts";
import {type Tense, lookBack} from "./tense.ts";
import {type Unit} from "./words.ts";

type Step = {unit: Unit; by: number};

/** The unit that lies `by` units from the present one; null without a day to count from. `floating`: of an unknown year, so that only days can be told. */
export function offsetValue(unit: Unit, by: number, today: Day | null, year: number | null, floating: boolean): DateValue | null {
  if (year !== null) {
    if (unit === "year") return pointAt("year", year + by);
    if (unit === "century") return pointAt("century", (Math.floor(year / 100) + by) * 100);
    if (unit === "decade") return pointAt("decade", (Math.floor(year / 10) + by) * 10);
  }
  if (!today) return null;
  if (unit === "day") {
    const day = dayPoint(plusDays(today, by));
    return floating ? {...day, year: null} : day;
  }
  if (floating) return null;
  switch (unit) {
    case "week": {
      const monday = plusDays(today, 1 - weekdayOf(today) + by * 7);
      return {kind: "interval", start: dayPoint(monday), end: dayPoint(plusDays(monday, 6))};
    }
    case "month": {
      const d = plusMonths({...today, day: 1}, by);
      return pointAt("month", d.year, d.month);
    }
    case "quarter":
    case "half": {
      const size = unit === "quarter" ? 3 : 6;
      const count = 12 / size;
      const index = today.year * count + Math.floor((today.month - 1) / size) + by;
      return pointAt(unit, Math.floor(index / count), (((index % count) + count) % count) + 1);
    }
    default:
      return null;
  }
}

const monthsIn = (unit: Unit): number => ({month: 1, year: 12, decade: 120, century: 1200})[unit as string] ?? 0;
const yearsIn = (unit: Unit): number => ({year: 1, decade: 10, century: 100})[unit as string] ?? 0;

/** So many units from a day, as exactly as the finest unit counts; `exact` keeps the day: «18 лет назад в этот день». */
export function shiftedDay(from: Day, steps: readonly Step[], exact: boolean): DateValue {
  let d = from;
  for (const {unit, by} of steps)
    d =
      unit === "day" || unit === "week"
        ? plusDays(d, by * (unit === "week" ? 7 : 1))
        : plusMonths(d, by * (monthsIn(unit) || 12));
  const finest = steps.at(-1)?.unit;
  if (exact || finest === "day" || finest === "week") return dayPoint(d);
  return finest === "month" ? pointAt("month", d.year, d.month) : pointAt("year", d.year);
}

/** The same from a month; null for days and weeks. */
export function shiftedMonth(from: Day, steps: readonly Step[]): DateValue | null {
  return steps.every((step) => monthsIn(step.unit)) ? shiftedDay(from, steps, false) : null;
}

/** The same from a year; null for anything finer. */
export function shiftedYear(from: number, steps: readonly Step[]): DateValue | null {
  return steps.every((step) => yearsIn(step.unit))
    ? pointAt(
        "year",
        steps.reduce((year, {unit, by}) => year + by * yearsIn(unit), from),
      )
    : null;
}

/** The day of a weekday seen from a day; `by` null leaves it to the verbs whether the last or the coming one is meant. */
export function weekdayValue(weekday: number, by: number | null, today: Day, verbs: () => Tense): DateValue {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const back = ahead ? ahead - 7 : 0;
  let days: number;
  if (by === null) {
    const points = verbs();
    days = lookBack(points) ? back : points ? ahead : ahead > 3 ? back : ahead;
  } else if (by === 0) days = weekday - weekdayOf(today);
  else days = by < 0 ? (ahead ? ahead - 7 : -7) + (by + 1) * 7 : (ahead || 7) + (by - 1) * 7;
  return dayPoint(plusDays(today, days));
}

/** «С понедельника по пятницу»: the stretch that holds the day when nothing points elsewhere, else the last or the next one. */
export function weekdaysValue(from: number, to: number, today: Day, verbs: () => Tense): DateValue {
  const length = (to - from + 7) % 7;
  const since = (weekdayOf(today) - from + 7) % 7;
  const points = verbs();
  // Days from today to the first of the stretch that began last.
  let start = -since;
  const runs = since <= length;
  if (points === "future" || points === "leaning")
    start = runs && since > 0 && points === "leaning" ? start : since ? 7 - since : 0;
  else if (lookBack(points)) start = since < length ? start - 7 : start;
  else if (!runs && 7 - since <= 3) start = 7 - since;
  const day = (by: number) => dayPoint(plusDays(today, by));
  return {kind: "interval", start: day(start), end: day(start + length)};
}

/** The `nth` of a weekday in a month (-1: the last), or the weekday of a week; null when there is none. */
export function weekdayWithin(weekday: number, nth: number, within: DateValue): DateValue | null {
  if (within.kind === "interval")
    return typeof within.start === "object" ? dayPoint(plusDays(dayOfPoint(within.start), weekday - 1)) : null;
  if (within.part === null || within.year === null) return null;
  const first = dayOfPoint({...within, day: 1});
  const size = daysIn(first.year, first.month);
  const day = 1 + ((weekday - weekdayOf(first) + 7) % 7);
  const found = nth < 0 ? day + 7 * Math.floor((size - day) / 7) : day + 7 * (nth - 1);
  return found <= size ? dayPoint({...first, day: found}) : null;
}

/** The last (-1) or next (1) so many units; null without the day, or the year, to count from. */
export function stretchValue(unit: Unit, count: number, sign: -1 | 1, today: Day | null, year: number | null): DateValue | null {
  const [first, last] = sign < 0 ? [-count, -1] : [1, count];
  if (unit === "year")
    return year === null ? null : {kind: "interval", start: pointAt("year", year + first), end: pointAt("year", year + last)};
  if (!today) return null;
  if (unit === "month") {
    const [a, b] = [plusMonths({...today, day: 1}, first), plusMonths({...today, day: 1}, last)];
    return {kind: "interval", start: pointAt("month", a.year, a.month), end: pointAt("month", b.year, b.month)};
  }
  if (unit !== "day" && unit !== "week") return null;
  const days = unit === "week" ? 7 * count : count;
  const [a, b] = sign < 0 ? [-days, -1] : [1, days];
  return {kind: "interval", start: dayPoint(plusDays(today, a)), end: dayPoint(plusDays(today, b))};
}
