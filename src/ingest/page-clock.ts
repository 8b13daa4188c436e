import {slice} from "../model/span.ts";
import {type Dateline} from "./dateline.ts";
import {instant} from "./dates/days.ts";
import {type PageYear} from "./dates/drawn.ts";
import {type Calendar, type Phrase} from "./dates/reading.ts";
import {type Line} from "./lines.ts";
import {isMenu, isTrail, section} from "./menu.ts";

// «Алматы +4» too, where the page leaves the degree out.
const weather = /[-+−–]?\d+\s*°|°\s*[CFС]|\p{Lu}\p{L}+ [+−–-]\d{1,2}(?!\d)|^[+−–-]\d{1,2}$/u;
const rates = /(?:^|\s)(?:USD|EUR|RUB|CNY|KZT|\$|€|₽|₸)\s*\d|^\s*[•*]?\s*\d+[.,]\d+\s*$/;

/** A date that may be the item's stamp. `free`: above the title, without a label or a title behind it. */
export type Candidate = {phrase: Phrase; reading: Calendar; score: number; line: number; labelled: boolean; free: boolean};

/** Whether two dates are of one day. */
export const sameDay = (a: Candidate, b: Candidate | null): boolean => b !== null && daysApart(a.reading, b.reading) === 0;

/** Days from one full date to another; NaN when a year is missing. */
export function daysApart(a: Calendar, b: Calendar): number {
  const at = (c: Calendar) =>
    c.year === null || c.part === null || c.day === null ? NaN : instant({year: c.year, month: c.part, day: c.day});
  return (at(b) - at(a)) / 86_400_000;
}

/** The days for which a page is fresh enough to leave the year of its stamp to its clock. */
const freshDays = 31;

/**
 * «8 июня, 17:30» below the clock «23:41, 19.06.2026»: pages leave out the year that runs. A page kept much later says nothing of it,
 * and by chance alone a day falls into the month before the clock once in twelve, so the year stays in doubt.
 */
export function yearOfClock(stamp: Phrase | null, clocks: readonly Phrase[]): PageYear | null {
  const own = stamp?.reading;
  if (own?.kind !== "calendar" || own.year !== null || own.yearBy !== null || own.day === null) return null;
  for (const {reading: clock, span} of clocks) {
    if (clock.kind !== "calendar" || clock.year === null) continue;
    for (const year of [clock.year, clock.year - 1]) {
      const old = daysApart({...own, year}, clock);
      if (old >= 0 && old <= freshDays) return {year, span, note: "year-from-clock", uncertain: true};
    }
  }
  return null;
}

/** Whether a date above the title is the clock of the page, which shows the day it was saved. */
export function isClock(
  c: Candidate,
  all: readonly Candidate[],
  spoken: readonly Calendar[],
  text: string,
  lines: readonly Line[],
  first: number,
  title: number,
  dateline: Dateline | null,
): boolean {
  if (!c.free || c.reading.year === null) return false;
  const filed = dateline?.phrase?.reading;
  // Nobody publishes a report a month after it was filed.
  if (filed?.kind === "calendar" && Math.abs(daysApart(filed, c.reading)) > (c.reading.weekday === null ? 30 : 7)) return true;
  const nearer = all.some((other) => other.line > c.line && other.line <= first && other.reading.year !== null);
  // «10.06.2020 12:00» above the title and a date of another season below it.
  if (title >= 0 && all.some((o) => o.line > title && o.line <= first && daysApart(o.reading, c.reading) > 60)) return true;
  if (nearer && (companyOf(lines, c.line) > 0 || besideMenu(lines, c.line, title))) return true;
  // A weekday and a day and no time, in Russian: a clock, unless the text speaks of those days or of nothing later than their year.
  if (c.reading.weekday === null || c.reading.time !== null || !/[а-яё]/i.test(slice(text, c.phrase.span))) return false;
  const near = spoken.some((r) => {
    const days = daysApart(c.reading, {...r, year: r.year ?? c.reading.year});
    return days >= -40 && days <= 20;
  });
  return !near && newestYear(lines.slice(Math.max(0, title))) !== c.reading.year;
}

