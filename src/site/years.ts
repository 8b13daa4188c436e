import {hash} from "node:crypto";
import {importance} from "../timeline/importance.ts";
import {extentOf} from "../timeline/extent.ts";
import type {EventPage} from "./library.ts";

/** Most events that one page lists; with more the page names the most important and leads to the years. */
export const MOST_LISTED = 200;

/** The undated have a shelf of their own beside the years. */
export const UNDATED = "undated";

/** A stretch of the list with an address of its own: a year, a month of a full year, a part of a full month. */
export type Stretch = {
  /** `2021`, `2021-05`, `2021-05/2`, `undated`; below `years/`. */
  path: string;
  events: EventPage[];
};

/** A year, or the shelf, with its stretches in order of time. */
export type Year = {name: string; count: number; stretches: Stretch[]};

/** Whether a list is so long that its page shows a choice of it. */
export const isLong = (events: readonly unknown[]): boolean => events.length > MOST_LISTED;

/** The `most` most important events, in the order they were given; of those that are equal to the last, some from all over. */
export function mostImportant(events: readonly EventPage[], most = MOST_LISTED): EventPage[] {
  if (events.length <= most) return [...events];
  const weights = events.map(weightOf);
  const least = weights.toSorted((a, b) => b - a)[most - 1] ?? 0;
  const above = events.filter((_, i) => (weights[i] ?? 0) > least);
  const equal = events.filter((_, i) => weights[i] === least);
  const left = most - above.length;
  const taken = new Set([
    ...above,
    ...Array.from({length: left}, (_, k) => equal[Math.floor(((k + 0.5) * equal.length) / left)]),
  ]);
  return events.filter((event) => taken.has(event));
}

const weightOf = (event: EventPage): number =>
  importance({...event, organizations: event.organizations.map(({id}) => id), sources: event.sources.length});

/** Undated events a choice has at least, where there are so many: their heads lead to its shelf. */
const SHELVED = 10;

/** The choice of a very large set that stands on its first page: as `mostImportant`, with some of the undated. */
export function choiceOf(events: readonly EventPage[]): EventPage[] {
  const shelf = new Set(
    mostImportant(
      events.filter((event) => extentOf(event) === null),
      SHELVED,
    ),
  );
  const rest = new Set(
    mostImportant(
      events.filter((event) => !shelf.has(event)),
      MOST_LISTED - shelf.size,
    ),
  );
  return events.filter((event) => shelf.has(event) || rest.has(event));
}

/**
 * Events, given in order, by year. A year of more than a page's events is parted into months, a month into numbered parts:
 * no page grows with the archive, and an address once given goes on naming the same stretch of time.
 */
export function years(events: readonly EventPage[], most = MOST_LISTED): Year[] {
  return [...Map.groupBy(events, (event) => monthOf(event).slice(0, -3) || UNDATED)].map(([name, own]) => ({
    name,
    count: own.length,
    stretches:
      own.length <= most || name === UNDATED
        ? parts(name, own, most)
        : [...Map.groupBy(own, monthOf)].flatMap(([month, some]) => parts(month, some, most)),
  }));
}

/** `2021-05`, by the instant an event begins or, where only its limit is known, ends; `` for one without a place in time. */
function monthOf(event: EventPage): string {
  const extent = extentOf(event);
  if (!extent) return "";
  const date = new Date(extent.tail === "until" ? extent.to - 1 : extent.from);
  if (Number.isNaN(+date)) return `${(/-?\d+/.exec(event.when ?? "") ?? ["0"])[0]}-01`;
  const year = date.getUTCFullYear();
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
}

/**
 * The pages of some years: each year at its own address, whatever it holds, and the parts of those that are parted. The page
 * of a parted year shows the most important of its events.
 */
export const yearPages = (all: readonly Year[]): Stretch[] =>
  all.flatMap(({name, stretches}) =>
    stretches.some(({path}) => path === name)
      ? stretches
      : [{path: name, events: mostImportant(stretches.flatMap(({events}) => events))}, ...stretches],
  );

function parts(path: string, events: EventPage[], most: number): Stretch[] {
  const count = Math.ceil(events.length / most);
  return Array.from({length: count}, (_, i) => ({
    path: i ? `${path}/${i + 1}` : path,
    events: events.slice(i * most, (i + 1) * most),
  }));
}

/** A way to a stretch, a month or a year; `open`: the current page lies in it. */
export type YearLink = {path: string; count: number; open: boolean};

/**
 * Ways from one page of the years to the others: the years, then the months of the open one, then the parts of the open month, so
 * that no page leads to all.
 */
export function yearLinks(all: readonly Year[], current: string | undefined): YearLink[][] {
  const month = (path = "") => path.split("/")[0] ?? "";
  const holds = ({name, stretches}: Year) => name === month(current) || stretches.some(({path}) => path === current);
  const rows = [all.map((year) => ({path: year.name, count: year.count, open: holds(year)}))];
  const year = all.find(holds);
  if (!year) return rows;
  const months = Map.groupBy(year.stretches, ({path}) => month(path));
  const count = (stretches: readonly Stretch[]) => stretches.reduce((sum, {events}) => sum + events.length, 0);
  if (!months.has(year.name))
    rows.push([...months].map(([path, parts]) => ({path, count: count(parts), open: path === month(current)})));
  const parts = months.get(month(current)) ?? [];
  if (parts.length > 1) rows.push(parts.map(({path, events}) => ({path, count: events.length, open: path === current})));
  return rows;
}

/** A digest of what the overview of the years says. */
export const yearsDigest = (all: readonly Year[]): string =>
  hash(
    "sha256",
    JSON.stringify(
      all.map(({name, count, stretches}) => [name, count, stretches.map(({path, events}) => [path, events.length])]),
    ),
    "base64url",
  );

/** Address of a stretch from its language's root; `of` is the path of an entity whose years they are. */
export const stretchPath = (stretch: string, of = ""): string => `${of}years/${stretch ? `${stretch}/` : ""}`;
