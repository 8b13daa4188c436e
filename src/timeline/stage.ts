import {type Extent, DAY, extentOf} from "./extent.ts";
import {matcher} from "./filter.ts";
import {type Lane, OTHERS, parties, shapes, STATES, type TimelineData, type TimelineItem} from "./item.ts";
import {inOrder, laneOrder, OWN_LANES} from "./lanes.ts";
import type {Window} from "./scale.ts";
import {scoreWords} from "../i18n/score-words.ts";
import type {Tally} from "./tally.ts";
import type {Limits, View} from "./view.ts";
import {yearOf, yearStart} from "./ticks.ts";

/** A dated item with its place; `rows` are indices of its lanes from the top. */
export type Dated = {item: TimelineItem; extent: Extent; rows: number[]};
export type Undated = {item: TimelineItem; rows: number[]};

/** What a view shows of the data before any window is chosen: made once per change of lanes or filters. */
export type Stage = {
  data: TimelineData;
  lanes: Lane[];
  /** By head, wider participation first. */
  dated: Dated[];
  undated: Undated[];
  limits: Limits;
  /** Per lane: all its items whatever the filter, and how many of them are joint. */
  totals: Total[];
  filters: View["filters"];
  /** Columns of `dated` for quick scans, ms. */
  from: Float64Array;
  to: Float64Array;
  head: Float64Array;
  /** Width of what the date leaves open. */
  blur: Float64Array;
  joint: Uint8Array;
  /** 1: goes on without an end. */
  open: Uint8Array;
  /** Index into `sets` of who takes part. */
  set: Uint16Array;
  sets: number[][];
  /** Rows on which something is dated. */
  used: ReadonlySet<number>;
  /** What is known of events that are not in `dated` and `undated`; null where all are. */
  tally: Tally | null;
};

type Total = {all: number; joint: number};

/**
 * Applies a view's lanes and filters. Linear in the items, plus one sort. `whole`: how many events each lane has, where the
 * data holds only some of them.
 */
export function stage(data: TimelineData, view: Pick<View, "by" | "filters">, whole?: ReadonlyMap<string, Total>): Stage {
  const {lanes, lanesOf} = lanesBy(data, view.by, whole);
  const index = new Map(lanes.map((lane, i) => [lane.id, i]));
  const matches = matcher(view.filters, data, lanesOf);
  const totals = lanes.map(({id}): Total => ({...(whole?.get(id) ?? {all: 0, joint: 0})}));
  const shared = new Map<string, number[]>();
  const byRows = new Map<string, number[]>();
  /** Rows of lanes from the top, each once; equal sets share one array. */
  const rowsOf = (ids: readonly string[]): number[] => {
    const key = ids.length === 1 ? (ids[0] ?? "") : ids.join("\n");
    const known = shared.get(key);
    if (known) return known;
    const found = [...new Set(ids.flatMap((id) => index.get(id) ?? []))].sort((a, b) => a - b);
    // The same lanes named in another order are the same set.
    const rows = byRows.get(found.join()) ?? found;
    byRows.set(found.join(), rows);
    shared.set(key, rows);
    return rows;
  };
  // Lanes of something else than organisations have their own togetherness: what stands on two of them.
  const isJoint = (item: TimelineItem, rows: readonly number[]) =>
    view.by === "organizations" ? parties(item) > 1 : rows.length > 1;
  const dated: Dated[] = [];
  const undated: Undated[] = [];
  const span = {from: Infinity, to: -Infinity, clocked: false};
  for (const item of data.items) {
    const rows = rowsOf(lanesOf(item));
    if (!rows.length) continue;
    const joint = isJoint(item, rows) ? 1 : 0;
    for (const row of rows) {
      const total = totals[row];
      if (!total || whole) continue;
      total.all++;
      total.joint += joint;
    }
    const extent = extentOf(item);
    if (extent) {
      span.from = Math.min(span.from, extent.from, extent.head);
      // A window ends before its last instant: what begins there and has no end must still lie in it.
      span.to = Math.max(span.to, extent.to, extent.head + 1);
      if (item.when?.includes("T")) span.clocked = true;
    }
    if (!matches(item)) continue;
    if (extent) dated.push({item, extent, rows});
    else undated.push({item, rows});
  }
  dated.sort((a, b) => a.extent.head - b.extent.head || b.rows.length - a.rows.length || (a.item.id < b.item.id ? -1 : 1));
  const n = dated.length;
  const columns = {
    from: new Float64Array(n),
    to: new Float64Array(n),
    head: new Float64Array(n),
    blur: new Float64Array(n),
    joint: new Uint8Array(n),
    open: new Uint8Array(n),
    set: new Uint16Array(n),
  };
  const setOf = new Map<number[], number>();
  dated.forEach(({item, extent, rows}, i) => {
    const set = setOf.get(rows) ?? setOf.size;
    setOf.set(rows, set);
    columns.from[i] = extent.from;
    columns.to[i] = extent.to;
    columns.head[i] = extent.head;
    columns.blur[i] = extent.blur;
    columns.joint[i] = isJoint(item, rows) ? 1 : 0;
    columns.open[i] = extent.tail === "since" ? 1 : 0;
    columns.set[i] = set;
  });
  const sets = [...setOf.keys()];
  return {
    data,
    lanes,
    dated,
    undated,
    totals,
    filters: view.filters,
    limits: limitsOf(span),
    ...columns,
    sets,
    used: new Set(sets.flat()),
    tally: null,
  };
}

