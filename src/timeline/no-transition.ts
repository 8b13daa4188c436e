/**
 * Stands in the browser's bundle for `d3-transition` and `d3-interpolate` (see `src/site/stand-ins.ts`), of which d3-zoom uses
 * one function each: to stop a running transition when a gesture starts, and to run one. Nothing here starts one; the real
 * packages bring easing, timers, colours and interpolators of every kind, a quarter of the page's script.
 */
export const interrupt = (): void => undefined;

/** d3-zoom's path from one view to another during a transition. */
export const interpolateZoom = (_from: unknown, to: unknown) => (): unknown => to;
