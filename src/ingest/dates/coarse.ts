import {type Calendar, calendar} from "./reading.ts";
import {type Hit, type Source, aloneOnLine, endOf, follows, glued, number, sepAt, suffixAt, word} from "./source.ts";
import {type Tail, isYearUnit, yearNumber, yearTail} from "./year.ts";

type Dated = Hit<Calendar>;

/** май 2017 г., в декабре текущего года, сен-2012; also a month alone. */
export function monthYear(s: Source, i: number): Dated | null {
  const month = word(s, i, "month");
  if (!month) return null;
  const end = endOf(s, i, month.form === "short");
  let j = i + 1;
  let from = end;
  if (word(s, j, "prep")?.v === "of" && follows(s, j, end) && number(s, j + 1)) from = endOf(s, j++);
  const tail = yearTail(s, j, from, {short: month.form === "short", monthOnly: true});
  const known = tail.year !== null || tail.yearBy !== null || tail.sameYear;
  // «в янв» alone: an abbreviation needs its preposition; the grammar asks for it.
  if (!known && month.form === "short" && !/^(?:[а-я]{3,4}|march|may)$/.test(s.tokens[i]?.form ?? "")) return null;
  const {next, end: last, ...told} = known ? tail : {...tail, next: i + 1, end};
  const hit: Dated = {
    reading: calendar("month", {part: month.v, ...told}),
    next,
    end: last,
    rule: known ? "month-year" : "month",
  };
  return known ? hit : {...hit, weak: true};
}

/** Quarters and halves: в третьем квартале, I квартал 2019 года, во второй половине 2019 года, первое полугодие. */
export function coded(s: Source, i: number): Dated | null {
  if (s.tokens[i]?.form === "q") return quarterLetter(s, i);
  const count = ordinalAt(s, i);
  if (!count) return null;
  const unit = word(s, count.next, "unit")?.v;
  const isHalf = word(s, count.next, "halfword") !== null;
  if (!follows(s, count.next, count.end)) return null;
  const precision = unit === "quarter" ? "quarter" : unit === "half" || isHalf ? "half" : null;
  if (!precision || count.value < 1 || count.value > (precision === "half" ? 2 : 4)) return null;
  const end = endOf(s, count.next, s.tokens[count.next]?.form === "кв");
  let j = count.next + 1;
  if (s.tokens[j]?.form === "of" && follows(s, j, end)) j++;
  const direct =
    isYearUnit(s, j) && follows(s, j, end) ? {year: null, yearBy: 0, sameYear: false, next: j + 1, end: endOf(s, j)} : null;
  const tail = direct ?? yearTail(s, j, end, {short: false});
  const known = tail.year !== null || tail.yearBy !== null || tail.sameYear;
  // «Половина» of what? Only a year's is a date of its own.
  if (isHalf && !known) {
    const month = monthYear(s, j);
    if (!month || !follows(s, j, end) || word(s, j, "month")?.form !== "genitive") return null;
    return {...month, weak: false, rule: "half-of-month", reading: {...month.reading, edge: count.value === 1 ? "start" : "end"}};
  }
  const {next, end: last, ...told} = known ? tail : {...tail, next: count.next + 1, end};
  return {reading: calendar(precision, {part: count.value, ...told}), next, end: last, rule: precision};
}

// Q1 2020
function quarterLetter(s: Source, i: number): Dated | null {
  const n = number(s, i + 1);
  if (!n || n.sep || n.spaced || n.value < 1 || n.value > 4 || n.form.length > 1) return null;
  const j = s.tokens[i + 2]?.form === "of" && follows(s, i + 2, n.end) ? i + 3 : i + 2;
  const tail = yearTail(s, j, endOf(s, j - 1), {short: false});
  if (tail.year === null) return null;
  return {reading: calendar("quarter", {part: n.value, year: tail.year}), next: tail.next, end: tail.end, rule: "quarter"};
}

