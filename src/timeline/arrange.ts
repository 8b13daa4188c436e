import type {Dated, Stage} from "./stage.ts";
import type {Manner} from "./manner.ts";
import type {Scale} from "./scale.ts";
import type {Mark} from "./scene.ts";
import {spread} from "./stems.ts";
import type {Tail} from "./extent.ts";
import {round} from "./glyph.ts";

/** Room a lane has above and below its line, px. */
export type Room = {above: number; below: number};

/** Where marks go: the plot's edges, the least height of each lane, or the least room it has on either side; the measures. */
export type Frame = {
  p0: number;
  p1: number;
  top: number;
  bottom: number;
  pitches: readonly number[];
  held?: readonly Room[] | undefined;
  /** Room left free for labels between each lane's line and its first track, px. */
  air?: readonly number[] | undefined;
  manner: Manner;
};

/** A mark still tied to its item; row geometry beside it. */
export type Placed = Mark & {dated: Dated; long: boolean};
export type RowSpan = {y: number; top: number; bottom: number; over: number};
export type Arrangement = {marks: Placed[]; rows: RowSpan[]; height: number};

/** A lane while it fills: heads per row above the base line, tails per track below it. */
type Filling = {heads: [number, number][][]; tracks: [number, number][][]; up: number; down: number; over: number};

type Item = {
  dated: Dated;
  x: number;
  a: number;
  b: number;
  bound: number;
  long: boolean;
  joint: boolean;
  inside: boolean;
  /** Per participating lane: row above (≥ 0) or track below. */
  level: number[];
};

/** Places the dated items `shown` (indices into the stage) by the rules of stems, stacks and tracks. */
export function arrange(stage: Stage, shown: readonly number[], scale: Scale, frame: Frame): Arrangement {
  const {p0, p1, manner} = frame;
  const items = shown.flatMap((i) => {
    const dated = stage.dated[i];
    return dated ? [measure(dated, scale, frame)] : [];
  });
  items.sort((a, b) => a.x - b.x || b.dated.rows.length - a.dated.rows.length);
  const stems = items.filter((d) => d.joint && d.inside);
  spread(
    stems.map((d) => d.x),
    manner.stemGap,
    p0 - 4,
    p1 + 4,
  ).forEach((x, i) => {
    const stem = stems[i];
    if (stem) stem.x = x;
  });
  const lanes: Filling[] = stage.lanes.map(() => ({heads: [], tracks: [], up: 0, down: 0, over: 0}));
  for (const d of items) if (d.joint && !d.long) sitOnLine(d, lanes, frame);
  for (const d of items) if (!d.joint && !d.long) stack(d, lanes, frame);
  const drawn = new Set(
    items
      .filter((d) => d.long)
      .sort((a, b) => a.b - a.a - (b.b - b.a))
      .filter((d) => hang(d, lanes, frame)),
  );
  const rows = rowSpans(lanes, frame);
  const kept = items.filter((d) => !d.long || drawn.has(d));
  return {marks: kept.map((d) => toMark(d, rows, frame)), rows, height: (rows.at(-1)?.bottom ?? frame.top) + frame.bottom};
}

function measure(dated: Dated, scale: Scale, {p0, p1, manner}: Frame): Item {
  const {extent, rows} = dated;
  const bound = scale(extent.head);
  const x = bound - (extent.tail === "until" ? manner.untilOffset : 0);
  const a = scale(extent.from);
  const b = extent.tail === "since" && extent.end === "open" ? p1 + 8 : scale(extent.to);
  const long = extent.tail !== null && extent.tail !== "until" && (b - a > 26 || extent.tail === "since");
  return {dated, x, a, b, bound, long, joint: rows.length > 1, inside: x > p0 - 9 && x < p1 + 9, level: []};
}

/** Ends of what is drawn about a head, px. */
function tailSpan(d: Item, {p0, p1, manner}: Frame): [number, number] {
  const kind = d.dated.extent.tail;
  const least = (kind === "about" ? 17 : 9) * manner.head;
  const [a, b] = kindSpan(d, kind, least);
  return [Math.max(p0 - 8, a), Math.min(p1 + 8, b)];
}

function kindSpan(d: Item, kind: Tail | null, least: number): [number, number] {
  if (kind === null) return [d.x, d.x];
  if (kind === "lasts") return [d.x, Math.max(d.b, d.x + 14)];
  if (kind === "until") return [d.x - 26, d.bound];
  if (kind === "since") return [d.x, d.dated.extent.end === "open" ? d.b : d.x + 46];
  return [Math.min(d.a, d.x - least), Math.max(d.b, d.x + least)];
}

const meets = (taken: readonly [number, number][] | undefined, a: number, b: number, gap: number): boolean =>
  // From the right: marks come in order of time, so what is met is met soon.
  taken?.findLast((t) => t[0] < b + gap && t[1] > a - gap) !== undefined;

