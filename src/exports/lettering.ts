import {create, type Font} from "fontkitten";

/** Cuts of the design's two families. */
export const faces = ["serif", "serifBold", "sans", "sansBold"] as const;
export type Face = (typeof faces)[number];

const subsets = ["latin", "cyrillic", "latin-ext", "cyrillic-ext", "greek", "vietnamese"];
const serif = (weight: number) =>
  subsets
    .filter((subset) => subset !== "greek")
    .map((subset) => `@fontsource/stix-two-text/files/stix-two-text-${subset}-${weight}-normal.woff`);
const sans = (weight: number) =>
  subsets.map((subset) => `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff`);

/** Font files whose bytes `readFonts` takes, as Node's `require.resolve` finds them; an earlier one wins where two have a letter. */
export const fontFiles: Record<Face, string[]> = {
  serif: serif(400),
  serifBold: serif(600),
  sans: sans(400),
  sansBold: sans(600),
};

/** A letter as SVG path data in font units, y upwards, and how far it moves the pen, 1 = the size of the type. */
type Letter = {path: string; advance: number};
/** Letters of a face, made when first asked for. */
type Letters = {fonts: Font[]; known: Map<string, Letter>};
export type Fonts = Record<Face, Letters>;

/** Reads the fonts from the bytes of `fontFiles`. Letters are outlines from here on: no font of the machine has a part in it. */
export function readFonts(files: Record<Face, Uint8Array[]>): Fonts {
  const read = (face: Face): Letters => ({
    fonts: files[face].flatMap((bytes) => {
      const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      return font.isCollection ? [] : [font];
    }),
    known: new Map(),
  });
  return {serif: read("serif"), serifBold: read("serifBold"), sans: read("sans"), sansBold: read("sansBold")};
}

// Marks of direction and joiners show nothing by themselves.
const unseen = /^[\p{Cf}\p{Cc}]$/u;

function letterOf(letters: Letters, sign: string): Letter {
  const known = letters.known.get(sign);
  if (known) return known;
  const code = sign === "\u00a0" || sign === "\u202f" ? 32 : (sign.codePointAt(0) ?? 32);
  // A letter no font has is drawn as the empty box that fonts keep for it.
  const font = letters.fonts.find((f) => f.hasGlyphForCodePoint(code)) ?? letters.fonts[0];
  const glyph = unseen.test(sign) ? undefined : font?.glyphForCodePoint(code);
  const made =
    font && glyph
      ? {path: glyph.path.scale(1000 / font.unitsPerEm).toSVG(), advance: glyph.advanceWidth / font.unitsPerEm}
      : {path: "", advance: 0};
  letters.known.set(sign, made);
  return made;
}

/** How a run of text is set. `size` in px. */
export type Style = {face: Face; size: number; ink: string};

/** Width of a line, px. */
export function widthOf(text: string, {face, size}: Omit<Style, "ink">, fonts: Fonts): number {
  let width = 0;
  for (const sign of text.normalize()) width += letterOf(fonts[face], sign).advance;
  return width * size;
}

/** A line of text as SVG outlines, its baseline beginning at x, y. */
export function lettering(text: string, x: number, y: number, {face, size, ink}: Style, fonts: Fonts): string {
  let pen = 0;
  let paths = "";
  for (const sign of text.normalize()) {
    const {path, advance} = letterOf(fonts[face], sign);
    if (path) paths += `<path transform="translate(${round(pen)})" d="${path}"/>`;
    pen += advance * 1000;
  }
  const scale = size / 1000;
  return paths && `<g fill="${ink}" transform="translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})">${paths}</g>`;
}

/**
 * Breaks text into lines no wider than `width` px: at blanks, else after a hyphen or dash, else inside the word.
 * What does not fit in `most` lines is cut, and the last line ends with «…».
 */
export function wrap(
  text: string,
  width: number,
  most: number,
  style: Omit<Style, "ink">,
  fonts: Fonts,
): {lines: string[]; cut: boolean} {
  const fits = (line: string) => widthOf(line.trimEnd(), style, fonts) <= width;
  const pieces = unbroken(text);
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    if (lines.length > most) break;
    line = piece;
    while (!fits(line)) {
      const head = longest(line, fits);
      lines.push(head.trimEnd());
      line = line.slice(head.length);
      if (lines.length > most) break;
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  if (lines.length <= most) return {lines, cut: false};
  return {lines: [...lines.slice(0, most - 1), `${shortened(lines[most - 1] ?? "", fits)}…`], cut: true};
}

/** What stays on one line: words with the blank behind them. A dash does not begin a line. */
export const unbroken = (text: string): string[] =>
  // No-break blanks are not in the class: they hold dates and initials together.
  text
    .trim()
    .replace(/ (?=[–—] )/g, "\u00a0")
    .match(/[^ \t\n-]*-+|[^ \t\n-]+[ \t\n]*|[ \t\n]+/g) ?? [];

/** As much of a line as leaves room for «…», at the end of a word where that costs less than half of it. */
function shortened(line: string, fits: (line: string) => boolean): string {
  const head = fits(`${line}…`) ? line : longest(line, (part) => fits(`${part}…`));
  const blank = head.lastIndexOf(" ");
  const whole = head === line || line[head.length] === " " || blank < head.length / 2 ? head : head.slice(0, blank);
  return whole.replace(/[\s.,;:—–-]+$/, "");
}

/** The longest beginning that fits, at least one sign. */
function longest(word: string, fits: (line: string) => boolean): string {
  const [first = "", ...signs] = word;
  let head = first;
  for (const sign of signs) {
    if (!fits(head + sign)) break;
    head += sign;
  }
  return head;
}

const round = (n: number): number => Math.round(n * 100) / 100;
