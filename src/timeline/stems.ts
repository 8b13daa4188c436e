/**
 * Moves sorted positions apart until neighbours are at least `gap` px from each other, with the least summed square of
 * displacement (pool adjacent violators), then keeps them between `min` and `max` as far as they fit.
 */
export function spread(xs: readonly number[], gap: number, min = -Infinity, max = Infinity): number[] {
  const pools: {count: number; sum: number}[] = [];
  const mean = (p: {count: number; sum: number} | undefined) => (p ? p.sum / p.count : -Infinity);
  xs.forEach((x, i) => {
    let pool = {count: 1, sum: x - i * gap};
    while (mean(pools.at(-1)) > mean(pool)) {
      const last = pools.pop() ?? {count: 0, sum: 0};
      pool = {count: pool.count + last.count, sum: pool.sum + last.sum};
    }
    pools.push(pool);
  });
  const room = max - (xs.length - 1) * gap;
  const out: number[] = [];
  for (const p of pools) for (let k = 0; k < p.count; k++) out.push(Math.max(min, Math.min(room, mean(p))) + out.length * gap);
  return out;
}

/** How far spreading moves the one that is moved farthest, px. */
export const stray = (xs: readonly number[], gap: number, min = -Infinity, max = Infinity): number =>
  spread(xs, gap, min, max).reduce((most, x, i) => Math.max(most, Math.abs(x - (xs[i] ?? x))), 0);
