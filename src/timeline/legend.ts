import {controlWords, type LegendKind} from "../i18n/control-words.ts";
import {el, type El} from "./el.ts";
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

/** The most common ways to draw a date or a status, in the order of the grammar; the others are told apart by the same parts. */
const drawings: {kind: LegendKind; width: number; parts: El[]}[] = [
  {kind: "day", width: 14, parts: [head(7)]},
  {kind: "within", width: 32, parts: [rect("within", 3, 4, 26, 8), tick(3), tick(29), head(16)]},
  {kind: "about", width: 34, parts: [rect("about", 1, 4, 32, 8, "url(#about-x)"), head(17)]},
  {kind: "uncertain", width: 16, parts: [group("uncertain", head(8))]},
  {kind: "lasts", width: 37, parts: [rect("tail lasts", 7, 5, 29, 6), head(7)]},
  {kind: "until", width: 33, parts: [rect("until", 1, 4, 30, 8, "url(#until-x)"), tick(31), head(17)]},
  {kind: "planned", width: 16, parts: [group("planned", head(8))]},
  {kind: "together", width: 32, parts: [line("stem", 7, 8, 25, 8), head(7, 0.78), head(25, 0.78)]},
];

/** The legend of the score. The method page has the whole grammar of marks, see `grammar`. */
export const legend = (lang: string): {title: string; samples: Sample[]} => {
  const {title, ...words} = controlWords(lang).legend;
  const samples = drawings.map(({kind, width, parts}) => {
    const box = {class: "lane-x", width, height: 16, viewBox: `0 0 ${width} 16`, "aria-hidden": "true"};
    const drawn = el("svg", box, parts);
    return {word: words[kind], drawn, svg: markup(drawn)};
  });
  return {title, samples};
};
