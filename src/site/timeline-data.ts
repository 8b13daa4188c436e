import {LRUCache} from "lru-cache";
import {count, messages, number} from "../i18n/messages.ts";
import {eventTypes} from "../model/event.ts";
import {extentOf} from "../timeline/extent.ts";
import {OTHERS, STATES, type Names, type TimelineData, type TimelineItem} from "../timeline/item.ts";
import type {Addresses} from "./address.ts";
import {foldedOf, lanesOf, laneRows} from "./lanes.ts";
import type {EventPage, Library} from "./library.ts";
import {tiledIn} from "./tiled.ts";
import {inTongue, localized, languageOf, nameOf, shortOf, shortTitleOf, titleOf} from "./wording.ts";

/** Items made last, by the event's address: it stands on the pages of all its neighbours. */
const recent = new WeakMap<Library, LRUCache<string, TimelineItem>>();

/** An event as the timeline sees it, worded in a language. */
export function timelineItem(library: Library, event: EventPage, language: string, to: Addresses): TimelineItem {
  const made = recent.get(library) ?? new LRUCache<string, TimelineItem>({max: 8192});
  recent.set(library, made);
  const key = to.event(event.id);
  const item = made.get(key) ?? makeItem(library, event, language, to);
  made.set(key, item);
  return item;
}

function makeItem(library: Library, event: EventPage, language: string, to: Addresses): TimelineItem {
  const source = languageOf(event, library);
  const title = titleOf(event, language, source);
  const quote = event.sources.map((s) => s.quote).find(Boolean);
  const roles = event.organizations.flatMap(({id, role}) => (role ? [[id, role] as const] : []));
  const folded = foldedOf(library, event);
  return {
    id: event.id,
    when: event.when,
    notAfter: event.notAfter,
    status: event.status,
    type: event.type,
    lanes: lanesOf(library, event),
    ...(folded.length ? {folded} : {}),
    organizations: event.organizations.map(({id}) => id),
    countries: event.countries,
    topics: event.topics,
    ...(roles.length ? {roles: Object.fromEntries(roles)} : {}),
    title: title.text,
    short: shortTitleOf(event, language, source).text,
    ...(title.lang ? {titleLang: title.lang} : {}),
    href: to.event(event.id),
    ...(quote ? {quote} : {}),
    ...(event.figures.length ? {figures: event.figures.map((figure) => figureWords(figure, source ?? language))} : {}),
    ...(inTongue("", source, language).lang ? {sourceLang: source} : {}),
  };
}

/** «изъято около 7 тонн»: the words are the source's, and so is the language. */
export function figureWords(figure: EventPage["figures"][number], language: string): string {
  const about = figure.approximate ? messages(language).event.approximately : "";
  return [figure.what, about, number(language, figure.value), figure.unit ?? ""].filter(Boolean).join(" ");
}

/** Everything a timeline over some events shows. `keep`: lanes drawn even when empty. */
export function timelineData(
  library: Library,
  events: readonly EventPage[],
  language: string,
  to: Addresses,
  keep?: readonly string[],
): TimelineData {
  const items = events.map((event) => timelineItem(library, event, language, to));
  return {
    lang: language,
    title: localized(library.site.heading, language)?.text ?? messages(language).timeline.title,
    lanes: laneRows(library, items, language, to, keep),
    items,
    names: names(library, items, language),
  };
}

/** The data of a page that has a choice of events; counts and all others come from tiles. */
export function choiceData(
  library: Library,
  whole: TimelineData,
  events: readonly EventPage[],
  language: string,
  to: Addresses,
): TimelineData {
  const items = events.map((event) => timelineItem(library, event, language, to));
  const {organizations} = names(library, items, language);
  return {...whole, items, names: {...whole.names, organizations}, tiles: tiledIn(language, to)};
}

function names(library: Library, items: readonly TimelineItem[], language: string): Names {
  const pick = (kind: "organization" | "country" | "topic", ids: readonly string[]) =>
    Object.fromEntries(
      [...new Set(ids)].sort().map((id) => {
        const entity = library.entity(kind, id);
        return [id, entity ? (kind === "organization" ? shortOf : nameOf)(entity, language).text : id];
      }),
    );
  const used = new Set(items.map(({type}) => type));
  const types = messages(language).types;
  return {
    organizations: pick(
      "organization",
      items.flatMap((item) => [...item.organizations, ...(item.folded ?? [])]),
    ),
    countries: pick(
      "country",
      items.flatMap((item) => item.countries),
    ),
    topics: pick(
      "topic",
      items.flatMap((item) => item.topics),
    ),
    types: Object.fromEntries(eventTypes.filter((type) => used.has(type)).map((type) => [type, types[type]])),
  };
}

/** The sentence under the heading: how many events, of what years, who was most often together, how many have no date. */
export function summary(data: TimelineData, documents: number): string {
  const {lang, items} = data;
  const words = messages(lang);
  const undated = items.filter((item) => extentOf(item) === null).length;
  const {pairs, most} = closest(data);
  return [
    words.home.summary({
      events: count(lang, items.length, words.counts.events),
      documents: count(lang, documents, words.counts.fromDocuments),
      period: yearSpan(items),
    }),
    pairs.length ? words.home.together({pairs, count: number(lang, most), several: pairs.length > 1}) : "",
    undated ? words.home.undated({events: count(lang, undated, words.counts.fromEvents)}) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** First and last year named by the dates: «2008–2025»; empty when nothing is dated. */
export function yearSpan(items: readonly Pick<TimelineItem, "when">[]): string {
  const years = items.flatMap(({when}) => (when ?? "").match(/(?<![\d-])-?\d{4}(?![\dX])/g) ?? []).map(Number);
  if (!years.length) return "";
  let first = Infinity;
  let last = -Infinity;
  for (const year of years) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return first === last ? String(first) : `${first}–${last}`;
}

/** The pairs of lanes with the most joint events, at most three, named. */
function closest({lanes, items, lang}: TimelineData): {pairs: string[]; most: number} {
  const place = new Map(lanes.filter(({id}) => id !== STATES && id !== OTHERS).map(({id, name}, i) => [id, {i, name}]));
  const counts = new Map<string, {n: number; names: string[]}>();
  for (const item of items) {
    const own = item.lanes.flatMap((id) => place.get(id) ?? []).sort((a, b) => a.i - b.i);
    own.forEach((a, i) =>
      own.slice(i + 1).forEach((b) => {
        const key = `${a.i}+${b.i}`;
        counts.set(key, {n: (counts.get(key)?.n ?? 0) + 1, names: [a.name, b.name]});
      }),
    );
  }
  const all = [...counts.values()];
  const most = all.reduce((max, {n}) => Math.max(max, n), 0);
  const pairs = all.filter(({n}) => n === most).slice(0, 3);
  return {pairs: pairs.map((pair) => pair.names.join(messages(lang).home.and)), most};
}

/** How many events on either side of one its close-up shows. */
const NEAR = 12;

/** The dated events around one in time, of any participants, for its close-up; itself is always among them. */
export function nearby(library: Library, event: EventPage): EventPage[] {
  const at = library.placeOf(event);
  const near = library.events.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter(({when}) => when !== null);
  return near.includes(event) ? near : [...near, event];
}
