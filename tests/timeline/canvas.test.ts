import {expect, test} from "vitest";
import {canvas, type Pen} from "../../src/timeline/canvas.ts";
import {lined} from "../../src/timeline/draw.ts";
import {layout} from "../../src/timeline/layout.ts";
import type {Scene} from "../../src/timeline/scene.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {scatter} from "./sample.ts";

/** A pen that writes down what it is asked to do. */
function recorder() {
  const calls: [string, ...unknown[]][] = [];
  const pen = new Proxy({} as Record<string, unknown>, {
    get: (set, name: string) => (name in set ? set[name] : (...args: unknown[]) => void calls.push([name, ...args])),
    set: (set, name: string, value) => {
      if (typeof value !== "function") calls.push([`${name}=`, value]);
      set[name] = value;
      return true;
    },
  });
  return {pen: pen as unknown as Pen, calls};
}

const inks = {ink: "black", ink2: "dim", ink3: "dimmer", paper: "white", panel: "grey", rule: "pale", rule2: "line"};

/** What a pen was asked for a scene. */
function drawn(scene: Scene) {
  const {pen, calls} = recorder();
  canvas(scene, pen, {...inks, sans: "sans", lanes: ["grey", "a", "b", "c", "d"]});
  const words = calls.flatMap(([name, text]) => (name === "fillText" ? [String(text)] : []));
  return {calls, words, count: (call: string) => calls.filter(([name]) => name === call).length};
}

/** Lines of the axis, each a rectangle. */
const lines = (scene: Scene) => scene.ticks.filter(lined).length;
const axisWords = (scene: Scene) => scene.ticks.map((t) => t.text).filter(Boolean);

test("a canvas draws every tick, head, stem and tail of the scene", () => {
  const scene = layout(scatter(150, 5), wholeView, {width: 1360});
  expect(scene.density).toBe("marks");
  const {calls, words, count} = drawn(scene);
  const inside = scene.marks.filter((m) => m.inside);
  const joint = inside.filter((m) => m.joint);
  const dashed = joint.filter((m) => m.uncertain).length;
  expect(dashed).toBeGreaterThan(0);
  const struck = inside.filter((m) => m.status === "cancelled");
  expect(struck.length).toBeGreaterThan(0);
  // A head is an outline of its own, a dashed stem and a strike are lines.
  expect(count("moveTo")).toBe([...inside, ...struck].reduce((n, m) => n + m.heads.length, dashed));
  const each = (of: (m: (typeof scene.marks)[number]) => number) => scene.marks.reduce((n, m) => n + of(m) * m.heads.length, 0);
  const tails = each((m) => (m.tail ? 1 : 0));
  const ends = each((m) => (m.tail?.kind === "within" ? 2 : m.tail?.kind === "until" ? 1 : 0));
  // A halo under every stem, and the stem itself unless it is dashed.
  expect(count("fillRect")).toBe(lines(scene) + tails + ends + 2 * joint.length - dashed);
  expect(lines(scene)).toBeGreaterThan(3);
  expect(words.toSorted()).toEqual(axisWords(scene).toSorted());
  expect(count("save")).toBe(count("restore"));
  expect(calls.findLast(([name]) => name === "globalAlpha=")?.[1]).toBe(1);
});

test("a canvas draws every column, and every set of participants with its signs, count and cells", () => {
  const scene = layout(scatter(3000, 5), wholeView, {width: 1360});
  const {bins} = scene;
  if (!bins) throw new Error("expected columns");
  const {words, count, calls} = drawn(scene);
  const columns = bins.columns.reduce((n, c) => n + Number(c.height > c.joint) + Number(c.joint > 0), 0);
  const cells = bins.sets.reduce((n, set) => n + set.cells.length, 0);
  const stems = bins.sets.filter((set) => set.rows.length).length;
  expect(columns).toBeGreaterThan(100);
  expect(count("fillRect")).toBe(lines(scene) + columns + cells + bins.sets.length + stems);
  const signs = bins.sets.reduce((n, set) => n + set.rows.length, 0);
  // A sign is cut out of the stem, then drawn.
  expect(count("moveTo")).toBe(2 * signs);
  for (const said of [bins.title.together, bins.title.help, ...bins.sets.map((set) => set.count)]) expect(words).toContain(said);
  const rects = new Set(calls.flatMap(([name, ...at]) => (name === "fillRect" ? [at.join(" ")] : [])));
  for (const c of bins.columns.filter((c) => c.joint > 0))
    expect(rects).toContain([c.x, (scene.rows[c.row]?.y ?? NaN) - c.joint, c.width, c.joint].join(" "));
});

test("a stretch whose counts did not come stands as missing", () => {
  const scene = layout(scatter(3000, 5), wholeView, {width: 1360});
  if (!scene.bins) throw new Error("expected columns");
  const missing = [{x: 300, width: 40}];
  const {calls} = drawn({...scene, bins: {...scene.bins, missing}});
  expect(calls).toContainEqual(["strokeRect", 300, scene.top, 40, scene.height - scene.top]);
});
