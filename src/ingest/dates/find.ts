import {point} from "./calendar.ts";
import {inQuotes} from "./day-of-month.ts";
import {loneShortNumeric, shortNumeric} from "./figures.ts";
import {range} from "./ranges.ts";
import {type Calendar, type Edge, type Phrase, type Reading, calendar} from "./reading.ts";
import {jubilee, relative} from "./relative.ts";
import {type Hit, type Source, aloneOnLine, endOf, follows, movedFrom, number, sepAt, word} from "./source.ts";
import {instrumental, toThisDay, turnsOn} from "./since.ts";
import {tokens} from "./tokens.ts";
import {type Prep} from "./words.ts";

/** Every date phrase of a text, unresolved, in order of place; no two overlap. Linear in the length of the text. */
export function findPhrases(text: string): Phrase[] {
  const s: Source = {text, tokens: tokens(text)};
  const found: Phrase[] = [];
  for (let i = 0; i < s.tokens.length;) {
    const hit = phraseAt(s, i);
    if (hit) found.push(...hit.phrases);
    i = hit ? hit.next : i + 1;
  }
  return found;
}

type Found = {phrases: Phrase[]; next: number};

/** What stands before a date and changes or only introduces it. */
type Lead = {prep: Prep | null; edge: Edge | null; approximate: boolean; start: number; begin: boolean; next: number};

function phraseAt(s: Source, i: number): Found | null {
  const token = s.tokens[i];
  if (!token) return null;
  // «рассказали Накануне.RU»: an address on the web.
  if (/^\.[a-z]{2,4}(?![a-z])/iu.test(s.text.slice(token.end, token.end + 6)) && /^\p{Lu}/u.test(s.text.slice(token.start)))
    return null;
  const name = named(s, i);
  if (name) return name;
  const lead = leadAt(s, i);
  if (lead.next > i && lead.next < s.tokens.length) {
    const hit = core(s, lead.next, lead) ?? edgeOfUnit(s, lead);
    if (hit) return hit;
    return null;
  }
  return core(s, i, lead);
}

// Reads «не позднее», «начиная с», «около», «до конца», «в начале» and the like before a date.
function leadAt(s: Source, i: number): Lead {
  const lead: Lead = {prep: null, edge: null, approximate: false, start: s.tokens[i]?.start ?? 0, begin: false, next: i};
  for (let j = i; j < i + 6; j++) {
    const token = s.tokens[j];
    if (!token?.word || (j > i && !follows(s, j, endOf(s, j - 1)) && !(lead.approximate && sepAt(s, j, 0) === "-"))) break;
    const w = token.word;
    // «до конца с.г.»
    if (lead.edge && w.t === "prep" && token.form === "с" && /^\. ?г\./.test(s.text.slice(token.end, token.end + 4))) break;
    if (w.t === "prep") {
      // «по состоянию на», «в период с»: the last preposition counts.
      lead.prep = w.v;
    } else if (w.t === "approx") lead.approximate = true;
    else if (w.t === "edge") lead.edge = w.v;
    else if (w.t === "begin") lead.begin = true;
    else if (w.t === "not" && word(s, j + 1, "late")) {
      lead.prep = "upto";
      lead.next = j + 2;
      j++;
      continue;
    } else if (w.t === "not" && word(s, j + 1, "early")) {
      lead.prep = "from";
      lead.next = j + 2;
      j++;
      continue;
    } else if (w.t !== "article") break;
    if (w.t === "article" && j === i) break;
    lead.next = j + 1;
    if (lead.next - 1 === j && w.t === "prep" && w.v === "of" && lead.edge)
      lead.prep = s.tokens[i]?.word?.t === "prep" ? (s.tokens[i]?.word as {v: Prep}).v : null;
  }
  return lead;
}