/** A number, Roman numeral or ordinal word that counts quarters or centuries. */
export function ordinalAt(s: Source, i: number): {value: number; next: number; end: number} | null {
  const token = s.tokens[i];
  if (!token) return null;
  if (!token.word) {
    if (token.form.length > 2 || glued(s, token.start)) return null;
    const suffix = suffixAt(s, i + 1);
    return {value: token.value, next: i + 1 + suffix, end: endOf(s, i + suffix)};
  }
  if (token.word.t === "cardinal" && (token.word.v === 20 || token.word.v === 30)) {
    const unit = word(s, i + 1, "ordinal");
    return unit && follows(s, i + 1, token.end, ["", "-"])
      ? {value: token.word.v + unit.v, next: i + 2, end: endOf(s, i + 1)}
      : null;
  }
  if (token.word.t === "ordinal") return {value: token.word.v, next: i + 1, end: token.end};
  // Roman numerals are written in capitals; Cyrillic Х and I stand for them as well.
  if (token.word.t === "roman" && /^[IVX]+$/.test(s.text.slice(token.start, token.end))) {
    // «в III-м квартале»
    const suffix = suffixAt(s, i + 1);
    return {value: token.word.v, next: i + 1 + suffix, end: endOf(s, i + suffix)};
  }
  return null;
}

/** весной 2011 года, лето 2019, осенью прошлого года, зимой 2019–2020 годов. */
export function season(s: Source, i: number): Dated | null {
  const named = word(s, i, "season");
  if (!named) return null;
  const end = endOf(s, i);
  let j = i + 1;
  if (s.tokens[j]?.form === "of" && follows(s, j, end)) j++;
  const tail = yearTail(s, j, end, {short: false});
  const known = tail.year !== null || tail.yearBy !== null || tail.sameYear;
  const english = /[a-z]/.test(s.tokens[i]?.form ?? "");
  const edged = s.tokens[i - 1]?.word?.t === "edge" && follows(s, i, endOf(s, i - 1));
  const planned =
    !known &&
    s.tokens[i - 1]?.form === "на" &&
    follows(s, i, endOf(s, i - 1)) &&
    plannedFor.test(s.text.slice(Math.max(0, end - 70), end));
  // «к осени», «до весны», «с лета»
  const lead = s.tokens[i - 1];
  const termed =
    !known &&
    lead?.word?.t === "prep" &&
    /^(?:к|ко|до|с|со)$/.test(lead.form) &&
    follows(s, i, lead.end) &&
    !/(?:ом|ой|ью)$/.test(s.tokens[i]?.form ?? "") &&
    // «готовы к зиме» says for what, not by when.
    !/готов\p{L}*(?: \p{L}+){0,2} ко? $/iu.test(s.text.slice(Math.max(0, lead.start - 40), lead.end + 1));
  if (!known && !named.adverb && !edged && !planned && !termed && (english || !aloneOnLine(s.text, s.tokens[i]?.start ?? 0, end)))
    return null;
  // «Летом» is also part of «за летом следует»: only the adverb without a year is taken.
  const {next, end: last, ...told} = known ? winter(s, tail) : {...tail, next: i + 1, end};
  return {reading: calendar("season", {part: named.v, ...told}), next, end: last, rule: "season"};
}

// «намечен на осень», «перенесли учения на весну»
const plannedFor = /(?:^|[^\p{L}])(?:перен[её]?с|отло[жк]|отклад|намеч|назнач|(?:за)?планир)\p{L}*(?: \p{L}+){0,3} на \p{L}+$/iu;

// «зимой 2019–2020 годов» is one winter, named by the year it begins in.
function winter(s: Source, tail: Tail): Tail {
  const sep = sepAt(s, tail.next, tail.end);
  const after = number(s, tail.next);
  if (tail.year === null || !after || (sep !== "-" && sep !== "/")) return tail;
  const second = yearNumber(s, tail.next);
  return second?.year === tail.year + 1 ? {...tail, next: second.next, end: second.end} : tail;
}

