import {expect, test} from "vitest";
import {canvas, type Pen} from "../../src/timeline/canvas.ts";
import {layout} from "../../src/timeline/layout.ts";
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

test("a canvas draws every head, stem and tail of the scene", () => {
  const scene = layout(scatter(150, 5), wholeView, {width: 1360});
  expect(scene.density).toBe("marks");
  const {pen, calls} = recorder();
  let heads = 0;
  canvas(scene, pen, {ink: "black", paper: "white", lanes: ["grey", "a", "b", "c", "d"]}, (d) => {
    heads += d.match(/M/g)?.length ?? 0;
    return {} as Path2D;
  });
  const inside = scene.marks.filter((m) => m.inside);
  expect(heads).toBe(inside.reduce((n, m) => n + m.heads.length, 0));
  const count = (call: string) => calls.filter(([name]) => name === call).length;
  const joint = inside.filter((m) => m.joint);
  const dashed = joint.filter((m) => m.uncertain).length;
  expect(dashed).toBeGreaterThan(0);
  expect(count("moveTo")).toBe(dashed);
  const each = (of: (m: (typeof scene.marks)[number]) => number) => scene.marks.reduce((n, m) => n + of(m) * m.heads.length, 0);
  const tails = each((m) => (m.tail ? 1 : 0));
  const ticks = each((m) => (m.tail?.kind === "within" ? 2 : m.tail?.kind === "until" ? 1 : 0));
  // A halo under every stem, and the stem itself unless it is dashed.
  expect(count("fillRect")).toBe(tails + ticks + 2 * joint.length - dashed);
  expect(calls.filter(([name]) => name === "save").length).toBe(calls.filter(([name]) => name === "restore").length);
});
