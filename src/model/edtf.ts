/** A date as ISO 8601-2 (EDTF levels 0, 1 and parts of 2) writes it, doubt included: `2011-12-14?`, `2008/..`, `XXXX-12-14`. */
export type Edtf = string;

export const precisions = ["century", "decade", "year", "half", "quarter", "season", "month", "day", "time"] as const;
export type Precision = (typeof precisions)[number];

/** One date. What the precision does not reach is null. */
export type DatePoint = {
  kind: "point";
  precision: Precision;
  /** Astronomical (0 is 1 BCE); of a decade or century its first year; null for an unknown year, `XXXX`. */
  year: number | null;
  /** Month 1-12, season 1-4 (spring first), quarter 1-4 or half 1-2, as the precision says; null for an unspecified month, `2004-XX`. */
  part: number | null;
  /** null also for an unspecified day, `1985-04-XX`. */
  day: number | null;
  /** `14:26` or `14:26:05`, with `Z`, `+03` or `+03:00` behind it only where the zone is known. */
  time: string | null;
  uncertain: boolean;
  approximate: boolean;
};

/** `open`: `..`, goes on or began at an unnamed time; `unknown`: an empty end. */
export type DateEnd = DatePoint | "open" | "unknown";
export type DateInterval = {kind: "interval"; start: DateEnd; end: DateEnd};
export type DateValue = DatePoint | DateInterval;

/** Milliseconds UTC: earliest instant inclusive, latest exclusive; -Infinity and Infinity for open ends. */
export type Bounds = {earliest: number; latest: number};

const codes: Record<number, {precision: Precision; part: number}> = {};
for (const [precision, first, count] of [
  ["season", 21, 4],
  ["quarter", 33, 4],
  ["half", 40, 2],
] as const)
  for (let i = 0; i < count; i++) codes[first + i] = {precision, part: i + 1};
const firstCode: Partial<Record<Precision, number>> = {season: 21, quarter: 33, half: 40};

// Our own and not the package `edtf`: that one refuses a doubt about a decade, a season or an unknown year (`199X~`, `XXXX-04-15~`),
// brings a grammar machine into the browser, and its bounds of seasons and open ends are of no use for sorting. It is the oracle of our tests.
const pointForm =
  /^(?:Y(-?[1-9]\d{4,})|(-(?!0000)\d{4}|\d{4})|(\d{3})X|(\d{2})XX|(XXXX))(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?))?([?~%])?$/;

/** Reads one EDTF string; null when it is not one, as with a day no calendar has or an interval that ends before it begins. */
export function parseEdtf(text: string): DateValue | null {
  const slash = text.indexOf("/");
  if (slash < 0) return parsePoint(text);
  const start = parseEnd(text.slice(0, slash));
  const end = parseEnd(text.slice(slash + 1));
  if (!start || !end || (typeof start === "string" && typeof end === "string")) return null;
  const value: DateInterval = {kind: "interval", start, end};
  const within = bounds(value);
  return within && within.earliest >= within.latest ? null : value;
}

function parseEnd(text: string): DateEnd | null {
  return text === ".." ? "open" : text === "" ? "unknown" : parsePoint(text);
}

function parsePoint(text: string): DatePoint | null {
  const m = pointForm.exec(text);
  if (!m) return null;
  const [, long, year, decade, century, , second, day, time, mark] = m;
  const doubt = {uncertain: mark === "?" || mark === "%", approximate: mark === "~" || mark === "%"};
  const blank = {kind: "point", part: null, day: null, time: null, ...doubt} as const;
  if (time && !day) return null;
  if (decade || century || long) {
    if (second) return null;
    if (long) return {...blank, precision: "year", year: +long};
    return decade
      ? {...blank, precision: "decade", year: +decade * 10}
      : {...blank, precision: "century", year: +(century ?? 0) * 100};
  }
  const y = year ? +year : null;
  if (!second) return y === null ? null : {...blank, precision: "year", year: y};
  // Some month of a year, some day of it or of a month.
  if (second === "XX" || day === "XX") {
    const part = second === "XX" ? null : +second;
    const known = y !== null && !time && (part === null ? !day || day === "XX" : part >= 1 && part <= 12);
    return known ? {...blank, precision: day ? "day" : "month", year: y, part} : null;
  }
  const coded = codes[+second];
  if (coded) return day ? null : {...blank, ...coded, year: y};
  const month = +second;
  if (month < 1 || month > 12) return null;
  if (!day) return {...blank, precision: "month", year: y, part: month};
  if (+day < 1 || +day > daysIn(y ?? 2000, month)) return null;
  return {...blank, precision: time ? "time" : "day", year: y, part: month, day: +day, time: time ?? null};
}

