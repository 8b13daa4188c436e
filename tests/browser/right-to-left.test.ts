import {type Page} from "playwright-core";
import {expect, test, vi} from "vitest";
import {manyTongues} from "../site/site.ts";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";
import {live} from "./timeline.ts";

const {visit} = site(manyTongues, "/");
const open = (path: string, options: Parameters<typeof visit>[1] = {}) =>
  visit(`he/${path}`, {reducedMotion: "reduce", ...options});

const boxes = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((nodes) =>
    nodes.map((node) => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      return {words: node.textContent, left, right, top, bottom};
    }),
  );

test("time runs from left to right, names stand beside their heads, no words lie on others or leave the picture", async () => {
  const {page, wrong, close} = await open("");
  await live(page);
  const years = (await boxes(page, ".score .axis text")).filter(({words}) => /^\d{4}$/.test(words));
  expect(years.map(({words}) => words)).toEqual([...years].sort((a, b) => a.left - b.left).map(({words}) => words));
  expect([...years.map(({words}) => words)].sort()).toEqual(years.map(({words}) => words));
  const [stage] = await boxes(page, "figure.desk .stage");
  const heads = await boxes(page, ".score .lh .head");
  const names = await boxes(page, ".score .lh .ln");
  expect(names.length).toBe(5);
  names.forEach((name, i) => expect(name.left, name.words).toBeGreaterThan(heads[i]?.right ?? 0));
  const words = await boxes(page, ".score :is(.ln, .lc, .lab, .slab, .teach, .en)");
  for (const {words: said, left, right} of words) {
    expect(left, said).toBeGreaterThanOrEqual((stage?.left ?? 0) - 1);
    expect(right, said).toBeLessThanOrEqual((stage?.right ?? 0) + 1);
  }
  const free = await boxes(page, ".score :is(.lab, .slab, .teach, .en)");
  const overlaps = free.flatMap((a, i) =>
    free
      .slice(i + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
      .map((b) => `${a.words} / ${b.words}`),
  );
  expect(overlaps).toEqual([]);
  expect(wrong).toEqual([]);
  await close();
});

test("a date's question mark stands where the sentence ends: on the left", async () => {
  const {page, close} = await open("");
  await live(page);
  const [first, mark] = await page
    .locator(".score .ld")
    .filter({hasText: "?"})
    .first()
    .evaluate((node) => {
      const text = node as SVGTextContentElement;
      return [text.getExtentOfChar(0).x, text.getExtentOfChar(text.textContent.length - 1).x];
    });
  expect(mark).toBeLessThan(first ?? 0);
  await close();
});

test("the page mirrors: lanes of the list on the right, dates beside them, words to the left", async () => {
  const {page, close} = await open("");
  const [gutters, dates, words] = [
    await boxes(page, ".card > .gutter"),
    await boxes(page, ".card > .when"),
    await boxes(page, ".card > .what"),
  ];
  expect(words.length).toBe(9);
  words.forEach((box, i) => {
    expect(dates[i]?.left).toBeGreaterThan(box.right);
    expect(gutters[i]?.left).toBeGreaterThan(dates[i]?.right ?? Infinity);
  });
  const [brand, find] = [(await boxes(page, ".brand"))[0], (await boxes(page, ".find"))[0]];
  expect(brand?.left).toBeGreaterThan(find?.right ?? Infinity);
  await close();
});

test("the tooltip stands beside its mark, in the page's own direction", async () => {
  const {page, close} = await open("");
  await live(page);
  const mark = page.locator('.score a[data-id="2015-10-27-vstrecha"]');
  await mark.hover();
  await page.locator(".tip:not([hidden])").waitFor();
  const [tip] = await boxes(page, ".tip");
  const [at] = await boxes(page, '.score a[data-id="2015-10-27-vstrecha"] .head');
  const gap = Math.max((tip?.left ?? 0) - (at?.right ?? 0), (at?.left ?? 0) - (tip?.right ?? 0));
  expect(gap).toBeLessThan(40);
  expect(await page.locator(".tip").evaluate((node) => getComputedStyle(node).direction)).toBe("rtl");
  await close();
});

test.each(["ltr", "rtl"])("in a text that runs %s the lines lead from the words into its margin", async (direction) => {
  const {page, close} = await open(pageTypes.document);
  expect(await page.locator(".source-text").evaluate((node) => getComputedStyle(node).direction)).toBe("ltr");
  await page.locator(".source-text").evaluate((node, direction) => node.setAttribute("dir", direction), direction);
  await page.setViewportSize({width: 1300, height: 900});
  const lines = page.locator(".connectors path");
  await expect.poll(() => lines.count()).toBeGreaterThan(0);
  // They are drawn anew a moment after the window has its width.
  await vi.waitFor(async () => {
    const notes = await boxes(page, ".note");
    const column = (await boxes(page, ".source-text > p"))[0];
    const paths = await boxes(page, ".connectors path");
    expect(paths.length).toBe(notes.length);
    paths.forEach((path, i) => {
      const note = notes[i];
      if (direction === "ltr") {
        expect(note?.left).toBeGreaterThan(column?.right ?? Infinity);
        expect((note?.left ?? 0) - path.right).toBeCloseTo(20, 0);
      } else {
        expect(note?.right).toBeLessThan(column?.left ?? -Infinity);
        expect(path.left - (note?.right ?? 0)).toBeCloseTo(20, 0);
      }
    });
  }, 5000);
  await close();
});

test.each(
  [...Object.values<string>(pageTypes), "stories/plan/"].flatMap((path) => [390, 1440].map((width) => [path, width] as const)),
)("/he/%s at %d px does not scroll sideways", async (path, width) => {
  const {page, wrong, close} = await open(path, {viewport: {width, height: 844}});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(wrong).toEqual([]);
  await close();
});

test.each([
  ["", ["No date"], ["Без даты", "אנד"]],
  ["ru/", ["Без даты"], ["No date", "אנד"]],
  // A language without a file speaks English.
  ["kk/", ["No date"], ["Без даты", "אנד"]],
])("the browser on /%s is given the words of its language and of no other", async (path, own, others) => {
  const {page, close} = await visit(path, {reducedMotion: "reduce"});
  await live(page);
  const scripts = await page.evaluate(async () => {
    const files = performance.getEntriesByType("resource").filter(({name}) => name.endsWith(".js"));
    return Promise.all(files.map(async ({name}) => (await fetch(name)).text()));
  });
  const given = (words: string) => scripts.some((script) => script.includes(words));
  expect([own.map(given), others.map(given)]).toEqual([[true], [false, false]]);
  await close();
});
