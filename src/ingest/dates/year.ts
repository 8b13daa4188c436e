import {type Calendar, calendar} from "./reading.ts";
import {afterSign, type Hit, type Source, endOf, follows, isDigit, number, sepAt, suffixAt, word} from "./source.ts";
import {isTime} from "./time-of-day.ts";

type Dated = Hit<Calendar>;
/** The year behind something, as told, and where its words end. */
export type Tail = Pick<Calendar, "year" | "yearBy" | "sameYear"> & {next: number; end: number};

/** The year behind a day or month: 2023 года, ’23 г., текущего года, того же года, с.г., «в 1989 году». */
export function yearTail(s: Source, j: number, end: number, how: {short: boolean; monthOnly?: boolean}): Tail {
  const none: Tail = {year: null, yearBy: null, sameYear: false, next: j, end};
  const token = s.tokens[j];
  const sep = sepAt(s, j, end);
  if (!token || token.lines > 1) return none;
  if (!token.word) {
    if (!["", ",", "-", "/", ...(how.short ? ["."] : [])].includes(sep) || isTime(s, j)) return none;
    if (sep === "-" && token.spaced) return none;
    const y = yearNumber(s, j);
    if (y) return {...none, ...y};
    return token.form.length === 2 && sep !== "," ? shortYear(s, j, none) : none;
  }
  if (sep !== "" && sep !== ",") return none;
  const spoken = yearInWords(s, j);
  if (spoken) return {...none, ...spoken};
  const prep = word(s, j, "prep");
  if (prep?.v === "in" && sep === "" && number(s, j + 1) && follows(s, j + 1, token.end)) {
    const y = yearNumber(s, j + 1);
    if (y?.unit) return {...none, ...y};
  }
  if (prep?.v === "from" && sepAt(s, j + 1, token.end) === "." && isYearUnit(s, j + 1))
    return {...none, yearBy: 0, next: j + 2, end: endOf(s, j + 1, true)};
  if (token.word.t === "abbreviation" && token.form === "т" && sepAt(s, j + 1, token.end) === "." && isYearUnit(s, j + 1))
    return {...none, yearBy: 0, next: j + 2, end: endOf(s, j + 1, true)};
  let k = j;
  if ((prep?.v === "in" || prep?.v === "of") && sep === "" && follows(s, j + 1, token.end)) k++;
  const rel = word(s, k, "rel");
  if (rel && sep === "") {
    const same = word(s, k + 1, "same") ? 1 : 0;
    if (isYearUnit(s, k + 1 + same) && follows(s, k + 1 + same, endOf(s, k + same)))
      return {...none, ...(same ? {sameYear: true} : {yearBy: rel.v}), next: k + 2 + same, end: endOf(s, k + 1 + same)};
  }
  if (word(s, k, "demonstrative") && sep === "") {
    const same = word(s, k + 1, "same") ? 1 : 0;
    if (isYearUnit(s, k + 1 + same)) return {...none, sameYear: true, next: k + 2 + same, end: endOf(s, k + 1 + same)};
  }
  return none;
}

/** A year in words: «две тысячи двадцать первого года», «тысяча девятьсот девяносто второй год». */
export function yearInWords(s: Source, i: number): {year: number; next: number; end: number} | null {
  let j = i;
  let year = 0;
  const value = (k: number) => word(s, k, "cardinal")?.v ?? 0;
  if (value(j) === 2 && value(j + 1) === 1000) [year, j] = [2000, j + 2];
  else if (value(j) === 1000 && value(j + 1) === 900) [year, j] = [1900, j + 2];
  else return null;
  if (value(j) >= 20 && value(j) <= 90) year += value(j++);
  const last = word(s, j, "ordinal");
  if (!last || last.v > 90 || !isYearUnit(s, j + 1)) return null;
  for (let k = i + 1; k <= j + 1; k++) if (!follows(s, k, endOf(s, k - 1))) return null;
  return {year: year + last.v, next: j + 2, end: endOf(s, j + 1)};
}

