import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";

const {visit} = site();

/** CSS px between the margins of a sheet: A4 with 10 mm, A5 with 10 mm, A4 lying with 10 mm. */
const sheets = {A4: 718, A5: 484, "A4 lying": 1047};

/** A page as it goes to the printer: laid out on the screen, then on a sheet of a width. */
async function printed(path: string, width: number, options: Parameters<typeof visit>[1] = {}) {
  const {page, wrong, close} = await visit(path, options);
  await page.evaluate(() => document.fonts.ready);
  await page.emulateMedia({media: "print"});
  await page.setViewportSize({width, height: 1046});
  return {page, wrong, close};
}

const boxes = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON() as DOMRect));

test.each([...Object.entries<string>(pageTypes), ["story", "stories/plan/"] as const])(
  "%s is one sheet wide",
  async (_, path) => {
    const {page, close} = await printed(path, sheets.A4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(sheets.A4);
    const cut = await page
      .locator("main *")
      .evaluateAll((nodes) =>
        nodes
          .filter(
            (node) =>
              node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "visible" && node.clientWidth > 1,
          )
          .map((node) => node.className),
      );
    expect(cut).toEqual([]);
    await close();
  },
);

test.each(Object.entries(sheets))("on %s the titles and quotations of cards have the widest column", async (_, width) => {
  const {page, close} = await printed("", width);
  const when = await boxes(page, ".card > .when");
  const what = await boxes(page, ".card > .what");
  expect(what.length).toBe(9);
  what.forEach((box, i) => {
    const beside = when[i] as DOMRect;
    if (width === sheets.A5) expect(box.top).toBeGreaterThanOrEqual(beside.bottom);
    else expect(box.left).toBeGreaterThan(beside.right);
    expect(box.width).toBeGreaterThan(width / 2);
  });
  await close();
});

test("cards stay unbroken, controls stay off the paper", async () => {
  const {page, close} = await printed("", sheets.A4);
  expect(await page.locator(".card").evaluateAll((cards) => cards.map((card) => getComputedStyle(card).breakInside))).toEqual(
    Array<string>(9).fill("avoid"),
  );
  for (const name of [".top nav", ".find", ".tool", "form.filters", ".brush", ".foot nav"])
    expect(await page.locator(`${name}:visible`).count(), name).toBe(0);
  // The score takes the height it has on the sheet, not the one it had on the screen.
  const [figure, score] = [(await boxes(page, "figure.desk"))[0], (await boxes(page, "svg.score"))[0]];
  expect(score?.width).toBe(sheets.A4);
  expect(figure?.height).toBeLessThan((score?.height ?? 0) + 20);
  await close();
});

/** The colours a page is painted with, by rule and property, in no theme's words. */
const paint = (page: Page) =>
  page.locator("main *").evaluateAll((nodes) => {
    const seen = new Set<string>();
    for (const node of nodes) {
      const {color, fill, stroke, stopColor, backgroundColor, backgroundImage, borderTopColor} = getComputedStyle(node);
      const name = `${node.tagName} ${node.getAttribute("class") ?? ""}`;
      seen.add([name, color, fill, stroke, stopColor, backgroundColor, backgroundImage, borderTopColor].join(" "));
    }
    return [...seen].sort();
  });

test.each(["", pageTypes.event, pageTypes.document, pageTypes["who with whom"], pageTypes.method])(
  "/%s prints the same from the dark theme, chosen or the system's, as from the light one",
  async (path) => {
    const light = await printed(path, sheets.A4, {colorScheme: "light", javaScriptEnabled: false});
    const wanted = await paint(light.page);
    await light.close();
    const system = await printed(path, sheets.A4, {colorScheme: "dark", javaScriptEnabled: false});
    expect(await paint(system.page)).toEqual(wanted);
    await system.page.locator("html").evaluate((html) => html.setAttribute("data-theme", "dark"));
    expect(await paint(system.page)).toEqual(wanted);
    await system.close();
  },
);

test("evidence is underlined or has a rule, for printers that leave out grounds", async () => {
  const {page, close} = await printed(pageTypes.document, sheets.A4);
  for (const line of await page
    .locator(".source-text mark")
    .evaluateAll((marks) => marks.map((m) => getComputedStyle(m).textDecorationLine)))
    expect(line).toBe("underline");
  await page.goto(new URL("../../", page.url()).href);
  for (const width of await page
    .locator("blockquote")
    .evaluateAll((quotes) => quotes.map((q) => getComputedStyle(q).borderLeftWidth)))
    expect(width).toBe("2px");
  await close();
});

test("lanes, stems and joins are drawn with lines, not with grounds", async () => {
  const {page, close} = await printed("", sheets.A4);
  for (const name of [".gutter .line", ".gutter .bar", ".gutter .stem", ".join"]) {
    const drawn = await page.locator(`.chronicle ${name}`).evaluateAll((nodes) =>
      nodes.map((node) => {
        const {borderLeftWidth, borderTopWidth, backgroundImage, backgroundColor} = getComputedStyle(node);
        return [Math.max(parseFloat(borderLeftWidth), parseFloat(borderTopWidth)) >= 1, backgroundImage, backgroundColor].join();
      }),
    );
    expect([name, ...new Set(drawn)]).toEqual([name, "true,none,rgba(0, 0, 0, 0)"]);
  }
  await close();
});

test("addresses are spelled out whole: of the site's own pages and of others", async () => {
  const {page, close} = await printed("", sheets.A4);
  const said = await page.locator(".card .source a").evaluateAll((links) =>
    links.map((link) => {
      // What content says is the value of its parts; the address is read out of the link itself.
      const {content} = getComputedStyle(link, "::after");
      return [[...content.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join(""), link.getAttribute("href")];
    }),
  );
  expect(said.length).toBeGreaterThan(5);
  for (const [text, href] of said)
    expect(text).toBe(/^https?:/.test(href ?? "") ? ` (${href})` : ` (https://letopis.example${href})`);
  await close();
});
