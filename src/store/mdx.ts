import {paragraphs} from "../model/reading.ts";
import {type Span} from "../model/span.ts";
import {breaks, escapeText} from "./escape.ts";

/** A component around words of a seed. Marks of a higher rank stand outside those of a lower one where they cross. */
export type Mark = {name: "Quote" | "When" | "Mention"; attributes: Record<string, string>; span: Span};

/** Half-open offsets into a paragraph's own text. */
type Placed = {name: string; attributes: Record<string, string>; start: number; end: number};

/** Words, or a component around some. */
type Piece = string | {name: string; attributes: Record<string, string>; children: Piece[]};

/**
 * A stretch of a seed as an MDX body: a paragraph a paragraph, a newline a newline, components around what was read.
 * Marks are cut at the ends of paragraphs and where they cross one another; the text is never changed.
 */
export function body(text: string, span: Span, marks: Mark[]): string {
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const written: string[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (const lines of paragraphs(text, span)) {
    const start = lines[0]?.start ?? 0;
    const end = lines.at(-1)?.end ?? 0;
    open = open.filter((mark) => mark.span.end > start);
    for (let mark = sorted[next]; mark && mark.span.start < end; mark = sorted[++next])
      if (mark.span.end > start) open.push(mark);
    written.push(mdx(paragraph(text, lines, open), true));
  }
  return written.join("\n\n").trimEnd();
}

// `lineStart`: the pieces begin a line.
function mdx(pieces: Piece[], lineStart: boolean): string {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") text += escapeText(piece, lineStart && !text);
    else {
      text += `<${piece.name}`;
      for (const [key, value] of Object.entries(piece.attributes)) text += ` ${key}="${value.replaceAll('"', "&#x22;")}"`;
      text += `>${mdx(piece.children, false)}</${piece.name}>`;
    }
  }
  return text;
}

function paragraph(text: string, lines: Span[], marks: Mark[]): Piece[] {
  const value = lines.map((line) => text.slice(line.start, line.end)).join("\n");
  const placeOf = placer(lines);
  // A mark never parts the two halves of a sign beyond the basic plane.
  const place = (offset: number, isStart: boolean) => {
    const at = placeOf(offset, isStart);
    return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(value.slice(at - 1, at + 1)) ? at + 1 : at;
  };
  const placed = marks
    .map(({name, attributes, span}) => ({name, attributes, start: place(span.start, true), end: place(span.end, false)}))
    .filter((mark) => mark.start < mark.end);
  const words = breaks(value).map((at) => ({name: "span", attributes: {}, start: at, end: at + 1}));
  const quotes = segments(placed.filter((mark) => mark.name === "Quote"));
  const inner = [...placed.filter((mark) => mark.name !== "Quote"), ...words].sort(byPlace);
  const children = nest(value, 0, value.length, [...quotes, ...inner].sort(byRank(quotes)));
  // MDX unwraps a paragraph that is nothing but components, and drops the blanks between them; an element keeps it one.
  const isBare = children.every((child) => typeof child !== "string" || !child.trim());
  return isBare ? [{name: "p", attributes: {}, children}] : children;
}

const byPlace = (a: Placed, b: Placed) => a.start - b.start || b.end - a.end;

// Where two begin together the quotation is the outer one, however short.
const byRank = (quotes: Placed[]) => {
  const outer = new Set(quotes);
  return (a: Placed, b: Placed) => a.start - b.start || Number(outer.has(b)) - Number(outer.has(a)) || b.end - a.end;
};

// Offsets of the seed to offsets of the paragraph; what falls between two lines goes to the next one's start or the last one's end.
function placer(lines: Span[]): (offset: number, isStart: boolean) => number {
  const bases: number[] = [];
  let length = -1;
  for (const line of lines) {
    bases.push(length + 1);
    length += 1 + line.end - line.start;
  }
  return (offset, isStart) => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = lines[middle]?.end ?? 0;
      if (isStart ? offset < end : offset <= end) high = middle;
      else low = middle + 1;
    }
    const base = bases[low] ?? length;
    const into = offset - (lines[low]?.start ?? offset);
    return into > 0 ? base + into : isStart ? base : Math.max(0, low < lines.length ? base - 1 : length);
  };
}

// Quotations that share words become segments, each naming all events that were read from it.
function segments(quotes: Placed[]): Placed[] {
  const edges = [...new Set(quotes.flatMap((q) => [q.start, q.end]))].sort((a, b) => a - b);
  const found: Placed[] = [];
  let open: Placed[] = [];
  let next = 0;
  const sorted = [...quotes].sort(byPlace);
  edges.forEach((start, i) => {
    const end = edges[i + 1];
    open = open.filter((q) => q.end > start);
    for (let q = sorted[next]; q && q.start <= start; q = sorted[++next]) open.push(q);
    if (end === undefined || !open.length) return;
    const event = [...new Set(open.map((q) => q.attributes.event))].join(" ");
    const last = found.at(-1);
    if (last && last.end === start && last.attributes.event === event) last.end = end;
    else found.push({name: "Quote", attributes: {event}, start, end});
  });
  return found;
}

// Children of value[start, end): marks that begin together nest, one that crosses another's end is cut there.
function nest(value: string, start: number, end: number, marks: Placed[]): Piece[] {
  const children: Piece[] = [];
  const text = (from: number, to: number) => {
    if (from < to) children.push(value.slice(from, to));
  };
  let at = start;
  const queue = [...marks];
  for (let mark = queue.shift(); mark; mark = queue.shift()) {
    const from = Math.max(mark.start, at);
    let to = Math.min(mark.end, end);
    const within: Placed[] = [];
    for (let other = queue[0]; other && other.start < to; other = queue[0]) {
      // A quotation is never inside another component: the one it crosses ends where it begins.
      if (other.name === "Quote") {
        to = other.start;
        queue.splice(1, 0, {...mark, start: to});
        break;
      }
      within.push(other);
      queue.shift();
    }
    if (from < to) {
      text(at, from);
      children.push({name: mark.name, attributes: mark.attributes, children: nest(value, from, to, within)});
      at = to;
    }
    queue.unshift(...within.filter((other) => other.end > to).map((other) => ({...other, start: to})));
  }
  text(at, end);
  return children;
}
