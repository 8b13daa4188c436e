import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();
const path = "stories/plan/";

/** Scrolls a step to the upper part of the window; until the picture rests. */
const read = async (page: Page, step: number) => {
  await page.evaluate((i) => {
    const box = document.querySelectorAll("[data-view]")[i]?.getBoundingClientRect();
    scrollTo({top: scrollY + (box?.top ?? 0) - 100, behavior: "instant"});
  }, step);
  await page.waitForTimeout(900);
};
const picture = (page: Page) =>
  page.evaluate(() => ({
    years: [...document.querySelectorAll(".rail .score .axis text")].map((t) => t.textContent),
    clear: [...document.querySelectorAll<SVGElement>(".rail .score .marks .ev:not(.dim)")].map((e) => e.dataset.id).sort(),
    top: document.querySelector(".rail letopis-timeline")?.getBoundingClientRect().top ?? 0,
    own: getComputedStyle(document.querySelector(".step figure") as Element).visibility,
  }));

test("scrolling moves the picture beside the text, and the step's events stand out", async () => {
  const {page, wrong, close} = await visit(path);
  await page.waitForSelector(".rail .live");
  await read(page, 0);
  const first = await picture(page);
  expect(first.clear).toEqual(["2011-12-14-plan", "2012-2013-plan"]);
  expect(first.own).toBe("hidden");
  await read(page, 1);
  const second = await picture(page);
  expect(second.clear).toEqual(["2015-10-27-vstrecha"]);
  expect(second.years).not.toEqual(first.years);
  expect(second.top).toBeGreaterThan(0);
  expect(second.top).toBeLessThan(400);
  await read(page, 0);
  expect((await picture(page)).years).toEqual(first.years);
  expect(wrong).toEqual([]);
  await close();
});

test("pointing at a sentence's number leaves only its event clear", async () => {
  const {page, close} = await visit(path);
  await page.waitForSelector(".rail .live");
  await read(page, 0);
  await page.locator('.step a.rest[data-event="2012-2013-plan"]').hover();
  await page.waitForTimeout(300);
  expect((await picture(page)).clear).toEqual(["2012-2013-plan"]);
  await close();
});

test("nothing moves below when the picture comes alive", async () => {
  const {page, close} = await visit(path);
  await page.waitForSelector(".rail .live");
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const live = await height();
  const still = await visit(path, {javaScriptEnabled: false});
  expect(Math.abs((await still.page.locator("body").evaluate(() => document.documentElement.scrollHeight)) - live)).toBeLessThan(
    2,
  );
  await still.close();
  await close();
});

test.each([
  [1440, ".broad svg"],
  [390, ".narrow svg"],
])("without JavaScript, at %d px, each step has its own picture, and each sentence leads to its events", async (width, svg) => {
  const {page, wrong, close} = await visit(path, {javaScriptEnabled: false, viewport: {width, height: 900}});
  expect(await page.locator(`.step ${svg}:visible`).count()).toBe(2);
  expect(await page.locator(".rail").isVisible()).toBe(false);
  expect(await page.locator(".words a.rest").count()).toBe(4);
  await page.locator('.words a.rest[data-event="2015-10-27-vstrecha"]').click();
  expect(page.url()).toContain("events/2015-10-27-vstrecha/");
  expect(wrong).toEqual([]);
  await close();
});

test("on paper each step has its picture, whether a script ran or not", async () => {
  const {page, close} = await visit(path);
  await page.waitForSelector(".rail .live");
  await page.emulateMedia({media: "print"});
  expect(await page.locator(".step .broad svg:visible").count()).toBe(2);
  expect(await page.locator(".rail").isVisible()).toBe(false);
  await close();
});

test("the home page leads to the story, the story to its view", async () => {
  const {page, close} = await visit("");
  await page.locator(".hero .dek a").click();
  expect(page.url()).toContain(path);
  await page.getByRole("link", {name: "Этот вид на ленте"}).first().click();
  await page.waitForSelector("letopis-timeline.live");
  expect(await page.locator("[name=from]").inputValue()).toBe("2011-07");
  expect(await page.locator("[name=to]").inputValue()).toBe("2013");
  await close();
});
