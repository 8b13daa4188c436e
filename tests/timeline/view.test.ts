import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {eventTypes, statuses} from "../../src/model/event.ts";
import {decodeView, encodeView} from "../../src/timeline/url.ts";
import {certainties, clamp, laneKinds, type Limits, reduce, type Action, type View, wholeView} from "../../src/timeline/view.ts";
import {readPeriodField, writePeriodField} from "../../src/timeline/period.ts";

const day = 86_400_000;
const limits: Limits = {period: {from: Date.UTC(2008, 0), to: Date.UTC(2026, 0)}, least: 3 * day};

const time = fc.integer({min: limits.period.from - 400 * day, max: limits.period.to + 400 * day});
const windows = fc.tuple(time, time).map(([a, b]) => ({from: Math.min(a, b), to: Math.max(a, b) + 1}));
const word = fc.string({unit: fc.constantFrom(..."абвгдёЖABc 19&=,+%#?/«»–"), maxLength: 12});
const id = fc.stringMatching(/^[\p{Ll}a-z][\p{Ll}a-z0-9._-]{0,10}$/u);
const actions: fc.Arbitrary<Action> = fc.oneof(
  windows.map((window): Action => ({do: "window", window})),
  fc.constant<Action>({do: "window", window: null}),
  fc.record({
    do: fc.constant("zoom" as const),
    factor: fc.double({min: 0.1, max: 30, noNaN: true}),
    at: fc.option(time, {nil: undefined}),
  }),
  fc.double({min: -3, max: 3, noNaN: true}).map((share): Action => ({do: "pan", share})),
  fc
    .record(
      {
        joint: fc.boolean(),
        text: word,
        organization: id,
        country: fc.constantFrom("", "BY", "KZ"),
        topic: id,
        status: fc.constantFrom("" as const, ...statuses),
        type: fc.constantFrom("" as const, ...eventTypes),
        certainty: fc.constantFrom("" as const, ...certainties),
      },
      {requiredKeys: []},
    )
    .map((set): Action => ({do: "filter", set})),
  id.map((lane): Action => ({do: "lane", id: lane})),
  fc.constantFrom(...laneKinds).map((kind): Action => ({do: "by", kind})),
  fc.option(id).map((chosen): Action => ({do: "select", id: chosen})),
  fc.constant<Action>({do: "reset"}),
);
const views = fc.array(actions, {maxLength: 12}).map((list) => list.reduce((v: View, a) => reduce(v, a, limits), wholeView));

describe("reduce", () => {
  test("a window never leaves the period, never shrinks below the least, and the whole period is null", () => {
    fc.assert(
      fc.property(views, ({window}) => {
        if (!window) return;
        expect(window.from).toBeGreaterThanOrEqual(limits.period.from);
        expect(window.to).toBeLessThanOrEqual(limits.period.to);
        expect(window.to - window.from).toBeGreaterThanOrEqual(limits.least - 60_000);
        expect(window.to - window.from).toBeLessThan(limits.period.to - limits.period.from);
      }),
    );
  });
  test("what changes nothing gives the same object back", () => {
    fc.assert(
      fc.property(views, (v) => {
        expect(reduce(v, {do: "go", view: v}, limits)).toBe(v);
      }),
    );
    expect(reduce(wholeView, {do: "pan", share: 1}, limits)).toBe(wholeView);
    expect(reduce(wholeView, {do: "zoom", factor: 0.5}, limits)).toBe(wholeView);
  });
  test("going back to any earlier view restores it", () => {
    fc.assert(
      fc.property(views, views, (a, b) => {
        expect(reduce(b, {do: "go", view: a}, limits)).toEqual(a);
      }),
    );
  });
  test("a lane pressed twice is as before; two lanes mean what both did together", () => {
    const one = reduce(wholeView, {do: "lane", id: "csto"}, limits);
    expect(reduce(one, {do: "lane", id: "csto"}, limits)).toEqual(wholeView);
    expect(reduce(one, {do: "lane", id: "iom"}, limits).filters.lanes).toEqual(["csto", "iom"]);
  });
  test("other lanes drop the choice of lanes, for their ids mean nothing there", () => {
    const one = reduce(wholeView, {do: "lane", id: "csto"}, limits);
    expect(reduce(one, {do: "by", kind: "topics"}, limits).filters.lanes).toEqual([]);
  });
  test("zooming keeps the instant under the pointer", () => {
    const at = Date.UTC(2015, 9, 27);
    const w = reduce(wholeView, {do: "zoom", factor: 4, at}, limits).window;
    const share = (at - limits.period.from) / (limits.period.to - limits.period.from);
    expect(((at - (w?.from ?? 0)) / ((w?.to ?? 1) - (w?.from ?? 0))).toFixed(3)).toBe(share.toFixed(3));
  });
  test.each([
    [NaN, 1],
    [-Infinity, Infinity],
  ])("a window from %d to %d does no harm", (from, to) => {
    const w = clamp({from, to}, limits);
    expect(w === null || Number.isFinite(w.from + w.to)).toBe(true);
  });
});

describe("the address of a view", () => {
  test("decode(encode(view)) is the view", () => {
    fc.assert(
      fc.property(views, (v) => {
        expect(decodeView(encodeView(v))).toEqual(v);
      }),
      {numRuns: 400},
    );
  });
  test("any text in the address is read without harm", () => {
    fc.assert(
      fc.property(fc.string(), (q) => {
        expect(reduce(wholeView, {do: "go", view: decodeView(q)}, limits)).toBeTruthy();
      }),
    );
  });
  test.each([
    [wholeView, ""],
    [{...wholeView, window: {from: Date.UTC(2015, 6), to: Date.UTC(2017, 0)}}, "from=2015-07-01&to=2017-01-01"],
    [{...wholeView, filters: {...wholeView.filters, lanes: ["csto", "iom"], joint: true}}, "with=csto,iom&joint=1"],
    [{...wholeView, filters: {...wholeView.filters, text: "Минск"}}, "q=Минск"],
    [{...wholeView, by: "topics" as const}, "by=topics"],
    [{...wholeView, window: {from: -4e20, to: -3e20}}, "from=s-400000000000000000&to=s-300000000000000000"],
  ])("%# is %s", (view, address) => expect(encodeView(view)).toBe(address));
  test("parameters of others stay", () =>
    expect(encodeView({...wholeView, by: "topics"}, "utm=1&by=types")).toBe("utm=1&by=topics"));
});

test.each([
  ["2015", false, "2015-01-01T00:00"],
  ["2015", true, "2016-01-01T00:00"],
  ["2015-07", true, "2015-08-01T00:00"],
  ["2015-07-01", true, "2015-07-02T00:00"],
  ["27.10.2015", false, "2015-10-27T00:00"],
  ["10.2015", false, "2015-10-01T00:00"],
  ["31.04.2015", false, null],
  ["вчера", false, null],
  ["", false, null],
  ["2015/2016", false, null],
])("date field %j, end %s: %s", (text, end, expected) => {
  const t = readPeriodField(text, end);
  expect(t === null ? null : new Date(t).toISOString().slice(0, 16)).toBe(expected);
});

test("a field shows what it would read", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 6500}), fc.boolean(), (days, end) => {
      const t = limits.period.from + days * day;
      expect(readPeriodField(writePeriodField(t, end), end)).toBe(t);
    }),
  );
});
