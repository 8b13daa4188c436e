import {describe, expect, test} from "vitest";
import {roomAt, scoreHeights} from "../../src/timeline/pictures.ts";
import {layout} from "../../src/timeline/layout.ts";
import {type Label, type Mark, type Scene} from "../../src/timeline/scene.ts";
import {textWidth, wrap} from "../../src/timeline/widths.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {own} from "./own.ts";
import {sample, scatter} from "./sample.ts";

type Box = [number, number, number, number];
const apart = (a: Box, b: Box): boolean => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];

/** Ink of a mark, as small as it is drawn. */
function ink(m: Mark): Box[] {
  const out: Box[] = [];
  for (const h of m.heads) {
    if (m.inside) out.push([m.x - 5.5, h.y - 5.5, m.x + 5.5, h.y + 5.5]);
    if (m.tail) out.push([m.tail.x0, h.y - 4, m.tail.x1, h.y + 4]);
  }
  if (m.joint && m.inside) out.push([m.x - 1.1, m.heads[0]?.y ?? 0, m.x + 1.1, m.heads.at(-1)?.y ?? 0]);
  return out;
}
/** What lies between two boxes: the gap across their common sides, else from corner to corner. */
function between(a: Box, b: Box): Box {
  const side = (lo: 0 | 1): [number, number] => {
    const hi = (lo + 2) as 2 | 3;
    const [from, to] = [Math.max(a[lo], b[lo]), Math.min(a[hi], b[hi])];
    if (from <= to) return [(from + to) / 2 - 0.5, (from + to) / 2 + 0.5];
    return [to, from];
  };
  const [x, y] = [side(0), side(1)];
  return [x[0], y[0], x[1], y[1]];
}
const far = ([x0, y0, x1, y1]: Box): number => Math.hypot(x1 - x0, y1 - y0);

/** Labels that do not say whose they are: another mark lies between them, or their leader, and their own. */
function strays(scene: Scene): string[] {
  return scene.labels.flatMap((l) => {
    const own = scene.marks.find(({id}) => id === l.id);
    const others = scene.marks.filter(({id}) => id !== l.id);
    if (!own) return [`${l.id} has no mark`];
    const {leader} = l;
    const text = box(l);
    // A leader is seen from the edge of its head on.
    const edge = own.joint ? 1.2 : 5.6;
    const from: Box = !leader
      ? text
      : leader.x0 === leader.x1
        ? [leader.x0, leader.y0, leader.x1, leader.y1]
        : leader.x0 === own.x
          ? [leader.x0 + edge, leader.y0, leader.x1, leader.y1]
          : [leader.x0, leader.y0, leader.x1 - edge, leader.y1];
    const ways = ink(own).map((part) => between(from, part));
    const least = Math.min(...ways.map(far));
    // As far as the grammar lets a label stand from its mark; a leader begins at its head or stem.
    if (least > (leader ? 6 : 27)) return [`${l.id} stands ${Math.round(least)} px from its mark`];
    const inTheWay = (way: Box) => others.filter((m) => ink(m).some((b) => !apart(way, b) || (leader && !apart(from, b))));
    const near = ways.filter((way) => far(way) <= least + 4).map(inTheWay);
    const [first] = near;
    return near.every((found) => found.length) && first ? first.map((m) => `${m.id} stands between ${l.id} and its mark`) : [];
  });
}
const box = (l: Label): Box => [l.x, l.y, l.x + l.width, l.y + l.height];

