import type {Scene} from "./scene.ts";

/** Something a reader can stand on with the keyboard: a mark, an undated event, a stretch of columns. */
export type Stop = {key: string; id: string | null; x: number; rows: number[]; window: {from: number; to: number} | null};

/** All stops of a scene in order: time first, then the shelf. */
export function stops(scene: Scene): Stop[] {
  const marks = scene.marks.map((m): Stop => ({
    key: `m-${m.id}`,
    id: m.id,
    x: m.x,
    rows: m.heads.map((h) => h.row),
    window: null,
  }));
  const bins = (scene.bins?.buttons ?? []).map((b): Stop => ({
    key: `b-${b.from}`,
    id: null,
    x: b.x,
    rows: [],
    window: {from: b.from, to: b.to},
  }));
  const shelf = (scene.shelf?.entries ?? []).map((e): Stop => ({
    key: `u-${e.id}`,
    id: e.id,
    x: Infinity,
    rows: e.rows,
    window: null,
  }));
  const heaps = (scene.shelf?.heaps ?? []).flatMap((h) =>
    h.marks.map((m): Stop => ({key: `u-${m.id}`, id: m.id, x: Infinity, rows: [h.row], window: null})),
  );
  return [...bins, ...marks, ...shelf, ...heaps];
}

/** A number goes to that share of the stops on the axis: 0.3 is three tenths from the first to the last. */
export type Move = number | "next" | "previous" | "first" | "last" | "leap" | "leap-back" | "up" | "down";

/** Where a move leads; the same stop at an end. A leap passes the root of the number of stops on the axis, so two leaps and steps reach all. */
export function move(all: readonly Stop[], from: string | null, by: Move): Stop | null {
  // The shelf stands after all that has a time.
  const shelf = all.findIndex((s) => s.x === Infinity);
  const timed = shelf > 0 ? shelf : all.length;
  if (typeof by === "number") return all[Math.round(by * (timed - 1))] ?? null;
  const at = all.findIndex((s) => s.key === from);
  const current = all[at];
  if (!current) return all[by === "last" ? timed - 1 : 0] ?? null;
  // The last on the axis, then the last on the shelf.
  if (by === "last") return all[(at < timed - 1 ? timed : all.length) - 1] ?? null;
  const leap = Math.max(2, Math.round(Math.sqrt(timed)));
  const steps: Partial<Record<Exclude<Move, number | "last">, number>> = {
    next: 1,
    previous: -1,
    first: -all.length,
    leap,
    "leap-back": -leap,
  };
  const step = steps[by];
  if (step !== undefined) return all[Math.max(0, Math.min(all.length - 1, at + step))] ?? null;
  return neighbour(all, current, by === "down" ? 1 : -1);
}

/** The stop nearest in time on the next lane that has one. */
function neighbour(all: readonly Stop[], from: Stop, direction: 1 | -1): Stop {
  const edge = direction > 0 ? Math.max(...from.rows) : Math.min(...from.rows);
  const far = (s: Stop) => Math.min(...s.rows.filter((r) => (r - edge) * direction > 0).map((r) => (r - edge) * direction));
  const beyond = all.filter((s) => s !== from && far(s) < Infinity && (s.x === Infinity) === (from.x === Infinity));
  const nearest = Math.min(...beyond.map(far));
  const lane = beyond.filter((s) => far(s) === nearest);
  return (
    lane.reduce<Stop | null>((best, s) => (best && Math.abs(best.x - from.x) <= Math.abs(s.x - from.x) ? best : s), null) ?? from
  );
}
