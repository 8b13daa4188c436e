import {daysIn} from "../../model/edtf.ts";
import {type Calendar, calendar} from "./reading.ts";
import {type Hit, type Source, aloneOnLine, endOf, follows, number, word} from "./source.ts";
import {type Token} from "./tokens.ts";
import {finish, isTime} from "./time-of-day.ts";
import {isYearUnit} from "./year.ts";

type Dated = Hit<Calendar>;

const cut: readonly string[] = [".", "/", "-"];

// «15/08-2012»
const slashed = (b: Token, c: Token) => b.sep === "/" && c.sep === "-" && !c.spaced && c.form.length === 4;

// «15 / 06 / 2021», «15 – 06 – 2021», «15 | 06 | 2021»: all in full.
const parted = (a: Token, b: Token, c: Token) =>
  b.spaced && c.spaced && a.form.length === 2 && b.form.length === 2 && c.form.length === 4;

/** 4.VII.2019 */
export function romanMonth(s: Source, i: number): Dated | null {
  const [d, month, c] = [number(s, i), word(s, i + 1, "roman"), number(s, i + 2)];
  const sign = s.tokens[i + 1]?.sep ?? "";
  if (!d || !month || !c || !cut.includes(sign) || c.sep !== sign || s.tokens[i + 1]?.spaced || c.spaced) return null;
  if (month.v > 12 || d.form.length > 2 || d.value < 1 || tailOfNumber(s, i) || (c.form.length !== 4 && c.form.length !== 2))
    return null;
  const year = c.form.length === 4 ? c.value : c.value + (c.value < 50 ? 2000 : 1900);
  if (year < 1000 || year > 2199) return null;
  return finish(s, {year, part: month.v, day: d.value}, i + 3, c.end, "roman-month");
}

/** 13.12.2023, 13/12/23, 2023-12-13T14:26, 13.12.2023 г. `inRange`: the sign before it joins it to another date. */
export function numeric(s: Source, i: number, inRange = false): Dated | null {
  const [a, b, c] = [number(s, i), number(s, i + 1), number(s, i + 2)];
  if (!a || !b || !c || (b.sep !== c.sep && !slashed(b, c)) || b.lines || c.lines) return null;
  if (!cut.includes(b.sep) && b.sep !== "|") return null;
  if ((b.spaced || c.spaced || b.sep === "|") && b.sep !== "." && !parted(a, b, c)) return null;
  if ((!inRange && tailOfNumber(s, i)) || b.form.length > 2 || c.form.length === 3 || c.form.length > 4) return null;
  const isoOrder = a.form.length === 4;
  if (!isoOrder && (a.form.length > 2 || c.form.length === 1)) return null;
  if (!isoOrder && c.form.length === 2 && (a.form.length !== 2 || b.form.length !== 2)) return null;
  // «15-06-21» is a date where it has its line to itself.
  if (!isoOrder && c.form.length === 2 && b.sep === "-" && !aloneOnLine(s.text, a.start, c.end)) return null;
  if (isoOrder && c.form.length > 2) return null;
  const after = number(s, i + 3);
  if (after && !after.spaced && (after.sep === b.sep || after.sep === "." || after.sep === "-")) {
    // «ГОСТ 12.1.2005-88» goes on; «10.12.2019-12.12.2019» is two days.
    if (after.sep !== "-" || b.sep === "-" || !numeric(s, i + 3, true)) return null;
  }
  const short = !isoOrder && c.form.length === 2;
  const y = isoOrder ? a.value : c.value + (short ? (c.value < 50 ? 2000 : 1900) : 0);
  let [m, d] = [b.value, isoOrder ? c.value : a.value];
  if (y < 1000 || y > 2199) return null;
  if (b.sep === "/" && m > 12 && m <= 31 && d <= 12) [m, d] = [d, m];
  const rule = isoOrder ? "year-month-day" : "numeric";
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) {
    const reading = calendar("day", {year: y});
    return c.form.length === 4 || isoOrder ? {reading, next: i + 3, end: c.end, rule, wrong: "no-such-day"} : null;
  }
  let next = i + 3;
  let end = c.end;
  if (isYearUnit(s, next) && follows(s, next, end)) {
    end = endOf(s, next, s.tokens[next]?.form === "г");
    next++;
  }
  const iso = isoTime(s.text, end);
  if (iso) {
    end += iso.length;
    while ((s.tokens[next]?.start ?? Infinity) < end) next++;
    const time = iso
      .slice(1)
      .replace(/(\d\d)(\d\d)$/, (all, h: string, min: string) => (/[+-]\d{4}$/.test(iso) ? `${h}:${min}` : all));
    return {
      reading: calendar("time", {year: y, part: m, day: d, time: time.slice(0, 5) + time.slice(5).replace(/\.\d+/, "")}),
      next,
      end,
      rule,
    };
  }
  return finish(s, {year: y, part: m, day: d}, next, end, rule);
}

