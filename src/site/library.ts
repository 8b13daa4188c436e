import {compareEdtf} from "../model/edtf.ts";
import {entityFolders, entityKinds, type EntityKind} from "../model/entity.ts";
import type {Source} from "./desk.ts";
import {freeMarks} from "./lane-marks.ts";
import type {DocumentMatter, EntityMatter, EventMatter, SiteMatter} from "../model/schema.ts";

/** A file of the content with its body; `file` is its path below the content folder. */
type Page = {id: string; body: string; file: string};
export type EventPage = EventMatter & Page;
/** `number` is the document's place in the order of the site, from 1. */
export type DocumentPage = DocumentMatter & Page & {number: number};
export type EntityPage = EntityMatter & Page;

/** All that the site shows, in order, with the ways between its parts. Hidden pages are not in it. */
export type Library = {
  site: SiteMatter;
  /** By date, undated last. */
  events: EventPage[];
  documents: DocumentPage[];
  entities: Record<EntityKind, EntityPage[]>;
  event: (id: string) => EventPage | undefined;
  /** Place of an event in `events`, from 0. */
  placeOf: (event: EventPage) => number;
  document: (id: string) => DocumentPage | undefined;
  entity: (kind: EntityKind, id: string) => EntityPage | undefined;
  /** Events of an entity; those of an organisation's bodies count for it. */
  eventsOf: (kind: EntityKind, id: string) => EventPage[];
  documentsOf: (kind: EntityKind, id: string) => DocumentPage[];
  /** Events read from a document. */
  eventsIn: (document: string) => EventPage[];
};

/** Field of a document's or event's matter that lists entities of a kind. */
export const fields = entityFolders;

/** Ids of the entities of one kind an event names. */
export function named(event: EventMatter, kind: EntityKind): string[] {
  if (kind === "organization") return [...event.organizations.map(({id}) => id), ...event.bodies];
  return event[fields[kind] as Exclude<keyof typeof event & (typeof fields)[EntityKind], "organizations">];
}

/** Puts the content in order and makes its indexes, each in one pass. The pages become its own: documents get their numbers. */
export function makeLibrary(
  site: SiteMatter,
  found: {
    events: (EventMatter & Page)[];
    documents: (DocumentMatter & Page)[];
    entities: Record<EntityKind, EntityPage[]>;
  },
): Library {
  const visible = <T extends {hidden: boolean}>(pages: T[]) => pages.filter(({hidden}) => !hidden);
  const events = visible(found.events).sort((a, b) => compareEdtf(place(a), place(b)) || compareText(a.id, b.id));
  const documents = visible(found.documents)
    .sort((a, b) => compareEdtf(a.published, b.published) || compareText(a.id, b.id))
    // A copy would read its body, which is read when it is asked for.
    .map((page, i) => Object.assign(page, {number: i + 1}));
  const entities = Object.fromEntries(
    entityKinds.map((kind) => [kind, visible(found.entities[kind]).sort((a, b) => compareText(a.id, b.id))]),
  ) as Record<EntityKind, EntityPage[]>;

  for (const [id, lane] of freeMarks(site.lanes, entities.organization)) {
    const page = entities.organization.find((organization) => organization.id === id);
    if (page) Object.assign(page, {lane});
  }

  const eventById = new Map(events.map((page) => [page.id, page]));
  const places = new Map(events.map(({id}, i) => [id, i]));
  const documentById = new Map(documents.map((page) => [page.id, page]));
  const entityById = new Map(entityKinds.map((kind) => [kind, new Map(entities[kind].map((page) => [page.id, page]))]));
  const eventsByEntity = group(events, (event) => entityKinds.flatMap((kind) => named(event, kind).map((id) => `${kind}/${id}`)));
  const documentsByEntity = group(documents, (document) =>
    entityKinds.flatMap((kind) => document.entities[fields[kind]].map((id) => `${kind}/${id}`)),
  );
  const eventsByDocument = group(events, (event) => event.sources.flatMap((s) => ("document" in s ? [s.document] : [])));

  return {
    site,
    events,
    documents,
    entities,
    event: (id) => eventById.get(id),
    placeOf: ({id}) => places.get(id) ?? -1,
    document: (id) => documentById.get(id),
    entity: (kind, id) => entityById.get(kind)?.get(id),
    eventsOf: (kind, id) => eventsByEntity.get(`${kind}/${id}`) ?? [],
    documentsOf: (kind, id) => documentsByEntity.get(`${kind}/${id}`) ?? [],
    eventsIn: (id) => eventsByDocument.get(id) ?? [],
  };
}

/** Where an event stands in time: its date, else no later than its limit. */
const place = ({when, notAfter}: EventMatter): string | null =>
  when ?? (notAfter === null ? null : `../${notAfter.slice(notAfter.indexOf("/") + 1)}`);

/** By code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function group<T>(things: T[], keys: (thing: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(keys(thing))) {
      const list = groups.get(key);
      if (list) list.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}

/** Which file a page comes from, for those who edit it. */
export const sourceOf = (page: EventPage | DocumentPage | EntityPage): Source => ({
  file: `content/${page.file}`,
  ...("seed" in page && page.seed ? {seed: page.seed} : {}),
});
