import type {Span} from "./span.ts";

/** Where the two parts of a page stand: the YAML between its fences, and what follows the closing fence's line. */
export type Fenced = {yaml: Span; body: Span};

const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /---[ \t]*(?:\r?\n|$)/y;

/**
 * Parts a page at its fences, the same for those who write it and those who show it; null where it has none. The first line
 * opens, and the next that begins with three dashes closes: Astro takes any such line for the end, so nothing may follow them.
 */
export function fenced(text: string): Fenced | null {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return null;
  const end = text.startsWith("---", start) ? start : text.indexOf("\n---", start) + 1;
  if (end < start) return null;
  closing.lastIndex = end;
  const line = closing.exec(text);
  return line && {yaml: {start, end}, body: {start: end + line[0].length, end: text.length}};
}
