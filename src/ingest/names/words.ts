import {type Span} from "../../model/span.ts";
import {known} from "../known.ts";
import {kindAt, letter, other, soft, widthAt} from "../letters.ts";

/** A word or number of the text. Hyphenated words are several words that `joins` holds together. */
export type Word = {
  start: number;
  end: number;
  /** For comparing: lower case, ё → е, soft hyphens gone, Latin look-alikes in a Cyrillic word made Cyrillic. */
  form: string;
  /** `lower`, `Capital`, `UPPER` (two capitals or more and no small letter), `miXed`, or a number. */
  shape: "lower" | "capital" | "upper" | "mixed" | "number";
  /** Whether a name may run on from the word before: nothing but blanks, dashes, quotes, one line break between. */
  joins: boolean;
  /** Whether a bare hyphen holds it to the word before: «Арт» of «Кызыл-Арт». */
  hyphen: boolean;
};

// Dashes and quotes of every kind stand inside names: «государств – членов», "Канал-Авангард".
const joint = /^[\s\u00a0\u202f\u2009\u200b\u00ad\-‐‑‒–—−«»"“”„‟'‘’]*$/u;
const look: Record<string, string> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};

/** Words of a stretch of text, in order. Linear. */
export function words(text: string, span: Span): Word[] {
  const found: Word[] = [];
  let before = span.start;
  for (let i = span.start; i < span.end;) {
    const start = i;
    i += widthAt(text, i);
    if (kindAt(text, start) !== letter) continue;
    const end = Math.min(endOf(text, i), span.end);
    const {form, shape} = looksOf(text.slice(start, end));
    found.push({
      start,
      end,
      form,
      shape,
      joins: joins(text, before, start),
      hyphen: start - before === 1 && text[before] === "-",
    });
    before = i = end;
  }
  return found;
}

// Where the word ends that goes on at an offset; it ends in a letter, a digit or a mark.
function endOf(text: string, from: number): number {
  let end = from;
  for (let i = from; i < text.length;) {
    const kind = kindAt(text, i);
    if (kind === other) break;
    i += widthAt(text, i);
    if (kind !== soft) end = i;
  }
  return end;
}

// A full stop joins single letters only: «U.S.», «У.П.».
function joins(text: string, from: number, to: number): boolean {
  if (to - from === 1) {
    const c = text.charCodeAt(from);
    if (c === 32 || c === 45 || c === 160 || c === 10) return true;
    if (c === 44) return false;
  }
  if (to - from > 12) return false;
  const gap = text.slice(from, to);
  return joint.test(gap) && gap.indexOf("\n") === gap.lastIndexOf("\n");
}

/** A word as it is compared. */
export function fold(raw: string): string {
  let form = raw.toLowerCase();
  if (form.includes("ё")) form = form.replaceAll("ё", "е");
  if (form.includes("\u00ad")) form = form.replaceAll("\u00ad", "");
  if (/[a-z]/.test(form) && /[а-я]/.test(form)) form = form.replace(/[a-z]/g, (c) => look[c] ?? c);
  return form;
}

const looksOf = known((raw): Pick<Word, "form" | "shape"> => ({form: fold(raw), shape: shapeOf(raw)}));

function shapeOf(raw: string): Word["shape"] {
  const first = raw.charAt(0);
  if (first >= "0" && first <= "9") return "number";
  const lower = raw.toLowerCase();
  if (raw === lower) return "lower";
  if (first === lower.charAt(0)) return "mixed";
  if (raw.length === 1 || raw.slice(1) === lower.slice(1)) return "capital";
  return raw === raw.toUpperCase() ? "upper" : "mixed";
}
