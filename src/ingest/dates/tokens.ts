import {addEnglish} from "./english.ts";
import {addNeighbours} from "./neighbours.ts";
import {addRussian} from "./russian.ts";
import {type Lexicon, type Word} from "./words.ts";

/** A number or a word of dates, with what parts it from the one before it. Offsets are those of the scanned text. */
export type Token = {
  start: number;
  end: number;
  /** null for a number. */
  word: Word | null;
  /** Lower case, Cyrillic look-alikes folded. */
  form: string;
  value: number;
  /** Signs since the token before, without blanks, dashes all «-»; «§» when a word of no use to dates stands between. */
  sep: string;
  spaced: boolean;
  lines: number;
};

const lexicon: Lexicon = new Map();
addRussian(lexicon);
addEnglish(lexicon);
addNeighbours(lexicon);
const longest = Math.max(...[...lexicon.keys()].map((form) => form.length));
// Lengths of the words that begin so, a bit for each: most words of a text need not be looked up.
const lengths = new Uint32Array(65536);
const bitOf = (length: number) => 1 << Math.min(31, length);
for (const form of lexicon.keys()) {
  const first = form.charCodeAt(0);
  lengths[first] = (lengths[first] ?? 0) | bitOf(form.length);
}

const [sign, lower, upper, digit, blank, line, dash, mark] = [0, 1, 2, 3, 4, 5, 6, 7];
const kinds = new Uint8Array(65536);
for (let c = 0; c < 65536; c++) {
  // Surrogates are signs: no word of dates has one.
  const s = String.fromCharCode(c);
  if (c >= 48 && c <= 57) kinds[c] = digit;
  else if (c === 10) kinds[c] = line;
  else if (/[\u00ad\u0300-\u036f\u200b-\u200d\u2060]/.test(s)) kinds[c] = mark;
  else if (/\s/.test(s)) kinds[c] = blank;
  else if (/[-\u2010-\u2015\u2212]/.test(s)) kinds[c] = dash;
  else if (/\p{L}/u.test(s)) kinds[c] = s !== s.toLowerCase() ? upper : lower;
}

const alike: Record<string, string> = {
  a: "а",
  e: "е",
  o: "о",
  p: "р",
  c: "с",
  y: "у",
  x: "х",
  k: "к",
  m: "м",
  t: "т",
  h: "н",
  b: "в",
  i: "і",
};
const back: Record<string, string> = Object.fromEntries(Object.entries(alike).map(([a, b]) => [b, a]));

// Letters of the other alphabet inside a word: «мaя» with a Latin a.
function fold(form: string): string {
  const plain = form.replace(/[\u00ad\u0300-\u036f\u200b-\u200d\u2060]/g, "");
  const latin = plain.replace(/[^a-z]/g, "").length;
  if (!latin || latin === plain.length) return plain;
  const table = latin * 2 <= plain.length ? alike : back;
  return plain.replace(/./g, (c) => table[c] ?? c);
}

// Lower case without a change of length: «İ» alone would grow.
function lowered(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text.replace(/[^]/g, (c) => (c.toLowerCase().length === 1 ? c.toLowerCase() : c));
}

/** The date words and numbers of a text in order of place, in one pass; addresses of the net are passed over. */
export function tokens(text: string): Token[] {
  const low = lowered(text);
  const found: Token[] = [];
  const size = text.length;
  let sep = "";
  let spaced = false;
  let lines = 0;
  const put = (start: number, end: number, word: Word | null, form: string, value: number) => {
    found.push({start, end, word, form, value, sep, spaced, lines});
    sep = "";
    spaced = false;
    lines = 0;
  };
  let i = 0;
  while (i < size) {
    const kind = kinds[text.charCodeAt(i)];
    if (kind === lower || kind === upper || kind === mark) {
      const start = i;
      let before = kind;
      let odd = kind === mark;
      let latin = 0;
      let other = 0;
      for (; i < size; i++) {
        const c = text.charCodeAt(i);
        const k = kinds[c];
        if (k === mark) odd = true;
        else if (k === lower || (k === upper && before !== lower)) before = k;
        else break; // «годаВ»: a lost blank
        if (c < 0x250) latin++;
        else other++;
      }
      const length = i - start;
      const folds = odd || (latin > 0 && other > 0);
      const may = folds ? length <= longest + 6 : ((lengths[low.charCodeAt(start)] ?? 0) & bitOf(length)) !== 0;
      let form = may ? low.slice(start, i) : "";
      if (folds) form = fold(form);
      const word = form && form.length <= longest ? lexicon.get(form) : undefined;
      // The C of «°C» is no preposition, and neither is that of «4 м/с».
      const ofUnit = text[start - 1] === "°" || (text[start - 1] === "/" && word?.t === "prep");
      if (word && !ofUnit) put(start, i, word, form, 0);
      else sep = "§";
    } else if (kind === digit) {
      const start = i;
      while (i < size && kinds[text.charCodeAt(i)] === digit) i++;
      number(start, i);
    } else {
      if (kind === blank) spaced = true;
      else if (kind === line) {
        lines++;
        spaced = true;
      } else if (sep !== "§") {
        const c = kind === dash ? "-" : text.charAt(i);
        if (c === ":" && text.startsWith("//", i + 1)) {
          while (i < size && kinds[text.charCodeAt(i)] !== blank && kinds[text.charCodeAt(i)] !== line) i++;
          sep = "§";
          continue;
        }
        sep = sep.length < 4 ? sep + c : "§";
      } else if (kind === sign && text.startsWith("://", i)) {
        while (i < size && kinds[text.charCodeAt(i)] !== blank && kinds[text.charCodeAt(i)] !== line) i++;
        continue;
      }
      i++;
    }
  }
  return found;

  // «20.11.202020 ноября»: a year glued to the day of the next date.
  function number(start: number, end: number): void {
    const length = end - start;
    const previous = found[found.length - 1];
    if ((length === 5 || length === 6) && !spaced && (sep === "." || sep === "/") && previous && !previous.word) {
      put(start, start + 4, null, low.slice(start, start + 4), +low.slice(start, start + 4));
      put(start + 4, end, null, low.slice(start + 4, end), +low.slice(start + 4, end));
    } else if (length <= 9) put(start, end, null, low.slice(start, end), +low.slice(start, end));
    else sep = "§";
  }
}