function core(s: Source, i: number, lead: Lead): Found | null {
  const first = s.tokens[i];
  if (!first) return null;
  if (lead.next > i - 1 && lead.next === i && lead.start < first.start && !follows(s, i, endOf(s, i - 1), ["", "-", "(", "«"]))
    return null;
  const list = range(
    s,
    i,
    lead.edge ? null : lead.prep === "from" || lead.prep === "between" ? lead.prep : lead.prep ? "other" : null,
  );
  if (list) {
    const phrases = list.parts.map((part, k) =>
      phrase(
        k === 0 && lead.next === i ? startWith(s, lead, i, part.reading) : part.start,
        part.end,
        part.rule,
        part.reading,
        lead.approximate || (lead.edge !== null && lead.next === i),
        part.wrong,
      ),
    );
    return {phrases, next: list.next};
  }
  const calendarHit =
    point(s, i) ??
    (lead.prep === "upto" || lead.prep === "from" || lead.prep === "by" ? paddedShort(s, i) : null) ??
    loneShortNumeric(s, i);
  if (calendarHit) {
    if (calendarHit.weak && !stands(s, i, calendarHit, lead)) return null;
    if (isNoDate(s, first.start, calendarHit)) return {phrases: [], next: calendarHit.next};
    return wrap(s, i, lead, calendarHit);
  }
  const anniversary = jubilee(s, i);
  if (anniversary)
    return {
      phrases: [phrase(first.start, anniversary.end, anniversary.rule, anniversary.reading, false)],
      next: anniversary.next,
    };
  const pointed = relative(s, i, lead.prep);
  if (!pointed) return monthsOfYear(s, i, lead);
  return wrap(s, i, lead, pointed);
}

// «1989 года рождения», «1989 г.р.», «тел. 12-12-2019»
function isNoDate(s: Source, start: number, hit: Hit<Calendar>): boolean {
  if (hit.reading.precision === "year" && /^[ \u00a0]?(?:рождения|р\.)/.test(s.text.slice(hit.end, hit.end + 10))) return true;
  return (
    hit.rule.endsWith("numeric") &&
    /(?:^|[^\p{L}])(?:тел|телефон|факс|tel|phone|fax)[.:]{0,2}\s?(?:\+?\d+\s?)?(?:\(\d+\)\s?)?$/iu.test(
      s.text.slice(Math.max(0, start - 28), start),
    )
  );
}

const phrase = (start: number, end: number, rule: string, reading: Reading, approximate: boolean, wrong?: string): Phrase => ({
  span: {start, end},
  rule,
  reading,
  approximate,
  named: false,
  wrong: wrong ?? null,
});

// A preposition belongs to the words when it makes the value («с 2008 года», «до 5 мая») or goes with a unit («в 1992 г.»).
function startWith(s: Source, lead: Lead, i: number, reading: Reading): number {
  const bare = s.tokens[i]?.start ?? 0;
  if (lead.next !== i || lead.start >= bare) return bare;
  const turns =
    lead.prep === "from" ||
    lead.prep === "upto" ||
    lead.prep === "after" ||
    lead.prep === "before" ||
    lead.prep === "to" ||
    lead.prep === "between";
  const coarse = reading.kind !== "calendar" || (reading.precision !== "day" && reading.precision !== "time");
  const ofDay = reading.kind === "range" && !turns && reading.from?.kind === "calendar" && reading.from.day !== null;
  return turns || lead.edge || lead.approximate || (coarse && !ofDay) ? lead.start : bare;
}

// Turns a single date into an open range when its preposition says so, and gives it its edge.
function wrap(s: Source, i: number, lead: Lead, hit: Hit): Found {
  let reading = hit.reading;
  const led = lead.next === i && lead.start < (s.tokens[i]?.start ?? 0);
  let rule = hit.rule;
  let {next, end} = hit;
  // «по сравнению с 2010 годом»: with, not since.
  // «перенесён с июля», «отложен до мая»: from when and to when it was moved, not since when and until.
  const beside =
    led &&
    ((lead.prep === "from" && instrumental(s, i, next)) ||
      ((lead.prep === "from" || lead.prep === "upto") && movedFrom(s.text, lead.start)));
  if (led && !beside) {
    const far = lead.prep === "from" && reading.kind === "calendar" ? farEnd(s, reading, next, end) : null;
    if (far && reading.kind === "calendar") {
      const from = {...reading, edge: lead.edge, ...(reading.year === null && reading.yearBy === null ? far.shared : {})};
      const made = phrase(
        lead.start,
        far.end,
        "from-edge-to",
        {kind: "range", from, to: far.to},
        lead.approximate || lead.edge !== "start" || far.to.edge !== "end",
      );
      return {phrases: [made], next: far.next};
    }
    const open =
      !lead.edge && lead.prep === "from" && turnsOn(s.text, lead.start, reading, end)
        ? null
        : openSide(lead, reading, aloneOnLine(s.text, lead.start, end), /[a-z]/i.test(s.text.charAt(lead.start)));
    if (lead.edge && (reading.kind === "calendar" || reading.kind === "offset"))
      reading = {...reading, edge: open === "from" || (open && lead.edge !== "end") ? null : lead.edge};
    const goesOn = open === "from" ? toThisDay.exec(s.text.slice(end, end + 40)) : null;
    if (goesOn) {
      end += goesOn[0].length;
      while ((s.tokens[next]?.start ?? Infinity) < end) next++;
    }
    if (open === "from") [reading, rule] = [{kind: "range", from: reading, to: null}, `since-${rule}`];
    if (open === "to") [reading, rule] = [{kind: "range", from: null, to: reading}, `until-${rule}`];
  }
  const bare = (s.tokens[i]?.start ?? 0) - (inQuotes(s, i) ? 1 : 0);
  const start = led && !beside ? Math.min(bare, startWith(s, lead, i, reading)) : bare;
  const made = phrase(start, end, rule, reading, led && lead.approximate, hit.wrong);
  // «12:15 09/04/2019»: the time stands before its day.
  if (reading.kind === "calendar" && reading.precision === "day") made.reading = timeBefore(s, i, reading);
  if (!made.approximate && reading.kind === "calendar") made.approximate = bracketed(s, hit.end);
  return {phrases: [inName(s.text, made)], next};
}

