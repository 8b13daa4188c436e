import {readFileSync} from "node:fs";
import sharp from "sharp";
import {expect, test} from "vitest";
import {scatter} from "../timeline/sample.ts";
import {bareWith} from "./dense.ts";
import {site} from "./page.ts";
import {live, rest, state} from "./timeline.ts";

const {visit} = site();
const open = async (path = "") => {
  const visited = await visit(path, {reducedMotion: "reduce"});
  await live(visited.page);
  return visited;
};

test("Ctrl and the wheel zoom, the list follows; the plain wheel scrolls the page", async () => {
  const {page, wrong, close} = await open();
  const before = await state(page);
  await page.mouse.move(600, 320);
  await page.waitForTimeout(300);
  await page.keyboard.down("Control");
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await rest(page);
  const after = await state(page);
  expect(after.query).toMatch(/^\?from=.*&to=/);
  expect(after.cards).toBeLessThan(before.cards);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect((await state(page)).query).toBe(after.query);
  expect(wrong).toEqual([]);
  await close();
});

test("a drag and the sideways wheel move the window; Back takes it back", async () => {
  const {page, close} = await open("?from=2012-01-01&to=2015-01-01");
  const first = await state(page);
  await page.mouse.move(700, 400);
  await page.waitForTimeout(300);
  await page.mouse.down();
  await page.mouse.move(560, 402, {steps: 6});
  await page.mouse.up();
  await rest(page);
  const dragged = await state(page);
  expect(dragged.query).not.toBe(first.query);
  await page.mouse.wheel(-120, 0);
  await rest(page);
  expect((await state(page)).query).not.toBe(dragged.query);
  await page.goBack();
  await rest(page);
  expect(await state(page)).toEqual(dragged);
  await page.goBack();
  await rest(page);
  expect((await state(page)).from).toBe("2012");
  await close();
});

test("hovering a mark dims the rest and shows date, title, participants and quotation", async () => {
  const {page, close} = await open();
  await page.locator('.score .ev[data-id="2015-10-27-vstrecha"] .head').first().hover();
  const tip = page.locator(".tip");
  await tip.waitFor({state: "visible"});
  expect((await tip.innerText()).replaceAll("\u00a0", " ")).toContain("27 октября 2015 г.");
  expect(await tip.locator("mark").count()).toBe(1);
  expect(await page.locator(".lighting .ev.lit").count()).toBe(1);
  await page.mouse.move(5, 5);
  await tip.waitFor({state: "hidden"});
  expect(await page.locator(".lighting").count()).toBe(0);
  await close();
});

test("the pointer can go to the tooltip and rest on it; leaving it closes it", async () => {
  const {page, close} = await open();
  await page.locator('.score .ev[data-id="2015-10-27-vstrecha"] .head').first().hover();
  const tip = page.locator(".tip");
  await tip.waitFor({state: "visible"});
  const [head, box] = await Promise.all([
    page.locator('.score .ev[data-id="2015-10-27-vstrecha"] .head').first().boundingBox(),
    tip.boundingBox(),
  ]);
  expect(box && head && box.y > head.y + head.height / 2).toBe(true);
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 30, {steps: 8});
  await page.waitForTimeout(700);
  expect(await tip.isVisible()).toBe(true);
  expect((await tip.innerText()).replaceAll("\u00a0", " ")).toContain("27 октября 2015 г.");
  await page.mouse.move(5, 5);
  await tip.waitFor({state: "hidden"});
  await close();
});

test("Esc closes the tooltip without moving the pointer, until the pointer has left", async () => {
  const {page, close} = await open();
  const head = page.locator('.score .ev[data-id="2015-10-27-vstrecha"] .head').first();
  await head.hover();
  const tip = page.locator(".tip");
  await tip.waitFor({state: "visible"});
  await page.keyboard.press("Escape");
  expect(await tip.isHidden()).toBe(true);
  const box = await head.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + 3);
  await page.waitForTimeout(100);
  expect(await tip.isHidden()).toBe(true);
  await page.mouse.move(5, 5);
  await head.hover();
  await tip.waitFor({state: "visible"});
  await close();
});

