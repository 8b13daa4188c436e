import {messages, number} from "../i18n/messages.ts";
import type {Lane, TimelineData, TimelineItem} from "../timeline/item.ts";
import {cellKey, cellsOf, organizationLanes} from "../timeline/pair.ts";
import type {Addresses} from "./address.ts";
import {lanesOf} from "./lanes.ts";
import type {EventPage, Library} from "./library.ts";

/** A cell of the half-matrix: events of two lanes, or of one alone. */
export type Cell = {key: string; a: string; b: string; n: number; count: string; words: string; href: string | null};
/** A row of the matrix; cells below the diagonal are null. */
export type PairRow = {lane: Lane; cells: (Cell | null)[]};

/** Events by pair of lanes, in order of time; a pair is two ids in either order. */
export function pairEvents(library: Library): (a: string, b: string) => EventPage[] {
  const byPair = new Map<string, EventPage[]>();
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const event of library.events) {
    const lanes = lanesOf(library, event);
    lanes.forEach((a, i) =>
      lanes.slice(i + 1).forEach((b) => {
        const list = byPair.get(key(a, b)) ?? [];
        list.push(event);
        byPair.set(key(a, b), list);
      }),
    );
  }
  return (a, b) => byPair.get(key(a, b)) ?? [];
}

/** How many events of a lane name each country, by country and lane. */
export function countryCounts({items}: TimelineData): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const {countries, lanes} of items)
    for (const country of new Set(countries)) {
      const row = counts.get(country) ?? new Map<string, number>();
      counts.set(country, row);
      for (const lane of lanes) row.set(lane, (row.get(lane) ?? 0) + 1);
    }
  return counts;
}

/** The half-matrix of who acted with whom, one pass over the events. */
export function pairRows(data: TimelineData, to: Addresses): PairRow[] {
  const {lang} = data;
  const words = messages(lang).together;
  const lanes = organizationLanes(data.lanes);
  const order = lanes.map(({id}) => id);
  const joint = new Map<string, {n: number; undated: number}>();
  for (const item of data.items)
    for (const key of cellsOf(order, item.lanes)) {
      const at = joint.get(key) ?? {n: 0, undated: 0};
      joint.set(key, {n: at.n + 1, undated: at.undated + Number(item.when === null)});
    }
  return lanes.map((lane, r) => ({
    lane,
    cells: lanes.map((other, c) => {
      if (c < r) return null;
      const {n, undated} = joint.get(cellKey(lane.id, other.id)) ?? {n: 0, undated: 0};
      const self = lane.id === other.id;
      const said = self ? words.alone : n ? words.joint : words.none;
      return {
        key: cellKey(lane.id, other.id),
        a: lane.id,
        b: other.id,
        n,
        count: n || self ? number(lang, n) : "—",
        words: undated ? `${said}, ${words.undated(number(lang, undated))}` : said,
        href: n ? (self ? to.entity("organization", lane.id) : `#p-${lane.id}-${other.id}`) : null,
      };
    }),
  }));
}

/** What the script of the page needs to count and draw for another period. */
export type PairsData = {
  lang: string;
  lanes: Lane[];
  items: Pick<TimelineItem, "id" | "when" | "notAfter" | "status" | "lanes" | "countries">[];
  /** Forms of «event», by plural category. */
  forms: Partial<Record<Intl.LDMLPluralRule, string>>;
  words: Record<"joint" | "none" | "alone", string>;
};

export function pairsData(data: TimelineData): PairsData {
  const {together, counts} = messages(data.lang);
  return {
    lang: data.lang,
    lanes: data.lanes,
    items: data.items.map(({id, when, notAfter, status, lanes, countries}) => ({id, when, notAfter, status, lanes, countries})),
    forms: counts.events,
    words: {joint: together.joint, none: together.none, alone: together.alone},
  };
}
