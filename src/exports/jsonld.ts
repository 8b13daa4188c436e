import type {
  Article,
  BreadcrumbList,
  Dataset,
  Event,
  EventSeries,
  Graph,
  ItemList,
  NewsArticle,
  Organization,
  Person,
  Place,
  Thing,
  WebPage,
  WebSite,
} from "schema-dts";
import {type DateEnd, type DatePoint, parseEdtf} from "../model/edtf.ts";
import type {Role} from "../model/event.ts";
import type {Cited, Entry, Named} from "./entry.ts";
import {pruned} from "./pruned.ts";
import type {Collection, DocumentEntry, EntityEntry, Everything} from "./records.ts";
import {oneLine, sentences, sound} from "./text.ts";

const CONTEXT = "https://schema.org";

/** Anything said in schema.org's words, without the context. */
export type Statement = Exclude<Thing, string>;

/**
 * JSON-LD for a script element: with its context, `<` escaped so that no text can end the element.
 * Several statements make one graph.
 */
export function jsonLd(...statements: Statement[]): string {
  const [only, ...others] = statements;
  const whole: Graph | object =
    only && !others.length ? {"@context": CONTEXT, ...only} : {"@context": CONTEXT, "@graph": statements as Graph["@graph"]};
  return json(whole);
}

const json = (value: object | string): string =>
  JSON.stringify(value, (_, part) => (typeof part === "string" ? sound(part) : part)).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The whole site as one graph, in pieces: of very many events it is more than one string may hold. */
export function* siteLd(all: Everything): Generator<string> {
  yield `{"@context":${json(CONTEXT)},"@graph":[${json(websiteStatement(all))}`;
  for (const entry of all.entries) yield `,${json(eventStatement(entry))}`;
  for (const document of all.documents) yield `,${json(documentStatement(document))}`;
  for (const entity of all.entities) yield `,${json(entityStatement(entity, all.entries))}`;
  yield "]}";
}

/**
 * An event. Dates are never more exact than the source: a quarter is its year, a decade is not said, doubt stands in the
 * description, for schema.org has no words for it.
 */
export function eventStatement(entry: Entry): Event {
  const taking = (...roles: (Role | null)[]) => entry.organizations.filter(({role}) => roles.includes(role)).map(party);
  const operation = entry.operations[0];
  const statement: Event = {
    "@type": "Event",
    "@id": entry.url,
    url: entry.url,
    name: oneLine(entry.title),
    description: sentences([entry.whenWords, entry.summary ?? entry.sources[0]?.quote]),
    inLanguage: entry.titleLanguage ?? undefined,
    ...dates(entry.when),
    eventStatus: entry.status === "cancelled" ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
    location: some(location(entry)),
    organizer: some(taking("host")),
    attendee: some(taking("signatory", "participant", "observer")),
    about: some([
      // Of who is only named, nothing more can be said than that the event is about it.
      ...taking("subject", null),
      ...entry.people.map((person): Person => ({"@type": "Person", "@id": person.url, name: person.name, url: person.url})),
      ...entry.topics.map(({name, url}): Thing => ({"@type": "DefinedTerm", "@id": url, name, url})),
    ]),
    superEvent: operation && series(operation),
    subjectOf: some(citedStatements(entry.sources)),
    image: some(entry.media.map(({url}) => url)),
  };
  return pruned(statement);
}

/** The page of an event: its event, and the texts it cites, which the event describes. */
export const eventPageStatement = (entry: Entry, {language, home}: Pick<Collection, "language" | "home">): WebPage =>
  pruned({
    "@type": "WebPage",
    "@id": `${entry.url}#page`,
    url: entry.url,
    name: oneLine(entry.title),
    inLanguage: language,
    isPartOf: {"@type": "WebSite", "@id": home},
    dateModified: entry.updated ?? undefined,
    mainEntity: eventStatement(entry),
    citation: some(citedStatements(entry.sources).map(reference)),
  } satisfies WebPage);

/** An operation: a series of the events that name it. */
const operationStatement = (operation: EntityEntry, entries: Entry[]): EventSeries =>
  pruned({
    ...series(operation),
    description: operation.note ?? undefined,
    organizer: operation.organization ? organization(operation.organization) : undefined,
    subEvent: some(
      entries.map(({url, title, when}): Event => ({"@type": "Event", "@id": url, url, name: oneLine(title), ...dates(when)})),
    ),
  } satisfies EventSeries);

