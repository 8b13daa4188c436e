import {type Server} from "node:http";
import {brotliCompressSync, constants} from "node:zlib";
import {type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {extentOf} from "../../src/timeline/extent.ts";
import {launch} from "./browser.ts";
import {type Large, large, serveLarge} from "./tiled.ts";

let set: Large;
let url = "";
let scripts: string[] = [];
let server: Server;
let browser: Browser;

beforeAll(async () => {
  set = large(10_000, 3);
  [{url, scripts, server}, browser] = await Promise.all([serveLarge(set), launch()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Bytes of a tile as a server sends it. */
const sent = (name: string) =>
  brotliCompressSync(set.tiles.get(name) ?? "", {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}).length;

type Visit = {page: Page; asked: string[]; wrong: string[]; close: () => Promise<void>};

/** Opens the page; `asked` are the tiles it has asked for, in order. */
async function open(prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<Visit> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => request.url().includes("/tiles/") && asked.push(request.url().split("/").at(-1) ?? ""));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await prepare(page);
  await page.goto(url);
  await page.waitForSelector("letopis-timeline.live");
  await rest(page);
  return {page, asked, wrong, close: () => page.close()};
}

const rest = async (page: Page) => {
  await page.waitForTimeout(500);
  await page.waitForFunction(
    () =>
      performance.now() -
        Math.max(0, ...performance.getEntriesByType("resource").map((r) => (r as PerformanceResourceTiming).responseEnd)) >
      350,
  );
};
const density = (page: Page) => page.locator(".desk svg.surface").getAttribute("data-density");
const said = async (page: Page) => (await page.locator("letopis-timeline > [aria-live]").textContent()) ?? "";
const view = async (page: Page, text: string) => {
  await page.locator("letopis-timeline").evaluate((e, value) => e.setAttribute("view", value), text);
  await rest(page);
};

async function wheel(page: Page, by: number): Promise<void> {
  await page.mouse.move(520, 300);
  await page.keyboard.down("Control");
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, by);
  await page.keyboard.up("Control");
  await rest(page);
}

test("the whole period comes as columns in a few small files, the wheel resolves it into marks and labels", async () => {
  const {page, asked, wrong, close} = await open();
  expect(await density(page)).toBe("bins");
  expect(await page.locator(".desk .score .col").count()).toBeGreaterThan(8);
  expect(await page.locator(".desk .score .set").count()).toBe(8);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(asked.reduce((sum, name) => sum + sent(name), 0)).toBeLessThan(60_000);
  const seen: (string | null)[] = [];
  for (let k = 0; k < 14 && seen.at(-1) !== "labels"; k++) {
    const before = asked.length;
    await wheel(page, -120);
    seen.push(await density(page));
    expect(asked.slice(before).reduce((sum, name) => sum + sent(name), 0)).toBeLessThan(40_000);
  }
  expect([...new Set(seen)]).toEqual(["bins", "marks", "labels"]);
  expect(new Set(asked).size).toBe(asked.length);
  await page.waitForSelector(".desk .score .lab");
  // The cards are those of the marks, and lead to their pages.
  const heads = await page
    .locator(".desk .score .marks .ev")
    .evaluateAll((all) => all.map((e) => (e as SVGElement).dataset.id).sort());
  const cards = await page
    .locator("#list .card:not([hidden])")
    .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.event).sort());
  expect(cards).toEqual(heads);
  expect(await page.locator("#list .card .title a").first().getAttribute("href")).toMatch(/^\/events\/\d+\/$/);
  expect(wrong).toEqual([]);
  await wheel(page, 4000);
  expect(await density(page)).toBe("bins");
  await close();
}, 60_000);

test.each([
  ["type=meeting", (item) => item.type === "meeting"],
  ["status=planned", (item) => item.status === "planned"],
  ["country=BY", (item) => item.countries.includes("BY")],
  ["topic=drugs", (item) => item.topics.includes("drugs")],
] as [string, (item: Large["items"][number]) => boolean][])(
  "%s is counted without an event being loaded",
  async (query, matches) => {
    const {page, asked, wrong, close} = await open();
    const before = asked.length;
    await view(page, query);
    const found = set.items.filter(matches);
    const undated = found.filter((item) => !extentOf(item)).length;
    const number = (n: number) => (n < 10000 ? String(n) : n.toLocaleString("en"));
    expect(await said(page)).toContain(`${number(found.length - undated)} event`);
    expect(await said(page)).toContain(`${number(undated)} undated`);
    expect(asked.length - before).toBeLessThanOrEqual(4);
    expect(await density(page)).toBe("bins");
    expect(wrong).toEqual([]);
    await close();
  },
);

test("a list that cannot hold all says so, and leads to them", async () => {
  const {page, close} = await open();
  await view(page, "from=2021-01-01&to=2022-01-01");
  await page.waitForSelector(".window-note:not([hidden])");
  expect(await page.locator(".window-note").innerText()).toMatch(/^The most important: \d+ of \d+\. All of 2021$/);
  expect(await page.locator(".window-note a").getAttribute("href")).toBe("years/2021/");
  expect(await page.locator("#list .card:not([hidden])").count()).toBeGreaterThan(10);
  expect(await page.locator(".nothing").count()).toBe(0);
  await view(page, "q=qqqq&from=2021-05-03&to=2021-05-05");
  await page.waitForSelector(".nothing");
  await close();
});

test("a tile that fails shows as missing, and comes when it is asked for again", async () => {
  let broken = true;
  const {page, close} = await open((page) =>
    page.route("**/tiles/*", (route) =>
      broken && !route.request().url().includes("manifest") ? route.fulfill({status: 503}) : route.continue(),
    ),
  );
  expect(await page.locator(".desk .score .missing").count()).toBeGreaterThan(0);
  expect(await page.locator(".not-loaded").innerText()).toContain("Some data did not load.");
  expect(await page.locator(".desk .score .col").count()).toBe(0);
  broken = false;
  await page.locator(".not-loaded button").click();
  await rest(page);
  expect(await page.locator(".desk .score .missing").count()).toBe(0);
  expect(await page.locator(".not-loaded").isHidden()).toBe(true);
  expect(await page.locator(".desk .score .col").count()).toBeGreaterThan(8);
  await close();
});

test("a manifest that fails leaves the page as it is, says so, and is asked for again", async () => {
  let broken = true;
  const page = await browser.newPage();
  await page.route("**/tiles/*", (route) => (broken ? route.abort() : route.continue()));
  await page.goto(url);
  await page.waitForSelector(".not-loaded button");
  broken = false;
  await page.locator(".not-loaded button").click();
  await page.waitForSelector("letopis-timeline.live");
  expect(await page.locator(".not-loaded").isHidden()).toBe(true);
  await page.close();
});

test("what fetches tiles is a script of its own", () => {
  expect(scripts.filter((name) => name.includes("remote"))).toHaveLength(1);
});
