import {describe, expect, test} from "vitest";
import {eventSchema} from "../../src/model/schema.ts";
import {type EventPage} from "../../src/site/library.ts";
import {mostImportant, yearLinks, yearPages, years} from "../../src/site/years.ts";

const event = (id: string, when: string | null, more: object = {}): EventPage => ({
  ...eventSchema.parse({title: id, when, ...more}),
  id,
  body: "",
  file: "",
});
const many = (n: number, when: string | null) => Array.from({length: n}, (_, i) => event(`${when}-${i}`, when));
const paths = (events: EventPage[], most: number) =>
  years(events, most).flatMap(({stretches}) => stretches.map(({path, events: own}) => `${path}: ${own.length}`));

describe("years", () => {
  test.each([
    ["a year that fits one page stays whole", many(3, "2021-05-04"), ["2021: 3"]],
    ["a full year is parted into months", [...many(2, "2021-05-04"), ...many(2, "2021-07")], ["2021-05: 2", "2021-07: 2"]],
    ["a full month into numbered parts", many(7, "2021-05-04"), ["2021-05: 3", "2021-05/2: 3", "2021-05/3: 1"]],
    ["the undated have a shelf", [...many(1, "2021"), ...many(4, null)], ["2021: 1", "undated: 3", "undated/2: 1"]],
    ["a limit counts where it ends", [event("a", null, {notAfter: "2019-03-01"})], ["2019: 1"]],
    ["an unknown year is undated", [event("a", "XXXX-12-14")], ["undated: 1"]],
    [
      "early and far years",
      [event("a", "-0044"), event("b", "0476"), event("c", "Y-13800000000")],
      ["-0044: 1", "0476: 1", "-13800000000: 1"],
    ],
    ["nothing", [], []],
  ] as [string, EventPage[], string[]][])("%s", (_, events, expected) => {
    expect(paths(events, 3)).toEqual(expected);
  });

  test("every event stands in one stretch, and no stretch holds more than a page", () => {
    const events = ["2019", "2020-01", "2020-02-03", "2020-02-04", null].flatMap((when, i) => many(10 + i * 7, when));
    const stretches = years(events, 20).flatMap(({stretches}) => stretches);
    expect(stretches.flatMap(({events: own}) => own.map(({id}) => id)).sort()).toEqual(events.map(({id}) => id).sort());
    expect(Math.max(...stretches.map(({events: own}) => own.length))).toBeLessThanOrEqual(20);
    expect(new Set(stretches.map(({path}) => path)).size).toBe(stretches.length);
  });
});

test("a parted year has a page of its own beside its parts, and an undivided one has that page alone", () => {
  const all = years([...many(2, "2021-05-04"), ...many(2, "2021-07"), ...many(3, "2022-01-01")], 3);
  expect(yearPages(all).map(({path, events}) => `${path}: ${events.length}`)).toEqual([
    "2021: 4",
    "2021-05: 2",
    "2021-07: 2",
    "2022: 3",
  ]);
});

describe("mostImportant", () => {
  test("keeps the order it was given", () => {
    const events = [
      event("a", "2020"),
      event("b", "2021", {weight: 3}),
      event("c", "2022", {type: "agreement"}),
      event("d", "2023"),
    ];
    expect(mostImportant(events, 2).map(({id}) => id)).toEqual(["b", "c"]);
    expect(mostImportant(events, 9).map(({id}) => id)).toEqual(["a", "b", "c", "d"]);
  });

  test("of equal ones those from all over, and none twice", () => {
    const years = Array.from({length: 30}, (_, i) => event(`${1990 + i}`, `${1990 + i}`));
    const taken = (most: number) => mostImportant(years, most).map(({id}) => id);
    expect(taken(3)).toEqual(["1995", "2005", "2015"]);
    expect(new Set(taken(29)).size).toBe(29);
    const weighty = event("2001-weighty", "2001", {weight: 1});
    expect(mostImportant([...years, weighty], 3).map(({id}) => id)).toEqual(["1997", "2012", "2001-weighty"]);
  });
});

describe("yearLinks", () => {
  const all = years([...many(5, "2021-05-04"), ...many(2, "2021-07"), ...many(3, "2022-01-01"), ...many(4, null)], 3);
  const links = (current: string | undefined) =>
    yearLinks(all, current).map((row) => row.map(({path, count, open}) => `${path} ${count}${open ? " open" : ""}`));

  test.each([
    [undefined, [["2021 7", "2022 3", "undated 4"]]],
    ["2022", [["2021 7", "2022 3 open", "undated 4"]]],
    [
      "2021",
      [
        ["2021 7 open", "2022 3", "undated 4"],
        ["2021-05 5", "2021-07 2"],
      ],
    ],
    [
      "2021-07",
      [
        ["2021 7 open", "2022 3", "undated 4"],
        ["2021-05 5", "2021-07 2 open"],
      ],
    ],
    [
      "2021-05/2",
      [
        ["2021 7 open", "2022 3", "undated 4"],
        ["2021-05 5 open", "2021-07 2"],
        ["2021-05 3", "2021-05/2 2 open"],
      ],
    ],
    [
      "undated",
      [
        ["2021 7", "2022 3", "undated 4 open"],
        ["undated 3 open", "undated/2 1"],
      ],
    ],
  ])("from %s", (current, rows) => {
    expect(links(current)).toEqual(rows);
  });
});
