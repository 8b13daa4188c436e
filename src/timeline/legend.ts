import {controlWords} from "../i18n/control-words.ts";
import {el, type El} from "./draw.ts";
import {glyph} from "./glyph.ts";
import {markup} from "./svg.ts";

/** A sample mark and its word. Samples are in ink: they say how a date is drawn, not who. */
export type Sample = {svg: string; word: string};

const head = (x: number, scale = 0.86): El => el("path", {class: "head", d: glyph("circle", x, 8, scale)});
const rect = (cls: string, x: number, y: number, width: number, height: number, fill?: string): El =>
  el("rect", {class: cls, x, y, width, height, fill});
const line = (cls: string, x1: number, y1: number, x2: number, y2: number): El => el("line", {class: cls, x1, y1, x2, y2});
const tick = (x: number) => line("tick", x, 3, x, 13);
const group = (cls: string, ...children: El[]) => el("g", {class: cls}, children);

/** The legend of the score, in the order of the mark grammar. */
export function legend(lang: string): {title: string; samples: Sample[]} {
  const words = controlWords(lang).legend;
  const sample = (word: string, width: number, ...children: El[]): Sample => ({
    word,
    svg: markup(el("svg", {class: "lane-x", width, height: 16, viewBox: `0 0 ${width} 16`, "aria-hidden": "true"}, children)),
  });
  return {
    title: words.title,
    samples: [
      sample(words.day, 14, head(7)),
      sample(words.within, 32, rect("within", 3, 4, 26, 8), tick(3), tick(29), head(16)),
      sample(words.about, 34, rect("about", 1, 4, 32, 8, "url(#about-x)"), head(17)),
      sample(words.uncertain, 16, group("uncertain", head(8))),
      sample(words.lasts, 37, rect("tail lasts", 7, 5, 29, 6), head(7)),
      sample(words.until, 33, rect("until", 1, 4, 30, 8, "url(#until-x)"), tick(31), head(17)),
      sample(words.planned, 16, group("planned", head(8))),
      sample(words.together, 32, line("stem", 7, 8, 25, 8), head(7, 0.78), head(25, 0.78)),
    ],
  };
}
