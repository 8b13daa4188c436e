import {expect, test} from "vitest";
import {site} from "./page.ts";
import {live, rest, state} from "./timeline.ts";

const {visit} = site();
const active = () =>
  document.activeElement?.getAttribute("data-id") ??
  document.activeElement?.getAttribute("data-lane") ??
  document.activeElement?.className ??
  "";

test("one tab stop among the marks; arrows walk in time, up and down between lanes; Enter leads to the card", async () => {
  const {page, wrong, close} = await visit("", {reducedMotion: "reduce"});
  await live(page);
  expect(await page.locator('.score .ev[tabindex="0"]').count()).toBe(1);
  await page.locator('.score .ev[tabindex="0"]').focus();
  const walk: string[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home", "ArrowDown"]) {
    await page.keyboard.press(key);
    walk.push(String(await page.evaluate(active)));
  }
  expect(walk.slice(0, 3)).toEqual(["2011-12-14-plan", "2012-2013-plan", "2011-12-14-plan"]);
  expect(walk[4]).toBe("2008-09-memorandum");
  expect(new Set(walk).size).toBeGreaterThan(3);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.activeElement?.closest("[data-event]")?.getAttribute("data-event"))).toBe(
    "2008-09-memorandum",
  );
  expect(wrong).toEqual([]);
  await close();
});

test("Tab goes from the controls to a lane and to a mark, and never rests on the picture as a whole", async () => {
  const {page, close} = await visit("", {reducedMotion: "reduce"});
  await live(page);
  await page.locator("summary").first().focus();
  const seen: string[] = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("Tab");
    seen.push(String(await page.evaluate(() => document.activeElement?.getAttribute("class") ?? "")));
  }
  expect(seen.filter((name) => /\bscore\b/.test(name))).toEqual([]);
  expect(seen.some((name) => /\bev\b/.test(name))).toBe(true);
  await close();
});

test("+, −, 0 and Shift with arrows change the window, and the place is kept", async () => {
  const {page, close} = await visit("", {reducedMotion: "reduce"});
  await live(page);
  await page.locator('.score .ev[tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("+");
  await rest(page);
  const zoomed = await state(page);
  expect(zoomed.query).toContain("from=");
  expect(await page.evaluate(active)).toBe("2011-12-14-plan");
  await page.keyboard.press("Shift+ArrowRight");
  await rest(page);
  expect((await state(page)).query).not.toBe(zoomed.query);
  await page.keyboard.press("0");
  await rest(page);
  expect((await state(page)).query).toBe("");
  await close();
});

test("focus shows the tooltip, Escape leaves it", async () => {
  const {page, close} = await visit("", {reducedMotion: "reduce"});
  await live(page);
  await page.locator('.score .ev[tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".tip").waitFor({state: "visible"});
  await page.keyboard.press("Escape");
  expect(await page.locator(".tip").isHidden()).toBe(true);
  await close();
});

test("Space on a lane filters it", async () => {
  const {page, close} = await visit("", {reducedMotion: "reduce"});
  await live(page);
  await page.locator('.lh[tabindex="0"]').focus();
  await page.keyboard.press("ArrowDown");
  const lane = String(await page.evaluate(active));
  await page.keyboard.press("Space");
  await rest(page);
  expect((await state(page)).query).toBe(`?with=${lane}`);
  await close();
});

test("the handles of the brush are sliders", async () => {
  const {page, close} = await visit("", {reducedMotion: "reduce"});
  await live(page);
  const start = page.getByRole("slider", {name: "Начало периода"});
  expect(await start.getAttribute("aria-valuetext")).toBe("2008");
  await start.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  await rest(page);
  const after = await state(page);
  expect(after.query).toContain("from=");
  expect(await start.getAttribute("aria-valuetext")).toBe(after.from);
  const box = await start.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(44);
  await close();
});
