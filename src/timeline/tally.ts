import {type Table, type Unit, units, visible} from "./bins.ts";
import type {Window} from "./scale.ts";
import type {Level, Manifest, Party, Slice, Tile} from "./tile.ts";
import {choose, eachEntry, fits, type Files, levelFor, missingAt, ready, type Stored, tilesIn, touchingAt} from "./pyramid.ts";
import type {Filters} from "./view.ts";

/** What is known of a set too large to be here: counts, from the tiles that are. */
export type Tally = {
  /** Columns for a window, of the wanted unit or of the nearest whose counts are all here. */
  table: (wanted: Unit, window: Window) => Table;
  /** Whether every event whose head lies in the window is here itself. */
  complete: (window: Window) => boolean;
  /** Events that touch the columns of the window and stand in none of them; null where the filters do not let it be told. */
  coarse: (wanted: Unit, window: Window) => number | null;
  /** Stretches of the window whose counts did not arrive. */
  missing: (wanted: Unit, window: Window) => Window[];
  /** Undated events by the first of their rows; null where the filters do not let them be counted. */
  undated: (number | null)[];
};

/**
 * `rows`: place of each of the manifest's lanes in the picture, -1 for none. `here`: whether a window's events are.
 * `reading`: what has been read for the same filters before.
 */
export function tally(
  manifest: Manifest,
  files: Files,
  filters: Filters,
  rows: readonly number[],
  lanes: number,
  here: (window: Window) => boolean,
  reading: Reading,
): Tally {
  const {slice, exact} = choose(manifest, files, filters);
  const own: Slice = slice ?? {dated: 0, levels: [], undated: {parties: [], count: []}};
  const allowed = fits(manifest, filters);

  /** The level to count a window by: the wanted one, or, while that is on its way, the nearest coarser one that is here. */
  function levelOf(wanted: Unit, window: Window): Stored | null {
    const first = levelFor(own, wanted);
    if (!first) return null;
    const all = own.levels.map((level) => ({level, stored: unitNamed(level.unit), shown: unitNamed(level.unit)}));
    const answered = (stored: Stored) =>
      tilesIn(stored, window, 0).every(([, name]) => (files.get(name)?.state ?? "loading") !== "loading");
    const coarser = all.filter(({stored}) => stored.length > first.stored.length);
    return [first, ...coarser].find(answered) ?? first;
  }

  /** Tiles come and stay, so as many of a level are the same ones. */
  const arrivals = new Map<Level, number>();
  const arrived = (level: Level): number => {
    const known = arrivals.get(level) ?? level.tiles.filter(([, name]) => files.get(name)?.state === "ready").length;
    arrivals.set(level, known);
    return known;
  };

  function toldOf(stored: Stored | null, wanted: Unit): Told {
    const unit = stored ? `${stored.stored.name} ${stored.shown.name}` : "";
    const key = stored ? `${unit} ${arrived(stored.level)}` : "";
    const told =
      reading.tables.get(key) ??
      tableOf(stored, wanted, lanes, (name, number) => tileOf(stored, unit, name, number), reading.sets);
    reading.tables.set(key, told);
    return told;
  }

  function tileOf(stored: Stored | null, unit: string, name: string, number: number): Map<number, Bin> | null {
    const tile = ready<Tile>(files, name);
    if (!tile || !stored) return null;
    const key = `${unit} ${name}`;
    const bins = reading.tiles.get(key) ?? readTile(tile, number, stored, lanes, rows, allowed, reading);
    reading.tiles.set(key, bins);
    return bins;
  }

  return {
    table: (wanted, window) => toldOf(levelOf(wanted, window), wanted).table,
    complete: here,
    coarse(wanted, window) {
      const stored = levelOf(wanted, window);
      if (!stored || !exact || filters.lanes.length || filters.joint) return null;
      if (missingAt(files, stored, window).length) return null;
      const {table, totals} = toldOf(stored, wanted);
      const [first, end] = visible(table, window);
      let counted = 0;
      for (let bin = first; bin < end; bin++) counted += totals[bin] ?? 0;
      return Math.max(0, touchingAt(files, stored, window) - counted);
    },
    missing(wanted, window) {
      if (!slice) return [window];
      const stored = levelOf(wanted, window);
      return stored ? missingAt(files, stored, window) : [];
    },
    undated: undatedOf(own, exact, rows, lanes, allowed),
  };
}

const unitNamed = (name: string): Unit => units.find((unit) => unit.name === name) as Unit;

