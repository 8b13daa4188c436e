import {type Span} from "../../model/span.ts";
import {known} from "../known.ts";

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

const wordForm = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]*[\p{L}\p{N}\p{M}])?/gu;
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
  wordForm.lastIndex = span.start;
  let before = span.start;
  for (let m = wordForm.exec(text); m && m.index < span.end; m = wordForm.exec(text)) {
    const end = Math.min(m.index + m[0].length, span.end);
    const raw = text.slice(m.index, end);
    const {form, shape} = looksOf(raw);
    found.push({
      start: m.index,
      end,
      form,
      shape,
      joins: joins(text, before, m.index),
      hyphen: m.index - before === 1 && text[before] === "-",
    });
    before = end;
  }
  return found;
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
