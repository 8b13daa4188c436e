import {type Fonts, lettering, type Style, unbroken, widthOf, wrap} from "./lettering.ts";
import {oneLine} from "./text.ts";
import {escapeXml} from "./xml.ts";

/** Size of a share picture, px. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** A lane of the score: who, and its head as SVG path data centred at 0, 0, about 11 px across. */
export type PictureLane = {name: string; path: string; ink: string};

/** What a share picture shows. */
export type Picture = {
  /** Name of the site, on top. */
  site: string;
  /** The date in words, over the title; null on the picture of the site. */
  over: string | null;
  title: string;
  /** Under the title when there is room: the source's exact words on yellow, or a lead. */
  under: {text: string; quoted: boolean} | null;
  /** Last line: where it comes from. */
  foot: string | null;
  lanes: PictureLane[];
  /** Drawn hollow and on a thin stem. */
  planned: boolean;
  /** Drawn dashed and pale. */
  uncertain: boolean;
};

const colours = {paper: "#ffffff", ink: "#15191d", ink2: "#4a545c", ink3: "#68727a", rule: "#cdd3d7", yellow: "#fff4c6"};
const MARGIN = 72;
/** Where the staves begin, and the stem. */
const SCORE = 868;
const STEM = 934;
/** More lanes than these are counted. */
const MOST_LANES = 5;

