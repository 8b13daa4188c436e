import {describe, expect, test} from "vitest";
import {count, dateNote, grouped, messages, number} from "../../src/i18n/messages.ts";
import {scoreWords} from "../../src/i18n/score-words.ts";

const NNBSP = "\u202f";
const NBSP = "\u00a0";

test.each([
  ["ru", 1, "1 событие"],
  ["ru", 2, "2 события"],
  ["ru", 5, "5 событий"],
  ["ru", 11, "11 событий"],
  ["ru", 21, "21 событие"],
  ["ru", 112, "112 событий"],
  ["en", 1, "1 event"],
  ["en", 2, "2 events"],
  ["en", 21, "21 events"],
])("%s: %i is counted as «%s»", (language, n, expected) => {
  expect(count(language, n, messages(language).counts.events)).toBe(expected.replace(" ", NBSP));
});

test.each([
  ["ru", 9999, "9999"],
  ["ru", 10000, `10${NNBSP}000`],
  ["en", 9999, "9999"],
  ["en", 10000, "10,000"],
])("%s writes %i as %j", (language, n, expected) => {
  expect(number(language, n)).toBe(expected);
});

test.each([0, 7, 999, 9999, 10_000, 123_456, 1_000_000])("a picture writes %i as its page does", (n) => {
  expect(["ru", "en"].map((language) => scoreWords(language).number(n))).toEqual(
    ["ru", "en"].map((language) => number(language, n)),
  );
  expect(grouped(n, "’")).toBe(number("en", n).replaceAll(",", "’"));
});

test.each([
  ["ru", "ru"],
  ["ru-BY", "ru"],
  ["en-GB", "en"],
  ["kk", "en"],
])("a page in %s speaks %s", (language, expected) => {
  expect(messages(language).language).toBe(expected);
});

describe("why a date is what it is", () => {
  test.each([
    [null, null],
    ["year-from-stamp", "год взят из даты публикации"],
    ["a-rule-not-yet-worded", "часть даты выведена из того же документа"],
    ["Год назвал сам автор.", "Год назвал сам автор."],
    [{ru: "по архиву", en: "by the archive"}, "по архиву"],
    [{en: "by the archive"}, "by the archive"],
  ])("%j → %j", (note, expected) => {
    expect(dateNote("ru", note)).toBe(expected);
  });
});

describe("the languages say the same things", () => {
  const paths = (value: unknown, at = ""): string[] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => (at.startsWith("counts.") ? [] : paths(inner, at ? `${at}.${key}` : key)))
      : [at];

  test("no word is missing in either", () => {
    expect(paths(messages("ru")).sort()).toEqual(paths(messages("en")).sort());
  });

  test("lists are as long", () => {
    const {rules, limitsList} = messages("ru").method;
    const other = messages("en").method;
    expect([rules.length, limitsList.length]).toEqual([other.rules.length, other.limitsList.length]);
  });

  test("nothing in the Russian words is left in Latin letters, names of formats aside", () => {
    const names =
      // Also what a cell of the table may say.
      /stated|inferred|relative|editor|none|happened|ongoing|planned|cancelled|EDTF|RSS|Atom|JSON|CSV|CSL|BibTeX|UTF|ISO|SHA|Wikidata|schema\.org|TimelineJS|Feed|JavaScript|seeds|ingest|content|BCP|Ctrl/g;
    const texts = (value: unknown, at: string): [string, string][] =>
      typeof value === "string"
        ? [[at, value]]
        : typeof value === "object" && value !== null
          ? Object.entries(value).flatMap(([key, inner]) => texts(inner, `${at}.${key}`))
          : [];
    const latin = texts(messages("ru"), "")
      .filter(([at]) => !/\.(language|direction|edtf)$/.test(at))
      .filter(([, words]) => /[A-Za-z]{2}/.test(words.replace(names, "")));
    expect(latin).toEqual([]);
  });
});
