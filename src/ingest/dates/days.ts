import {type Bounds, type DatePoint, type Precision, bounds, daysIn} from "../../model/edtf.ts";

/** A day of the calendar; arithmetic is UTC, so no zone can shift it. */
export type Day = {year: number; month: number; day: number};

const ms = 86_400_000;
export const instant = (d: Day): number => new Date(0).setUTCFullYear(d.year, d.month - 1, d.day);
export const dayAt = (at: number): Day => {
  const date = new Date(at);
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
};

export const plusDays = (d: Day, by: number): Day => dayAt(instant(d) + by * ms);

/** The same day `by` months on, or the last of a shorter month. */
export function plusMonths(d: Day, by: number): Day {
  const total = d.year * 12 + d.month - 1 + by;
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return {year, month, day: Math.min(d.day, daysIn(year, month))};
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (d: Day): number => ((new Date(instant(d)).getUTCDay() + 6) % 7) + 1;

/** A point of EDTF without doubt. */
export function pointAt(
  precision: Precision,
  year: number | null,
  part: number | null = null,
  day: number | null = null,
): DatePoint {
  return {kind: "point", precision, year, part, day, time: null, uncertain: false, approximate: false};
}
export const dayPoint = (d: Day): DatePoint => pointAt("day", d.year, d.month, d.day);

/** Whole days between a day and a stretch: 0 inside, negative before it lies in the past. */
export function gap(from: Day, to: Bounds): number {
  const at = instant(from);
  if (at >= to.earliest && at < to.latest) return 0;
  return at < to.earliest ? (to.earliest - at) / ms : (to.latest - ms - at) / ms;
}

/** Bounds of a point whose year is known. */
export const boundsOf = (p: DatePoint): Bounds => bounds(p) ?? {earliest: -Infinity, latest: Infinity};

/** A point as a day; its first one when it is coarser. */
export const dayOfPoint = (p: DatePoint): Day => ({year: p.year ?? 0, month: p.part ?? 1, day: p.day ?? 1});