// The last year the lines name with a day, a month or an operation of theirs; a plan's years say less of when it was told.
function newestYear(lines: readonly Line[]): number | null {
  let newest: number | null = null;
  for (const {phrases} of lines)
    for (const {reading} of phrases) {
      const {year} =
        reading.kind === "range" && reading.to?.kind === "calendar" && reading.to.part !== null
          ? reading.to
          : reading.kind === "calendar"
            ? reading
            : {year: null};
      if (year !== null && (newest === null || year > newest)) newest = year;
    }
  return newest;
}

/** Whether the text tells of days around a date. */
export const speaksOf = (spoken: readonly Calendar[], day: Calendar): boolean =>
  spoken.some((r) => Math.abs(daysApart(day, {...r, year: r.year ?? day.year})) <= 10);

/** The days the running text names; the first ones say enough. */
export function spokenDays(lines: readonly Line[]): Calendar[] {
  const days: Calendar[] = [];
  for (const line of lines) {
    if (!line.body) continue;
    for (const {reading} of line.phrases) if (reading.kind === "calendar" && reading.day !== null) days.push(reading);
    if (days.length > 200) break;
  }
  return days;
}

/** A line that tells the weather of its day, and one that tells its rates. */
export const ownWeather = /(?:^|[|•·\s])[+−–-]\d{1,2}\s*(?:°\s*[CСF]?)?\s*(?:$|[|•·])|[+−–-]\d{1,2}\s*°/u;

export const ownRates = /(?:^|[|•·;:\s])(?:USD|EUR|RUB|CNY|KZT|\$|€|₽|₸)\s*[:=–—-]?\s*\d+[.,]\d/u;
/** What is given for the day the page shows. */
export const quoted =
  /(?<!\p{L})(?:курс\p{L}*|котировк\p{L}*|погода|прогноз погоды|exchange rates?|weather)(?!\p{L})[^.!?\d]{0,40}$/iu;

/** «Сегодня: вторник, 18 апреля 2023» */
export const clockWords = /(?:сегодня|сейчас|today|now)\s*:?\s*(?:\p{L}+,\s*)?$/iu;

/** Whether a menu stands beside the line, above or on the way to the title: a row of names, or several below each other. */
export function besideMenu(lines: readonly Line[], i: number, title: number): boolean {
  const near = lines
    .slice(Math.max(0, i - 2), Math.min(i + 3, title < 0 ? lines.length : title))
    .filter((line) => isMenu(line) && !isTrail(line.text));
  // One name alone is the item's own rubric.
  return near.length > 1 || near.some((line) => !section.test(line.text));
}

/** «Ташкент, 14:30, 22 ноября 2024»: a clock and a place and nothing else. */
export function placeOnly(line: Line): boolean {
  let rest = line.text;
  for (const p of line.phrases.toReversed()) {
    if (p.span.end > line.span.end) return false;
    rest = rest.slice(0, p.span.start - line.span.start) + rest.slice(p.span.end - line.span.start);
  }
  const words = rest.replace(/\d{1,2}:\d\d(?::\d\d)?/g, "").replace(/^[\s,.|•·—–-]+|[\s,.|•·—–:-]+$/g, "");
  return /^\p{Lu}\p{L}+(?:[- ]\p{Lu}\p{L}+)?$/u.test(words) && !words.split(" ").some((w) => section.test(w));
}

/** How many signs of a page's header stand on the line and beside it: temperatures, rates of currencies. */
export function companyOf(lines: readonly Line[], i: number): number {
  let signs = 0;
  for (let k = i - 2; k <= i + 2; k++) {
    const words = lines[k]?.text;
    if (words && words.length < 90 && (weather.test(words) || rates.test(words))) signs++;
  }
  return signs;
}
