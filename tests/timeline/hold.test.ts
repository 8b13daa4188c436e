import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {dragged, holdAt, slid} from "../../src/timeline/hold.ts";

test.each([
  [100, 300, false, 90, "left"],
  [100, 300, false, 110, "left"],
  [100, 300, false, 200, "frame"],
  [100, 300, false, 290, "right"],
  [100, 300, false, 321, "right"],
  [100, 300, false, 60, "new"],
  [100, 300, true, 200, "new"],
  [100, 300, true, 105, "left"],
  [100, 112, false, 106, "frame"],
  [100, 112, false, 95, "left"],
] as const)("frame %i to %i px (whole: %s): %i px holds %s", (a, b, whole, x, hold) => {
  expect(holdAt(x, a, b, whole)).toBe(hold);
});

const period = {from: 0, to: 1000};
describe("a drag", () => {
  test.each([
    ["left", 200, 260, {from: 160, to: 400}],
    ["left", 100, 500, {from: 400, to: 500}],
    ["right", 400, 2000, {from: 100, to: 1000}],
    ["frame", 200, 300, {from: 200, to: 500}],
    ["frame", 200, -900, {from: 0, to: 300}],
    ["new", 700, 600, {from: 600, to: 700}],
    ["new", 700, 700, null],
  ] as const)("of %s from %i to %i", (hold, t0, t, window) => {
    expect(dragged(hold, {from: 100, to: 400}, t0, t, period)).toEqual(window);
  });

  test("never leaves the period and never turns it round", () => {
    const instant = fc.integer({min: -500, max: 1500});
    fc.assert(
      fc.property(fc.constantFrom("left", "right", "frame", "new"), instant, instant, (hold, t0, t) => {
        const next = dragged(hold, {from: 100, to: 400}, t0, t, period);
        expect(next === null || (next.from >= 0 && next.to <= 1000 && next.from < next.to)).toBe(true);
      }),
    );
  });
});

test.each([
  ["ArrowRight", false, {from: 110, to: 400}],
  ["End", false, {from: 390, to: 400}],
  ["PageUp", true, {from: 100, to: 500}],
  ["Home", true, {from: 100, to: 110}],
  ["a", true, null],
])("%s on an end (right: %s)", (key, end, window) => {
  expect(slid(key, end, {from: 100, to: 400}, {period, least: 10})).toEqual(window);
});
