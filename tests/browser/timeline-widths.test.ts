import {expect, test} from "vitest";
import {textWidth} from "../../src/timeline/widths.ts";
import {site} from "./page.ts";
import {live} from "./timeline.ts";

const {visit} = site();

test("the table of advance widths is what the fonts of the site measure", async () => {
  const {page, close} = await visit("");
  await live(page);
  const texts = [
    "Меморандум о взаимопонимании",
    "XXII заседание КСОПН",
    // «≈» is in none of the site's fonts: each system lends its own.
    "21\u00a0янв. 2016?",
    "Memorandum of cooperation, c. 2016",
    "«Нелегал» — 1990-е №\u00a05…",
  ];
  for (const weight of [400, 600] as const) {
    const measured = await page.evaluate(
      async ([list, weight]) => {
        await document.fonts.load(`${weight} 13px "Source Sans 3"`, list.join(""));
        const pen = document.createElement("canvas").getContext("2d");
        if (!pen) return [];
        // Where glyphs are hinted their advances are whole pixels: at this size that is a thousandth.
        pen.font = `${weight} 1000px "Source Sans 3"`;
        pen.fontKerning = "none";
        return list.map((text) => pen.measureText(text).width * 0.013);
      },
      [texts, weight] as const,
    );
    texts.forEach((text, i) => {
      expect(Math.abs(textWidth(text, 13, weight) - (measured[i] ?? 0)), `${text} at ${weight}`).toBeLessThan(0.5);
    });
  }
  await close();
});