/** The picture as SVG: outlines and rectangles alone, the same to the byte for the same input. */
export function pictureSvg(picture: Picture, fonts: Fonts): string {
  const {ink, ink2, paper} = colours;
  const right = picture.lanes.length ? SCORE - 48 : WIDTH - MARGIN;
  const width = right - MARGIN;
  const line = (text: string, y: number, style: Style) =>
    lettering(wrap(oneLine(text), width, 1, style, fonts).lines[0] ?? "", MARGIN, y, style, fonts);

  const site = {face: "serifBold", size: 32, ink} as const;
  const over = {face: "sansBold", size: 34, ink} as const;
  const foot = {face: "sans", size: 26, ink: ink2} as const;
  const title = titleBlock(oneLine(picture.title), width, fonts);
  let y = (picture.over === null ? 150 : 200) + title.style.size * 0.9;
  const parts = [
    line(picture.site, 84, site),
    `<rect x="${MARGIN}" y="112" width="${width}" height="3" fill="${ink}"/>`,
    picture.over === null ? "" : line(picture.over, 172, over),
  ];
  for (const text of title.lines) {
    parts.push(lettering(text, MARGIN, y, title.style, fonts));
    y += title.leading;
  }
  // The last line of the source and its descenders keep clear of the foot.
  if (picture.under)
    parts.push(underBlock(picture.under, y - title.style.size * 0.5, picture.foot === null ? HEIGHT - 48 : 536, width, fonts));
  if (picture.foot !== null) parts.push(line(picture.foot, HEIGHT - 48, foot));
  parts.push(score(picture, fonts));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>${parts.join("")}</svg>`
  );
}

/** Sizes of the title with the most lines each may take, from the best looking on. */
const TITLE_SIZES = [
  [66, 2],
  [58, 3],
  [50, 3],
  [50, 4],
  [44, 4],
] as const;

/** The title in the first size that holds it, its lines about equally long; in the last size it is cut. */
function titleBlock(text: string, width: number, fonts: Fonts): {lines: string[]; style: Style; leading: number} {
  const tries = TITLE_SIZES.map(([size, most]) => {
    const style = {face: "serifBold", size, ink: colours.ink} as const;
    return {...wrap(text, width, most, style, fonts), style, leading: Math.round(size * 1.12)};
  });
  const found = tries.find(({cut}) => !cut) ?? (tries.at(-1) as (typeof tries)[number]);
  return found.cut ? found : {...found, lines: evened(text, width, found.lines, found.style, fonts)};
}

/** The same number of lines in the narrowest column that gives it, so that none holds a single short word. */
function evened(text: string, width: number, lines: string[], style: Style, fonts: Fonts): string[] {
  let best = lines;
  // A column narrower than a word would break it.
  let low = Math.max(width / 2, ...unbroken(text).map((piece) => widthOf(piece.trimEnd(), style, fonts)));
  let high = width;
  while (high - low > 8) {
    const middle = (low + high) / 2;
    const tried = wrap(text, middle, lines.length, style, fonts);
    if (tried.cut) low = middle;
    else {
      best = tried.lines;
      high = middle;
    }
  }
  return best;
}

/** Quotation or lead in as many lines as there is room for, none if that is less than two of a longer text. */
function underBlock(
  {text, quoted}: {text: string; quoted: boolean},
  top: number,
  bottom: number,
  width: number,
  fonts: Fonts,
): string {
  const style = {face: "serif", size: 30, ink: quoted ? colours.ink : colours.ink2} as const;
  const leading = 42;
  const room = Math.min(quoted ? 3 : 4, Math.floor((bottom - top) / leading));
  if (room < 1) return "";
  const {lines, cut} = wrap(oneLine(text), width, room, style, fonts);
  if (cut && lines.length < 2) return "";
  return lines
    .map((words, i) => {
      const y = top + i * leading + 30;
      const last = cut && i === lines.length - 1;
      // The sign of a cut is ours: grey, outside the yellow.
      const own = last ? words.slice(0, -1) : words;
      const end = widthOf(own, style, fonts);
      return (
        (quoted
          ? `<rect x="${MARGIN - 4}" y="${y - 29}" width="${Math.round(end) + 8}" height="38" fill="${colours.yellow}"/>`
          : "") +
        lettering(own, MARGIN, y, style, fonts) +
        (last ? lettering(quoted ? " …" : "…", MARGIN + end, y, {...style, ink: colours.ink3}, fonts) : "")
      );
    })
    .join("");
}

/** Staves, heads and the black stem that says «together». */
function score({lanes, planned, uncertain}: Picture, fonts: Fonts): string {
  const shown = lanes.slice(0, MOST_LANES);
  if (!shown.length) return "";
  const pitch = Math.min(128, 460 / Math.max(1, shown.length - 1));
  const first = HEIGHT / 2 - (pitch * (shown.length - 1)) / 2 + 10;
  const at = (i: number) => Math.round(first + i * pitch);
  const {ink, ink2, paper, rule} = colours;
  const dash = uncertain ? ` stroke-dasharray="16 10"` : "";
  const weight = planned ? 5 : 10;
  const stem = (width: number, stroke: string, more: string) =>
    `<path d="M${STEM} ${at(0)}V${at(shown.length - 1)}" stroke="${stroke}" stroke-width="${width}"${more}/>`;
  const name = {face: "sansBold", size: 36, ink} as const;
  const parts = shown.map((_, i) => `<rect x="${SCORE}" y="${at(i) - 1}" width="${WIDTH - SCORE}" height="2" fill="${rule}"/>`);
  if (shown.length > 1) parts.push(stem(weight + 14, paper, ""), stem(weight, ink, dash));
  shown.forEach((lane, i) => {
    const y = at(i);
    const colour = escapeXml(lane.ink);
    const fill = planned || uncertain ? paper : colour;
    const pale = uncertain && !planned ? `<path d="${escapeXml(lane.path)}" fill="${colour}" fill-opacity="0.35"/>` : "";
    const outline =
      planned || uncertain ? ` stroke="${colour}" stroke-width="1.1"${uncertain ? ` stroke-dasharray="2 1.2"` : ""}` : "";
    const label = wrap(oneLine(lane.name), WIDTH - STEM - 48 - 24, 1, name, fonts).lines[0] ?? "";
    parts.push(
      `<g transform="translate(${STEM} ${y}) scale(5)"><path d="${escapeXml(lane.path)}" fill="${paper}" stroke="${paper}" stroke-width="2.4"/>` +
        `<path d="${escapeXml(lane.path)}" fill="${fill}"${outline}/>${pale}</g>`,
      lettering(label, STEM + 48, y - 14, name, fonts),
    );
  });
  const more = lanes.length - shown.length;
  if (more) parts.push(lettering(`+${more}`, STEM + 48, at(shown.length - 1) + 42, {...name, size: 30, ink: ink2}, fonts));
  return parts.join("");
}
