import {messages} from "../i18n/messages.ts";
import {entityKinds} from "../model/entity.ts";
import type {Addresses} from "./address.ts";
import {parties, party} from "./chronicle.ts";
import {nameSaid} from "./name-line.ts";
import {hasPage} from "./entity-pages.ts";
import {ownLanes} from "./lanes.ts";
import type {DocumentPage, EventPage, Library} from "./library.ts";

export const filterNames = ["kind", "organization", "country", "type", "year"] as const;

/** By what a page may be picked in the search; a filter it knows no value for is left out. */
export type Filters = Partial<Record<(typeof filterNames)[number], string[]>>;

export function eventFilters(library: Library, event: EventPage, language: string, to: Addresses): Filters {
  const words = messages(language);
  const year = /^-?\d{4}/.exec(event.when ?? "")?.[0];
  return {
    kind: [words.kinds.event.one],
    organization: parties(library, event, language, to)
      .filter(({href}) => href)
      .map(({name}) => name.text),
    country: event.countries.map((id) => nameSaid(library, "country", id, language).text),
    type: [words.types[event.type]],
    year: year ? [year] : [],
  };
}

export function documentFilters(library: Library, page: DocumentPage, language: string, to: Addresses): Filters {
  const lanes = ownLanes(library);
  return {
    kind: [messages(language).kinds.document.one],
    organization: page.entities.organizations
      .filter((id) => lanes.includes(id))
      .map((id) => party(library, id, language, to).name.text),
    country: page.entities.countries.map((id) => nameSaid(library, "country", id, language).text),
    year: page.published && !page.published.startsWith("X") ? [page.published.slice(0, 4)] : [],
  };
}

/** Most values a filter offers, the most frequent ones: the search page does not grow with the archive. */
const MOST = 200;

/** What the search page offers to pick by, in the order of the language; the latest year first. */
export function filterChoices(
  library: Library,
  stories: readonly unknown[],
  language: string,
  to: Addresses,
): {name: (typeof filterNames)[number]; values: string[]}[] {
  const counts = new Map(filterNames.map((name) => [name, new Map<string, number>()]));
  const add = (filters: Filters) => {
    for (const name of filterNames)
      for (const value of filters[name] ?? []) {
        const list = counts.get(name);
        list?.set(value, (list.get(value) ?? 0) + 1);
      }
  };
  const words = messages(language);
  for (const event of library.events) add(eventFilters(library, event, language, to));
  for (const document of library.documents) add(documentFilters(library, document, language, to));
  for (const kind of entityKinds)
    if (library.entities[kind].some((entity) => hasPage(library, kind, entity))) add({kind: [words.kinds[kind].one]});
  if (stories.length) add({kind: [words.stories.one]});
  const collator = new Intl.Collator(language);
  return filterNames.flatMap((name) => {
    const all = [...(counts.get(name) ?? [])].sort((a, b) => b[1] - a[1]).slice(0, MOST);
    const values = all.map(([value]) => value);
    values.sort(name === "year" ? (a, b) => Number(b) - Number(a) : collator.compare);
    return values.length ? [{name, values}] : [];
  });
}
