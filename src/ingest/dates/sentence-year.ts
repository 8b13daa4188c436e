import {type Bounds} from "../../model/edtf.ts";
import {type Span, slice} from "../../model/span.ts";
import {boundsOf} from "./days.ts";
import {pointOf, yearless} from "./nearest-year.ts";
import {type Calendar, type Phrase, type Reading} from "./reading.ts";

type Said = {year: number; span: Span};

/** The years that a sentence or the heading says for dates without one. `thisYear`: the item's own. */
export function sentenceYears(text: string, phrases: readonly Phrase[], thisYear: number | null, heading: Span | null) {
  const order = new Map(phrases.map((phrase, i) => [phrase, i]));
  const ofTitle = yearOfHeading(text, phrases, heading);
  const sections = sectionYears(text, phrases);
  return {ofPlan, inClause, ofList, listFrom, ofRanges, ofName, ofHeading};

  /** The year of the heading above a row of a list, else that of the title. */
  function ofHeading(phrase: Phrase): (Said & {ahead: boolean}) | null {
    const section = sections.findLast((s) => s.span.end < phrase.span.start);
    return section && isInRow(text, phrase) ? section : ofTitle;
  }

  /** The year of the plan that a row stands in. */
  function ofPlan(phrase: Phrase): Said | null {
    const head = ofHeading(phrase);
    return head?.ahead && isInRow(text, phrase) ? head : null;
  }

  // «В 2018 году операция прошла с 5 по 11 ноября»: the year of the same clause stands before any other.
  function inClause(phrase: Phrase): Said | null {
    let i = order.get(phrase) ?? 0;
    // «В 2018 году прошли две: с 22 по 28 июня и с 12 по 18 октября»: the first of a list answers for the rest.
    for (let k = 0; k < 8; k++) {
      const [before, here] = [phrases[i - 1], phrases[i]];
      if (!before || !here || here.span.start - before.span.end > 40) break;
      if (!goesOn.test(text.slice(before.span.end, here.span.start))) break;
      if (yearSaid(before.reading) !== null) break;
      i--;
    }
    const [before, here, behind] = [phrases[i - 1], phrases[i] ?? phrase, phrases[i + 1]];
    const counted = behind && !behind.named ? yearSaid(behind.reading) : null;
    if (behind && counted !== null && isFirstOf(here.span.end, behind.span)) return {year: counted, span: behind.span};
    // «Нелегал-2011» (6–10 июня и 17–21 октября)
    if (before?.named && before.reading.kind === "calendar" && before.reading.year !== null) {
      const bracketed = /^[»”"]?\s\((?:\p{L}{1,2}\s)?$/u.test(text.slice(before.span.end, here.span.start));
      return bracketed ? {year: before.reading.year, span: before.span} : null;
    }
    const year = before && !before.named ? yearSaid(before.reading) : null;
    if (!before || year === null) return ofEntry(phrase);
    if (before.reading.kind !== "shift" && !/^(?:в|во|in) /i.test(slice(text, before.span))) return ofEntry(phrase);
    const between = text.slice(before.span.end, here.span.start).replace(/:(?= (?:\p{L}{1,2} )?$)/u, "");
    // "In 2017, by decision of the council, raids were held in two stages (from May 22 to June 2 and …)": brackets explain.
    if (/^[^.!?;\n]{0,320}\s\((?:с |from )?$/u.test(between)) return {year, span: before.span};
    return between.length < 170 && !/[.!?;:\n]|[^,]{2,},/.test(between) ? {year, span: before.span} : ofEntry(phrase);
  }

  // «2004 – в январе начал работу Секретариат. На саммите 17 июня …»: the year an entry of a chronicle opens with.
  function ofEntry(phrase: Phrase): Said | null {
    const from = Math.max(0, phrase.span.start - longestEntry);
    const line = text.slice(from, phrase.span.start).lastIndexOf("\n");
    if (line < 0 && from > 0) return null;
    const start = from + line + 1;
    for (let k = (order.get(phrase) ?? 0) - 1; k >= 0; k--) {
      const before = phrases[k];
      if (!before || before.span.start < start) return null;
      const {reading, named, span} = before;
      if (span.start - start > 2 || named || reading.kind !== "calendar" || reading.precision !== "year") continue;
      return reading.year !== null && /^(?:\s?г(?:од|\.))?\s?[–—:-]\s/u.test(text.slice(span.end, span.end + 8))
        ? {year: reading.year, span}
        : null;
    }
    return null;
  }

  // «17 февраля состоялся первый в 2009 году выпуск», «5 мая прошло второе в этом году заседание»: one of that year's.
  function isFirstOf(from: number, {start, end}: Span): boolean {
    const between = text.slice(from, start);
    return (
      between.length < 240 &&
      !/[.!?;:\n]/.test(between) &&
      /(?<!\p{L})(?:перв|втор|треть|четв[её]рт|пят|шест|последн|очередн|заключительн|завершающ|единственн)\p{L}{1,3}\s$/u.test(
        between,
      ) &&
      /^(?:в|во) /iu.test(text.slice(start, end))
    );
  }

  // The year that words for a year alone name: «в 2018 году», «в прошлом году», «год назад».
  function yearSaid(reading: Reading): number | null {
    if (reading.kind === "calendar") return reading.precision === "year" ? reading.year : null;
    if (thisYear === null) return null;
    if (reading.kind === "offset") return reading.unit === "year" && reading.edge === null ? thisYear + reading.by : null;
    const [step, more] = reading.kind === "shift" && reading.from === "reference" && !reading.exact ? reading.steps : [];
    return step?.unit === "year" && !more ? thisYear + step.by : null;
  }

  // «15 мая и 20 июня 2019 года»: what the last of a list says holds for all.
  function ofList(phrase: Phrase): Said | null {
    const i = order.get(phrase) ?? 0;
    for (let k = i; k < i + 8; k++) {
      const [here, next] = [phrases[k], phrases[k + 1]];
      if (
        !here ||
        !next ||
        next.reading.kind !== "calendar" ||
        next.named ||
        !(
          yearless(next.reading) ||
          (phrase.reading.kind === "calendar" && next.reading.precision === phrase.reading.precision)
        ) ||
        next.span.start - here.span.end > 8
      )
        return null;
      if (!/^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(text.slice(here.span.end, next.span.start))) return null;
      if (next.reading.year !== null) return {year: next.reading.year, span: next.span};
    }
    return null;
  }

  // «дважды, в марте и в октябре, проводилась»: what a list names lies in one year, so its stretch as a whole is weighed.
  function listFrom(c: Calendar, phrase: Phrase): ((year: number) => Bounds) | null {
    if (!yearless(c) || c.weekday !== null) return null;
    const i = order.get(phrase) ?? 0;
    const step = (k: number): Calendar | null => {
      const [here, next] = [phrases[k], phrases[k + 1]];
      if (!here || !next || here.reading.kind !== "calendar" || next.reading.kind !== "calendar") return null;
      const [a, b] = [here.reading, next.reading];
      if (!open(a) || !open(b) || a.precision !== b.precision || next.named || next.span.start - here.span.end > 8) return null;
      if ((a.part ?? 0) * 32 + (a.day ?? 0) >= (b.part ?? 0) * 32 + (b.day ?? 0)) return null;
      return /^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(text.slice(here.span.end, next.span.start)) ? b : null;
    };
    let [first, last] = [c, c];
    for (let k = i; k < i + 8; k++) {
      const next = step(k);
      if (!next) break;
      last = next;
    }
    for (let k = i - 1; k > i - 8; k--) {
      const before = phrases[k];
      if (!step(k) || before?.reading.kind !== "calendar") break;
      first = before.reading;
    }
    if (first === last) return null;
    return (year) => ({earliest: boundsOf(pointOf(first, year)).earliest, latest: boundsOf(pointOf(last, year)).latest});
  }

  // «с 22 по 28 июня и с 12 по 18 октября 2015 года»: the same for stretches, when the second lies later in its year.
  function ofRanges(phrase: Phrase): Said | null {
    const next = phrases[(order.get(phrase) ?? 0) + 1];
    if (!next || phrase.reading.kind !== "range" || next.reading.kind !== "range") return null;
    const [here, there] = [phrase.reading.to, next.reading.from];
    if (here?.kind !== "calendar" || there?.kind !== "calendar" || there.year === null) return null;
    if ((here.part ?? 0) > (there.part ?? 0)) return null;
    const between = text.slice(phrase.span.end, next.span.start);
    return /^(?:,? и|,) (?:\p{L}{1,2} )?$/u.test(between) ? {year: there.year, span: next.span} : null;
  }

  // «Операция «Канал-2021» проводится в два этапа: …»: the year of the name that stands before the date in its sentence.
  function ofName(phrase: Phrase): number | null {
    return yearInName(phrase) ?? ofHeading(phrase)?.year ?? null;
  }

  function yearInName(phrase: Phrase): number | null {
    const i = order.get(phrase) ?? 0;
    for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
      const name = phrases[k];
      if (!name || phrase.span.start - name.span.end > 160) return null;
      if (!name.named || name.reading.kind !== "calendar") continue;
      const between = text.slice(name.span.end, phrase.span.start);
      return /[.!?;]\s|\n/.test(between) || !/[а-яё]/i.test(slice(text, name.span)) ? null : name.reading.year;
    }
    return null;
  }
}

// The next of a list: «с 22 по 28 июня и с 12 по 18 октября», «Азербайджан (24 сентября), Грузия (9 сентября)».
const goesOn = /^(?:,? (?:и|and)|,) (?:\p{L}{1,2} )?$|^\)(?:,? и|,) \p{Lu}[\p{L} -]{2,30} \($/u;

// «Итоги 2019 года», «о ходе выполнения за 2018 год»; `ahead`: «План мероприятий на 2019 год».
function yearOfHeading(text: string, phrases: readonly Phrase[], heading: Span | null): (Said & {ahead: boolean}) | null {
  if (!heading) return null;
  for (const {span, reading, named} of phrases) {
    if (span.start >= heading.end) break;
    if (span.start < heading.start || named || reading.kind !== "calendar" || !wide.has(reading.precision)) continue;
    if (reading.year === null) continue;
    const before = text.slice(Math.max(heading.start, span.start - 30), span.end);
    if (/(?<!\p{L})(?:итог\p{L}*|отч[её]т\p{L}*|за|results|report|in)[^.]{0,12}\d{4}/iu.test(before))
      return {year: reading.year, span, ahead: false};
    if (planned.test(text.slice(Math.max(heading.start, span.start - 160), span.end)))
      return {year: reading.year, span, ahead: true};
  }
  return null;
}

/** How far an entry's year may stand before a date of its own, in UTF-16 units. */
const longestEntry = 600;

/** The longest line that is a heading within a text, in UTF-16 units. */
const longestHeading = 100;

// «В ПЛАНЕ НА 2010 ГОД», «План мероприятий на второе полугодие 2014 года:» on a line of its own.
function sectionYears(text: string, phrases: readonly Phrase[]): (Said & {ahead: boolean})[] {
  const found: (Said & {ahead: boolean})[] = [];
  for (const {span, reading, named} of phrases) {
    if (named || reading.kind !== "calendar" || !wide.has(reading.precision) || reading.year === null) continue;
    const start = text.lastIndexOf("\n", span.start) + 1;
    const end = text.indexOf("\n", span.end);
    if (span.start - start > longestHeading || end < 0 || end - span.end > 30) continue;
    if (/[.!?]\s*$/.test(text.slice(span.end, end)) || !planned.test(text.slice(start, span.end))) continue;
    found.push({year: reading.year, span, ahead: true});
  }
  return found;
}

// «• май – конференция», «14 апреля – заседание», «3) Семинар, 5 мая»
function isInRow(text: string, {span}: Phrase): boolean {
  const start = text.lastIndexOf("\n", span.start) + 1;
  return (
    span.start - start < 200 &&
    /^\s*(?:[–—•▪●*-]|\d{1,2}[.)])?\s*$|^\s*(?:[–—•▪●*-]\s|\d{1,2}[.)]\s)/u.test(text.slice(start, span.start))
  );
}

const planned =
  /(?<!\p{L})(?:план|график|календар|программ|задач|запланирован|расписани)\p{L}*[^.!?]{0,120}\sна (?:[^\d.!?]{0,30}\s|[1-4](?:-?й)?\s(?:квартал|полугодие)\s)?\d{4}/iu;

/** What a plan or a report is for. */
const wide = new Set<Calendar["precision"]>(["year", "half", "quarter", "month"]);

/** A day or month whose year nothing in the words tells. */
export const open = (r: Reading | null): r is Calendar =>
  r?.kind === "calendar" && r.year === null && r.yearBy === null && !r.sameYear && yearless(r);
