import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {controlWords} from "../../src/i18n/control-words.ts";
import {messages} from "../../src/i18n/messages.ts";
import {scoreWords} from "../../src/i18n/score-words.ts";
import {runs, tags, textOf} from "./html.ts";
import {isEnglish, isWhole} from "./same-everywhere.ts";
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

/** The fixed words of a language's interface, those with letters. */
const words = (value: unknown): string[] =>
  typeof value === "string"
    ? /\p{L}{3}/u.test(value)
      ? [value]
      : []
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(words)
      : [];

test("one file makes a language: nothing English or Russian is left of the interface", () => {
  const russian = new Set([messages("ru"), controlWords("ru"), scoreWords("ru")].flatMap(words));
  const found = pages
    .filter((file) => file.startsWith("he/"))
    .flatMap((page) =>
      runs(read(page))
        .filter(({lang, inside, text}) => lang === "he" && !inside.some(isWhole) && (isEnglish(text) || russian.has(text.trim())))
        .map(({text, inside}) => `${page} ${inside.slice(2).join(" ")}: ${text.trim()}`),
    );
  expect(found).toEqual([]);
});
