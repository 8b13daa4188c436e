import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();

test.each([
  ["", "ОДКБ"],
  ["", "Организация Договора о коллективной безопасности"],
  ["", "CSTO"],
  ["en/", "ОДКБ"],
  ["en/", "CSTO"],
])("/%s: «%s» finds the organisation and its meeting", async (language, words) => {
  const {page, wrong, close} = await visit(`${language}search/?q=${encodeURIComponent(words)}`);
  await page.locator(".search-results li").first().waitFor();
  const found = await page.locator(".search-results a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(found).toContain(`/chronicle/${language}organizations/csto/`);
  expect(found).toContain(`/chronicle/${language}events/2015-10-27-vstrecha/`);
  expect(wrong).toEqual([]);
  await close();
});

test("every name finds the same pages, the organisation first, and no list of names stands in an excerpt", async () => {
  const sets = [];
  for (const words of ["ОДКБ", "CSTO", "Организация Договора о коллективной безопасности"]) {
    const {page, close} = await visit(`search/?q=${encodeURIComponent(words)}`);
    await page.locator(".search-results li").first().waitFor();
    const found = await page.locator(".search-results a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(found[0], words).toBe("/chronicle/organizations/csto/");
    expect(await page.locator(".search-results").innerText()).not.toMatch(/Collective Security/);
    sets.push(found.sort());
    await close();
  }
  expect(sets[1]).toEqual(sets[0]);
});

test("«/» opens the search from any page, and a word that is nowhere is said so", async () => {
  const {page, close} = await visit("method/");
  await page.keyboard.press("/");
  await page.waitForURL(/search\/$/);
  await page.keyboard.type("ничегонетакого");
  await page.getByText("По словам «ничегонетакого» ничего не нашлось.").waitFor();
  await close();
});

test("an excerpt marks the word in its case form", async () => {
  const {page, close} = await visit(`search/?q=${encodeURIComponent("меморандумы")}`);
  const mark = page.locator(".search-results mark").first();
  await mark.waitFor();
  expect(await mark.innerText()).toMatch(/^Меморандум/);
  await close();
});

test("results in English say which of their words are Russian", async () => {
  const {page, close} = await visit("en/search/?q=ОДКБ");
  const words = page.locator(".search-results :is(a, .more)");
  await words.first().waitFor();
  const wrong = await words.evaluateAll((nodes) =>
    nodes
      .map((node) => ({text: node.textContent, lang: (node.closest("[lang]") as HTMLElement).lang}))
      .filter(({text, lang}) => {
        const russian = text.match(/[а-яё]/gi)?.length ?? 0;
        const english = text.match(/[a-z]/gi)?.length ?? 0;
        return russian === english ? false : (lang === "ru") !== russian > english;
      }),
  );
  expect(wrong).toEqual([]);
  expect(await page.locator(".search-results [lang=ru]").count()).toBeGreaterThan(0);
  await close();
});
