import {markClass} from "./draw-mark.ts";
import {el, type El} from "./el.ts";
import {glyph, round} from "./glyph.ts";
import {type Lane, OTHERS, STATES} from "./item.ts";
import {timeScale, type Window} from "./scale.ts";
import type {Dated} from "./stage.ts";
import {ticks, yearName, yearOf} from "./ticks.ts";

/** Lanes that stand for one organisation each. */
export const organizationLanes = (lanes: readonly Lane[]): Lane[] => lanes.filter(({id}) => id !== STATES && id !== OTHERS);

/** Keys of the cells of the half-matrix that an event stands in: its pairs of lanes in their order, or its only lane twice. */
export function cellsOf(order: readonly string[], lanes: readonly string[]): string[] {
  const own = order.filter((id) => lanes.includes(id));
  const [only] = own;
  if (only !== undefined && lanes.length === 1) return [cellKey(only, only)];
  return own.flatMap((a, i) => own.slice(i + 1).map((b) => cellKey(a, b)));
}

/** Name of a cell; ids hold no blanks. */
export const cellKey = (a: string, b: string): string => `${a} ${b}`;

const HEIGHT = 74;

/** Most events of a cell that stand as marks; more would cover each other: they stand as columns, and the picture grows no further. */
const MOST_MARKS = 100;

/** Width of a column and the height of the tallest, CSS px. */
const COLUMN = {width: 4, height: 44};

/** One cell of the matrix over a window, `width` CSS px at full size: joint events in ink, or with `lane` those of it alone in its colour. */
export function pairDrawing(marks: readonly Dated[], window: Window, lang: string, lane: Lane | null, width = 250): El {
  const base = HEIGHT - 18;
  const [x0, x1] = [6, width - 6];
  const scale = timeScale(window, x0, x1);
  const ink = lane?.ink ?? "x";
  const rows: number[] = [];
  const drawMark = ({item, extent}: Dated): El[] => {
    const head = scale(extent.head);
    const end = extent.tail === "lasts" ? scale(extent.to) : head;
    // What began before the window, or ends after it, shows the part inside.
    if (end < x0 || head > x1) return [];
    const x = Math.max(x0, head);
    let row = 0;
    while ((rows[row] ?? -Infinity) > x - 9) row++;
    rows[row] = Math.min(x1, end);
    const y = Math.max(8, base - 10 - row * 12);
    const tail =
      end > x
        ? [el("rect", {class: `tail lasts lane-${ink}`, x: round(x), y: y - 2, width: round(Math.min(x1, end) - x), height: 4})]
        : [];
    const mark = head < x0 ? [] : [el("path", {class: `head lane-${ink}`, d: glyph(lane?.shape ?? "circle", x, y, 0.78)})];
    return [el("g", {class: markClass({status: item.status, uncertain: extent.uncertain, joint: false})}, [...tail, ...mark])];
  };
  const heads = marks.map(({extent}) => scale(extent.head)).filter((x) => x >= x0 && x <= x1);
  const drawn =
    heads.length > MOST_MARKS
      ? [el("path", {class: `col full lane-${ink}`, d: columnsOf(heads, base)})]
      : marks.flatMap(drawMark);
  const name = yearName(lang, Math.max(Math.abs(yearOf(window.from)), Math.abs(yearOf(window.to))));
  const anchors = ["start", "middle", "end"];
  const ends = [window.from, (window.from + window.to) / 2, window.to - 1];
  return el("svg", {class: "pair", viewBox: `0 0 ${width} ${HEIGHT}`, width: "100%", "aria-hidden": "true"}, [
    ...ticks(scale, window, x0, x1, lang, 1).map((t) => el("line", {class: "tl major", x1: t.x, x2: t.x, y1: 8, y2: base})),
    el("line", {class: "lane", x1: 0, x2: width, y1: base, y2: base}),
    ...drawn,
    ...ends.map((t, i) =>
      el("text", {class: "tx small", x: round(scale(t)), y: HEIGHT - 4, "text-anchor": anchors[i] ?? "middle"}, [
        name(yearOf(t)),
      ]),
    ),
  ]);
}

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
