import {describe, expect, test} from "vitest";
import {interleave, median, quantile, table} from "./measure.ts";

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[], NaN],
])("median(%j) → %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test.each([
  [0, 0],
  [0.95, 95],
  [1, 100],
])("the %d quantile of 0…100 is %d", (q, expected) => {
  expect(
    quantile(
      Array.from({length: 101}, (_, i) => 100 - i),
      q,
    ),
  ).toBeCloseTo(expected);
});

describe("interleave", () => {
  test("goes through the cases once a round, there and back", async () => {
    const seen: string[] = [];
    const timings = await interleave(
      ["a", "b", "c"].map((name) => ({name, run: () => seen.push(name)})),
      2,
    );
    expect(seen.join("")).toBe("abccba");
    expect(timings.map(({name, times}) => [name, times.length])).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 2],
    ]);
  });
});

test("table stands numbers right and rounds to three figures", () => {
  expect(
    table({
      title: "T",
      head: ["way", "s"],
      rows: [
        ["ours", 1.23456],
        ["theirs", 12345.6],
        ["no", NaN],
      ],
    }),
  ).toBe("### T\n\n| way    |      s |\n|--------|-------:|\n| ours   |   1.23 |\n| theirs | 12 346 |\n| no     |      – |");
});
