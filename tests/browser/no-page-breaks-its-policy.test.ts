import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();

const paths = [
  "",
  "en/",
  "events/2011-12-14-plan/",
  "documents/001-plan-2012-2013/",
  "organizations/csto/",
  "operations/pautina/",
  "together/",
  "documents/",
  "data/",
  "method/",
  "search/?q=меморандум",
  "stories/",
  "stories/plan/",
  "embed/",
  "404.html",
];

test.each(paths)("/%s: no error, no violation, no request elsewhere", async (path) => {
  const {page, wrong, close} = await visit(path);
  await page.waitForLoadState("networkidle");
  expect(wrong).toEqual([]);
  await close();
});

test.each(paths.flatMap((path) => [320, 390, 768, 1440].map((width) => [path, width] as const)))(
  "/%s is no wider than a window of %d px",
  async (path, width) => {
    const {page, close} = await visit(path, {viewport: {width, height: 800}});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  },
);
