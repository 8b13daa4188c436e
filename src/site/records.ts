import {type Edition, type Entry, type Shelves, toEntry} from "../exports/entry.ts";
import {
  type Collection,
  type DocumentEntry,
  type EntityEntry,
  type Everything,
  toDocumentEntry,
  toEntityEntry,
} from "../exports/records.ts";
import {bounds} from "../model/edtf.ts";
import {entityKinds, type EntityKind} from "../model/entity.ts";
import type {Addresses} from "./address.ts";
import {hasPage} from "./entity-pages.ts";
import {chainOf} from "./lanes.ts";
import {type DocumentPage, type EntityPage, type EventPage, type Library, named} from "./library.ts";
import {localized} from "./wording.ts";

type About = {title: string; home: string; self: string; events: readonly EventPage[]};

/** The content as exports take it, in one language. */
export type Records = {
  everything: (self: string) => Everything;
  /** Some of the events under a title of their own; addresses are absolute. */
  collection: (about: About) => Collection;
  /** The same with the documents they were read from and the entities they name. */
  excerpt: (about: About) => Everything;
  entry: (event: EventPage) => Entry;
  document: (document: DocumentPage) => DocumentEntry;
  entity: (kind: EntityKind, id: string) => EntityEntry | null;
};

const known = new WeakMap<Library, Map<string, ReturnType<typeof lastChange>>>();

// Every page asks for records; to go through all documents each time would cost the square of the archive.
function changesOf(library: Library) {
  const kept = known.get(library) ?? new Map(library.documents.map((page) => [page.id, lastChange(page)]));
  known.set(library, kept);
  return kept;
}

export function records(library: Library, language: string, to: Addresses, absolute: (href: string) => string): Records {
  const edition: Edition = {
    language,
    address: (kind, id) =>
      absolute(kind === "event" ? to.event(id) : kind === "document" ? to.document(id) : to.entity(kind, id)),
  };
  const shelves: Shelves = {document: library.document, entity: library.entity, event: library.event};
  const changes = changesOf(library);
  const newest = (days: (string | null | undefined)[]): string | null =>
    days.reduce<string | null>((last, day) => (day && (last === null || day > last) ? day : last), null);
  const changed = (event: EventPage) => newest(event.sources.map((s) => ("document" in s ? changes.get(s.document) : null)));
  const entry = (event: EventPage) => toEntry(event, shelves, edition, changed(event));
  const document = (page: DocumentPage, events = library.eventsIn(page.id)) =>
    toDocumentEntry(
      page,
      events.map(({id}) => id),
      shelves,
      edition,
      changes.get(page.id) ?? null,
    );
  const entity = (kind: EntityKind, id: string) => {
    const page = library.entity(kind, id);
    return page ? toEntityEntry(page, shelves, edition) : null;
  };
  const lead = localized(library.site.lead, language)?.text ?? "";
  const collection: Records["collection"] = ({title, home, self, events}) => ({
    title,
    lead,
    language,
    home,
    self,
    updated: newest(events.map(changed)) ?? newest([...changes.values()]) ?? NEVER,
    entries: events.map(entry),
  });
  const entities = (wanted: (kind: EntityKind, page: EntityPage) => boolean) =>
    entityKinds.flatMap((kind) =>
      library.entities[kind].filter((page) => wanted(kind, page)).flatMap(({id}) => entity(kind, id) ?? []),
    );
  return {
    entry,
    document: (page) => document(page),
    entity,
    collection,
    everything: (self) => ({
      ...collection({
        title: localized(library.site.title, language)?.text ?? "",
        home: absolute(to.home),
        self,
        events: library.events,
      }),
      documents: library.documents.map((page) => document(page)),
      entities: entities((kind, page) => hasPage(library, kind, page)),
    }),
    excerpt: (about) => {
      const own = new Set(about.events);
      const sources = new Set(
        about.events.flatMap((event) => event.sources.flatMap((s) => ("document" in s ? [s.document] : []))),
      );
      const used = new Set(
        about.events.flatMap((event) =>
          entityKinds.flatMap((kind) =>
            named(event, kind)
              .flatMap((id) => (kind === "organization" ? chainOf(library, id) : id))
              .map((id) => `${kind}/${id}`),
          ),
        ),
      );
      return {
        ...collection(about),
        documents: library.documents
          .filter(({id}) => sources.has(id))
          .map((page) =>
            document(
              page,
              library.eventsIn(page.id).filter((event) => own.has(event)),
            ),
          ),
        entities: entities((kind, page) => used.has(`${kind}/${page.id}`)),
      };
    },
  };
}

/** For a site none of whose documents tells a day: feeds must say some. */
const NEVER = "1970-01-01T00:00:00Z";

/** The last day a document itself tells of: when it was retrieved, else published. The clock of the build is no part of it. */
function lastChange({retrieved, published}: DocumentPage): string | null {
  const day = retrieved ?? published;
  const span = day === null ? null : bounds(day);
  return span && Number.isFinite(span.earliest) ? new Date(span.earliest).toISOString() : null;
}
