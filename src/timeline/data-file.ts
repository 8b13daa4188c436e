import type {EventType, Role, Status} from "../model/event.ts";
import {type Lane, OTHERS, type Shape, STATES, type TimelineData, type TimelineItem} from "./item.ts";
import {laneOrder} from "./lanes.ts";
import {scoreWords} from "../i18n/score-words.ts";

type Named = {id: string; name: string; url: string};
/** As much of a site's `events.json` as the timeline needs. */
type EventsFile = {
  title: string;
  language: string;
  events: {
    id: string;
    url: string;
    title: string;
    titleLanguage: string | null;
    when: string | null;
    notAfter: string | null;
    status: Status;
    type: EventType;
    organizations: (Named & {short: string; role: Role | null})[];
    bodies: Named[];
    countries: Named[];
    topics: Named[];
    sources: {quote: string | null}[];
  }[];
  entities: {
    kind: string;
    id: string;
    name: string;
    short: string | null;
    url: string;
    parent: Named | null;
    lane?: {shape: Shape; ink: number} | null;
  }[];
};

/** Most letters of a label's title. */
const SHORT = 38;

/** What the timeline shows of a data file: its own as it is, a site's `events.json` put into its form; null for anything else. */
export function readDataFile(file: unknown): TimelineData | null {
  if (typeof file !== "object" || file === null) return null;
  const {items, lanes, events, entities} = file as {[name: string]: unknown};
  if (Array.isArray(items) && Array.isArray(lanes)) return file as TimelineData;
  if (!Array.isArray(events) || !Array.isArray(entities) || events.some((event) => !hasForm(event))) return null;
  return fromEvents(file as EventsFile);
}

/** The language a data file is in; English where it does not say. */
export function languageOf(file: unknown): string {
  const {lang, language} = (file ?? {}) as {[name: string]: unknown};
  return [lang, language].find((tag) => typeof tag === "string") ?? "en";
}

const hasForm = (event: unknown): boolean =>
  typeof event === "object" &&
  event !== null &&
  ["organizations", "bodies", "countries", "topics", "sources"].every((name) =>
    Array.isArray((event as Record<string, unknown>)[name]),
  );

function fromEvents({title, language, events, entities}: EventsFile): TimelineData {
  const organizations = new Map(entities.filter(({kind}) => kind === "organization").map((entity) => [entity.id, entity]));
  // A body counts for its organisation; chains of bodies end, even in a ring.
  const headOf = (id: string): string => {
    let at = id;
    for (let steps = 0; steps < 8; steps++) at = organizations.get(at)?.parent?.id ?? at;
    return at;
  };
  const drawn = [...organizations.values()].filter(({lane}) => lane);
  const own = new Map((drawn.length ? drawn : [...organizations.values()]).map((entity) => [entity.id, entity]));
  const items = events.map((event): TimelineItem => {
    const all = [...new Set([...event.organizations, ...event.bodies].map(({id}) => headOf(id)))];
    const folded = all.filter((id) => !own.has(id));
    const quote = event.sources.find((source) => source.quote)?.quote;
    const roles = event.organizations.flatMap(({id, role}) => (role ? [[id, role] as const] : []));
    return {
      id: event.id,
      when: event.when,
      notAfter: event.notAfter,
      status: event.status,
      type: event.type,
      lanes: all.length ? [...new Set(all.map((id) => (own.has(id) ? id : OTHERS)))] : [STATES],
      ...(folded.length ? {folded} : {}),
      organizations: event.organizations.map(({id}) => id),
      countries: event.countries.map(({id}) => id),
      topics: event.topics.map(({id}) => id),
      ...(roles.length ? {roles: Object.fromEntries(roles)} : {}),
      title: event.title,
      short: shortened(event.title),
      ...(event.titleLanguage && event.titleLanguage !== language
        ? {titleLang: event.titleLanguage, sourceLang: event.titleLanguage}
        : {}),
      href: event.url,
      ...(quote ? {quote} : {}),
    };
  });
  const names = (pick: (event: EventsFile["events"][number]) => readonly Named[]) =>
    Object.fromEntries(events.flatMap(pick).map(({id, name}) => [id, name]));
  return {
    lang: language,
    title,
    lanes: lanes(items, own, language),
    items,
    names: {
      organizations: Object.fromEntries([...organizations].map(([id, {short, name}]) => [id, short ?? name])),
      countries: names((event) => event.countries),
      topics: names((event) => event.topics),
      types: {},
    },
  };
}

function lanes(
  items: readonly TimelineItem[],
  own: ReadonlyMap<string, EventsFile["entities"][number]>,
  language: string,
): Lane[] {
  const words = scoreWords(language);
  const used = new Set(items.flatMap((item) => item.lanes));
  const ids = [...own.keys(), OTHERS, STATES].filter((id) => used.has(id));
  return laneOrder(ids, items).map((id): Lane => {
    if (id === STATES) return {id, name: words.states, shape: "cross", ink: 0, href: null};
    const entity = own.get(id);
    if (!entity) return {id, name: words.others, shape: "dot", ink: 0, href: null};
    return {id, name: entity.short ?? entity.name, ...(entity.lane ?? {shape: "dot", ink: 0}), href: entity.url};
  });
}

function shortened(title: string): string {
  if (title.length <= SHORT) return title;
  const head = title.slice(0, SHORT);
  const blank = head.lastIndexOf(" ");
  return `${(blank > SHORT / 2 ? head.slice(0, blank) : head).replace(/[\s,;:–—-]+$/, "")}…`;
}
