import {type BrowserContextOptions, type Page} from "playwright-core";
import {type TimelineData} from "../../src/timeline/item.ts";
import {type Visit} from "./page.ts";

/** Goes to a page of somebody else, with a line of text below the picture, that shows `data`; `url`: where the site is served. */
export async function goBare(page: Page, url: string, data: TimelineData): Promise<void> {
  await page.route("**/elsewhere/data.json", (route) => route.fulfill({json: data}));
  await page.route("**/elsewhere/page.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="${data.lang}"><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,">
<script type="module" src="${url}letopis-timeline.js"></script>
<letopis-timeline src="data.json"></letopis-timeline><p id="below">Below</p>`,
    }),
  );
  await page.goto(`${url}elsewhere/page.html`);
  await page.waitForSelector("letopis-timeline.live .score .lh");
  await page.waitForTimeout(500);
}

export async function bareWith(
  visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>,
  data: TimelineData,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const visited = await visit("404.html", options);
  await goBare(visited.page, visited.url, data);
  return visited;
}
