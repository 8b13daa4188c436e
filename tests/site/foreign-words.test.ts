import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {runs} from "./html.ts";
import {isEnglish, isWhole} from "./same-everywhere.ts";
import {filesOf, fixtureSite} from "./site.ts";

let out = "";
let pages: string[] = [];

beforeAll(async () => {
  out = await fixtureSite();
  pages = filesOf(out).filter((file) => file.endsWith(".html"));
});

/** Runs of some pages that stand under the pages' own language and hold what they should not. */
const foreign = (language: string, some: (page: string) => boolean, strange: (text: string) => boolean): string[] => [
  ...new Set(
    pages.filter(some).flatMap((page) =>
      runs(readFileSync(join(out, page), "utf8"))
        .filter(({text, lang, inside}) => lang === language && !inside.some(isWhole) && strange(text))
        .map(({text, inside}) => `${page} ${inside.slice(2).join(" ")}: ${text.trim()}`),
    ),
  ),
];

test("on English pages every Russian word stands under lang=ru", () => {
  expect(
    foreign(
      "en",
      (page) => page.startsWith("en/"),
      (text) => /\p{Script=Cyrillic}/u.test(text),
    ),
  ).toEqual([]);
});

test("on Russian pages no interface word is English", () => {
  expect(foreign("ru", (page) => !page.startsWith("en/"), isEnglish)).toEqual([]);
});
