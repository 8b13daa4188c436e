import {type DocumentRecord} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {type EventRecord} from "../model/event.ts";
import {slug} from "../model/slug.ts";
import {pairByText} from "./match.ts";
import {splitKey} from "./names.ts";
import {madeOf, type Page} from "./page.ts";
import {alike, renamedKey} from "./pairs.ts";
import {draftKey, type Folder, type Names} from "./wanted.ts";

/**
 * What the pages of documents remember of pages made from them. A page that is remembered and not there, under no name at
 * all, was thrown away by a person: ingest writes a document's memory after the pages, and forgets before it removes one itself.
 */
export type Memory = {
  /** New keys of documents whose seed was renamed, by their old keys. */
  renamed: Map<string, string>;
  /** Ids of all events remembered. */
  ids: string[];
  idOf: (key: string) => string | undefined;
  isThrownAway: (key: string) => boolean;
  /** Events whose sentence was reworded after a person had thrown their page away: the id they had, by the new key. */
  reworded: ReadonlyMap<string, string>;
  /** An event whose page lost its `ingest` block: a person's page now, still the page of that event. */
  adopted: (key: string, as: string) => [string, string][];
  isGone: (folder: Folder, id: string) => boolean;
  /** What a document remembered before this run, by the rest of the key. */
  before: (document: string) => Record<string, string>;
};

// Keys of entity pages are their paths; those of events begin with their document's key.
const isDraftKey = (rest: string) => /^[a-z]+\/[^#]*$/.test(rest);

/**
 * `documents`: pages by the keys of their records. `pages`: all, by path without ending. `events`: as read. `joined`: ids of
 * events told to be another's.
 */
export function memoryOf(
  documents: Map<string, Page>,
  pages: Map<string, Page>,
  events: EventRecord[],
  joined: ReadonlySet<string>,
): Memory {
  const renamed = new Map([...documents].map(([key, page]) => [page.key ?? "", key]));
  const before = new Map([...documents].map(([key, page]) => [key, madeOf(page)]));
  // A page is known by the key it carries; a person may have given it another name.
  const held = new Map<string, string[]>();
  for (const page of pages.values()) {
    if (page.key === null) continue;
    const key = renamedKey(page, renamed);
    held.set(key, [...(held.get(key) ?? []), page.id]);
  }
  const made = new Map<string, string>();
  const gone = new Set<string>();
  const lost = new Map<string, string[]>();
  const read = new Set(events.map((event) => event.key));
  for (const [document, memory] of before)
    for (const [rest, id] of Object.entries(memory)) {
      const key = fullKey(document, rest, renamed);
      const ids = held.get(key) ?? [];
      made.set(key, ids.includes(id) ? id : (ids[0] ?? id));
      const path = isDraftKey(rest) ? rest : `events/${id}`;
      if (pages.has(path) || held.has(key)) continue;
      gone.add(path);
      if (isDraftKey(rest) || joined.has(id)) continue;
      lost.set(document, [...(lost.get(document) ?? []), id]);
    }
  // One key of an event that is still read is enough: its sentence stands.
  const standing = new Set([...made].flatMap(([key, id]) => (read.has(key) ? [id] : [])));
  const reworded = rewordedOf(
    events.filter(({key}) => !made.has(key) && !held.has(key)),
    new Map([...lost].map(([document, ids]) => [document, [...new Set(ids)].filter((id) => !standing.has(id))])),
    [...pages.values()].filter((p) => p.folder === "events" && p.key !== null && !read.has(renamedKey(p, renamed))),
  );
  for (const [key, id] of reworded) made.set(key, id);
  const eventPage = (key: string) => pages.get(`events/${made.get(key) ?? ""}`);
  return {
    renamed,
    ids: [...made].filter(([key]) => !isDraftKey(key)).map(([, id]) => id),
    idOf: (key) => made.get(key),
    isThrownAway: (key) => made.has(key) && !eventPage(key),
    reworded,
    adopted: (key, as) => (!held.has(key) && eventPage(key)?.key === null ? [[as, made.get(key) ?? ""]] : []),
    isGone: (folder, id) => gone.has(`${folder}/${id}`),
    before: (document) => before.get(document) ?? {},
  };
}

// An event thrown away is known by its sentence. When a word of that was changed, it is known by the name its page had, unless
// a page that lost its sentence has a name as like. `lost`: ids without page and sentence, by the document that remembers them.
function rewordedOf(events: EventRecord[], lost: Map<string, string[]>, stray: Page[]): Map<string, string> {
  const found = new Map<string, string>();
  const words = (name: string) => name.replaceAll("-", " ");
  for (const [document, ids] of lost) {
    if (!ids.length) continue;
    const own = events.filter((event) => !found.has(event.key) && event.sources.some((source) => source.document === document));
    const partners = pairByText(
      own.map((event) => words(slug(event.name))),
      [...stray.map((page) => page.id), ...ids].map(words),
      alike,
    );
    own.forEach((event, i) => {
      const id = ids[(partners[i] ?? -1) - stray.length];
      if (id !== undefined) found.set(event.key, id);
    });
  }
  return found;
}

function fullKey(document: string, rest: string, renamed: Map<string, string>): string {
  if (isDraftKey(rest)) return rest;
  const other = splitKey(rest);
  return other.document ? (renamed.get(other.document) ?? other.document) + other.rest : document + rest;
}

/** Names of the pages a document remembers: `folder/id`. */
export const pagesMadeBy = (page: Page): string[] =>
  Object.entries(madeOf(page)).map(([rest, id]) => (isDraftKey(rest) ? rest : `events/${id}`));

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
