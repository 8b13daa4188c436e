import {bisectLeft} from "d3-array";
import {whenWords} from "../i18n/when.ts";
import {scoreWords} from "../i18n/score-words.ts";
import {DAY} from "./extent.ts";
import {round} from "./glyph.ts";
import type {Scale, Window} from "./scale.ts";
import type {Bins, Row} from "./scene.ts";
import type {Stage} from "./stage.ts";
import {yearOf, yearStart} from "./ticks.ts";

/** A length of time columns may have; `key` numbers the bin an instant falls in, `start` is a bin's first instant. */
export type Unit = {name: string; length: number; key: (t: number) => number; start: (key: number) => number};

const months = (n: number, name: string): Unit => ({
  name,
  length: n * 30.44 * DAY,
  key: (t) => {
    const d = new Date(t);
    return Math.floor((d.getUTCFullYear() * 12 + d.getUTCMonth()) / n);
  },
  start: (key) => yearStart(Math.floor((key * n) / 12)) + monthOffset(key * n),
});
const monthOffset = (month: number): number => {
  const year = Math.floor(month / 12);
  return new Date(yearStart(year)).setUTCMonth(month - year * 12) - yearStart(year);
};
const years = (n: number): Unit => ({
  name: `year${n}`,
  length: n * 365.2425 * DAY,
  key: (t) => Math.floor(yearOf(t) / n),
  start: (key) => yearStart(key * n),
});
const fixed = (length: number, name: string, offset = 0): Unit => ({
  name,
  length,
  key: (t) => Math.floor((t + offset) / length),
  start: (key) => key * length - offset,
});

/** From an hour to a hundred million years; weeks begin on Monday. */
export const units: Unit[] = [
  fixed(DAY / 24, "hour"),
  fixed(DAY, "day"),
  fixed(7 * DAY, "week", 3 * DAY),
  months(1, "month"),
  months(3, "quarter"),
  months(6, "half"),
  years(1),
  years(5),
  ...Array.from({length: 8}, (_, i) => years(10 ** (i + 1))),
];

/** Narrowest column, px. */
const LEAST = 3.6;

/** Finest unit at least `px` wide. */
export const unitFor = (window: Window, span: number, px: number): Unit =>
  units.find((u) => (u.length / (window.to - window.from)) * span >= px) ?? (units.at(-1) as Unit);

/**
 * The stage's items counted by a unit, as columns of numbers: bin b begins at starts[b] and ends at ends[b]; row r of it
 * holds all[b × rows + r] items, joint[…] of them joint; setId and setCount from setAt[b] on say which exact sets.
 */
export type Table = {
  unit: Unit;
  starts: Float64Array;
  ends: Float64Array;
  rows: number;
  all: Uint32Array;
  joint: Uint32Array;
  setAt: Uint32Array;
  setId: number[];
  setCount: number[];
  /** Rows of each set. */
  sets: readonly (readonly number[])[];
};
/** Beside the columns, which of the stage's items stand in one, and how many of the first i do. */
type Counted = Table & {binned: Uint8Array; before: Uint32Array};

const tables = new WeakMap<Stage, Map<string, Counted>>();

/** Made once per stage and unit, since a zoom passes the same units again and again. */
function tableOf(stage: Stage, unit: Unit): Counted {
  const own = tables.get(stage) ?? new Map<string, Counted>();
  tables.set(stage, own);
  const made = own.get(unit.name) ?? count(stage, unit);
  own.set(unit.name, made);
  return made;
}

/** The columns of a window: of the items, or of those that are only counted. */
const columnsOf = (stage: Stage, unit: Unit, window: Window): Table => stage.tally?.table(unit, window) ?? tableOf(stage, unit);

/** Events of a window that stand in no column; null where that is not known. */
function outside(stage: Stage, unit: Unit, window: Window, touching: number): number | null {
  if (stage.tally) return stage.tally.coarse(unit, window);
  const {before} = tableOf(stage, unit);
  const at = (t: number) => before[bisectLeft(stage.head, t)] ?? 0;
  return touching - (at(window.to) - at(window.from));
}

