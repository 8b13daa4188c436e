import type {Span} from "./span.ts";

/**
 * The lines of a stretch of a seed, without the blanks at their ends, gathered into paragraphs.
 * Every line is a span of the seed; blank lines part paragraphs and belong to none.
 */
export function paragraphs(text: string, span: Span): Span[][] {
  const found: Span[][] = [];
  let lines: Span[] = [];
  for (let from = span.start; from < span.end;) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > span.end ? span.end : newline;
    const line = trimmed(text, from, to);
    if (line.start < line.end) lines.push(line);
    else if (lines.length) {
      found.push(lines);
      lines = [];
    }
    from = to + 1;
  }
  if (lines.length) found.push(lines);
  return found;
}

/**
 * The text of a document as its page shows it: blanks at both ends of a line gone, a newline between lines,
 * an empty line between paragraphs, nothing else changed. It is what is left of a body when its components are taken away.
 */
export function plainText(text: string, span: Span): string {
  return paragraphs(text, span)
    .map((lines) => lines.map((line) => text.slice(line.start, line.end)).join("\n"))
    .join("\n\n");
}

const blank = /\s/;

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && blank.test(text.charAt(start))) start++;
  while (end > start && blank.test(text.charAt(end - 1))) end--;
  return {start, end};
}
