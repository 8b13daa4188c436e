import {type Edition, type Entry, type Shelves, toEntry} from "../../src/exports/entry.ts";
import {type Collection} from "../../src/exports/records.ts";
import {documentSchema, entitySchema, eventSchema} from "../../src/model/schema.ts";

/** Strings that break a format that joins instead of escaping. */
export const hostile = [
  "]]>",
  "</script><script>alert(1)</script>",
  "<!-- --!> <![CDATA[ &amp; &#0; &nope;",
  '=cmd|"/C calc"!A0',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\u200b=1+1",
  "  =1+1",
  "＝1+1",
  "title\r\nEND:VEVENT\r\nX-EVIL:1",
  "a,b;c\\n\\,\\;\\",
  "say \"hi\", 'you'\nsecond line",
  "\u0000\u0007\u001b[31m\u0085\u009f",
  "\ud800 lone \udfff",
  "\ufffe\uffff\ufdd0\u{1ffff}",
  "\u202eright to left\u202c \u2066isolate\u2069 \u061c",
  "a\u2028b\u2029c",
  "{\\input{x}} $a_b$ #1 50% ~ ^ & \\",
  "👩‍👩‍👧 𝕏 ё й",
  "__proto__",
  "x".repeat(5000),
  "",
];

export const address: Edition["address"] = (kind, id) => `https://letopis.example/${kind}/${encodeURIComponent(id)}/`;
export const edition = (language = "ru"): Edition => ({language, address});

const organization = (id: string, ru: string, short: string) =>
  entitySchema.parse({id, kind: "organization", names: {ru, en: `${id} in English`}, short: {ru: short}});

const entities = new Map(
  [
    organization("left", "Левая организация", "ЛО"),
    organization("right", "Правая организация", "ПО"),
    entitySchema.parse({id: "BY", kind: "country", names: {ru: "Белоруссия", en: "Belarus"}}),
    entitySchema.parse({id: "minsk", kind: "place", names: {ru: "Минск", en: "Minsk"}, countries: ["BY"]}),
    entitySchema.parse({id: "net", kind: "operation", names: {ru: "Сеть", en: "Net"}, organization: "left"}),
    entitySchema.parse({id: "migration", kind: "topic", names: {ru: "миграция", en: "migration"}}),
  ].map((entity) => [`${entity.kind}/${entity.id}`, entity]),
);

export const paper = {
  id: "paper",
  ...documentSchema.parse({
    title: "Подписан план на два года",
    language: "ru",
    published: "2011-12-15",
    publisher: "Вестник",
    author: "И. Иванова",
    url: "https://source.example/новость?a=1&b=2",
    seed: {file: "a.txt", span: [0, 10], sha256: "00"},
    entities: {organizations: ["left", "right"], countries: ["BY"]},
  }),
};

export const shelves: Shelves = {
  document: (id) => (id === "paper" ? paper : undefined),
  entity: (kind, id) => entities.get(`${kind}/${id}`),
  event: (id) => (id === "other" ? {} : undefined),
};

type Matter = Partial<Parameters<typeof eventSchema.parse>[0] & object> & {id?: string};

/** An entry made of an event file's front matter, as the site makes it. */
export function entry({id = "signing", ...matter}: Matter & Record<string, unknown> = {}, language = "ru"): Entry {
  const event = eventSchema.parse({
    title: "В Минске подписан план",
    when: "2011-12-14",
    type: "agreement",
    organizations: [{id: "left", role: "signatory"}, {id: "right"}],
    countries: ["BY"],
    places: ["minsk"],
    topics: ["migration"],
    sources: [{document: "paper", quote: "Подписание состоялось 14 декабря в Минске.", span: [0, 10]}],
    ...matter,
  });
  return toEntry({id, ...event}, shelves, edition(language));
}

/** An entry whose every free text is the given one. */
export function entryOf(text: string): Entry {
  const plain = entry({id: "hostile"});
  const named = {id: text, name: text, url: plain.url};
  return {
    ...plain,
    title: text,
    summary: text,
    whenText: text,
    organizations: [{...named, short: text, role: null}],
    bodies: [named],
    countries: [named],
    people: [named],
    places: [{...named, countries: [text]}],
    operations: [named],
    topics: [named],
    figures: [{what: text, value: 7, unit: text, approximate: true}],
    sources: [{title: text, language: "ru", publisher: text, published: null, quote: text, page: plain.url, url: null}],
  };
}

export function collection(entries: Entry[], over: Partial<Collection> = {}): Collection {
  return {
    title: "Хроника",
    lead: "Кто с кем и когда",
    language: "ru",
    home: "https://letopis.example/",
    self: "https://letopis.example/events",
    updated: "2024-11-22T00:00:00Z",
    entries,
    ...over,
  };
}
