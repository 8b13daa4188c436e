import {DAY} from "./extent.ts";
import {draw} from "./draw.ts";
import {el} from "./el.ts";
import {gradients} from "./gradients.ts";
import type {Lane, TimelineData, TimelineItem} from "./item.ts";
import {columns, hasShelf, scoreScene} from "./layout.ts";
import {cellKey, cellsOf, pairDrawing} from "./pair.ts";
import type {Scene} from "./scene.ts";
import {type Dated, type Stage, stage} from "./stage.ts";
import {type StripSize, stripScene} from "./strip.ts";
import {markup} from "./svg.ts";
import {wholeView} from "./view.ts";

/** The still pictures of the site, as SVG markup. Each is as wide as its box, keeps its height, and names its gradients by ink. */

const stages = new WeakMap<TimelineData, Stage>();
/** The stage of unfiltered data; many pictures of a page share it. */
function whole(data: TimelineData): Stage {
  const made = stages.get(data) ?? stage(data, wholeView);
  stages.set(data, made);
  return made;
}

/** Widths from which the score has a room of its own, CSS px, and those at which it is laid out to know the height it needs there. */
const rooms = {
  wide: {from: 1280, probes: [1360, 1280]},
  middle: {from: 1040, probes: [1200, 1040]},
  narrow: {from: 0, probes: [1039, 880, 700]},
};
type Room = keyof typeof rooms;

/** Heights that hold at every width of a room, so that nothing below moves when the browser lays the score out anew; CSS px. */
export function scoreHeights(data: TimelineData): Record<Room, number> {
  const most = (room: Room) => Math.max(...rooms[room].probes.map((width) => scoreScene(whole(data), null, {width}).height));
  return {wide: most("wide"), middle: most("middle"), narrow: most("narrow")};
}

/** The room of a width, CSS px. */
export const roomAt = (width: number): Room =>
  width >= rooms.wide.from ? "wide" : width >= rooms.middle.from ? "middle" : "narrow";

/** The full score, `width` CSS px at full size and `height` tall; without a window the whole period. */
export function scorePicture(data: TimelineData, width: number, height: number): string {
  return still(scoreScene(whole(data), null, {width, height}), "score", data.title);
}

/** Measures of the phone's score, shared with the browser. */
export const compactSize = (width: number): StripSize => ({
  width,
  laneHeight: 34,
  head: 0.8,
  p0: 62,
  p1: width - 8,
  names: true,
  axis: true,
  thin: 4,
});
/** Measures of the strip that sticks while one reads. */
export const readingSize = (width: number, phone: boolean): StripSize =>
  phone
    ? {width, laneHeight: 11, head: 0.46, p0: 16, p1: width - 6, names: false, axis: true, thin: 4}
    : {width, laneHeight: 17, head: 0.6, p0: 96, p1: width - 6, names: true, axis: true};
/** Measures of the strip under the score that chooses the period. */
export const brushSize = (width: number, p0: number, p1: number): StripSize => ({
  width,
  laneHeight: 9,
  head: 0.3,
  p0,
  p1,
  names: false,
  axis: false,
});

/** Heights of the phone's score and of the brush that hold at every width, CSS px. */
export function stripHeights(data: TimelineData): {compact: number; brush: number} {
  const height = (size: StripSize) => stripScene(whole(data), null, size).height;
  const brush = (width: number) => {
    const {p0, p1} = columns(width, hasShelf(data));
    return height(brushSize(width, p0, p1));
  };
  return {
    compact: Math.max(...[288, 328, 358, 398, 560, 688].map((width) => height(compactSize(width)))),
    brush: Math.max(...[1360, 1100, 900, 700].map(brush)),
  };
}

/** The small score of the phone: no labels, no shelf. */
export const compactPicture = (data: TimelineData, width: number): string =>
  still(stripScene(whole(data), null, compactSize(width)), "compact", data.title);

/** One thin row per lane for the head of a document; events not in `lit` are dimmed (none without it). */
export function stripPicture(data: TimelineData, width: number, laneHeight = 22, lit?: readonly string[]): string {
  const size: StripSize = {width, laneHeight, head: 0.8, p0: 96, p1: width - 10, names: true, axis: true};
  return still(stripScene(whole(data), null, size), "strip", data.title, lit);
}

/** The strip under the score, as the build draws it. */
export function brushPicture(data: TimelineData, width: number, p0: number, p1: number): string {
  return still(stripScene(whole(data), null, brushSize(width, p0, p1)), "brush", data.title);
}

