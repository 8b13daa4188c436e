import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  breadcrumbStatement,
  datasetStatement,
  documentStatement,
  entityStatement,
  eventPageStatement,
  eventStatement,
  jsonLd,
  listStatement,
  siteLd,
} from "../../src/exports/jsonld.ts";
import {toDocumentEntry, toEntityEntry} from "../../src/exports/records.ts";
import {oneLine} from "../../src/exports/text.ts";
import {complaints} from "./vocabulary.ts";
import {address, collection, edition, entry, entryOf, hostile, paper, shelves} from "./samples.ts";

type Json = Record<string, unknown>;
const read = (matter: Parameters<typeof entry>[0] = {}): Json => JSON.parse(jsonLd(eventStatement(entry(matter))));
const entity = (kind: "organization" | "operation" | "place" | "country", id: string) => {
  const matter = shelves.entity(kind, id);
  if (!matter) throw new Error(id);
  return toEntityEntry(matter, shelves, edition());
};

describe("a date is never more exact than the source", () => {
  test.each([
    ["2011-12-14", "2011-12-14", undefined],
    ["2011-12-14?", "2011-12-14", undefined],
    ["2023-12-13T14:26+03:00", "2023-12-13T14:26+03:00", undefined],
    ["2008-09", "2008-09", undefined],
    ["2016~", "2016", undefined],
    ["2020-34", "2020", undefined],
    ["2011-21", "2011", undefined],
    ["2011-24", undefined, undefined],
    ["199X", undefined, undefined],
    ["19XX", undefined, undefined],
    ["XXXX-12-14", undefined, undefined],
    ["-0044", undefined, undefined],
    ["2012/2013", "2012", "2013"],
    ["2008/..", "2008", undefined],
    ["../2021-11-12", undefined, "2021-11-12"],
    [null, undefined, undefined],
  ])("%s: from %s to %s", (when, startDate, endDate) => {
    const found = read({when});
    expect([found["startDate"], found["endDate"]]).toEqual([startDate, endDate]);
    expect(String(found["description"]).startsWith(entry({when}).whenWords)).toBe(true);
  });
});

test("an event: who, where, what of, and the words of its source", () => {
  expect(read({organizations: [{id: "left", role: "host"}, {id: "right"}], operations: ["net"]})).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": address("event", "signing"),
    url: address("event", "signing"),
    name: "В Минске подписан план",
    description: `${entry().whenWords} Подписание состоялось 14 декабря в Минске.`,
    inLanguage: "ru",
    startDate: "2011-12-14",
    eventStatus: "https://schema.org/EventScheduled",
    location: {
      "@type": "Place",
      "@id": address("place", "minsk"),
      name: "Минск",
      url: address("place", "minsk"),
      address: {"@type": "PostalAddress", addressLocality: "Минск", addressCountry: "BY"},
      containedInPlace: {"@type": "Country", "@id": address("country", "BY"), name: "Белоруссия"},
    },
    organizer: {
      "@type": "Organization",
      "@id": address("organization", "left"),
      name: "Левая организация",
      alternateName: "ЛО",
      url: address("organization", "left"),
    },
    about: [
      {
        "@type": "Organization",
        "@id": address("organization", "right"),
        name: "Правая организация",
        alternateName: "ПО",
        url: address("organization", "right"),
      },
      {"@type": "DefinedTerm", "@id": address("topic", "migration"), name: "миграция", url: address("topic", "migration")},
    ],
    superEvent: {"@type": "EventSeries", "@id": address("operation", "net"), name: "Сеть", url: address("operation", "net")},
    subjectOf: {
      "@type": "NewsArticle",
      "@id": address("document", "paper"),
      url: address("document", "paper"),
      headline: "Подписан план на два года",
      inLanguage: "ru",
      datePublished: "2011-12-15",
      publisher: {"@type": "Organization", name: "Вестник"},
      isBasedOn: "https://source.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1&b=2",
      hasPart: {"@type": "Quotation", text: "Подписание состоялось 14 декабря в Минске."},
    },
  });
});

test.each([
  ["happened", "https://schema.org/EventScheduled"],
  ["planned", "https://schema.org/EventScheduled"],
  ["cancelled", "https://schema.org/EventCancelled"],
])("status %s is %s", (status, expected) => {
  expect(read({status})["eventStatus"]).toBe(expected);
});

test("the page of an event is about it, cites its sources, belongs to the site", () => {
  const page = eventPageStatement({...entry(), updated: "2024-11-22"}, collection([]));
  expect(page).toMatchObject({
    "@type": "WebPage",
    inLanguage: "ru",
    dateModified: "2024-11-22",
    isPartOf: {"@id": "https://letopis.example/"},
    mainEntity: {"@type": "Event", "@id": address("event", "signing")},
    citation: {"@type": "NewsArticle", headline: "Подписан план на два года"},
  });
  expect(complaints(page)).toEqual([]);
});

test("a text that is quoted twice is described once, and cited by its address", () => {
  const [source] = entry().sources;
  if (!source) throw new Error("no source");
  const twice = {...entry(), sources: [source, {...source, quote: "Стороны подписали план."}]};
  expect(eventPageStatement(twice, collection([]))).toMatchObject({
    mainEntity: {
      subjectOf: {hasPart: [{"@type": "Quotation"}, {"@type": "Quotation", text: "Стороны подписали план."}]},
    },
    citation: {"@type": "NewsArticle", "@id": address("document", "paper"), headline: "Подписан план на два года"},
  });
});

