import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {bibFile, citeDocument, citeEvent, cslFile} from "../../src/exports/cite.ts";
import {toDocumentEntry} from "../../src/exports/records.ts";
import {address, edition, entry, entryOf, hostile, paper, shelves} from "./samples.ts";

const site = {title: "Хроника"};
const document = (over: Partial<typeof paper> = {}) => toDocumentEntry({...paper, ...over}, [], shelves, edition());
const blanks = (text: string) => text.replaceAll("\u00a0", " ");

test("an event: its page, its day, the source it rests on", () => {
  const {text, bibtex, csl} = citeEvent({...entry({when: "2011-12-14?"}), updated: "2024-11-22T10:00:00Z"}, site);
  const source =
    "Подписан план на два года, Вестник, 2011-12-15, https://source.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1&b=2";
  expect(blanks(text)).toBe(
    `В Минске подписан план (предположительно 14 декабря 2011 г.) // Хроника. URL: ${address("event", "signing")} [${source}]`,
  );
  expect(bibtex.split("\n")).toEqual([
    "@online{signing,",
    "  title = {{В Минске подписан план}},",
    "  organization = {{Хроника}},",
    "  date = {2024-11-22},",
    `  url = {${address("event", "signing")}},`,
    "  language = {ru},",
    "  eventdate = {2011-12-14?},",
    `  note = {${source.replaceAll("%", "\\%").replaceAll("&", "\\&")}},`,
    "}",
  ]);
  expect(csl).toEqual({
    id: "signing",
    type: "webpage",
    title: "В Минске подписан план",
    "container-title": "Хроника",
    issued: {"date-parts": [[2024, 11, 22]]},
    "event-date": {"date-parts": [[2011, 12, 14]], circa: true},
    URL: address("event", "signing"),
    language: "ru",
    note: source,
  });
});

test("a document: author, title, publisher, day, the address it was published at", () => {
  const {text, bibtex, csl} = citeDocument(document(), site);
  const url = "https://source.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1&b=2";
  expect(blanks(text)).toBe(`И. Иванова. Подписан план на два года // Вестник, 15 декабря 2011 г. URL: ${url}`);
  expect(bibtex).toContain("@article{paper,\n  author = {{И. Иванова}},");
  expect(bibtex).toContain(`  url = {${url}},`);
  expect(csl).toMatchObject({
    type: "article-newspaper",
    author: [{literal: "И. Иванова"}],
    issued: {"date-parts": [[2011, 12, 15]]},
  });
});

test.each([
  [
    "nothing known",
    {author: null, publisher: null, published: null, url: null},
    `Подписан план на два года // Хроника. URL: ${address("document", "paper")}`,
  ],
  [
    "only an address",
    {author: null, publisher: null, published: null},
    "Подписан план на два года // source.example. URL: https://",
  ],
])("a document with %s", (_, over, expected) => {
  expect(citeDocument(document(over), site).text.startsWith(expected)).toBe(true);
});

describe("dates in CSL-JSON", () => {
  test.each([
    ["2016", {"date-parts": [[2016]]}],
    ["2008-09~", {"date-parts": [[2008, 9]], circa: true}],
    ["2012/2013-05", {"date-parts": [[2012], [2013, 5]]}],
    ["2008/..", {literal: "2008/.."}],
    ["2020-34", {literal: "2020-34"}],
    ["XXXX-12-14", {literal: "XXXX-12-14"}],
    ["-0044", {literal: "-0044"}],
    [null, undefined],
  ])("%s: %j", (when, expected) => {
    expect(citeEvent(entry({when}), site).csl["event-date"]).toEqual(expected);
  });
});

/** Depth of braces after each sign of a BibTeX file, as BibTeX counts: a backslash hides nothing. */
const depths = (bibtex: string): number[] => {
  let depth = 0;
  return [...bibtex].map((sign) => (depth += sign === "{" ? 1 : sign === "}" ? -1 : 0));
};

const carries = (text: string): void => {
  const citation = citeEvent(entryOf(text), {title: text});
  const depth = depths(citation.bibtex);
  // The entry closes at its last sign and not before.
  expect(depth.indexOf(0, depth.indexOf(1))).toBe(depth.length - 1);
  expect(citation.bibtex.replace(/\\[&%$#_]|\\text[a-z]+\{\}/g, "")).not.toMatch(/[\\&$#_%~^]/);
  expect(citation.text).not.toMatch(/[\r\n]/);
  expect(JSON.parse(cslFile([citation]))).toHaveLength(1);
};

describe("text stays text", () => {
  test.each(hostile)("%j", carries);
  test("any", () => fc.assert(fc.property(fc.string({unit: "binary"}), carries)));
});

test("a file of references parts them by an empty line", () => {
  expect(bibFile([citeDocument(document(), site), citeEvent(entry(), site)]).match(/^@/gm)).toHaveLength(2);
});
