import {type Calendar} from "./reading.ts";
import {type Hit, type Source, endOf, follows, glued, suffixAt, word} from "./source.ts";
import {finish} from "./time-of-day.ts";
import {type Tail, yearNumber, yearTail} from "./year.ts";

type Dated = Hit<Calendar>;

/** A day of the month as a number or an ordinal in words. */
export function dayNumber(s: Source, i: number): {day: number; next: number; end: number; suffixed: boolean} | null {
  const token = s.tokens[i];
  if (!token) return null;
  if (!token.word) {
    if (token.form.length > 2 || glued(s, token.start)) return null;
    if (token.value < 1 || token.value > 99) return null;
    const suffix = suffixAt(s, i + 1);
    return {day: token.value, next: i + 1 + suffix, end: endOf(s, i + suffix), suffixed: suffix > 0};
  }
  const tens = token.word.t === "cardinal" ? token.word.v : token.word.t === "ordinal" ? token.word.v : 0;
  if (token.word.t === "cardinal" && tens !== 20 && tens !== 30) return null;
  if (token.word.t === "cardinal") {
    const unit = word(s, i + 1, "ordinal");
    if (!unit || unit.v > 9 || !follows(s, i + 1, token.end, ["", "-"])) return null;
    return {day: tens + unit.v, next: i + 2, end: endOf(s, i + 1), suffixed: true};
  }
  return token.word.t === "ordinal" && tens >= 1 && tens <= 30 ? {day: tens, next: i + 1, end: token.end, suffixed: true} : null;
}

const closing = ["»", "”", '"'];
/** Whether the number stands in quotation marks, as on papers: «15» июня 2021 г. */
export const inQuotes = (s: Source, i: number): boolean => {
  const {start = 0, end = 0} = s.tokens[i] ?? {};
  return /["«“]/.test(s.text[start - 1] ?? "") && closing.includes(s.text[end] ?? "");
};

/** 13 декабря, 13-го декабря 2023 года в 14:26, двадцать пятое мая. */
export function dayMonth(s: Source, i: number): Dated | null {
  const d = dayNumber(s, i);
  if (!d) return null;
  let j = d.next;
  let between = d.end;
  if (word(s, j, "prep")?.v === "of" && s.tokens[j]?.form === "of" && follows(s, j, d.end)) between = endOf(s, j++);
  const month = word(s, j, "month");
  if (!month || month.form === "case" || !follows(s, j, between, inQuotes(s, i) ? closing : ["", "-", "/", "."])) return null;
  const token = s.tokens[j];
  if (token && token.sep === "." && s.tokens[i]?.word) return null;
  const end = endOf(s, j, month.form === "short");
  // «12.мая.2015»: the dots go on.
  const tail = yearTail(s, j + 1, end, {short: month.form === "short" || token?.sep === "."});
  const weekday = tail.year === null && tail.yearBy === null ? weekdayBeforeYear(s, j + 1, end) : null;
  if (weekday) {
    const hit = finish(s, {day: d.day, part: month.v, ...weekday.tail}, weekday.tail.next, weekday.tail.end, "day-month-year");
    return hit && {...hit, reading: {...hit.reading, weekday: weekday.v}};
  }
  return finish(
    s,
    {day: d.day, part: month.v, ...tail},
    tail.next,
    tail.end,
    tail.year !== null ? "day-month-year" : "day-month",
  );
}

// «12 мая (вторник) 2015 г.», «12 мая, вторник, 2015 год»
function weekdayBeforeYear(s: Source, j: number, end: number): {v: number; tail: Tail} | null {
  const named = word(s, j, "weekday");
  if (!named || !follows(s, j, end, ["(", ","]) || !follows(s, j + 1, endOf(s, j), [")", ","])) return null;
  const y = s.tokens[j + 1]?.word ? null : yearNumber(s, j + 1);
  return y && y.year >= 1900 && y.year <= 2100 ? {v: named.v, tail: {...y, yearBy: null, sameYear: false}} : null;
}

/** December 13, 2023. */
export function monthDay(s: Source, i: number): Dated | null {
  const month = word(s, i, "month");
  if (!month) return null;
  const d = dayNumber(s, i + 1);
  const first = s.tokens[i + 1];
  if (!d || !first || first.word || first.lines || d.day > 31 || !follows(s, i + 1, endOf(s, i, true), ["", ","])) return null;
  const tail = yearTail(s, d.next, d.end, {short: false});
  // «Июнь, 15, 2021»
  if (first.sep === "," && tail.year === null) return null;
  // «в мае 15 стран»: in Russian the day stands before its month, unless a year settles it.
  if (tail.year === null && /[а-я]/.test(s.tokens[i]?.form ?? "")) return null;
  return finish(s, {day: d.day, part: month.v, ...tail}, tail.next, tail.end, "month-day-year");
}
