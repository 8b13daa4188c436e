import {parse as oracle} from "edtf";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  type DatePoint,
  type DateValue,
  bounds,
  compareEdtf,
  daysIn,
  formatEdtf,
  isEdtf,
  parseEdtf,
} from "../../src/model/edtf.ts";

const at = (text: string) => Date.parse(text);

describe("read and written back", () => {
  test.each([
    "2023-12-13",
    "2008-09",
    "2016",
    "0000",
    "0044",
    "-0044",
    "Y-13800000000",
    "Y20000",
    "2012/2013",
    "2008/..",
    "../2021-11-12",
    "/2020",
    "2019/",
    "2011-12-14?",
    "2016-01-21~",
    "2016%",
    "XXXX-12-14",
    "XXXX-02-29",
    "XXXX-12",
    "XXXX-04-15~",
    "2011-21",
    "2011-24~",
    "2020-33",
    "2020-36",
    "2020-40",
    "2020-41",
    "199X",
    "199X~",
    "19XX",
    "00XX",
    "2019-05-05/2019-05-05",
    "2011-12-14?/2011-12-15?",
    "XXXX-05-30/XXXX-06-01",
    "2023-12-13T14:26",
    "2023-12-13T14:26:05Z",
    "2023-12-13T14:26+03:00",
    "1999/2000-05-05",
    "2024-02-29",
    "2019-33/2019-35",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-XX~",
    "1985-XX/1986-02-XX",
    "2001-02-03T23:20:30+04",
    "2001-02-03T23:20-11",
  ])("%s", (text) => {
    const value = parseEdtf(text);
    expect(value && formatEdtf(value)).toBe(text);
  });
});

describe("refused", () => {
  test.each([
    "",
    " 2019",
    "2019 ",
    "201",
    "20190505",
    "12345",
    "2019-00",
    "2019-13",
    "2019-20",
    "2019-25",
    "2019-32",
    "2019-42",
    "2019-02-30",
    "2023-02-29",
    "XXXX-02-30",
    "2019-04-31",
    "2019-4-5",
    "XXXX",
    "-0000",
    "Y1234",
    "Y012345",
    "Y20000-05",
    "199X-05",
    "2019-21-05",
    "2019-05-05T24:00",
    "2019-05-05T14:60",
    "2019-05T14:00",
    "2019-05-05T14:00+15:00",
    "2013/2012",
    "2019-05-06/2019-05-05",
    "/",
    "../..",
    "/..",
    "2019/2020/2021",
    "2019--05",
    "2019~?",
    "XXXX-XX",
    "XXXX-04-XX",
    "2004-XX-05",
    "2004-13-XX",
    "2004-21-XX",
    "200X-XX",
    "2004-XX-XXT10:00",
    "2001-02-03T23:20:30+15",
    "вчера",
    "13.12.2023",
    "{2012,2013}",
  ])("%j", (text) => expect(isEdtf(text)).toBe(false));
});

