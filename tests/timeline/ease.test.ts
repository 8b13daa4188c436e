import {expect, test} from "vitest";
import {placed, pressed, type Stand, toward} from "../../src/timeline/ease.ts";
import {scoreScene} from "../../src/timeline/layout.ts";
import {stage} from "../../src/timeline/stage.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {scatter} from "./sample.ts";

const s = stage(scatter(700, 2), wholeView);
const {period} = s.limits;
const scene = (share: number) =>
  scoreScene(s, {from: period.from, to: period.from + (period.to - period.from) * share}, {width: 1360, labels: false});
const [bins, marks] = [scene(1), scene(0.4)];

test("columns and marks stand on lanes of different height", () => {
  expect([bins.density, marks.density]).toEqual(["bins", "marks"]);
  expect(marks.rows.map((r) => r.y)).not.toEqual(bins.rows.map((r) => r.y));
});

test("lanes reach their place within 300 ms, no frame taking more than a third of the way, and never turn back", () => {
  let at: Stand = bins;
  const way: number[] = [at.rows.at(-1)?.y ?? 0];
  for (let ms = 0; ms < 300 && at !== marks; ms += 16) way.push((at = toward(at, marks, 16)).rows.at(-1)?.y ?? 0);
  expect(at === marks).toBe(true);
  const steps = way.slice(1).map((y, i) => y - (way[i] ?? 0));
  const whole = (way.at(-1) ?? 0) - (way[0] ?? 0);
  for (const step of steps) expect(step / whole).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps.map((step) => step / whole))).toBeLessThan(1 / 3);
});

test.each([
  ["columns", bins, marks],
  ["marks", marks, bins],
] as const)("%s keep their distance from their lane wherever it stands", (_, now, before) => {
  const half = toward(before, now, 40);
  const moved = placed(now, half);
  expect(moved.rows.map((r) => r.y)).toEqual(half.rows.map((r) => r.y));
  expect(moved.rows.map((r) => r.y)).not.toEqual(now.rows.map((r) => r.y));
  moved.marks.forEach((m, i) =>
    m.heads.forEach((h, k) => {
      const was = now.marks[i]?.heads[k];
      expect(h.y - (moved.rows[h.row]?.y ?? 0)).toBeCloseTo((was?.y ?? 0) - (now.rows[h.row]?.y ?? 0), 0);
    }),
  );
  for (const c of moved.bins?.columns ?? [])
    expect(c.height).toBeLessThanOrEqual((moved.rows[c.row]?.y ?? 0) - (moved.rows[c.row]?.top ?? 0));
});

test("a picture too tall for its room is pressed into it, its lanes in order; one that fits is not", () => {
  const low = pressed(marks, 400);
  expect(low.height).toBe(400);
  expect(low.rows.at(-1)?.bottom).toBeLessThanOrEqual(400);
  low.rows.forEach((row, i) => i && expect(row.top).toBeGreaterThanOrEqual(low.rows[i - 1]?.bottom ?? 0));
  expect(pressed(marks, 900).rows).toBe(marks.rows);
});
