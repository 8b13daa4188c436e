import {extentOf, type Tail} from "./extent.ts";
import type {TimelineItem} from "./item.ts";

/** A bar on a lane beside a card: an event that lasts. `slot` 0 is next to the lane's line. `starts`: it begins at this card. */
export type Bar = {slot: number; hollow: boolean; starts: boolean};
/** The event of the card on one of its lanes; `slot` is 0 on the line itself, more beside a bar. */
export type Head = {lane: number; slot: number};
/** One row of the vertical score beside the list: its lanes in order, and the card's own marks. */
export type GutterRow = {
  bars: Bar[][];
  heads: Head[];
  /** Columns joined by the black line; null for one participant. */
  join: {from: number; to: number; slot: number} | null;
  tail: Exclude<Tail, "lasts"> | "none";
  hollow: boolean;
  doubtful: boolean;
};

/** More bars than this beside one another are not drawn. */
const SLOTS = 3;

type Running = {from: number; to: number; slot: number; hollow: boolean};

/**
 * The vertical score of a list: for each item, in order, the row to draw beside it. Events that last run on as bars
 * past the cards that begin before their end. One pass over the items; `lanes` are the ids of the columns.
 */
export function gutter(items: readonly TimelineItem[], lanes: readonly string[]): GutterRow[] {
  const columns = new Map(lanes.map((id, i) => [id, i]));
  const running: Running[][] = lanes.map(() => []);
  return items.map((item) => {
    const extent = extentOf(item);
    const own = item.lanes.flatMap((id) => columns.get(id) ?? []).sort((a, b) => a - b);
    const hollow = item.status === "planned" || item.status === "cancelled";
    if (extent) for (const lane of running) prune(lane, extent.head);
    const bars = running.map((lane) => lane.map(({slot, hollow}): Bar => ({slot, hollow, starts: false})));
    const heads = own.map((lane): Head => ({lane, slot: 0}));
    if (extent && (extent.tail === "lasts" || extent.tail === "since")) {
      for (const head of heads) {
        const taken = new Set(running[head.lane]?.map(({slot}) => slot));
        const slot = [1, 2, 3].slice(0, SLOTS).find((n) => !taken.has(n));
        if (slot === undefined) continue;
        head.slot = slot;
        running[head.lane]?.push({from: extent.from, to: extent.tail === "since" ? Infinity : extent.to, slot, hollow});
        bars[head.lane]?.push({slot, hollow, starts: true});
      }
    }
    const [first, last] = [own[0], own.at(-1)];
    return {
      bars,
      heads,
      join:
        first !== undefined && last !== undefined && first !== last
          ? {from: first, to: last, slot: Math.max(...heads.map(({slot}) => slot))}
          : null,
      tail: !extent?.tail || extent.tail === "lasts" ? "none" : extent.tail,
      hollow,
      doubtful: extent?.uncertain ?? false,
    };
  });
}

function prune(lane: Running[], now: number): void {
  for (let i = lane.length - 1; i >= 0; i--) if ((lane[i]?.to ?? 0) <= now) lane.splice(i, 1);
}

/** The bars that run past a heading between two rows: those of the row before that go on in the next. */
export function between(before: GutterRow | undefined, after: GutterRow | undefined): Bar[][] {
  return (after?.bars ?? []).map((bars, lane) => {
    const was = before?.bars[lane]?.map(({slot}) => slot) ?? [];
    return bars.filter(({slot, starts}) => !starts && was.includes(slot));
  });
}
