import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();

test("without JavaScript the picture, the list and the way from event to source are there", async () => {
  const {page, wrong, close} = await visit("", {javaScriptEnabled: false});
  expect(await page.locator("svg.score a").count()).toBeGreaterThan(5);
  expect(await page.locator("article.card").count()).toBe(9);
  await page.getByRole("link", {name: "Подписание очередного Плана по реализации Меморандума", exact: true}).first().click();
  await page.getByRole("link", {name: /к месту в тексте/}).click();
  expect(decodeURIComponent(page.url())).toMatch(/documents\/001-plan-2012-2013\/#e-2011-12-14-plan$/);
  expect(await page.locator("mark:target").innerText()).toContain("состоялось 14 декабря");
  expect(wrong).toEqual([]);
  await close();
});

test("without JavaScript no dead button is shown", async () => {
  const {page, close} = await visit("events/pautina/", {javaScriptEnabled: false});
  expect(await page.getByRole("button").count()).toBe(0);
  await close();
});
