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
import {type Addresses} from "./address.ts";
import {hasPage} from "./entity-pages.ts";
import {type DocumentPage, type EventPage, type Library} from "./library.ts";
import {localized} from "./wording.ts";

/** The content as exports take it, in one language. */
export type Records = {
  everything: (self: string) => Everything;
  /** Some of the events under a title of their own; addresses are absolute. */
  collection: (about: {title: string; home: string; self: string; events: readonly EventPage[]}) => Collection;
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
  const document = (page: DocumentPage) =>
    toDocumentEntry(
      page,
      library.eventsIn(page.id).map(({id}) => id),
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
  return {
    entry,
    document,
    entity,
    collection,
    everything: (self) => ({
      ...collection({
        title: localized(library.site.title, language)?.text ?? "",
        home: absolute(to.home),
        self,
        events: library.events,
      }),
      documents: library.documents.map(document),
      entities: entityKinds.flatMap((kind) =>
        library.entities[kind].filter((page) => hasPage(library, kind, page)).flatMap(({id}) => entity(kind, id) ?? []),
      ),
    }),
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
