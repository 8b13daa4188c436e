import {type Span} from "../../model/span.ts";
import {type Day, boundsOf, gap} from "./days.ts";
import {type Drawn, type PageYear, type Scope, inYearOf, relativeTo, stated, unresolved} from "./drawn.ts";
import {nearest, nearestYear, pointOf, yearless} from "./nearest-year.ts";
import {type Calendar, type Phrase} from "./reading.ts";
import {type Standpoint} from "./standpoint.ts";
import {type Tense, lookBack} from "./tense.ts";
import {isNear} from "./told.ts";

/** A date of the calendar: its year from its own words, the sentence, the item or the story told. */
export function drawCalendar(scope: Scope, c: Calendar, phrase: Phrase, lean: Tense = null): Drawn {
  const {text, at, told, years, points, story} = scope;
  if (c.year !== null) return stated(pointOf(c, c.year));
  if (c.sameYear) {
    if (told.named?.point.year == null)
      return c.part === null ? unresolved : {...unresolved, value: pointOf(c, null), basis: "relative"};
    return {value: pointOf(c, told.named.point.year), basis: "inferred", note: "year-from-date", from: [told.named.span]};
  }
  if (c.yearBy !== null) {
    // «14 мая 2002-го … Устав вступил в силу 18 сентября следующего года»: what is over followed what was told.
    const before = c.yearBy > 0 && isNear(text, told, phrase) && lookBack(points(phrase)) ? told.named : null;
    if (before && before.point.year !== null)
      return {value: pointOf(c, before.point.year + c.yearBy), basis: "inferred", note: "year-from-date", from: [before.span]};
    if (c.over && at.about) return relativeTo(at, pointOf(c, lastOver(c, at.about) + c.yearBy + 1));
    const from = at.year === null ? story() : null;
    if (from) return inYearOf(from, {...pointOf(c, from.day.year + c.yearBy), uncertain: true});
    if (at.year !== null) {
      const season = c.precision === "season" && c.part === 4 && at.about && at.about.month < 3 && c.yearBy === 0 ? -1 : 0;
      return relativeTo(at, pointOf(c, at.year + c.yearBy + season));
    }
    return yearless(c) ? {...unresolved, value: pointOf(c, null), basis: "relative"} : unresolved;
  }
  // «весной и осенью 2013 года» as well.
  const said = yearless(c)
    ? (years.inClause(phrase) ?? years.ofList(phrase))
    : c.precision === "year"
      ? null
      : years.ofList(phrase);
  if (said) return {value: pointOf(c, said.year), basis: "inferred", note: "year-from-sentence", from: [said.span]};
  // A stamp without its year cannot take it from itself.
  const self = at.own[0]?.start === phrase.span.start;
  if (at.year !== null && !self) {
    const way = () => points(phrase) ?? lean;
    const plan = yearless(c) ? years.ofPlan(phrase) : null;
    if (plan && !lookBack(way()))
      return {value: pointOf(c, plan.year), basis: "inferred", note: "year-from-heading", from: [plan.span]};
    const list = at.about ? years.listFrom(c, phrase) : null;
    const year = !at.about
      ? at.year
      : list
        ? nearest(at.about, list, way, years.ofName(phrase))
        : nearestYear(c, at.about, way, years.ofName(phrase));
    const past = yearless(c) ? yearOfStory(scope, c, phrase, year, way) : null;
    if (past) return inYearOf(past, {...pointOf(c, past.year), uncertain: true});
    return {value: pointOf(c, year), basis: "inferred", note: noteOf(at), from: at.own};
  }
  return drawYear(scope, c, phrase);
}

/**
 * «15 мая 1992 года подписан Договор, 20 октября его ратифицировали»: a paragraph that tells of old days goes on in
 * their year, when the verb looks back and the item's own day is far.
 */
export function yearOfStory(
  {text, at, told}: Scope,
  c: Calendar,
  phrase: Phrase,
  near: number,
  way: () => Tense,
): {year: number; span: Span} | null {
  const {year: last} = told;
  if (!last || !at.about || last.year >= at.about.year || phrase.span.start - last.span.end > 400) return null;
  if (Math.abs(gap(at.about, boundsOf(pointOf({...c, precision: c.day === null ? "month" : "day"}, near)))) <= 60) return null;
  if (text.slice(last.span.end, phrase.span.start).includes("\n") || !lookBack(way())) return null;
  const over = last.part !== null && c.part !== null && last.part - c.part > 6 ? 1 : 0;
  return {year: last.year + over, span: last.span};
}

// Without a date of its own the item may still tell the year; each way is weaker than a stamp and marked so.
function drawYear({roles, hints, points, pageYear, years}: Scope, c: Calendar, phrase: Phrase): Drawn {
  const role = roles?.get(phrase);
  const own = role === "published" || role === "dateline";
  if (own && pageYear && !pageYear.uncertain) return yearOf(c, pageYear);
  // «Отчёт за 2014 год», «План мероприятий на 2019 год» above days without a year; a report also says what is to come.
  const about = own ? null : years.ofHeading(phrase);
  const way = about && points(phrase);
  if (about && (about.ahead ? !lookBack(way) : way !== "future" && way !== "leaning"))
    return {value: pointOf(c, about.year), basis: "inferred", note: "year-from-heading", from: [about.span]};
  const hint = hints.find(c, phrase, own, () => points(phrase));
  if (own && pageYear && !hint?.sure) return yearOf(c, pageYear);
  // «Осенью совет соберётся ещё раз», «в третьем квартале»: which of what years nobody says.
  const isPart =
    c.part !== null &&
    !/^(?:since|until)/.test(phrase.rule) &&
    (c.precision === "season" || c.precision === "quarter" || c.precision === "half");
  if (!hint) return yearless(c) || isPart ? {value: pointOf(c, null), basis: "inferred", note: null, from: []} : unresolved;
  return {value: {...pointOf(c, hint.year), uncertain: !hint.sure}, basis: "inferred", note: hint.note, from: [hint.span]};
}

// EDTF knows no doubt about a minute.
function yearOf(c: Calendar, {year, uncertain, note, span}: PageYear): Drawn {
  const whole = uncertain && c.precision === "time" ? {...c, precision: "day" as const, time: null} : c;
  return {value: {...pointOf(whole, year), uncertain}, basis: "inferred", note, from: [span]};
}

/** The name of the rule that took a year from the item's own date. */
export function noteOf(at: Standpoint): string {
  return at.by === "dateline" ? "year-from-dateline" : at.by === "opening" ? "year-from-date" : "year-from-stamp";
}

// The year of the last month or season of that name that is over at a day.
function lastOver(c: Calendar, at: Day): number {
  return gap(at, boundsOf(pointOf(c, at.year))) < 0 ? at.year : at.year - 1;
}
