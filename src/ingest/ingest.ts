import {type DocumentRecord, type Seed} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {type EventRecord} from "../model/event.ts";
import {type Problem} from "../model/problem.ts";
import {type Span} from "../model/span.ts";
import {readEvents} from "./events/read.ts";
import {type Item} from "./item.ts";
import {type Gazetteer, entityKey, gazetteer} from "./names/gazetteer.ts";
import {type Names, mentions, readNames} from "./names/read.ts";
import {readItems, type Told} from "./read.ts";
import {type Match, mergeAcross, type Verdicts} from "./same-event.ts";

/** What seeds say. `entities` are drafts: people and operations no page tells of yet. */
export type Reading = {
  documents: DocumentRecord[];
  events: EventRecord[];
  entities: Entity[];
  problems: Problem[];
  matches: Match[];
};

/** Keys of events that a person joined (`sameAs`) or keeps apart (`notSameAs`). */
export type Options = Partial<Verdicts>;

/**
 * Seeds to records: documents with what they name and date, events each once, drafts of who is new.
 * `read` reads one seed; a caller may pass a reader that remembers.
 */
export function ingest(
  seeds: readonly Seed[],
  entities: readonly Entity[],
  options: Options,
  read: (seed: Seed, names: Gazetteer) => Omit<Reading, "matches"> = readSeed,
): Reading {
  const names = gazetteer(entities);
  const reading: Reading = {documents: [], events: [], entities: [], problems: [], matches: []};
  const drafts = new Map<string, Entity>();
  for (const seed of seeds) {
    const one = read(seed, names);
    reading.documents.push(...one.documents);
    reading.events.push(...one.events);
    reading.problems.push(...one.problems);
    for (const entity of one.entities) {
      const key = entityKey(entity);
      drafts.set(key, richer(drafts.get(key), entity));
    }
  }
  const merged = mergeAcross(reading.events, {sameAs: options.sameAs ?? [], notSameAs: options.notSameAs ?? []});
  // Documents name the events that stand, also those that another document told first.
  const keys = new Map<string, string[]>();
  for (const event of merged.events)
    for (const document of new Set(event.sources.map((s) => s.document))) {
      const list = keys.get(document);
      if (list) list.push(event.key);
      else keys.set(document, [event.key]);
    }
  for (const document of reading.documents) document.events = keys.get(document.key) ?? [];
  return {...reading, events: merged.events, matches: merged.matches, entities: [...drafts.values()]};
}

/** One seed alone: what the filter prints and what `ingest` puts together. */
export function readSeed(seed: Seed, names: Gazetteer, told: Told = {}): Omit<Reading, "matches"> {
  const {items, problems} = readItems(seed, told);
  const reading = {
    documents: [] as DocumentRecord[],
    events: [] as EventRecord[],
    entities: [] as Entity[],
    problems: [...problems],
  };
  items.forEach((item, i) => {
    const key = `${seed.file}#${String(i + 1)}`;
    const found = readNames(seed.text, item, names);
    const events = readEvents(seed.text, item, found, names, key);
    reading.documents.push(document(seed, item, key, found, events));
    reading.events.push(...events);
    reading.entities.push(
      ...new Set(found.named.filter((n) => n.entity.draft && !names.entities.has(entityKey(n.entity))).map((n) => n.entity)),
    );
    for (const open of found.open)
      reading.problems.push({
        rule: "names/open",
        severity: "note",
        file: seed.file,
        span: open.span,
        message: `«${seed.text.slice(open.span.start, open.span.end)}» may be ${open.entities.map((e) => e.id).join(" or ")}; nothing near it says which.`,
        fix: "If it matters, add a longer alias to the entity's page.",
      });
  });
  return reading;
}

function document(seed: Seed, item: Item, key: string, found: Names, events: readonly EventRecord[]): DocumentRecord {
  const title = item.title ? seed.text.slice(item.title.start, item.title.end) : firstWords(seed.text, item);
  const {language, published, retrieved, publisher, url, author, dateline, boilerplate, dates, span} = item;
  return {
    key,
    name: title,
    title: title.replace(/\s+/g, " ").trim(),
    language,
    published,
    retrieved,
    publisher,
    url,
    author,
    dateline,
    seed: {file: seed.file, span, sha256: seed.sha256},
    text: seed.text,
    boilerplate,
    mentions: mentions(seed.text, found.named),
    dates,
    events: events.map((e) => e.key),
  };
}

// An item without a heading is called by its first sentence, cut between words.
function firstWords(text: string, item: Item): string {
  const first = item.sentences.find((s) => s.end - s.start > 25 && !isDateline(text, s, item)) ?? item.sentences[0] ?? item.span;
  const words = text.slice(first.start, first.end).replace(/\s+/g, " ").trim();
  if (words.length <= 100) return words;
  const end = words.lastIndexOf(" ", 99);
  return `${words.slice(0, end > 0 ? end : 99)}…`;
}

// «МИНСК, 16 июня — Агентство.»: beside its date no word in lower case.
function isDateline(text: string, {start, end}: Span, {dates}: Item): boolean {
  const own = dates.filter((d) => d.span.start >= start && d.span.end <= end);
  let words = text.slice(start, end);
  for (const {span} of own.toReversed()) words = words.slice(0, span.start - start) + words.slice(span.end - start);
  return own.length > 0 && !/(?<!\p{L})\p{Ll}{3,}/u.test(words);
}

// Of two tellings of one new person or operation the one that says more.
function richer(a: Entity | undefined, b: Entity): Entity {
  if (!a) return b;
  return {
    ...a,
    post: a.post ?? b.post,
    organization: a.organization ?? b.organization,
    countries: a.countries.length ? a.countries : b.countries,
  };
}
