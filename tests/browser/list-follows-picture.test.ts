import {type Server} from "node:http";
import {type Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {matcher} from "../../src/timeline/filter.ts";
import {type TimelineData} from "../../src/timeline/item.ts";
import {shownItems} from "../../src/timeline/table.ts";
import {stage} from "../../src/timeline/stage.ts";
import {decodeView} from "../../src/timeline/url.ts";
import {launch} from "./browser.ts";
import {large, serveLarge} from "./tiled.ts";

let data: TimelineData;
let url = "";
let server: Server;
let browser: Browser;

beforeAll(async () => {
  const set = large(700, 6);
  data = {...set.data, items: set.items, tiles: undefined};
  [{url, server}, browser] = await Promise.all([serveLarge({...set, data}), launch()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test("of 700 events the list has those of the picture, and says that nothing is found only when it is so", async () => {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  await page.goto(url);
  await page.waitForSelector("letopis-timeline.live");
  for (const view of ["", "from=2003-01-01&to=2003-04-01", "from=2021-05-01&to=2021-05-08", "type=strategy", "q=qqqq"]) {
    await page.locator("letopis-timeline").evaluate((e, value) => e.setAttribute("view", value), view);
    await page.waitForTimeout(900);
    const {window, filters} = decodeView(view);
    const expected = shownItems(stage(data, {by: "organizations", filters}), window).map(({id}) => id);
    if (!window) expect(expected).toHaveLength(data.items.filter(matcher(filters, data, ({lanes}) => lanes)).length);
    const cards = await page
      .locator("#list .card:not([hidden])")
      .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.event));
    expect([view, [...cards].sort()]).toEqual([view, expected.sort()]);
    expect([view, await page.locator(".nothing").count()]).toEqual([view, expected.length ? 0 : 1]);
  }
  await page.close();
});
