import {describe, expect, test} from "vitest";
import {toDocumentEntry} from "../../src/exports/records.ts";
import {documentPicture, eventPicture, sitePicture} from "../../src/exports/share.ts";
import {edition, entry, paper, shelves} from "./samples.ts";

const of = (matter: Parameters<typeof entry>[0], language = "ru") =>
  eventPicture(entry(matter, language), "Хроника", language, ({id}) => ({path: `M0 0h${id.length}`, ink: "#000"}));
const blanks = (text: string | null | undefined) => text?.replaceAll("\u00a0", " ");

describe("over the title stands the date, with the status where it is not plain", () => {
  test.each([
    ["ru", "happened", "14 декабря 2011 г."],
    ["ru", "planned", "14 декабря 2011 г. · план"],
    ["ru", "cancelled", "14 декабря 2011 г. · отменено"],
    ["en", "happened", "14 December 2011"],
  ])("%s, %s: %s", (language, status, expected) => {
    expect(blanks(of({status}, language).over)).toBe(expected);
  });
});

test("an event shows who, the exact words, where they come from", () => {
  expect(of({})).toMatchObject({
    site: "Хроника",
    title: "В Минске подписан план",
    under: {text: "Подписание состоялось 14 декабря в Минске.", quoted: true},
    foot: "Источник: Вестник",
    lanes: [
      {name: "ЛО", path: "M0 0h4", ink: "#000"},
      {name: "ПО", path: "M0 0h5", ink: "#000"},
    ],
  });
});

test("without a source there is neither quotation nor foot; a summary is no quotation", () => {
  expect(of({sources: []})).toMatchObject({under: null, foot: null});
  const translations = {ru: {summary: "Два года."}};
  expect(of({sources: [], translations}).under).toEqual({text: "Два года.", quoted: false});
});

test.each([
  ["2011-12-14?", true],
  ["2011-12-14%", true],
  ["2011-12-14~", false],
  ["2011-12?/2012", true],
  ["2008/..", false],
  [null, false],
])("%s is drawn in doubt: %s", (when, expected) => {
  expect(of({when}).uncertain).toBe(expected);
});

test("documents and the site", () => {
  const document = toDocumentEntry(paper, [], shelves, edition());
  expect(documentPicture(document, "Хроника")).toMatchObject({title: "Подписан план на два года", foot: "Вестник", lanes: []});
  expect(documentPicture({...document, published: null}, "Хроника").over).toBeNull();
  expect(sitePicture({title: "Кто с кем", lead: "По текстам"}, "Хроника", [])).toMatchObject({
    title: "Кто с кем",
    under: {text: "По текстам", quoted: false},
  });
});
