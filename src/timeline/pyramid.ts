import {type Unit, unitFor, units} from "./bins.ts";
import {type Window} from "./scale.ts";
import {
  type Columns,
  type Drawn,
  fromColumns,
  type Index,
  type Level,
  type Manifest,
  type Party,
  type Slice,
  type SliceField,
  type Tile,
  type Titled,
  type Worded,
} from "./tile.ts";
import {type Filters} from "./view.ts";

/** What is known of a file that was asked for; `at` is ms UTC. */
export type Fetched = {state: "loading"} | {state: "failed"; tries: number; at: number} | {state: "ready"; value: unknown};

/** Files by name, as far as they were asked for. */
export type Files = ReadonlyMap<string, Fetched>;

/** What is looked at: `span` is the width of the plot, CSS px. */
export type Look = {window: Window; span: number; filters: Filters};

/** Most events of a window that are drawn one by one, and that are named. */
export const ONE_BY_ONE = 1000;
export const NAMED = 60;

const MINIMUM = 3.6;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** Those of the wanted files that should be asked for now: never asked, or failed and their wait, doubled each time, over. */
export function toFetch(wanted: readonly string[], files: Files, now: number): string[] {
  return wanted.filter((name) => {
    const file = files.get(name);
    if (!file) return true;
    return file.state === "failed" && now >= file.at + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (file.tries - 1));
  });
}

const ready = <T>(files: Files, name: string): T | null => {
  const file = files.get(name);
  return file?.state === "ready" ? (file.value as T) : null;
};

/** The slice a view's filters ask for. `exact` is false where the counts cannot follow the filters: then they are an upper bound. */
type Choice = {slice: Slice | null; file: string | null; exact: boolean};

/** Whether an organisation is asked for that has no lane: the tiles do not count it. */
const isAlone = (manifest: Manifest, {organization}: Filters): boolean =>
  organization !== "" && !manifest.lanes.includes(organization);

function choose(manifest: Manifest, files: Files, f: Filters): Choice {
  const asked = (
    [
      ["type", f.type],
      ["status", f.status],
      ["countries", f.country],
      ["topics", f.topic],
    ] as [SliceField, string][]
  ).filter(([, value]) => value !== "");
  const [first] = asked;
  const exact = asked.length < 2 && f.certainty === "" && f.text.trim() === "" && !isAlone(manifest, f);
  if (!first) return {slice: manifest.all, file: null, exact};
  const file = manifest.slices[first[0]].find(([value]) => value === first[1])?.[1] ?? null;
  return {slice: file ? ready<Slice>(files, file) : {dated: 0, levels: []}, file, exact};
}

/** The stored level for a unit, and the unit its counts are shown in: the wanted one, or the finest there is. */
function levelFor({levels}: Slice, wanted: Unit): {level: Level; stored: Unit; shown: Unit} | null {
  const place = (name: string) => units.findIndex((unit) => unit.name === name);
  const at = units.indexOf(wanted);
  const level = levels.find(({unit}) => unit === wanted.name) ?? (at < place(levels[0]?.unit ?? "") ? levels[0] : levels.at(-1));
  const stored = units[place(level?.unit ?? "")];
  if (!level || !stored) return null;
  return {level, stored, shown: units.indexOf(stored) > at ? stored : wanted};
}

/** Tiles of a level that touch a window, widened by a share of its length on either side. */
function tilesIn({level, stored}: {level: Level; stored: Unit}, {from, to}: Window, margin: number): [number, string][] {
  const more = (to - from) * margin;
  const first = Math.floor(stored.key(from - more) / level.bins);
  const last = Math.floor(stored.key(to + more - 1) / level.bins);
  return level.tiles.filter(([tile]) => tile >= first && tile <= last);
}

/** Files a view needs, then those of one step beyond it, which may wait. Grows as indexes arrive: ask again then. */
export function wanted(manifest: Manifest, files: Files, look: Look): {needed: string[]; ahead: string[]} {
  const {slice, file} = choose(manifest, files, look.filters);
  if (!slice) return {needed: file ? [file] : [], ahead: []};
  const level = levelFor(slice, unitFor(look.window, look.span, MINIMUM));
  const needed = level ? tilesIn(level, look.window, 0).map(([, name]) => name) : [];
  const ahead = level ? tilesIn(level, look.window, 0.5).map(([, name]) => name) : [];
  const counts = countsIn(manifest, files, look);
  if (counts && !counts.missing.length && counts.counted <= ONE_BY_ONE) {
    const all = pagesIn(manifest, files, look.window);
    needed.push(...all.indexes, ...all.pages.map(({drawn}) => drawn));
    if (counts.counted <= NAMED) needed.push(...all.pages.map(({worded}) => worded));
  }
  return {needed, ahead: ahead.filter((name) => !needed.includes(name))};
}

/** Events of a bin by who took part. */
export type CountedBin = {from: number; to: number; parties: {party: Party; count: number}[]};