test("two sources without title and address are two texts", () => {
  const [source] = entry().sources;
  if (!source) throw new Error("no source");
  const offline = {...source, page: null, url: null, title: null};
  const statement = eventStatement({...entry(), sources: [offline, {...offline, publisher: "Другая газета"}]});
  expect(statement).toMatchObject({subjectOf: [{}, {publisher: {name: "Другая газета"}}]});
});

test("a date in words that ends with a full stop is not given another", () => {
  const {description} = eventStatement({...entry(), whenWords: "14 декабря 2011 г.", summary: "Подписан план."}) as {
    description: string;
  };
  expect(description).toBe("14 декабря 2011 г. Подписан план.");
});

test("an operation is a series of its events", () => {
  expect(entityStatement(entity("operation", "net"), [entry({operations: ["net"]}), entry({id: "other"})])).toMatchObject({
    "@type": "EventSeries",
    name: "Сеть",
    organizer: {"@type": "Organization", name: "Левая организация"},
    subEvent: {"@type": "Event", url: address("event", "signing"), startDate: "2011-12-14"},
  });
});

test("a document names where it was first published and what it tells of", () => {
  expect(documentStatement(toDocumentEntry(paper, ["signing"], shelves, edition()), [entry()])).toMatchObject({
    "@type": "NewsArticle",
    headline: "Подписан план на два года",
    datePublished: "2011-12-15",
    author: {"@type": "Person", name: "И. Иванова"},
    isBasedOn: "https://source.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1&b=2",
    about: {"@type": "Event", name: "В Минске подписан план"},
  });
});

test("entities, lists, the way here", () => {
  expect(entityStatement(entity("organization", "left"), [])).toMatchObject({"@type": "Organization", alternateName: "ЛО"});
  expect(entityStatement(entity("country", "BY"), [])).toMatchObject({"@type": "Country", identifier: "BY"});
  expect(entityStatement(entity("place", "minsk"), [])).toMatchObject({
    containedInPlace: {"@type": "Country", name: "Белоруссия"},
  });
  expect(
    listStatement("Лента", "https://letopis.example/", [{name: "В Минске подписан план", url: address("event", "signing")}]),
  ).toMatchObject({
    numberOfItems: 1,
    itemListElement: [{position: 1, url: address("event", "signing")}],
  });
  expect(breadcrumbStatement([{name: "Лента", url: "https://letopis.example/"}])).toMatchObject({
    itemListElement: [{"@type": "ListItem", position: 1, item: {"@id": "https://letopis.example/"}}],
  });
});

describe("the check against schema.org's vocabulary sees", () => {
  test.each([
    [{"@type": "Event", startDate: "2011", attendee: {"@type": "Organization", name: "а"}}, []],
    [{"@type": "Event", superEvent: {"@type": "EventSeries", name: "а"}}, []],
    [{"@type": "Happening"}, ["$: no type Happening"]],
    [{"@type": "Event", headline: "а"}, ["$: Event has no headline"]],
    [{"@type": "Event", attendee: {"@type": "Place"}}, ['$.attendee cannot be {"@type":"Place"}']],
    [{"@type": "Event", location: [{"@type": "Place", geos: 1}]}, ["$.location[0]: Place has no geos"]],
    [
      {"@type": "Event", eventStatus: "https://schema.org/EventHappened"},
      ['$.eventStatus cannot be "https://schema.org/EventHappened"'],
    ],
  ])("%j: %j", (node, expected) => {
    expect(complaints(node)).toEqual(expected);
  });
});

test("every statement keeps to schema.org's types and properties", () => {
  const all = {
    ...collection([entry({operations: ["net"], media: [{url: "https://a.example/1.jpg"}]}), entry({when: "2012/2013"})]),
    documents: [toDocumentEntry(paper, ["signing"], shelves, edition())],
    entities: [entity("organization", "left"), entity("operation", "net"), entity("place", "minsk"), entity("country", "BY")],
  };
  const graph = JSON.parse([...siteLd(all)].join(""))["@graph"] as Json[];
  expect(graph).toHaveLength(1 + 2 + 1 + 4);
  expect(complaints(graph)).toEqual([]);
  expect(
    complaints(
      listStatement("Лента", "https://letopis.example/", [{name: "В Минске подписан план", url: address("event", "signing")}]),
    ),
  ).toEqual([]);
  expect(complaints(breadcrumbStatement([{name: "Лента", url: "https://letopis.example/"}]))).toEqual([]);
  const files = [{url: "https://letopis.example/events.csv", mediaType: "text/csv"}];
  expect(complaints(datasetStatement(all, "https://letopis.example/data/", files))).toEqual([]);
});

const staysText = (text: string): void => {
  const script = jsonLd(eventStatement(entryOf(text)));
  expect(script).not.toMatch(/[<>&\u2028\u2029]/);
  expect(script.isWellFormed()).toBe(true);
  expect((JSON.parse(script) as Json)["name"]).toBe(oneLine(text));
};

describe("no text ends the script element", () => {
  test.each(hostile)("%j", staysText);
  test("any", () => fc.assert(fc.property(fc.string({unit: "binary"}), staysText)));
});
