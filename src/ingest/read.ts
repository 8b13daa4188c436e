import {type Seed} from "../model/document.ts";
import {type DateMention, type DateRole} from "../model/mention.ts";
import {type Problem} from "../model/problem.ts";
import {type Span, contains} from "../model/span.ts";
import {type AddressDay, addressDay, yearOfPage} from "./address-day.ts";
import {boilerplateSpans, layout} from "./boilerplate.ts";
import {credits} from "./credits.ts";
import {datelineOf} from "./dateline.ts";
import {findPhrases, isFullDay} from "./dates/find.ts";
import {merge} from "./dates/merge.ts";
import {type Phrase} from "./dates/reading.ts";
import {type Context, resolve} from "./dates/resolve.ts";
import {type Reference} from "./dates/standpoint.ts";
import {isDigit} from "./dates/source.ts";
import {imprintOf, imprintYear} from "./imprint.ts";
import {type Item} from "./item.ts";
import {languageOf} from "./language.ts";
import {type Line, isChronology, isStamp, linesOf} from "./lines.ts";
import {yearOfClock} from "./page-clock.ts";
import {tailEndOf} from "./page-tail.ts";
import {segment} from "./segment.ts";
import {sentences} from "./sentences.ts";
import {type Stamps, label, opensText, stampsOf} from "./stamp.ts";

/** What the reader is told from outside: the day a bare text was written on, for one that says none itself. */
export type Told = {reference?: string | null};

/** One decoded page to its news items, with boilerplate, sentences and dates marked. Linear in the length of the page. */
export function readItems(seed: Seed, told: Told = {}): {items: Item[]; problems: Problem[]} {
  const phrases = merge(seed.text, findPhrases(seed.text));
  const whole = {start: 0, end: seed.text.length};
  const lines = linesOf(seed.text, whole, phrases);
  const problems: Problem[] = [];
  const spans = segment(seed.text, lines);
  const [byLine, byPhrase] = [share(spans, lines), share(spans, phrases)];
  const chronicle = byLine.slice(1).some(([head, next]) => head && isStamp(head) && head.letters <= 2 && next?.body);
  const items = spans.map((span, i) => {
    const read = readItem(seed, span, byLine[i] ?? [], byPhrase[i] ?? [], told, chronicle);
    problems.push(...read.problems);
    return read.item;
  });
  return {items, problems};
}

// Deals records in order of place out to the spans they begin in.
function share<T extends {span: Span}>(spans: readonly Span[], records: readonly T[]): T[][] {
  let k = 0;
  return spans.map((span) => {
    const own: T[] = [];
    for (let r = records[k]; r && r.span.start < span.end; r = records[++k]) own.push(r);
    return own;
  });
}

function readItem(
  seed: Seed,
  span: Span,
  lines: Line[],
  phrases: Phrase[],
  told: Told,
  chronicle: boolean,
): {item: Item; problems: Problem[]} {
  const {text, file} = seed;
  const page = layout(lines);
  // A text of one line is a phrase or a message, not a page with a head.
  const stamps = lines.length > 1 ? stampsOf(text, lines, page, chronicle) : bare(text, lines[0]);
  const roles = rolesOf(stamps, lines, page.noise);
  const edges = {...page, tailEnd: tailEndOf(lines, page.last)};
  const own = stamps.published ?? stamps.dateline?.phrase;
  const address = stamps.published ? null : (addressDay(lines, page.first, page.last) ?? (own ? null : imprintOf(lines, edges)));
  const pageYear =
    yearFor(
      own,
      (part, line) => yearOfPage(lines, page.first, page.last, part, line) ?? imprintYear(text, lines, edges, part, label),
    ) ?? yearOfClock(stamps.published, stamps.crawl);
  const reference = referenceOf(text, lines, {...stamps, address}, phrases, told, roles, pageYear);
  const {dates, problems} = resolve(text, phrases, {reference, roles, heading: headingOf(lines, page), pageYear}, file);
  const dateOf = (p: Phrase | null | undefined) => (p ? (dates.find((d) => d.span.start === p.span.start) ?? null) : null);
  const stamped = dateOf(stamps.published) ?? fullDateline(stamps, dateOf);
  // «19 марта 2001. Сегодня …» says the day like a stamp; the day of a paper and a column run into the text do not.
  const opened = reference?.by === "opening" && reference.alone ? reference.date : null;
  const floating = stamped?.edtf?.startsWith("XXXX") ? stamped.edtf : null;
  // «ДУШАНБЕ, 17 октября. /ТАСС/»: the day is known, and that its year is not.
  const published = (floating ? null : stamped?.edtf) ?? address?.date ?? opened ?? floating;
  const lead = runIn(text, lines, stamps.published);
  const boilerplate = boilerplateSpans(lines, page.noise, stamps.crawl, lead);
  const [top, bottom] = [lines[page.head]?.span, lines[page.title]?.span];
  const title = top && bottom ? {start: lead?.start === top.start ? lead.end : top.start, end: bottom.end} : null;
  const item: Item = {
    span,
    title,
    boilerplate,
    sentences: asOne(outside(text, sentences(text, span), boilerplate), page.approval),
    language: languageOf(text.slice(span.start, span.end)),
    published,
    retrieved: dateOf(stamps.crawl[0])?.edtf ?? null,
    reference: reference && !reference.date.startsWith("XXXX") ? reference.date : null,
    ...credits(lines, page.first, page.last),
    dateline: stamps.dateline?.place ?? null,
    dates,
  };
  return {item, problems};
}

