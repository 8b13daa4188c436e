import type {Edge, Tail} from "./extent.ts";
import type {Lane} from "./item.ts";
import type {Window} from "./scale.ts";

/** What will be drawn, as plain numbers in CSS px from the picture's top left corner. */
export type Scene = {
  form: "score" | "strip";
  density: Density;
  width: number;
  height: number;
  /** Left and right edge of the plot. */
  p0: number;
  p1: number;
  /** Top of the plot, under the axis. */
  top: number;
  window: Window;
  head: number;
  ticks: Tick[];
  rows: Row[];
  /** In order of time. */
  marks: Mark[];
  labels: Label[];
  note: {x: number; y: number; text: string} | null;
  bins: Bins | null;
  shelf: Shelf | null;
};

/** One per view: labels beside marks, small marks, or columns of counts. */
export type Density = "labels" | "marks" | "bins";

export type Tick = {
  x: number;
  rank: "major" | "minor" | "fine";
  text: string;
  strong: boolean;
  /** Where its text starts, is centred or ends. */
  at: number;
  anchor: "start" | "middle" | "end";
};

/** A lane as drawn. */
export type Row = {
  lane: Lane;
  /** Base line. */
  y: number;
  top: number;
  bottom: number;
  nameY: number;
  /** The lane's name in one or two lines, and under it what it holds. */
  name: string[];
  lines: string[];
  /** Said on the lane when nothing in the view is dated. */
  empty: string | null;
  pressed: boolean;
};

export type Mark = {
  id: string;
  href: string;
  /** Accessible name: «дата. кто + кто. название. статус». */
  name: string;
  x: number;
  heads: {row: number; y: number}[];
  joint: boolean;
  /** Whether the head lies in the window; a tail may show without it. */
  inside: boolean;
  tail: {kind: Tail; x0: number; x1: number; start: Edge; end: Edge} | null;
  status: "happened" | "ongoing" | "planned" | "cancelled";
  uncertain: boolean;
};

export type Label = {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  date: string;
  suffix: string;
  lines: string[];
  /** Text is set against the right edge, towards its head. */
  right: boolean;
  leader: {x0: number; y0: number; x1: number; y1: number} | null;
};

/** The dense state. */
export type Bins = {
  unit: string;
  /** Per row: columns of counts, px; `joint` is the lower, full part. */
  columns: {row: number; x: number; width: number; height: number; joint: number}[];
  /** Rows of exact sets of participants; `rows` empty: all other sets. */
  sets: {rows: number[]; count: string; y: number; cells: {x: number; width: number; shade: number}[]}[];
  setsTitleY: number | null;
  title: {together: string; help: string; others: string};
  /** What a click zooms to. */
  buttons: {from: number; to: number; x: number; width: number; name: string; counts: {row: number; text: string}[]}[];
  setHeight: number;
  coarse: string | null;
  /** Stretches whose counts did not arrive; absent where none is missing. */
  missing?: {x: number; width: number}[];
};

export type Shelf = {
  x: number;
  width: number;
  title: string;
  /** Each event once, on the first of its lanes, with a head for every participant. */
  entries: {id: string; href: string; name: string; rows: number[]; y: number; text: string; status: Mark["status"]}[];
  /** Lanes with too many to name: a small head for each as far as there is room, then the number of all, a way to the list. */
  heaps: {
    row: number;
    x: number;
    y: number;
    text: string;
    marks: {id: string; href: string; name: string; x: number; y: number; status: Mark["status"]}[];
    /** How many have no head here; they stand in the list. */
    rest: number;
  }[];
};

/** Names of densities for tests and URLs. */
export const densities = ["labels", "marks", "bins"] as const satisfies readonly Density[];
