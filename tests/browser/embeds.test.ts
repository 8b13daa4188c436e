import {createServer, type Server} from "node:http";
import {type AddressInfo} from "node:net";
import {afterAll, beforeAll, expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();

/** A site of somebody else: another name, another port, one page. */
let other: Server;
let address = "";
let body = "";
beforeAll(async () => {
  other = createServer((_, response) => response.writeHead(200, {"content-type": "text/html"}).end(body));
  await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/page.html`;
});
afterAll(() => {
  other.close();
  other.closeAllConnections();
});

const page = (inside: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>
<link rel="icon" href="data:,">${inside}`;
/** Without style sheet or markup of ours, its classes named as ours are. */
const bare = (base: string, attributes: string) =>
  page(`<style>p { color: rgb(1, 2, 3) }</style><script type="module" src="${base}letopis-timeline.js"></script>
<p class="legend">Before</p><letopis-timeline ${attributes}></letopis-timeline>`);

const framed = (...addresses: string[]) =>
  page(addresses.map((src) => `<iframe title="Timeline" width="1000" height="600" src="${src}"></iframe>`).join(""));

async function open(html: (url: string) => string) {
  const visited = await visit("404.html");
  body = html(visited.url);
  await visited.page.goto(address);
  // That this page is not ours is the point.
  const wrong = () => visited.wrong.filter((words) => !words.endsWith(address));
  return {...visited, wrong};
}

test("one line shows a site's events on a page of another site", async () => {
  const {page, wrong, close} = await open((url) => bare(url, `src="${url}en/events.json"`));
  await page.waitForSelector("letopis-timeline.live .score .ev");
  await page.waitForTimeout(500);
  expect(await page.locator(".desk .score .marks .ev").count()).toBeGreaterThan(5);
  expect(await page.locator(".desk .score .lh").count()).toBe(5);
  expect(await page.locator(".desk .score .lab").count()).toBeGreaterThan(3);
  // With its own fonts the labels are as wide as they were laid out.
  const families = () => [...document.fonts].filter(({status}) => status === "loaded").map(({family}) => family);
  expect(await page.evaluate(families)).toContain('"Source Sans 3"');
  expect(wrong()).toEqual([]);
  // Our rules stay inside, and those of the page outside.
  expect(await page.locator("body > p.legend").evaluate((p) => [getComputedStyle(p).display, getComputedStyle(p).color])).toEqual(
    ["block", "rgb(1, 2, 3)"],
  );
  const head = page.locator('.score [data-lane="csto"] .head');
  expect(await head.evaluate((h) => getComputedStyle(h).fill)).toBe("rgb(138, 31, 26)");
  await close();
});

test("the view of a bare element is what its attribute says, and follows it", async () => {
  const {page, close} = await open((url) =>
    bare(url, `src="${url}events.json" view="from=2011-07&amp;to=2013&amp;with=cis,iom"`),
  );
  await page.waitForSelector("letopis-timeline.live .score .ev");
  await page.waitForTimeout(500);
  const marks = () =>
    page.locator(".desk .score .marks .ev").evaluateAll((all) => all.map((e) => (e as SVGElement).dataset.id).sort());
  expect(await marks()).toEqual(["2011-12-14-plan", "2012-2013-plan"]);
  await page.locator("letopis-timeline").evaluate((e) => e.setAttribute("view", "from=2015-07&to=2015"));
  await page.waitForTimeout(900);
  expect(await marks()).toContain("2015-10-27-vstrecha");
  await close();
});

test("a bare element has buttons of zoom, the period's fields and a legend, all in the data's language", async () => {
  // A host may forbid that markup is made of text; ours is made of nodes.
  const strict = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'">`;
  const {page, wrong, close} = await open((url) =>
    bare(url, `src="${url}en/events.json"`).replace("<style>", `${strict}<style>`),
  );
  await page.waitForSelector("letopis-timeline.live .score .ev");
  await page.waitForTimeout(500);
  const period = () => Promise.all(["from", "to"].map((name) => page.locator(`[name=${name}]`).inputValue()));
  const [from, to] = (await period()).map(Number);
  await page.getByRole("button", {name: "Zoom in"}).click();
  await page.waitForTimeout(900);
  expect((await period()).map((text) => Number(text.slice(0, 4)))[0]).toBeGreaterThan(from ?? 0);
  await page.getByRole("textbox", {name: "Start of the period"}).fill("2014");
  await page.keyboard.press("Tab");
  await page.waitForTimeout(900);
  expect((await period())[0]).toBe("2014");
  await page.getByRole("button", {name: "Whole period"}).click();
  await page.waitForTimeout(900);
  expect((await period()).map(Number)).toEqual([from, to]);
  expect(await page.getByRole("button", {name: "Zoom out"}).isDisabled()).toBe(true);
  expect(await page.locator(".legend svg path").count()).toBeGreaterThan(7);
  expect(wrong()).toEqual([]);
  await close();
});

test.each([
  ["a file of another kind", "site.webmanifest"],
  ["TimelineJS's own", "timeline.json"],
])("%s is refused in words", async (_, file) => {
  // Of the site itself: what others may not read, they cannot read wrongly.
  const {page, url, close} = await visit("404.html");
  const body = bare(url, `src="${url}${file}"`);
  await page.route("**/elsewhere/page.html", (route) => route.fulfill({contentType: "text/html", body}));
  await page.goto(`${url}elsewhere/page.html`);
  await page.waitForSelector(".broken");
  expect(await page.locator(".broken").innerText()).toContain("not a Letopis data file");
  await close();
});

test("the embed page stands in a frame of another site, with the view of its address; no other page does", async () => {
  const {page, wrong, close} = await open((base) =>
    framed(`${base}embed/?from=2015-07-01&amp;to=2016-01-01`, `${base}en/embed/`, base),
  );
  const [own, english, home] = page.frames().slice(1);
  for (const frame of [own, english]) await frame?.waitForSelector("letopis-timeline.live .score .ev");
  expect(await own?.locator("[name=from]").inputValue()).toBe("2015-07");
  expect(await home?.locator("letopis-timeline").count()).toBe(0);
  expect(wrong()).toEqual([expect.stringMatching(/^Framing .* violates .*"frame-ancestors 'self'"/)]);
  await close();
});

test("the embed page shows the view in its address, without the site around it", async () => {
  const {page, wrong, close} = await visit("embed/?from=2015-07-01&to=2016-01-01");
  await page.waitForSelector("letopis-timeline.live");
  expect(await page.locator("[name=from]").inputValue()).toBe("2015-07");
  expect(await page.locator("header, footer").count()).toBe(0);
  expect(wrong).toEqual([]);
  await close();
});
