import {expect, test} from "vitest";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";

const {visit} = site();

// What a screen reader walks through, as the browser's accessibility tree has it. The files were read through by a
// person's eye: a change in them is to be read, not waved through with `vitest -u`.
test.each([
  ["home", "ru", 1440, pageTypes.home],
  ["home", "en", 390, pageTypes.home],
  ["event", "ru", 1440, pageTypes.event],
  ["event", "en", 1440, pageTypes.event],
  ["document", "ru", 1440, pageTypes.document],
  ["document", "en", 1440, pageTypes.document],
  ["who with whom", "ru", 1440, pageTypes["who with whom"]],
] as const)("%s in %s at %d px reads as its transcript", async (name, language, width, path) => {
  const {page, close} = await visit(language === "ru" ? path : `${language}/${path}`, {
    viewport: {width, height: 900},
    reducedMotion: "reduce",
  });
  await page.evaluate(() => document.fonts.ready);
  // The timeline's controls stand once its script has drawn it.
  if (name === "home") {
    const live = width > 720 ? "letopis-timeline [role=slider]" : "letopis-timeline form";
    await page
      .locator(live)
      .first()
      .waitFor({state: width > 720 ? "attached" : "visible"});
  }
  const said = await page.locator("body").ariaSnapshot();
  await expect(`${said}\n`).toMatchFileSnapshot(`transcripts/${name.replaceAll(" ", "-")}.${language}.txt`);
  await close();
});
