import {dayPoint, plusDays} from "./days.ts";
import {drawCalendar} from "./draw-calendar.ts";
import {drawRange} from "./draw-range.ts";
import {drawDayOfMonth, drawJubilee, drawOffset, drawSame, drawShift, drawStretch, drawWeekday} from "./draw-relative.ts";
import {type Drawn, type Scope, relativeTo, unresolved} from "./drawn.ts";
import {type Phrase, type Reading} from "./reading.ts";
import {weekdayWithin} from "./relative-value.ts";

/** The value of a phrase's words in their scope. */
export function draw(scope: Scope, reading: Reading, phrase: Phrase): Drawn {
  const {at} = scope;
  switch (reading.kind) {
    case "calendar":
      return drawCalendar(scope, reading, phrase);
    case "range":
      return drawRange(scope, reading, phrase, draw);
    case "day-of-month":
      return drawDayOfMonth(scope, reading.day, reading.by, phrase);
    case "offset":
      return drawOffset(scope, reading.unit, reading.by);
    case "shift":
      return drawShift(scope, reading, phrase);
    case "weekday":
      return drawWeekday(scope, reading.weekday, reading.by, phrase);
    case "weekday-in": {
      const outer = draw(scope, reading.within, phrase);
      const value = outer.value && weekdayWithin(reading.weekday, reading.nth, outer.value);
      return value ? {...outer, value} : unresolved;
    }
    case "stretch":
      return drawStretch(scope, reading.unit, reading.count, reading.sign);
    case "same":
      return drawSame(scope, reading.unit, phrase);
    case "eve":
      if (at.floating) return drawOffset(scope, "day", -1);
      return at.today ? relativeTo(at, dayPoint(plusDays(at.today, -1))) : unresolved;
    case "jubilee":
      return drawJubilee(scope, reading.years, phrase);
    case "vague":
      return unresolved;
  }
}
