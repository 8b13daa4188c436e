import {type Reading} from "./reading.ts";
import {type Source} from "./source.ts";

/** «С 1 июля вводится порядок», «вступит в силу с января», «группа заработает с 1 мая»: what turns on a day goes by that day. */
export function turnsOn(text: string, start: number, reading: Reading, end: number): boolean {
  if (reading.kind !== "calendar" || !/day|month/.test(reading.precision)) return false;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  return turning.test(before.slice(before.search(/[^.,;:!?\n]*$/))) || turning.test(/^[^.,;:!?\n]*/.exec(after)?.[0] ?? "");
}
const turning =
  /(?<!\p{L})(?:вступ(?:ит|ят|ил[аио]?)|ввод(?:ится|ятся|ят)|введ(?:ут|ён|ен|ено|ена|ены)|вв[её]л[аи]?|стал[аио]?|станет|зарабо(?:тает|тают|тал[аио]?)|пере(?:ш[её]л|шл[аио]|йд[её]т|йдут)|назначен[аы]?|утра(?:тит|тил[аио]?))(?!\p{L})/iu;

/** Whether the date from token `i` up to `next` stands in the instrumental: «с маем», «с прошлым годом». */
export function instrumental(s: Source, i: number, next: number): boolean {
  for (let k = i; k < next; k++) {
    const token = s.tokens[k];
    if (token?.word?.t === "unit") return /(?:ом|ем|ием|ей|ами|ями)$/.test(token.form) && token.form !== "дней";
    if (token?.word?.t === "month") return /[аеёо]м$/.test(token.form);
  }
  return false;
}

/** «с 2015 года по настоящее время» */
export const toThisDay =
  /^ (?:и )?(?:по|до) (?:настоящее время|сегодняшний день|сей день|настоящего времени|сегодняшнего дня|наших дней)(?!\p{L})/u;
