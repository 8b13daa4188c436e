import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {OTHERS, STATES} from "../../src/timeline/item.ts";
import {laneOrder} from "../../src/timeline/lanes.ts";
import {spread} from "../../src/timeline/stems.ts";

const span = (order: readonly string[], sets: readonly string[][]) =>
  sets.reduce((sum, set) => {
    const at = set.map((id) => order.indexOf(id)).filter((i) => i >= 0);
    return at.length > 1 ? sum + Math.max(...at) - Math.min(...at) : sum;
  }, 0);
const permutations = (ids: readonly string[]): string[][] =>
  ids.length ? ids.flatMap((id) => permutations(ids.filter((x) => x !== id)).map((rest) => [id, ...rest])) : [[]];

describe("laneOrder", () => {
  test("no order has shorter stems (all permutations of up to six lanes)", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    fc.assert(
      fc.property(fc.integer({min: 3, max: 6}), fc.array(fc.subarray(ids, {minLength: 1}), {maxLength: 25}), (n, sets) => {
        const own = ids.slice(0, n);
        const within = sets.map((set) => set.filter((id) => own.includes(id)));
        const best = Math.min(...permutations(own).map((p) => span(p, within)));
        expect(
          span(
            laneOrder(
              own,
              within.map((lanes) => ({lanes})),
            ),
            within,
          ),
        ).toBe(best);
      }),
      {numRuns: 60},
    );
  });
  test.each([
    [["cis", "iom", "csto", "sco"], [], ["cis", "iom", "csto", "sco"]],
    [
      ["cis", "csto", "iom"],
      [
        ["cis", "iom"],
        ["cis", "iom"],
        ["iom", "csto"],
      ],
      ["cis", "iom", "csto"],
    ],
    [[STATES, "a", OTHERS, "b"], [], ["a", "b", OTHERS, STATES]],
  ])("%j with %j stands as %j", (ids, sets, order) => {
    expect(
      laneOrder(
        ids,
        sets.map((lanes) => ({lanes})),
      ),
    ).toEqual(order);
  });
});

describe("spread", () => {
  const xs = fc.array(fc.integer({min: 0, max: 900}), {minLength: 1, maxLength: 40}).map((a) => a.sort((p, q) => p - q));
  test("keeps order, distance and bounds, and moves nothing that stands free", () => {
    fc.assert(
      fc.property(xs, (list) => {
        const out = spread(list, 13, 0, 900);
        out.forEach((x, i) => i && expect(x - (out[i - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-9));
        expect(Math.min(...out)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(...out)).toBeLessThanOrEqual(900 + 1e-9);
        if (list.every((x, i) => !i || x - (list[i - 1] ?? 0) >= 13)) expect(out).toEqual(list);
      }),
    );
  });
  test("no small shift of one stem makes the sum of squares less", () => {
    const list = [10, 12, 13, 40, 41, 100];
    const cost = (p: number[]) => p.reduce((s, x, i) => s + (x - (list[i] ?? 0)) ** 2, 0);
    const out = spread(list, 13);
    for (let i = 0; i < out.length; i++)
      for (const d of [-0.5, 0.5]) {
        const moved = out.map((x, k) => (k === i ? x + d : x));
        if (moved.every((x, k) => !k || x - (moved[k - 1] ?? 0) >= 13 - 1e-9))
          expect(cost(moved)).toBeGreaterThanOrEqual(cost(out));
      }
  });
});
