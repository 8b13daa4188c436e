import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {inks as shareInks} from "../../src/site/share.ts";
import {contrast} from "../../src/site/colour.ts";
import {distance, sights} from "./colour.ts";

const css = readFileSync("src/site/styles/tokens.css", "utf8");
const printCss = readFileSync("src/site/styles/print.css", "utf8");
/** Colours of each rule for :root, in order: light, dark chosen, dark by the system. */
const roots = (css: string) =>
  [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)]
    .map((rule) => new Map([...(rule[1] ?? "").matchAll(/--([\w-]+): (#\w+);/g)].map((m) => [m[1] ?? "", m[2] ?? ""])))
    .filter((colours) => colours.size > 0);
const themes = roots(css);
const [light, dark, system] = themes as [Map<string, string>, Map<string, string>, Map<string, string>];
/** What print.css changes of the light theme. */
const [onPaper = new Map<string, string>()] = roots(printCss);
const print = new Map([...light, ...onPaper]);
const lanes = (from: number, to: number) => Array.from({length: to - from + 1}, (_, i) => `lane-${from + i}`);

test("dark is the same whether a reader or the system chose it", () => {
  expect(themes).toHaveLength(3);
  expect([...system]).toEqual([...dark]);
});

test("paper has the inks of the light theme: print.css changes words and rules only", () => {
  expect([...onPaper.keys()].sort()).toEqual(["ink", "ink2", "ink3", "panel", "rule", "rule2"]);
  expect(css.match(/@media [^{]*(?=\{\s*:root[^{]*\{\s*--paper)/g)).toEqual([
    "@media screen ",
    "@media screen and (prefers-color-scheme: dark) ",
    "@media (forced-colors: active) ",
  ]);
});

test("pictures for sharing are drawn in the inks of the light theme", () => {
  expect(shareInks).toEqual(lanes(0, 8).map((name) => light.get(name)));
});

describe.each([
  ["light", light],
  ["dark", dark],
  ["print", print],
])("%s", (_, colours) => {
  const of = (name: string) => colours.get(name) ?? "";
  const pairs = (front: string[], back: string[], least: number) =>
    front.flatMap((a) => back.map((b) => [a, b, least] as [string, string, number]));

  test.each([
    // Words: 4.5.
    ...pairs(["ink", "ink2", "ink3"], ["paper", "panel"], 4.5),
    ...pairs(["ink", "ink2"], ["hl"], 4.5),
    ...pairs(["ink"], ["hl2"], 4.5),
    // Shapes, and the names of lanes that stand beside them in the same ink on the cards.
    ...pairs(lanes(0, 8), ["paper", "panel"], 4.5),
    // Underlines and the frame of the focus: 3.
    ...pairs(lanes(0, 8), ["hl"], 3),
    ...pairs(["focus"], ["paper", "panel", "hl"], 3),
  ])("%s on %s: at least %d", (front, back, least) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(least);
  });

  // Shape and lane repeat the coding, so a smaller distance than that of words to paper is enough.
  test.each([
    ["four organisations", lanes(1, 4), 11],
    ["eight organisations", lanes(1, 8), 7],
    ["eight organisations and the ink of «together»", ["ink", ...lanes(1, 8)], 7],
  ])("%s stay apart for every kind of sight", (_, names, least) => {
    const near = names.flatMap((a, i) =>
      names
        .slice(i + 1)
        .flatMap((b) => sights.map((sight) => ({pair: `${a} ${b} ${sight}`, far: distance(of(a), of(b), sight)}))),
    );
    expect(near.filter(({far}) => far < least)).toEqual([]);
  });
});
