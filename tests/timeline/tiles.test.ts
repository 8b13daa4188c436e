import fc from "fast-check";
import {createHash} from "node:crypto";
import {beforeAll, describe, expect, test} from "vitest";
import {type Unit, unitFor, units} from "../../src/timeline/bins.ts";
import {DAY, extentOf} from "../../src/timeline/extent.ts";
import {matcher} from "../../src/timeline/filter.ts";
import {importance, type Weighed} from "../../src/timeline/importance.ts";
import {type TimelineData, type TimelineItem} from "../../src/timeline/item.ts";
import {countsIn, eventsIn, type Fetched, type Look, toFetch, wanted} from "../../src/timeline/pyramid.ts";
import {fromColumns, type Manifest, toColumns} from "../../src/timeline/tile.ts";
import {standsIn, tiles} from "../../src/timeline/tiles.ts";
import {type Filters, noFilters} from "../../src/timeline/view.ts";
import {makeItems} from "../bench/generate.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);
const made = (items: Iterable<TimelineItem>) => new Map([...tiles(items, digest)].map(({name, text}) => [name, text]));

const items = [...makeItems(6000, 5)];
let manifest: Manifest;
/** Everything loaded. */
let files: Map<string, Fetched>;
let texts: Map<string, string>;

beforeAll(() => {
  texts = made(items);
  manifest = JSON.parse(texts.get("manifest.json") ?? "") as Manifest;
  files = new Map([...texts].map(([name, text]) => [name, {state: "ready", value: JSON.parse(text) as unknown}]));
});

const dated = items.flatMap((item) => {
  const extent = extentOf(item);
  return extent ? [{item, extent}] : [];
});
const data = {lang: "ru", title: "", lanes: [], items, names: {}} as unknown as TimelineData;

