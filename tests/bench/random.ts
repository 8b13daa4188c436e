/** A source of chance that gives the same for the same seed number on every machine. */
export type Chance = {
  /** In [0, 1). */
  next: () => number;
  /** Whole, in [0, n). */
  below: (n: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True with probability p. */
  odds: (p: number) => boolean;
  /** Like `pick`, but the k-th thing comes about 1/(k+1) as often as the first: a few names fill the news. */
  favour: <T>(list: readonly T[]) => T;
};

/** Mulberry32: 32 bits of state are plenty for made-up news. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], i: number): T => {
    const found = list[Math.min(i, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (list) => at(list, Math.floor(next() * list.length)),
    odds: (p) => next() < p,
    // The inverse of the logarithm that sums 1/k, near enough.
    favour: (list) => at(list, Math.floor((list.length + 1) ** next()) - 1),
  };
}

export const DAY = 86_400_000;

/** A day between 1992 and 2024, ms UTC: later years are fuller, and one in five falls on one of forty crowded days. */
export function skewedDay(c: Chance): number {
  const crowded = c.odds(0.2) ? chance(1000 + c.below(40)) : c;
  const year = 2025 - Math.min(33, Math.ceil(-Math.log(1 - crowded.next()) * 8) || 1);
  return Date.UTC(year, 0, 1) + crowded.below(365) * DAY;
}

/** `2023-12-13`. */
export const iso = (t: number): string => new Date(t).toISOString().slice(0, 10);
