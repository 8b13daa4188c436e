import {century, coded, decade, monthYear, season} from "./coarse.ts";
import {dayMonth, monthDay} from "./day-of-month.ts";
import {numeric, romanMonth, shortNumeric} from "./figures.ts";
import {type Calendar} from "./reading.ts";
import {type Hit, type Source, endOf, follows, sepAt, word} from "./source.ts";
import {year, yearNumber} from "./year.ts";

type Dated = Hit<Calendar>;

/** A date of the calendar that begins at token `i`, at any precision. */
export function point(s: Source, i: number): Dated | null {
  return (
    weekdayDate(s, i) ??
    day(s, i) ??
    monthYear(s, i) ??
    coded(s, i) ??
    season(s, i) ??
    decade(s, i) ??
    century(s, i) ??
    year(s, i)
  );
}

/** A day: 13.12.2023, 2023-12-13, 13 декабря 2023 года, December 13, 2023. */
export const day = (s: Source, i: number): Dated | null =>
  numeric(s, i) ?? romanMonth(s, i) ?? dayMonth(s, i) ?? monthDay(s, i) ?? yearFirst(s, i) ?? entryOfYear(s, i);

// «2003 год, октябрь: …», «2003-й, 5 октября, Ереван», «– 2003 г., октябрь – …» at the head of a line: an entry of a table of years.
function entryOfYear(s: Source, i: number): Dated | null {
  const token = s.tokens[i];
  if (
    !token ||
    token.word ||
    token.form.length !== 4 ||
    !/(?:^|\n)[\s•*▪●–—-]*$/.test(s.text.slice(Math.max(0, token.start - 8), token.start))
  )
    return null;
  const y = yearNumber(s, i);
  const form = s.tokens[(y?.next ?? 0) - 1]?.form ?? "";
  // «2003, октябрь. …»: a bare year needs the comma.
  const bare = y !== null && y.next === i + 1;
  if (!y || !(bare || /^(?:год|г|й)$/.test(form)) || !follows(s, y.next, y.end, bare ? [","] : ["", ","])) return null;
  const hit = dayMonth(s, y.next) ?? (word(s, y.next, "month")?.form === "name" ? monthYear(s, y.next) : null);
  if (!hit || hit.wrong || hit.reading.year !== null || hit.reading.yearBy !== null) return null;
  return {...hit, weak: false, reading: {...hit.reading, year: y.year}, rule: `year-${hit.rule}`};
}

// 2018 жылғы 7 маусым · 2018 йил 7 июнь · 2018 года 17 сентября
function yearFirst(s: Source, i: number): Dated | null {
  const y = yearNumber(s, i);
  if (!y?.unit || !/^(?:жыл|йил|yil|года$)/.test(s.tokens[y.next - 1]?.form ?? "") || !follows(s, y.next, y.end)) return null;
  const hit = dayMonth(s, y.next);
  if (!hit || hit.reading.year !== null || hit.reading.yearBy !== null) return null;
  return {...hit, reading: {...hit.reading, year: y.year}, rule: "year-day-month"};
}

function weekdayDate(s: Source, i: number): Dated | null {
  const weekday = word(s, i, "weekday");
  if (!weekday) return null;
  const end = endOf(s, i, weekday.short);
  if (!follows(s, i + 1, end, ["", ",", "(", "-", ".", "|", "·", "•"])) return null;
  // «до пятницы.» and the stamp on the next line
  if (s.tokens[i + 1]?.lines && sepAt(s, i + 1, end) === ".") return null;
  const hit = day(s, i + 1) ?? shortNumeric(s, i + 1);
  return hit && {...hit, weak: false, reading: {...hit.reading, weekday: weekday.v}, rule: `weekday-${hit.rule}`};
}
