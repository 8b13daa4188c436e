import {type Page} from "playwright-core";
import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();

/** What the page says: numbers of the cells that are not empty, shown events by pair, countries, and where its links lead. */
const said = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const within = (box: HTMLElement, selector: string) => box.querySelector<HTMLElement>(selector);
    return {
      cells: Object.fromEntries(
        all(".cell:not(.none)").map((cell) => [
          cell.dataset.cell,
          `${within(cell, "[data-n]")?.innerText ?? ""}, ${cell.querySelectorAll(".head").length} drawn`,
        ]),
      ),
      pairs: all("[data-pair]:not([hidden])").map(
        (pair) =>
          `${pair.dataset.pair ?? ""}: ${within(pair, "[data-count]")?.innerText ?? ""}, ${pair.querySelectorAll("[data-event]:not([hidden])").length}`,
      ),
      countries: all("[data-country] a").map((a) => `${a.parentElement?.dataset.country ?? ""}: ${a.innerText}`),
      views: [...new Set(all("a[data-view]").map((a) => decodeURIComponent(new URL((a as HTMLAnchorElement).href).search)))],
    };
  });

test("a period counts and draws anew; its links lead to the timeline of that pair and period; the whole comes back", async () => {
  const {page, wrong, close} = await visit("together/");
  await page.waitForSelector("[data-period]:not(.waiting)");
  const whole = await said(page);
  expect(whole).toMatchInlineSnapshot(`
    {
      "cells": {
        "cis iom": "3, 3 drawn",
        "csto csto": "1, 1 drawn",
        "iom csto": "3, 3 drawn",
        "sco sco": "1, 0 drawn",
      },
      "countries": [
        "cis BY: 1",
        "iom BY: 1",
      ],
      "pairs": [
        "cis iom: 3 события, 3",
        "iom csto: 3 события, 3",
      ],
      "views": [
        "?with=cis,iom",
        "?with=iom,csto",
        "?with=cis&country=BY",
        "?with=iom&country=BY",
      ],
    }
  `);
  await page.locator("[name=from]").fill("2012");
  await page.locator("[name=from]").press("Tab");
  await page.locator("[name=to]").fill("2015");
  await page.locator("[name=to]").press("Tab");
  expect(new URL(page.url()).search).toBe("?from=2012-01-01&to=2016-01-01");
  const part = await said(page);
  expect(part).toMatchInlineSnapshot(`
    {
      "cells": {
        "cis iom": "1, 1 drawn",
        "csto csto": "1, 1 drawn",
        "iom csto": "1, 1 drawn",
      },
      "countries": [],
      "pairs": [
        "cis iom: 1 событие, 1",
        "iom csto: 1 событие, 1",
      ],
      "views": [
        "?from=2012-01-01&to=2016-01-01&with=cis,iom",
        "?from=2012-01-01&to=2016-01-01&with=iom,csto",
      ],
    }
  `);
  await page.getByRole("button", {name: "Весь период"}).click();
  expect([await said(page), new URL(page.url()).search]).toEqual([whole, ""]);
  expect(wrong).toEqual([]);
  await close();
});

test("the period of an address is shown at once, and without JavaScript the whole", async () => {
  const {page, close} = await visit("together/?from=2008&to=2009");
  await page.waitForSelector("[data-period]:not(.waiting)");
  expect((await said(page)).pairs).toMatchInlineSnapshot(`
    [
      "cis iom: 1 событие, 1",
    ]
  `);
  await close();
  const still = await visit("together/?from=2008&to=2009", {javaScriptEnabled: false});
  expect(await still.page.locator("[data-pair]").count()).toBe(2);
  expect(await still.page.locator("[name=from]").isVisible()).toBe(false);
  await still.close();
});
