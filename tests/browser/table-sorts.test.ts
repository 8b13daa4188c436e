import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();
const ofRows = `[...document.querySelectorAll(".events-table tbody tr")]`;

test("the table of events is a plain table without JavaScript, in order of time", async () => {
  const {page, wrong, close} = await visit("table/", {javaScriptEnabled: false});
  expect(await page.getByRole("columnheader").allInnerTexts()).toEqual([
    "Когда",
    "Событие",
    "Участники",
    "Страны",
    "Вид",
    "Статус",
    "Источник",
  ]);
  expect(await page.getByRole("rowheader").count()).toBe(9);
  expect(await page.getByRole("rowheader").first().innerText()).toBe("Подписание Меморандума о сотрудничестве");
  expect(await page.getByRole("button").count()).toBe(0);
  expect(wrong).toEqual([]);
  await close();
});

test("a heading sorts its column up, then down, by keyboard as by mouse, and says so", async () => {
  const {page, wrong, close} = await visit("table/");
  const titles = () => page.evaluate(`${ofRows}.map((row) => row.cells[1].textContent.trim())`) as Promise<string[]>;
  const sorted = [...(await titles())].sort(new Intl.Collator("ru", {numeric: true}).compare);
  const head = page.getByRole("columnheader", {name: "Событие"});
  await head.getByRole("button").click();
  expect(await titles()).toEqual(sorted);
  expect(await head.getAttribute("aria-sort")).toBe("ascending");
  await page.keyboard.press("Enter");
  expect(await titles()).toEqual(sorted.toReversed());
  expect(await head.getAttribute("aria-sort")).toBe("descending");
  expect(await page.locator("th[aria-sort]").count()).toBe(1);
  expect(wrong).toEqual([]);
  await close();
});

test("the table shows the view it was come to with, says so, and leads back", async () => {
  const {page, wrong, close} = await visit("?organization=cis");
  await page.waitForSelector("letopis-timeline.live");
  const onTimeline = await page
    .locator("#list [data-event]:not([hidden])")
    .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.event));
  await page.locator(".list-link a").click();
  await page.waitForSelector("[data-viewed]:not([hidden])");
  expect(new URL(page.url()).search).toBe("?organization=cis");
  const rows = page.locator("tr[data-event]:not([hidden])");
  expect(await rows.evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.event))).toEqual(onTimeline);
  expect(onTimeline).toHaveLength(3);
  expect(await page.locator("caption").innerText()).toContain("3 из 9");
  await page.getByRole("link", {name: "Все события"}).click();
  await page.waitForURL((url) => url.search === "");
  expect(await rows.count()).toBe(9);
  await page.goto(`${page.url()}?from=2008&to=2009`);
  await page.getByRole("link", {name: "На ленте"}).click();
  await page.waitForURL((url) => url.search === "?from=2008-01-01&to=2010-01-01");
  expect(wrong).toEqual([]);
  await close();
});

test("without JavaScript the table stays whole", async () => {
  const {page, close} = await visit("table/?organization=cis", {javaScriptEnabled: false});
  expect(await page.locator("tr[data-event]:visible").count()).toBe(9);
  await close();
});
