// The search page over a made-up archive: from the address with words in it to the first result on screen, and what that loads.
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Browser} from "playwright-core";
import {serve} from "../../src/cli/serve.ts";
import {launch} from "../browser/browser.ts";
import {buildSite} from "../site/site.ts";
import {writeContent} from "./generate.ts";
import {median, type Options, type Section} from "./measure.ts";

export const name = "search";

/** A name, a word in a case form, two words, and an organisation by a name the texts do not use. */
const questions = ["Санкт-Петербург", "меморандума", "незаконной миграции", "CSTO"];

type Answer = {first: number; typed: number; held: number; bytes: number; results: string};

/** Sizes are documents, by default 1000. */
export async function run({sizes, seed, rounds}: Options): Promise<Section[]> {
  const rows: Section["rows"] = [];
  for (const size of sizes.length ? sizes : [1000]) {
    const folder = mkdtempSync(join(tmpdir(), "letopis-bench-"));
    try {
      const content = join(folder, "content");
      const out = join(folder, "dist");
      writeContent(content, size, seed);
      await buildSite(content, out);
      const pages = readdirSync(join(out, "pagefind/fragment")).length;
      const {url, close} = await serve(out);
      const browser = await launch();
      for (const question of questions) {
        const answers: Answer[] = [];
        for (let round = 0; round < rounds; round++) answers.push(await ask(browser, url, question));
        const middle = (of: "first" | "typed" | "held" | "bytes") => median(answers.map((a) => a[of]));
        const figures = [middle("first"), middle("typed"), middle("held"), middle("bytes") / 1000];
        rows.push([pages, question, ...figures, answers[0]?.results ?? ""]);
      }
      await browser.close();
      await close();
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }
  return [
    {
      title: "Search",
      note: "From opening the search page with the words in its address to the first result, nothing cached; from the last key to the first result once the index is there (120 ms of it are the wait for a next key); the longest that the page does not answer meanwhile; and what the search has loaded: engine, index and the first results.",
      head: ["pages", "words", "opened, ms", "typed, ms", "held up, ms", "loaded, kB", "results"],
      rows,
    },
  ];
}

async function ask(browser: Browser, url: string, words: string): Promise<Answer> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, locale: "ru"});
  const page = await context.newPage();
  const loads: Promise<number>[] = [];
  // As they came over the wire: the preview packs text as hosts do.
  page.on("requestfinished", (request) => {
    if (request.url().includes("/pagefind/")) loads.push(request.sizes().then(({responseBodySize}) => responseBodySize));
  });
  const found = () => page.waitForSelector(".search-results li");
  await page.goto(`${url}search/?q=${encodeURIComponent(words)}`, {waitUntil: "commit"});
  await found();
  const first = await page.evaluate(() => performance.now());
  const bytes = (await Promise.all(loads)).reduce((sum, size) => sum + size, 0);
  const results = (await page.textContent(".search-state")) ?? "";
  await page.fill("[data-search] input", "");
  await page.waitForSelector(".search-results li", {state: "detached"});
  const start = await page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>("[data-search] input");
    const start = performance.now();
    if (input) input.value = text;
    input?.dispatchEvent(new Event("input", {bubbles: true}));
    return start;
  }, words);
  await found();
  const typed = (await page.evaluate(() => performance.now())) - start;
  const held = await page.evaluate(longestTask);
  await context.close();
  return {first, typed, held, bytes, results};
}

/** ms of the longest task of the page so far; tasks below 50 ms do not count. */
async function longestTask(): Promise<number> {
  const {promise, resolve} = Promise.withResolvers<number>();
  const of = (list: PerformanceObserverEntryList) => Math.max(0, ...list.getEntries().map(({duration}) => duration));
  new PerformanceObserver((list) => {
    resolve(of(list));
  }).observe({type: "longtask", buffered: true});
  setTimeout(resolve, 100, 0);
  return promise;
}
