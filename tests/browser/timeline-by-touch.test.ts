import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {site} from "./page.ts";
import {live, rest, state} from "./timeline.ts";

const {visit} = site();
const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, reducedMotion: "reduce"} as const;
type Point = {x: number; y: number; id?: number};

/** Fingers on the glass, by the browser's own input. */
async function fingers(page: Page, steps: Point[][]): Promise<void> {
  const glass = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    glass.send("Input.dispatchTouchEvent", {type, touchPoints});
  await send("touchStart", steps[0] ?? []);
  for (const points of steps.slice(1)) {
    await send("touchMove", points);
    await page.waitForTimeout(30);
  }
  await send("touchEnd", []);
}
const line = (from: Point, to: Point, n = 8): Point[][] =>
  Array.from({length: n + 1}, (_, i) => [{x: from.x + ((to.x - from.x) * i) / n, y: from.y + ((to.y - from.y) * i) / n}]);

test("one finger sideways moves the window", async () => {
  const {page, wrong, close} = await visit("?from=2012-01-01&to=2015-01-01", phone);
  await live(page);
  const before = await state(page);
  const box = await page.locator(".phone .strip").boundingBox();
  const y = (box?.y ?? 0) + 60;
  await fingers(page, line({x: 300, y}, {x: 150, y: y + 4}));
  await rest(page);
  expect((await state(page)).query).not.toBe(before.query);
  expect(wrong).toEqual([]);
  await close();
});

test("two fingers zoom", async () => {
  const {page, close} = await visit("", phone);
  await live(page);
  const box = await page.locator(".phone .strip").boundingBox();
  const y = (box?.y ?? 0) + 60;
  await fingers(page, line({x: 200, y}, {x: 200, y}, 1));
  await page.waitForTimeout(500);
  await fingers(
    page,
    Array.from({length: 9}, (_, i) => [
      {x: 190 - i * 10, y, id: 0},
      {x: 230 + i * 10, y, id: 1},
    ]),
  );
  await rest(page);
  expect((await state(page)).query).toMatch(/from=.*to=/);
  await close();
});

test("one finger upwards scrolls the page and leaves the window", async () => {
  const {page, close} = await visit("?from=2012-01-01&to=2015-01-01", phone);
  await live(page);
  const before = await state(page);
  const box = await page.locator(".phone .strip").boundingBox();
  const y = (box?.y ?? 0) + 80;
  await fingers(page, line({x: 200, y}, {x: 203, y: y - 220}, 12));
  await rest(page);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(60);
  expect((await state(page)).query).toBe(before.query);
  await close();
});

test("a tap leads to the card", async () => {
  const {page, close} = await visit("", phone);
  await live(page);
  const head = await page.locator('.phone .ev[data-id="2008-09-memorandum"] .head').first().boundingBox();
  await page.touchscreen.tap((head?.x ?? 0) + 4, (head?.y ?? 0) + 4);
  await page.waitForTimeout(500);
  const box = await page.locator('article[data-event="2008-09-memorandum"]').boundingBox();
  expect(box && box.y >= 0 && box.y < 800).toBe(true);
  expect(await page.locator(".tip").isVisible()).toBe(false);
  await close();
});

const tablet = {viewport: {width: 1024, height: 800}, hasTouch: true, reducedMotion: "reduce"} as const;

test("a finger moves either handle of the brush", async () => {
  const {page, close} = await visit("", tablet);
  await live(page);
  await page.locator(".brush .strip").evaluate((strip) => strip.scrollIntoView({block: "center"}));
  const drag = async (name: string, by: number) => {
    const box = await page.getByRole("slider", {name}).boundingBox();
    const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    await fingers(page, line({x, y}, {x: x + by, y}));
    await rest(page);
    return state(page);
  };
  const whole = await state(page);
  const later = await drag("Начало периода", 160);
  expect(later.query).toMatch(/from=.*to=/);
  expect([(later.from ?? "") > (whole.from ?? ""), later.to]).toEqual([true, whole.to]);
  const shorter = await drag("Конец периода", -160);
  expect([shorter.from, (shorter.to ?? "") < (whole.to ?? "")]).toEqual([later.from, true]);
  await close();
});

test("a tap on a lane's name filters by it; a tap outside puts the light out", async () => {
  const {page, close} = await visit("", tablet);
  await live(page);
  const name = await page.locator('.lh[data-lane="iom"] .ln').first().boundingBox();
  await page.touchscreen.tap((name?.x ?? 0) + 8, (name?.y ?? 0) + 8);
  await rest(page);
  expect((await state(page)).query).toBe("?with=iom");
  await page.locator('.score .ev[data-id="2008-09-memorandum"]').first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.locator(".lighting").count()).toBe(1);
  await page.touchscreen.tap(500, 80);
  await page.waitForSelector(".lighting", {state: "detached"});
  await close();
});

test("at 320 px nothing is wider than the screen", async () => {
  const {page, close} = await visit("", {...phone, viewport: {width: 320, height: 700}});
  await live(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await close();
});

test("an organisation is chosen in the bar, where the small score has no heads of lanes to tap", async () => {
  const {page, wrong, close} = await visit("", phone);
  await live(page);
  const before = await state(page);
  await page.locator("[name=organization]").selectOption("csto");
  await rest(page);
  const after = await state(page);
  expect([after.query, after.cards > 0, after.cards < before.cards]).toEqual(["?organization=csto", true, true]);
  expect(wrong).toEqual([]);
  await close();
});
