import {type Lane, OTHERS, STATES, type TimelineItem} from "./item.ts";

/** How many lanes have their own shape and ink; the rest share one. */
export const OWN_LANES = 8;

/**
 * Order of lane ids that makes the stems shortest: the summed distance between the first and last lane of every joint event.
 * Exact, by dynamic programming over the sets of lanes already placed: the sum equals, gap by gap, the events whose stem
 * crosses it, and that depends only on which lanes stand above. Of equal orders the one nearest the given order wins.
 * STATES and OTHERS stay at the end.
 */
export function laneOrder(ids: readonly string[], items: readonly Pick<TimelineItem, "lanes">[]): string[] {
  const free = ids.filter((id) => id !== STATES && id !== OTHERS);
  const last = [OTHERS, STATES].filter((id) => ids.includes(id));
  if (free.length < 3 || free.length > 12) return [...free, ...last];
  const place = new Map(free.map((id, i) => [id, i]));
  const weight = new Map<number, number>();
  for (const {lanes} of items) {
    let set = 0;
    for (const id of lanes) set |= place.has(id) ? 1 << (place.get(id) ?? 0) : 0;
    if (set & (set - 1)) weight.set(set, (weight.get(set) ?? 0) + 1);
  }
  const full = (1 << free.length) - 1;
  const rest = new Float64Array(full + 1);
  for (let above = full - 1; above >= 0; above--) {
    let best = Infinity;
    for (let i = 0; i < free.length; i++) if (!(above & (1 << i))) best = Math.min(best, rest[above | (1 << i)] ?? 0);
    let crossing = 0;
    for (const [set, n] of weight) if (set & above && set & ~above) crossing += n;
    rest[above] = best + crossing;
  }
  const order: string[] = [];
  for (let above = 0; above !== full;) {
    let next = -1;
    for (let i = 0; i < free.length; i++)
      if (!(above & (1 << i)) && (next < 0 || (rest[above | (1 << i)] ?? 0) < (rest[above | (1 << next)] ?? 0))) next = i;
    order.push(free[next] ?? "");
    above |= 1 << next;
  }
  return [...order, ...last];
}

/** Lanes put into an order of ids; lanes the order does not name come last. */
export function inOrder(lanes: readonly Lane[], order: readonly string[]): Lane[] {
  const at = (id: string) => (order.indexOf(id) < 0 ? order.length : order.indexOf(id));
  return [...lanes].sort((a, b) => at(a.id) - at(b.id));
}
