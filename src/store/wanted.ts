import {type DocumentRecord} from "../model/document.ts";
import {type Entity, type EntityFolder, entityFolders, entityKinds} from "../model/entity.ts";
import {type EventRecord} from "../model/event.ts";
import {plainText} from "../model/reading.ts";
import {overlaps, type Span} from "../model/span.ts";
import {body, type Mark} from "./mdx.ts";

export type Folder = "documents" | "events" | EntityFolder;

/** A page as ingest would write it. */
export type Wanted = {
  folder: Folder;
  id: string;
  key: string;
  /** In the order they are written in. */
  fields: Record<string, unknown>;
  body: string;
  /** What the body must read as when its components are taken away. */
  text: string;
  /** Pages made from this one: their keys, without the part that is this page's, and their ids. */
  made?: Record<string, string>;
};

/** Fields that are left out of a page while they are empty. */
export const optional = new Set(["whenText", "notAfter", "bodies", "figures", "related"]);

/** What the pages around it are called: file names by the keys of records, and pages a person threw away. */
export type Names = {
  document: (key: string) => string | undefined;
  event: (key: string) => string | undefined;
  isGone: (folder: Folder, id: string) => boolean;
  parents: Map<string, string>;
};

/** Words of a document that tell of an event; the event by the name of its page. */
export type Quoted = {event: string; span: Span};

/** The page of a document. Events are named in `events` even when their page is gone, but no longer marked in the text. */
export function documentPage(record: DocumentRecord, quotes: Quoted[], names: Names): Omit<Wanted, "id" | "made"> {
  const {title, language, published, retrieved, publisher, url, author, dateline, seed, boilerplate} = record;
  const fields = {
    title,
    language,
    published,
    retrieved,
    publisher,
    url,
    author,
    dateline,
    seed: {file: seed.file, span: pair(seed.span), sha256: seed.sha256},
    boilerplate: boilerplate.map(pair),
    entities: entitiesOf(record, names),
    events: unique(record.events.map(names.event).filter(isText)),
  };
  const marks = [...quotes.map(quoteMark), ...readMarks(record, names)];
  return {
    folder: "documents",
    key: record.key,
    fields,
    body: body(record.text, seed.span, marks),
    text: plainText(record.text, seed.span),
  };
}

/** The page of an event; its body is the passages it was read from. `documents`: by key. */
export function eventPage(
  record: EventRecord,
  documents: Map<string, DocumentRecord>,
  names: Names,
): Omit<Wanted, "id" | "made"> {
  const sources = record.sources.filter((source) => documents.has(source.document));
  const living = (folder: Folder, ids: string[]) => ids.filter((id) => !names.isGone(folder, id));
  const {title, when, whenText, whenBasis, whenNote, notAfter, status, type} = record;
  const fields = {
    title,
    when,
    whenText,
    whenBasis,
    whenNote,
    notAfter,
    status,
    type,
    organizations: record.organizations.map(({id, role}) => (role ? {id, role} : {id})),
    bodies: record.bodies,
    countries: record.countries,
    people: living("people", record.people),
    places: living("places", record.places),
    operations: living("operations", record.operations),
    topics: living("topics", record.topics),
    figures: record.figures.map(({value, unit, what, approximate, span}) => ({value, unit, what, approximate, span: pair(span)})),
    sources: sources.map(({document, quote, span}) => ({document: names.document(document), quote, span: pair(span)})),
    related: record.related.flatMap(({event, relation}) => {
      const id = names.event(event);
      return id && !names.isGone("events", id) ? [{event: id, relation}] : [];
    }),
  };
  const passages = new Map<string, string>();
  for (const {document, span} of sources) {
    const source = documents.get(document);
    if (!source) continue;
    const text = plainText(source.text, span);
    if (text && !passages.has(text)) passages.set(text, body(source.text, span, readMarks(source, names, span)));
  }
  return {
    folder: "events",
    key: record.key,
    fields,
    body: [...passages.values()].join("\n\n"),
    text: [...passages.keys()].join("\n\n"),
  };
}

/** The page of a person or operation that no page told of yet. */
export function draftPage(entity: Entity): Omit<Wanted, "made"> {
  const {id, kind, names, short, aliases, parent, countries, post, organization, members, signals, draft} = entity;
  const all = {kind, names, short, aliases, parent, countries, post, organization, members, signals, draft};
  const fields = Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
  return {folder: entityFolders[kind], id, key: draftKey(entity), fields: {id, ...fields}, body: "", text: ""};
}

export const draftKey = ({kind, id}: {kind: Entity["kind"]; id: string}): string => `${entityFolders[kind]}/${id}`;

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);

// The entities a text names; an organisation's body brings the organisation it counts for.
function entitiesOf(record: DocumentRecord, names: Names): Record<string, string[]> {
  const found = Object.fromEntries(entityKinds.map((kind) => [entityFolders[kind], [] as string[]]));
  for (const {kind, id} of record.mentions) {
    if (names.isGone(entityFolders[kind], id)) continue;
    const parent = kind === "organization" ? names.parents.get(id) : undefined;
    found[entityFolders[kind]]?.push(...(parent ? [parent, id] : [id]));
  }
  return Object.fromEntries(Object.entries(found).map(([folder, ids]) => [folder, unique(ids)]));
}

const quoteMark = ({event, span}: Quoted): Mark => ({name: "Quote", attributes: {event}, span});

function readMarks({mentions, dates}: DocumentRecord, names: Names, within?: Span): Mark[] {
  const marks: Mark[] = [];
  for (const {kind, id, span} of mentions)
    if ((!within || overlaps(span, within)) && !names.isGone(entityFolders[kind], id))
      marks.push({name: "Mention", attributes: {kind, id}, span});
  for (const {edtf, basis, note, role, span} of dates)
    if (!within || overlaps(span, within))
      marks.push({name: "When", attributes: {edtf: edtf ?? "", basis, ...(note ? {note} : {}), role}, span});
  return marks;
}

const pair = (span: Span): [number, number] => [span.start, span.end];
const unique = (ids: string[]): string[] => [...new Set(ids)];
const isText = (id: string | undefined): id is string => id !== undefined;
