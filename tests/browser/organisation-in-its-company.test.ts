import {expect, test} from "vitest";
import {site} from "./page.ts";
import {live, rest, state} from "./timeline.ts";

const {visit} = site();

test("an organisation's page shows its lane and those of its partners, and its list follows the picture", async () => {
  const {page, wrong, close} = await visit("organizations/csto/");
  await live(page);
  expect(await page.locator(".desk .score .lh").evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.lane))).toEqual([
    "iom",
    "csto",
  ]);
  const whole = await state(page);
  expect([whole.cards, whole.marks]).toEqual([4, 4]);
  await page.locator('.desk .lh[data-lane="iom"]').click();
  await rest(page);
  expect(await state(page)).toMatchObject({query: "?with=iom", cards: 3});
  expect(wrong).toEqual([]);
  await close();
});
