import {z} from "zod";
import {figures} from "./accuracy.ts";
import {isEdtf} from "./edtf.ts";
import {entityKinds} from "./entity.ts";
import {eventTypes, relations, roles, statuses} from "./event.ts";
import {bases} from "./mention.ts";

// Strict objects throughout: Astro imports whatever `layout` names, so an unknown key is an error, never passed on.

export const edtf = z.string().refine(isEdtf, {error: "not an EDTF date"});
const localized = z.record(z.string(), z.string());
const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
const offsets = z.tuple([z.int().min(0), z.int().min(0)]);
/** One place where an address is allowed by its scheme. */
export const address = z
  .string()
  .refine((s) => /^(https?:\/\/|mailto:)/i.test(s), {error: "not an http, https or mailto address"});
const ids = z.array(id).default([]);

/** What ingest last wrote, field by field, as short digests, and the pages it made from a document; see the store. */
const ingest = z.strictObject({
  key: z.string(),
  made: z.record(z.string(), z.string()).optional(),
  wrote: z.record(z.string(), z.string()),
});

const entities = z.strictObject({organizations: ids, countries: ids, people: ids, operations: ids, topics: ids, places: ids});

export const documentSchema = z.strictObject({
  title: z.string(),
  language: z.string(),
  published: edtf.nullable().default(null),
  retrieved: edtf.nullable().default(null),
  publisher: z.string().nullable().default(null),
  url: address.nullable().default(null),
  author: z.string().nullable().default(null),
  dateline: z.string().nullable().default(null),
  seed: z.strictObject({file: z.string(), span: offsets, sha256: z.string()}).nullable().default(null),
  boilerplate: z.array(offsets).default([]),
  entities: entities.prefault({}),
  events: ids,
  translations: z.record(z.string(), z.strictObject({title: z.string().optional(), summary: z.string().optional()})).default({}),
  notes: z.string().optional(),
  hidden: z.boolean().default(false),
  ingest: ingest.optional(),
});

export const eventSchema = z.strictObject({
  title: z.string().refine((title) => title.trim() !== "", {error: "empty"}),
  when: edtf.nullable().default(null),
  whenText: z.string().nullable().default(null),
  whenBasis: z.enum(bases).default("editor"),
  whenNote: z.union([z.string(), localized]).nullable().default(null),
  notAfter: edtf.nullable().default(null),
  status: z.enum(statuses).default("happened"),
  type: z.enum(eventTypes).default("other"),
  organizations: z.array(z.strictObject({id, role: z.enum(roles).optional()})).default([]),
  bodies: ids,
  countries: ids,
  people: ids,
  places: ids,
  operations: ids,
  topics: ids,
  figures: z
    .array(
      z.strictObject({
        value: z.number(),
        unit: z.string().nullable(),
        what: z.string(),
        approximate: z.boolean().default(false),
        span: offsets.optional(),
      }),
    )
    .default([]),
  /** A source is a document of ours with quote and span, or an outside page named by its address. */
  sources: z
    .array(
      z.union([
        z.strictObject({document: id, quote: z.string(), span: offsets}),
        z.strictObject({
          url: address,
          title: z.string().optional(),
          publisher: z.string().optional(),
          published: edtf.nullable().optional(),
          quote: z.string().optional(),
        }),
      ]),
    )
    .default([]),
  related: z.array(z.strictObject({event: id, relation: z.enum(relations)})).default([]),
  sameAs: ids,
  notSameAs: ids,
  weight: z.number().default(0),
  translations: z
    .record(
      z.string(),
      z.strictObject({title: z.string().optional(), short: z.string().optional(), summary: z.string().optional()}),
    )
    .default({}),
  media: z
    .array(
      z.strictObject({
        url: address,
        alt: localized.or(z.string()).optional(),
        caption: localized.or(z.string()).optional(),
        credit: z.string().optional(),
        kind: z.string().optional(),
      }),
    )
    .default([]),
  notes: z.string().optional(),
  hidden: z.boolean().default(false),
  ingest: ingest.optional(),
});

