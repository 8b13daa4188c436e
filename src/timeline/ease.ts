import {round} from "./glyph.ts";
import type {Row, Scene} from "./scene.ts";

/** Where a picture's lanes stand and how tall it is, CSS px. */
export type Stand = {rows: Pick<Row, "top" | "y" | "bottom" | "nameY">[]; height: number};

const parts = ["top", "y", "bottom", "nameY"] as const;

/** ms in which two thirds of a way are gone; nine tenths of it take 100, all that can be seen 250. */
const PACE = 45;
/** px that nobody sees any more. */
const NEAR = 0.6;

/** The stand `ms` later on its way to a goal that may itself have moved; the goal itself once it is as good as there. */
export function toward(at: Stand, goal: Stand, ms: number): Stand {
  const part = 1 - Math.exp(-ms / PACE);
  let far = 0;
  const step = (a: number, b: number) => {
    const next = a + (b - a) * part;
    far = Math.max(far, Math.abs(b - next));
    return round(next);
  };
  const rows = goal.rows.map((row, i) => {
    const from = at.rows[i] ?? row;
    const [top, y, bottom, nameY] = parts.map((name) => step(from[name], row[name])) as [number, number, number, number];
    return {top, y, bottom, nameY};
  });
  const height = step(at.height, goal.height);
  return far < NEAR ? goal : {rows, height};
}

/** A stand pressed into a height that is too low for it; its first lane keeps its top. */
export function pressed(stand: Stand, height: number): Stand {
  const top = stand.rows[0]?.top ?? 0;
  const k = (height - top) / (stand.height - top);
  if (k >= 1) return {rows: stand.rows, height};
  const press = (y: number) => round(top + (y - top) * k);
  return {
    rows: stand.rows.map((r) => ({top: press(r.top), y: press(r.y), bottom: press(r.bottom), nameY: press(r.nameY)})),
    height,
  };
}

/** A scene whose lanes stand elsewhere, with all that lies on them; labels wait until the lanes have come to their place. */
export function placed(scene: Scene, {rows, height}: Stand): Scene {
  if (rows === scene.rows) return {...scene, height};
  const by = (row: number, name: (typeof parts)[number] = "y") => (rows[row]?.[name] ?? 0) - (scene.rows[row]?.[name] ?? 0);
  const last = scene.rows.length - 1;
  const {bins, shelf} = scene;
  const tall = (row: number) => {
    const [was, is] = [scene.rows[row], rows[row]];
    return was && is ? Math.max(0, (is.y - is.top - 6) / (was.y - was.top - 6)) : 1;
  };
  const scales = rows.map((_, row) => tall(row));
  return {
    ...scene,
    height,
    rows: scene.rows.map((row, i) => ({...row, ...rows[i]})),
    marks: scene.marks.map((m) => ({...m, heads: m.heads.map((h) => ({row: h.row, y: round(h.y + by(h.row))}))})),
    labels: [],
    note: null,
    bins: bins && {
      ...bins,
      columns: bins.columns.map((c) => {
        const k = scales[c.row] ?? 1;
        return {...c, height: round(c.height * k), joint: round(c.joint * k)};
      }),
      sets: bins.sets.map((set) => ({...set, y: set.y + by(last, "bottom")})),
      setsTitleY: bins.setsTitleY === null ? null : bins.setsTitleY + by(last, "bottom"),
    },
    shelf: shelf && {
      ...shelf,
      entries: shelf.entries.map((e) => ({...e, y: round(e.y + by(e.rows[0] ?? 0))})),
      heaps: shelf.heaps.map((h) => {
        const dy = by(h.row, "nameY");
        return {...h, y: round(h.y + dy), marks: h.marks.map((m) => ({...m, y: round(m.y + dy)}))};
      }),
    },
  };
}

/** Whether two pictures have the same lanes on the same ground, so that one can move into the other. */
export const kindred = (a: Scene, b: Scene): boolean =>
  a.form === b.form &&
  a.width === b.width &&
  a.rows.length === b.rows.length &&
  a.rows.every((r, i) => r.lane.id === b.rows[i]?.lane.id);
