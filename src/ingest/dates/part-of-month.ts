import {daysIn} from "../../model/edtf.ts";
import {point} from "./calendar.ts";
import {ordinalAt} from "./coarse.ts";
import {type Reading, calendar, shared} from "./reading.ts";
import {type Source, endOf, follows, number, word} from "./source.ts";

/** One or more dates that share words («14, 16 и 20 мая»); `start` of each, for the words of a list lie apart. */
export type Parts = {
  parts: {start: number; end: number; reading: Reading; rule: string; wrong?: string}[];
  next: number;
  end: number;
};

/** Some days of a month: its decads, its first or last days. */
export const partOfMonth = (s: Source, i: number): Parts | null => tenDays(s, i) ?? firstDays(s, i) ?? lateDays(s, i);

// в первой декаде мая 2019 года: its days 1-10, 11-20, 21 to the end
function tenDays(s: Source, i: number): Parts | null {
  const count = ordinalAt(s, i);
  if (
    !count ||
    count.value < 1 ||
    count.value > 3 ||
    word(s, count.next, "unit")?.v !== "decad" ||
    !follows(s, count.next, count.end)
  )
    return null;
  const month =
    word(s, count.next + 1, "month") && follows(s, count.next + 1, endOf(s, count.next)) ? point(s, count.next + 1) : null;
  if (!month || month.reading.precision !== "month") return null;
  const first = count.value * 10 - 9;
  const last = count.value === 3 ? daysIn(month.reading.year ?? 2001, month.reading.part ?? 1) : first + 9;
  const at = (d: number) => calendar("day", {...shared(month.reading), part: month.reading.part, day: d});
  const reading: Reading = {kind: "range", from: at(first), to: at(last)};
  return {parts: [{start: s.tokens[i]?.start ?? 0, end: month.end, reading, rule: "ten-days"}], next: month.next, end: month.end};
}

// первые десять дней июля, последние 5 дней мая 2019 года: as many days from its beginning or to its end
function firstDays(s: Source, i: number): Parts | null {
  const side = word(s, i, "ordinal")?.v === 1 ? "start" : word(s, i, "span")?.v === -1 ? "end" : null;
  const count = side && follows(s, i + 1, endOf(s, i)) ? s.tokens[i + 1] : null;
  const days = !count ? 0 : count.word?.t === "cardinal" ? count.word.v : (number(s, i + 1)?.value ?? 0);
  if (!Number.isInteger(days) || days < 2 || days > 20) return null;
  if (word(s, i + 2, "unit")?.v !== "day" || !follows(s, i + 2, endOf(s, i + 1))) return null;
  const month = word(s, i + 3, "month") && follows(s, i + 3, endOf(s, i + 2)) ? point(s, i + 3) : null;
  if (!month || month.reading.precision !== "month") return null;
  const size = daysIn(month.reading.year ?? 2001, month.reading.part ?? 1);
  const at = (d: number) => calendar("day", {...shared(month.reading), part: month.reading.part, day: d});
  const reading: Reading =
    side === "start" ? {kind: "range", from: at(1), to: at(days)} : {kind: "range", from: at(size - days + 1), to: at(size)};
  return {
    parts: [{start: s.tokens[i]?.start ?? 0, end: month.end, reading, rule: "first-days"}],
    next: month.next,
    end: month.end,
  };
}

// в последних числах декабря, в 20-х числах июня: some days of the month
function lateDays(s: Source, i: number): Parts | null {
  const count = ordinalAt(s, i);
  const next = word(s, i, "span") ? i + 1 : count?.next;
  if (!next || !word(s, next, "number-of-month") || s.tokens[next]?.form === "числа" || !follows(s, next, endOf(s, next - 1)))
    return null;
  const month = word(s, next + 1, "month") && follows(s, next + 1, endOf(s, next)) ? point(s, next + 1) : null;
  if (!month || month.reading.precision !== "month") return null;
  const edge = word(s, i, "span") || (count && count.value >= 20) ? ("end" as const) : ("start" as const);
  return {
    parts: [{start: s.tokens[i]?.start ?? 0, end: month.end, reading: {...month.reading, edge}, rule: "days-of-some-month"}],
    next: month.next,
    end: month.end,
  };
}
