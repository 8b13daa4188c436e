import {hash} from "node:crypto";
import {entityFolders, entityKinds, type EntityKind} from "../model/entity.ts";
import {bodiesOf, eventsOf, hasPage} from "./entity-pages.ts";
import {chainOf, headOf, ownLanes} from "./lanes.ts";
import {type DocumentPage, type EntityPage, type EventPage, type Library, named} from "./library.ts";
import {form} from "./loader/form.ts";
import {neighbours, related} from "./neighbours.ts";
import {hasOwnPictures} from "./share.ts";
import type {StoryPage} from "./stories.ts";
import {isTiled} from "./tiles.ts";
import {nearby} from "./timeline-data.ts";

/**
 * Digests of what pages are made of: as long as a page's digest stays, so do its bytes, in every language. More than a page
 * shows may count, never less. Null: nobody can say, the page is always written.
 */
export type Inputs = {
  event: (event: EventPage) => string | null;
  document: (document: DocumentPage) => string | null;
  entity: (kind: EntityKind, entity: EntityPage) => string | null;
  /** Events in a list, each as a card or a line. */
  list: (events: readonly EventPage[]) => string;
  /** Documents in a list. */
  documents: (documents: readonly DocumentPage[]) => string;
  /** The index of a kind. */
  index: (kind: EntityKind) => string;
  eventPicture: (event: EventPage) => string;
  documentPicture: (document: DocumentPage) => string;
  /** The events of an organisation as files have them, and those with the documents they were read from. */
  collection: (organization: string) => string;
  excerpt: (organization: string) => string;
  /** What stands for the whole site: everything but the texts of documents, and where in them anything stands. */
  shown: string;
  /** Everything there is. */
  all: string;
};

/** Up to so many events the strip of a document shows them all; with more, its own alone. */
export const MOST_IN_STRIP = 400;

const made = new WeakMap<Library, Inputs>();

/** Made once for a library; each record is read for it once. */
export function inputs(library: Library, stories: readonly StoryPage[]): Inputs {
  const kept = made.get(library) ?? make(library, stories);
  made.set(library, kept);
  return kept;
}

const sum = (...parts: readonly unknown[]): string => hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22);

function remembered<T>(of: (thing: T) => string): (thing: T) => string {
  const known = new Map<T, string>();
  return (thing) => {
    const kept = known.get(thing) ?? of(thing);
    known.set(thing, kept);
    return kept;
  };
}