function isoTime(text: string, at: number): string | null {
  if (text[at] !== "T") return null;
  return /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?/.exec(text.slice(at, at + 26))?.[0] ?? null;
}

// Whether the number of token `i` goes on from something to its left: /12/01/, 1.12.01, № 12.01.2020 is fine.
function tailOfNumber(s: Source, i: number): boolean {
  const token = s.tokens[i];
  if (!token || token.spaced) return false;
  const c = s.text[token.start - 1];
  if (c === undefined) return false;
  if (/[A-Za-z_@=&%$€№#+\\]/.test(c)) return true;
  if (!/[.,:/-]/.test(c) && !/[\u2010-\u2015]/.test(c)) return false;
  return (
    (/[\p{L}\d/]/u.test(s.text[token.start - 2] ?? "") && !(c === "-" || /[\u2010-\u2015]/.test(c))) ||
    (c === "-" && /[\p{L}\d]/u.test(s.text[token.start - 2] ?? ""))
  );
}

/** Day and month in figures, with or without a closing dot: 28.08, 14.10. It is a date only in good company. */
export function shortNumeric(s: Source, i: number): Dated | null {
  const [a, b] = [number(s, i), number(s, i + 1)];
  if (!a || !b || b.sep !== "." || b.spaced || b.lines || a.form.length > 2 || b.form.length !== 2 || tailOfNumber(s, i))
    return null;
  if (b.value < 1 || b.value > 12 || a.value < 1 || a.value > daysIn(2000, b.value)) return null;
  const c = number(s, i + 2);
  if (c && !c.spaced && (c.sep === "." || c.sep === ",")) return null;
  const end = s.text[b.end] === "." ? b.end + 1 : b.end;
  return {reading: calendar("day", {day: a.value, part: b.value}), next: i + 2, end, rule: "day.month", weak: true};
}

/** «28.08» on a line of its own whose neighbours are not figures as well (rates of a currency are written alike). */
export function loneShortNumeric(s: Source, i: number): Dated | null {
  const hit = shortNumeric(s, i);
  const [a, b] = [s.tokens[i], s.tokens[i + 1]];
  if (!hit || !a || !b || a.form.length !== 2) return null;
  const timed = withHour(s, i, hit);
  if (timed) return timed;
  if (!aloneOnLine(s.text, a.start, b.end)) return null;
  const lineBefore = s.text.slice(0, a.start).trimEnd().slice(-40).split("\n").at(-1) ?? "";
  const lineAfter =
    s.text
      .slice(b.end, b.end + 80)
      .trimStart()
      .split("\n")[0] ?? "";
  const figures = /^[^\p{L}]*\d[^\p{L}]*$/u;
  return figures.test(lineBefore) || figures.test(lineAfter) ? null : {...hit, weak: false, end: b.end};
}

// «14.11, 12:34», «12:34 14.11», «14.11, среда» on a line of their own.
function withHour(s: Source, i: number, {reading}: Dated): Dated | null {
  const [h, m, a] = [number(s, i - 2), number(s, i - 1), s.tokens[i]];
  const end = s.tokens[i + 1]?.end ?? 0;
  if (h && m && a && isTime(s, i - 2) && ["", ",", "|", "-", "/"].includes(a.sep) && aloneOnLine(s.text, h.start, end))
    return {reading, next: i + 2, end, rule: "day.month"};
  const whole = finish(s, reading, i + 2, end, "day.month");
  return whole.next > i + 2 && aloneOnLine(s.text, a?.start ?? 0, whole.end) ? whole : null;
}
