import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();
const paper = "getComputedStyle(document.body).backgroundColor";

test("the system's theme holds until one is chosen, and the choice lasts to the next page", async () => {
  const {page, url, close} = await visit("method/", {colorScheme: "dark"});
  expect(await page.evaluate(paper)).toBe("rgb(18, 23, 28)");
  await page.getByRole("button", {name: /Оформление/}).click();
  expect(await page.evaluate(paper)).toBe("rgb(255, 255, 255)");
  await page.goto(`${url}data/`);
  expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("light");
  expect(await page.evaluate(paper)).toBe("rgb(255, 255, 255)");
  await close();
});
