import {type DocumentRecord} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {splitKey} from "./names.ts";
import {madeOf, type Page} from "./page.ts";
import {draftKey, type Folder, type Names} from "./wanted.ts";

/**
 * What the pages of documents remember of pages made from them. A page that is remembered and not there was thrown away by
 * a person: ingest writes a document's memory after the pages, and forgets before it removes one itself.
 */
export type Memory = {
  /** New keys of documents whose seed was renamed, by their old keys. */
  renamed: Map<string, string>;
  /** Ids of all events remembered. */
  ids: string[];
  idOf: (key: string) => string | undefined;
  isThrownAway: (key: string) => boolean;
  /** An event whose page lost its `ingest` block: a person's page now, still the page of that event. */
  adopted: (key: string, as: string) => [string, string][];
  isGone: (folder: Folder, id: string) => boolean;
  /** What a document remembered before this run, by the rest of the key. */
  before: (document: string) => Record<string, string>;
};

// Keys of entity pages are their paths; those of events begin with their document's key.
const isDraftKey = (rest: string) => /^[a-z]+\/[^#]*$/.test(rest);

export function memoryOf(documents: Map<string, Page>, pages: Map<string, Page>): Memory {
  const renamed = new Map([...documents].map(([key, page]) => [page.key ?? "", key]));
  const before = new Map([...documents].map(([key, page]) => [key, madeOf(page)]));
  const made = new Map<string, string>();
  const gone = new Set<string>();
  for (const [document, memory] of before)
    for (const [rest, id] of Object.entries(memory)) {
      made.set(fullKey(document, rest, renamed), id);
      const path = isDraftKey(rest) ? rest : `events/${id}`;
      if (!pages.has(path)) gone.add(path);
    }
  const eventPage = (key: string) => pages.get(`events/${made.get(key) ?? ""}`);
  return {
    renamed,
    ids: [...made].filter(([key]) => !isDraftKey(key)).map(([, id]) => id),
    idOf: (key) => made.get(key),
    isThrownAway: (key) => made.has(key) && !eventPage(key),
    adopted: (key, as) => (eventPage(key)?.key === null ? [[as, made.get(key) ?? ""]] : []),
    isGone: (folder, id) => gone.has(`${folder}/${id}`),
    before: (document) => before.get(document) ?? {},
  };
}

function fullKey(document: string, rest: string, renamed: Map<string, string>): string {
  if (isDraftKey(rest)) return rest;
  const other = splitKey(rest);
  return other.document ? (renamed.get(other.document) ?? other.document) + other.rest : document + rest;
}

/** What a document is to remember: its events, the drafts it names, and what a person threw away. */
export function madeBy(
  record: DocumentRecord,
  names: Names,
  drafts: Map<string, Entity>,
  before: Record<string, string>,
  isAway: (path: string) => boolean,
): Record<string, string> {
  const made = new Map<string, string>();
  for (const key of record.events) {
    const id = names.event(key);
    const {document, rest} = splitKey(key);
    if (id) made.set(document === record.key ? rest : key, id);
  }
  for (const {kind, id} of record.mentions) {
    const draft = drafts.get(`${kind}/${id}`);
    if (draft) made.set(draftKey(draft), id);
  }
  for (const [rest, id] of Object.entries(before))
    if (!made.has(rest) && isAway(isDraftKey(rest) ? rest : `events/${id}`)) made.set(rest, id);
  return Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}
