import {bce, type DateWords, NBSP as _} from "./date-words.ts";

const months = "January February March April May June July August September October November December".split(" ");
const short = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const seasons = ["spring", "summer", "autumn", "winter"];
const ordinal = (n: number) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
const century = (year: number) => (year < 0 ? Math.ceil(-year / 100) : Math.floor(year / 100) + 1);

/** English, day before month. */
export const en: DateWords = {
  none: "no date",
  month: (n, _beside, form) => (form === "short" ? short : months)[n - 1] ?? "",
  season: (n) => seasons[n - 1] ?? "",
  quarter: (n, form) => (form === "short" ? `Q${n}` : `${["first", "second", "third", "fourth"][n - 1]}${_}quarter of`),
  half: (n, form) => (form === "short" ? `H${n}` : `${n === 1 ? "first" : "second"}${_}half of`),
  decade: (year, form) => (form === "short" ? `${year}s` : `the${_}${year}s`),
  century: (year, form) => `${ordinal(century(year))}${_}${form === "short" ? "c." : "century"}${year < 0 ? `${_}BCE` : ""}`,
  year: (year) => (year > 0 ? `${year}` : `${bce(year)}${_}BCE`),
  years: (first, last) =>
    last <= 0 ? `${bce(first)}–${bce(last)}${_}BCE` : first > 0 ? `${first}–${last}` : `${bce(first)}${_}BCE${_}– ${last}${_}CE`,
  ago: (count, unit) =>
    unit === "thousand" ? `${count.toLocaleString("en-US")},000${_}years${_}ago` : `${count}${_}${unit}${_}years${_}ago`,
  yearUnknown: (date, form) => (form === "short" ? `${date}, year?` : `${date}, year not${_}given`),
  time: (clock, zone) => `${clock}${zone === null ? "" : zone === "Z" ? `${_}UTC` : `${_}(UTC${zone})`}`,
  about: (date) => `c.${_}${date}`,
  perhaps: (date, form) => (form === "short" ? `${date}?` : `probably ${date}`),
  since: (date) => `since${_}${date}`,
  until: (date, form) => (form === "short" ? `by${_}${date}` : `no later than ${date}`),
  endUnknown: (date, form) => (form === "short" ? `from${_}${date}` : `from${_}${date}, end${_}unknown`),
  startUnknown: (date, form) => (form === "short" ? `until${_}${date}` : `until${_}${date}, beginning${_}unknown`),
};
