/** Kinds of signs as words are parted: a letter or digit, a mark that goes on a word, a soft hyphen, anything else. */
export const [other, letter, mark, soft] = [1, 2, 3, 4];

// An engine asks a function for each sign of a class as wide as \p{L}; nearly all signs of a text are of a few dozen kinds.
const kinds = new Uint8Array(65536);

/** The kind of the sign at an offset; of a sign beyond the basic plane it is that of both its halves together. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = kinds[code];
  if (known) return known;
  if (code >= 0xd800 && code < 0xdc00) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? code));
  return (kinds[code] = kindOf(String.fromCharCode(code)));
}

const kindOf = (sign: string): number =>
  sign === "\u00ad" ? soft : /[\p{L}\p{N}]/u.test(sign) ? letter : /\p{M}/u.test(sign) ? mark : other;

/** UTF-16 units of the sign at an offset. */
export const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Runs of letters and digits, in order. */
export function runsIn(text: string): string[] {
  const found: string[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i += widthAt(text, i))
    if (kindAt(text, i) === letter) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      found.push(text.slice(start, i));
      start = -1;
    }
  if (start >= 0) found.push(text.slice(start));
  return found;
}
