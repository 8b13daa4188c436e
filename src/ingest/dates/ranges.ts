import {daysIn} from "../../model/edtf.ts";
import {type Calendar, type Reading, calendar, shared} from "./reading.ts";
import {afterSign, type Hit, type Source, endOf, follows, movedFrom, number, sepAt, word} from "./source.ts";
import {day, point} from "./calendar.ts";
import {coded, ordinalAt} from "./coarse.ts";
import {dayMonth, dayNumber} from "./day-of-month.ts";
import {numeric, shortNumeric} from "./figures.ts";
import {type Parts, partOfMonth} from "./part-of-month.ts";
import {yearNumber} from "./year.ts";

const dashes: readonly string[] = ["-", ".-", "./", ",-"];

// What joins token `j` to the date before it that ends at `end`: a dash, a word for «to», «и», or nothing.
function joint(s: Source, j: number, end: number, led: boolean): {next: number; by: "to" | "and" | "comma"} | null {
  const sep = sepAt(s, j, end);
  if (s.tokens[j]?.lines && sep !== "-") return null;
  if (dashes.includes(sep)) {
    // «20-го и до 25-го», «с 12 — по 15»
    const prep = word(s, j, "prep")?.v;
    return prep === "to" || prep === "upto" ? {next: j + 1, by: "to"} : {next: j, by: "to"};
  }
  if (sep === "," && !word(s, j, "and")) return {next: j, by: "comma"};
  if (sep !== "" && sep !== ".") return null;
  if (word(s, j, "and")) {
    const prep = word(s, j + 1, "prep")?.v;
    // «начался 25 октября и продлился до 5 ноября» is told in two phrases.
    if (sepAt(s, j + 1, endOf(s, j)) !== "") return null;
    return led && (prep === "to" || prep === "upto") ? {next: j + 2, by: "to"} : {next: j + 1, by: "and"};
  }
  const prep = word(s, j, "prep")?.v;
  if (prep === "to" || prep === "upto") return sepAt(s, j + 1, endOf(s, j)) === "" ? {next: j + 1, by: "to"} : null;
  return null;
}

// «в ночь с 4 на 5 января»; «перенесли с 5 на 12 мая» names two days.
const nightTo = (s: Source, i: number, j: number, end: number, lead: string | null) =>
  lead === "from" && s.tokens[j]?.form === "на" && follows(s, j, end)
    ? {next: j + 1, by: movedFrom(s.text, s.tokens[i - 1]?.start ?? 0) ? ("and" as const) : ("to" as const)}
    : null;

// «в ночь с 31 июля на 1 августа»
function nightOf(s: Source, i: number, a: Hit<Calendar>, lead: string | null) {
  const link = a.reading.precision === "day" ? nightTo(s, i, a.next, a.end, lead) : null;
  return link?.by === "to" && consecutive(s, a, link.next) ? link : null;
}

/** Ranges and lists of dates that begin at token `i`; `lead` is the preposition before them. */
export function range(s: Source, i: number, lead: string | null): Parts | null {
  return (
    days(s, i, lead) ??
    partOfMonth(s, i) ??
    numericDays(s, i) ??
    shortDays(s, i, lead) ??
    years(s, i, lead) ??
    quarters(s, i, lead) ??
    months(s, i, lead) ??
    englishDays(s, i, lead) ??
    points(s, i, lead)
  );
}

