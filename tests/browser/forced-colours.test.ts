import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";

const {visit} = site();

/** The paints of a page's pictures that are neither the reader's two colours, a mixture of them, nor the focus. */
const foreign = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("p"));
    const colour = (words: string) => {
      probe.style.cssText = `forced-color-adjust: none; color: ${words}`;
      return getComputedStyle(probe).color;
    };
    const own = (["CanvasText", "Canvas", "Highlight"] as const).map(colour);
    const mixed = [45, 30, 34].map((part) => colour(`color-mix(in srgb, CanvasText ${part}%, Canvas)`));
    const score = document.querySelector("svg.score");
    // What only a dense picture has.
    for (const [tag, name] of [
      ["rect", "cell"],
      ["rect", "heat lane-1"],
      ["rect", "col lane-2"],
      ["rect", "gap"],
    ] as const) {
      const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
      node.setAttribute("class", name);
      score?.append(node);
    }
    probe.remove();
    const allowed = new Set([...own, ...mixed, "none", "rgba(0, 0, 0, 0)"]);
    return [...document.querySelectorAll("main svg :is(path, rect, line, circle, text, tspan, stop)")].flatMap((node) => {
      const {fill, stroke, stopColor} = getComputedStyle(node);
      const paints = node.tagName === "stop" ? [stopColor] : [fill, stroke];
      return paints
        .filter((paint) => !allowed.has(paint) && !paint.startsWith("url("))
        .map((paint) => `${node.getAttribute("class")} ${paint}`);
    });
  });

test.each(
  ["light", "dark"].flatMap((colorScheme) =>
    ["", pageTypes.event, pageTypes.document, pageTypes["who with whom"], pageTypes.method, "stories/plan/"].map(
      (path) => [path, colorScheme as "light" | "dark"] as const,
    ),
  ),
)("/%s, %s: pictures are drawn in the reader's own colours, whatever theme was chosen", async (path, colorScheme) => {
  const {page, close} = await visit(path, {forcedColors: "active", colorScheme, reducedMotion: "reduce"});
  expect([...new Set(await foreign(page))]).toEqual([]);
  // The other theme, chosen by the reader before.
  await page
    .locator("html")
    .evaluate((html, theme) => html.setAttribute("data-theme", theme), colorScheme === "dark" ? "light" : "dark");
  expect([...new Set(await foreign(page))]).toEqual([]);
  await close();
});

test("lanes, stems and joins of the list are drawn with lines, which forced colours keep", async () => {
  const {page, close} = await visit("", {forcedColors: "active", reducedMotion: "reduce"});
  for (const name of [".gutter .line", ".gutter .bar", ".gutter .stem", ".card .join"]) {
    const widths = await page.locator(`.chronicle ${name}`).evaluateAll((nodes) =>
      nodes.map((node) => {
        const {borderLeftWidth, borderTopWidth} = getComputedStyle(node);
        return Math.max(parseFloat(borderLeftWidth), parseFloat(borderTopWidth));
      }),
    );
    expect(widths.length, name).toBeGreaterThan(0);
    expect(Math.min(...widths), name).toBeGreaterThanOrEqual(1);
  }
  await close();
});

test("what is yellow elsewhere is underlined", async () => {
  const {page, close} = await visit(pageTypes.document, {forcedColors: "active"});
  const lines = await page
    .locator(".source-text mark")
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationLine));
  expect([...new Set(lines)]).toEqual(["underline"]);
  await close();
});
