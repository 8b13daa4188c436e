import {type Unit, units} from "./bins.ts";
import {DAY, type Extent, extentOf} from "./extent.ts";
import {parties as partiesOf, type TimelineItem} from "./item.ts";
import {importance} from "./importance.ts";
import {
  type Drawn,
  drawnKeys,
  type Index,
  type Level,
  type Manifest,
  type Party,
  type Slice,
  type SliceField,
  sliceFields,
  type Tile,
  toColumns,
  type Worded,
  wordedKeys,
} from "./tile.ts";

/** Fewer events than this stand in the page itself. */
export const TILED_FROM = 2000;

/** Bins of a tile of all events; a view of 1440 px shows at most 310. Slices have more, for they hold less in each. */
const BINS = 128;
const MOST_BINS = 4096;
/** Events of a page, and of the stretch one index lists. */
const PAGE = 256;
const INDEXED = 128 * PAGE;
/** The most important events a tile names, of all and of a slice. */
const TOP = 16;
const TOP_OF_SLICE = 6;
/** Undated events that are shown one by one. */
const SHELVED = 160;
/** A finer level is made while its tiles hold so many events on average; where they are fewer, pages serve as well. */
const FULL = 64;

/** An item with what the reader of its page does not see but its importance needs. */
export type TiledItem = TimelineItem & {sources?: number | undefined; weight?: number | undefined};

/** One file of the pyramid: its name without folder, and its text. */
export type TileFile = {name: string; text: string};

/** Whether an event is counted in the bins of a unit: not when its date leaves more open than a bin holds. */
export const standsIn = (extent: Pick<Extent, "blur">, unit: Unit): boolean => extent.blur <= unit.length * 1.2;

/** Items in columns, by head, then id. */
type Dated = {
  items: TiledItem[];
  head: Float64Array;
  from: Float64Array;
  to: Float64Array;
  blur: Float64Array;
  party: Uint32Array;
  rank: Float64Array;
};

/**
 * The pyramid of a large set: counts of every unit of time from days (hours, where events have clock times) to the unit
 * of which one tile holds all, cut by type, status, country and topic; the events themselves in pages; the undated.
 * `digest` names a file after its text. The manifest comes last, under the name `manifest.json`.
 */
export function* tiles(source: Iterable<TiledItem>, digest: (text: string) => string): Generator<TileFile> {
  const {dated, shelf, parties, lanes, undated} = columns(source);
  const file = (value: unknown): TileFile => {
    const text = JSON.stringify(value);
    return {name: `${digest(text)}.json`, text};
  };
  const stored = levelsFor(dated);
  const tops = {bins: BINS, top: TOP, undated: undated(shelf)};
  const all = yield* slice(everyIndex(dated), dated, parties, stored, tops, file);
  const slices = {} as Manifest["slices"];
  for (const field of sliceFields) {
    const found: [string, string][] = [];
    const inTime = valuesOf(dated.items, field);
    const without = valuesOf(shelf, field);
    for (const value of [...new Set([...inTime.keys(), ...without.keys()])].sort()) {
      const members = inTime.get(value) ?? [];
      const shelved = (without.get(value) ?? []).flatMap((i) => shelf[i] ?? []);
      const shape = {bins: binsFor(dated.items.length, members.length), top: TOP_OF_SLICE, undated: undated(shelved)};
      const made = file(yield* slice(members, dated, parties, stored, shape, file));
      yield made;
      found.push([value, made.name]);
    }
    slices[field] = found;
  }
  const indexes = yield* pages(dated, file);
  const shelved = shelf.length ? file(toColumns(shelf.slice(0, SHELVED), [...drawnKeys, ...wordedKeys])) : null;
  if (shelved) yield shelved;
  const manifest: Manifest = {
    format: 1,
    span: {from: dated.from.reduce((a, b) => Math.min(a, b), Infinity), to: dated.to.reduce((a, b) => Math.max(a, b), -Infinity)},
    clocked: isClocked(dated.items),
    lanes,
    totals: totals(lanes, [dated.items, shelf]),
    all,
    slices,
    indexes,
    shelf: shelved?.name ?? null,
  };
  yield {name: "manifest.json", text: JSON.stringify(manifest)};
}

/** Tiles of rare things span more time, so that no slice is scattered over files of a few bytes. */
const binsFor = (all: number, own: number): number =>
  Math.min(MOST_BINS, BINS * 2 ** Math.floor(Math.log2(Math.max(1, all / Math.max(1, own)))));

