import {type Span} from "../../model/span.ts";
import {type Phrase} from "./reading.ts";

/**
 * Joins a word that points at a day with the day said behind it, for both name one: «сегодня, 15 июня»,
 * «в минувшую среду, 15 июня 2021 года», «10 лет назад, 5 мая». The exact half gives the value. Phrases come and go in order of place.
 */
export function merge(text: string, phrases: readonly Phrase[]): Phrase[] {
  const merged: Phrase[] = [];
  for (const phrase of phrases) {
    const before = merged.at(-1);
    const years = before ? yearsAway(before, phrase) : null;
    if (before && years !== null && /^(?:, | \(| )$/.test(between(text, before.span, phrase.span))) {
      // «ровно год назад, 18 марта», «два года назад, весной»: the year of one, the day of the other.
      const reading = phrase.reading.kind === "calendar" ? {...phrase.reading, yearBy: years} : phrase.reading;
      merged[merged.length - 1] = {
        ...phrase,
        reading,
        span: {start: before.span.start, end: phrase.span.end},
        rule: `${before.rule}+${phrase.rule}`,
      };
    } else if (
      before &&
      pointsAtDay(before) &&
      isDay(phrase) &&
      /^(?:, | \(|,\n| )$/.test(between(text, before.span, phrase.span))
    ) {
      const end = text[phrase.span.start - 1] === "(" && text[phrase.span.end] === ")" ? phrase.span.end + 1 : phrase.span.end;
      merged[merged.length - 1] = {...phrase, span: {start: before.span.start, end}, rule: `${before.rule}+${phrase.rule}`};
    } else if (
      before &&
      isDay(before) &&
      phrase.reading.kind === "weekday" &&
      phrase.reading.by === null &&
      /^, ?$/.test(between(text, before.span, phrase.span))
    ) {
      // «1 сентября 2021 года, в среду»
      const reading = before.reading.kind === "calendar" ? {...before.reading, weekday: phrase.reading.weekday} : before.reading;
      merged[merged.length - 1] = {...before, reading, span: {start: before.span.start, end: phrase.span.end}};
    } else merged.push(phrase);
  }
  return merged;
}

const between = (text: string, a: Span, b: Span): string => (b.start - a.end > 3 ? "far" : text.slice(a.end, b.start));

// How many years the words before a day or season without a year point away.
function yearsAway({reading}: Phrase, {reading: then, named, wrong}: Phrase): number | null {
  if (reading.kind !== "shift" || reading.from !== "reference" || reading.steps.length !== 1 || named || wrong) return null;
  const [step] = reading.steps;
  const open =
    then.kind === "calendar" &&
    then.year === null &&
    then.yearBy === null &&
    !then.sameYear &&
    (then.day !== null || then.precision === "season");
  return open && step?.unit === "year" && step.by ? step.by : null;
}

function pointsAtDay({reading, named, wrong}: Phrase): boolean {
  if (named || wrong) return false;
  if (reading.kind === "weekday" || reading.kind === "eve") return true;
  if (reading.kind === "offset") return reading.unit === "day";
  return reading.kind === "shift" && reading.from === "reference";
}

const isDay = ({reading, named, wrong}: Phrase): boolean =>
  !named && !wrong && reading.kind === "calendar" && reading.day !== null;
