import type {Span} from "./span.ts";

/**
 * What is wrong with a user's text, kept as data and printed by a reporter; we throw only for our own bugs.
 * `file` is relative to the project; a place without a span concerns the whole file.
 */
export type Problem = {
  /** Stable name, `area/what`, e.g. `dates/no-such-day`. */
  rule: string;
  severity: "error" | "warning" | "note";
  file: string;
  /** Offsets into the file's decoded text; the reporter turns them into line and column. */
  span?: Span;
  /** What was found and what was expected, one sentence. */
  message: string;
  /** What a person can do about it. */
  fix?: string;
};

/** One-based line and column (UTF-16) of an offset. */
export function place(text: string, offset: number): {line: number; column: number} {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) {
    line++;
    start = i + 1;
  }
  return {line, column: offset - start + 1};
}
