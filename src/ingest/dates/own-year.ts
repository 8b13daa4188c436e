import {type Span} from "../../model/span.ts";
import {boundsOf, weekdayOf} from "./days.ts";
import {pointOf, yearless} from "./nearest-year.ts";
import {type Calendar, type Phrase} from "./reading.ts";

/** A year the text or its page says for the item's own day. */
export type Said = {year: number; span: Span};

const sides: [RegExp, number][] = [
  [/(?:прошл|минувш|истекш|ушедш)\p{L}{2,3},? \(?$/iu, 1],
  [/(?<!\p{L})(?:эт|текущ|нынешн)\p{L}{2,3},? \(?$/iu, 0],
  [/(?:будущ|следующ|грядущ|наступающ)\p{L}{2,3},? \(?$/iu, -1],
];

/** The year it is written in: «в этом, 2018 году», «в будущем, 2019 году», «в прошлом (2017) году». */
export function presentYear(text: string, phrases: readonly Phrase[]): Said | null {
  for (const {reading, span, named} of phrases) {
    if (named || reading.kind !== "calendar" || reading.precision !== "year" || reading.year === null) continue;
    const before = text.slice(Math.max(0, span.start - 16), span.start);
    const [, by] = sides.find(([words]) => words.test(before)) ?? [];
    if (by !== undefined) return {year: reading.year + by, span};
  }
  return null;
}

/** Days that may pass before somebody tells what was counted up to a month's end. */
const soon = 100;

/** The year of a day that follows soon upon what was counted: «за девять месяцев 2018 года», «в III квартале 2018 года», «с начала 2018 года». */
export function countedYear(text: string, c: Calendar, phrases: readonly Phrase[]): Said | null {
  let last: (Said & {at: number}) | null = null;
  for (const {reading, span, named} of phrases) {
    const part = named ? null : counted(reading);
    const opens = part?.precision === "year";
    if (opens && !/^с начала/i.test(text.slice(span.start, span.end))) continue;
    if (part?.year == null) continue;
    const end = boundsOf(pointOf(part, part.year));
    const years = [part.year, part.year + 1].filter((year) => {
      const own = boundsOf(pointOf({...c, precision: "day", time: null}, year));
      const days = (own.earliest - end.latest) / 86_400_000;
      return opens ? year === part.year : days > -1 && days <= soon;
    });
    if (years[0] !== undefined && (!last || end.latest > last.at)) last = {year: years[0], span, at: end.latest};
  }
  return last;
}

// The last month, quarter or half of a count, or the year since whose beginning one counts.
function counted(reading: Phrase["reading"]): Calendar | null {
  if (reading.kind === "calendar") return reading.precision === "quarter" || reading.precision === "half" ? reading : null;
  if (reading.kind !== "range" || reading.from?.kind !== "calendar") return null;
  const {from, to} = reading;
  if (to === null && from.precision === "year") return from;
  return to?.kind === "calendar" && to.precision === "month" && from.part === 1 ? to : null;
}

/**
 * The year of a day on whose weekday a plan was adopted for the years to come: «ТАШКЕНТ, 15 марта. … утвердил в четверг план на
 * 2013–2015 годы».
 */
export function yearBeforePlan(
  text: string,
  c: Calendar,
  own: Phrase,
  phrases: readonly Phrase[],
  periods: readonly {from: number; span: Span}[],
): Said | null {
  const {part, day} = c;
  if (part === null || day === null || !yearless(c)) return null;
  const told = phrases.find((p) => p.span.start > own.span.start && p.span.start - own.span.end < 400 && isWeekday(p));
  if (told?.reading.kind !== "weekday") return null;
  const {weekday} = told.reading;
  for (const {from, span} of periods) {
    if (!adopted.test(text.slice(Math.max(own.span.end, span.start - 200), span.start))) continue;
    const fits = [from - 1, from].filter((year) => weekdayOf({year, month: part, day}) === weekday);
    if (fits[0] !== undefined && !fits[1]) return {year: fits[0], span};
  }
  return null;
}

const isWeekday = ({reading}: Phrase): boolean => reading.kind === "weekday" && reading.by === null;
const adopted = /(?<!\p{L})(?:утверд|одобр|приня[лт]|подписа|согласова)\p{L}*[^.!?\n]*$/iu;
