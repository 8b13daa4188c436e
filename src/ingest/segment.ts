import {type Span} from "../model/span.ts";
import {datelineOf} from "./dateline.ts";
import {isFullDay} from "./dates/find.ts";
import {type Line, isChronology, isStamp} from "./lines.ts";

/**
 * One page to the spans of its news items. A new item starts where, after running text, a stamp, a dateline or a title that the
 * next paragraph takes up with a date of its own comes, and running text follows. A paragraph that merely begins with a date does not.
 */
export function segment(text: string, lines: readonly Line[]): Span[] {
  // «14.05.2002. Москва. Принято решение …»: the paragraphs of a table of years are no items.
  if (isChronology(lines)) return [{start: 0, end: text.length}];
  const starts: number[] = [];
  let begun = 0;
  let hasBody = false;
  const first = lines.findIndex((l) => l.body);
  const head = lines.slice(0, Math.max(0, first));
  const led = head.some(isLed);
  const atEnd = closesItems(head, lines);
  const below = stampBelowLead(lines, first, head);
  const belowLead = below >= 0 ? below : datelineBelowLead(text, lines, first, head);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    // What readers wrote below the text is no news.
    if (hasBody && !line.body && /^(?:\d+ )?(?:комментари|comments?(?!\p{L}))/iu.test(line.text)) break;
    if (
      hasBody &&
      i !== belowLead &&
      (opensItem(text, lines, i) || (led && isLed(line) && lines[i + 1]?.body)) &&
      !saysAgain(lines, begun, i)
    ) {
      const from = atEnd ? i + 1 : led && isLed(line) ? i : titleAbove(lines, i, begun);
      if (lines.slice(begun, from).some((l) => l.body)) {
        starts.push(from);
        begun = from;
        hasBody = false;
      }
    }
    if (line.body) hasBody = true;
  }
  const cuts = [0, ...starts.map((i) => lines[i]?.span.start ?? 0), text.length];
  return cuts.slice(0, -1).map((start, i) => ({start, end: cuts[i + 1] ?? text.length}));
}

function opensItem(text: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  // «(Казань, 26 августа 2005 г.)» under the title of a paper
  if (!line || /^\(.*\)$/.test(line.text)) return false;
  // A date with its line to itself, right above a paragraph or its title, opens even a short item.
  const [title, below] = [lines[i + 1], lines[i + 2]];
  const heads =
    line.letters <= 2 && line.phrases.some(isFullDay) && (!!title?.body || (!!title && !isStamp(title) && below?.body === true));
  const bodyFollows = lines.slice(i, i + 5).some((l) => l.body && l.text.length >= 120);
  if (!bodyFollows && !heads) return false;
  // «12:00 15.06.2021, Бишкек - ИА «24.kg», Иван ИВАНОВ»
  const timed = line.phrases.some((p) => p.reading.kind === "calendar" && p.reading.time !== null);
  if (isStamp(line) && (line.letters <= 12 || timed) && line.phrases.some(isFullDay))
    return !lines.slice(i + 1, i + 5).every((l) => isStamp(l));
  if (line.body && datelineOf(text, line)) return true;
  if (gluedStamp(line)) return true;
  return takenUp(line, lines[i + 1]);
}

// «15.06.2021 - Министры обсудили …»: a list of news, each title behind its day.
function isLed(line: Line): boolean {
  const [a] = line.phrases;
  return !line.body && line.letters > 12 && !!a && a.span.start === line.span.start && a.rule === "numeric" && isFullDay(a);
}

// The one stamp of a page that stands between the lead and the text, not above the title: it opens no item. The name of the author,
// a photograph or the title may part it from the lead.
function stampBelowLead(lines: readonly Line[], first: number, head: readonly Line[]): number {
  const at = lines.findIndex((l, i) => i > first && i <= first + 4 && (l.body || (isStamp(l) && l.letters <= 12)));
  const stamp = lines[at];
  if (
    !stamp ||
    stamp.body ||
    first < 0 ||
    (first === 0 && at === 1 && !lines.slice(2, 4).some((l) => l.body)) ||
    head.some((l) => l.phrases.some(isFullDay))
  )
    return -1;
  return lines.some((l, i) => i > at && isStamp(l) && l.phrases.some(isFullDay)) ? -1 : at;
}

// «Title | lead | МОСКВА, 10 марта. /Агентство/. …»: the one dateline of a page without a stamp, behind a lead of one paragraph.
function datelineBelowLead(text: string, lines: readonly Line[], first: number, head: readonly Line[]): number {
  if (first < 1 || head.some((l) => l.phrases.some(isFullDay))) return -1;
  const at = lines.findIndex((l, i) => i > first && l.body);
  const line = lines[at];
  if (!line || at > first + 2 || !datelineOf(text, line)) return -1;
  return lines.some((l, i) => i > first && i !== at && (isStamp(l) || (l.body && datelineOf(text, l)))) ? -1 : at;
}

// Whether the dates of the page stand below their items: none in its head, one at its very end.
function closesItems(head: readonly Line[], lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  return !!last && isStamp(last) && last.letters <= 2 && !head.some((l) => l.phrases.some(isFullDay));
}

// «20.11.202020 ноября 2020 года»: the page's date column run into the text.
function gluedStamp(line: Line): boolean {
  const [a, b] = line.phrases;
  return !!a && !!b && a.span.start === line.span.start && a.span.end === b.span.start && isFullDay(a) && isFullDay(b);
}

/** Whether a short paragraph's words are said again by the next one, which opens with a full date: a title and its lead. */
export function takenUp(line: Line, next: Line | undefined): boolean {
  if (!next || line.text.length > 260 || line.phrases.length) return false;
  const first = next.phrases[0];
  if (!first || first.span.start !== next.span.start || !isFullDay(first)) return false;
  const said = stems(line.text);
  const again = stems(next.text);
  const shared = [...said].filter((w) => again.has(w)).length;
  return said.size >= 4 && shared >= said.size * 0.6;
}

// «МИНСК /Агентство/ - …» that says its lead again, and no other day: the text under the lead, no other item.
function saysAgain(lines: readonly Line[], from: number, i: number): boolean {
  const line = lines[i];
  const lead = lines.slice(from, i).find((l) => l.body);
  if (!line?.body || (hasDay(line) && (!lead || hasDay(lead)))) return false;
  const said = stems(lead?.text ?? "");
  const again = stems(line.text);
  return said.size >= 8 && [...said].filter((w) => again.has(w)).length >= said.size * 0.8;
}

const hasDay = ({phrases}: Line) => phrases.some(({reading}) => reading.kind === "calendar" && reading.day !== null);

const stems = (text: string): Set<string> => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((w) => w.slice(0, 6)));

// Walks up from a stamp or dateline over the short lines of its heading.
function titleAbove(lines: readonly Line[], i: number, floor: number): number {
  let from = i;
  const glued = gluedStamp(lines[i] ?? ({phrases: []} as unknown as Line));
  const above = lines[i - 1];
  if (glued && above && i - 1 >= floor && takenUp({...above, phrases: []}, lines[i])) return i - 1;
  for (let k = i - 1; k > floor && k >= i - 2; k--) {
    const line = lines[k];
    if (!line || line.body || isStamp(line) || line.text.length < 20 || /[.…]$|https?:|www\./.test(line.text)) break;
    from = k;
  }
  return from;
}