export type Counts = {
  unit: string;
  /** By time; only bins that hold something. */
  bins: CountedBin[];
  /** Sum over the bins whose heads may lie in the window. */
  counted: number;
  /** Events that touch the bins of the window, too coarse ones and those that began earlier included. Not cut by lanes. */
  touching: number;
  /** Most important of the loaded tiles. */
  top: Titled[];
  /** Stretches of the window whose tiles are not here; shown as missing, never as empty. */
  missing: Window[];
  /** false: some filter cannot be counted from tiles, the counts are an upper bound. */
  exact: boolean;
};

/** What the loaded tiles say of a view; null while not even the tiles' names are known. */
export function countsIn(manifest: Manifest, files: Files, {window, span, filters}: Look): Counts | null {
  const {slice, exact} = choose(manifest, files, filters);
  if (!slice) return null;
  const level = levelFor(slice, unitFor(window, span, MINIMUM));
  const none: Counts = {unit: "", bins: [], counted: 0, touching: 0, top: [], missing: [], exact};
  if (!level) return none;
  const {stored, shown} = level;
  const {bins: size} = level.level;
  const kept = [...filters.lanes, ...(isAlone(manifest, filters) ? [] : [filters.organization])].filter(Boolean);
  const lanes = kept.map((id) => manifest.lanes.indexOf(id));
  const fits = ({lanes: own, joint}: Party) => (joint || !filters.joint) && lanes.every((lane) => own.includes(lane));
  const range = {first: stored.key(window.from), last: stored.key(window.to - 1)};
  const found = new Map<number, Map<string, {party: Party; count: number}>>();
  const result: Counts = {...none, unit: shown.name};
  let running: number | null = null;
  for (const [number, name] of tilesIn(level, window, 0)) {
    const tile = ready<Tile>(files, name);
    if (!tile) {
      result.missing.push(clip({from: stored.start(number * size), to: stored.start((number + 1) * size)}, window));
      continue;
    }
    eachEntry(tile, (party, bin, count) => {
      const key = number * size + bin;
      if (key < range.first || key > range.last || !fits(party)) return;
      const start = shown.key(stored.start(key));
      const own = found.get(start) ?? new Map<string, {party: Party; count: number}>();
      found.set(start, own);
      const name = `${party.joint}${party.lanes.join()}`;
      const entry = own.get(name) ?? {party, count: 0};
      own.set(name, {party, count: entry.count + count});
      result.counted += count;
    });
    // Touching the bins first…last: those open when the first begins, and those begun since.
    const skip = Math.max(0, range.first - number * size);
    const upTo = range.last - number * size + 1;
    running ??= tile.before + sum(tile.begun.slice(0, skip)) - sum(tile.ended.slice(0, skip));
    running += sum(tile.begun.slice(skip, upTo));
    result.top.push(...tile.top);
  }
  result.touching = running ?? earlier(level, files, range.first);
  result.bins = [...found]
    .sort(([a], [b]) => a - b)
    .map(([key, own]) => ({from: shown.start(key), to: shown.start(key + 1), parties: [...own.values()]}));
  return result;
}

// A window between tiles that hold something: what was open at the end of the last one before it is open still.
function earlier({level}: {level: Level}, files: Files, first: number): number {
  const before = level.tiles.filter(([tile]) => tile * level.bins < first).at(-1);
  const tile = before && ready<Tile>(files, before[1]);
  return tile ? tile.before + sum(tile.begun) - sum(tile.ended) : 0;
}

function eachEntry({parties, runs, bin, count}: Tile, see: (party: Party, bin: number, count: number) => void): void {
  let at = 0;
  parties.forEach((party, p) => {
    let place = 0;
    for (const end = at + (runs[p] ?? 0); at < end; at++) {
      place += bin[at] ?? 0;
      see(party, place, count[at] ?? 0);
    }
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const clip = (a: Window, b: Window): Window => ({from: Math.max(a.from, b.from), to: Math.min(a.to, b.to)});

/** The pages whose heads may lie in a window, as far as their indexes are here; `indexes` are those still to come. */
export function pagesIn({indexes}: Manifest, files: Files, {from, to}: Window): {indexes: string[]; pages: Index["pages"]} {
  const touches = (part: Window) => part.from < to && part.to > from;
  const all = indexes.filter(touches).map(({file}) => ({file, index: ready<Index>(files, file)}));
  return {
    indexes: all.filter(({index}) => !index).map(({file}) => file),
    pages: all.flatMap(({index}) => index?.pages.filter(touches) ?? []),
  };
}

/** The events of loaded pages; without words where only the drawing part is here. */
export function eventsIn(manifest: Manifest, files: Files, window: Window): (Drawn & Partial<Worded>)[] {
  return pagesIn(manifest, files, window).pages.flatMap(({drawn, worded}) => {
    const columns = ready<Columns>(files, drawn);
    const words = ready<Columns>(files, worded);
    if (!columns) return [];
    const named = words ? fromColumns<Worded>(words) : [];
    return fromColumns<Drawn>(columns).map((row, i) => ({...row, ...named[i]}));
  });
}