/** An organisation, country, person, operation, topic or place; an operation with those of the events that name it. */
export function entityStatement(entity: EntityEntry, entries: readonly Entry[]): Statement {
  const common = {
    "@id": entity.url,
    name: entity.name,
    alternateName: some([...new Set([...(entity.short ? [entity.short] : []), ...entity.aliases])]),
    description: entity.note ?? undefined,
    sameAs: some([
      ...(entity.wikidata ? [`https://www.wikidata.org/entity/${entity.wikidata}`] : []),
      ...(entity.site ? [entity.site] : []),
    ]),
  };
  const page = {mainEntityOfPage: entity.url};
  switch (entity.kind) {
    case "organization":
      return pruned({
        "@type": "Organization",
        ...common,
        url: entity.site ?? entity.url,
        ...page,
        foundingDate: entity.founded === null ? undefined : isoDate(parseEdtf(entity.founded)),
        parentOrganization: entity.parent ? organization(entity.parent) : undefined,
        // A member is an organisation or a person to schema.org; a state is the former here.
        member: some(entity.members.map(organization)),
      } satisfies Organization);
    case "country":
      return pruned({"@type": "Country", ...common, ...page, identifier: entity.id} satisfies Thing);
    case "person":
      return pruned({
        "@type": "Person",
        ...common,
        ...page,
        jobTitle: entity.post ?? undefined,
        affiliation: entity.organization ? organization(entity.organization) : undefined,
      } satisfies Person);
    case "operation":
      return operationStatement(
        entity,
        entries.filter(({operations}) => operations.some(({id}) => id === entity.id)),
      );
    case "topic":
      return pruned({"@type": "DefinedTerm", ...common, ...page} satisfies Thing);
    case "place":
      return pruned({
        "@type": "Place",
        ...common,
        ...page,
        containedInPlace: some(entity.countries.map(({name, url}) => ({"@type": "Country" as const, "@id": url, name}))),
      } satisfies Place);
  }
}

/** A document: the news text, with the address where it was first published and the events it tells of. */
export const documentStatement = (document: DocumentEntry, entries: Entry[] = []): NewsArticle =>
  pruned({
    "@type": "NewsArticle",
    "@id": document.url,
    url: document.url,
    headline: oneLine(document.title),
    inLanguage: document.language,
    datePublished: document.published === null ? undefined : isoDate(parseEdtf(document.published)),
    publisher: document.publisher === null ? undefined : {"@type": "Organization", name: document.publisher},
    author: document.author === null ? undefined : {"@type": "Person", name: document.author},
    isBasedOn: document.original ?? undefined,
    about: some(entries.map(({url, title}): Event => ({"@type": "Event", "@id": url, url, name: oneLine(title)}))),
    mentions: some([
      ...document.organizations.map(organization),
      ...document.countries.map(({name, url}) => ({"@type": "Country" as const, "@id": url, name})),
    ]),
  } satisfies NewsArticle);

/** A story told by this site itself. */
export const storyStatement = (
  story: {title: string; lead: string; url: string},
  {language, home}: Pick<Collection, "language" | "home">,
  entries: readonly Entry[],
): Article => ({
  "@type": "Article",
  "@id": story.url,
  url: story.url,
  headline: oneLine(story.title),
  description: story.lead,
  inLanguage: language,
  isPartOf: {"@type": "WebSite", "@id": home},
  about: entries.map(({url, title}): Event => ({"@type": "Event", "@id": url, url, name: oneLine(title)})),
});

/** The site, on its home page. */
export const websiteStatement = ({title, lead, language, home}: Collection): WebSite => ({
  "@type": "WebSite",
  "@id": home,
  url: home,
  name: title,
  description: lead,
  inLanguage: language,
});

/** What a page lists, in its order. */
export const listStatement = (name: string, url: string, items: readonly {name: string; url: string}[]): ItemList => ({
  "@type": "ItemList",
  name,
  url,
  numberOfItems: items.length,
  itemListElement: items.map((item, i) => ({
    "@type": "ListItem",
    position: i + 1,
    url: item.url,
    name: oneLine(item.name),
  })),
});

/** The way from the home page to this one, which comes last. */
export const breadcrumbStatement = (way: {name: string; url: string}[]): BreadcrumbList => ({
  "@type": "BreadcrumbList",
  itemListElement: way.map(({name, url}, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name: oneLine(name),
    item: {"@type": "WebPage", "@id": url},
  })),
});

