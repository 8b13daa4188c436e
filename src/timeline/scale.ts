/** Stretch of time, ms UTC, `from` inclusive, `to` exclusive. */
export type Window = {from: number; to: number};

/** From ms UTC to CSS px and back. */
export type Scale = {(t: number): number; invert(x: number): number};

/**
 * Linear in milliseconds, since UTC has no gaps. Two lines of our own: a d3 scale of dates ends at the year 275 760 where
 * deep time does not, and a quarter of the page's script would be its formats and interpolators, which nothing here uses.
 */
export function timeScale(window: Window, x0: number, x1: number): Scale {
  const perMs = (x1 - x0) / (window.to - window.from);
  return Object.assign((t: number) => x0 + (t - window.from) * perMs, {invert: (x: number) => window.from + (x - x0) / perMs});
}
