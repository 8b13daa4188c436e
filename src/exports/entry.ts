import {z} from "zod";
import {whenWords} from "../i18n/when.ts";
import {bounds} from "../model/edtf.ts";
import type {EntityKind, Localized} from "../model/entity.ts";
import {eventTypes, relations, roles, statuses} from "../model/event.ts";
import {bases} from "../model/mention.ts";
import type {DocumentMatter, EntityMatter, EventMatter} from "../model/schema.ts";
import {safeAddress} from "./text.ts";

const text = z.string();
const maybe = z.string().nullable();

export const namedSchema = z.strictObject({
  id: text.describe("Identifier, the same in every language; ISO 3166-1 alpha-2 for countries."),
  name: text,
  url: text.describe("Its page on the site."),
});

const party = namedSchema.extend({
  short: text.describe("Abbreviation, or the name where there is none."),
  role: z.enum(roles).nullable().describe("Part it took, where the source says it."),
});

const cited = z.strictObject({
  title: maybe,
  language: maybe.describe("BCP 47 tag of title and quote."),
  publisher: maybe,
  published: maybe.describe("EDTF."),
  quote: maybe.describe("The exact words of the source."),
  page: maybe.describe("The document's page on the site; null for an outside source."),
  url: maybe.describe("Where the text was first published, as it says itself."),
});

/** An event as every export takes it: named and worded in one language, ids resolved, addresses absolute. */
export const entrySchema = z.strictObject({
  id: text,
  url: text.describe("The event's page; a permanent address."),
  title: text,
  titleLanguage: maybe.describe("BCP 47 tag of the title: a translation's, or the source's."),
  summary: maybe.describe("Written by a person."),
  when: maybe.describe("EDTF (ISO 8601-2), doubt included; null when the source gives no date."),
  whenWords: text.describe("The date in words of the file's language."),
  whenText: maybe.describe("The words of the source that carry the date."),
  basis: z
    .enum(bases)
    .describe("Where the date comes from: the words alone, partly from elsewhere, a relative word, a person, nowhere."),
  notAfter: maybe.describe("For an undated event: EDTF date it happened no later than."),
  bounds: z
    .strictObject({
      earliest: z.number().nullable().describe("First possible instant, inclusive; null: open."),
      latest: z.number().nullable().describe("Last possible instant, exclusive; null: open."),
    })
    .nullable()
    .describe("Bounds of `when`, milliseconds UTC since 1970."),
  status: z.enum(statuses),
  type: z.enum(eventTypes),
  organizations: z.array(party),
  bodies: z.array(namedSchema).describe("Bodies of organisations that the source names."),
  countries: z.array(namedSchema),
  people: z.array(namedSchema),
  places: z.array(namedSchema.extend({countries: z.array(text).describe("ISO 3166-1 alpha-2.")})),
  operations: z.array(namedSchema),
  topics: z.array(namedSchema),
  figures: z.array(z.strictObject({value: z.number(), unit: maybe, what: text, approximate: z.boolean()})),
  sources: z.array(cited).describe("Best first."),
  media: z.array(z.strictObject({url: text, caption: maybe, credit: maybe})),
  related: z.array(z.strictObject({event: text, url: text, relation: z.enum(relations)})),
  updated: maybe.describe("Last change of the record, ISO 8601."),
});

export type Entry = z.infer<typeof entrySchema>;
export type Named = z.infer<typeof namedSchema>;
export type Party = z.infer<typeof party>;
export type Cited = z.infer<typeof cited>;

/** What the ids of a record stand for. */
export type Shelves = {
  document: (id: string) => DocumentMatter | undefined;
  entity: (kind: EntityKind, id: string) => EntityMatter | undefined;
  /** Whether an event has a page; relations to others are left out. */
  event: (id: string) => unknown;
};

/** The language of an export and where its pages stand. */
export type Edition = {
  /** BCP 47. */
  language: string;
  /** Absolute address of a page in that language. */
  address: (kind: EntityKind | "event" | "document", id: string) => string;
};

/** The text in a language, in its base language, or in the first there is. */
export function inLanguage(texts: Localized, language: string): string | undefined {
  return texts[language] ?? texts[language.split("-")[0] ?? ""] ?? Object.values(texts)[0];
}

/** An entity by name; one without a page goes by its id. */
export function toNamed(kind: EntityKind, id: string, shelves: Shelves, {language, address}: Edition): Named {
  const matter = shelves.entity(kind, id);
  return {id, name: (matter && inLanguage(matter.names, language)) ?? id, url: address(kind, id)};
}

/** The entry of an event. `updated`: last change of its file, ISO 8601, where the caller knows it. */
export function toEntry(
  event: EventMatter & {id: string},
  shelves: Shelves,
  edition: Edition,
  updated: string | null = null,
): Entry {
  const {language, address} = edition;
  const named = (kind: EntityKind, ids: string[]) => ids.map((id) => toNamed(kind, id, shelves, edition));
  const translation = event.translations[language];
  const sources = event.sources.map((source) => toCited(source, shelves, edition));
  const span = event.when === null ? null : bounds(event.when);
  return {
    id: event.id,
    url: address("event", event.id),
    title: translation?.title ?? event.title,
    titleLanguage: translation?.title ? language : (sources.find((source) => source.language)?.language ?? null),
    summary: translation?.summary ?? null,
    when: event.when,
    whenWords: whenWords(event.when, language),
    whenText: event.whenText,
    basis: event.whenBasis,
    notAfter: event.notAfter,
    bounds: span && {earliest: finite(span.earliest), latest: finite(span.latest)},
    status: event.status,
    type: event.type,
    organizations: event.organizations.map(({id, role}) => {
      const about = toNamed("organization", id, shelves, edition);
      const short = inLanguage(shelves.entity("organization", id)?.short ?? {}, language);
      return {...about, short: short ?? about.name, role: role ?? null};
    }),
    bodies: named("organization", event.bodies),
    countries: named("country", event.countries),
    people: named("person", event.people),
    places: named("place", event.places).map((place) => ({
      ...place,
      countries: shelves.entity("place", place.id)?.countries ?? [],
    })),
    operations: named("operation", event.operations),
    topics: named("topic", event.topics),
    figures: event.figures.map(({value, unit, what, approximate}) => ({value, unit, what, approximate})),
    sources,
    media: event.media.flatMap(({url, caption, credit}) => {
      const safe = safeAddress(url);
      const words = typeof caption === "object" ? inLanguage(caption, language) : caption;
      return safe ? [{url: safe, caption: words ?? null, credit: credit ?? null}] : [];
    }),
    related: event.related
      .filter(({event: id}) => shelves.event(id) !== undefined)
      .map(({event: id, relation}) => ({event: id, url: address("event", id), relation})),
    updated,
  };
}

function toCited(source: EventMatter["sources"][number], shelves: Shelves, {address}: Edition): Cited {
  if ("url" in source) {
    const {title, publisher, published, quote, url} = source;
    return {
      title: title ?? null,
      language: null,
      publisher: publisher ?? null,
      published: published ?? null,
      quote: quote ?? null,
      page: null,
      url: safeAddress(url),
    };
  }
  const document = shelves.document(source.document);
  return {
    title: document?.title ?? null,
    language: document?.language ?? null,
    publisher: document?.publisher ?? null,
    published: document?.published ?? null,
    quote: source.quote,
    page: document ? address("document", source.document) : null,
    url: safeAddress(document?.url),
  };
}

const finite = (n: number): number | null => (Number.isFinite(n) ? n : null);