function undatedOf(
  {undated: {parties, count}}: Slice,
  exact: boolean,
  rows: readonly number[],
  lanes: number,
  allowed: (party: Party) => boolean,
): (number | null)[] {
  const found = Array.from({length: lanes}, (): number | null => (exact ? 0 : null));
  parties.forEach((party, i) => {
    const row = rowsOf(party, rows)[0];
    if (row !== undefined && exact && allowed(party)) found[row] = (found[row] ?? 0) + (count[i] ?? 0);
  });
  return found;
}

/** Rows of those who took part, from the top. */
const rowsOf = ({lanes}: Party, rows: readonly number[]): number[] =>
  lanes
    .map((lane) => rows[lane] ?? -1)
    .filter((row) => row >= 0)
    .sort((a, b) => a - b);

/** A bin of a tile: per row all and joint events, how often each set met, and how many events it has in all. */
type Bin = {all: Uint32Array; joint: Uint32Array; sets: Map<number, number>; total: number};

/**
 * What has been read of the tiles of one set of filters: tiles by name and unit, the tables made of them, and the sets met
 * so far by number. Kept while more tiles come, so that a new one costs its own reading alone.
 */
export type Reading = {
  tiles: Map<string, Map<number, Bin>>;
  tables: Map<string, Told>;
  sets: number[][];
  setOf: Map<string, number>;
};
/** `totals`: events of each bin. */
type Told = {table: Table; totals: Uint32Array};

export const newReading = (): Reading => ({tiles: new Map(), tables: new Map(), sets: [], setOf: new Map()});

function readTile(
  tile: Tile,
  number: number,
  {stored, shown, level}: Stored,
  lanes: number,
  rows: readonly number[],
  allowed: (party: Party) => boolean,
  {sets, setOf}: Reading,
): Map<number, Bin> {
  const parties = tile.parties.map((party) => {
    const on = rowsOf(party, rows);
    const known = setOf.get(on.join()) ?? sets.push(on) - 1;
    setOf.set(on.join(), known);
    return {on, set: known, counts: allowed(party)};
  });
  const bins = new Map<number, Bin>();
  const byPlace: Bin[] = [];
  const binAt = (place: number): Bin => {
    const known = byPlace[place];
    if (known) return known;
    const key = shown.key(stored.start(number * level.bins + place));
    const bin = bins.get(key) ?? {all: new Uint32Array(lanes), joint: new Uint32Array(lanes), sets: new Map(), total: 0};
    bins.set(key, bin);
    return (byPlace[place] = bin);
  };
  eachEntry(tile, (at, place, count) => {
    const party = parties[at];
    if (!party?.counts) return;
    const bin = binAt(place);
    bin.total += count;
    for (const row of party.on) {
      bin.all[row] = (bin.all[row] ?? 0) + count;
      if (party.on.length > 1) bin.joint[row] = (bin.joint[row] ?? 0) + count;
    }
    if (party.on.length > 1) bin.sets.set(party.set, (bin.sets.get(party.set) ?? 0) + count);
  });
  return bins;
}

/** All tiles of a level that are here, as columns of its unit. */
function tableOf(
  level: Stored | null,
  wanted: Unit,
  lanes: number,
  read: (name: string, number: number) => Map<number, Bin> | null,
  sets: number[][],
): Told {
  const unit = level?.shown ?? wanted;
  const bins: [key: number, bin: Bin][] = [];
  for (const [number, name] of level?.level.tiles ?? [])
    for (const [key, bin] of [...(read(name, number) ?? [])].sort(([a], [b]) => a - b)) bins.push([key, bin]);
  const keys = [...new Set(bins.map(([key]) => key))];
  const table: Table = {
    unit,
    starts: Float64Array.from(keys, (key) => unit.start(key)),
    ends: Float64Array.from(keys, (key) => unit.start(key + 1)),
    rows: lanes,
    all: new Uint32Array(keys.length * lanes),
    joint: new Uint32Array(keys.length * lanes),
    setAt: new Uint32Array(keys.length + 1),
    setId: [],
    setCount: [],
    sets,
  };
  const totals = new Uint32Array(keys.length);
  let i = -1;
  let last = NaN;
  // A bin of a unit that is summed may lie on two tiles.
  for (const [key, bin] of bins) {
    if (key !== last) i++;
    last = key;
    totals[i] = (totals[i] ?? 0) + bin.total;
    for (let row = 0; row < lanes; row++) {
      const at = i * lanes + row;
      table.all[at] = (table.all[at] ?? 0) + (bin.all[row] ?? 0);
      table.joint[at] = (table.joint[at] ?? 0) + (bin.joint[row] ?? 0);
    }
    for (const [set, count] of bin.sets) {
      table.setId.push(set);
      table.setCount.push(count);
    }
    table.setAt[i + 1] = table.setId.length;
  }
  return {table, totals};
}
