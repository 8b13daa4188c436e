import type {Window} from "./scale.ts";
import type {Limits} from "./view.ts";

/** What a pointer on the period's strip has taken hold of: an end of the frame, the frame, or none of it. */
export type Hold = "left" | "right" | "frame" | "new";

/** Half of a target for a finger, CSS px. */
export const REACH = 22;

/** What lies at x of a frame from a to b, CSS px; the ends reach out 22 px, inwards at most a third of the frame. `whole`: nothing is chosen yet. */
export function holdAt(x: number, a: number, b: number, whole: boolean): Hold {
  const inner = Math.min(REACH, (b - a) / 3);
  if (x > a - REACH && x < a + inner) return "left";
  if (x < b + REACH && x > b - inner) return "right";
  return !whole && x >= a && x <= b ? "frame" : "new";
}

/** The window once the pointer has gone from instant t0 to t; an end may pass the other. Null when nothing would be left. */
export function dragged(hold: Hold, {from, to}: Window, t0: number, t: number, period: Window): Window | null {
  const within = (v: number) => Math.max(period.from, Math.min(period.to, v));
  if (hold === "frame") {
    const by = Math.max(period.from - from, Math.min(period.to - to, t - t0));
    return {from: from + by, to: to + by};
  }
  const still = hold === "left" ? to : hold === "right" ? from : within(t0);
  const moving = within(hold === "left" ? from + t - t0 : hold === "right" ? to + t - t0 : t);
  return still === moving ? null : {from: Math.min(still, moving), to: Math.max(still, moving)};
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  PageDown: -10,
  Home: -1000,
  End: 1000,
};

/** The window once a key has moved one of its ends by hundredths of the period; null for other keys. */
export function slid(key: string, end: boolean, {from, to}: Window, {period, least}: Limits): Window | null {
  const step = steps[key];
  if (step === undefined) return null;
  const by = (step * (period.to - period.from)) / 100;
  return end
    ? {from, to: Math.max(from + least, Math.min(period.to, to + by))}
    : {from: Math.min(to - least, Math.max(period.from, from + by)), to};
}
