import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();

test("the search of a large archive is its worker's work, which the policy lets it start, and nothing else", async () => {
  const {page, url, wrong, close} = await visit("");
  // The fixture is a small archive: its page is told it were a large one.
  await page.route("**/search/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: (await response.text()).replace("data-search=", "data-worker data-search=")});
  });
  await page.goto(`${url}search/?q=${encodeURIComponent("меморандумы")}`);
  const results = page.locator(".search-results li");
  await results.first().waitFor();
  expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(["/chronicle/pagefind/pagefind-worker.js"]);
  const inWorker = await results.allInnerTexts();
  expect(wrong).toEqual([]);

  const refused = await page.evaluate(
    (address) =>
      [() => new Worker(address), () => (document.body.innerHTML = "<p></p>")].map((attempt) => {
        try {
          attempt();
          return "";
        } catch (error) {
          return String(error);
        }
      }),
    new URL("letopis-timeline.js", url).href,
  );
  expect(refused).toEqual([expect.stringContaining("TrustedScriptURL"), expect.stringContaining("TrustedHTML")]);
  await close();

  const small = await visit(`search/?q=${encodeURIComponent("меморандумы")}`);
  await small.page.locator(".search-results li").first().waitFor();
  expect(small.page.workers()).toEqual([]);
  expect(await small.page.locator(".search-results li").allInnerTexts()).toEqual(inWorker);
  await small.close();
});