describe("bounds: earliest instant inclusive, latest exclusive", () => {
  test.each<[string, string, string]>([
    ["2023-12-13", "2023-12-13", "2023-12-14"],
    ["2023-12-31", "2023-12-31", "2024-01-01"],
    ["2023-12-13T14:26", "2023-12-13T14:26Z", "2023-12-13T14:27Z"],
    ["2023-12-13T14:26:05+03:00", "2023-12-13T11:26:05Z", "2023-12-13T11:26:06Z"],
    ["2024-02", "2024-02-01", "2024-03-01"],
    ["2016~", "2016-01-01", "2017-01-01"],
    ["2011-21", "2011-03-01", "2011-06-01"],
    ["2011-23", "2011-09-01", "2011-12-01"],
    ["2011-24", "2011-12-01", "2012-03-01"],
    ["2020-33", "2020-01-01", "2020-04-01"],
    ["2020-36", "2020-10-01", "2021-01-01"],
    ["2020-40", "2020-01-01", "2020-07-01"],
    ["2020-41", "2020-07-01", "2021-01-01"],
    ["2004-XX", "2004-01-01", "2005-01-01"],
    ["1985-XX-XX", "1985-01-01", "1986-01-01"],
    ["1985-04-XX", "1985-04-01", "1985-05-01"],
    ["2001-02-03T23:20:30+04", "2001-02-03T19:20:30Z", "2001-02-03T19:20:31Z"],
    ["199X", "1990-01-01", "2000-01-01"],
    ["19XX", "1900-01-01", "2000-01-01"],
    ["2012/2013", "2012-01-01", "2014-01-01"],
    ["2019-05-05/2019-05-05", "2019-05-05", "2019-05-06"],
    ["2011-12-14?/2012-21", "2011-12-14", "2012-06-01"],
    ["0044", "0044-01-01", "0045-01-01"],
    ["-0044", "-000044-01-01", "-000043-01-01"],
  ])("%s: %s … %s", (text, earliest, latest) => expect(bounds(text)).toEqual({earliest: at(earliest), latest: at(latest)}));

  test("open and unnamed ends go on for ever", () => {
    expect(bounds("2008/..")).toEqual({earliest: at("2008-01-01"), latest: Infinity});
    expect(bounds("../2021-11-12")).toEqual({earliest: -Infinity, latest: at("2021-11-13")});
  });
  test("deep time keeps its order and its size", () => {
    const b = bounds("Y-13800000000");
    expect((b?.earliest ?? 0) / 31556952000).toBeCloseTo(-13800001970, 0);
    expect(compareEdtf("Y-13800000000", "Y-4500000000")).toBeLessThan(0);
    expect(compareEdtf("Y-300000", "Y-269999")).toBeLessThan(0);
  });
  test.each(["XXXX-12-14", "XXXX-05-30/XXXX-06-01", "no date"])("%s has no place on an axis", (text) =>
    expect(bounds(text)).toBeNull(),
  );
});

describe("order", () => {
  test("by start, the wider first, unknown years after all known, undated last", () => {
    const sorted = [
      "../1990",
      "-0044",
      "199X",
      "1990",
      "1990-01",
      "1990-01-01",
      "2008/..",
      "2008",
      "2008-03-01",
      "2008-21",
      "XXXX-05",
      "XXXX-12-14",
      null,
    ];
    const order = [
      "-0044",
      "199X",
      "1990",
      "1990-01",
      "1990-01-01",
      "../1990",
      "2008/..",
      "2008",
      "2008-21",
      "2008-03-01",
      "XXXX-05",
      "XXXX-12-14",
      null,
    ];
    expect(sorted.toReversed().sort(compareEdtf)).toEqual(order);
  });
});

const year = fc.integer({min: -9999, max: 9999}).filter((y) => y !== 0 || !Object.is(y, -0));
const point: fc.Arbitrary<DatePoint> = fc
  .record({
    year: fc.oneof(
      {weight: 8, arbitrary: year},
      {weight: 1, arbitrary: fc.integer({min: 10000, max: 1e10})},
      {weight: 1, arbitrary: fc.constant(null)},
    ),
    precision: fc.constantFrom("century", "decade", "year", "half", "quarter", "season", "month", "day", "time"),
    part: fc.nat(),
    day: fc.nat(),
    time: fc.constantFrom("00:00", "14:26", "23:59:59", "14:26Z", "14:26:05+03:00"),
    uncertain: fc.boolean(),
    approximate: fc.boolean(),
  })
  .map((raw): DatePoint => {
    const doubt = {uncertain: raw.uncertain, approximate: raw.approximate};
    const blank = {kind: "point", part: null, day: null, time: null, ...doubt} as const;
    if (raw.year !== null && raw.year > 9999) return {...blank, precision: "year", year: raw.year};
    const {precision} = raw as DatePoint;
    if (precision === "century") return {...blank, precision, year: Math.floor(Math.abs(raw.year ?? 19) / 100) * 100};
    if (precision === "decade") return {...blank, precision, year: Math.floor(Math.abs(raw.year ?? 19) / 10) * 10};
    if (precision === "year") return {...blank, precision, year: raw.year ?? 2019};
    if (raw.year !== null && raw.day % 7 === 0 && (precision === "month" || precision === "day"))
      return {...blank, precision, year: raw.year, part: precision === "day" && raw.part % 2 ? (raw.part % 12) + 1 : null};
    const count = {half: 2, quarter: 4, season: 4, month: 12, day: 12, time: 12}[precision];
    const part = (raw.part % count) + 1;
    const known = precision === "month" || precision === "day" || precision === "time" ? raw.year : (raw.year ?? 2019);
    if (precision !== "day" && precision !== "time") return {...blank, precision, year: known, part};
    const day = (raw.day % daysIn(known ?? 2000, part)) + 1;
    return {...blank, precision, year: known, part, day, time: precision === "time" ? raw.time : null};
  });
