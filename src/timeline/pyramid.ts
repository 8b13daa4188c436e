import {type Unit, unitFor, units} from "./bins.ts";
import type {Window} from "./scale.ts";
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
import type {Filters} from "./view.ts";

/** What is known of a file that was asked for; `at` is ms UTC. */
export type Fetched = {state: "loading"} | {state: "failed"; tries: number; at: number} | {state: "ready"; value: unknown};

/** Files by name, as far as they were asked for. */
export type Files = ReadonlyMap<string, Fetched>;

/** What is looked at: `span` is the width of the plot, CSS px. */
export type Look = {window: Window; span: number; filters: Filters};

/** Events of a window that are drawn one by one: at most so many, on at most so many pages. */
export const ONE_BY_ONE = 300;
const PAGES = 6;
/** Indexes a window may touch before the pages they list are worth knowing. */
const INDEXES = 2;

const MINIMUM = 3.6;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** Those of the wanted files that should be asked for now: never asked, or failed and their wait, doubled each time, over. */
export function toFetch(wanted: readonly string[], files: Files, now: number): string[] {
  return wanted.filter((name) => {
    const file = files.get(name);
    return !file || (file.state === "failed" && now >= waitOver(file));
  });
}

const waitOver = ({at, tries}: {at: number; tries: number}) => at + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));

/** When the first of those that failed may be asked for again, ms UTC; null where none failed. */
export function nextTry(wanted: readonly string[], files: Files): number | null {
  let next: number | null = null;
  for (const name of wanted) {
    const file = files.get(name);
    if (file?.state === "failed") next = Math.min(next ?? Infinity, waitOver(file));
  }
  return next;
}

export const ready = <T>(files: Files, name: string): T | null => {
  const file = files.get(name);
  return file?.state === "ready" ? (file.value as T) : null;
};

/** The slice a view's filters ask for. `exact` is false where the counts cannot follow the filters: then they are an upper bound. */
type Choice = {slice: Slice | null; file: string | null; exact: boolean};

/** Whether an organisation is asked for that has no lane: the tiles do not count it. */
const isAlone = (manifest: Manifest, {organization}: Filters): boolean =>
  organization !== "" && !manifest.lanes.includes(organization);

export function choose(manifest: Manifest, files: Files, f: Filters): Choice {
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
  return {slice: file ? ready<Slice>(files, file) : noEvents, file, exact};
}

const noEvents: Slice = {dated: 0, levels: [], undated: {parties: [], count: []}};

/** A level of a slice, its unit, and the unit its counts are shown in. */
export type Stored = {level: Level; stored: Unit; shown: Unit};

/** The stored level for a unit; shown in the wanted one, or the finest there is. */
export function levelFor({levels}: Slice, wanted: Unit): Stored | null {
  const place = (name: string) => units.findIndex((unit) => unit.name === name);
  const at = units.indexOf(wanted);
  const level = levels.find(({unit}) => unit === wanted.name) ?? (at < place(levels[0]?.unit ?? "") ? levels[0] : levels.at(-1));
  const stored = units[place(level?.unit ?? "")];
  if (!level || !stored) return null;
  return {level, stored, shown: units.indexOf(stored) > at ? stored : wanted};
}

/** Tiles of a level that touch a window, widened by a share of its length on either side. */
export function tilesIn(
  {level, stored}: Pick<Stored, "level" | "stored">,
  {from, to}: Window,
  margin: number,
): [number, string][] {
  const more = (to - from) * margin;
  const first = Math.floor(stored.key(from - more) / level.bins);
  const last = Math.floor(stored.key(to + more - 1) / level.bins);
  return level.tiles.filter(([tile]) => tile >= first && tile <= last);
}

/** Files that say how many events a view has and when; a slice first, then its tiles. */
export function countFiles(manifest: Manifest, files: Files, look: Look, margin = 0): string[] {
  const {slice, file} = choose(manifest, files, look.filters);
  if (!slice) return file ? [file] : [];
  const level = levelFor(slice, unitFor(look.window, look.span, MINIMUM));
  return level ? tilesIn(level, look.window, margin).map(([, name]) => name) : [];
}

