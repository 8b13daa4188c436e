import {type Bounds, type DatePoint} from "../../model/edtf.ts";
import {type Day, boundsOf, gap, instant, pointAt, weekdayOf} from "./days.ts";
import {type Calendar} from "./reading.ts";
import {type Tense} from "./tense.ts";

/** Whether the date is one whose year is often left out: a day or a month. */
export const yearless = (c: Calendar): boolean => c.precision === "day" || c.precision === "time" || c.precision === "month";

/** The calendar date as a point of a year. */
export function pointOf(c: Calendar, year: number | null): DatePoint {
  return {...pointAt(c.precision, year ?? c.year, c.part, c.day), time: c.precision === "time" ? c.time : null};
}

/** The year that puts the date nearest to the item's day; a weekday or the verb may forbid one. */
export function nearestYear(c: Calendar, today: Day, verbs: () => Tense, named: number | null = null): number {
  const {part, day, weekday} = c;
  const fits = (year: number) =>
    weekday === null || part === null || day === null || weekdayOf({year, month: part, day}) === weekday;
  // A quarter or a half without its year is the item's own year's, whichever end of it is nearer.
  if (c.precision === "quarter" || c.precision === "half") {
    const way = verbs();
    if (!way) return today.year;
    // «Во втором полугодии пройдут …», said in its last weeks: the next one.
    const {earliest, latest} = boundsOf(pointOf(c, today.year));
    const left = latest - instant(today);
    if (way === "future" && left > 0 && left < (latest - earliest) / 6) return today.year + 1;
  }
  const whole = {...c, time: null, precision: c.precision === "time" ? ("day" as const) : c.precision};
  return nearest(today, (year) => boundsOf(pointOf(whole, year)), verbs, named, fits);
}

/** The year in which a stretch of time lies nearest to the item's day, by the same rules; the year in a name beside it («Канал-2021») weighs as well. */
export function nearest(
  today: Day,
  stretch: (year: number) => Bounds,
  verbs: () => Tense,
  named: number | null = null,
  fits: (year: number) => boolean = () => true,
): number {
  const years = [today.year, today.year - 1, today.year + 1]
    .filter(fits)
    .map((year) => ({year, days: gap(today, stretch(year))}));
  // A day or two from the item's own no verb can move; most dates of news are such, and reading verbs takes time.
  const close = years.find(({days}) => Math.abs(days) <= 2);
  if (close) return close.year;
  const points = verbs();
  let best = today.year;
  let least = Infinity;
  for (const {year, days} of years) {
    // News looks back: of two years about as near the past one stands.
    let cost = days <= 0 ? -days : days * 1.5;
    // A verb is no proof: a day told to be over that lies a few days ahead is not one of almost a year ago.
    if (days > 0) cost += points === "past" ? 330 : points === "rather-past" ? 100 : 0;
    if (points === "leaning" && days < 0) cost *= 6;
    // A report may follow its plan by a day.
    if (points === "future" && days < -3) cost += 1000;
    if (named !== null && named !== year) cost += 150;
    if (cost < least) [best, least] = [year, cost];
  }
  return best;
}