/** Linear: the dated stand in order of their heads, so a bin ends where the next begins. */
function count(stage: Stage, unit: Unit): Counted {
  const {head, blur, set, sets, joint: joined} = stage;
  const rows = stage.lanes.length;
  const starts: number[] = [];
  const ends: number[] = [];
  const binOf = new Int32Array(head.length).fill(-1);
  const binned = new Uint8Array(head.length);
  const before = new Uint32Array(head.length + 1);
  let end = -Infinity;
  for (let i = 0; i < head.length; i++) {
    const fits = (blur[i] ?? 0) <= unit.length * 1.2;
    before[i + 1] = (before[i] ?? 0) + (fits ? 1 : 0);
    if (!fits) continue;
    const t = head[i] ?? 0;
    if (t >= end) {
      const key = unit.key(t);
      starts.push(unit.start(key));
      ends.push((end = unit.start(key + 1)));
    }
    binned[i] = 1;
    binOf[i] = starts.length - 1;
  }
  const all = new Uint32Array(starts.length * rows);
  const joint = new Uint32Array(starts.length * rows);
  const setAt = new Uint32Array(starts.length + 1);
  const setId: number[] = [];
  const setCount: number[] = [];
  const tally = new Uint32Array(sets.length);
  const close = (bin: number) => {
    for (let k = setAt[bin] ?? 0; k < setId.length; k++) {
      setCount.push(tally[setId[k] ?? 0] ?? 0);
      tally[setId[k] ?? 0] = 0;
    }
    setAt[bin + 1] = setId.length;
  };
  let last = -1;
  for (let i = 0; i < head.length; i++) {
    const bin = binOf[i] ?? -1;
    if (bin < 0) continue;
    if (bin !== last && last >= 0) close(last);
    last = bin;
    const which = set[i] ?? 0;
    for (const row of sets[which] ?? []) {
      const at = bin * rows + row;
      all[at] = (all[at] ?? 0) + 1;
      if (joined[i]) joint[at] = (joint[at] ?? 0) + 1;
    }
    if (!joined[i]) continue;
    if (!tally[which]) setId.push(which);
    tally[which] = (tally[which] ?? 0) + 1;
  }
  if (last >= 0) close(last);
  return {
    unit,
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    rows,
    all,
    joint,
    setAt,
    setId,
    setCount,
    sets,
    binned,
    before,
  };
}

/** Bins that touch a window: from the first up to, not with, the second. */
export function visible({starts, ends}: Table, w: Window): readonly [number, number] {
  let first = Math.max(0, bisectLeft(starts, w.from) - 1);
  const end = bisectLeft(starts, w.to);
  while (first < end && (ends[first] ?? 0) <= w.from) first++;
  return [first, end];
}

/** Which dated items stand in a column of the window; the others that touch the window are only counted. */
export function inColumns(stage: Stage, window: Window, span: number): boolean[] {
  const {binned} = tableOf(stage, unitFor(window, span, LEAST));
  return stage.dated.map((d, i) => binned[i] === 1 && d.extent.head >= window.from && d.extent.head < window.to);
}

const SET_ROWS = 8;
const SET_PITCH = 21;

/** Height the rows of sets add below the lanes, px. */
export const setsHeight = (n: number): number => (n ? 26 + n * SET_PITCH : 0);

type Space = {
  scale: Scale;
  window: Window;
  p0: number;
  p1: number;
  rows: readonly Row[];
  bottom: number;
  touching: number;
  least?: number;
};

/** The dense state of a window: columns per lane, counts where there is room, a row per exact set of participants. */
export function binned(stage: Stage, {scale, window, p0, p1, rows, bottom, touching, least = LEAST}: Space): Bins {
  const words = scoreWords(stage.data.lang);
  const finest = unitFor(window, p1 - p0, least);
  const fine = columnsOf(stage, finest, window);
  const shown = visible(fine, window);
  const edges = (from: number, to: number) => [Math.max(p0, scale(from)), Math.min(p1, scale(to))] as const;
  const edgesOf = (bin: number) => edges(fine.starts[bin] ?? 0, fine.ends[bin] ?? 0);
  const width = (a: number, b: number) => round(Math.max(0.8, b - a - (b - a > 6 ? 1.5 : 0.8)));
  const [first, end] = shown;
  let most = 1;
  for (let i = first * fine.rows; i < end * fine.rows; i++) most = Math.max(most, fine.all[i] ?? 0);
  const columns: Bins["columns"] = [];
  for (let bin = first; bin < end; bin++) {
    const [left, right] = edgesOf(bin);
    const [x, across] = [round(left), width(left, right)];
    rows.forEach((r, row) => {
      const n = fine.all[bin * fine.rows + row] ?? 0;
      if (!n) return;
      const tall = (r.y - r.top - 6) / most;
      const joint = fine.joint[bin * fine.rows + row] ?? 0;
      columns.push({row, x, width: across, height: round(n * tall), joint: round(joint * tall)});
    });
  }
  const sets = setRows(fine, shown);
  let highest = 1;
  for (const s of sets) for (const n of s.bins.values()) highest = Math.max(highest, n);
  const coarse = outside(stage, finest, window, touching);
  const missing = stage.tally?.missing(finest, window) ?? [];
  const counting = unitFor(window, p1 - p0, 44);
  return {
    unit: fine.unit.name,
    columns,
    sets: sets.map((s, i) => ({
      rows: s.rows,
      count: words.number(s.count),
      y: bottom + 26 + i * SET_PITCH,
      cells: [...s.bins].map(([b, n]) => {
        const [x, end] = edgesOf(b);
        return {x: round(x), width: width(x, end), shade: Math.round((0.12 + 0.88 * Math.sqrt(n / highest)) * 8) / 8};
      }),
    })),
    setsTitleY: sets.length ? bottom + 18 : null,
    title: {together: words.together, help: words.togetherHelp, others: words.otherSets},
    setHeight: 18,
    buttons: buttons(stage, fine, shown, counting.length < fine.unit.length ? fine.unit : counting, edges),
    coarse: coarse ? words.coarse(coarse) : null,
    ...(missing.length
      ? {missing: missing.map(({from, to}) => ({x: round(scale(from)), width: round(scale(to) - scale(from))}))}
      : {}),
  };
}

