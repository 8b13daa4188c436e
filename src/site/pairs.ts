import {messages, number} from "../i18n/messages.ts";
import {type Lane, OTHERS, STATES, type TimelineData} from "../timeline/item.ts";
import {type Addresses} from "./address.ts";
import {lanesOf} from "./lanes.ts";
import {type EventPage, type Library} from "./library.ts";

/** A cell of the half-matrix: events of two lanes, or of one alone. */
export type Cell = {a: string; b: string; n: number; count: string; words: string; href: string | null};
/** A row of the matrix; cells below the diagonal are null. */
export type PairRow = {lane: Lane; cells: (Cell | null)[]};

/** Lanes that stand for one organisation each. */
export const organizationLanes = (data: TimelineData): Lane[] => data.lanes.filter(({id}) => id !== STATES && id !== OTHERS);

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
  const lanes = organizationLanes(data);
  const joint = new Map<string, {n: number; undated: number}>();
  const add = (key: string, undated: boolean) => {
    const at = joint.get(key) ?? {n: 0, undated: 0};
    joint.set(key, {n: at.n + 1, undated: at.undated + Number(undated)});
  };
  for (const item of data.items) {
    const undated = item.when === null;
    const own = lanes.filter(({id}) => item.lanes.includes(id));
    if (item.lanes.length === 1 && own[0]) add(`${own[0].id} ${own[0].id}`, undated);
    own.forEach((a, i) => own.slice(i + 1).forEach((b) => add(`${a.id} ${b.id}`, undated)));
  }
  return lanes.map((lane, r) => ({
    lane,
    cells: lanes.map((other, c) => {
      if (c < r) return null;
      const {n, undated} = joint.get(`${lane.id} ${other.id}`) ?? {n: 0, undated: 0};
      const self = lane.id === other.id;
      const said = self ? words.alone : n ? words.joint : words.none;
      return {
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