// The year the page says for a stamp that leaves it out.
function yearFor(
  own: Phrase | null | undefined,
  said: (part: number, own: Span) => {year: number; span: Span} | null,
): Context["pageYear"] {
  const reading = own?.reading;
  if (!own || reading?.kind !== "calendar" || reading.year !== null || reading.yearBy !== null || reading.part === null)
    return null;
  const found = said(reading.part, own.span);
  return found && {...found, note: "year-from-date", uncertain: false};
}

// The title and the lines that go on from it, down to the text.
function headingOf(lines: readonly Line[], {first, title}: {first: number; title: number}): Span | null {
  const [top, below] = [lines[Math.max(0, title - 1)], lines[first < 0 ? title : first - 1]];
  return title < 0 || !top || !below ? null : {start: top.span.start, end: below.span.end};
}

// A page that lost its line breaks still opens with its stamp: «15 июня 2021, 12:34 Министры …».
function bare(text: string, line: Line | undefined): Stamps {
  const first = line?.phrases[0];
  const leads = first && isFullDay(first) && line.text.length > 150 && opensText(text, line, first);
  return {published: leads ? first : null, crawl: [], dateline: line ? datelineOf(text, line) : null};
}

// What stands before the text of a line that a stamp opens.
function runIn(text: string, lines: readonly Line[], stamp: Phrase | null): Span | null {
  const line = stamp && lines.find((l) => contains(l.span, stamp.span));
  const ownLabel = line?.span.start !== stamp?.span.start;
  if (!line || !(line.body || lines.length === 1 || ownLabel) || !opensText(text, line, stamp)) return null;
  const sign = /^\s*[|·•–—-]?\s*/u.exec(text.slice(stamp.span.end, stamp.span.end + 6))?.[0].length ?? 0;
  return {start: line.span.start, end: stamp.span.end + sign};
}

// Both lists are in order of place. A line of boilerplate that runs on into a sentence is no part of it.
function outside(text: string, list: Span[], boilerplate: readonly Span[]): Span[] {
  let b = 0;
  return list.flatMap((s) => {
    for (let at = boilerplate[b]; at && at.end <= s.start; at = boilerplate[++b]);
    const at = boilerplate[b];
    if (!at || at.start > s.start) return s;
    if (contains(at, s)) return [];
    const rest = text.slice(at.end, s.end);
    return {start: s.end - rest.trimStart().length, end: s.end};
  });
}

// The sentences with those of a block joined, whose lines are one.
function asOne(list: Span[], block: Span | null): Span[] {
  const first = block ? list.findIndex((s) => contains(block, s)) : -1;
  return block && first >= 0 ? [...list.slice(0, first), block, ...list.slice(first).filter((s) => !contains(block, s))] : list;
}

// The day of the dateline, its year read or open.
function fullDateline(stamps: Stamps, dateOf: (p: Phrase | null) => DateMention | null): DateMention | null {
  return stamps.dateline?.phrase ? dateOf(stamps.dateline.phrase) : null;
}

