import {el, type El, head, line, rect, text} from "./el.ts";
import {glyph, round} from "./glyph.ts";
import type {Bins, Scene} from "./scene.ts";

/** Columns of one lane and cells of one shade are one path each: the number of elements does not grow with the events. */
export function binsOf(bins: Bins, scene: Scene): El {
  const box = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`;
  if (scene.form === "strip") return el("g", {class: "bins"}, heat(bins, scene), "bins");
  const paths = scene.rows.map(() => ({alone: "", joint: ""}));
  for (const c of bins.columns) {
    const path = paths[c.row];
    const y = scene.rows[c.row]?.y ?? 0;
    if (!path) continue;
    if (c.height > c.joint) path.alone += box(c.x, round(y - c.height), c.width, round(c.height - c.joint));
    if (c.joint > 0) path.joint += box(c.x, round(y - c.joint), c.width, c.joint);
  }
  const columns = scene.rows.flatMap(({lane}, i) => [
    ...(paths[i]?.alone ? [el("path", {class: `col lane-${lane.ink}`, d: paths[i].alone})] : []),
    ...(paths[i]?.joint ? [el("path", {class: `col full lane-${lane.ink}`, d: paths[i].joint})] : []),
  ]);
  const sets = bins.sets.map((set) => setOf(set, bins, scene));
  const title =
    bins.setsTitleY === null
      ? []
      : [text("sets", 0, bins.setsTitleY, bins.title.together), text("lc", scene.p0, bins.setsTitleY, bins.title.help)];
  const coarse = bins.coarse ? [text("lc", scene.p1, coarseY(bins, scene), bins.coarse, {"text-anchor": "end"})] : [];
  const missing = (bins.missing ?? []).map(({x, width}) => rect("missing", x, scene.top, width, scene.height - scene.top));
  return el("g", {class: "bins", "aria-hidden": "true"}, [...missing, ...columns, ...title, ...sets, ...coarse], "bins");
}

/** Base line of what is said where columns are coarser than the axis. */
export const coarseY = (bins: Bins, scene: Scene): number => bins.setsTitleY ?? scene.height - 2;

/** Where the counts of exact sets end, and the sign of a lane stands before them, px. */
export function setPlaces({p0, rows}: Scene): {count: number; sign: (row: number) => number} {
  const first = p0 - 14;
  const step = Math.min(17, (first - 46) / Math.max(1, rows.length - 1));
  return {count: first - 8, sign: (row) => 8 + row * step};
}

/** Stretches of columns: their counts, and a place to click. */
export function stretches(buttons: Bins["buttons"], scene: Scene): El {
  const one = (b: Bins["buttons"][number]) =>
    el(
      "g",
      {class: "bin", "data-from": b.from, "data-to": b.to, "aria-label": b.name},
      [
        rect("hit", b.x, scene.top + 4, b.width, scene.height - scene.top - 4),
        ...b.counts.map((c) => text("cn", b.x + 2, (scene.rows[c.row]?.y ?? 0) + 13, c.text)),
      ],
      `b-${b.from}`,
    );
  return el("g", {class: "stretches"}, buttons.map(one), "stretches");
}

/** Rows too low for columns: the fuller, the stronger the lane's ink. */
function heat(bins: Bins, scene: Scene): El[] {
  const tallest = Math.max(1, ...bins.columns.map((c) => c.height));
  return scene.rows.flatMap((row, i) => {
    const shades = new Map<number, string>();
    for (const c of bins.columns) {
      if (c.row !== i) continue;
      const shade = Math.ceil((0.1 + (0.9 * c.height) / tallest) * 8) / 8;
      shades.set(
        shade,
        `${shades.get(shade) ?? ""}M${c.x} ${round(row.top + 2)}h${c.width}v${round(row.bottom - row.top - 4)}h${-c.width}z`,
      );
    }
    return [...shades]
      .sort(([a], [b]) => a - b)
      .map(([shade, d]) => el("path", {class: `heat lane-${row.lane.ink}`, d, "fill-opacity": Math.min(1, shade)}));
  });
}

function setOf(set: Bins["sets"][number], bins: Bins, scene: Scene): El {
  const y = set.y + bins.setHeight / 2;
  const {count, sign: x} = setPlaces(scene);
  const names: El[] = set.rows.length
    ? [
        line("stem", x(set.rows[0] ?? 0), y, x(set.rows.at(-1) ?? 0), y),
        ...set.rows.flatMap((row) => {
          const lane = scene.rows[row]?.lane;
          return lane ? [el("path", {class: "gap", d: glyph(lane.shape, x(row), y, 1)}), head(lane, x(row), y, 0.72)] : [];
        }),
      ]
    : [text("lc", 2, y + 4, bins.title.others)];
  const shades = new Map<number, string>();
  for (const c of set.cells)
    shades.set(c.shade, `${shades.get(c.shade) ?? ""}M${c.x} ${round(set.y + 1)}h${c.width}v${bins.setHeight - 2}h${-c.width}z`);
  return el("g", {class: "set"}, [
    line("sl", 0, set.y + bins.setHeight + 1.5, scene.p1 + 10, set.y + bins.setHeight + 1.5),
    ...names,
    text("ct", count, y + 4, set.count, {"text-anchor": "end"}),
    ...[...shades].sort(([a], [b]) => a - b).map(([shade, d]) => el("path", {class: "cell", d, "fill-opacity": shade})),
  ]);
}