// 15–23 мая · с 15 по 23 мая · 14 и 15 декабря · 5, 12 и 19 мая · 11 по 15 числа
function days(s: Source, i: number, lead: string | null): Parts | null {
  const first = dayNumber(s, i);
  // «№ 12, 15 июня»: the first figure is a number.
  if (!first || afterSign(s, s.tokens[i]?.start ?? 0)) return null;
  const list = [{...first, i, by: "to" as "to" | "and" | "comma"}];
  let at = first;
  for (let k = 0; k < 8; k++) {
    const link = joint(s, at.next, at.end, true) ?? nightTo(s, i, at.next, at.end, lead);
    if (!link) break;
    const next = dayNumber(s, link.next);
    if (!next) break;
    // «второй – 16-21 ноября», «этап 2 – 16-21 ноября»: what stands before the dash counts something else.
    const other = !!s.tokens[i]?.word && !s.tokens[link.next]?.word && link.by === "to" && lead !== "from";
    if (other || (link.by === "to" && list.at(-1)?.by === "to" && list.length > 1)) return null;
    list.push({...next, i: link.next, by: link.by});
    at = next;
  }
  const last = list.at(-1);
  if (!last || list.length < 2) return null;
  const month = dayMonth(s, last.i);
  const ofMonth = word(s, last.next, "number-of-month") && follows(s, last.next, last.end);
  if (!month && !ofMonth) return null;
  const next = month ? month.next : last.next + 1;
  const end = month ? month.end : endOf(s, last.next);
  const reading = (d: number): Reading =>
    month
      ? calendar("day", {...shared(month.reading), part: month.reading.part, day: d, precision: "day"})
      : {kind: "day-of-month", day: d, by: 0};
  const startOf = (k: number) => s.tokens[list[k]?.i ?? i]?.start ?? 0;
  const rises = list.every((d, k) => k === 0 || d.day > (list[k - 1]?.day ?? 0));
  if (!rises) return null;
  const largest = month ? daysIn(month.reading.year ?? 2000, month.reading.part ?? 1) : 31;
  const run =
    list.every((d, k) => k === 0 || d.day === (list[k - 1]?.day ?? 0) + 1) &&
    list.every((d, k) => k === 0 || d.by !== "to" || list.length === 2);
  if ((list.length === 2 && (last.by === "to" || lead === "between")) || run) {
    const wrong = last.day > largest ? {wrong: "no-such-day"} : {};
    const value: Reading = {kind: "range", from: reading(first.day), to: reading(last.day)};
    return {parts: [{start: startOf(0), end, reading: value, rule: "days-of-month", ...wrong}], next, end};
  }
  const parts: Parts["parts"] = [];
  for (let k = 0; k < list.length; k++) {
    const [d, after] = [list[k], list[k + 1]];
    if (!d) continue;
    if (after?.by === "to") {
      const stop = k + 1 === list.length - 1 ? end : after.end;
      parts.push({
        start: startOf(k),
        end: stop,
        reading: {kind: "range", from: reading(d.day), to: reading(after.day)},
        rule: "days-of-month",
      });
      k++;
    } else parts.push({start: startOf(k), end: k === list.length - 1 ? end : d.end, reading: reading(d.day), rule: "day-list"});
  }
  return last.day > largest ? null : {parts, next, end};
}

// I–III кварталы 2019 года · в первом и втором кварталах
function quarters(s: Source, i: number, lead: string | null): Parts | null {
  const first = ordinalAt(s, i);
  if (!first || first.value > 4) return null;
  const link = joint(s, first.next, first.end, lead === "from");
  const last = link && link.by !== "comma" ? coded(s, link.next) : null;
  if (!link || !last || (last.reading.precision !== "quarter" && last.reading.precision !== "half")) return null;
  const part = last.reading.part ?? 0;
  if (first.value >= part || (link.by === "and" && part !== first.value + 1)) return null;
  const from = calendar(last.reading.precision, {...shared(last.reading), part: first.value});
  const reading: Reading = {kind: "range", from, to: last.reading};
  return {parts: [{start: s.tokens[i]?.start ?? 0, end: last.end, reading, rule: "quarters"}], next: last.next, end: last.end};
}

// 14 - 15.10.18 · 14.10. – 15.10.2018 · 30.05-01.06.2019
function numericDays(s: Source, i: number): Parts | null {
  const a = number(s, i);
  const short = shortNumeric(s, i);
  const begin =
    short ??
    (a && a.form.length <= 2 && a.value >= 1 && a.value <= 31
      ? {reading: calendar("day", {day: a.value}), next: i + 1, end: s.text[a.end] === "." ? a.end + 1 : a.end}
      : null);
  if (!a || !begin || numeric(s, i)) return null;
  const link = joint(s, begin.next, begin.end, true) ?? slash(s, begin.next, begin.end);
  if (link?.by !== "to") return null;
  const last = numeric(s, link.next, true);
  if (!last || last.wrong) return null;
  const from = calendar("day", {...shared(last.reading), part: begin.reading.part ?? last.reading.part, day: begin.reading.day});
  return {
    parts: [{start: a.start, end: last.end, reading: ordered(from, last.reading), rule: "numeric-range"}],
    next: last.next,
    end: last.end,
  };
}

