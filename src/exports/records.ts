import {z} from "zod";
import {whenWords} from "../i18n/when.ts";
import {entityKinds} from "../model/entity.ts";
import type {DocumentMatter, EntityMatter} from "../model/schema.ts";
import {type Edition, type Entry, inLanguage, toNamed, namedSchema, type Shelves} from "./entry.ts";
import {safeAddress} from "./text.ts";

const text = z.string();
const maybe = z.string().nullable();

/** A document as exports take it: what a reference needs, and what was read from it. Its text is not in it. */
export const documentEntrySchema = z.strictObject({
  id: text,
  url: text.describe("The document's page on the site."),
  title: text,
  language: text.describe("BCP 47."),
  published: maybe.describe("EDTF, as stated in the text."),
  publishedWords: text,
  retrieved: maybe.describe("EDTF."),
  publisher: maybe,
  author: maybe,
  original: maybe.describe("Address of the first publication, as the text says itself."),
  file: maybe.describe("Name of the raw file."),
  sha256: maybe.describe("Digest of the raw file."),
  events: z.array(text).describe("Ids of the events read from it."),
  organizations: z.array(namedSchema),
  countries: z.array(namedSchema),
  updated: maybe.describe("Last change of the record, ISO 8601."),
});
export type DocumentEntry = z.infer<typeof documentEntrySchema>;

/** An organisation, country, person, operation, topic or place as exports take it. */
export const entityEntrySchema = z.strictObject({
  kind: z.enum(entityKinds),
  id: text,
  url: text.describe("Its page on the site."),
  name: text,
  short: maybe,
  names: z.record(text, text).describe("By BCP 47 tag."),
  aliases: z.array(text),
  wikidata: maybe,
  site: maybe.describe("Its own site."),
  founded: maybe.describe("EDTF."),
  members: z.array(namedSchema.extend({when: maybe.describe("EDTF.")})),
  parent: namedSchema.nullable().describe("Organisation a body belongs to."),
  organization: namedSchema.nullable().describe("Organisation a person or operation belongs to."),
  post: maybe,
  countries: z.array(namedSchema),
  note: maybe,
  lane: z
    .strictObject({shape: text, ink: z.number()})
    .nullable()
    .describe("How an organisation's lane is drawn on the timeline; null where it has none of its own."),
});
export type EntityEntry = z.infer<typeof entityEntrySchema>;

/** What one file of an export holds, and what is said of the whole. */
export type Collection = {
  title: string;
  lead: string;
  /** BCP 47. */
  language: string;
  /** Absolute address of the page it belongs to: the home page, or an organisation's. */
  home: string;
  /** Absolute address of the file itself. */
  self: string;
  /** Last change of anything in it, ISO 8601; never the clock, so that a build repeats to the byte. */
  updated: string;
  entries: Entry[];
};

/** A collection with the records its entries rest on. */
export type Everything = Collection & {documents: DocumentEntry[]; entities: EntityEntry[]};

/** The entry of a document; `events` are the ids of those shown on the site. */
export function toDocumentEntry(
  document: DocumentMatter & {id: string},
  events: string[],
  shelves: Shelves,
  edition: Edition,
  updated: string | null = null,
): DocumentEntry {
  return {
    id: document.id,
    url: edition.address("document", document.id),
    title: document.title,
    language: document.language,
    published: document.published,
    publishedWords: whenWords(document.published, edition.language),
    retrieved: document.retrieved,
    publisher: document.publisher,
    author: document.author,
    original: safeAddress(document.url),
    file: document.seed?.file ?? null,
    sha256: document.seed?.sha256 ?? null,
    events,
    organizations: document.entities.organizations.map((id) => toNamed("organization", id, shelves, edition)),
    countries: document.entities.countries.map((id) => toNamed("country", id, shelves, edition)),
    updated,
  };
}

/** The entry of an entity page. */
export function toEntityEntry(entity: EntityMatter, shelves: Shelves, edition: Edition): EntityEntry {
  const {language, address} = edition;
  const named = (id: string | null) => (id === null ? null : toNamed("organization", id, shelves, edition));
  return {
    kind: entity.kind,
    id: entity.id,
    url: address(entity.kind, entity.id),
    name: inLanguage(entity.names, language) ?? entity.id,
    short: inLanguage(entity.short, language) ?? null,
    names: entity.names,
    aliases: entity.aliases.map((alias) => (typeof alias === "string" ? alias : alias.text)),
    wikidata: entity.identifiers.wikidata ?? null,
    site: safeAddress(entity.url),
    founded: entity.founded,
    members: entity.members.map(({country, when}) => ({...toNamed("country", country, shelves, edition), when})),
    parent: named(entity.parent),
    organization: named(entity.organization),
    post: entity.post,
    countries: entity.countries.map((id) => toNamed("country", id, shelves, edition)),
    note: inLanguage(entity.note, language) ?? null,
    lane: entity.lane,
  };
}
