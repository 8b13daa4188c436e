import {type Span, span as at} from "../model/span.ts";

// Intl.Segmenter breaks after «г.» and «И.», misses «Новости.Это» and joins a heading to its text; a scanner of our own
// with the same three lists that mending it would take is shorter and one pass.

/** Abbreviations after which a capital seldom opens a sentence; lower case, without the dot. */
const inner = new Set(
  `им ул пос дер обл корр см ср ст стр пп гл рис табл проф акад доц ген полк подп зам нач пом гос мин напр ред изд сост илл тел
  просп пл оз св гр тов кв эт вып янв фев февр мар апр авг сен сент окт ноя нояб дек пн вт чт пт сб вс
  сокр англ рус лат нем фр кит перс тур каз кирг узб тадж туркм арм бел укр
  mr mrs ms dr prof gen col lt sgt st no vol pp jan feb mar apr jun jul aug sep sept oct nov dec vs e.g i.e u.s u.n`.split(/\s+/),
);
/** Abbreviations that end a sentence as often as not; a capital after them decides together with what stands before. */
const either = new Set("г гг в вв н э д п т с тыс млн млрд трлн руб долл коп чел кг км др проч экз ч inc ltd co".split(" "));

const isUpper = (c: string) => c !== c.toLowerCase();
const isLetter = (c: string) => c.toLowerCase() !== c.toUpperCase();
const isDigit = (c: string) => c >= "0" && c <= "9";
const isBlank = (c: string) => c === " " || c === "\t" || c === "\u00a0" || c === "\u202f" || c === "\u2009" || c === "\ufeff";
const closers = new Set([..."»”\"'’)]}…/"]);
const openers = new Set([..."«„“\"'‘([{—–-/•"]);

/**
 * The longest sentence, in UTF-16 units: four times what news has. An enumeration of tens of kB is read in pieces, for what is
 * asked of a sentence grows with the square of the names in it.
 */
const longest = 2000;

/**
 * Sentences of a stretch of text in order, without the blanks around them. A line break ends a sentence
 * unless the next line goes on in lower case; a blank line always does. Linear.
 */
export function sentences(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let start = -1;
  const close = (end: number) => {
    let e = end;
    while (start >= 0 && e > start && (isBlank(text.charAt(e - 1)) || text[e - 1] === "\n")) e--;
    if (start >= 0 && e > start) found.push(...inPieces(text, start, e));
    start = -1;
  };
  for (let i = span.start; i < span.end; i++) {
    const c = text.charAt(i);
    if (c === "\n") {
      if (start >= 0 && !goesOn(text, i, span.end)) close(i);
    } else if (start < 0) {
      if (!isBlank(c)) start = i;
      if (start >= 0 && ends(c)) i = finish(i);
    } else if (ends(c)) i = finish(i);
  }
  close(span.end);
  return found;

  // Past the closing quotes and brackets of a sentence that ends at `i`, or `i` when it does not end there.
  function finish(i: number): number {
    let after = i + 1;
    while (after < span.end && (ends(text.charAt(after)) || closers.has(text.charAt(after)))) after++;
    if (!isEnd(text, start, i, after, span.end)) return after - 1;
    close(after);
    return after - 1;
  }
}

// A sentence that is too long, cut behind the last semicolon that fits, else behind the last comma or the last blank.
function inPieces(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longest) {
    const cut = cutIn(text, from + longest / 2, from + longest);
    let e = cut;
    while (e > from && isSpace(text.charAt(e - 1))) e--;
    pieces.push(at(from, e));
    from = cut;
    while (from < end && isSpace(text.charAt(from))) from++;
  }
  return from < end ? [...pieces, at(from, end)] : pieces;
}

// The best place for a cut after `from`, up to `to`: the offset the next piece begins at.
function cutIn(text: string, from: number, to: number): number {
  const best = {";": 0, ",": 0, " ": 0};
  for (let i = to - 1; i >= from && !best[";"]; i--) {
    if (!isSpace(text.charAt(i))) continue;
    const before = text.charAt(i - 1);
    const rank = before === ";" || before === "," ? before : " ";
    best[rank] ||= i;
  }
  // Without a blank to cut at, no character of two units is cut in half.
  const code = text.charCodeAt(to - 1);
  return best[";"] || best[","] || best[" "] || (code >= 0xd800 && code < 0xdc00 ? to - 1 : to);
}

const isSpace = (c: string) => isBlank(c) || c === "\n";

const ends = (c: string) => c === "." || c === "!" || c === "?" || c === "…";

// Whether the sentence runs over the line break at `i`.
function goesOn(text: string, i: number, end: number): boolean {
  let j = i + 1;
  while (j < end && isBlank(text.charAt(j))) j++;
  const c = text.charAt(j);
  return c !== "\n" && isLetter(c) && !isUpper(c);
}

// `dot` is where the first sign stands, `after` the first character past signs and closers.
function isEnd(text: string, start: number, dot: number, after: number, end: number): boolean {
  let next = after;
  while (next < end && isBlank(text.charAt(next))) next++;
  const spaced = next > after;
  while (next < end && (openers.has(text.charAt(next)) || (isBlank(text.charAt(next)) && next > after))) next++;
  if (next >= end || text[next] === "\n") return true;
  const c = text.charAt(next);
  if (!spaced) {
    // «Новости.Это», «ОДКБ.Ещё»: a lost blank; not «т.Е», not «belta.By», not «С.А.Бегун».
    const before = [...text.slice(Math.max(start, dot - 3), dot)];
    const word = before.slice(-2).every(isLower) || (before.length === 3 && before.every((l) => isLetter(l) && isUpper(l)));
    return isUpper(c) && isLower(text.charAt(next + 1)) && before.length > 1 && word;
  }
  if (!(isLetter(c) && isUpper(c)) && !isDigit(c)) return false;
  if (text[dot] !== "." || text[dot + 1] === ".") return true;
  let w = dot;
  while (w > start && isLetter(text.charAt(w - 1))) w--;
  const word = text.slice(w, dot);
  if (!word) {
    // «1. Общие положения» is one heading; «в 2015. Итоги» are two sentences.
    return !isDigit(text.charAt(dot - 1)) || dot - start > 3;
  }
  const lower = word.toLowerCase();
  if (word.length === 1 && isUpper(word)) return false;
  if (inner.has(lower)) return false;
  if (either.has(lower) || word.length === 1) {
    if (lower === "г" || lower === "гг") {
      // «г. Минск» is a town; «2019 г. Россия» early in a sentence goes on.
      const before = text.slice(start, w).trimEnd();
      return isDigit(before.charAt(before.length - 1)) && w - start > 25 && !isDigit(c);
    }
    return text[w - 1] !== "." && w - start > 25 && !isDigit(c);
  }
  return true;
}

const isLower = (c: string) => isLetter(c) && !isUpper(c);
