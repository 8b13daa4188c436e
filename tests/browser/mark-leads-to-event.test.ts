import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();
const plan = "2011-12-14-plan";

test("a click on a mark brings its card, whose title opens the event", async () => {
  const {page, wrong, close} = await visit("");
  await page.locator(`svg.score a[data-id="${plan}"]`).click();
  const card = page.locator(`article[data-event="${plan}"]`);
  await expect
    .poll(() =>
      card.evaluate((node) => {
        const {top, bottom} = node.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      }),
    )
    .toBe(true);
  await card.getByRole("heading").getByRole("link").click();
  await page.waitForURL(`**/events/${plan}/`);
  expect(await page.getByRole("heading", {level: 1}).innerText()).toBe("Подписание очередного Плана по реализации Меморандума");
  expect(wrong).toEqual([]);
  await close();
});

test("without JavaScript a mark is a link to its event", async () => {
  const {page, close} = await visit("", {javaScriptEnabled: false});
  await page.locator(`svg.score a[data-id="${plan}"]`).click();
  await page.waitForURL(`**/events/${plan}/`);
  await close();
});

test("the language switch stays on the same thing", async () => {
  const {page, close} = await visit(`events/${plan}/`);
  await page.getByRole("link", {name: /English version/}).click();
  await page.waitForURL(`**/en/events/${plan}/`);
  await page.getByRole("link", {name: /Русская версия/}).click();
  await page.waitForURL(`**/chronicle/events/${plan}/`);
  await close();
});
