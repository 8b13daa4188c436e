import {type DocumentRecord} from "../model/document.ts";
import {type EventRecord} from "../model/event.ts";
import {plainText} from "../model/reading.ts";
import {pairByText} from "./match.ts";
import {splitKey} from "./names.ts";
import {bodySpan, type Page} from "./page.ts";

/** Below this share of common phrases two texts are not one text edited. */
export const alike = 0.5;

/**
 * Which page tells of which document, by record key: the same place in an unchanged seed, then the same bytes under
 * another name, then the text most like it, then the same place in a seed that was written anew.
 */
export function pairDocuments(records: DocumentRecord[], pages: Page[]): Map<string, Page> {
  const paired = new Map<string, Page>();
  const free = new Set(pages);
  const pair = (record: DocumentRecord, page: Page | undefined) => {
    if (!page || !free.has(page) || paired.has(record.key)) return;
    paired.set(record.key, page);
    free.delete(page);
  };
  const byKey = firstBy(pages, (page) => page.key ?? "");
  for (const record of records) {
    const page = byKey.get(record.key);
    if (page && markOf(record) === seedMark(page)) pair(record, page);
  }
  const byDigest = firstBy([...free], (page) => seedMark(page));
  for (const record of records) if (!paired.has(record.key)) pair(record, byDigest.get(markOf(record)));
  const left = records.filter((record) => !paired.has(record.key));
  // A copy of a page that is spoken for is nobody's page.
  const spoken = new Set([...paired.values()].map((page) => page.key));
  const rest = [...free].filter((page) => !spoken.has(page.key));
  const partners = pairByText(
    left.map((record) => plainText(record.text, record.seed.span)),
    left.length ? rest.map((page) => bare(page)) : [],
    alike,
  );
  left.forEach((record, i) => pair(record, rest[partners[i] ?? -1]));
  for (const record of left) pair(record, byKey.get(record.key));
  return paired;
}

/**
 * Pages a person has made wholly their own by taking ingest's memory out: still the pages of their texts. Ids by record key:
 * the same bytes, then the text most like it, then the same place in the seed. Records a page of ingest tells of are not asked for.
 */
export function adoptedDocuments(records: DocumentRecord[], pages: Page[]): Map<string, string> {
  const adopted = new Map<string, string>();
  const own = new Set(pages.filter((page) => page.key === null && seedOf(page)));
  if (!own.size) return adopted;
  const pair = (record: DocumentRecord, page: Page | undefined) => {
    if (!page || !own.has(page) || adopted.has(record.key)) return;
    adopted.set(record.key, page.id);
    own.delete(page);
  };
  const held = new Set(pages.filter((page) => page.key !== null).map(seedMark));
  const free = records.filter((record) => !held.has(markOf(record)));
  const byMark = firstBy([...own], seedMark);
  // Of two seeds with the same bytes the one it names comes first.
  const named = (record: DocumentRecord) => seedOf(byMark.get(markOf(record)))?.file === record.seed.file;
  for (const record of [...free.filter(named), ...free]) pair(record, byMark.get(markOf(record)));
  const left = free.filter((record) => !adopted.has(record.key));
  const rest = left.length ? [...own] : [];
  const partners = pairByText(
    rest.length ? left.map((record) => plainText(record.text, record.seed.span)) : [],
    rest.map(bare),
    alike,
  );
  left.forEach((record, i) => pair(record, rest[partners[i] ?? -1]));
  const byPlace = firstBy([...own], (page) => placeOf(seedOf(page)));
  for (const record of left) pair(record, byPlace.get(placeOf({file: record.seed.file, span: [record.seed.span.start]})));
  return adopted;
}

const seedOf = (page: Page | undefined) =>
  page?.matter().values?.seed as {file?: unknown; span?: unknown; sha256?: unknown} | null | undefined;
const placeOf = (seed: {file?: unknown; span?: unknown} | null | undefined) =>
  `${String(seed?.file)} ${String(Array.isArray(seed?.span) ? seed.span[0] : "")}`;

/**
 * Which page tells of which event: the same key, else the same words. `keyOf` gives a page's key after its document was
 * renamed; of pages with one key, which are copies, the one that `isOriginal` counts.
 */
export function pairEvents(
  records: EventRecord[],
  pages: Page[],
  keyOf: (page: Page) => string,
  isOriginal: (page: Page) => boolean,
): Map<string, Page> {
  const paired = new Map<string, Page>();
  const byKey = firstBy([...pages.filter(isOriginal), ...pages], keyOf);
  for (const record of records) {
    const page = byKey.get(record.key);
    if (page) paired.set(record.key, page);
  }
  const taken = new Set(paired.values());
  const left = records.filter((record) => !paired.has(record.key));
  const rest = left.length ? pages.filter((page) => !taken.has(page) && byKey.get(keyOf(page)) === page) : [];
  const words = (record: EventRecord) => record.sources.map((source) => source.quote).join("\n");
  const partners = pairByText(left.map(words), rest.map(quotesOf), alike);
  left.forEach((record, i) => {
    const page = rest[partners[i] ?? -1];
    if (page) paired.set(record.key, page);
  });
  return paired;
}

const markOf = ({seed}: DocumentRecord) => `${seed.sha256} ${String(seed.span.start)} ${String(seed.span.end)}`;

// As ingest writes it the seed can be read without parsing.
const written = /^seed:\r?\n {2}file: .*\r?\n {2}span: \[(\d+), (\d+)\]\r?\n {2}sha256: "?([0-9a-f]{64})"?\r?$/m;

function seedMark(page: Page): string {
  const quick = written.exec(page.head);
  if (quick) return `${quick[3] ?? ""} ${quick[1] ?? ""} ${quick[2] ?? ""}`;
  const seed = seedOf(page);
  const [start, end] = Array.isArray(seed?.span) ? (seed.span as unknown[]) : [];
  return seed ? `${String(seed.sha256)} ${String(start)} ${String(end)}` : page.path;
}

// The words of a body; components and escapes leave at most a few odd words, and likeness forgives those.
function bare(page: Page): string {
  const matter = page.matter();
  const {start, end} = bodySpan(matter);
  return matter.text.slice(start, end).replace(/<\/?[A-Za-z][^<>]*>|\\(?=[!-/:-@[-`{-~])/g, "");
}

function quotesOf(page: Page): string {
  const sources = page.matter().values?.sources;
  const quotes = Array.isArray(sources) ? sources.map((source: {quote?: unknown} | null) => source?.quote) : [];
  return quotes.filter((quote) => typeof quote === "string").join("\n") || bare(page);
}

function firstBy(pages: Page[], keyOf: (page: Page) => string): Map<string, Page> {
  const found = new Map<string, Page>();
  for (const page of pages) {
    const key = keyOf(page);
    if (!found.has(key)) found.set(key, page);
  }
  return found;
}

/** The key of an event's page with its document's new name in it. */
export function renamedKey(page: Page, documents: Map<string, string>): string {
  const {document, rest} = splitKey(page.key ?? "");
  return (documents.get(document) ?? document) + rest;
}
