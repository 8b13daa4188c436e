import {type Table, type Unit, units} from "./bins.ts";
import {type Window} from "./scale.ts";
import {type Manifest, type Party, type Slice, type Tile} from "./tile.ts";
import {choose, coarseAt, eachEntry, fits, type Files, levelFor, missingAt, ready, type Stored, tilesIn} from "./pyramid.ts";
import {type Filters} from "./view.ts";

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

/** `rows`: place of each of the manifest's lanes in the picture, -1 for none. `here`: whether a window's events are. */
export function tally(
  manifest: Manifest,
  files: Files,
  filters: Filters,
  rows: readonly number[],
  lanes: number,
  here: (window: Window) => boolean,
): Tally {
  const {slice, exact} = choose(manifest, files, filters);
  const own: Slice = slice ?? {dated: 0, levels: [], undated: {parties: [], count: []}};
  const made = new Map<string, Table>();
  const allowed = fits(manifest, filters);

  /** The level to count a window by: the wanted one, or, while that is on its way, the nearest coarser one that is here. */
  function levelOf(wanted: Unit, window: Window): Stored | null {
    const first = levelFor(own, wanted);
    if (!first) return null;
    const all = own.levels.map((level) => ({level, stored: unitNamed(level.unit), shown: unitNamed(level.unit)}));
    const arrived = (stored: Stored) =>
      tilesIn(stored, window, 0).every(([, name]) => (files.get(name)?.state ?? "loading") !== "loading");
    const coarser = all.filter(({stored}) => stored.length > first.stored.length);
    return [first, ...coarser].find(arrived) ?? first;
  }

  return {
    table(wanted, window) {
      const stored = levelOf(wanted, window);
      const key = stored ? `${stored.stored.name} ${stored.shown.name}` : "";
      const table = made.get(key) ?? tableOf(stored, wanted, lanes, rows, allowed, files);
      made.set(key, table);
      return table;
    },
    complete: here,
    coarse(wanted, window) {
      const stored = levelOf(wanted, window);
      if (!stored || !exact || filters.lanes.length || filters.joint) return null;
      return missingAt(files, stored, window).length ? null : coarseAt(files, stored, window);
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

/** All tiles of a level that are here, as columns of its unit. */
function tableOf(
  stored: Stored | null,
  wanted: Unit,
  lanes: number,
  rows: readonly number[],
  allowed: (party: Party) => boolean,
  files: Files,
): Table {
  const unit = stored?.shown ?? wanted;
  const sets: number[][] = [];
  const setOf = new Map<string, number>();
  type Bin = {all: Uint32Array; joint: Uint32Array; sets: Map<number, number>};
  const bins = new Map<number, Bin>();
  for (const [number, name] of stored?.level.tiles ?? []) {
    const tile = ready<Tile>(files, name);
    if (!tile || !stored) continue;
    const parties = tile.parties.map((party) => {
      const on = rowsOf(party, rows);
      const known = setOf.get(on.join()) ?? sets.push(on) - 1;
      setOf.set(on.join(), known);
      return {on, set: known, counts: allowed(party)};
    });
    eachEntry(tile, (party, place, count) => {
      const {on, set, counts} = parties[party] ?? {on: [], set: 0, counts: false};
      if (!counts) return;
      const key = unit.key(stored.stored.start(number * stored.level.bins + place));
      const bin = bins.get(key) ?? {all: new Uint32Array(lanes), joint: new Uint32Array(lanes), sets: new Map<number, number>()};
      bins.set(key, bin);
      for (const row of on) {
        bin.all[row] = (bin.all[row] ?? 0) + count;
        if (on.length > 1) bin.joint[row] = (bin.joint[row] ?? 0) + count;
      }
      if (on.length > 1) bin.sets.set(set, (bin.sets.get(set) ?? 0) + count);
    });
  }
  const keys = [...bins.keys()].sort((a, b) => a - b);
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
  keys.forEach((key, i) => {
    const bin = bins.get(key) as Bin;
    table.all.set(bin.all, i * lanes);
    table.joint.set(bin.joint, i * lanes);
    for (const [set, count] of bin.sets) {
      table.setId.push(set);
      table.setCount.push(count);
    }
    table.setAt[i + 1] = table.setId.length;
  });
  return table;
}
