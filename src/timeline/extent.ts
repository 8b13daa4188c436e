import {bounds, type DateEnd, type DatePoint, type Edtf, parseEdtf} from "../model/edtf.ts";
import type {TimelineItem} from "./item.ts";

export const DAY = 86_400_000;

/**
 * What is drawn about a head. `within`: some time inside from-to. `about`: fades both ways. `lasts`: from-to is all in it.
 * `until`: not later than `to`. `since`: from `from` on. Day-exact dates have none.
 */
export type Tail = "within" | "about" | "lasts" | "until" | "since";

/** How an end of a lasting tail is known. */
export type Edge = "sharp" | "faded" | "doubtful" | "unknown" | "open";

/** An item's place in time, ms UTC; `from` and `to` are finite even for open dates, where they equal the named end. */
export type Extent = {
  from: number;
  to: number;
  /** Where the head stands. */
  head: number;
  tail: Tail | null;
  start: Edge;
  end: Edge;
  uncertain: boolean;
  approximate: boolean;
  /** Width of what the date leaves open, ms: a bin narrower than this cannot hold it. 0 for days and lasting spans. */
  blur: number;
};

/** Dates repeat: each wording is read once. */
const read = new Map<Edtf, Extent | null>();

/** Where an item stands on the axis, by `when`, else not later than `notAfter`; null when it has no place there (the shelf). */
export function extentOf(item: Pick<TimelineItem, "when" | "notAfter">): Extent | null {
  const edtf = item.when ?? (item.notAfter === null ? null : upTo(item.notAfter));
  if (edtf === null) return null;
  const known = read.get(edtf);
  if (known !== undefined) return known;
  const found = extent(edtf);
  read.set(edtf, found);
  return found;
}

/** `../2023-12-13` for a bound that may itself be an interval. */
const upTo = (bound: Edtf): Edtf => `../${bound.slice(bound.indexOf("/") + 1)}`;

function extent(edtf: Edtf): Extent | null {
  const value = parseEdtf(edtf);
  const range = value && bounds(value);
  if (!value || !range) return null;
  if (value.kind === "point") return pointExtent(value, range.earliest, range.latest);
  const {start, end} = value;
  const doubt = {
    uncertain: has(start, "uncertain") || has(end, "uncertain"),
    approximate: has(start, "approximate") || has(end, "approximate"),
  };
  const edges = {start: edge(start), end: edge(end), blur: 0, ...doubt};
  if (typeof start === "string") {
    const to = range.latest;
    return {...edges, from: to, to, head: to - DAY / 2, tail: "until"};
  }
  const from = range.earliest + clock(start);
  if (typeof end === "string") return {...edges, from, to: from, head: from, tail: "since"};
  return {...edges, from, to: Math.max(range.latest, from), head: from, tail: "lasts"};
}

function pointExtent(p: DatePoint, earliest: number, latest: number): Extent {
  const exact = p.precision === "day" || p.precision === "time";
  const from = earliest + clock(p);
  const to = p.precision === "time" ? from + 60_000 : latest;
  return {
    from,
    to,
    head: p.precision === "time" ? from : (earliest + latest) / 2,
    tail: p.approximate ? "about" : exact ? null : "within",
    start: p.approximate ? "faded" : "sharp",
    end: p.approximate ? "faded" : "sharp",
    uncertain: p.uncertain,
    approximate: p.approximate,
    blur: exact ? 0 : to - from,
  };
}

const has = (end: DateEnd, doubt: "uncertain" | "approximate") => typeof end !== "string" && end[doubt];

const edge = (end: DateEnd): Edge =>
  typeof end === "string" ? end : end.approximate ? "faded" : end.uncertain ? "doubtful" : "sharp";

// A clock time is placed as the source states it: a zone, where there is one, is a matter of wording.
function clock(p: DatePoint): number {
  const [, hours = 0, minutes = 0] = /^(\d\d):(\d\d)/.exec(p.time ?? "") ?? [];
  return (+hours * 60 + +minutes) * 60_000;
}