// «с начала мая до конца июня», «с середины октября по начало ноября»: the end of what the edge of a date begins.
function farEnd(
  s: Source,
  from: Calendar,
  next: number,
  end: number,
): {to: Calendar; shared: Partial<Calendar>; next: number; end: number} | null {
  if (!follows(s, next, end, ["", ",", "-"])) return null;
  const lead = leadAt(s, next);
  if ((lead.prep !== "to" && lead.prep !== "upto") || lead.next === next) return null;
  const hit = point(s, lead.next);
  // «с конца июля по 9 августа»: an edge of a month and a day go together.
  const fine = ["day", "month"];
  const alike =
    hit?.reading.precision === from.precision || (fine.includes(hit?.reading.precision ?? "") && fine.includes(from.precision));
  if (!hit || hit.wrong || !alike || !follows(s, lead.next, endOf(s, lead.next - 1))) return null;
  if (hit.weak && hit.reading.precision === "year") return null;
  const {year, yearBy, sameYear} = hit.reading;
  return {to: {...hit.reading, edge: lead.edge}, shared: {year, yearBy, sameYear}, next: hit.next, end: hit.end};
}

// «улица 8 Марта» and «резолюция 1373 (2001)» are names.
function inName(text: string, made: Phrase): Phrase {
  const {reading, span} = made;
  // «резолюция 1373 (2001)»
  if (
    text[span.start - 1] === "(" &&
    /(?:резолюци\p{L}*|resolutions?)(?: СБ ООН)? (?:№ ?)?\d+ \($/iu.test(text.slice(Math.max(0, span.start - 36), span.start))
  )
    return {...made, named: true};
  if (reading.kind !== "calendar" || reading.day === null || reading.year !== null || reading.yearBy !== null) return made;
  const before = text.slice(Math.max(0, span.start - 14), span.start);
  return /(?:улиц\p{L}*|ул\.|проспект\p{L}*|площад\p{L}*|пл\.|имени|им\.)\s*[«"]?$/iu.test(before)
    ? {...made, named: true}
    : made;
}

// «21 января (ориентировочно)»
const bracketed = (s: Source, end: number): boolean =>
  /^ \((?:ориентировочно|примерно|предварительно|предположительно)\)/i.test(s.text.slice(end, end + 24));

function openSide(lead: Lead, reading: Reading, alone: boolean, english: boolean): "from" | "to" | null {
  if (reading.kind === "range" || reading.kind === "vague" || reading.kind === "stretch" || reading.kind === "eve") return null;
  const shape = reading.kind === "calendar" ? reading.precision : reading.kind;
  switch (lead.prep) {
    case "from":
    case "after":
      return reading.kind === "same" ? null : "from";
    case "upto":
    case "before":
      return "to";
    case "by":
      // «Завершить к 15 ноября»; the words «к 15 ноября» alone name the day.
      // "By the end of the year" is a term; «к концу года» says about when.
      if (lead.edge) return lead.edge === "end" && english ? "to" : null;
      return reading.kind === "calendar" && !(alone && reading.day !== null) ? "to" : null;
    case "to":
      return shape === "year" || shape === "month" || shape === "day" ? "to" : null;
    default:
      return null;
  }
}

function timeBefore(s: Source, i: number, reading: Calendar): Calendar {
  const [h, m, d] = [number(s, i - 2), number(s, i - 1), s.tokens[i]];
  if (!h || !m || !d || m.sep !== ":" || m.spaced || m.form.length !== 2 || h.form.length > 2 || h.value > 23 || m.value > 59)
    return reading;
  if (!["", ",", "|", "/", "-", "·", "•"].includes(d.sep) || d.lines > 0) return reading;
  return {...reading, precision: "time", time: `${h.form.padStart(2, "0")}:${m.form}`};
}

// «с 30.05», «до 01.06»: both figures written in full.
function paddedShort(s: Source, i: number): Hit<Calendar> | null {
  const hit = shortNumeric(s, i);
  return hit && s.tokens[i]?.form.length === 2 ? {...hit, weak: false, end: s.tokens[i + 1]?.end ?? hit.end} : null;
}

// Whether a bare number or a bare month is a date here.
function stands(s: Source, i: number, hit: Hit<Calendar>, lead: Lead): boolean {
  const token = s.tokens[i];
  if (!token) return false;
  const led = lead.next === i && lead.start < token.start;
  const {precision, year} = hit.reading;
  if (precision === "month") {
    const month = token.word?.t === "month" ? token.word.form : "short";
    // "March" and "may" are words of their own: as months they have a capital and a preposition.
    if (/^(?:march|may)$/.test(token.form))
      return (
        led &&
        isCapital(s.text.charAt(token.start)) &&
        (["in", "from", "upto", "by", "after", "before"].includes(lead.prep ?? "") ||
          (lead.prep === "for" && setFor.test(s.text.slice(Math.max(0, token.start - 24), token.start))))
      );
    if (month === "short")
      return led && lead.prep === "in" && /^\.?\s*(?:$|[,;)\n])/.test(s.text.slice(token.end, token.end + 3));
    if (month === "name") return !(s.text[token.start - 1] === "-" || /^-\p{L}/u.test(s.text.slice(token.end, token.end + 2)));
    return (
      led &&
      (lead.prep !== null || lead.edge !== null) &&
      (month === "case" ||
        lead.edge !== null ||
        lead.prep === "from" ||
        lead.prep === "upto" ||
        lead.prep === "after" ||
        lead.prep === "of")
    );
  }
  if (year === null || year > 2100) return false;
  const after = s.text.slice(hit.end, hit.end + 24);
  const closed = /^(?:\s*$|\s*[.;:!?)»"”\]\n]|,\s)/.test(after) && !/^[.,]\d/.test(after);
  const bracketed = s.text[token.start - 1] === "(" && /^\)/.test(after);
  const isOld = year < 1900;
  if (bracketed) return !isOld;
  // «2003 – первая операция …», «1999: …» at the head of a line: an entry of a table of years.
  if (
    /^ ?(?:[–—-] |: )[\p{L}«"]/u.test(after) &&
    /(?:^|\n)[ \t]*(?:[•*▪●][ \t]*)?$/.test(s.text.slice(Math.max(0, token.start - 12), token.start))
  )
    return true;
  // "In 1241 Lübeck and Hamburg …", "in 1241, …": four digits of long ago are mostly a count.
  if (isOld) {
    const nextWord = /^\s*(\p{L}+)/u.exec(after)?.[1] ?? "";
    const isIn = led && /^in$/i.test(s.tokens[i - 1]?.form ?? "") && lead.prep === "in";
    return (
      isIn && (/^\s+\p{Lu}/u.test(after) || /^\s*[,.;]\s/.test(after) || /^(?:the|a|an|it|he|she|they|and|when)$/.test(nextWord))
    );
  }
  // «– «Безопасная граница» – Таджикистан, 2017;»: the last word of a line in a list.
  const line = s.text.slice(Math.max(0, token.start - 160), token.start);
  if (/^ ?[;.]?[ \t]*(?:\n|$)/.test(after) && /(?:^|\n)[ \t]*[-–—•*▪][ \t][^\n]*\p{L}[»”")]?, $/u.test(line)) return true;
  if (!led) return false;
  if (lead.edge) return true;
  if (/[a-z]/.test(s.tokens[i - 1]?.form ?? ""))
    return lead.prep !== "for" && lead.prep !== "to" && lead.prep !== "about" ? true : closed;
  // «в 2015 странах», «в 2000 рублей» are counts; a year is followed by a verb, a small word or a name.
  const nextWord = /^\s*(\p{L}+)/u.exec(after)?.[1] ?? "";
  if (lead.prep === "in") return closed || afterYear.test(nextWord) || /^\p{Lu}/u.test(nextWord);
  return closed && lead.prep !== null && lead.prep !== "of" && lead.prep !== "between";
}

// "The conference, scheduled for May": not "a vote for May".
const setFor =
  /(?:^|[^a-z])(?:scheduled|rescheduled|planned|set|slated|due|expected|timed|postponed|announced|called|forecast|schedule|plans?|agenda|report|figures|data) (?:only |now |provisionally |tentatively )?for $/i;

const isCapital = (c: string): boolean => c !== c.toLowerCase();

const afterYear =
  /^(?:\p{L}+[аеиоуыяё]л(?:[аои]|ся|[аои]сь)?|\p{L}+(?:ан|ен|ят|ит|ут)[аоы]?|\p{L}+(?:ют|ет|ит|ат|ят)ся|в|на|по|и|с|со|но|а|для|из|при|от|до|к|о|за|под|он|она|они|мы|я|это|был[аои]?|был)$/u;

// «с начала года», «до конца месяца», «в конце недели»: the present one.
function edgeOfUnit(s: Source, lead: Lead): Found | null {
  const unit = word(s, lead.next, "unit");
  if (!lead.edge || !unit || unit.plural || unit.v === "hour" || unit.v === "minute" || unit.v === "day") return null;
  if (!follows(s, lead.next, endOf(s, lead.next - 1))) return null;
  const reading: Reading = {kind: "offset", unit: unit.v, by: 0, edge: lead.edge};
  return wrap(s, lead.next, lead, {reading, next: lead.next + 1, end: endOf(s, lead.next), rule: "edge-of-unit"});
}

// «за девять месяцев 2019 года» is its first nine.
function monthsOfYear(s: Source, i: number, lead: Lead): Found | null {
  const token = s.tokens[i];
  if (!token) return null;
  const skip = token.word?.t === "ordinal" && token.word.v === 1 ? 1 : 0;
  const count = s.tokens[i + skip];
  const n = count?.word?.t === "cardinal" ? count.word.v : count && !count.word ? count.value : 0;
  if (n < 2 || n > 11 || !Number.isInteger(n) || word(s, i + skip + 1, "unit")?.v !== "month") return null;
  const year = point(s, i + skip + 2);
  const known =
    year?.reading.precision === "year" && year.reading.year !== null && follows(s, i + skip + 2, endOf(s, i + skip + 1, true));
  const rel = word(s, i + skip + 2, "rel");
  const ofRel = rel && word(s, i + skip + 3, "unit")?.v === "year";
  if (!known && !ofRel) return null;
  const whose: Partial<Calendar> = known ? {year: year.reading.year} : {yearBy: rel?.v ?? 0};
  const reading: Reading = {
    kind: "range",
    from: calendar("month", {part: 1, ...whose}),
    to: calendar("month", {part: n, ...whose}),
  };
  const next = known ? year.next : i + skip + 4;
  const end = known ? year.end : endOf(s, i + skip + 3);
  return {phrases: [phrase(lead.next === i ? lead.start : token.start, end, "months-of-year", reading, lead.approximate)], next};
}

// A year that is part of a name: «Рубеж-2018», COVID-2019, «Канал – 2016», «Рубеж»-2018.
function named(s: Source, i: number): Found | null {
  const token = number(s, i);
  if (!token || token.form.length !== 4 || token.value < 1950 || token.value > 2100) return null;
  const before = s.text.slice(Math.max(0, token.start - 40), token.start);
  const after = s.text.charAt(token.end);
  const dashed = /[\p{L}»”"][-–—]$/u.test(before);
  const quoted =
    /[»”"]/.test(after) &&
    /[«“„"][^«»“”„"\n]*\p{L}[ -–—]+$/u.test(before) &&
    token.sep.startsWith("§") &&
    !word(s, i - 1, "prep");
  if ((!dashed && !quoted) || /[\p{L}\d]/u.test(after) || (after === "-" && /\d/.test(s.text.charAt(token.end + 1)))) return null;
  const start =
    token.start - (/(?:[«“„"][^«»“”„"\n]*|[\p{L}\p{M}]+[»”"]?)[-–— ]*$/u.exec(before)?.[0].replace(/^[«“„"]/, "").length ?? 0);
  const made = phrase(start, token.end, "name", calendar("year", {year: token.value}), false);
  return {phrases: [{...made, named: true}], next: i + 1};
}

/** Whether the phrase is a whole day with its year given in the words. */
export const isFullDay = (p: Phrase): boolean =>
  p.reading.kind === "calendar" && p.reading.day !== null && p.reading.year !== null && !p.named;
