import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {scatter} from "../timeline/sample.ts";
import {bareWith} from "./dense.ts";
import {site} from "./page.ts";

const {visit} = site();

type Look = {lanes: number[]; below: number; density: string; moving: boolean; ghost: boolean};

/** Notes with every frame where the lanes and the page below stand. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const looks: Look[] = [];
    Object.assign(window, {looks});
    const look = () => {
      const svg = document.querySelector(".desk .score");
      looks.push({
        lanes: [...(svg?.querySelectorAll(".lane") ?? [])].map((l) => Number(l.getAttribute("y1"))),
        below: document.querySelector("#below")?.getBoundingClientRect().top ?? 0,
        density: svg?.getAttribute("data-density") ?? "",
        moving: Boolean(document.querySelector(".moving")),
        ghost: Boolean(document.querySelector("g.ghost")),
      });
      requestAnimationFrame(look);
    };
    look();
  });
const seen = (page: Page) => page.evaluate(() => (window as unknown as {looks: Look[]}).looks);

async function zoom(page: Page, times: number): Promise<Look[]> {
  const box = await page.locator(".desk .score").boundingBox();
  await page.mouse.move(700, (box?.y ?? 0) + 250);
  await watch(page);
  await page.keyboard.down("Control");
  for (let i = 0; i < times; i++) await page.mouse.wheel(0, -40);
  await page.keyboard.up("Control");
  await page.waitForTimeout(1200);
  return seen(page);
}

test("columns resolve into marks on zoom: lanes glide, columns fade, the page below stands still while the wheel turns", async () => {
  const {page, wrong, close} = await bareWith(visit, scatter(700, 2));
  const looks = await zoom(page, 16);
  expect(new Set(looks.map((l) => l.density))).toEqual(new Set(["bins", "marks"]));
  expect(looks.some((l) => l.ghost)).toBe(true);
  expect(looks.at(-1)?.ghost).toBe(false);
  const last = (l: Look | undefined) => l?.lanes.at(-1) ?? 0;
  const whole = Math.abs(last(looks.at(-1)) - last(looks[0]));
  expect(whole).toBeGreaterThan(50);
  const steps = looks.slice(1).map((l, i) => Math.abs(last(l) - last(looks[i])));
  expect(Math.max(...steps) / whole).toBeLessThan(0.6);
  expect(steps.filter((step) => step > 1).length).toBeGreaterThan(3);
  const turning = looks.filter((l) => l.moving);
  expect(turning.length).toBeGreaterThan(3);
  expect(new Set(turning.map((l) => l.below))).toEqual(new Set([looks[0]?.below]));
  // The canvas that drew the marks while they moved is gone.
  expect(await page.locator(".timeline canvas:visible").count()).toBe(0);
  expect(wrong).toEqual([]);
  await close();
});

test("with reduced motion lanes go at once, and the page below still waits for the wheel", async () => {
  const {page, close} = await bareWith(visit, scatter(100, 2), {reducedMotion: "reduce"});
  const looks = await zoom(page, 24);
  expect(looks[0]?.density).toBe("marks");
  expect(looks.at(-1)?.density).toBe("labels");
  expect(looks.some((l) => l.ghost)).toBe(false);
  const turning = looks.filter((l) => l.moving);
  expect(turning.length).toBeGreaterThan(1);
  expect(new Set(turning.map((l) => l.below))).toEqual(new Set([looks[0]?.below]));
  expect(looks.at(-1)?.below).not.toBe(looks[0]?.below);
  await close();
});