/** Whether a mark's short tail has sharp ends, which another's must not cover. */
const closed = (d: Item): boolean => d.dated.extent.tail === "within" || d.dated.extent.tail === "lasts" || goesOn(d);

/** What is said to go on at a day that is all we know of it: a short tail fading to the right. */
const goesOn = (d: Item): boolean => d.dated.item.status === "ongoing" && d.dated.extent.tail === null;
const onward = (d: Item, {manner}: Frame): [number, number] => [d.x, d.x + 26 * manner.head];

/** Room a head and its short tail take in a row. */
function room(d: Item, frame: Frame): [number, number] {
  const half = frame.manner.headGap / 2;
  const [a, b] = goesOn(d) ? onward(d, frame) : closed(d) ? tailSpan(d, frame) : [d.x, d.x];
  return [Math.min(a - 1, d.x - half), Math.max(b + 1, d.x + half)];
}

const lanesOf = (d: Item, lanes: readonly Filling[]): Filling[] => d.dated.rows.flatMap((r) => lanes[r] ?? []);

/** Joint heads sit on the base line, where their stem meets it; one whose closed tail would cover another's hangs below. */
function sitOnLine(d: Item, lanes: readonly Filling[], frame: Frame): void {
  const own = lanesOf(d, lanes);
  const [a, b] = room(d, frame);
  if (closed(d) && own.some((l) => meets(l.heads[0], a, b, -1))) {
    d.long = true;
    return;
  }
  for (const lane of own) (lane.heads[0] ??= []).push([a, b]);
  d.level = own.map(() => 0);
}

/** Single heads rise to the first free row. */
function stack(d: Item, lanes: readonly Filling[], frame: Frame): void {
  const [a, b] = room(d, frame);
  for (const lane of lanesOf(d, lanes)) {
    let row = 0;
    while (meets(lane.heads[row], a, b, -0.01)) row++;
    (lane.heads[row] ??= []).push([a, b]);
    lane.up = Math.max(lane.up, row);
    d.level.push(row);
  }
}

/** Long tails take the first free track, the base line only where nothing sits; false when a lane has no track left. */
function hang(d: Item, lanes: readonly Filling[], frame: Frame): boolean {
  const {p0, p1, manner} = frame;
  const [from, to] = goesOn(d) ? onward(d, frame) : tailSpan(d, frame);
  const a = Math.max(p0 - 8, Math.min(from, d.x - 8));
  const b = Math.min(p1 + 8, Math.max(to, d.x + 8));
  const own = lanesOf(d, lanes);
  const levels = own.map((lane) => {
    let track = 0;
    while (meets(lane.tracks[track], a, b, 6) || (track === 0 && meets(lane.heads[0], a, b, 4))) track++;
    return track;
  });
  if (levels.some((track) => track > manner.maxTracks)) {
    for (const lane of own) lane.over++;
    return false;
  }
  own.forEach((lane, i) => {
    const track = levels[i] ?? 0;
    (lane.tracks[track] ??= []).push([a, b]);
    lane.down = Math.max(lane.down, track);
  });
  d.level = levels;
  return true;
}

function rowSpans(lanes: readonly Filling[], frame: Frame): RowSpan[] {
  const {manner, pitches, held} = frame;
  let top = frame.top;
  return lanes.map((lane, i) => {
    const half = (pitches[i] ?? 0) / 2;
    const {above, below} = held?.[i] ?? {above: half, below: half};
    const y = top + Math.max(above, lane.up * manner.rowHeight + manner.padUp);
    const tracks = lane.down && lane.down * manner.trackHeight + (frame.air?.[i] ?? 0);
    const bottom = y + Math.max(below, tracks + manner.padDown + (lane.over ? 12 : 0));
    const row = {y: round(y), top: round(top), bottom: round(bottom), over: lane.over};
    top = bottom;
    return row;
  });
}

function toMark(d: Item, rows: readonly RowSpan[], frame: Frame): Placed {
  const {item, extent, rows: on} = d.dated;
  const {manner} = frame;
  const [x0, x1] = tailSpan(d, frame);
  const heads = on.map((row, i) => {
    const level = d.level[i] ?? 0;
    const down = d.long ? level && level * manner.trackHeight + (frame.air?.[row] ?? 0) : -level * manner.rowHeight;
    return {row, y: round((rows[row]?.y ?? 0) + down)};
  });
  return {
    dated: d.dated,
    long: d.long,
    id: item.id,
    href: item.href,
    name: "",
    x: round(d.x),
    heads,
    joint: d.joint,
    inside: d.inside,
    tail: extent.tail
      ? {
          kind: extent.tail,
          x0: round(x0),
          x1: round(x1),
          start: extent.start,
          end: item.status === "ongoing" && extent.tail === "lasts" ? "open" : extent.end,
        }
      : goesOn(d)
        ? {kind: "since", x0: round(d.x), x1: round(d.x + 26 * manner.head), start: "sharp", end: "open"}
        : null,
    status: item.status,
    uncertain: extent.uncertain,
  };
}