/** The same by going through all items: counts by bin and party, and how many touch the bins of the window. */
function bruteForce({window, filters}: Look, stored: Unit, shown: Unit) {
  const matches = matcher({...filters, lanes: [], joint: false, organization: ""}, data, (item) => item.lanes);
  const all = matcher(filters, data, (item) => item.lanes);
  const first = stored.key(window.from);
  const last = stored.key(window.to - 1);
  const counts: Record<string, number> = {};
  let touching = 0;
  for (const {item, extent} of dated) {
    if (!matches(item)) continue;
    const end = stored.key(Math.max(extent.to, extent.from + 1) - 1);
    if (stored.key(extent.from) <= last && end >= first) touching++;
    const key = stored.key(extent.head);
    if (!standsIn(extent, stored) || key < first || key > last || !all(item)) continue;
    const name = `${shown.key(stored.start(key))} ${item.organizations.length > 1 ? "joint" : "alone"} ${item.lanes.join()}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return {counts, touching};
}

function fromTiles(look: Look, shown: Unit) {
  const found = countsIn(manifest, files, look);
  const counts: Record<string, number> = {};
  for (const bin of found?.bins ?? [])
    for (const {party, count} of bin.parties) {
      const lanes = party.lanes.map((i) => manifest.lanes[i]).join();
      counts[`${shown.key(bin.from)} ${party.joint ? "joint" : "alone"} ${lanes}`] = count;
    }
  return {counts, touching: found?.touching, unit: found?.unit, missing: found?.missing, exact: found?.exact};
}

const unitNamed = (name: string) => units.find((unit) => unit.name === name) as Unit;

describe("counts from tiles", () => {
  const single: Partial<Filters>[] = [
    {},
    {lanes: ["csto"]},
    {lanes: ["csto", "cis"]},
    {organization: "csto", lanes: ["cis"]},
    {joint: true},
    {type: "meeting"},
    {status: "planned"},
    {country: "BY"},
    {topic: "drugs"},
    {country: "RU", joint: true, lanes: ["iom"]},
  ];
  const {from, to} = {from: Date.UTC(1990, 0), to: Date.UTC(2030, 0)};

  test.each(single)("%j: the same as by going through all events, in any window", (set) => {
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.integer({min: 0, max: 12}),
        fc.integer({min: 300, max: 1800}),
        (place, halvings, span) => {
          const length = (to - from) / 2 ** halvings;
          const start = Math.round(from + place * (to - from - length));
          const look: Look = {window: {from: start, to: Math.round(start + length)}, span, filters: {...noFilters, ...set}};
          const seen = countsIn(manifest, files, look);
          const shown = unitNamed(seen?.unit ?? "");
          const level = storedFor(look, set);
          const {counts, touching} = bruteForce(look, level, shown);
          expect(fromTiles(look, shown)).toMatchObject({counts, missing: [], exact: true});
          if (Object.keys(counts).length) expect(seen?.touching).toBe(touching);
          expect(units.indexOf(shown)).toBeGreaterThanOrEqual(units.indexOf(unitFor(look.window, span, 3.6)));
        },
      ),
      {numRuns: 60},
    );
  });

  /** The level the reader must have taken: the wanted unit, else the nearest stored one. */
  function storedFor(look: Look, set: Partial<Filters>): Unit {
    const field = set.type ? "type" : set.status ? "status" : set.country ? "countries" : set.topic ? "topics" : null;
    const value = set.type ?? set.status ?? set.country ?? set.topic;
    const file = field && manifest.slices[field].find(([name]) => name === value)?.[1];
    const slice = file ? (JSON.parse(texts.get(file) ?? "") as Manifest["all"]) : manifest.all;
    const stored = slice.levels.map(({unit}) => unitNamed(unit));
    const wish = unitFor(look.window, look.span, 3.6);
    const finest = stored[0] as Unit;
    return stored.find((unit) => unit === wish) ?? (wish.length < finest.length ? finest : (stored.at(-1) as Unit));
  }

  test.each([
    [{type: "meeting", country: "BY"}, false],
    [{text: "минск"}, false],
    [{organization: "nato"}, false],
    [{organization: "csto"}, true],
    [{certainty: "sure"}, false],
    [{country: "BY", joint: true}, true],
  ] as [Partial<Filters>, boolean][])("%j: exact is %s", (set, exact) => {
    expect(countsIn(manifest, files, {window: {from, to}, span: 900, filters: {...noFilters, ...set}})?.exact).toBe(exact);
  });
});

describe("what a reader asks for", () => {
  const look = (window: {from: number; to: number}): Look => ({window, span: 1100, filters: noFilters});
  const whole = {from: Date.UTC(1992, 0), to: Date.UTC(2026, 0)};

  /** Loads what is wanted until nothing more is; the names in the order they were asked for. */
  function load(at: Look, loaded = new Map<string, Fetched>()): {loaded: Map<string, Fetched>; asked: string[]} {
    const asked: string[] = [];
    for (let more = [""]; more.length;) {
      const {needed, ahead} = wanted(manifest, loaded, at);
      more = toFetch([...needed, ...ahead], loaded, 0);
      for (const name of more) loaded.set(name, files.get(name) as Fetched);
      asked.push(...more);
    }
    return {loaded, asked};
  }

  test("the whole period: a few files", () => {
    expect(load(look(whole)).asked.length).toBeLessThanOrEqual(3);
  });

  test("a short window: exactly the events whose heads lie in it are among those loaded, each once", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 8000}), fc.integer({min: 2, max: 60}), (day, length) => {
        const from = Date.UTC(2003, 0, 1 + day);
        const window = {from, to: from + length * DAY};
        const {loaded} = load(look(window));
        const inside = (item: {when: string | null; notAfter: string | null}) => {
          const head = extentOf(item)?.head ?? NaN;
          return head >= window.from && head < window.to;
        };
        const expected = items.filter(inside).map(({when, lanes}) => `${when} ${lanes.join()}`);
        const found = eventsIn(manifest, loaded, window)
          .filter(inside)
          .map(({when, lanes}) => `${when} ${lanes.join()}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      {numRuns: 60},
    );
  });

  test("words come with the events when few are in view", () => {
    const window = {from: Date.UTC(2021, 4, 3), to: Date.UTC(2021, 4, 8)};
    const {loaded} = load(look(window));
    const found = eventsIn(manifest, loaded, window);
    expect(found.length).toBeGreaterThan(0);
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const event of found) expect(byId.get(event.id ?? "")).toMatchObject({title: event.title, href: event.href});
  });

  test("a tile that failed is missing, not empty, and is asked for again after its wait", () => {
    const {asked} = load(look(whole));
    const broken = new Map<string, Fetched>(asked.map((name) => [name, {state: "failed", tries: 2, at: 5000}]));
    const counts = countsIn(manifest, broken, look(whole));
    expect(counts?.bins).toEqual([]);
    expect(counts?.missing.length).toBeGreaterThan(0);
    expect(toFetch(asked, broken, 6999)).toEqual([]);
    expect(toFetch(asked, broken, 7000)).toEqual(asked);
    expect(toFetch(asked, new Map([[asked[0] ?? "", {state: "loading"}]]), 0)).toEqual(asked.slice(1));
  });
});

test("a new event changes the files of its own time alone", () => {
  const added = {...(items[0] as TimelineItem), id: "z", when: "2021-05-05", notAfter: null};
  const before = new Set(texts.keys());
  const fresh = [...made([...items, added]).keys()].filter((name) => !before.has(name));
  expect(fresh.length).toBeLessThan(before.size / 5);
});

test("columns come back as rows", () => {
  const rows = [
    {a: "x", b: ["1"], c: null},
    {a: "x", b: ["1"], c: 2},
    {a: "y", b: ["1"], c: 3},
  ];
  const columns = toColumns(rows, ["a", "b", "c"]);
  expect(fromColumns(JSON.parse(JSON.stringify(columns)) as typeof columns)).toEqual(rows);
  expect(columns.b).toEqual({of: [["1"]], at: [0, 0, 0]});
});

describe("importance", () => {
  const base: Weighed = {when: "2020-01-01", status: "happened", type: "meeting", organizations: ["a"], countries: ["BY"]};
  test.each<[string, Partial<Weighed>, Partial<Weighed>]>([
    ["an editor's weight outranks all else", {weight: 3}, {organizations: ["a", "b", "c", "d"], sources: 16, type: "agreement"}],
    ["two organisations before one", {organizations: ["a", "b"]}, {}],
    ["an agreement before a statement", {type: "agreement"}, {type: "statement"}],
    ["what happened before what is planned, that before what was cancelled", {status: "happened"}, {status: "planned"}],
    ["three sources before one", {sources: 3}, {}],
    ["an exact day before a year", {}, {when: "2020"}],
  ])("%s", (_, more, less) => {
    expect(importance({...base, ...more})).toBeGreaterThan(importance({...base, ...less}));
  });
});
