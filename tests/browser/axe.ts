import {readFileSync} from "node:fs";
import {type Page} from "playwright-core";

const script = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

type Axe = {
  run: (options: object) => Promise<{violations: {id: string; nodes: {target: unknown[]}[]}[]}>;
};

/** What axe finds on a page as it stands; `only` narrows the rules. The page must have been opened with bypassCSP. */
export async function violations(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(script);
  return page.evaluate(async (only) => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // An experimental rule that reads the words of an SVG's lines without the blanks between them.
    const rules = only ? {} : {"label-content-name-mismatch": {enabled: false}};
    const {violations} = await axe.run({runOnly: only ?? tags, rules, resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({target}) => `${id}: ${target.join(" ")}`));
  }, only);
}