const alias = z.union([
  z.string(),
  z.strictObject({text: z.string(), language: z.string().optional(), only: z.enum(["together", "after-name"]).optional()}),
]);

/** The page of an organisation, country, person, operation, topic or place: the gazetteer. */
export const entitySchema = z.strictObject({
  id,
  kind: z.enum(entityKinds),
  names: localized,
  short: localized.default({}),
  aliases: z.array(alias).default([]),
  parent: id.nullable().default(null),
  /** ISO codes: where a place lies, whom an operation or body concerns. */
  countries: ids,
  identifiers: z.strictObject({iso3166: z.string().optional(), wikidata: z.string().optional()}).prefault({}),
  post: z.string().nullable().default(null),
  organization: id.nullable().default(null),
  founded: edtf.nullable().default(null),
  seat: id.nullable().default(null),
  url: address.nullable().default(null),
  members: z.array(z.strictObject({country: id, when: edtf.nullable().default(null)})).default([]),
  signals: z.array(alias).default([]),
  /** How an organisation's lane is drawn: one of the shapes and inks of the design, by number from 1; null: grey with initials. */
  lane: z
    .strictObject({
      shape: z.enum(["diamond", "circle", "square", "triangle", "cross", "pentagon", "bar", "star"]),
      ink: z.int().min(1).max(8),
    })
    .nullable()
    .default(null),
  /** Two sentences on who this is. */
  note: localized.default({}),
  draft: z.boolean().default(false),
  notes: z.string().optional(),
  hidden: z.boolean().default(false),
  ingest: ingest.optional(),
});

/**
 * A story: steps through the timeline, each a view and a few sentences. One page holds all languages, sentence beside
 * sentence, so that an editor sees at a glance what is not translated yet; and each sentence names the events it rests on,
 * for a sentence without any would be ours, not the sources'.
 */
export const storySchema = z.strictObject({
  title: localized,
  lead: localized,
  steps: z
    .array(
      z.strictObject({
        title: localized,
        /** As in the address bar of the timeline: "from=2008&to=2014&with=cis,iom"; "" is the whole period. See view-address.ts. */
        view: z.string().default(""),
        sentences: z.array(z.strictObject({text: localized, events: z.array(id).min(1)})).min(1),
      }),
    )
    .min(1),
  notes: z.string().optional(),
  hidden: z.boolean().default(false),
});

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

export const siteSchema = z.strictObject({
  title: localized,
  heading: localized,
  lead: localized,
  languages: z
    .array(z.string().refine(isLanguage, {error: "not a language tag, like ru, en or pt-BR"}))
    .min(1)
    .refine((tags) => new Set(tags).size === tags.length, {error: "a list that says one language twice"}),
  /** Where the site will stand; its path is the base of all links. */
  url: z.string().refine(isWebAddress, {error: "not a whole web address, like https://example.org/chronicle/"}),
  /** Organisations that have a lane, in the order used when nothing speaks for another. */
  lanes: z.array(id),
  /** true: lanes are drawn in the order above; false: in the order that keeps partners together. */
  keepLaneOrder: z.boolean().default(false),
  repository: address.nullable().default(null),
});

/** F1, or how many of how many, or a plain count. */
const measure = z.union([
  z.strictObject({f1: z.number().min(0).max(1)}),
  z.strictObject({right: z.int().min(0), of: z.int().min(0)}),
  z.strictObject({count: z.int().min(0)}),
]);

/** content/accuracy.json: how the reader does on sets of documents that people annotated. A site may have none. */
export const accuracySchema = z.strictObject({
  sets: z.array(
    z.strictObject({
      name: z.record(z.string(), z.string()),
      note: z.record(z.string(), z.string()),
      documents: z.int().min(0),
      figures: z.partialRecord(z.enum(figures), measure),
    }),
  ),
});

export type DocumentMatter = z.infer<typeof documentSchema>;
export type EventMatter = z.infer<typeof eventSchema>;
export type EntityMatter = z.infer<typeof entitySchema>;
export type StoryMatter = z.infer<typeof storySchema>;
export type SiteMatter = z.infer<typeof siteSchema>;
export type Accuracy = z.infer<typeof accuracySchema>;
