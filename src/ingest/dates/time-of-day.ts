import {daysIn} from "../../model/edtf.ts";
import {type Calendar, calendar} from "./reading.ts";
import {type Hit, type Source, endOf, follows, number, sepAt, word} from "./source.ts";

type Dated = Hit<Calendar>;

/** Whether token `i` begins a clock time: 14:26. */
export const isTime = (s: Source, i: number): boolean => {
  const b = number(s, i + 1);
  return (s.tokens[i]?.value ?? 99) < 24 && b !== null && b.sep === ":" && !b.spaced && b.form.length === 2 && b.value < 60;
};

/** The time and the weekday behind a day, then the finished reading. */
export function finish(s: Source, known: Partial<Calendar>, next: number, end: number, rule: string): Dated {
  const {part = null, day: d = null, year: y = null} = known;
  const whole = {year: y, yearBy: known.yearBy ?? null, sameYear: known.sameYear ?? false, part, day: d};
  const hit: Dated = {reading: calendar("day", whole), next, end, rule};
  if (part !== null && d !== null && (d > daysIn(y ?? 2000, part) || part > 12)) return {...hit, wrong: "no-such-day"};
  const back = s.tokens[next];
  const weekday = word(s, next, "weekday");
  if (
    weekday &&
    back &&
    [",", "(", ",(", "", "|"].includes(sepAt(s, next, end)) &&
    (back.sep !== "" || back.spaced) &&
    !back.lines
  ) {
    // «5 мая в среду» says a weekday; «5 мая среда обитания» says none.
    if (back.sep.includes("(") || !/^\s+\p{Ll}/u.test(s.text.slice(back.end, back.end + 3))) {
      hit.reading.weekday = weekday.v;
      hit.end = endOf(s, next, weekday.short);
      if (back.sep.includes("(") && s.text[hit.end] === ")") hit.end++;
      hit.next = next + 1;
    }
  }
  return timeTail(s, hit);
}

// Adds the time of day behind a day: 13 декабря 2023, 14:26 · в 9:10 МСК.
function timeTail(s: Source, hit: Dated): Dated {
  let j = hit.next;
  const sep = sepAt(s, j, hit.end);
  if (![",", "", "-", "|", "/", "(", "·", "•", ".", ",("].includes(sep)) return hit;
  if (word(s, j, "prep")?.v === "in") {
    if (!follows(s, j + 1, endOf(s, j))) return hit;
    j++;
  }
  const a = number(s, j);
  if (!a || a.form.length > 2 || !isTime(s, j) || (a.lines > 0 && (j !== hit.next || hit.reading.weekday !== null))) return hit;
  const c = number(s, j + 2);
  const seconds = c && c.sep === ":" && !c.spaced && c.form.length === 2 && c.value < 60;
  let next = j + (seconds ? 3 : 2);
  let end = endOf(s, next - 1);
  const minutes = s.tokens[j + 1]?.form ?? "00";
  let time = `${a.form.padStart(2, "0")}:${minutes}${seconds ? `:${c.form}` : ""}`;
  const zone = word(s, next, "zone");
  if (zone && follows(s, next, end, ["", "("])) {
    end = endOf(s, next++);
    // «GMT+6»
    const ahead = zone.v === "Z" ? /^([+-])(\d{1,2})(?::?([0-5]\d))?(?!\d)/.exec(s.text.slice(end, end + 7)) : null;
    time += ahead ? `${ahead[1] ?? "+"}${(ahead[2] ?? "").padStart(2, "0")}:${ahead[3] ?? "00"}` : zone.v;
    if (ahead) end += ahead[0].length;
    while ((s.tokens[next]?.start ?? Infinity) < end) next++;
  }
  return {...hit, reading: {...hit.reading, time, precision: "time"}, next, end};
}
