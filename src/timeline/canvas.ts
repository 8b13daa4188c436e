import {lined} from "./draw.ts";
import {coarseY, setPlaces} from "./draw-bins.ts";
import {HEAD, type Outline, trace} from "./glyph.ts";
import type {Bins, Mark, Scene} from "./scene.ts";

/** Colours of the page's theme, by the names of its tokens, and the family of its plain letters. `lanes`: by ink. */
export type Palette = Record<(typeof TOKENS)[number], string> & {lanes: readonly string[]};

export const TOKENS = ["ink", "ink2", "ink3", "paper", "panel", "rule", "rule2", "sans"] as const;

/** The little of a 2D context that is used, so that a test can stand in for one. */
export type Pen = Outline &
  Pick<
    CanvasRenderingContext2D,
    | "fillStyle"
    | "font"
    | "textAlign"
    | "direction"
    | "fillText"
    | "strokeStyle"
    | "lineWidth"
    | "globalAlpha"
    | "fillRect"
    | "strokeRect"
    | "beginPath"
    | "stroke"
    | "fill"
    | "setLineDash"
    | "save"
    | "restore"
    | "rect"
    | "clip"
  >;

/**
 * What moves in a score on a canvas: axis, columns, sets and marks, drawn while the window moves. The same numbers as the SVG,
 * without links, names and gradients; lanes and shelf stand still in the SVG.
 */
export function canvas(scene: Scene, pen: Pen, palette: Palette): void {
  pen.direction = "ltr";
  axis(scene, pen, palette);
  if (scene.bins) {
    columns(scene.bins, scene, pen, palette);
    sets(scene.bins, scene, pen, palette);
  }
  pen.save();
  pen.beginPath();
  pen.rect(scene.p0 - 12, 0, scene.p1 - scene.p0 + 24, scene.height);
  pen.clip();
  for (const m of scene.marks) tails(m, scene, pen, palette);
  stems(scene, pen, palette);
  heads(scene, pen, palette);
  strikes(scene, pen, palette);
  pen.restore();
}

/** Lines below the major are as light as their dashes make them at rest: dashes cost more than all else in the picture. */
const LIGHT = {major: 1, minor: 0.2, fine: 0.15};

function axis({ticks, top, height}: Scene, pen: Pen, {ink2, ink3, rule, rule2, sans}: Palette): void {
  for (const rank of ["major", "minor", "fine"] as const) {
    pen.fillStyle = rank === "major" ? rule2 : rule;
    pen.globalAlpha = LIGHT[rank];
    for (const t of ticks) if (t.rank === rank && lined(t)) pen.fillRect(t.x - 0.5, top, 1, height - top);
  }
  pen.globalAlpha = 1;
  for (const strong of [false, true]) {
    pen.font = `${strong ? 600 : 400} 12.5px ${sans}`;
    pen.fillStyle = strong ? ink2 : ink3;
    for (const t of ticks) {
      if (!t.text || t.strong !== strong) continue;
      pen.textAlign = ANCHORS[t.anchor];
      pen.fillText(t.text, t.at, top - 8);
    }
  }
}

const ANCHORS = {start: "left", middle: "center", end: "right"} as const;

/** Columns of counts, and stretches whose counts did not come. */
function columns(bins: Bins, scene: Scene, pen: Pen, {lanes, panel, ink3}: Palette): void {
  pen.fillStyle = panel;
  pen.strokeStyle = ink3;
  pen.lineWidth = 1;
  pen.setLineDash([3, 3]);
  for (const {x, width} of bins.missing ?? []) {
    pen.fillRect(x, scene.top, width, scene.height - scene.top);
    pen.strokeRect(x, scene.top, width, scene.height - scene.top);
  }
  pen.setLineDash([]);
  for (const part of ["alone", "joint"] as const) {
    pen.globalAlpha = part === "alone" ? 0.34 : 1;
    let row = -1;
    for (const c of bins.columns) {
      const tall = part === "alone" ? c.height - c.joint : c.joint;
      if (tall <= 0) continue;
      if (c.row !== row) pen.fillStyle = lanes[inkOf(scene, (row = c.row))] ?? "";
      const y = scene.rows[c.row]?.y ?? 0;
      pen.fillRect(c.x, part === "alone" ? y - c.height : y - c.joint, c.width, tall);
    }
  }
  pen.globalAlpha = 1;
}

/** Rows of exact sets of participants, with what stands above them. */
function sets(bins: Bins, scene: Scene, pen: Pen, palette: Palette): void {
  const {ink, ink2, ink3, paper, rule2, sans, lanes} = palette;
  const {count, sign} = setPlaces(scene);
  const write = (font: string, colour: string, align: CanvasTextAlign, words: string, x: number, y: number) => {
    pen.font = `${font} ${sans}`;
    pen.fillStyle = colour;
    pen.textAlign = align;
    pen.fillText(words, x, y);
  };
  if (bins.setsTitleY !== null) {
    write("600 14px", ink, "left", bins.title.together, 0, bins.setsTitleY);
    write("12.5px", ink3, "left", bins.title.help, scene.p0, bins.setsTitleY);
  }
  if (bins.coarse) write("12.5px", ink3, "right", bins.coarse, scene.p1, coarseY(bins, scene));
  for (const set of bins.sets) {
    const y = set.y + bins.setHeight / 2;
    pen.fillStyle = rule2;
    pen.fillRect(0, set.y + bins.setHeight + 1, scene.p1 + 10, 1);
    const [first, last] = [set.rows[0], set.rows.at(-1)];
    if (first === undefined || last === undefined) write("12.5px", ink3, "left", bins.title.others, 2, y + 4);
    else {
      pen.fillStyle = ink;
      pen.fillRect(sign(first), y - 0.8, sign(last) - sign(first), 1.6);
    }
    for (const row of set.rows) {
      const lane = scene.rows[row]?.lane;
      if (!lane) continue;
      for (const [colour, scale] of [
        [paper, 1],
        [lanes[lane.ink] ?? "", 0.72 + 0.5 / HEAD],
      ] as const) {
        pen.fillStyle = colour;
        pen.beginPath();
        trace(pen, lane.shape, sign(row), y, scale);
        pen.fill();
      }
    }
    write("12.5px", ink2, "right", set.count, count, y + 4);
    pen.fillStyle = ink;
    for (const c of set.cells) {
      pen.globalAlpha = c.shade;
      pen.fillRect(c.x, set.y + 1, c.width, bins.setHeight - 2);
    }
    pen.globalAlpha = 1;
  }
}