function faults(scene: Scene): string[] {
  const out: string[] = [];
  scene.labels.forEach((l, i) => {
    for (const o of scene.labels.slice(i + 1)) if (!apart(box(l), box(o))) out.push(`${l.id} on ${o.id}`);
    for (const m of scene.marks) for (const b of ink(m)) if (!apart(box(l), b)) out.push(`${l.id} on mark ${m.id}`);
    for (const o of scene.labels)
      if (o.leader && o !== l && !apart(box(l), [o.leader.x0, o.leader.y0, o.leader.x1 + 1, o.leader.y1 + 1]))
        out.push(`${l.id} on leader of ${o.id}`);
    if (l.y < 0 || l.y + l.height > scene.height || l.x < scene.p0 - 8 || l.x + l.width > scene.p1 + 40)
      out.push(`${l.id} out of frame`);
    for (const line of l.lines) if (textWidth(line, 13) > l.width) out.push(`${l.id} wider than its box`);
  });
  if (scene.note) {
    const n: Box = [scene.note.x, scene.note.y - 10, scene.note.x + textWidth(scene.note.text, 13), scene.note.y + 3];
    for (const l of scene.labels) if (!apart(n, box(l))) out.push(`note on ${l.id}`);
    for (const m of scene.marks) for (const b of ink(m)) if (!apart(n, b)) out.push(`note on mark ${m.id}`);
    for (const {y} of scene.rows) if (n[1] < y && n[3] > y) out.push("note on a lane's line");
  }
  return [...out, ...strays(scene)];
}

const widths = [760, 880, 1024, 1040, 1100, 1200, 1280, 1360, 1440];

describe("no label touches a label, a mark, a leader or the frame, and each has a clear owner", () => {
  test.each((["ru", "en"] as const).flatMap((lang) => widths.map((width) => [lang, width] as const)))(
    "the project's own content, %s, %i px, as the page shows it",
    (lang, width) => {
      const data = own(lang);
      const height = scoreHeights(data)[roomAt(width)];
      const scene = layout(data, wholeView, {width, height});
      expect(faults(scene)).toEqual([]);
      const heads = scene.marks.filter(({inside}) => inside).length;
      expect(scene.labels.length).toBeGreaterThanOrEqual(
        width >= 1360 ? heads : width >= 1040 ? heads - 1 : width > 800 ? heads - 2 : heads - 4,
      );
      expect(scene.height).toBeLessThanOrEqual(height);
      if (width >= 1040) expect(scene.note).not.toBeNull();
    },
  );

  test.each((["ru", "en"] as const).flatMap((lang) => widths.map((width) => [lang, width] as const)))(
    "the seeds, %s, %i px",
    (lang, width) => {
      const scene = layout(sample(lang), wholeView, {width});
      expect(faults(scene)).toEqual([]);
      if (width >= 1280) expect(scene.labels.length).toBe(scene.marks.length);
    },
  );

  test.each(
    Array.from(
      {length: 50},
      (_, seed) => [seed, seed % 2 ? "ru" : "en", 760 + ((seed * 97) % 681), 6 + ((seed * 7) % 41)] as const,
    ),
  )("random set %i, %s, %i px, %i events", (seed, lang, width, count) => {
    const scene = layout(scatter(count, seed + 1, lang), wholeView, {width});
    expect(scene.density).toBe("labels");
    expect(faults(scene)).toEqual([]);
    expect(scene.labels.length).toBeGreaterThan(0);
  });
});

test.each(["ru", "en"] as const)("every label of the seeds is placed at the build's own width and height (%s)", (lang) => {
  const data = sample(lang);
  const scene = layout(data, wholeView, {width: 1360, height: scoreHeights(data).wide});
  expect([scene.labels.length, faults(scene)]).toEqual([13, []]);
});

test.each([
  ["План сотрудничества", 400, 1, ["План сотрудничества"]],
  ["Операции против торговли людьми", 148, 2, ["Операции против", "торговли людьми"]],
  ["Антинаркотическая стратегия", 92, 1, 1],
  ["", 92, 2, []],
])("wrap(%j) to %i px, %i lines", (text, max, lines, expected) => {
  const out = wrap(text, 13, max, lines);
  if (typeof expected === "number") expect(out.length).toBe(expected);
  else expect(out).toEqual(expected);
  for (const line of out) expect(textWidth(line, 13)).toBeLessThanOrEqual(max);
});

test("one endless word is cut, not let run", () => {
  const out = wrap("а".repeat(500), 13, 148, 2);
  for (const line of out) expect(textWidth(line, 13)).toBeLessThanOrEqual(148);
  expect(out.at(-1)?.endsWith("…")).toBe(true);
});
