import {messages} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import {compareEdtf} from "../model/edtf.ts";
import type {Cited, Entry} from "./entry.ts";
import type {Collection} from "./records.ts";
import {compareText} from "./text.ts";
import {element, fragment, type Markup} from "./xml.ts";

/** A feed holds the newest of its entries; readers' programs fetch it whole, again and again. */
export const FEED_LENGTH = 200;

/** An entry's last change, or the collection's where it is not known; ISO 8601. */
export const changed = (entry: Entry, {updated}: Collection): string => new Date(entry.updated ?? updated).toISOString();

/** What a feed shows: last changed first, then by date of the event, the latest first. */
export function newest(collection: Collection): Entry[] {
  return collection.entries
    .map((entry) => ({entry, at: changed(entry, collection)}))
    .sort(
      (a, b) =>
        compareText(b.at, a.at) ||
        Number(a.entry.when === null) - Number(b.entry.when === null) ||
        compareEdtf(b.entry.when, a.entry.when) ||
        compareText(a.entry.id, b.entry.id),
    )
    .slice(0, FEED_LENGTH)
    .map(({entry}) => entry);
}

/** The whole entry as HTML without script, style or relative address. */
export function itemHtml(entry: Entry, language: string): Markup {
  const words = messages(language);
  const foreign = (tag: string | null) => ({lang: tag && tag !== language ? tag : null, dir: "auto"});
  const facts: [string, string[]][] = [
    [words.event.participants, entry.organizations.map(({name, role}) => (role ? `${name} (${words.roles[role]})` : name))],
    [words.event.bodies, entry.bodies.map(({name}) => name)],
    [words.event.countries, entry.countries.map(({name}) => name)],
    [words.event.people, entry.people.map(({name}) => name)],
    [words.event.places, entry.places.map(({name}) => name)],
    [words.event.operations, entry.operations.map(({name}) => name)],
    [words.event.topics, entry.topics.map(({name}) => name)],
  ];
  return fragment(
    element(
      "p",
      {},
      element("strong", {}, entry.whenWords),
      ` · ${words.types[entry.type]} · ${words.statusNotes[entry.status]}`,
    ),
    entry.summary && element("p", {}, entry.summary),
    ...entry.sources.flatMap((source) => [
      source.quote &&
        element("blockquote", {cite: source.page ?? source.url, ...foreign(source.language)}, element("p", {}, source.quote)),
      element("p", {}, `${words.event.source}: `, ...sourceLine(source, language)),
    ]),
    element(
      "ul",
      {},
      ...facts.filter(([, names]) => names.length).map(([label, names]) => element("li", {}, `${label}: ${names.join(", ")}`)),
    ),
  );
}

function sourceLine(source: Cited, language: string): (Markup | string)[] {
  const title = source.title ?? source.url ?? messages(language).event.noSource;
  const href = source.page ?? source.url;
  const name = href ? element("a", {href, lang: source.language, dir: "auto"}, title) : title;
  const rest = [source.publisher, source.published && whenWords(source.published, language)].filter(Boolean).join(", ");
  return rest ? [name, ` — ${rest}`] : [name];
}

/** Names by which a reader's program can sort: organisations and topics. */
export const tags = (entry: Entry): string[] => [
  ...entry.organizations.map(({short}) => short),
  ...entry.topics.map(({name}) => name),
];