const hollow = (m: Mark) => m.status === "planned" || m.status === "cancelled";
const inkOf = (scene: Scene, row: number) => scene.rows[row]?.lane.ink ?? 0;

function tails(m: Mark, scene: Scene, pen: Pen, {lanes, paper}: Palette): void {
  if (!m.tail) return;
  const {kind, x0, x1} = m.tail;
  const full = kind === "lasts" || kind === "since";
  const thick = 6 * scene.head + (full ? 0 : 2);
  for (const h of m.heads) {
    const ink = lanes[inkOf(scene, h.row)] ?? "";
    pen.globalAlpha = full ? 1 : 0.2;
    pen.fillStyle = full && hollow(m) ? paper : ink;
    pen.fillRect(x0, h.y - thick / 2, x1 - x0, thick);
    pen.globalAlpha = 1;
    pen.strokeStyle = ink;
    pen.lineWidth = 1;
    if (full && hollow(m)) pen.strokeRect(x0, h.y - thick / 2, x1 - x0, thick);
    if (kind !== "within" && kind !== "until") continue;
    pen.fillStyle = ink;
    for (const x of kind === "within" ? [x0, x1] : [x1]) pen.fillRect(x - 0.5, h.y - thick / 2 - 1, 1, thick + 2);
  }
}

/** Stems in two passes, all halos under all lines. They stand upright, so each is a rectangle, which costs a tenth of a stroke. */
function stems(scene: Scene, pen: Pen, {ink, paper}: Palette): void {
  const joint = scene.marks.filter((m) => m.joint && m.inside);
  const k = scene.head < 1 ? 1.5 / 2.2 : 1;
  const upright = (m: Mark, width: number) => {
    const y = m.heads[0]?.y ?? 0;
    pen.fillRect(m.x - width / 2, y, width, (m.heads.at(-1)?.y ?? 0) - y);
  };
  pen.fillStyle = paper;
  for (const m of joint) upright(m, scene.head < 1 ? 4 : 7);
  pen.fillStyle = ink;
  for (const m of joint) if (!m.uncertain) upright(m, (hollow(m) ? 1.1 : 2.2) * k);
  pen.strokeStyle = ink;
  pen.lineWidth = 2.2 * k;
  pen.setLineDash([5, 3.5]);
  pen.beginPath();
  for (const m of joint) {
    if (!m.uncertain) continue;
    pen.moveTo(m.x, m.heads[0]?.y ?? 0);
    pen.lineTo(m.x, m.heads.at(-1)?.y ?? 0);
  }
  pen.stroke();
  pen.setLineDash([]);
}

/** What an outline adds to a head, as a share of its half: full heads are filled so much larger instead of outlined, in half the time. */
const OUTLINE = 0.6 / HEAD;

/** Heads batched by lane and fill. */
function heads(scene: Scene, pen: Pen, {lanes, paper}: Palette): void {
  const batches = new Map<string, {row: number; kind: "hollow" | "pale" | "full"; at: number[]}>();
  for (const m of scene.marks) {
    if (!m.inside) continue;
    const kind = hollow(m) ? "hollow" : m.uncertain ? "pale" : "full";
    for (const {row, y} of m.heads) {
      const key = `${row} ${kind}`;
      const batch = batches.get(key) ?? {row, kind, at: []};
      batch.at.push(m.x, y);
      batches.set(key, batch);
    }
  }
  pen.lineWidth = 1.2;
  for (const {row, kind, at} of batches.values()) {
    const lane = scene.rows[row]?.lane;
    if (!lane) continue;
    const ink = lanes[lane.ink] ?? "";
    const size = kind === "full" ? scene.head + OUTLINE : scene.head;
    pen.beginPath();
    for (let i = 0; i < at.length; i += 2) trace(pen, lane.shape, at[i] ?? 0, at[i + 1] ?? 0, size);
    pen.fillStyle = kind === "hollow" ? paper : ink;
    pen.globalAlpha = kind === "pale" ? 0.34 : 1;
    pen.fill();
    pen.globalAlpha = 1;
    if (kind === "full") continue;
    pen.strokeStyle = ink;
    pen.stroke();
  }
}

/** What was cancelled is struck through. */
function strikes(scene: Scene, pen: Pen, {lanes}: Palette): void {
  const half = 8 * scene.head;
  pen.lineWidth = 1.5;
  for (const m of scene.marks) {
    if (m.status !== "cancelled" || !m.inside) continue;
    for (const h of m.heads) {
      pen.strokeStyle = lanes[inkOf(scene, h.row)] ?? "";
      pen.beginPath();
      pen.moveTo(m.x - half, h.y + half);
      pen.lineTo(m.x + half, h.y - half);
      pen.stroke();
    }
  }
}