test("hovering a card lights its mark, hovering a mark its card", async () => {
  const {page, close} = await open();
  await page.locator('article[data-event="2011-12-14-plan"] h3').hover();
  expect(await page.locator(".score .ev.lit").getAttribute("data-id")).toBe("2011-12-14-plan");
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.score .ev[data-id="2008-09-memorandum"] .head').first().hover();
  expect(await page.locator("article.lit").getAttribute("data-event")).toBe("2008-09-memorandum");
  await page.mouse.move(5, 5);
  await page.waitForSelector("article.lit", {state: "detached"});
  await close();
});

test("a tooltip that arrives when the pointer has left does not light its mark for good", async () => {
  const {page, close} = await open();
  await page.route(/\/tip\.[\w-]+\.js$/, async (route) => {
    await page.mouse.move(5, 5);
    await route.continue();
  });
  await page.locator('.score .ev[data-id="2008-09-memorandum"] .head').first().hover();
  await page.waitForSelector(".score .ev.lit", {state: "detached"});
  expect(await page.locator(".tip").isVisible()).toBe(false);
  await close();
});

test("a pen that hovers shows the tooltip too", async () => {
  const {page, close} = await open();
  const head = await page.locator('.score .ev[data-id="2015-10-27-vstrecha"] .head').first().boundingBox();
  const pen = await page.context().newCDPSession(page);
  for (const by of [0, 2])
    await pen.send("Input.dispatchMouseEvent", {
      type: "mouseMoved",
      x: (head?.x ?? 0) + 4 + by,
      y: (head?.y ?? 0) + 4,
      pointerType: "pen",
    });
  await page.locator(".tip").waitFor({state: "visible"});
  await close();
});

test("a click on a stretch of columns zooms into it; the − button and the double click zoom too", async () => {
  const {page, close} = await bareWith(visit, scatter(700, 2), {reducedMotion: "reduce"});
  const density = () => page.locator(".desk .score").getAttribute("data-density");
  const width = () =>
    page.evaluate(() => {
      const [from, to] = [...document.querySelectorAll('.brush [role="slider"]')].map((s) => Number(s.ariaValueNow));
      return (to ?? 0) - (from ?? 0);
    });
  expect([await density(), await width()]).toEqual(["bins", 1000]);
  await page.locator(".bin").nth(3).click();
  await rest(page);
  expect(await density()).not.toBe("bins");
  const near = await width();
  expect(near).toBeLessThan(200);
  const box = await page.locator(".desk .score").boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + 500, (box?.y ?? 0) + 30);
  await rest(page);
  expect(await width()).toBeLessThan(near * 0.7);
  await close();
  const site = await open("?from=2012-01-01&to=2013-01-01");
  await site.page.locator("[data-do=out]").click();
  await rest(site.page);
  const {from, to} = await state(site.page);
  expect([Number(from?.slice(0, 4)), Number(to?.slice(0, 4))]).toEqual([2011, 2013]);
  await site.close();
});

test("a click on a mark leads to its card, the card's title to its page", async () => {
  const {page, close} = await open();
  await page.locator('.score .ev[data-id="2015-10-27-vstrecha"] .head').first().click();
  await page.waitForTimeout(500);
  const box = await page.locator('article[data-event="2015-10-27-vstrecha"]').boundingBox();
  expect(box && box.y > 0 && box.y < 900).toBe(true);
  await page.locator('article[data-event="2015-10-27-vstrecha"] h3 a').click();
  expect(page.url()).toContain("/events/2015-10-27-vstrecha/");
  await close();
});

test("a link that names an event leads to its card", async () => {
  const {page, close} = await open("?event=2016-01-21-sbor");
  const box = await page.locator('article[data-event="2016-01-21-sbor"]').boundingBox();
  expect(box && box.y >= 0 && box.y < 900).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await close();
});

test("the name of a lane is a filter; a second lane asks for what both did together", async () => {
  const {page, close} = await open();
  await page.locator('.lh[data-lane="iom"]').click();
  await rest(page);
  expect(await state(page)).toMatchObject({query: "?with=iom"});
  expect(await page.locator('.lh[data-lane="iom"]').getAttribute("aria-pressed")).toBe("true");
  await page.locator('.lh[data-lane="csto"]').click();
  await rest(page);
  const both = await state(page);
  expect(both.query).toBe("?with=iom,csto");
  expect(both.cards).toBe(both.marks);
  await close();
});

