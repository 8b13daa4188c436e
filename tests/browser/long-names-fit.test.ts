import {expect, test} from "vitest";
import {site} from "./page.ts";

const {visit} = site();
const name = "Организация межправительственнокоординационныхвзаимоотношений";

test.each(["", "events/2011-12-14-plan/", "method/", "organizations/csto/"])(
  "a name with a word wider than its place breaks on «%s», at 320 px and on a desk",
  async (path) => {
    for (const width of [320, 1280]) {
      const {page, close} = await visit(path, {viewport: {width, height: 700}});
      const changed = await page.evaluate((long) => {
        const names = document.querySelectorAll(".party > :last-child, .palette b");
        for (const node of names) node.textContent = long;
        return names.length;
      }, name);
      expect(changed).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await close();
    }
  },
);
