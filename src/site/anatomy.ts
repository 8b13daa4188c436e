import {messages} from "../i18n/messages.ts";
import {dateWords, plainWhen} from "../i18n/when.ts";
import {type DateEnd, type DatePoint, formatEdtf, parseEdtf} from "../model/edtf.ts";
import type {EventPage} from "./library.ts";

/** A part of a date: its value in words, what it is, and whether the text says it. */
export type DatePart = {value: string; name: string; origin: "stated" | "inferred" | "editor"; label: string};

/**
 * Where each part of an event's date comes from, for the page's «Откуда дата». A part is stated when its words or figures
 * stand in the words of the source that carry the date; of an interval both ends are told.
 */
export function anatomy(event: Pick<EventPage, "when" | "whenText" | "whenBasis">, language: string): DatePart[] {
  const value = event.when === null ? null : parseEdtf(event.when);
  if (!value) return [];
  if (value.kind === "point") return pointParts(value, event, language);
  const names = messages(language).dateParts;
  return (["start", "end"] as const).map((end) => {
    const at: DateEnd = value[end];
    const origin = typeof at === "string" ? "stated" : yearOrigin(at, event);
    return {
      value: typeof at === "string" ? names[at] : plainWhen(formatEdtf({...at, uncertain: false, approximate: false}), language),
      name: names[end],
      origin,
      label: names[origin],
    };
  });
}

function pointParts(p: DatePoint, event: Pick<EventPage, "whenText" | "whenBasis">, language: string): DatePart[] {
  const names = messages(language).dateParts;
  const part = (value: string, name: string, origin: DatePart["origin"]): DatePart => ({
    value,
    name,
    origin,
    label: names[origin],
  });
  const parts: DatePart[] = [];
  if (p.day !== null) parts.push(part(String(p.day), names.day, originOf([String(p.day)], event)));
  if (p.part !== null) {
    const name = p.precision === "season" || p.precision === "quarter" || p.precision === "half" ? p.precision : "month";
    parts.push(part(monthWord(p, language), names[name], monthOrigin(p, event)));
  }
  if (p.year !== null) {
    const name = p.precision === "decade" || p.precision === "century" ? p.precision : "year";
    const bare: DatePoint = {...p, part: null, day: null, time: null, uncertain: false, approximate: false};
    const own = name === "year" ? {...bare, precision: "year" as const} : bare;
    const value = name === "year" ? String(p.year) : plainWhen(formatEdtf(own), language);
    parts.push(part(value, names[name], yearOrigin(p, event)));
  }
  if (p.time !== null) parts.push(part(p.time, names.time, "stated"));
  return parts;
}

/** The month as it stands in a date («декабря»), or the words for a season, quarter or half-year. */
function monthWord(p: DatePoint, language: string): string {
  if (p.precision === "season" || p.precision === "quarter" || p.precision === "half") {
    const words = plainWhen(formatEdtf({...p, uncertain: false, approximate: false}), language);
    return words.replace(new RegExp(`[\\s\\u00a0,]*${p.year ?? ""}.*$`), "");
  }
  return dateWords(language).month(p.part ?? 1, p.day === null ? "alone" : "day", "long", "plain");
}

// Two figures are a year only behind a day and a month: in «20.11» the 20 is the day.
const yearOrigin = (p: DatePoint, event: Pick<EventPage, "whenText" | "whenBasis">): DatePart["origin"] => {
  const year = String(Math.abs(p.year ?? 0));
  const short = /\d{1,2}[./-]\d{1,2}[./-](\d\d)(?!\d)/.exec(event.whenText ?? "")?.[1];
  return originOf([year], short === year.slice(-2) ? {...event, whenText: year} : event);
};

// The month is stated when the words hold letters of its own besides the figures, or its number between points.
function monthOrigin(p: DatePoint, event: Pick<EventPage, "whenText" | "whenBasis">): DatePart["origin"] {
  if (event.whenBasis === "stated" || event.whenBasis === "editor" || event.whenText === null) return originOf([], event);
  const number = String(p.part ?? "").padStart(2, "0");
  const words = event.whenText;
  if (event.whenBasis === "relative") return "inferred";
  return /\p{L}{3,}/u.test(words.replace(/год\p{L}*|year/giu, "")) || new RegExp(`[./-]${number}(?!\\d)`).test(words)
    ? "stated"
    : "inferred";
}

function originOf(figures: readonly string[], event: Pick<EventPage, "whenText" | "whenBasis">): DatePart["origin"] {
  if (event.whenBasis === "editor") return "editor";
  if (event.whenBasis === "stated") return "stated";
  const said = new Set((event.whenText ?? "").match(/\d+/g)?.flatMap((n) => [n, n.replace(/^0+/, "")]));
  return figures.some((n) => said.has(n)) ? "stated" : "inferred";
}
