import {count, messages, number} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import {entityKinds, type EntityKind} from "../model/entity.ts";
import type {Addresses} from "./address.ts";
import {type Party, party} from "./chronicle.ts";
import {type Fact, type Link, link} from "./event-page.ts";
import {bodiesOf, eventsOf, hasPage} from "./entity-pages.ts";
import {headOf, look} from "./lanes.ts";
import {compareText, type EntityPage, type Library} from "./library.ts";
import {alongside} from "./neighbours.ts";
import {byLetters, localized, nameOf, type Said, shortOf} from "./wording.ts";

export type EntityView = {
  name: Said;
  mark: Party | null;
  note: Said | null;
  lead: string;
  facts: Fact[];
  /** Others named in the same events, by kind. */
  alongside: Fact[];
};

/** How many of each kind are named alongside. */
const MOST = 12;

/** An entity's page, worded. */
export function entityView(library: Library, kind: EntityKind, entity: EntityPage, language: string, to: Addresses): EntityView {
  const words = messages(language);
  const events = eventsOf(library, kind, entity.id);
  const joint = events.filter((event) => new Set(event.organizations.map(({id}) => headOf(library, id))).size > 1).length;
  const near = alongside(library, events, {kind, id: entity.id});
  return {
    name: nameOf(entity, language),
    mark: kind === "organization" && entity.lane ? party(library, entity.id, language, to) : null,
    note: localized(entity.note, language),
    lead: words.entity.lead({
      events: count(language, events.length, words.counts.events),
      joint: kind === "organization" && joint ? number(language, joint) : "",
    }),
    facts: factsOf(library, kind, entity, language, to),
    alongside: entityKinds.flatMap((other) => {
      const some = near.filter((found) => found.kind === other).slice(0, MOST);
      if (!some.length) return [];
      return [
        {
          name: words.kinds[other].many,
          links: some.map(({entity: found, count: n}) => ({
            ...link(library, other, found.id, language, to),
            note: {text: number(language, n), lang: undefined},
            party: other === "organization" ? party(library, found.id, language, to) : undefined,
          })),
        },
      ];
    }),
  };
}

function factsOf(library: Library, kind: EntityKind, entity: EntityPage, language: string, to: Addresses): Fact[] {
  const words = messages(language).entity;
  const text = (text: string, lang?: string): Link => ({words: {text, lang}, href: null});
  const lettered = (words: string): Link => ({words: byLetters(words, language, library.site.languages), href: null});
  const row = (name: string, links: Link[]): Fact[] => (links.length ? [{name, links}] : []);
  const own = nameOf(entity, language).text;
  const names = Object.entries(entity.names)
    .filter(([, name]) => name !== own)
    .map(([tag, name]) => text(name, tag));
  const shorts = [...new Set(Object.entries(entity.short).filter(([, name]) => name !== own))].map(([tag, name]) =>
    text(name, tag),
  );
  const aliases = [
    ...new Set(entity.aliases.flatMap((alias) => (typeof alias === "string" ? alias : alias.only ? [] : alias.text))),
  ];
  const {identifiers} = entity;
  return [
    ...row(words.names, [...names, ...shorts]),
    ...row(
      words.aliases,
      aliases.map((alias) => lettered(alias)),
    ),
    ...row(words.post, entity.post ? [lettered(entity.post)] : []),
    ...row(
      messages(language).kinds.organization.one,
      entity.organization ? [link(library, "organization", entity.organization, language, to)] : [],
    ),
    ...row(words.parent, entity.parent ? [link(library, "organization", entity.parent, language, to)] : []),
    ...row(words.founded, entity.founded ? [text(whenWords(entity.founded, language))] : []),
    ...row(words.seat, entity.seat ? [link(library, "place", entity.seat, language, to)] : []),
    ...row(
      words.countriesOf,
      entity.countries.map((id) => link(library, "country", id, language, to)),
    ),
    ...row(
      words.members,
      entity.members.map(({country, when}) => ({
        ...link(library, "country", country, language, to),
        note: when ? {text: whenWords(when, language), lang: undefined} : undefined,
      })),
    ),
    ...row(
      words.bodies,
      bodiesOf(library, entity.id)
        .filter((body) => hasPage(library, "organization", body))
        .map((body) => link(library, "organization", body.id, language, to)),
    ),
    ...row(words.site, entity.url ? [{words: {text: entity.url, lang: undefined}, href: entity.url}] : []),
    ...row(
      words.code,
      (identifiers.iso3166 ?? (kind === "country" ? entity.id : "")) ? [text(identifiers.iso3166 ?? entity.id)] : [],
    ),
    ...row(
      words.wikidata,
      identifiers.wikidata
        ? [
            {
              words: {text: identifiers.wikidata, lang: undefined},
              href: `https://www.wikidata.org/wiki/${encodeURIComponent(identifiers.wikidata)}`,
            },
          ]
        : [],
    ),
  ];
}

export type IndexRow = {link: Link; note: Said[]; events: string; mark: Party | null; draft: boolean};

const sorted = new WeakMap<Library, Map<string, EntityPage[]>>();

/** The entities of a kind that have pages: organisations with a lane first, then by name as the language sorts. */
export function withPages(library: Library, kind: EntityKind, language: string): EntityPage[] {
  const lists = sorted.get(library) ?? new Map<string, EntityPage[]>();
  sorted.set(library, lists);
  const key = `${kind} ${language}`;
  const list = lists.get(key) ?? sortedByName(library, kind, language);
  lists.set(key, list);
  return list;
}

function sortedByName(library: Library, kind: EntityKind, language: string): EntityPage[] {
  const lane = (entity: EntityPage) => {
    const at = library.site.lanes.indexOf(entity.id);
    return kind === "organization" && at >= 0 ? at : Infinity;
  };
  const collator = new Intl.Collator(language);
  return library.entities[kind]
    .filter((entity) => hasPage(library, kind, entity))
    .map((entity) => ({entity, name: nameOf(entity, language)}))
    .sort(
      (a, b) =>
        (lane(a.entity) === lane(b.entity) ? 0 : lane(a.entity) - lane(b.entity)) ||
        collator.compare(a.name.text, b.name.text) ||
        compareText(a.entity.id, b.entity.id),
    )
    .map(({entity}) => entity);
}

/** Entities as rows of an index, in the order given. */
export function indexRows(
  library: Library,
  kind: EntityKind,
  entities: readonly EntityPage[],
  language: string,
  to: Addresses,
): IndexRow[] {
  const words = messages(language);
  return entities.map((entity) => {
    const name = nameOf(entity, language);
    const short = shortOf(entity, language);
    const note = [
      kind === "organization" && short.text !== name.text ? short : null,
      entity.post === null ? null : byLetters(entity.post, language, library.site.languages),
      localized(entity.note, language),
    ].filter((words) => words !== null);
    return {
      link: {words: name, href: to.entity(kind, entity.id)},
      note,
      events: count(language, eventsOf(library, kind, entity.id).length, words.counts.events),
      mark: kind === "organization" && look(entity).ink ? party(library, entity.id, language, to) : null,
      draft: entity.draft,
    };
  });
}
