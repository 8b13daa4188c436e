import {readFileSync} from "node:fs";
import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";

const {visit} = site();
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

type Axe = {
  run: (options: object) => Promise<{violations: {id: string; nodes: {target: unknown[]}[]}[]}>;
};

/** What axe finds on a page as it stands; `only` narrows the rules. */
const violations = (page: Page, only?: string[]) =>
  page.evaluate(async (only) => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // An experimental rule that reads the words of an SVG's lines without the blanks between them.
    const rules = only ? {} : {"label-content-name-mismatch": {enabled: false}};
    const {violations} = await axe.run({runOnly: only ?? tags, rules, resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({target}) => `${id}: ${target.join(" ")}`));
  }, only);

const types = [
  ...Object.entries<string>(pageTypes),
  ["stories", "stories/"] as const,
  ["story", "stories/plan/"] as const,
  ["timeline alone", "embed/"] as const,
  ["unknown address", "404.html"] as const,
];
const cases = types.flatMap(([name, path]) =>
  (["ru", "en"] as const)
    .filter((language) => language === "ru" || path !== "404.html")
    .flatMap((language) => [390, 1440].map((width) => [name, language, width, path] as const)),
);

// Light and dark differ in colours alone, so the dark page is asked about colours; forced colours change borders and
// backgrounds only, and there the whole is asked again.
test.each(cases)("axe finds nothing: %s, %s, %d px; light, dark, forced colours", async (_, language, width, path) => {
  const {page, close} = await visit(language === "ru" ? path : `en/${path}`, {
    viewport: {width, height: 900},
    bypassCSP: true,
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  await page.evaluate(axe);
  const light = await violations(page);
  await page.emulateMedia({colorScheme: "dark"});
  const dark = await violations(page, ["color-contrast", "link-in-text-block"]);
  await page.emulateMedia({colorScheme: "light", forcedColors: "active"});
  const forced = width === 1440 ? await violations(page) : [];
  expect({light, dark, forced}).toEqual({light: [], dark: [], forced: []});
  await close();
});
