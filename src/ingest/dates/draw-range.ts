import {type DateEnd, type DatePoint, type DateValue, type Precision} from "../../model/edtf.ts";
import {boundsOf, dayAt, plusDays} from "./days.ts";
import {drawCalendar, noteOf, yearOfStory} from "./draw-calendar.ts";
import {type Drawn, type Scope, inYearOf, relativeTo, unresolved} from "./drawn.ts";
import {nearest, pointOf} from "./nearest-year.ts";
import {type Phrase, type Reading} from "./reading.ts";
import {weekdaysValue} from "./relative-value.ts";
import {open} from "./sentence-year.ts";
import {lookBack} from "./tense.ts";

/** A stretch between two dates: each half may lack its year, and a half may be open. */
export function drawRange(
  scope: Scope,
  range: {from: Reading | null; to: Reading | null},
  phrase: Phrase,
  draw: (scope: Scope, reading: Reading, phrase: Phrase) => Drawn,
): Drawn {
  const {at, years, points} = scope;
  const {from: first, to: last} = range;
  if (first?.kind === "weekday" && last?.kind === "weekday" && first.by === null && last.by === null)
    return at.today
      ? relativeTo(
          at,
          weekdaysValue(first.weekday, last.weekday, at.today, () => points(phrase)),
        )
      : unresolved;
  if (at.about && open(first) && open(last) && first.part !== null && last.part !== null && !years.inClause(phrase)) {
    // Both halves lack the year: the stretch as a whole lies nearest to the item's day.
    const over = first.part > last.part ? 1 : 0;
    const stretch = (year: number) => ({
      earliest: boundsOf(pointOf(first, year)).earliest,
      latest: boundsOf(pointOf(last, year + over)).latest,
    });
    const said = years.ofRanges(phrase);
    if (said) {
      const [start, end] = [pointOf(first, said.year), pointOf(last, said.year + over)];
      return {value: {kind: "interval", start, end}, basis: "inferred", note: "year-from-sentence", from: [said.span]};
    }
    const way = () => points(phrase);
    const plan = years.ofPlan(phrase);
    if (plan && !lookBack(way()))
      return {
        value: {kind: "interval", start: pointOf(first, plan.year), end: pointOf(last, plan.year + over)},
        basis: "inferred",
        note: "year-from-heading",
        from: [plan.span],
      };
    const near = nearest(at.about, stretch, way, years.ofName(phrase));
    const past = yearOfStory(scope, first, phrase, near, way);
    const year = past?.year ?? near;
    const doubt = {uncertain: past !== null};
    const value: DateValue = {
      kind: "interval",
      start: {...pointOf(first, year), ...doubt},
      end: {...pointOf(last, year + over), ...doubt},
    };
    return past ? inYearOf(past, value) : {value, basis: "inferred", note: noteOf(at), from: at.own};
  }
  const a = range.from && draw(scope, range.from, phrase);
  // A term without its beginning is more often still to come: «завершат к 15 ноября».
  let b =
    range.to &&
    (!a && range.to.kind === "calendar" ? drawCalendar(scope, range.to, phrase, "leaning") : draw(scope, range.to, phrase));
  if ((a && !a.value) || (b && !b.value)) return unresolved;
  let start: DateEnd = endOf(a?.value, "start");
  let end: DateEnd = endOf(b?.value, "end");
  // «До конца квартала», «до конца лета»: its last month says how long.
  if (!a && range.to && "edge" in range.to && range.to.edge === "end" && typeof end === "object" && end.year !== null)
    end = lastMonthOf(end);
  if (
    a &&
    b &&
    typeof start === "object" &&
    typeof end === "object" &&
    range.to?.kind === "calendar" &&
    range.from?.kind === "calendar"
  ) {
    // A year of the second half that was not said follows the first: «с 15 декабря по 10 января».
    if (range.to.year === null && start.year !== null && start.part !== null && end.part !== null) {
      const year = start.year + (end.part < start.part ? 1 : 0);
      if (range.from.year !== null || end.year !== year) [end, b] = [{...end, year, uncertain: start.uncertain}, a];
    }
    if (range.from.year === null && range.to.year !== null && end.year !== null && start.part !== null && end.part !== null)
      start = {...start, year: end.year - (start.part > end.part ? 1 : 0)};
  }
  if (
    typeof start === "object" &&
    typeof end === "object" &&
    start.year !== null &&
    end.year !== null &&
    boundsOf(start).earliest >= boundsOf(end).latest
  ) {
    [start, end] = [end, start];
  }
  const either = a ?? b ?? unresolved;
  const inferred = [a, b].find((d) => d && d.basis !== "stated") ?? either;
  return {value: {kind: "interval", start, end}, basis: inferred.basis, note: inferred.note, from: inferred.from};
}

const inMonths = new Set<Precision>(["season", "quarter", "half"]);

function lastMonthOf(end: DatePoint): DatePoint {
  if (!inMonths.has(end.precision)) return end;
  const {year, month} = plusDays(dayAt(boundsOf(end).latest), -1);
  return {...end, precision: "month", year, part: month};
}

function endOf(value: DateValue | null | undefined, side: "start" | "end"): DateEnd {
  if (!value) return "open";
  return value.kind === "point" ? value : value[side];
}