/** How many rows of sets a window has. */
export function setCount(stage: Stage, window: Window, span: number): number {
  const table = columnsOf(stage, unitFor(window, span, LEAST), window);
  const [first, end] = visible(table, window);
  const found = new Set<number>();
  for (let k = table.setAt[first] ?? 0; k < (table.setAt[end] ?? 0) && found.size < SET_ROWS; k++) found.add(table.setId[k] ?? 0);
  return found.size;
}

/** A set of participants, how often it met, and in which bins. */
type SetRow = {rows: number[]; count: number; bins: Map<number, number>};

function setRows({setAt, setId, setCount, sets: all}: Table, [first, end]: readonly [number, number]): SetRow[] {
  const sets = new Map<number, SetRow>();
  for (let bin = first; bin < end; bin++)
    for (let k = setAt[bin] ?? 0; k < (setAt[bin + 1] ?? 0); k++) {
      const key = setId[k] ?? 0;
      const n = setCount[k] ?? 0;
      const set = sets.get(key) ?? {rows: [...(all[key] ?? [])], count: 0, bins: new Map<number, number>()};
      sets.set(key, set);
      set.count += n;
      set.bins.set(bin, n);
    }
  const order = [...sets.values()].sort((a, b) => b.count - a.count || (a.rows.join() < b.rows.join() ? -1 : 1));
  if (order.length <= SET_ROWS) return order;
  const rest: SetRow = {rows: [], count: 0, bins: new Map()};
  for (const set of order.slice(SET_ROWS - 1)) {
    rest.count += set.count;
    for (const [b, n] of set.bins) rest.bins.set(b, (rest.bins.get(b) ?? 0) + n);
  }
  return [...order.slice(0, SET_ROWS - 1), rest];
}

/** Stretches wide enough to carry a number, and to be clicked. */
function buttons(
  stage: Stage,
  {starts, all, rows}: Table,
  [first, end]: readonly [number, number],
  unit: Unit,
  edges: (from: number, to: number) => readonly [number, number],
): Bins["buttons"] {
  const words = scoreWords(stage.data.lang);
  const found = new Map<number, number[]>();
  for (let bin = first; bin < end; bin++) {
    const key = unit.key(starts[bin] ?? 0);
    const sums = found.get(key) ?? [];
    found.set(key, sums);
    for (let row = 0; row < rows; row++) sums[row] = (sums[row] ?? 0) + (all[bin * rows + row] ?? 0);
  }
  return [...found].flatMap(([key, sums]) => {
    const from = unit.start(key);
    const to = unit.start(key + 1);
    const [x, end] = edges(from, to);
    if (end - x < 6) return [];
    const name = words.zoomTo(periodName(unit, from, to, stage.data.lang), words.events(sums.reduce((a, n) => a + n, 0)));
    const counts = end - x > 20 ? sums.flatMap((n, row) => (n ? [{row, text: words.number(n)}] : [])) : [];
    return [{from, to, x: round(x), width: round(end - x), name, counts}];
  });
}

function periodName(unit: Unit, from: number, to: number, lang: string): string {
  const year = (t: number) => String(yearOf(t)).padStart(4, "0");
  if (unit.name.startsWith("year")) return unit.name === "year1" ? year(from) : `${year(from)}–${year(to - 1)}`;
  const iso = (t: number) => new Date(t).toISOString().slice(0, unit.length > 8 * DAY ? 7 : 10);
  return whenWords(iso(from) === iso(to - 1) ? iso(from) : `${iso(from)}/${iso(to - 1)}`, lang);
}