/** What can be looked at of events within a span; a shorter stretch where some have a time of day. */
export const limitsOf = (span: Window & {clocked: boolean}): Limits => ({
  period: periodOf(span),
  least: span.clocked ? 600_000 : 3 * DAY,
});

/** The whole period: the items' span out to full years, or to days when all is within a few months. */
function periodOf({from, to}: Window): Window {
  if (from > to) return {from: Date.UTC(2000, 0), to: Date.UTC(2001, 0)};
  const length = to - from;
  if (length < 300 * DAY) {
    const pad = Math.max(3 * DAY, Math.ceil((length * 0.04) / DAY) * DAY);
    return {from: Math.floor(from / DAY) * DAY - pad, to: Math.ceil(to / DAY) * DAY + pad};
  }
  const years = length / (365 * DAY);
  const unit = years > 60 ? 10 ** Math.floor(Math.log10(years / 6)) : 1;
  const first = Math.floor(yearOf(from) / unit) * unit;
  const last = Math.floor(yearOf(to - 1) / unit) * unit + unit;
  return {from: yearStart(first), to: yearStart(last)};
}

/** Lanes of a kind and which of them an item stands on. */
function lanesBy(
  data: TimelineData,
  by: View["by"],
  whole?: ReadonlyMap<string, Total>,
): {lanes: Lane[]; lanesOf: (item: TimelineItem) => readonly string[]} {
  if (by === "organizations") return fold(data.lanes, data, (item) => item.lanes, whole);
  const lanesOf = (item: TimelineItem): readonly string[] => {
    const ids = by === "types" ? [item.type] : item[by];
    return ids.length ? ids : [OTHERS];
  };
  const used = new Map<string, number>();
  for (const item of data.items) for (const id of lanesOf(item)) used.set(id, (used.get(id) ?? 0) + 1);
  const ids = [...used.keys()]
    .filter((id) => id !== OTHERS)
    .sort((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0) || (a < b ? -1 : 1));
  const lanes = ids.map((id): Lane => ({id, name: data.names[by][id] ?? id, shape: "dot", ink: 0, href: null}));
  const own = fold(lanes, data, lanesOf);
  const order = laneOrder(
    own.lanes.map((l) => l.id),
    data.items.map((item) => ({lanes: [...lanesOf(item)]})),
  );
  return {lanes: inOrder(own.lanes, order), lanesOf: own.lanesOf};
}

/** Keeps the eight fullest lanes and the states', in their order; the rest share one. */
function fold(
  lanes: readonly Lane[],
  data: TimelineData,
  lanesOf: (item: TimelineItem) => readonly string[],
  whole?: ReadonlyMap<string, Total>,
) {
  const words = scoreWords(data.lang);
  const counts = new Map([...(whole ?? [])].map(([id, {all}]) => [id, all]));
  if (!whole) for (const item of data.items) for (const id of lanesOf(item)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const free = lanes.filter((l) => l.id !== STATES && l.id !== OTHERS);
  const kept = new Set(
    [...free]
      .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
      .slice(0, OWN_LANES)
      .map((l) => l.id),
  );
  const mine = free.filter((l) => kept.has(l.id));
  const inks = shapes.map((_, i) => i + 1).filter((ink) => !mine.some((l) => l.ink === ink));
  const own = mine.map((lane): Lane => {
    if (lane.ink) return lane;
    const ink = inks.shift() ?? 0;
    return {...lane, shape: shapes[ink - 1] ?? "dot", ink};
  });
  const folded = free.length > kept.size || (counts.get(OTHERS) ?? 0) > 0;
  const others: Lane = {id: OTHERS, name: words.others, shape: "dot", ink: 0, href: null};
  const known = new Set(lanes.map((l) => l.id));
  const states = lanes.filter((l) => l.id === STATES && (counts.get(STATES) ?? 0) > 0);
  const to = (id: string) => (kept.has(id) || id === STATES ? id : known.has(id) || id === OTHERS ? OTHERS : "");
  return {
    lanes: [...own, ...(folded ? [others] : []), ...states],
    lanesOf: folded ? (item: TimelineItem) => lanesOf(item).map(to).filter(Boolean) : lanesOf,
  };
}
