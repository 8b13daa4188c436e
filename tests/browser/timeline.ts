import {type Page} from "playwright-core";

/** What a reader sees of a view: the address, both date fields, how many cards and marks. */
export async function state(page: Page) {
  return page.evaluate(() => ({
    query: decodeURIComponent(location.search),
    from: document.querySelector<HTMLInputElement>("[name=from]")?.value,
    to: document.querySelector<HTMLInputElement>("[name=to]")?.value,
    cards: document.querySelectorAll("#list [data-event]:not([hidden])").length,
    marks: document.querySelectorAll(".desk .score .ev").length,
  }));
}

/** Until zoom, list and address have come to rest. */
export const rest = (page: Page) => page.waitForTimeout(1100);

export async function live(page: Page): Promise<void> {
  await page.waitForSelector("letopis-timeline.live");
  await page.waitForFunction(() => (document.querySelector(".desk .score a, .phone .strip .ev")?.parentElement ?? null) !== null);
  await page.waitForTimeout(400);
}
