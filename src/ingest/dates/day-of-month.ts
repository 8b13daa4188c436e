import {type Calendar, type Reading} from "./reading.ts";
import {type Hit, type Source, endOf, follows, glued, suffixAt, word} from "./source.ts";
import {finish} from "./time-of-day.ts";
import {type Tail, yearNumber, yearTail} from "./year.ts";

type Dated = Hit<Calendar>;

/** A day of the month as a number or an ordinal in words. */
export function dayNumber(s: Source, i: number): {day: number; next: number; end: number; suffixed: boolean} | null {
  const token = s.tokens[i];
  if (!token) return null;
  if (!token.word) {
    if (token.form.length > 2 || glued(s, token.start)) return null;
    if (token.value < 1 || token.value > 99) return null;
    const suffix = suffixAt(s, i + 1);
    return {day: token.value, next: i + 1 + suffix, end: endOf(s, i + suffix), suffixed: suffix > 0};
  }
  const tens = token.word.t === "cardinal" ? token.word.v : token.word.t === "ordinal" ? token.word.v : 0;
  if (token.word.t === "cardinal" && tens !== 20 && tens !== 30) return null;
  if (token.word.t === "cardinal") {
    const unit = word(s, i + 1, "ordinal");
    if (!unit || unit.v > 9 || !follows(s, i + 1, token.end, ["", "-"])) return null;
    return {day: tens + unit.v, next: i + 2, end: endOf(s, i + 1), suffixed: true};
  }
  return token.word.t === "ordinal" && tens >= 1 && tens <= 30 ? {day: tens, next: i + 1, end: token.end, suffixed: true} : null;
}

const closing = ["»", "”", '"'];
/** Whether the number stands in quotation marks, as on papers: «15» июня 2021 г. */
export const inQuotes = (s: Source, i: number): boolean => {
  const {start = 0, end = 0} = s.tokens[i] ?? {};
  return /["«“]/.test(s.text[start - 1] ?? "") && closing.includes(s.text[end] ?? "");
};

/** 13 декабря, 13-го декабря 2023 года в 14:26, двадцать пятое мая. */
export function dayMonth(s: Source, i: number): Dated | null {
  const d = dayNumber(s, i);
  if (!d) return null;
  let j = d.next;
  let between = d.end;
  if (word(s, j, "prep")?.v === "of" && s.tokens[j]?.form === "of" && follows(s, j, d.end)) between = endOf(s, j++);
  const month = word(s, j, "month");
  if (!month || month.form === "case" || !follows(s, j, between, inQuotes(s, i) ? closing : ["", "-", "/", "."])) return null;
  const token = s.tokens[j];
  // «этап первый. Май», «первый – май, второй – август»: counted in words, the months are their own.
  if ((token?.sep === "." || token?.sep === "-") && s.tokens[i]?.word) return null;
  const end = endOf(s, j, month.form === "short");
  // «12.мая.2015»: the dots go on.
  const tail = yearTail(s, j + 1, end, {short: month.form === "short" || token?.sep === "."});
  const weekday = tail.year === null && tail.yearBy === null ? weekdayBeforeYear(s, j + 1, end) : null;
  if (weekday) {
    const hit = finish(s, {day: d.day, part: month.v, ...weekday.tail}, weekday.tail.next, weekday.tail.end, "day-month-year");
    return hit && {...hit, reading: {...hit.reading, weekday: weekday.v}};
  }
  return finish(
    s,
    {day: d.day, part: month.v, ...tail},
    tail.next,
    tail.end,
    tail.year !== null ? "day-month-year" : "day-month",
  );
}

// «12 мая (вторник) 2015 г.», «12 мая, вторник, 2015 год»
function weekdayBeforeYear(s: Source, j: number, end: number): {v: number; tail: Tail} | null {
  const named = word(s, j, "weekday");
  if (!named || !follows(s, j, end, ["(", ","]) || !follows(s, j + 1, endOf(s, j), [")", ","])) return null;
  const y = s.tokens[j + 1]?.word ? null : yearNumber(s, j + 1);
  return y && y.year >= 1900 && y.year <= 2100 ? {v: named.v, tail: {...y, yearBy: null, sameYear: false}} : null;
}

// What may stand behind a day whose month is not said: a stop, a small word or a verb, never the noun that «5-го» would count.
const behindDay =
  /^(?:[.,;:!?»)]|\s*$|\s[–—-]\s|\s(?:в|во|на|с|со|к|ко|при|под|у|а|но|же|её|ее|его|их|он|она|оно|они|там|здесь|утром|днём|днем|вечером|была?|было|были|будет|будут|вместе|\p{L}+(?:л[аои]|лся|лась|лось|лись|[аи]тся|[её]тся|[уюя]тся|[её]т|ают|уют|ены|ена|ено|аны|ана|ано|ута|уты|уто))(?!\p{L}))/u;

// «14-го гости осмотрели …»: a sentence or a part of it that opens with the day goes on with who did what, in the nominative.
const opens = /(?:^|\n\s?|[.!?…,:;]\s)$/u;
const subject = /^\s(?!\p{L}+(?:ого|его|ов|ев|ей|а|я)(?!\p{L}))\p{L}{4,}/u;

/** «церемония – 15 сентября, розыгрыш – 18-го», «29-го открыли центр»: a day whose month the text has said or means by itself. */
export function loneDay(s: Source, i: number): Hit<Extract<Reading, {kind: "day-of-month"}>> | null {
  const token = s.tokens[i];
  if (!token || token.word || !suffixAt(s, i + 1) || s.tokens[i + 1]?.form !== "го") return null;
  const d = dayNumber(s, i);
  const behind = d ? s.text.slice(d.end, d.end + 40) : "";
  if (
    !d ||
    d.day > 31 ||
    !(behindDay.test(behind) || (opens.test(s.text.slice(Math.max(0, token.start - 3), token.start)) && subject.test(behind)))
  )
    return null;
  // «ранга 1-го», «статьи 5-го»: counted, not dated.
  if (
    /(?:№|ранга|класса|созыва|разряда|категории|степени|группы|пункта|части|места)\s$/iu.test(
      s.text.slice(Math.max(0, token.start - 12), token.start),
    )
  )
    return null;
  return {reading: {kind: "day-of-month", day: d.day, by: "nearest"}, next: d.next, end: d.end, rule: "lone-day"};
}

/** December 13, 2023. */
export function monthDay(s: Source, i: number): Dated | null {
  const month = word(s, i, "month");
  if (!month) return null;
  const d = dayNumber(s, i + 1);
  const first = s.tokens[i + 1];
  if (!d || !first || first.word || first.lines || d.day > 31 || !follows(s, i + 1, endOf(s, i, true), ["", ","])) return null;
  const tail = yearTail(s, d.next, d.end, {short: false});
  // «Июнь, 15, 2021»
  if (first.sep === "," && tail.year === null) return null;
  // «в мае 15 стран»: in Russian the day stands before its month, unless a year settles it.
  if (tail.year === null && /[а-я]/.test(s.tokens[i]?.form ?? "")) return null;
  return finish(s, {day: d.day, part: month.v, ...tail}, tail.next, tail.end, "month-day-year");
}
