import {bce, type DateWords, NBSP as _, roman} from "./date-words.ts";

const of = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const alone = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
const ofShort = "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.".split(" ");
const aloneShort = "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.".split(" ");
const seasons = ["весна", "лето", "осень", "зима"];
const seasonsOf = ["весны", "лета", "осени", "зимы"];
const units = {thousand: "тыс.", million: "млн", billion: "млрд"};
const century = (year: number) => roman(year < 0 ? Math.ceil(-year / 100) : Math.floor(year / 100) + 1);
const era = (year: number) => (year < 0 ? `${_}до${_}н.${_}э.` : "");

/** Russian: months and parts of a year bend after «около», «с», «до». */
export const ru: DateWords = {
  none: "без даты",
  month: (n, beside, form, c) => {
    const bent = beside === "day" || c === "of";
    return (form === "short" ? (bent ? ofShort : aloneShort) : bent ? of : alone)[n - 1] ?? "";
  },
  season: (n, c) => (c === "of" ? seasonsOf : seasons)[n - 1] ?? "",
  quarter: (n, form, c) => `${roman(n)}${_}${form === "short" ? "кв." : c === "of" ? "квартала" : "квартал"}`,
  half: (n, form, c) => (form === "short" ? `${roman(n)}${_}пол.` : `${roman(n)}${_}${c === "of" ? "полугодия" : "полугодие"}`),
  decade: (year, form, c) =>
    (c === "of" ? `${year}-х` : `${year}-е`) + (form === "short" ? "" : `${_}${c === "of" ? "годов" : "годы"}`),
  century: (year, form, c) => `${century(year)}${_}${form === "short" ? "в." : c === "of" ? "века" : "век"}${era(year)}`,
  year: (year, form) =>
    year > 0 ? `${year}${form === "short" ? "" : `${_}г.`}` : `${bce(year)}${form === "short" ? "" : `${_}г.`}${_}до${_}н.${_}э.`,
  years: (first, last, form) => {
    const tail = form === "short" ? "" : `${_}гг.`;
    if (last <= 0) return `${bce(first)}–${bce(last)}${tail}${_}до${_}н.${_}э.`;
    return first > 0 ? `${first}–${last}${tail}` : `${ru.year(first, form)}${_}– ${ru.year(last, form)}`;
  },
  ago: (count, unit) => `${String(count).replace(".", ",")}${_}${units[unit]}${_}лет${_}назад`,
  yearUnknown: (date, form) => (form === "short" ? `${date}, год?` : `${date}, год не${_}указан`),
  time: (clock, zone) => `${clock}${zone === null ? "" : zone === "Z" ? `${_}UTC` : `${_}(UTC${zone})`}`,
  about: (date, form) => (form === "short" ? `≈${_}${date}` : `около${_}${date}`),
  perhaps: (date, form) => (form === "short" ? `${date}?` : `предположительно ${date}`),
  since: (date) => `с${_}${date}`,
  until: (date, form) => (form === "short" ? `до${_}${date}` : `не${_}позже ${date}`),
  endUnknown: (date, form) => (form === "short" ? `с${_}${date}` : `с${_}${date}, конец не${_}известен`),
  startUnknown: (date, form) => (form === "short" ? `до${_}${date}` : `до${_}${date}, начало не${_}известно`),
};
