import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {type Run, runs} from "./html.ts";
import {filesOf, fixtureSite} from "./site.ts";

let out = "";
let pages: string[] = [];

beforeAll(async () => {
  out = await fixtureSite();
  pages = filesOf(out).filter((file) => file.endsWith(".html"));
});

/** Runs of some pages that stand under the pages' own language. */
const own = (language: string, some: (page: string) => boolean): [string, Run][] =>
  pages.filter(some).flatMap((page) =>
    runs(readFileSync(join(out, page), "utf8"))
      .filter(({lang, inside}) => lang === language && !inside.includes("title"))
      .map((run): [string, Run] => [page, run]),
  );

const told = (found: [string, Run][]) => [
  ...new Set(found.map(([page, {text, inside}]) => `${page} ${inside.slice(2).join(" ")}: ${text.trim()}`)),
];

test("on English pages every Russian word stands under lang=ru", () => {
  const found = own("en", (page) => page.startsWith("en/")).filter(
    // References and markup for machines are quoted as they are.
    ([, {text, inside}]) => /\p{Script=Cyrillic}/u.test(text) && !inside.includes("pre"),
  );
  expect(told(found)).toEqual([]);
});