/** An event among its neighbours in time: a window of nine tenths of the lane's neighbours, its own mark lit. Empty for an undated one. */
export function closeUpPicture(data: TimelineData, width: number, id: string): string {
  const scene = closeUpScene(data, width, id);
  return scene ? still(scene, "closeup", data.title, [id]) : "";
}

/** The events that a close-up shows, its own among them. */
export function closeUpItems(data: TimelineData, width: number, id: string): TimelineItem[] {
  const shown = new Set(closeUpScene(data, width, id)?.marks.map((mark) => mark.id));
  return data.items.filter((item) => shown.has(item.id));
}

function closeUpScene(data: TimelineData, width: number, id: string): Scene | null {
  const s = whole(data);
  const at = s.dated.findIndex((d) => d.item.id === id);
  const own = s.dated[at];
  if (!own) return null;
  const near = s.dated.slice(Math.max(0, at - 3), at + 4).map((d) => d.extent.head);
  const reach = Math.max(own.extent.to - own.extent.from, ...near.map((t) => Math.abs(t - own.extent.head)), 30 * DAY) * 1.15;
  const {period} = s.limits;
  const window = {from: Math.max(period.from, own.extent.head - reach), to: Math.min(period.to, own.extent.head + reach)};
  const size: StripSize = {width, laneHeight: 44, head: 1.15, p0: 96, p1: width - 20, names: true, axis: true};
  return stripScene(s, window, size);
}

/** The cells of the half-matrix on the whole period, by key; those without events hold the empty scale. */
export function pairPictures(data: TimelineData, lanes: readonly Lane[]): Map<string, string> {
  const s = whole(data);
  const order = lanes.map(({id}) => id);
  const marks = new Map<string, Dated[]>();
  for (const d of s.dated)
    for (const key of cellsOf(order, d.item.lanes)) {
      const list = marks.get(key);
      if (list) list.push(d);
      else marks.set(key, [d]);
    }
  return new Map(
    lanes.flatMap((a, i) =>
      lanes.slice(i).map((b): [string, string] => {
        const key = cellKey(a.id, b.id);
        return [key, markup(pairDrawing(marks.get(key) ?? [], s.limits.period, data.lang, a === b ? a : null))];
      }),
    ),
  );
}

const hidden = (defs: ReturnType<typeof el>): string =>
  markup(el("svg", {width: 0, height: 0, class: "defs", "aria-hidden": "true", focusable: "false"}, [defs]));

/** Gradients of all tails, hidden: once on a page before the first picture. */
export function tailGradients(data: TimelineData): string {
  const inks = [...new Set([0, ...data.lanes.map((l) => l.ink)])].sort((a, b) => a - b);
  return hidden(gradients([...inks, "x"]));
}

/** The gradients that some still pictures name, hidden, once before the first of them; empty where they name none. */
export function gradientsOf(...pictures: string[]): string {
  const named = new Map(
    pictures.flatMap((picture) =>
      [...picture.matchAll(/url\(#([a-z]+-(\d+|x))\)/g)].map(
        ([, id = "", ink = ""]) => [id, ink === "x" ? ink : Number(ink)] as const,
      ),
    ),
  );
  const inks = [...new Set(named.values())].sort((a, b) => String(a).localeCompare(String(b)));
  return inks.length ? hidden(gradients(inks, (id) => named.has(id))) : "";
}

/** As wide as its box, but never taller or lower than it was laid out: the box's height is known before anything is loaded. */
function still(scene: Scene, id: string, label: string, lit?: readonly string[]): string {
  const root = draw(scene, {id, label});
  root.attrs = {...root.attrs, width: "100%", height: scene.height, preserveAspectRatio: "xMinYMin meet"};
  if (lit) dim(root, new Set(lit));
  if (scene.form === "strip") {
    delete root.attrs.role;
    delete root.attrs["aria-label"];
    root.attrs["aria-hidden"] = "true";
  }
  return markup(root);
}

function dim(root: ReturnType<typeof el>, lit: ReadonlySet<string>): void {
  for (const child of root.children) {
    if (typeof child === "string") continue;
    const id = child.attrs["data-id"];
    if (id !== undefined) child.attrs.class = `${String(child.attrs.class)} ${lit.has(String(id)) ? "lit" : "dim"}`;
    else dim(child, lit);
  }
}
