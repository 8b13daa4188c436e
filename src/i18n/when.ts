import {type DateInterval, type DatePoint, type Edtf, parseEdtf} from "../model/edtf.ts";
import {type Case, type DateWords, type Form, NBSP} from "./date-words.ts";
import {languageFor} from "./languages.ts";

/** Words for dates in a language; English where we have none. */
export const dateWords = (lang: string): DateWords => languageFor(lang).picture.dates;

/**
 * An EDTF date in words, its doubt included: «около 10 мая 2024 г.», "c. 10 May 2024".
 * `short` is for labels: «≈ 10 мая 2024». Blanks inside a date do not break. Text that is not EDTF comes back as it is.
 */
export function whenWords(edtf: Edtf | null, lang: string, form: Form = "long"): string {
  const w = dateWords(lang);
  if (edtf === null || edtf === "") return w.none;
  const value = parseEdtf(edtf);
  if (!value) return edtf;
  return value.kind === "point" ? doubted(value, w, form, "plain") : interval(value, w, form);
}

/** Only the day, month and year, without words of doubt: «14 декабря 2011 г.». */
export function plainWhen(edtf: Edtf, lang: string, form: Form = "long"): string {
  const value = parseEdtf(edtf);
  return value?.kind === "point" ? point(value, dateWords(lang), form, "plain") : whenWords(edtf, lang, form);
}

const sure = (p: DatePoint) => !p.uncertain && !p.approximate;

function doubted(p: DatePoint, w: DateWords, form: Form, c: Case): string {
  const date = p.approximate ? w.about(point(p, w, form, form === "long" ? "of" : c), form) : point(p, w, form, c);
  return p.uncertain ? w.perhaps(date, form) : date;
}

function point(p: DatePoint, w: DateWords, form: Form, c: Case): string {
  if (p.year !== null && p.year < -9999) return deepTime(p.year, w);
  const day = dayAndMonth(p, w, form, c);
  const body = p.year === null ? w.yearUnknown(day, form) : [day, yearPart(p, p.year, w, form, c)].filter(Boolean).join(NBSP);
  if (p.time === null) return body;
  const [, clock = p.time, zone = null] = /^([\d:]+)(Z|[+-].*)?$/.exec(p.time) ?? [];
  return `${body}, ${w.time(clock, zone ?? null)}`;
}

function yearPart(p: DatePoint, year: number, w: DateWords, form: Form, c: Case): string {
  if (p.precision === "decade") return w.decade(year, form, c);
  if (p.precision === "century") return w.century(year, form, c);
  return w.year(year, form);
}

/** What stands before the year: «10 мая», «сентябрь», «II квартал»; empty for a year and wider. */
function dayAndMonth(p: DatePoint, w: DateWords, form: Form, c: Case): string {
  if (p.part === null) return "";
  if (p.precision === "season") return w.season(p.part, c);
  if (p.precision === "quarter") return w.quarter(p.part, form, c);
  if (p.precision === "half") return w.half(p.part, form, c);
  return p.day === null ? w.month(p.part, "alone", form, c) : `${p.day}${NBSP}${w.month(p.part, "day", form, c)}`;
}

function deepTime(year: number, w: DateWords): string {
  const ago = 2000 - year;
  const [unit, size] =
    ago >= 1e9 ? (["billion", 1e9] as const) : ago >= 1e6 ? (["million", 1e6] as const) : (["thousand", 1e3] as const);
  return w.ago(+(ago / size).toPrecision(3), unit);
}

function interval({start, end}: DateInterval, w: DateWords, form: Form): string {
  if (start === "open" || start === "unknown") {
    if (typeof end === "string") return w.none;
    const date = doubted(end, w, form, "of");
    return start === "open" ? w.until(date, form) : w.startUnknown(date, form);
  }
  if (end === "open") return w.since(doubted(start, w, form, "of"));
  if (end === "unknown") return w.endUnknown(doubted(start, w, form, "of"), form);
  return (
    (sure(start) && sure(end) && shared(start, end, w, form)) ||
    `${doubted(start, w, form, "plain")}${NBSP}– ${doubted(end, w, form, "plain")}`
  );
}

/** Ends that share a year or a month name it once: «10–12 мая 2024 г.»; null when they do not. */
function shared(a: DatePoint, b: DatePoint, w: DateWords, form: Form): string | null {
  if (a.precision !== b.precision || a.year === null || b.year === null || a.year < -9999 || a.time !== null) return null;
  if (a.precision === "year") return w.years(a.year, b.year, form);
  if (a.year !== b.year || a.part === null || b.part === null) return null;
  const year = w.year(b.year, form);
  const last = dayAndMonth(b, w, form, "plain");
  if (a.precision === "day" && (a.day === null || b.day === null)) return null;
  if (a.precision === "day" && a.part === b.part) return `${a.day}–${last}${NBSP}${year}`;
  return `${dayAndMonth(a, w, form, "plain")}${NBSP}– ${last}${NBSP}${year}`;
}