function columns(source: Iterable<TiledItem>) {
  const found: {item: TiledItem; extent: Extent}[] = [];
  const shelf: TiledItem[] = [];
  const laneNumbers = new Map<string, number>();
  for (const item of source) {
    for (const id of item.lanes) if (!laneNumbers.has(id)) laneNumbers.set(id, laneNumbers.size);
    const extent = extentOf(item);
    if (extent) found.push({item, extent});
    else shelf.push(item);
  }
  found.sort((a, b) => a.extent.head - b.extent.head || (a.item.id < b.item.id ? -1 : 1));
  const lanes = [...laneNumbers.keys()].sort();
  lanes.forEach((id, i) => laneNumbers.set(id, i));
  const numbers = new Map<string, number>();
  const parties: Party[] = [];
  const partyOf = (item: TiledItem): number => {
    const joint = partiesOf(item) > 1;
    const key = `${joint}${item.lanes.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const own = [...new Set(item.lanes.map((id) => laneNumbers.get(id) ?? 0))].sort((a, b) => a - b);
    numbers.set(key, parties.length);
    return parties.push({lanes: own, joint}) - 1;
  };
  const of = (pick: (x: (typeof found)[number]) => number) => Float64Array.from(found, pick);
  const dated: Dated = {
    items: found.map(({item}) => item),
    head: of(({extent}) => extent.head),
    from: of(({extent}) => extent.from),
    to: of(({extent}) => Math.max(extent.to, extent.from + 1)),
    blur: of(({extent}) => extent.blur),
    party: Uint32Array.from(found, ({item}) => partyOf(item)),
    rank: of(({item}) => importance(item)),
  };
  shelf.sort((a, b) => importance(b) - importance(a) || (a.id < b.id ? -1 : 1));
  const undated = (items: readonly TiledItem[]): Slice["undated"] => {
    const counts = new Map<number, number>();
    for (const item of items) counts.set(partyOf(item), (counts.get(partyOf(item)) ?? 0) + 1);
    const own = [...counts].sort(([a], [b]) => a - b);
    return {parties: own.flatMap(([party]) => parties[party] ?? []), count: own.map(([, count]) => count)};
  };
  return {dated, shelf, parties, lanes, undated};
}

function totals(lanes: readonly string[], all: readonly (readonly TiledItem[])[]): Manifest["totals"] {
  const found = new Map(lanes.map((id) => [id, {all: 0, joint: 0}]));
  for (const items of all)
    for (const item of items) {
      const own = new Set(item.lanes);
      for (const id of own) {
        const total = found.get(id);
        if (!total) continue;
        total.all++;
        if (own.size > 1) total.joint++;
      }
    }
  return [...found.values()];
}

const isClocked = (items: readonly TiledItem[]): boolean => items.some(({when}) => when?.includes("T"));

const everyIndex = ({items}: Dated) => Uint32Array.from(items, (_, i) => i);

/** The units that get tiles, finest first: enough that the coarsest needs one tile, coarser counts being sums of it. */
function levelsFor({items, from, head}: Dated): Unit[] {
  const clocked = isClocked(items);
  const usable = units.filter(({name}) => clocked || name !== "hour");
  const first = from.reduce((a, b) => Math.min(a, b), head[0] ?? 0);
  const last = head.at(-1) ?? 0;
  // Weeks do not add up to months, so a month's level is the least to end with.
  const end = usable.findIndex((unit) => unit.length > 8 * DAY && unit.key(last) - unit.key(first) < BINS);
  return usable.slice(0, end < 0 ? usable.length : end + 1);
}

function valuesOf(items: readonly TiledItem[], field: SliceField): Map<string, number[]> {
  const found = new Map<string, number[]>();
  items.forEach((item, i) => {
    const own = item[field];
    for (const value of typeof own === "string" ? [own] : new Set(own)) {
      const list = found.get(value);
      if (list) list.push(i);
      else found.set(value, [i]);
    }
  });
  return found;
}

type File = (value: unknown) => TileFile;
type Shape = {bins: number; top: number; undated: Slice["undated"]};

function* slice(
  members: ArrayLike<number>,
  dated: Dated,
  parties: readonly Party[],
  stored: readonly Unit[],
  shape: Shape,
  file: File,
): Generator<TileFile, Slice> {
  const levels: Level[] = [];
  for (const unit of stored.toReversed()) {
    const drafts = level(members, dated, parties, unit, shape);
    if (levels.length && members.length < drafts.length * FULL) break;
    const made: Level["tiles"] = [];
    for (const [number, tile] of drafts) {
      const {name, text} = file(tile);
      yield {name, text};
      made.push([number, name]);
    }
    levels.unshift({unit: unit.name, bins: shape.bins, tiles: made});
  }
  return {dated: members.length, levels, undated: shape.undated};
}

/** What is gathered of a tile while the items pass by. */
type Draft = {counts: Map<number, number>; begun: number[]; ended: number[]; before: number; top: number[]};

function level(
  members: ArrayLike<number>,
  {items, head, from, to, blur, party, rank}: Dated,
  parties: readonly Party[],
  unit: Unit,
  {bins, top}: Shape,
): [number, Tile][] {
  const key = remembered(unit);
  const drafts = new Map<number, Draft>();
  const draftOf = (k: number): Draft => {
    const number = Math.floor(k / bins);
    const draft = drafts.get(number) ?? {counts: new Map(), begun: [], ended: [], before: 0, top: []};
    drafts.set(number, draft);
    return draft;
  };
  const standsFor = unit.length * 1.2;
  for (let m = 0; m < members.length; m++) {
    const i = members[m] ?? 0;
    const begin = key(from[i] ?? 0);
    const end = key((to[i] ?? 0) - 1);
    const first = draftOf(begin);
    first.begun[offset(begin, bins)] = (first.begun[offset(begin, bins)] ?? 0) + 1;
    const last = draftOf(end);
    last.ended[offset(end, bins)] = (last.ended[offset(end, bins)] ?? 0) + 1;
    const at = key(head[i] ?? 0);
    const draft = draftOf(at);
    insert(draft.top, i, top, rank, items);
    if ((blur[i] ?? 0) > standsFor) continue;
    const entry = (party[i] ?? 0) * bins + offset(at, bins);
    draft.counts.set(entry, (draft.counts.get(entry) ?? 0) + 1);
  }
  let running = 0;
  return [...drafts]
    .sort(([a], [b]) => a - b)
    .map(([number, draft]): [number, Tile] => {
      const tile = finish({...draft, before: running}, parties, bins, items);
      running += sum(tile.begun) - sum(tile.ended);
      return [number, tile];
    });
}

const offset = (key: number, bins: number) => key - Math.floor(key / bins) * bins;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

// Calendars are slow and most instants come again: noon of some day.
function remembered(unit: Unit): (t: number) => number {
  const known = new Map<number, number>();
  return (t) => {
    let key = known.get(t);
    if (key === undefined) known.set(t, (key = unit.key(t)));
    return key;
  };
}

/** Keeps the first few by rank, of equal ones the one with the smaller id. */
function insert(top: number[], i: number, most: number, rank: Float64Array, items: readonly TiledItem[]): void {
  const own = rank[i] ?? 0;
  const before = (j: number) => {
    const other = rank[j] ?? 0;
    return own > other || (own === other && (items[i]?.id ?? "") < (items[j]?.id ?? ""));
  };
  if (top.length === most && !before(top[most - 1] ?? 0)) return;
  let at = top.length;
  while (at > 0 && before(top[at - 1] ?? 0)) at--;
  top.splice(at, 0, i);
  if (top.length > most) top.pop();
}

function finish({counts, begun, ended, before, top}: Draft, parties: readonly Party[], bins: number, items: TiledItem[]): Tile {
  const tile: Tile = {parties: [], runs: [], bin: [], count: [], before, begun: dense(begun), ended: dense(ended), top: []};
  let last = -1;
  let previous = 0;
  for (const entry of [...counts.keys()].sort((a, b) => a - b)) {
    const party = Math.floor(entry / bins);
    const bin = entry - party * bins;
    if (party !== last) {
      tile.parties.push(parties[party] as Party);
      tile.runs.push(0);
      previous = 0;
    }
    last = party;
    tile.runs[tile.runs.length - 1] = (tile.runs.at(-1) ?? 0) + 1;
    tile.bin.push(bin - previous);
    tile.count.push(counts.get(entry) ?? 0);
    previous = bin;
  }
  tile.top = top.map((i) => titled(items[i] as TiledItem));
  return tile;
}

const dense = (sparse: readonly number[]): number[] => Array.from(sparse, (n: number | undefined) => n ?? 0);

const titled = (item: TiledItem): Drawn & Worded => {
  const {id, title, short, titleLang, href, when, notAfter, status, type, lanes, organizations, countries, topics} = item;
  return {when, notAfter, status, type, lanes, organizations, countries, topics, id, title, short, titleLang, href};
};

/**
 * Cuts time in halves until a stretch has no more events than a page. The halves lie at fixed instants, so a new event
 * changes the page it falls on and no other.
 */
function* pages(dated: Dated, file: File): Generator<TileFile, Manifest["indexes"]> {
  const {head, items} = dated;
  const indexes: Manifest["indexes"] = [];
  if (!items.length) return indexes;
  const bound = (t: number, low: number, high: number) => {
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((head[middle] ?? 0) < t) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let half = DAY;
  while (Math.max(-(head[0] ?? 0), (head.at(-1) ?? 0) + 1) > half) half *= 2;
  const found: TileFile[] = [];
  const cut = (from: number, to: number, low: number, high: number, list: Index["pages"] | null): void => {
    if (low === high) return;
    const own = list ?? (high - low <= INDEXED || to - from <= 1000 ? [] : null);
    if (own && (high - low <= PAGE || to - from <= 1000)) {
      // Thousands of events at one instant: pages of one stretch.
      for (let i = low; i < high; i += PAGE) own.push(page(from, to, items.slice(i, Math.min(high, i + PAGE))));
    } else {
      const middle = (from + to) / 2;
      const split = bound(middle, low, high);
      cut(from, middle, low, split, own);
      cut(middle, to, split, high, own);
    }
    if (list || !own) return;
    const made = file({pages: own} satisfies Index);
    found.push(made);
    indexes.push({from: own[0]?.from ?? from, to: own.at(-1)?.to ?? to, file: made.name});
  };
  const page = (from: number, to: number, rows: TiledItem[]): Index["pages"][number] => {
    const drawn = file(toColumns(rows, drawnKeys));
    const worded = file(toColumns(rows, wordedKeys));
    found.push(drawn, worded);
    return {from, to, count: rows.length, drawn: drawn.name, worded: worded.name};
  };
  cut(-half, half, 0, items.length, null);
  yield* found;
  return indexes;
}
