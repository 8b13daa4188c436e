import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {eventsFileSchema, eventsJson, eventsJsonSchema} from "../../src/exports/json.ts";
import {toDocumentEntry, toEntityEntry} from "../../src/exports/records.ts";
import {address, collection, edition, entry, entryOf, hostile, paper, shelves} from "./samples.ts";

const schema = "https://letopis.example/events.schema.json";
const everything = (entries: ReturnType<typeof entry>[]) => ({
  ...collection(entries),
  documents: [toDocumentEntry(paper, ["signing"], shelves, edition())],
  entities: ["left", "right"].flatMap((id) => {
    const matter = shelves.entity("organization", id);
    return matter ? [toEntityEntry(matter, shelves, edition())] : [];
  }),
});
const file = (entries: ReturnType<typeof entry>[]) => [...eventsJson(everything(entries), schema)].join("");
const read = (entries: ReturnType<typeof entry>[]) => eventsFileSchema.parse(JSON.parse(file(entries)));

test("holds events, documents and entities, by the schema it names", () => {
  const file = read([entry(), entry({id: "undated", when: null, notAfter: "2024-11-22"})]);
  expect(file.$schema).toBe(schema);
  expect(file.events.map(({id, when, whenWords, bounds}) => ({id, when, whenWords, bounds}))).toEqual([
    {
      id: "signing",
      when: "2011-12-14",
      whenWords: "14\u00a0декабря 2011\u00a0г.".replace("декабря ", "декабря\u00a0"),
      bounds: {earliest: Date.UTC(2011, 11, 14), latest: Date.UTC(2011, 11, 15)},
    },
    {id: "undated", when: null, whenWords: "без даты", bounds: null},
  ]);
  expect(file.documents[0]?.original).toBe("https://source.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1&b=2");
  expect(file.entities.map(({name}) => name)).toEqual(["Левая организация", "Правая организация"]);
});

test("an empty site is a file as well", () => {
  expect(read([]).events).toEqual([]);
});

test("one record a line", () => {
  expect(
    file([entry(), entry()])
      .split("\n")
      .filter((line) => line.startsWith('{"id":"signing"')),
  ).toHaveLength(2);
});

describe("text comes back as it was", () => {
  const same = (text: string): void => {
    expect(read([entryOf(text)]).events[0]?.title).toBe(text);
  };
  test.each(hostile)("%j", same);
  test("any", () => fc.assert(fc.property(fc.string({unit: "binary"}), same)));
});

test("the JSON Schema says the same as the program: every field, none besides", () => {
  const file = JSON.parse(eventsJsonSchema(schema));
  expect(file).toMatchObject({$id: schema, $schema: "https://json-schema.org/draft/2020-12/schema", additionalProperties: false});
  expect(Object.keys(file.properties.events.items.properties)).toEqual(Object.keys(entry()));
  expect(file.properties.events.items.required).toEqual(Object.keys(entry()));
});

describe("the entry of an event", () => {
  test("in English: a translation where there is one, names in English, the source's own words else", () => {
    const translations = {en: {title: "Plan signed in Minsk", summary: "Two years."}};
    expect(entry({translations}, "en")).toMatchObject({
      title: "Plan signed in Minsk",
      titleLanguage: "en",
      summary: "Two years.",
    });
    expect(entry({}, "en")).toMatchObject({title: "В Минске подписан план", titleLanguage: "ru", summary: null});
    expect(entry({}, "en").countries).toEqual([{id: "BY", name: "Belarus", url: address("country", "BY")}]);
  });

  test("an id without a page goes by itself; a relation without a page is left out", () => {
    const made = entry({
      topics: ["nobody-wrote-it"],
      related: [
        {event: "other", relation: "implements"},
        {event: "hidden", relation: "precedes"},
      ],
    });
    expect(made.topics.map(({name}) => name)).toEqual(["nobody-wrote-it"]);
    expect(made.related).toEqual([{event: "other", url: address("event", "other"), relation: "implements"}]);
  });

  test.each([
    ["https://a.example/x y\r\nz", "https://a.example/x%20yz"],
    ["https://", null],
    ["http://[", null],
    ["mailto:a@b.example", "mailto:a@b.example"],
  ])("an outside source at %j is linked as %j", (url, expected) => {
    expect(entry({sources: [{url, title: "Вне сайта"}]}).sources[0]).toMatchObject({
      url: expected,
      page: null,
      title: "Вне сайта",
    });
  });
});
