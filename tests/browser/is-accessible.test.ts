import {expect, test} from "vitest";
import {violations} from "./axe.ts";
import {site} from "./page.ts";
import {pageTypes} from "./page-types.ts";

const {visit} = site();
const types = [
  ...Object.entries<string>(pageTypes),
  ["stories", "stories/"] as const,
  ["story", "stories/plan/"] as const,
  ["timeline alone", "embed/"] as const,
  ["unknown address", "404.html"] as const,
];
const cases = types.flatMap(([name, path]) =>
  (["ru", "en"] as const)
    .filter((language) => language === "ru" || path !== "404.html")
    .flatMap((language) => [390, 1440].map((width) => [name, language, width, path] as const)),
);

// Light and dark differ in colours alone, so the dark page is asked about colours; forced colours change borders and
// backgrounds only, and there the whole is asked again.
test.each(cases)("axe finds nothing: %s, %s, %d px; light, dark, forced colours", async (_, language, width, path) => {
  const {page, close} = await visit(language === "ru" ? path : `en/${path}`, {
    viewport: {width, height: 900},
    bypassCSP: true,
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  const light = await violations(page);
  await page.emulateMedia({colorScheme: "dark"});
  const dark = await violations(page, ["color-contrast", "link-in-text-block"]);
  await page.emulateMedia({colorScheme: "light", forcedColors: "active"});
  const forced = width === 1440 ? await violations(page) : [];
  expect({light, dark, forced}).toEqual({light: [], dark: [], forced: []});
  await close();
});