/** Days of a month in the proleptic Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Writes a value; `parseEdtf` reads it back as the same value. */
export function formatEdtf(value: DateValue): Edtf {
  if (value.kind === "interval")
    return [value.start, value.end].map((e) => (e === "open" ? ".." : e === "unknown" ? "" : formatEdtf(e))).join("/");
  const mark = value.uncertain ? (value.approximate ? "%" : "?") : value.approximate ? "~" : "";
  const y = value.year;
  if (value.precision === "decade") return `${pad((y ?? 0) / 10, 3)}X${mark}`;
  if (value.precision === "century") return `${pad((y ?? 0) / 100, 2)}XX${mark}`;
  const year = y === null ? "XXXX" : Math.abs(y) > 9999 ? `Y${y}` : y < 0 ? `-${pad(-y, 4)}` : pad(y, 4);
  const code = firstCode[value.precision];
  const daily = value.precision === "day" || value.precision === "time";
  const some = daily || value.precision === "month" ? "-XX" : "";
  const part = value.part === null ? some : `-${pad(code ? code + value.part - 1 : value.part, 2)}`;
  const day = value.day === null ? (daily ? "-XX" : "") : `-${pad(value.day, 2)}`;
  return year + part + day + (value.time ? `T${value.time}` : "") + mark;
}

const pad = (n: number, width: number) => String(n).padStart(width, "0");

export const isEdtf = (text: string): boolean => parseEdtf(text) !== null;

/**
 * Bounds of every completion of the value, a clock time without a zone taken for UTC: those of the year for `2004-XX`, of the month for
 * `1985-04-XX`. null when the year is unknown (`XXXX-12-14`), for then it has no place on an axis.
 */
export function bounds(value: DateValue | Edtf): Bounds | null {
  return typeof value === "string" ? boundsOfText(value) : boundsOf(value);
}

// Dates are compared far more often than there are different ones. Forgotten when full.
const known = new Map<Edtf, Readonly<Bounds> | null>();
const LIMIT = 5000;

function boundsOfText(text: Edtf): Bounds | null {
  const told = known.get(text);
  if (told !== undefined) return told;
  const value = parseEdtf(text);
  const found = value && Object.freeze(boundsOf(value));
  if (known.size >= LIMIT) known.clear();
  known.set(text, found);
  return found;
}

function boundsOf(v: DateValue): Bounds | null {
  if (v.kind === "point") return pointBounds(v);
  const start = typeof v.start === "string" ? null : pointBounds(v.start);
  const end = typeof v.end === "string" ? null : pointBounds(v.end);
  if ((typeof v.start !== "string" && !start) || (typeof v.end !== "string" && !end)) return null;
  return {earliest: start?.earliest ?? -Infinity, latest: end?.latest ?? Infinity};
}

function pointBounds(p: DatePoint): Bounds | null {
  if (p.year === null) return null;
  const years = p.precision === "century" ? 100 : p.precision === "decade" ? 10 : 1;
  const months = {half: 6, quarter: 3, season: 3, month: 1, day: 1}[p.precision as string];
  if (p.day !== null && p.part !== null && p.time !== null) {
    const [, h = 0, m = 0, sec, zone = "Z"] = /^(\d\d):(\d\d)(?::(\d\d))?(.*)$/.exec(p.time) ?? [];
    const ahead = /^[+-]/.test(zone) ? (zone.startsWith("-") ? -1 : 1) * (+zone.slice(1, 3) * 60 + +zone.slice(4)) : 0;
    const earliest = utc(p.year, p.part - 1, p.day) + ((+h * 60 + +m - ahead) * 60 + +(sec ?? 0)) * 1000;
    return {earliest, latest: earliest + (sec === undefined ? 60_000 : 1000)};
  }
  if (p.day !== null && p.part !== null)
    return {earliest: utc(p.year, p.part - 1, p.day), latest: utc(p.year, p.part - 1, p.day + 1)};
  if (months && p.part !== null) {
    // Spring begins with March; winter of a year runs into the next one's February.
    const first = p.precision === "season" ? 2 + (p.part - 1) * 3 : (p.part - 1) * months;
    return {earliest: utc(p.year, first, 1), latest: utc(p.year, first + months, 1)};
  }
  return {earliest: utc(p.year, 0, 1), latest: utc(p.year + years, 0, 1)};
}

// Date.UTC takes years 0-99 for 1900-1999 and ends at year 275 760; deep time falls back on mean years.
function utc(year: number, month: number, day: number): number {
  if (Math.abs(year) > 270000) return (year - 1970) * 31556952000;
  if (year >= 100 || year < 0) return Date.UTC(year, month, day);
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year + date.getUTCFullYear() - 2000, date.getUTCMonth(), date.getUTCDate());
  return +date;
}

/** Total order for sorting: an imprecise date at its start, wider first; unknown years after the known by month and day; undated last. */
export function compareEdtf(a: Edtf | null, b: Edtf | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  const x = bounds(a);
  const y = bounds(b);
  if (!x || !y) return x ? -1 : y ? 1 : a < b ? -1 : 1;
  const lo = (v: Bounds) => (v.earliest === -Infinity ? v.latest - 1 : v.earliest);
  return lo(x) - lo(y) || (x.latest === y.latest ? 0 : y.latest - x.latest) || (a < b ? -1 : 1);
}