/** Files a view needs, then those of one step beyond it, which may wait. Grows as indexes arrive: ask again then. */
export function wanted(manifest: Manifest, files: Files, look: Look): {needed: string[]; ahead: string[]} {
  const needed = countFiles(manifest, files, look);
  const ahead = countFiles(manifest, files, look, 0.5);
  const counts = countsIn(manifest, files, look);
  if (counts && !counts.missing.length && counts.counted <= ONE_BY_ONE) needed.push(...pageFiles(manifest, files, look.window));
  return {needed, ahead: ahead.filter((name) => !needed.includes(name))};
}

/** Files of the events of a window, its indexes first; none where they are too many to be drawn one by one. */
function pageFiles(manifest: Manifest, files: Files, window: Window): string[] {
  if (manifest.indexes.filter((index) => overlap(index, window)).length > INDEXES) return [];
  const {indexes, pages} = pagesIn(manifest, files, window);
  if (indexes.length || pages.length > PAGES) return indexes;
  return pages.flatMap(({drawn, worded}) => [drawn, worded]);
}

/** Whether all events whose heads lie in a window are here. */
export function allHere(manifest: Manifest, files: Files, window: Window): boolean {
  const {indexes, pages} = pagesIn(manifest, files, window);
  return !indexes.length && pages.every(({drawn, worded}) => ready(files, drawn) && ready(files, worded));
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
  return level ? {...countsAt(files, level, window, fits(manifest, filters)), exact} : {...noCounts(), exact};
}

const noCounts = (): Omit<Counts, "exact"> => ({unit: "", bins: [], counted: 0, touching: 0, top: [], missing: []});

/** The test of who took part against the filters that tiles can follow entry by entry. */
export function fits(manifest: Manifest, filters: Filters): (party: Party) => boolean {
  const kept = [...filters.lanes, ...(isAlone(manifest, filters) ? [] : [filters.organization])].filter(Boolean);
  const lanes = kept.map((id) => manifest.lanes.indexOf(id));
  return ({lanes: own, joint}) => (joint || !filters.joint) && lanes.every((lane) => own.includes(lane));
}

/** Bins of a level that touch a window, from the first to the last. */
const rangeOf = ({stored}: Stored, window: Window) => ({first: stored.key(window.from), last: stored.key(window.to - 1)});

/** The tiles of a level that touch a window, with the number of their first bin; null for one that is not here. */
const tilesHere = (files: Files, level: Stored, window: Window): [first: number, tile: Tile | null][] =>
  tilesIn(level, window, 0).map(([number, name]) => [number * level.level.bins, ready<Tile>(files, name)]);

/** Stretches of a window whose tiles are not here. */
export function missingAt(files: Files, level: Stored, window: Window): Window[] {
  const {stored} = level;
  return tilesHere(files, level, window).flatMap(([first, tile]) =>
    tile ? [] : [clip({from: stored.start(first), to: stored.start(first + level.level.bins)}, window)],
  );
}

/** Events that touch the bins of a window: those open when the first begins, and those begun since. */
export function touchingAt(files: Files, level: Stored, window: Window): number {
  const range = rangeOf(level, window);
  let running: number | null = null;
  for (const [first, tile] of tilesHere(files, level, window)) {
    if (!tile) continue;
    const skip = Math.max(0, range.first - first);
    running ??= tile.before + sum(tile.begun.slice(0, skip)) - sum(tile.ended.slice(0, skip));
    running += sum(tile.begun.slice(skip, range.last - first + 1));
  }
  return running ?? earlier(level, files, range.first);
}

/** Goes through the counts of a window: who, the bin's number, how many. */
function eachIn(
  files: Files,
  level: Stored,
  window: Window,
  allowed: (party: Party) => boolean,
  see: (party: Party, key: number, count: number) => void,
): void {
  const {first: from, last: to} = rangeOf(level, window);
  for (const [first, tile] of tilesHere(files, level, window)) {
    const parties = tile?.parties.map((party) => (allowed(party) ? party : null)) ?? [];
    if (tile)
      eachEntry(tile, (at, bin, count) => {
        const party = parties[at];
        if (party && first + bin >= from && first + bin <= to) see(party, first + bin, count);
      });
  }
}

