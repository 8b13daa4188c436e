import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {runs, tags, textOf} from "./html.ts";
import {filesOf, manyTongues} from "./site.ts";

let out = "";
let pages: string[] = [];
const read = (file: string) => readFileSync(join(out, file), "utf8");

beforeAll(async () => {
  out = await manyTongues();
  pages = filesOf(out).filter((file) => file.endsWith("index.html"));
});

test.each([
  ["index.html", "en", "ltr", "Cooperation Chronicle"],
  ["ru/index.html", "ru", "ltr", "Хроника сотрудничества"],
  ["kk/index.html", "kk", "ltr", "Шежіре"],
  ["he/index.html", "he", "rtl", "דברי הימים"],
])("%s is in %s, %s, and called %s", (file, language, direction, name) => {
  const page = read(file);
  expect(page).toContain(`<html lang="${language}" dir="${direction}"`);
  expect(textOf(/<title>([^<]*)/.exec(page)?.[1] ?? "")).toBe(name);
});

test("every page exists in each language and names the others", () => {
  const bare = pages.filter((file) => !/^(he|kk|ru)\//.test(file));
  for (const file of bare) for (const language of ["he/", "kk/", "ru/"]) expect(pages).toContain(language + file);
  for (const page of ["kk/method/index.html", "he/events/pautina/index.html"]) {
    const alternates = tags(read(page)).flatMap(({attributes}) => attributes.get("hreflang") ?? []);
    expect([...new Set(alternates)]).toEqual(["en", "he", "kk", "ru", "x-default"]);
  }
});

test("a language without words of its own speaks English and says the words of the source as they are", () => {
  const page = read("kk/events/2008-09-memorandum/index.html");
  expect(textOf(page)).toContain("What the source says");
  expect(page).toMatch(/<blockquote[^>]*lang="ru"/);
});

describe("one file and a word in site.yaml make a language", () => {
  // Names of formats and files, which no language translates; and the link to the English pages.
  const names = /\b(EDTF|RSS|Atom|BibTeX|CSL-JSON|JSON Schema|EN|[\w.]+\.(csv|ics|json|jsonld|bib|rss|atom|txt|xml|mdx))\b/g;

  test("no English or Russian is left of the interface", () => {
    const left: string[] = [];
    for (const page of pages.filter((file) => file.startsWith("he/")))
      for (const {text, lang, inside} of runs(read(page))) {
        if (lang !== "he" || inside.some((name) => /^(code|pre|title|script)$/.test(name))) continue;
        if (/[a-z]{2}|[а-яё]/i.test(text.replace(names, "")))
          left.push(`${page}: ${inside.join(" ")}: ${text.trim().slice(0, 80)}`);
      }
    expect(left).toEqual([]);
  });
});
