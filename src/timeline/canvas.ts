import {glyph, HEAD} from "./glyph.ts";
import type {Mark, Scene} from "./scene.ts";

/** Colours of the page's theme. `lanes`: by ink. */
export type Palette = {ink: string; paper: string; lanes: readonly string[]};

/** The little of a 2D context that is used, so that a test can stand in for one. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "globalAlpha"
  | "fillRect"
  | "strokeRect"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "stroke"
  | "fill"
  | "setLineDash"
  | "save"
  | "restore"
  | "rect"
  | "clip"
>;

/**
 * The marks of a scene on a canvas: what is drawn while a dense view moves. The same numbers as the SVG, without links,
 * names and gradients; `path` makes a path of SVG data.
 */
export function canvas(scene: Scene, pen: Pen, palette: Palette, path: (d: string) => Path2D): void {
  pen.save();
  pen.beginPath();
  pen.rect(scene.p0 - 12, 0, scene.p1 - scene.p0 + 24, scene.height);
  pen.clip();
  for (const m of scene.marks) tails(m, scene, pen, palette);
  stems(scene, pen, palette);
  heads(scene, pen, palette, path);
  pen.restore();
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
function heads(scene: Scene, pen: Pen, {lanes, paper}: Palette, path: (d: string) => Path2D): void {
  const batches = new Map<string, {ink: string; fill: string; alpha: number; d: string[]}>();
  for (const m of scene.marks) {
    if (!m.inside) continue;
    for (const h of m.heads) {
      const lane = scene.rows[h.row]?.lane;
      if (!lane) continue;
      const kind = hollow(m) ? "hollow" : m.uncertain ? "pale" : "full";
      const key = `${h.row} ${kind}`;
      const ink = lanes[lane.ink] ?? "";
      const batch = batches.get(key) ?? {ink, fill: kind === "hollow" ? paper : ink, alpha: kind === "pale" ? 0.34 : 1, d: []};
      batch.d.push(glyph(lane.shape, m.x, h.y, kind === "full" ? scene.head + OUTLINE : scene.head));
      batches.set(key, batch);
    }
  }
  for (const b of batches.values()) {
    const shape = path(b.d.join(""));
    pen.fillStyle = b.fill;
    pen.globalAlpha = b.alpha;
    pen.fill(shape);
    pen.globalAlpha = 1;
    if (b.fill === b.ink && b.alpha === 1) continue;
    pen.strokeStyle = b.ink;
    pen.lineWidth = 1.2;
    pen.stroke(shape);
  }
}
