import {createHash} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {Party} from "../exports/entry.ts";
import {faces, fontFiles, type Fonts, readFonts} from "../exports/lettering.ts";
import {type Picture, pictureSvg} from "../exports/picture.ts";
import {drawer, png} from "../exports/png.ts";
import {glyph} from "../timeline/glyph.ts";
import type {Addresses} from "./address.ts";
import {headOf, look} from "./lanes.ts";
import type {Library} from "./library.ts";

/** Inks of lanes on paper, by number: those of tokens.css, for a picture has no style sheet. */
export const inks = ["#56616a", "#8a6a08", "#0c4a8f", "#8a1f1a", "#087b82", "#5f37f6", "#ab2fb8", "#000075", "#50004e"];

/** A site of more events shows its own picture for all of them: each takes a while to draw. */
const MOST = 1000;

/** Whether pages have pictures of their own. */
export const hasOwnPictures = (library: Library): boolean => library.events.length <= MOST;

/** Whether a page, by its path from the language's root, is about one thing that somebody tells: an event, a document, a story. */
export const isArticle = (path: string): boolean => /^(events|documents|stories)\/[^/]+\/$/.test(path);

/** Path of a page's picture from the language's root; "" is the site's. */
export const sharePath = (path: string): string => `share/${path.replace(/\/$/, "") || "site"}.png`;

/** Address of the picture of a page: its own for articles and organisations, else the site's. */
export function shareAddress(library: Library, path: string, to: Addresses): string {
  const own = hasOwnPictures(library) && (isArticle(path) || /^organizations\/[^/]+\/$/.test(path));
  return to.page(sharePath(own ? path : ""));
}

/** How an organisation is drawn. */
export function drawn(library: Library, {id}: Pick<Party, "id">): {path: string; ink: string} {
  const {shape, ink} = look(library.entity("organization", headOf(library, id)));
  return {path: glyph(shape, 0, 0), ink: inks[ink] ?? inks[0] ?? ""};
}

let fonts: Promise<Fonts> | undefined;

/** Pictures of earlier builds by digest of their SVG: to draw one takes longer than all else of its page. */
const cache = join(".cache", "share");

/** A picture as PNG; one that was drawn before is read again. The folder can be deleted without harm. */
export async function shareImage(picture: Picture): Promise<Buffer> {
  const svg = pictureSvg(picture, await (fonts ??= load()));
  const file = join(cache, `${createHash("sha256").update(drawer).update(svg).digest("hex")}.png`);
  const kept = await readFile(file).catch(() => null);
  if (kept) return kept;
  const made = await png(svg);
  const fresh = `${file}.${String(process.pid)}.new`;
  await mkdir(cache, {recursive: true})
    .then(() => writeFile(fresh, made))
    .then(() => rename(fresh, file))
    .catch(() => undefined); // The next build draws it again.
  return made;
}

async function load(): Promise<Fonts> {
  // Built code stands elsewhere; the packages are those of the project.
  const {resolve} = createRequire(join(process.cwd(), "package.json"));
  const read = await Promise.all(
    faces.map(async (face) => [face, await Promise.all(fontFiles[face].map((file) => readFile(resolve(file))))] as const),
  );
  return readFonts(Object.fromEntries(read) as Record<(typeof faces)[number], Buffer[]>);
}