/** 1990-е годы, в 90-х, девяностые годы, the 1990s. */
export function decade(s: Source, i: number): Dated | null {
  const token = s.tokens[i];
  if (!token) return null;
  if (!token.word) {
    const suffix = suffixAt(s, i + 1);
    const ending = suffix ? (s.tokens[i + 1]?.form ?? "") : "";
    if (token.value % 10 || !["х", "е", "ые", "ых", "ым", "м", "s"].includes(ending)) return null;
    if (word(s, i + 2, "number-of-month") || glued(s, token.start) || (token.form.length !== 2 && token.form.length !== 4))
      return null;
    const unit = isYearUnit(s, i + 2) && follows(s, i + 2, endOf(s, i + 1));
    const unitForm = s.tokens[i + 2]?.form ?? "";
    // «2010-е» alone is the decade; «в 2010-м году» the year.
    if (ending === "м" && !(unit && /^(годам|гг)$/.test(unitForm))) return null;
    if (ending === "е" && unit && unitForm === "год") return null;
    if (ending === "е" && !unit && numbers(s, i)) return null;
    const year = token.form.length === 4 ? token.value : token.value >= 30 ? 1900 + token.value : 1900 + token.value;
    if (year < 1000 || year > 2190 || (token.form.length === 2 && !token.value)) return null;
    const next = i + 2 + (unit ? 1 : 0);
    return ofCentury(s, {reading: calendar("decade", {year}), next, end: endOf(s, next - 1, unitForm === "гг"), rule: "decade"});
  }
  const spoken = bareDecade(s, i);
  if (spoken) return spoken;
  if (token.word.t !== "ordinal" || token.word.v < 20 || token.word.v > 90 || token.word.v % 10) return null;
  if (!/(ые|ых|ым|ыми)$/.test(token.form) || !isYearUnit(s, i + 1) || !follows(s, i + 1, token.end)) return null;
  return ofCentury(s, {
    reading: calendar("decade", {year: 1900 + token.word.v}),
    next: i + 2,
    end: endOf(s, i + 1),
    rule: "decade",
  });
}

// «20-е очередное заседание» is one of a series; «в 20-е» and «90-е запомнились» say when.
function numbers(s: Source, i: number): boolean {
  const start = s.tokens[i]?.start ?? 0;
  if (/(?<!\p{L})в\s$/iu.test(s.text.slice(Math.max(0, start - 3), start))) return false;
  return /^\s(?:\p{Ll}+(?:[ое]е)\s){0,3}\p{Ll}+(?:ие|ье|ство)(?!\p{L})/u.test(
    s.text.slice(endOf(s, i + 1), endOf(s, i + 1) + 120),
  );
}

// «В конце девяностых», «в нулевые», «с семидесятых»: a decade by its name alone; «двадцатых» may be of either century.
function bareDecade(s: Source, i: number): Dated | null {
  const token = s.tokens[i];
  if (!token?.word) return null;
  const {word: said, end} = token;
  const tens =
    said.t === "ordinal" && said.v >= 30 && said.v <= 90 && said.v % 10 === 0 && /ы[ех]$/.test(token.form) ? said.v : 0;
  if (said.t !== "noughties" && !tens) return null;
  const reading = calendar("decade", {year: tens ? 1900 + tens : 2000});
  if (isYearUnit(s, i + 1) && follows(s, i + 1, end))
    return tens ? null : {reading, next: i + 2, end: endOf(s, i + 1), rule: "decade"};
  const before = s.tokens[i - 1]?.word;
  const led = before?.t === "edge" || (before?.t === "prep" && /^(?:in|from|upto)$/.test(before.v));
  // «в сороковых статьях», «в девяностых числах»: something is counted.
  const counts = /^ \p{Ll}+(?:ах|ях|ов|ей|ам|ям|ами|ями)(?!\p{L})/u.test(s.text.slice(end, end + 24));
  return led && !counts && follows(s, i, endOf(s, i - 1)) ? {reading, next: i + 1, end, rule: "decade"} : null;
}

// «90-х годов прошлого века», «80-х годов XIX века»
function ofCentury(s: Source, hit: Dated): Dated {
  if (!follows(s, hit.next, hit.end)) return hit;
  const named = century(s, hit.next);
  if (named)
    return {
      ...named,
      reading: calendar("decade", {year: (named.reading.year ?? 0) + ((hit.reading.year ?? 0) % 100)}),
      rule: "decade",
    };
  const last = word(s, hit.next, "rel")?.v === -1 && word(s, hit.next + 1, "unit")?.v === "century";
  return last && follows(s, hit.next + 1, endOf(s, hit.next)) ? {...hit, next: hit.next + 2, end: endOf(s, hit.next + 1)} : hit;
}

/** XX век, в двадцать первом веке, the 19th century. */
export function century(s: Source, i: number): Dated | null {
  const count = ordinalAt(s, i);
  if (!count || count.value < 1 || count.value > 22) return null;
  const token = s.tokens[count.next];
  const unit = word(s, count.next, "unit")?.v === "century";
  const short = token?.form === "в" && s.text[token.end] === "." && s.tokens[i]?.word?.t === "roman";
  if (!token || (!unit && !short) || !follows(s, count.next, count.end)) return null;
  const end = endOf(s, count.next, short || token.form === "вв");
  return {reading: calendar("century", {year: (count.value - 1) * 100}), next: count.next + 1, end, rule: "century"};
}