function rolesOf(stamps: Stamps, lines: readonly Line[], noise: readonly boolean[]): Map<Phrase, DateRole> {
  const roles = new Map<Phrase, DateRole>();
  // A second stamp in the page's head is furniture too: no event happened on it.
  if (lines.length > 1)
    lines.forEach((line, i) => {
      if (noise[i]) for (const p of line.phrases) roles.set(p, "background");
    });
  if (stamps.dateline?.phrase) roles.set(stamps.dateline.phrase, "dateline");
  for (const p of stamps.crawl) roles.set(p, "crawl");
  if (stamps.published) roles.set(stamps.published, "published");
  return roles;
}

/** The item's own date: the stamp, else the dateline, else the day in the page's address, else a full date the text opens with, else what was told from outside. */
function referenceOf(
  text: string,
  lines: readonly Line[],
  stamps: Stamps & {address: AddressDay | null},
  phrases: readonly Phrase[],
  told: Told,
  roles: Map<Phrase, DateRole>,
  pageYear: Context["pageYear"],
): (Reference & {alone?: boolean}) | null {
  const own = (p: Phrase, by: Reference["by"]): Reference | null => {
    const {dates} = resolve(text, phrases, {reference: null, roles, last: p, pageYear}, "");
    const edtf = dates.find((d) => d.span.start === p.span.start)?.edtf;
    return edtf && !edtf.startsWith("XXXX") ? {date: edtf, span: p.span, by} : null;
  };
  const stamp = stamps.published ? own(stamps.published, "stamp") : null;
  if (stamp) return stamp;
  const filed = stamps.dateline?.phrase;
  const dateline = filed && isFullDay(filed) ? own(filed, "dateline") : null;
  if (dateline) return dateline;
  if (stamps.address) return {...stamps.address, by: "stamp"};
  const opening = stamps.paper ?? (isChronology(lines) ? null : openingDate(text, lines, roles));
  if (opening) {
    const read = own(opening, "opening");
    return read && {...read, alone: opening !== stamps.paper && !isDigit(text[opening.span.end])};
  }
  if (told.reference) return {date: told.reference, span: null, by: "given"};
  // «Душанбе. 26 мая. «Азия-Курьер»» above the text says as little.
  const open = filed ?? stamps.published;
  const {reading} = open ?? {reading: null};
  if (!open || reading?.kind !== "calendar" || reading.day === null || reading.part === null) return null;
  const [month, day] = [reading.part, reading.day].map((n) => String(n).padStart(2, "0"));
  const floating = {date: `XXXX-${month ?? ""}-${day ?? ""}`, span: open.span, by: filed ? "dateline" : "stamp"} as const;
  return (filed && own(filed, "dateline")) ?? floating;
}

// «19 марта 2001. Сегодня …», and the date column of a page run into its text: «20.11.202020 ноября 2020 года».
function openingDate(text: string, lines: readonly Line[], roles: ReadonlyMap<Phrase, DateRole>): Phrase | null {
  for (const line of lines.slice(0, 4)) {
    const [first, second] = line.phrases;
    if (!first || first.span.start !== line.span.start || !isFullDay(first) || roles.get(first) === "crawl") continue;
    if (
      (/^(?:\.\s|,?\s*$|,?\s*\n)/.test(text.slice(first.span.end, first.span.end + 3)) ||
        // «12.05.2015 – В Бишкеке …»; in words it may tell of a day long gone.
        (first.rule === "numeric" && /^ [–—-] \p{Lu}/u.test(text.slice(first.span.end, first.span.end + 5)))) &&
      line.text.length > first.span.end - first.span.start + 2
    )
      return first;
    if (second && second.span.start === first.span.end && isFullDay(second)) return first;
  }
  // «Сегодня, 15 июня 2021 года, …» says both.
  for (const line of lines.slice(0, 8)) {
    const today = line.phrases.find((p) => p.rule.startsWith("day-word+") && isFullDay(p) && !roles.has(p));
    if (today && /^сегодня/i.test(text.slice(today.span.start, today.span.start + 7))) return today;
  }
  return null;
}
