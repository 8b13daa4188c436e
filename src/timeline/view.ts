import type {EventType, Status} from "../model/event.ts";
import type {Certainty, LaneKind} from "../model/view-address.ts";
import type {Window} from "./scale.ts";

export {certainties, laneKinds, type Certainty, type LaneKind} from "../model/view-address.ts";

/** What may be shown; empty means all. Lanes: events on every one of them, so two show what the two did together. */
export type Filters = {
  lanes: string[];
  joint: boolean;
  organization: string;
  country: string;
  topic: string;
  type: EventType | "";
  status: Status | "";
  certainty: Certainty | "";
  text: string;
};

/** All that a picture depends on besides its data and size; the address bar holds exactly this. */
export type View = {
  /** null: the whole period. */
  window: Window | null;
  by: LaneKind;
  filters: Filters;
  selected: string | null;
};

export const noFilters: Filters = {
  lanes: [],
  joint: false,
  organization: "",
  country: "",
  topic: "",
  type: "",
  status: "",
  certainty: "",
  text: "",
};
export const wholeView: View = {window: null, by: "organizations", filters: noFilters, selected: null};

/** What can happen to a view: the same actions whether they come from the wheel, the brush, a key, a field or the back button. */
export type Action =
  | {do: "window"; window: Window | null}
  | {do: "zoom"; factor: number; at?: number | undefined}
  /** By a share of the window's length; 0.5 moves half a window on. */
  | {do: "pan"; share: number}
  | {do: "filter"; set: Partial<Filters>}
  | {do: "lane"; id: string}
  | {do: "by"; kind: LaneKind}
  | {do: "select"; id: string | null}
  | {do: "reset"}
  | {do: "go"; view: View};

/** Limits of the window: the whole period and the shortest stretch that can be looked at, ms. */
export type Limits = {period: Window; least: number};

/** The next view; the same object when nothing changes. */
export function reduce(view: View, action: Action, limits: Limits): View {
  const window = view.window ?? limits.period;
  const length = window.to - window.from;
  switch (action.do) {
    case "window":
      return withWindow(view, action.window, limits);
    case "zoom": {
      const at = action.at ?? (window.from + window.to) / 2;
      return withWindow(view, {from: at - (at - window.from) / action.factor, to: at + (window.to - at) / action.factor}, limits);
    }
    case "pan":
      return withWindow(view, {from: window.from + action.share * length, to: window.to + action.share * length}, limits);
    case "filter": {
      const filters = {...view.filters, ...action.set};
      return same(filters, view.filters) ? view : {...view, filters};
    }
    case "lane": {
      const {lanes} = view.filters;
      const next = lanes.includes(action.id) ? lanes.filter((id) => id !== action.id) : [...lanes, action.id];
      return {...view, filters: {...view.filters, lanes: next}};
    }
    case "by":
      return action.kind === view.by ? view : {...view, by: action.kind, filters: {...view.filters, lanes: []}};
    case "select":
      return action.id === view.selected ? view : {...view, selected: action.id};
    case "reset":
      return same(view, wholeView) ? view : wholeView;
    case "go":
      return same(action.view, view) ? view : withWindow(action.view, action.view.window, limits);
  }
}

function withWindow(view: View, window: Window | null, limits: Limits): View {
  const next = window && clamp(window, limits);
  return same(next, view.window) ? view : {...view, window: next};
}

/** A window inside the period, no shorter than the least; null when it is the whole period. */
export function clamp({from, to}: Window, {period, least}: Limits): Window | null {
  const whole = period.to - period.from;
  const length = Math.min(whole, Math.max(least, to - from));
  if (!Number.isFinite(length)) return null;
  const middle = (from + to) / 2;
  const start = Math.max(period.from, Math.min(period.to - length, middle - length / 2));
  const grain = grainOf(length);
  const round = (t: number) => Math.round(t / grain) * grain;
  // Half a thousandth is less than a px: what looks like the whole period is the whole period.
  return length >= whole * 0.9995 ? null : {from: round(start), to: round(start + length)};
}

const grains = [86_400_000, 3_600_000, 60_000, 1000];
/** Windows begin and end on full days, hours, minutes or seconds, less than a px apart on any screen, so that addresses stay short. */
const grainOf = (length: number): number => (length > 1e15 ? 1e9 : (grains.find((g) => length / g > 1500) ?? 1000));

/** Whether two plain values are alike, member by member. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
