import {glyph, round} from "./glyph.ts";
import type {Lane} from "./item.ts";

/** An SVG element as data: markup at build, nodes in the browser. Keyed ones keep their node from one drawing to the next. */
export type El = {tag: string; key?: string; attrs: Record<string, string | number>; children: (El | string)[]};

/** Attributes as they are asked for; what is null, undefined or false is left out. */
export type Attrs = Record<string, string | number | null | undefined | false>;

/** An element of a drawing. */
export function el(tag: string, attrs: Attrs = {}, children: (El | string)[] = [], key?: string): El {
  const kept: El["attrs"] = {};
  for (const name in attrs) {
    const value = attrs[name];
    if (value !== null && value !== undefined && value !== false) kept[name] = value;
  }
  return key === undefined ? {tag, attrs: kept, children} : {tag, attrs: kept, children, key};
}

/** A rectangle of a class, in CSS px to one decimal, like the three below. */
export const rect = (cls: string, x: number, y: number, width: number, height: number, more: Attrs = {}): El =>
  el("rect", {
    class: cls,
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
    ...more,
  });
/** A line from one point to another. */
export const line = (cls: string, x1: number, y1: number, x2: number, y2: number): El =>
  el("line", {class: cls, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2)});
/** Words on a base line. */
export const text = (cls: string, x: number, y: number, words: string, more: Attrs = {}): El =>
  el("text", {class: cls, x: round(x), y: round(y), ...more}, [words]);
/** The head of an event on a lane, or the lane's sign. */
export const head = (lane: Lane, x: number, y: number, scale: number): El =>
  el("path", {class: `head lane-${lane.ink}`, d: glyph(lane.shape, x, y, scale)});
