import {expect, test} from "vitest";
import {type Accuracy} from "../../src/model/schema.ts";
import {readAccuracy, accuracyTable} from "../../src/site/accuracy.ts";
import {fixture} from "./site.ts";

const sets: Accuracy["sets"] = [
  {
    name: {ru: "Известные", en: "Known"},
    note: {ru: "по ним писали правила"},
    documents: 62,
    figures: {eventsFound: {f1: 0.84923}, types: {right: 152, of: 176}, crawlDated: {count: 0}},
  },
  {name: {en: "Unseen"}, note: {}, documents: 1, figures: {eventsFound: {f1: 1}}},
];

test("a row for each figure that any set has, worded in the language", () => {
  expect(accuracyTable({sets}, "ru")).toEqual({
    columns: [
      {name: {text: "Известные"}, note: {text: "по ним писали правила"}, documents: "62\u00a0документа"},
      {name: {text: "Unseen", lang: "en"}, note: null, documents: "1\u00a0документ"},
    ],
    rows: [
      {name: "события найдены", cells: ["0,849", "1,000"]},
      {name: "вид события верен", cells: ["152 из 176", "—"]},
      {name: "событий с датой скачивания страницы", cells: ["0", "—"]},
    ],
  });
  expect(accuracyTable({sets}, "en").rows[0]?.cells).toEqual(["0.849", "1.000"]);
});

test("a site may have no figures; this one's own are in form", () => {
  expect(readAccuracy(fixture)).toBeNull();
  expect(readAccuracy("content")?.sets.length).toBeGreaterThan(0);
});