function make(library: Library, stories: readonly StoryPage[]): Inputs {
  /** An entity by itself; whether it has a page decides whether it is a link. */
  const ownRecord = remembered(({body: _, ...record}: EntityPage) =>
    sum(record, hasPage(library, record.kind, {...record, body: ""})),
  );
  const ownOf = (kind: EntityKind, id: string | null) => {
    const entity = id === null ? undefined : library.entity(kind, id);
    return entity ? ownRecord(entity) : id;
  };
  /** An entity with those its record names. */
  const record = remembered((entity: EntityPage) =>
    sum(
      ownRecord(entity),
      headOf(library, entity.id),
      ownOf("organization", headOf(library, entity.id)),
      ownOf("organization", entity.parent),
      ownOf("organization", entity.organization),
      [...entity.countries, ...entity.members.map(({country}) => country)].map((id) => ownOf("country", id)),
      entity.kind === "organization" ? bodiesOf(library, entity.id).map(ownRecord) : [],
    ),
  );
  const recordOf = (kind: EntityKind, id: string) => {
    const entity = library.entity(kind, id);
    return entity ? record(entity) : id;
  };
  /** A document wherever it is named: not its text, nor where in a seed that stands. */
  const cited = remembered(({body: _, seed: _seed, boilerplate: _menus, ingest: _memory, ...document}: DocumentPage) =>
    sum(document, library.eventsIn(document.id).length),
  );
  const citedOf = (id: string) => {
    const document = library.document(id);
    return document ? cited(document) : id;
  };
  /** A document's record. */
  const matter = remembered((page: DocumentPage) =>
    sum(
      cited(page),
      page.seed,
      page.boilerplate,
      entityKinds.map((kind) => page.entities[entityFolders[kind]].map((id) => recordOf(kind, id))),
    ),
  );
  const matterOf = (id: string) => {
    const document = library.document(id);
    return document ? matter(document) : id;
  };
  /** A document as its own page has it, and those that show a passage of it. */
  const wholeOf = (id: string) => [matterOf(id), library.document(id)?.body];
  const sourcesOf = (event: EventPage) => event.sources.flatMap((source) => ("document" in source ? [source.document] : []));
  /**
   * An event wherever it is named: with the names of all that take part, and what its sources are called. Where in them its
   * words stand is for its own page.
   */
  const event = remembered((page: EventPage) =>
    sum(
      {...page, sources: page.sources.map((source) => ({...source, span: null})), ingest: page.ingest === undefined},
      entityKinds.map((kind) => named(page, kind).map((id) => recordOf(kind, id))),
      sourcesOf(page).map(citedOf),
    ),
  );
  const eventOf = (id: string) => {
    const page = library.event(id);
    return page ? event(page) : id;
  };
  const events = (pages: readonly EventPage[]) => pages.map(event);

  /** Whatever the components of a body name, by any kind; null where the names cannot be seen. */
  const namedIn = (body: string): string[] | null => {
    if (form(body) === "mdx") return null;
    const values = [...body.matchAll(/\b(?:id|event)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => m[1] ?? m[2] ?? "");
    if (values.some((value) => /[&\\]/.test(value))) return null;
    const ids = [...new Set(values.flatMap((value) => [value, ...value.split(/\s+/)]))];
    return ids.flatMap((id) => [eventOf(id), ...entityKinds.map((kind) => recordOf(kind, id))]);
  };

  const everyKind = entityKinds.flatMap((kind) => library.entities[kind].map((entity) => [record(entity), entity.body]));
  const everyBody = [...library.events, ...library.documents, ...entityKinds.flatMap((kind) => library.entities[kind])];
  /** What every page shows, or how. A body that is compiled may bring styles that others then share. */
  const shell = sum(
    library.site,
    stories.length > 0,
    ownLanes(library).map((id) => recordOf("organization", id)),
    hasOwnPictures(library),
    isTiled(library),
    library.events.length > MOST_IN_STRIP,
    everyBody.flatMap(({body}) => (form(body) === "mdx" ? [body] : [])),
  );
  const list = (pages: readonly EventPage[]) => sum(shell, events(pages));
  /** Files say when they last changed; one of events whose sources tell no day has the day of the whole site. */
  const daysOf = (documents: readonly (DocumentPage | undefined)[]) =>
    documents.map((page) => page?.retrieved ?? page?.published ?? null);
  const dayless = (own: readonly EventPage[]) => !daysOf(own.flatMap(sourcesOf).map(library.document)).some(Boolean);
  const collection = (id: string) => {
    const own = eventsOf(library, "organization", id);
    return sum(shell, recordOf("organization", id), events(own), dayless(own) && daysOf(library.documents));
  };
  const shown = sum(shell, events(library.events), library.documents.map(cited), everyKind, stories);
  const strip = library.events.length > MOST_IN_STRIP ? "" : sum(events(library.events));

  return {
    event: (page) => {
      if (form(page.body) === "mdx") return null;
      const {n, of, before, after} = neighbours(library, page);
      return sum(
        shell,
        event(page),
        page.sources,
        namedIn(page.body),
        sourcesOf(page).map(wholeOf),
        events(nearby(library, page)),
        [n, of, before && event(before), after && event(after)],
        related(library, page).map(({relation, side, event: other}) => [relation, side, event(other)]),
      );
    },
    document: (page) => {
      const names = namedIn(page.body);
      if (!names) return null;
      return sum(
        shell,
        matter(page),
        page.body,
        names,
        library.eventsIn(page.id).map((own) => [event(own), own.sources]),
        strip,
      );
    },
    entity: (kind, entity) => {
      const names = namedIn(entity.body);
      if (!names) return null;
      return sum(
        shell,
        record(entity),
        entity.body,
        names,
        events(eventsOf(library, kind, entity.id)),
        library.documentsOf(kind, entity.id).map(cited),
      );
    },
    list,
    documents: (documents) => sum(shell, documents.map(cited)),
    index: (kind) =>
      sum(
        shell,
        library.entities[kind].map((entity) => [record(entity), eventsOf(library, kind, entity.id).length]),
      ),
    eventPicture: (page) => sum(shell, event(page)),
    documentPicture: (page) => sum(shell, cited(page), events(library.eventsIn(page.id))),
    collection,
    excerpt: (id) => {
      const own = eventsOf(library, "organization", id);
      const chains = own.flatMap((page) => named(page, "organization").flatMap((id) => chainOf(library, id)));
      return sum(
        collection(id),
        own.flatMap(sourcesOf).map(matterOf),
        [...new Set(chains)].map((id) => recordOf("organization", id)),
      );
    },
    shown,
    all: sum(
      shown,
      library.events.map(({sources}) => sources),
      library.documents.map(({id}) => wholeOf(id)),
    ),
  };
}
