import fc from "fast-check";
import {expect, test} from "vitest";
import {between, gutter} from "../../src/timeline/gutter.ts";
import {type TimelineItem} from "../../src/timeline/item.ts";

const item = (when: string | null, lanes: string[], status: TimelineItem["status"] = "happened"): TimelineItem => ({
  id: "x",
  when,
  notAfter: null,
  status,
  type: "meeting",
  lanes,
  organizations: lanes,
  countries: [],
  topics: [],
  title: "",
  short: "",
  href: "",
});

test("a joint event is heads on its lanes and one line between them", () => {
  const [row] = gutter([item("2015-10-27", ["b", "a"])], ["a", "b", "c"]);
  expect(row?.heads.map(({lane}) => lane)).toEqual([0, 1]);
  expect(row?.join).toEqual({from: 0, to: 1, slot: 0});
  expect(gutter([item("2015-10-27", ["a"])], ["a"])[0]?.join).toBeNull();
});

test.each([
  ["2015-10-27", "none", false],
  ["2008-09", "within", false],
  ["2016-01-21~", "about", false],
  ["2011-12-14?", "none", true],
  ["../2023-12-13", "until", false],
  ["2012/2013", "none", false],
])("%s has the tail %s, doubtful: %s", (when, tail, doubtful) => {
  const [row] = gutter([item(when, ["a"])], ["a"]);
  expect([row?.tail, row?.doubtful]).toEqual([tail, doubtful]);
});

test("what lasts runs as a bar past the cards that begin before its end", () => {
  const rows = gutter([item("2012/2013", ["a"]), item("2012-05-01", ["a"]), item("2014-01-01", ["a"])], ["a"]);
  expect(rows.map(({bars}) => bars[0])).toEqual([
    [{slot: 1, hollow: false, starts: true}],
    [{slot: 1, hollow: false, starts: false}],
    [],
  ]);
  expect(between(rows[0], rows[1])).toEqual([[{slot: 1, hollow: false, starts: false}]]);
  expect(between(rows[1], rows[2])).toEqual([[]]);
});

test("bars that run together never share a place", () => {
  const year = fc.integer({min: 2000, max: 2020});
  const events = fc.array(
    fc
      .tuple(year, fc.nat({max: 10}), fc.subarray(["a", "b"], {minLength: 1}))
      .map(([from, length, lanes]) => item(`${from}/${from + length}`, lanes)),
    {maxLength: 30},
  );
  fc.assert(
    fc.property(events, (items) => {
      const sorted = items.sort((a, b) => ((a.when ?? "") < (b.when ?? "") ? -1 : 1));
      for (const {bars} of gutter(sorted, ["a", "b"]))
        for (const lane of bars) expect(new Set(lane.map(({slot}) => slot)).size).toBe(lane.length);
    }),
  );
});
