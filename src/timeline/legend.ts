import {controlWords, type MarkKind} from "../i18n/control-words.ts";
import {el, type El} from "./draw.ts";
import {glyph} from "./glyph.ts";
import {markup} from "./svg.ts";

/** A sample mark, as data and as markup, and its word. Samples are in ink: they say how a date is drawn, not who. */
export type Sample = {drawn: El; svg: string; word: string};

const head = (x: number, scale = 0.86): El => el("path", {class: "head", d: glyph("circle", x, 8, scale)});
const rect = (cls: string, x: number, y: number, width: number, height: number, fill?: string): El =>
  el("rect", {class: cls, x, y, width, height, fill});
const line = (cls: string, x1: number, y1: number, x2: number, y2: number): El => el("line", {class: cls, x1, y1, x2, y2});
const tick = (x: number) => line("tick", x, 3, x, 13);
const group = (cls: string, ...children: El[]) => el("g", {class: cls}, children);

/** Every way a date or a status is drawn, in the order of the mark grammar. */
const markKinds: readonly MarkKind[] = [
  "day",
  "within",
  "about",
  "uncertain",
  "both",
  "lasts",
  "since",
  "until",
  "planned",
  "ongoing",
  "cancelled",
  "together",
];

/** Those that stand under the score; the others are told apart by the same parts. */
const common: readonly MarkKind[] = ["day", "within", "about", "uncertain", "lasts", "until", "planned", "together"];

const drawings: Record<MarkKind, {width: number; parts: El[]}> = {
  day: {width: 14, parts: [head(7)]},
  within: {width: 32, parts: [rect("within", 3, 4, 26, 8), tick(3), tick(29), head(16)]},
  about: {width: 34, parts: [rect("about", 1, 4, 32, 8, "url(#about-x)"), head(17)]},
  uncertain: {width: 16, parts: [group("uncertain", head(8))]},
  both: {width: 34, parts: [group("uncertain", rect("about", 1, 4, 32, 8, "url(#about-x)"), head(17))]},
  lasts: {width: 37, parts: [rect("tail lasts", 7, 5, 29, 6), head(7)]},
  since: {width: 43, parts: [rect("since", 7, 5, 35, 6, "url(#since-x)"), head(7)]},
  until: {width: 33, parts: [rect("until", 1, 4, 30, 8, "url(#until-x)"), tick(31), head(17)]},
  planned: {width: 16, parts: [group("planned", head(8))]},
  ongoing: {width: 43, parts: [group("ongoing", rect("since", 7, 5, 35, 6, "url(#since-x)"), head(7))]},
  cancelled: {width: 18, parts: [group("cancelled", head(9), line("strike", 2, 15, 16, 1))]},
  together: {width: 32, parts: [line("stem", 7, 8, 25, 8), head(7, 0.78), head(25, 0.78)]},
};

const samples = (kinds: readonly MarkKind[], lang: string): (Sample & {kind: MarkKind})[] =>
  kinds.map((kind) => {
    const {width, parts} = drawings[kind];
    const box = {class: "lane-x", width, height: 16, viewBox: `0 0 ${width} 16`, "aria-hidden": "true"};
    const drawn = el("svg", box, parts);
    return {kind, word: controlWords(lang).legend[kind], drawn, svg: markup(drawn)};
  });

/** The legend of the score. */
export const legend = (lang: string): {title: string; samples: Sample[]} => ({
  title: controlWords(lang).legend.title,
  samples: samples(common, lang),
});

/** The whole mark grammar. */
export const grammar = (lang: string): (Sample & {kind: MarkKind})[] => samples(markKinds, lang);
