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