/** The data page: what can be downloaded there. */
export const datasetStatement = (
  {title, lead, language, home, updated}: Collection,
  page: string,
  files: {url: string; mediaType: string}[],
): Dataset => ({
  "@type": "Dataset",
  "@id": page,
  url: page,
  name: title,
  description: lead,
  inLanguage: language,
  isPartOf: {"@type": "WebSite", "@id": home},
  dateModified: updated,
  distribution: files.map(({url, mediaType}) => ({"@type": "DataDownload", contentUrl: url, encodingFormat: mediaType})),
});

const series = ({name, url}: Named | EntityEntry): EventSeries => ({"@type": "EventSeries", "@id": url, name, url});

const organization = ({name, url}: Named): Organization => ({"@type": "Organization", "@id": url, name, url});

const party = ({name, short, url}: Entry["organizations"][number]): Organization => ({
  ...(organization({id: "", name, url}) as Exclude<Organization, string>),
  ...(short === name ? {} : {alternateName: short}),
});

function location(entry: Entry): Place[] {
  const within = (country: Named) => ({"@type": "Country" as const, "@id": country.url, name: country.name});
  const countries = new Map(entry.countries.map((country) => [country.id, country]));
  return entry.places.map((place) => {
    const [country, another] = place.countries;
    const lies = place.countries.flatMap((id) => countries.get(id) ?? []).map(within);
    return pruned({
      "@type": "Place",
      "@id": place.url,
      name: place.name,
      url: place.url,
      address:
        country === undefined || another !== undefined
          ? undefined
          : {"@type": "PostalAddress", addressLocality: place.name, addressCountry: country},
      containedInPlace: some(lies),
    } satisfies Place);
  });
}

/** A text that is described elsewhere in the same graph; one without a page here cannot be pointed at. */
const reference = (text: NewsArticle): NewsArticle =>
  text["@id"] === undefined ? text : pruned({"@type": "NewsArticle", "@id": text["@id"], headline: text.headline});

/** Each text once, with all that is quoted of it; one without an address is like no other. */
function citedStatements(sources: readonly Cited[]): NewsArticle[] {
  const texts = Map.groupBy(sources, (source) => source.page ?? source.url ?? source);
  return [...texts.values()].map((cited) => citedStatement(cited[0] as Cited, cited));
}

function citedStatement(text: Cited, cited: readonly Cited[]): NewsArticle {
  const address = text.page ?? text.url ?? undefined;
  const quotes = [...new Set(cited.flatMap(({quote}) => quote ?? []))];
  return pruned({
    "@type": "NewsArticle",
    "@id": text.page ?? undefined,
    url: address,
    headline: text.title === null ? undefined : oneLine(text.title),
    inLanguage: text.language ?? undefined,
    datePublished: text.published === null ? undefined : isoDate(parseEdtf(text.published)),
    publisher: text.publisher === null ? undefined : {"@type": "Organization", name: text.publisher},
    isBasedOn: text.page && text.url ? text.url : undefined,
    hasPart: some(quotes.map((quote) => ({"@type": "Quotation" as const, text: quote}))),
  } satisfies NewsArticle);
}

/** Start and end for schema.org; nothing for what an ISO date cannot say. */
function dates(when: string | null): {startDate?: string; endDate?: string} {
  const value = when === null ? null : parseEdtf(when);
  if (!value) return {};
  const start = isoDate(value.kind === "interval" ? value.start : value);
  const end = value.kind === "interval" ? isoDate(value.end) : undefined;
  return {...(start && {startDate: start}), ...(end && {endDate: end})};
}

/** `2011-12-14`, `2008-09`, `2016`, with a time where there is one; undefined for wider, unknown and open dates. */
function isoDate(value: DateEnd | ReturnType<typeof parseEdtf>): string | undefined {
  if (!value || typeof value === "string" || value.kind === "interval") return undefined;
  const {year, part, day, time, precision}: DatePoint = value;
  if (year === null || year < 0 || year > 9999 || precision === "decade" || precision === "century") return undefined;
  // A winter runs into the next year.
  if (precision === "season" && part === 4) return undefined;
  const two = (n: number) => String(n).padStart(2, "0");
  const years = String(year).padStart(4, "0");
  if (part === null || ["season", "quarter", "half"].includes(precision)) return years;
  return `${years}-${two(part)}${day === null ? "" : `-${two(day)}${time ? `T${time}` : ""}`}`;
}

/** A list, its only member, or nothing. */
function some<T>(list: T[]): T | T[] | undefined {
  return list.length > 1 ? list : list[0];
}