/** Whether token `i` is «год» in one of its forms. */
export const isYearUnit = (s: Source, i: number): boolean => word(s, i, "unit")?.v === "year" && s.tokens[i]?.form !== "лет";

/** Four digits that may be a year, with ending and «года»: 2015, 2015-го, 2015 года, 2015 г. */
export function yearNumber(
  s: Source,
  i: number,
): {year: number; next: number; end: number; unit: boolean; suffixed: boolean} | null {
  const token = number(s, i);
  if (!token || token.form.length !== 4 || token.value < 1000 || token.value > 2199) return null;
  if (isDigit(s.text[token.start - 2]) && /[,:]/.test(s.text[token.start - 1] ?? "")) return null;
  const suffix = suffixAt(s, i + 1);
  let next = i + 1 + suffix;
  let end = endOf(s, next - 1);
  const unit = isYearUnit(s, next) && s.tokens[next]?.form !== "лет" && follows(s, next, end);
  if (unit) {
    const form = s.tokens[next]?.form ?? "";
    end = endOf(s, next, form === "г" || form === "гг");
    next++;
    // «2012–2013 г.г.»
    if (form === "г" && s.tokens[next]?.form === "г" && s.tokens[next]?.start === end) end = endOf(s, next++, true);
  }
  return {year: token.value, next, end, unit, suffixed: suffix > 0};
}

function shortYear(s: Source, j: number, none: Tail): Tail {
  const token = number(s, j);
  if (!token) return none;
  const unit = isYearUnit(s, j + 1) && follows(s, j + 1, token.end);
  const rest = s.text.slice(token.end, token.end + 2);
  // «5 мая 45 человек» is no year; «авг 96» is.
  if (!unit && (token.value < 32 || !/^(\s*$|[.,;:!?)»\n]|\s+\d)/.test(rest))) return none;
  const year = token.value + (token.value < 50 ? 2000 : 1900);
  const next = unit ? j + 2 : j + 1;
  return {...none, year, next, end: endOf(s, next - 1, unit)};
}

/** 2015 год, в 2015-м, год 2000; a bare number is `weak`. */
export function year(s: Source, i: number): Dated | null {
  const unit = s.tokens[i];
  if (unit?.form === "год" || unit?.form === "year") {
    const token = number(s, i + 1);
    const after = token && !token.sep && token.form.length === 4 && !token.lines ? yearNumber(s, i + 1) : null;
    return after && !after.unit
      ? {reading: calendar("year", {year: after.year}), next: after.next, end: after.end, rule: "year"}
      : null;
  }
  const spoken = yearInWords(s, i);
  if (spoken) return {reading: calendar("year", {year: spoken.year}), next: spoken.next, end: spoken.end, rule: "year"};
  const token = number(s, i);
  const y = yearNumber(s, i);
  if (!y || !token) return null;
  const hit: Dated = {reading: calendar("year", {year: y.year}), next: y.next, end: y.end, rule: "year"};
  const before = s.text[token.start - 1] ?? "";
  if (/[A-Za-z#№_@=&%$€\\:/]/.test(before) || afterSign(s, token.start)) return null;
  if (before === "." && isDigit(s.text[token.start - 2])) return y.unit ? hit : null;
  if (!y.unit) {
    const after = s.text.slice(y.end, y.end + 2);
    if (/^([.,:/]\d|\s?[%°$€₽]|[A-Za-z])/.test(after)) return null;
  }
  // «2000 г героина»: grams, unless a dot or a preposition says year.
  if (
    y.unit &&
    s.tokens[y.next - 1]?.form === "г" &&
    s.text[y.end - 1] !== "." &&
    /^ ?\p{Ll}/u.test(s.text.slice(y.end, y.end + 2)) &&
    s.tokens[i - 1]?.word?.t !== "prep"
  )
    return null;
  return y.unit || y.suffixed ? hit : {...hit, weak: true};
}
