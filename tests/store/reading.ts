import {hash} from "node:crypto";
import {seedOf} from "../../src/ingest/decode.ts";
import {type DocumentRecord} from "../../src/model/document.ts";
import {type Entity} from "../../src/model/entity.ts";
import {type EventRecord} from "../../src/model/event.ts";
import {slug} from "../../src/model/slug.ts";
import {type Span} from "../../src/model/span.ts";
import {type Records} from "../../src/store/plan.ts";

/**
 * A small reader of seeds for tests of the store: a line of `==` begins a new item, the first line is the title, a sentence
 * with «встреча» is an event, «министр Имя» an unknown person. Rules of version 2 write other titles, types and dates.
 */
export function readSeeds(seeds: Record<string, string>, rules = 1): Records {
  const documents: DocumentRecord[] = [];
  const events: EventRecord[] = [];
  const entities = new Map<string, Entity>();
  for (const [file, given] of Object.entries(seeds).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const {seed} = seedOf(file, given);
    if (!seed) continue;
    itemsOf(seed.text).forEach((span, i) => {
      const key = `${file}#${String(i + 1)}`;
      const text = seed.text.slice(span.start, span.end);
      const lead = /\S[^\n]*/.exec(text)?.[0].trim() ?? "без названия";
      const document: DocumentRecord = {
        key,
        name: lead,
        title: rules > 1 ? lead.toUpperCase() : lead,
        language: "ru",
        published: /(\d{4}-\d\d-\d\d)/.exec(text)?.[1] ?? null,
        retrieved: null,
        publisher: null,
        url: null,
        author: null,
        dateline: null,
        seed: {file, span, sha256: seed.sha256},
        text: seed.text,
        boilerplate: [],
        mentions: [],
        dates: [],
        events: [],
      };
      for (const m of text.matchAll(/министр ([А-Я][а-я]+)/g)) {
        const id = slug(m[1] ?? "");
        entities.set(id, person(id, m[1] ?? ""));
        const start = span.start + m.index + 8;
        document.mentions.push({
          kind: "person",
          id,
          span: {start, end: start + (m[1]?.length ?? 0)},
          form: m[1] ?? "",
          rule: "test",
        });
      }
      const seen = new Set<string>();
      for (const m of text.matchAll(/[^.\n]*встреча[^.\n]*\.?/gi)) {
        const event = eventOf(document, {start: span.start + m.index, end: span.start + m.index + m[0].length}, rules);
        if (seen.has(event.key)) continue;
        seen.add(event.key);
        document.events.push(event.key);
        events.push(event);
      }
      documents.push(document);
    });
  }
  return {documents, events, entities: [...entities.values()]};
}

function itemsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const m of text.matchAll(/^==\n/gm)) {
    spans.push({start, end: m.index});
    start = m.index + m[0].length;
  }
  spans.push({start, end: text.length});
  return spans.filter((span) => text.slice(span.start, span.end).trim());
}

function eventOf(document: DocumentRecord, found: Span, rules: number): EventRecord {
  const raw = document.text.slice(found.start, found.end);
  const span = {start: found.start + (raw.length - raw.trimStart().length), end: found.start + raw.trimEnd().length};
  const quote = document.text.slice(span.start, span.end);
  const normal = quote
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const when = /\d{4}-\d\d-\d\d/.exec(quote)?.[0] ?? null;
  return {
    key: `${document.key}:${hash("sha256", normal, "hex").slice(0, 10)}`,
    name: `${when ?? ""} ${quote}`,
    title: rules > 1 ? `${quote.slice(0, 60)} (встреча)` : quote.slice(0, 60),
    when,
    whenText: when,
    whenSpan: null,
    whenBasis: when ? "stated" : "none",
    whenNote: null,
    notAfter: null,
    status: "happened",
    type: rules > 1 ? "meeting" : "other",
    organizations: [],
    bodies: [],
    countries: [],
    people: document.mentions.filter((m) => m.span.start >= span.start && m.span.end <= span.end).map((m) => m.id),
    places: [],
    operations: [],
    topics: [],
    figures: [],
    sources: [{document: document.key, quote, span}],
    related: [],
    rules: [],
  };
}

const person = (id: string, name: string): Entity => ({
  kind: "person",
  id,
  names: {ru: name},
  short: {},
  aliases: [],
  parent: null,
  countries: [],
  post: "министр",
  organization: null,
  members: [],
  signals: [],
  draft: true,
});
