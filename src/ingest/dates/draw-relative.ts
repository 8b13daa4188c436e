import {type DateValue, daysIn} from "../../model/edtf.ts";
import {boundsOf, dayOfPoint, dayPoint, gap, plusMonths, pointAt} from "./days.ts";
import {type Drawn, type Scope, inYearOf, relativeTo, relativeToDate, unresolved} from "./drawn.ts";
import {type Phrase, type Reading} from "./reading.ts";
import {offsetValue, shiftedDay, shiftedMonth, shiftedYear, stretchValue, weekdayValue} from "./relative-value.ts";
import {lookBack} from "./tense.ts";
import {type Named, isNear} from "./told.ts";
import {type Unit} from "./words.ts";

/** «25-го числа», «с 11 до 15 числа», «18-го»: of the item's month or of the one named last. */
export function drawDayOfMonth(scope: Scope, day: number, by: number | null | "nearest", phrase: Phrase): Drawn {
  const {text, at, told} = scope;
  if (by === "nearest") {
    const near = isNear(text, told, phrase) ? drawDayOfMonth(scope, day, null, phrase) : unresolved;
    // «введено 3 июля до 2 августа. Комиссию создали 4-го»: what is over lies not beyond the item's day.
    const beyond =
      near.value?.kind === "point" && at.today && gap(at.today, boundsOf(near.value)) > 0 && lookBack(scope.points(phrase));
    if (!at.today || (near.value && !beyond)) return near;
    return drawDayOfMonth(scope, day, monthOf(scope, at.today.day, day, phrase), phrase);
  }
  // «15 сентября 2012 года стартовало … до 17-го числа штабы …», in an item without a day of its own: of the month last named.
  const ofStory = by === 0 && !at.today && !at.floating && told.named !== null;
  if (by !== null && !ofStory)
    return at.today ? relativeTo(at, dayPoint({...plusMonths({...at.today, day: 1}, by), day})) : unresolved;
  if (
    told.named?.point.year == null ||
    told.named.point.part === null ||
    !["month", "day", "time"].includes(told.named.point.precision)
  )
    return unresolved;
  const {year, part: month, uncertain} = told.named.point;
  if (day > daysIn(year, month)) return unresolved;
  return relativeToDate({...dayPoint({year, month, day}), uncertain: uncertain && by !== null}, told.named.span);
}

// «29-го открыли», said on the 6th, was last month; «3-го откроется», said on the 20th, will be the next.
function monthOf({points}: Scope, today: number, day: number, phrase: Phrase): number {
  const way = points(phrase);
  if (day > today) return lookBack(way) ? -1 : 0;
  return day < today && (way === "future" || way === "leaning") ? 1 : 0;
}

/** «Вчера», «в прошлом году». */
export function drawOffset({at, story}: Scope, unit: Unit, by: number): Drawn {
  const from = unit === "day" || unit === "week" ? at.today : at.about;
  const first = unit === "year" && at.year === null ? story() : null;
  if (first) return inYearOf(first, {...pointAt("year", first.day.year + by), uncertain: true});
  return relativeTo(at, offsetValue(unit, by, from ?? at.floating, at.year, at.floating !== null));
}

/** Counted from the item's own day, or from a time named before: «на следующий день», «годом ранее». */
export function drawShift(scope: Scope, shift: Extract<Reading, {kind: "shift"}>, phrase: Phrase): Drawn {
  const {text, at, told, points} = scope;
  // «17 июня открылась … Через год статус получили …»: what is over followed what was told.
  const goesOn = shift.from === "verbs" && told.named !== null && isNear(text, told, phrase) && lookBack(points(phrase));
  const counted = shift.from !== "reference" && (shift.from !== "verbs" || goesOn);
  const near = shift.from === "named" || (counted && isNear(text, told, phrase)) ? told.named : null;
  if ((shift.from === "named" || shift.from === "told") && !near) return unresolved;
  if (!near)
    return relativeTo(
      at,
      at.today
        ? shiftedDay(at.today, shift.steps, shift.exact === true)
        : at.year === null
          ? null
          : shiftedYear(at.year, shift.steps),
    );
  const {point, span} = near;
  const value =
    point.year === null
      ? null
      : point.day !== null
        ? shiftedDay(dayOfPoint(point), shift.steps, shift.from === "named")
        : point.part !== null && point.precision === "month"
          ? shiftedMonth({year: point.year, month: point.part, day: 1}, shift.steps)
          : shiftedYear(point.year, shift.steps);
  return value ? relativeToDate(value, span) : unresolved;
}

