// Screens of the built site, numbered as those of the design: node tests/browser/screens.ts FOLDER [--beside FOLDER]
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {basePath, outFolder} from "../../src/cli/site.ts";
import {serve} from "../../src/cli/serve.ts";
import {scatter} from "../timeline/sample.ts";
import {launch} from "./browser.ts";
import {goBare} from "./dense.ts";

/** A screen: where, how large, and what is done before it is taken. */
type Screen = {
  name: string;
  /** The design's picture, where its name is another. */
  beside?: string;
  path: string;
  height: number;
  options?: BrowserContextOptions;
  prepare?: (page: Page) => Promise<unknown>;
};

const card = (page: Page) => page.locator("#list .card").nth(4).scrollIntoViewIfNeeded();

async function zoom(page: Page): Promise<void> {
  const score = page.locator("figure.desk svg.score");
  const box = await score.boundingBox();
  if (!box) throw new Error("the home page has no picture");
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.4);
  await page.keyboard.down("Control");
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, -60);
  await page.keyboard.up("Control");
  await page.waitForTimeout(1200);
  await score.locator("[data-id]").first().hover({force: true});
}

const dense = (count: number) => (page: Page) => goBare(page, page.url(), scatter(count, 1));

const first = async (folder: string, part: RegExp) => {
  const found = (await readdir(join(outFolder, folder))).sort().find((name) => part.test(name));
  if (found === undefined) throw new Error(`${folder}/ has no page like ${String(part)}`);
  return `${folder}/${found}/`;
};

const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};

const screens: Screen[] = [
  {name: "01-home", path: "", height: 900},
  {name: "02-reading", path: "", height: 900, prepare: card},
  {name: "03-zoom-tooltip", path: "", height: 900, prepare: zoom},
  {name: "04-dark", path: "", height: 900, options: {colorScheme: "dark"}},
  {name: "05-phone", path: "", height: 844, options: phone},
  {name: "05-phone-reading", beside: "05-phone", path: "", height: 844, options: phone, prepare: card},
  {name: "05-phone-dark", beside: "05-phone", path: "", height: 844, options: {...phone, colorScheme: "dark"}, prepare: card},
  {name: "06-dense-300", path: "", height: 900, prepare: dense(300)},
  {name: "07-dense-10000", path: "", height: 900, prepare: dense(10_000)},
  {name: "08-document", path: await first("documents", /^[^.]+$/), height: 1390},
  {name: "09-event", path: await first("events", /^\d{4}-\d\d-\d\d-/), height: 1056},
  {name: "10-who-with-whom", path: "together/", height: 800},
  {
    name: "11-mark-grammar",
    path: "method/",
    height: 1500,
    prepare: (page) =>
      page.locator("#marks").evaluate((section) => {
        section.scrollIntoView();
      }),
  },
];

async function take(browser: Browser, url: string, {path, height, options, prepare}: Screen): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: {width: 1440, height},
    colorScheme: "light",
    reducedMotion: "reduce",
    ...options,
  });
  await page.goto(url + path);
  await page.evaluate(() => document.fonts.ready);
  await prepare?.(page);
  await page.waitForTimeout(1000);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** Two pictures in one, the design's on the left. */
async function beside(browser: Browser, theirs: Buffer, own: Buffer): Promise<Buffer> {
  const page = await browser.newPage({viewport: {width: 1840, height: 400}});
  const picture = (bytes: Buffer) => `<img src="data:image/png;base64,${bytes.toString("base64")}" style="max-width: 910px">`;
  await page.setContent(
    `<body style="display: flex; gap: 10px; margin: 5px; align-items: start; background: #888">${picture(theirs)}${picture(own)}`,
  );
  const both = await page.screenshot({fullPage: true});
  await page.close();
  return both;
}

const {values, positionals} = parseArgs({options: {beside: {type: "string"}}, allowPositionals: true});
const [folder = "screens"] = positionals;
await mkdir(folder, {recursive: true});
const server = await serve(outFolder, {base: basePath()});
const browser = await launch();
for (const screen of screens) {
  const own = await take(browser, server.url, screen);
  const picture = values.beside
    ? await beside(browser, await readFile(join(values.beside, `${screen.beside ?? screen.name}.png`)), own)
    : own;
  await writeFile(join(folder, `${screen.name}.png`), picture);
}
await browser.close();
await server.close();
console.log(`${screens.length} screens stand in ${folder}`);