// с 1 по 10.06, between «с» and a month in two figures
function shortDays(s: Source, i: number, lead: string | null): Parts | null {
  const a = number(s, i);
  if (lead !== "from" || !a || a.form.length > 2 || a.value < 1 || a.value > 31) return null;
  const link = joint(s, i + 1, a.end, true);
  const last = link?.by === "to" ? shortNumeric(s, link.next) : null;
  if (!link || !last || s.tokens[link.next + 1]?.form.length !== 2) return null;
  if ((last.reading.day ?? 0) <= a.value) return null;
  const from = calendar("day", {part: last.reading.part, day: a.value});
  const end = s.tokens[last.next - 1]?.end ?? last.end;
  return {
    parts: [{start: a.start, end, reading: {kind: "range", from, to: last.reading}, rule: "numeric-range"}],
    next: last.next,
    end,
  };
}

// 2012–2013 годы · 2019–20 гг. · 2016, 2017 и 2018 годах · с 2015 по 2020 год
function years(s: Source, i: number, lead: string | null): Parts | null {
  const a = number(s, i);
  const first = yearNumber(s, i);
  // «1990s and 2000s» are decades.
  if (first?.suffixed && !first.unit && /^(?:s|х|е|ые|ых)$/.test(s.tokens[first.next - 1]?.form ?? "")) return null;
  if (!a || !first || (first.unit && !follows(s, first.next, first.end, dashes))) {
    if (!(first?.unit && (lead === "from" || lead === "between"))) return null;
  }
  if (
    !a ||
    !first ||
    /[A-Za-z#№_@=&%$€\\/:.]/.test(s.text[a.start - 1] ?? "") ||
    afterSign(s, a.start) ||
    /copyright\s*$/i.test(s.text.slice(Math.max(0, a.start - 12), a.start))
  )
    return null;
  const list = [{...first, i, by: "to" as "to" | "and" | "comma"}];
  let at: {next: number; end: number} = first;
  let strong = false;
  for (let k = 0; k < 6 && !strong; k++) {
    const link = joint(s, at.next, at.end, true) ?? slash(s, at.next, at.end);
    if (!link) break;
    const token = number(s, link.next);
    const whole = yearNumber(s, link.next);
    const short = token?.form.length === 2 && word(s, link.next + 1, "unit")?.v === "year" ? token : null;
    if (whole) {
      list.push({...whole, i: link.next, by: link.by});
      at = whole;
      strong = whole.unit || whole.suffixed;
    } else if (token && short) {
      const form = s.tokens[link.next + 1]?.form ?? "";
      const y = {
        year: Math.floor(first.year / 100) * 100 + token.value,
        next: link.next + 2,
        end: endOf(s, link.next + 1, form === "г" || form === "гг"),
        unit: true,
        suffixed: false,
      };
      list.push({...y, i: link.next, by: link.by});
      at = y;
      strong = true;
    } else break;
  }
  const last = list.at(-1);
  if (!last || list.length < 2 || list.some((y, k) => k > 0 && y.year <= (list[k - 1]?.year ?? 0))) return null;
  const plausible = list.every((y) => y.year >= 1900 && y.year <= 2100) && last.year - first.year <= 60;
  if (
    !strong &&
    (!plausible || (last.by !== "to" && lead !== "between") || /^\p{L}|^[.,]\d/u.test(s.text.slice(last.end, last.end + 2)))
  )
    return null;
  const {next, end} = last;
  // «2019/2020 учебный год» has its noun further on; the years are enough.
  const reading = (y: number): Reading => calendar("year", {year: y});
  if (list.length === 2 && (last.by === "to" || lead === "between" || last.year === first.year + 1)) {
    const whole: Reading = {kind: "range", from: reading(first.year), to: reading(last.year)};
    return {parts: [{start: a.start, end, reading: whole, rule: "years"}], next, end};
  }
  const run = list.every((y, k) => k === 0 || y.year === (list[k - 1]?.year ?? 0) + 1);
  if (run)
    return {
      parts: [{start: a.start, end, reading: {kind: "range", from: reading(first.year), to: reading(last.year)}, rule: "years"}],
      next,
      end,
    };
  // «2010–2012 и 2015 годах»
  const parts: Parts["parts"] = [];
  for (let k = 0; k < list.length; k++) {
    const [y, after] = [list[k], list[k + 1]];
    if (!y) continue;
    const start = s.tokens[y.i]?.start ?? 0;
    if (after?.by === "to") {
      const whole: Reading = {kind: "range", from: reading(y.year), to: reading(after.year)};
      parts.push({start, end: after.end, reading: whole, rule: "years"});
      k++;
    } else parts.push({start, end: y.end, reading: reading(y.year), rule: "year-list"});
  }
  return {parts, next, end};
}

const slash = (s: Source, j: number, end: number) =>
  sepAt(s, j, end) === "/" && !s.tokens[j]?.spaced ? {next: j, by: "to" as const} : null;

// в мае–июне 2019 г. · с мая по июль · в январе, феврале и марте
function months(s: Source, i: number, lead: string | null): Parts | null {
  const first = word(s, i, "month");
  if (!first || first.form === "short") return null;
  const list = [{v: first.v, i, end: endOf(s, i), by: "to" as "to" | "and" | "comma"}];
  let at = list[0];
  for (let k = 0; k < 6 && at; k++) {
    const link = joint(s, at.i + 1, at.end, lead !== null);
    const month = link ? word(s, link.next, "month") : null;
    if (!link || !month || month.form === "short" || (link.by === "to" && lead === null && word(s, link.next - 1, "prep"))) break;
    at = {v: month.v, i: link.next, end: endOf(s, link.next), by: link.by};
    list.push(at);
  }
  const last = list.at(-1);
  if (!last || list.length < 2) return null;
  const tail = point(s, last.i);
  if (!tail || tail.reading.precision !== "month") return null;
  const startOf = (k: number) => s.tokens[list[k]?.i ?? i]?.start ?? 0;
  const {next, end} = tail;
  const reading = (v: number) => calendar("month", {...shared(tail.reading), part: v});
  const run = list.every((m, k) => k === 0 || m.v === (list[k - 1]?.v ?? 0) + 1);
  if ((list.length === 2 && (last.by === "to" || lead === "between")) || run)
    return {parts: [{start: startOf(0), end, reading: ordered(reading(first.v), reading(last.v)), rule: "months"}], next, end};
  const parts = list.map((m, k) => ({
    start: startOf(k),
    end: k === list.length - 1 ? end : m.end,
    reading: reading(m.v),
    rule: "month-list",
  }));
  return {parts, next, end};
}

// May 5-7, 2020
function englishDays(s: Source, i: number, lead: string | null): Parts | null {
  const month = word(s, i, "month");
  const a = number(s, i + 1);
  if (!month || !a || a.form.length > 2 || !/[a-z]/.test(s.tokens[i]?.form ?? "")) return null;
  // "from March 9 to 13", "between March 9 and 13", "March 9 through 13"
  const by = s.tokens[i + 2]?.form ?? "";
  const spoken = by === "through" || (by === "to" && lead === "from") || (by === "and" && lead === "between") ? 1 : 0;
  const b = number(s, i + 2 + spoken);
  if (!b || b.form.length > 2 || sepAt(s, i + 2, a.end) !== (spoken ? "" : "-")) return null;
  if (spoken && !follows(s, i + 3, endOf(s, i + 2))) return null;
  const start = s.tokens[i]?.start ?? 0;
  const next = i + 3 + spoken;
  const year = yearNumber(s, next);
  const has = year && follows(s, next, b.end, ["", ","]) ? year : null;
  if (a.value >= b.value || b.value > 31) return null;
  const at = (d: number) => calendar("day", {part: month.v, day: d, year: has?.year ?? null});
  return {
    parts: [{start, end: has?.end ?? b.end, reading: {kind: "range", from: at(a.value), to: at(b.value)}, rule: "days-of-month"}],
    next: has?.next ?? next,
    end: has?.end ?? b.end,
  };
}

// 30 мая – 1 июня · с 31 августа по 1 сентября 2019 года · с мая 2019 по июль 2020 года · с 2008 года по 5 мая 2012 года
function points(s: Source, i: number, lead: string | null): Parts | null {
  const start = hours(s, i);
  const a = point(s, start);
  if (!a || a.wrong) return null;
  const link = joint(s, a.next, a.end, true) ?? nightOf(s, i, a, lead);
  if (!link || link.by === "comma" || (link.by === "and" && lead !== "between" && !consecutive(s, a, link.next))) return null;
  // «5 мая по итогам»: without «с» only a dash joins what is not plainly a pair of like dates.
  // «в конце мая – начале июня»
  const edge = word(s, link.next, "edge") ? 1 : 0;
  const b = numeric(s, link.next, true) ?? point(s, hours(s, link.next) + edge);
  if (!b || b.wrong) return null;
  const fine = rank(a.reading) === rank(b.reading) || lead === "from";
  if (!fine || (a.weak && b.weak && rank(a.reading) === 3)) return null;
  const spoken = word(s, link.next - 1, "prep");
  if (spoken && lead !== "from" && lead !== "between" && rank(a.reading) !== 1) return null;
  const from: Calendar = {...a.reading};
  const to: Calendar = {...b.reading};
  // «Душанбе, 30 ноября 2018 г – 30 ноября министр …»: the dateline, and the day said again.
  if (from.day !== null && from.day === to.day && from.part === to.part && to.year === null) return null;
  if (from.year === null && from.yearBy === null && !from.sameYear && from.precision !== "year") Object.assign(from, shared(to));
  const begin = s.tokens[i]?.start ?? 0;
  return {parts: [{start: begin, end: b.end, reading: ordered(from, to), rule: "dates"}], next: b.next, end: b.end};
}

// «14 мая и 15 мая» is two days; «30 и 31» is caught elsewhere. Only neighbours joined by «и» make one stretch.
function consecutive(s: Source, a: Hit<Calendar>, j: number): boolean {
  const b = day(s, j);
  if (!b || a.reading.day === null || b.reading.day === null || a.reading.part === null) return false;
  const y = a.reading.year ?? b.reading.year ?? 2001;
  const next = a.reading.day === daysIn(y, a.reading.part) ? [a.reading.part + 1, 1] : [a.reading.part, a.reading.day + 1];
  return b.reading.part === next[0] && b.reading.day === next[1];
}

// Past the hour before a day: «с 12 часов 18 сентября», «с 18:00 15 июня».
function hours(s: Source, i: number): number {
  const minutes = number(s, i + 1);
  if (number(s, i) && minutes?.sep === ":" && !minutes.spaced && follows(s, i + 2, minutes.end)) return i + 2;
  return number(s, i) && word(s, i + 1, "unit")?.v === "hour" && follows(s, i + 1, endOf(s, i)) ? i + 2 : i;
}

const rank = (c: Calendar): number =>
  c.precision === "day" || c.precision === "time" ? 1 : c.precision === "month" ? 2 : c.precision === "year" ? 3 : 4;

/** A range whose first year, when it came from the second date, is a year earlier if the months say so: 30 декабря – 5 января 2020 года. */
function ordered(from: Calendar, to: Calendar): Reading {
  const turns = from.year !== null && from.year === to.year && from.part !== null && to.part !== null && from.part > to.part;
  return {kind: "range", from: turns ? {...from, year: (from.year ?? 0) - 1} : from, to};
}
