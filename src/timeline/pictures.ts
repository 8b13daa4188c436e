import {DAY} from "./extent.ts";
import {draw, el, gradients, markClass} from "./draw.ts";
import {glyph, round} from "./glyph.ts";
import {type TimelineData, type TimelineItem} from "./item.ts";
import {columns, scoreScene} from "./layout.ts";
import {timeScale} from "./scale.ts";
import {type Scene} from "./scene.ts";
import {type Dated, type Stage, stage} from "./stage.ts";
import {type StripSize, stripScene} from "./strip.ts";
import {markup} from "./svg.ts";
import {ticks, yearName, yearOf} from "./ticks.ts";
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
  return {
    compact: Math.max(...[288, 328, 358, 398, 560, 688].map((width) => height(compactSize(width)))),
    brush: Math.max(...[1360, 1100, 900, 700].map((width) => height(brushSize(width, columns(width).p0, columns(width).p1)))),
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

const cells = new WeakMap<Stage, Map<string, Dated[]>>();

const cellKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Dated events of each cell of the matrix: of both lanes, or of one without a partner. One pass for all cells. */
function cellsOf(s: Stage): Map<string, Dated[]> {
  const kept = cells.get(s);
  if (kept) return kept;
  const byCell = new Map<string, Dated[]>();
  const add = (key: string, d: Dated) => {
    const list = byCell.get(key);
    if (list) list.push(d);
    else byCell.set(key, [d]);
  };
  for (const d of s.dated) {
    const {lanes} = d.item;
    if (lanes.length === 1 && lanes[0] !== undefined) add(cellKey(lanes[0], lanes[0]), d);
    lanes.forEach((a, i) => lanes.slice(i + 1).forEach((b) => add(cellKey(a, b), d)));
  }
  cells.set(s, byCell);
  return byCell;
}

/** Most events of a cell that stand as marks; more would cover each other: they stand as columns, and the picture grows no further. */
const MOST_MARKS = 100;

/** Width of a column and the height of the tallest, CSS px. */
const COLUMN = {width: 4, height: 44};

/** One cell of the matrix, on the whole period: events of both lanes in ink, or of `a` without a partner when a = b in its colour. */
export function pairPicture(data: TimelineData, a: string, b: string, width = 250): string {
  const s = whole(data);
  const height = 74;
  const base = height - 18;
  const {period} = s.limits;
  const scale = timeScale(period, 6, width - 6);
  const lane = data.lanes.find((l) => l.id === a);
  const ink = a === b ? (lane?.ink ?? 0) : "x";
  const shape = a === b ? (lane?.shape ?? "dot") : "circle";
  const marks = cellsOf(s).get(cellKey(a, b)) ?? [];
  const rows: number[] = [];
  const drawMark = ({item, extent}: Dated) => {
    const x = scale(extent.head);
    const end = extent.tail === "lasts" ? scale(extent.to) : x;
    let row = 0;
    while ((rows[row] ?? -Infinity) > x - 9) row++;
    rows[row] = end;
    const y = Math.max(8, base - 10 - row * 12);
    const tail =
      end > x ? [el("rect", {class: `tail lasts lane-${ink}`, x: round(x), y: y - 2, width: round(end - x), height: 4})] : [];
    return el("g", {class: markClass({status: item.status, uncertain: extent.uncertain, joint: false})}, [
      ...tail,
      el("path", {class: `head lane-${ink}`, d: glyph(shape, x, y, 0.78)}),
    ]);
  };
  const drawn =
    marks.length > MOST_MARKS
      ? [
          el("path", {
            class: `col full lane-${ink}`,
            d: columnsOf(
              marks.map(({extent}) => scale(extent.head)),
              base,
            ),
          }),
        ]
      : marks.map(drawMark);
  const years = ticks(scale, period, 6, width - 6, data.lang, 1);
  const name = yearName(data.lang, Math.max(Math.abs(yearOf(period.from)), Math.abs(yearOf(period.to))));
  const anchors = ["start", "middle", "end"];
  const ends = [period.from, (period.from + period.to) / 2, period.to - 1];
  return markup(
    el("svg", {class: "pair", viewBox: `0 0 ${width} ${height}`, width: "100%", "aria-hidden": "true"}, [
      ...years.map((t) => el("line", {class: "tl major", x1: t.x, x2: t.x, y1: 8, y2: base})),
      el("line", {class: "lane", x1: 0, x2: width, y1: base, y2: base}),
      ...drawn,
      ...ends.map((t, i) =>
        el("text", {class: "tx small", x: round(scale(t)), y: height - 4, "text-anchor": anchors[i] ?? "middle"}, [
          name(yearOf(t)),
        ]),
      ),
    ]),
  );
}

const hidden = (defs: ReturnType<typeof el>): string =>
  markup(el("svg", {width: 0, height: 0, class: "defs", "aria-hidden": "true", focusable: "false"}, [defs]));

/** Columns of events by their places, px, the tallest at full height. */
function columnsOf(places: readonly number[], base: number): string {
  const counts = new Map<number, number>();
  for (const x of places) {
    const column = Math.floor(x / COLUMN.width);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([column, n]) => {
      const height = Math.max(1, round((n / most) * COLUMN.height));
      return `M${column * COLUMN.width} ${round(base - height)}h${COLUMN.width - 1}v${height}h${1 - COLUMN.width}z`;
    })
    .join("");
}

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