/** «В среду». */
export function drawWeekday({at, points}: Scope, weekday: number, by: number | null, phrase: Phrase): Drawn {
  const way = () => points(phrase);
  return at.today ? relativeTo(at, weekdayValue(weekday, by, at.today, way)) : unresolved;
}

/** «В последние два года». */
export function drawStretch({at, hints}: Scope, unit: Unit, count: number, sign: -1 | 1): Drawn {
  const plan = unit === "year" && at.year === null && sign > 0 ? hints.stretch(count) : null;
  if (!plan) return relativeTo(at, stretchValue(unit, count, sign, at.today, at.year));
  const value: DateValue = {kind: "interval", start: pointAt("year", plan.year), end: pointAt("year", plan.year + count - 1)};
  return {value, basis: "inferred", note: "year-from-period", from: [plan.span]};
}

// The day «в тот же день» speaks of: the last one named, and of what is over none that lies beyond the item's own or first.
function dayNamed({at, told, story, points}: Scope, phrase: Phrase): Named | null {
  const now = at.about ?? story()?.day ?? null;
  const last = told.days.at(-1) ?? null;
  if (!now || !last || gap(now, boundsOf(last.point)) <= 0 || !lookBack(points(phrase))) return last;
  return told.days.slice(-8).findLast(({point}) => gap(now, boundsOf(point)) <= 0) ?? last;
}

// «Сенат рассмотрел соглашение. Оно подписано 24 июня 2016 года. … | В тот же день комитет провёл встречу»: a day long gone, of another
// paragraph, is not the one the item goes on about.
function ofOwnDay({at, text}: Scope, {point, span}: Named, phrase: Phrase): Drawn | null {
  if (!at.today || gap(at.today, boundsOf(point)) > -60 || !text.slice(span.end, phrase.span.start).includes("\n")) return null;
  return relativeTo(at, {...dayPoint(at.today), approximate: true});
}

/** «В тот же день», «в том же году», «тогда же». */
export function drawSame(scope: Scope, unit: Unit | null, phrase: Phrase): Drawn {
  const last = unit === "day" ? dayNamed(scope, phrase) : scope.told.named;
  const own = last && unit === "day" ? ofOwnDay(scope, last, phrase) : null;
  if (own) return own;
  if (last?.point.year == null) return unresolved;
  const {year, part, day} = last.point;
  if (unit === null) return relativeToDate(last.point, last.span);
  if (unit === "year") return relativeToDate(pointAt("year", year), last.span);
  if (unit === "month" && part !== null && ["month", "day", "time"].includes(last.point.precision))
    return relativeToDate(pointAt("month", year, part), last.span);
  return unit === "day" && day !== null ? relativeToDate(pointAt("day", year, part, day), last.span) : unresolved;
}

/** «Исполнилось 25 лет»: the day or year it began. */
export function drawJubilee({text, at, told}: Scope, years: number, phrase: Phrase): Drawn {
  // «21 июня 2024 года … исполнилось 25 лет»: the day named in the same sentence; else only the year is known, and roughly.
  const close =
    told.named &&
    phrase.span.start - told.named.span.end < 250 &&
    !/[.!?]\s+\p{Lu}|\n/u.test(text.slice(told.named.span.end, phrase.span.start))
      ? told.named
      : null;
  if (
    close?.point.year != null &&
    (close.point.precision === "day" || close.point.precision === "time") &&
    close.point.day !== null &&
    close.point.part !== null
  ) {
    const year = close.point.year - years;
    const day = Math.min(close.point.day, daysIn(year, close.point.part));
    return {value: pointAt("day", year, close.point.part, day), basis: "inferred", note: "anniversary", from: [close.span]};
  }
  const year = close?.point.year ?? at.year;
  if (year === null) return unresolved;
  return {
    value: {...pointAt("year", year - years), approximate: true},
    basis: "inferred",
    note: "anniversary",
    from: close ? [close.span] : at.own,
  };
}