test("buttons, filters and date fields change the view; nothing found can be reset", async () => {
  const {page, close} = await open();
  const whole = await state(page);
  await page.locator("[data-do=in]").click();
  await rest(page);
  expect((await state(page)).query).toContain("from=");
  await page.locator("[data-do=whole]").click();
  await rest(page);
  expect(await state(page)).toEqual(whole);
  await page.locator("[name=from]").fill("2015");
  await page.keyboard.press("Tab");
  await rest(page);
  expect((await state(page)).query).toContain("from=2015-01-01");
  await page.locator("[data-do=whole]").click();
  await page.locator("[name=joint]").check();
  await rest(page);
  expect((await state(page)).query).toBe("?joint=1");
  await page.locator("[name=text]").fill("марсиане");
  await rest(page);
  expect((await state(page)).cards).toBe(0);
  await page.getByRole("button", {name: "Сбросить"}).click();
  await rest(page);
  expect(await state(page)).toEqual(whole);
  await close();
});

test("a saved picture carries its fonts: it looks the same where nobody has them", async () => {
  const {page, wrong, close} = await open();
  await page.locator(".more > summary").click();
  const saved = async (what: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-do=${what}]`).click()]);
    return readFileSync(await file.path());
  };
  const svg = (await saved("svg")).toString();
  expect(svg.match(/data:font\/woff2;base64,[\w+/]{1000}/g)?.length).toBe(4);
  // The names of the lanes, which begin 24 px from the picture's edge: there is ink in the pixels.
  const names = sharp(await saved("png")).extract({left: (24 + 24) * 2, top: 100, width: 180, height: 600});
  expect((await names.stats()).channels[0]?.min).toBeLessThan(90);
  const alone = await page.context().newPage();
  await alone.route("**/alone.svg", (route) => route.fulfill({contentType: "image/svg+xml", body: svg}));
  await alone.goto(new URL("alone.svg", page.url()).href);
  const used = await alone.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({status}) => status === "loaded").map(({family}) => family.replaceAll('"', ""));
  });
  expect(used.filter((family) => family === "Source Sans 3").length).toBe(2);
  expect(wrong).toEqual([]);
  await close();
});

test("the brush chooses a period by dragging", async () => {
  const {page, close} = await open();
  const box = (await page.locator(".brush svg.strip").boundingBox()) ?? {x: 0, y: 0, height: 0};
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 500, y);
  await page.waitForTimeout(400);
  await page.mouse.down();
  await page.mouse.move(box.x + 800, y, {steps: 5});
  await page.mouse.up();
  await rest(page);
  expect((await state(page)).query).toMatch(/from=.*to=/);
  await close();
});

test("past the picture a strip follows the reading with a playhead", async () => {
  const {page, close} = await open();
  expect(await page.locator(".reading.on").count()).toBe(0);
  await page.locator('article[data-event="2016-01-21-sbor"]').evaluate((card) => card.scrollIntoView({block: "start"}));
  await page.waitForSelector(".reading.on .playhead");
  // The lanes' signs stand below it, not under it.
  await page.waitForTimeout(300);
  const [strip, head] = await Promise.all([".reading", ".gutter-head"].map((part) => page.locator(part).boundingBox()));
  expect(head?.y).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? 0) - 1);
  expect(head?.y).toBeLessThan(120);
  await close();
});

test.each([
  [1440, 900],
  [1100, 800],
  [820, 900],
])("at %i px nothing of the timeline moves when the script takes over", async (width, height) => {
  const {page, close} = await visit("", {viewport: {width, height}, javaScriptEnabled: true});
  const shifts = await page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {sources?: {node: Node | null}[]})[])
            for (const {node} of entry.sources ?? [])
              if (node instanceof Element && node.closest("main")) moved.push(node.className.toString() || node.nodeName);
        }).observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(moved), 1500);
      }),
  );
  expect(shifts).toEqual([]);
  await close();
});

test.each(["", "en/"])("the bar of filters at %j stays on one line, whatever is chosen", async (path) => {
  const {page, close} = await visit(path);
  await live(page);
  for (const name of ["organization", "country", "topic", "type"]) {
    const select = page.locator(`[name=${name}]`);
    const options = await select
      .locator("option")
      .evaluateAll((all) => all.map((o) => [o.textContent, (o as HTMLOptionElement).value]));
    const [, longest = ""] = options.toSorted(([a], [b]) => (b?.length ?? 0) - (a?.length ?? 0))[0] ?? [];
    await select.selectOption(longest);
  }
  const tops = await page
    .locator(".filters > :not(.push)")
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map((box) => (box.top + box.bottom) / 2));
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(12);
  await close();
});