/** The same of one level. */
function countsAt(files: Files, level: Stored, window: Window, allowed: (party: Party) => boolean): Omit<Counts, "exact"> {
  const {stored, shown} = level;
  const found = new Map<number, Map<string, {party: Party; count: number}>>();
  let counted = 0;
  eachIn(files, level, window, allowed, (party, key, count) => {
    const start = shown.key(stored.start(key));
    const own = found.get(start) ?? new Map<string, {party: Party; count: number}>();
    found.set(start, own);
    const name = `${party.joint}${party.lanes.join()}`;
    const entry = own.get(name) ?? {party, count: 0};
    own.set(name, {party, count: entry.count + count});
    counted += count;
  });
  return {
    unit: shown.name,
    bins: [...found]
      .sort(([a], [b]) => a - b)
      .map(([key, own]) => ({from: shown.start(key), to: shown.start(key + 1), parties: [...own.values()]})),
    counted,
    touching: touchingAt(files, level, window),
    top: tilesHere(files, level, window).flatMap(([, tile]) => tile?.top ?? []),
    missing: missingAt(files, level, window),
  };
}

// A window between tiles that hold something: what was open at the end of the last one before it is open still.
function earlier({level}: {level: Level}, files: Files, first: number): number {
  const before = level.tiles.filter(([tile]) => tile * level.bins < first).at(-1);
  const tile = before && ready<Tile>(files, before[1]);
  return tile ? tile.before + sum(tile.begun) - sum(tile.ended) : 0;
}

/** Goes through a tile's counts: number of the party, bin from the tile's first, count. */
export function eachEntry({runs, bin, count}: Tile, see: (party: number, bin: number, count: number) => void): void {
  let at = 0;
  runs.forEach((run, party) => {
    let place = 0;
    for (const end = at + run; at < end; at++) {
      place += bin[at] ?? 0;
      see(party, place, count[at] ?? 0);
    }
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const overlap = (a: Window, b: Window): boolean => a.from < b.to && a.to > b.from;
const clip = (a: Window, b: Window): Window => ({from: Math.max(a.from, b.from), to: Math.min(a.to, b.to)});

/** The pages whose heads may lie in a window, as far as their indexes are here; `indexes` are those still to come. */
export function pagesIn({indexes}: Manifest, files: Files, {from, to}: Window): {indexes: string[]; pages: Index["pages"]} {
  const touches = (part: Window) => overlap(part, {from, to});
  const all = indexes.filter(touches).map(({file}) => ({file, index: ready<Index>(files, file)}));
  return {
    indexes: all.filter(({index}) => !index).map(({file}) => file),
    pages: all.flatMap(({index}) => index?.pages.filter(touches) ?? []),
  };
}

/** The events of the pages that are here. */
export function eventsIn(manifest: Manifest, files: Files, window: Window): Titled[] {
  return pagesIn(manifest, files, window).pages.flatMap(({drawn, worded}) => {
    const columns = ready<Columns>(files, drawn);
    const words = ready<Columns>(files, worded);
    return columns && words ? titledRows(columns, words) : [];
  });
}

// Rows are made once: who holds one can tell it again.
const made = new WeakMap<Columns, Titled[]>();

function titledRows(columns: Columns, words: Columns): Titled[] {
  const known = made.get(words);
  if (known) return known;
  const named = fromColumns<Worded>(words);
  const rows = fromColumns<Drawn>(columns).map((row, i) => ({...row, ...(named[i] as Worded)}));
  made.set(words, rows);
  return rows;
}

/** Undated events that are here. */
export function shelfIn({shelf}: Manifest, files: Files): Titled[] {
  const columns = shelf === null ? null : ready<Columns>(files, shelf);
  return columns ? titledRows(columns, columns) : [];
}
