import type {EntityMatter} from "./schema.ts";

import type {Edtf} from "./edtf.ts";

export const entityKinds = ["organization", "country", "person", "operation", "topic", "place"] as const;
export type EntityKind = (typeof entityKinds)[number];

/** Folder of a kind's pages below `content/`. */
export const entityFolders = {
  organization: "organizations",
  country: "countries",
  person: "people",
  operation: "operations",
  topic: "topics",
  place: "places",
} as const satisfies Record<EntityKind, string>;
export type EntityFolder = (typeof entityFolders)[EntityKind];

/** Text per language, by BCP 47 tag. */
export type Localized = Record<string, string>;

/**
 * Another name. `together`: counts only beside another such abbreviation, an office or the full name (РК, КР, РТ);
 * `after-name`: only after the item has named the entity or a kin of it («Содружество», «Организация»).
 */
export type Alias = {text: string; language?: string | undefined; only?: "together" | "after-name" | undefined};

/** An entity as its page in `content/` tells it: names, aliases, identifiers. These pages are the gazetteer. */
export type Entity = {
  kind: EntityKind;
  /** The page's file name without ending; ISO 3166-1 alpha-2 in upper case for countries. */
  id: string;
  names: Localized;
  /** Abbreviation or short name, e.g. {ru: "ОДКБ", en: "CSTO"}. */
  short: Localized;
  /** Other names; inflected forms are derived, not listed. `language` undefined: any. */
  aliases: Alias[];
  /** A body counts for this organisation. */
  parent: string | null;
  /** Country a place lies in, or ISO codes an operation or body concerns. */
  countries: string[];
  /** People: post and organisation as the source words them. */
  post: string | null;
  organization: string | null;
  /** Organisations: member states over time. */
  members: {country: string; when: Edtf | null}[];
  /** Topics: stems or words that signal the topic in a sentence. */
  signals: {text: string; language?: string | undefined}[];
  draft: boolean;
};

/** The entity an entity page's front matter tells of. */
export function toEntity(matter: EntityMatter): Entity {
  const {kind, id, names, short, parent, countries, post, organization, members, draft} = matter;
  const signals = matter.signals.map((s) => (typeof s === "string" ? {text: s} : {text: s.text, language: s.language}));
  const aliases = matter.aliases.map((a) => (typeof a === "string" ? {text: a} : a));
  return {kind, id, names, short, aliases, parent, countries, post, organization, members, signals, draft};
}