const value: fc.Arbitrary<DateValue> = fc.oneof(
  point,
  fc
    .tuple(
      fc.oneof(point, fc.constantFrom("open" as const, "unknown" as const)),
      fc.oneof(point, fc.constantFrom("open" as const, "unknown" as const)),
    )
    .map(([start, end]): DateValue => ({kind: "interval", start, end}))
    .filter((v) => v.kind === "interval" && !(typeof v.start === "string" && typeof v.end === "string"))
    .filter((v) => {
      const b = bounds(v);
      return !b || b.earliest < b.latest;
    }),
);

describe("properties", () => {
  test("format ∘ parse is the identity on valid strings, parse ∘ format on values", () =>
    fc.assert(
      fc.property(value, (v) => {
        const text = formatEdtf(v);
        expect(parseEdtf(text)).toEqual(v);
        expect(formatEdtf(parseEdtf(text) ?? v)).toBe(text);
      }),
      {numRuns: 2000},
    ));

  test("no string makes it throw", () => fc.assert(fc.property(fc.string(), (text) => void [parseEdtf(text), bounds(text)])));

  test("bounds contain every completion", () =>
    fc.assert(
      fc.property(point, fc.nat(), fc.nat(), fc.nat(), (p, a, b, c) => {
        const outer = bounds(p);
        if (!outer || p.year === null || p.precision === "time") return;
        const span = p.precision === "century" ? 100 : p.precision === "decade" ? 10 : 1;
        const size = (p.part === null ? null : {half: 6, quarter: 3, season: 3, month: 1, day: 1}[p.precision as string]) ?? 12;
        const first = p.precision === "season" ? 2 + ((p.part ?? 1) - 1) * 3 : size === 12 ? 0 : ((p.part ?? 1) - 1) * size;
        const index = first + (a % size);
        const [y, month] = [p.year + (b % span) + Math.floor(index / 12), (index % 12) + 1];
        const inner = bounds({...p, precision: "day", year: y, part: month, day: p.day ?? (c % daysIn(y, month)) + 1});
        expect(inner?.earliest).toBeGreaterThanOrEqual(outer.earliest);
        expect(inner?.latest).toBeLessThanOrEqual(outer.latest);
      }),
    ));

  test("the order is total: antisymmetric, transitive, equal only to itself", () => {
    const text = fc.option(value.map(formatEdtf));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareEdtf(a, b))).toBe(-Math.sign(compareEdtf(b, a)) + 0);
        expect(compareEdtf(a, b) === 0).toBe(a === b);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0);
      }),
      {numRuns: 3000},
    );
  });

  test("where the package edtf reads a date, it reads what we read", () =>
    fc.assert(
      fc.property(point, (p) => {
        if (p.precision === "season" || p.precision === "quarter" || p.precision === "half") return;
        let theirs: {values: number[]; uncertain?: boolean; approximate?: boolean};
        try {
          theirs = oracle(formatEdtf(p)) as typeof theirs;
        } catch {
          return;
        }
        const [y, m, d] = theirs.values;
        if (p.year !== null) expect(y).toBe(p.year);
        if (p.part !== null) expect((m ?? 0) + 1).toBe(p.part);
        if (p.day !== null) expect(d).toBe(p.day);
        if (p.precision !== "time")
          expect([theirs.uncertain ?? false, theirs.approximate ?? false].map(Boolean)).toEqual([p.uncertain, p.approximate]);
      }),
    ));
});
