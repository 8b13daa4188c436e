import {beforeAll, expect, test} from "vitest";
import {type TimelineData} from "../../src/timeline/item.ts";
import {scoreScene} from "../../src/timeline/layout.ts";
import {type Fetched} from "../../src/timeline/pyramid.ts";
import {stage, type Stage} from "../../src/timeline/stage.ts";
import {stripScene} from "../../src/timeline/strip.ts";
import {brushSize} from "../../src/timeline/pictures.ts";
import {newReading, tally} from "../../src/timeline/tally.ts";
import {type Manifest} from "../../src/timeline/tile.ts";
import {type Filters, noFilters, wholeView} from "../../src/timeline/view.ts";
import {large} from "../browser/tiled.ts";

let whole: TimelineData;
let manifest: Manifest;
let files: Map<string, Fetched>;

beforeAll(() => {
  const set = large(10_000, 4);
  whole = {...set.data, items: set.items};
  manifest = JSON.parse(set.tiles.get("manifest.json") ?? "") as Manifest;
  files = new Map([...set.tiles].map(([name, text]) => [name, {state: "ready", value: JSON.parse(text) as unknown}]));
});

/** A stage that has no event, only counts. */
function counted(filters: Filters, loaded: ReadonlyMap<string, Fetched> = files): Stage {
  const totals = new Map(manifest.lanes.map((id, i) => [id, manifest.totals[i] ?? {all: 0, joint: 0}]));
  const empty = stage({...whole, items: []}, {...wholeView, filters}, totals);
  const full = stage(whole, {...wholeView, filters});
  const rows = manifest.lanes.map((id) => empty.lanes.findIndex((lane) => lane.id === id));
  const {limits, used} = full;
  return {...empty, limits, used, tally: tally(manifest, loaded, filters, rows, empty.lanes.length, () => false, newReading())};
}

test.each<Partial<Filters>>([
  {},
  {lanes: ["csto"]},
  {joint: true},
  {type: "meeting"},
  {country: "BY"},
  {topic: "drugs", joint: true},
])("%j: the same columns, sets, numbers and shelf as from all events", (set) => {
  const filters = {...noFilters, ...set};
  const full = stage(whole, {...wholeView, filters});
  let compared = 0;
  for (const window of [null, {from: Date.UTC(2015, 0), to: Date.UTC(2023, 0)}]) {
    const expected = scoreScene(full, window, {width: 1360});
    const scene = scoreScene(counted(filters), window, {width: 1360});
    // Of few events the whole set has the marks; a stage of counts alone has columns all the same.
    if (expected.density !== "bins") continue;
    compared++;
    expect({...scene, shelf: null, bins: {...scene.bins, coarse: null}}).toEqual({
      ...expected,
      shelf: null,
      bins: {...expected.bins, coarse: null},
    });
    expect(scene.shelf?.title).toBe(expected.shelf?.title);
    expect(scene.shelf?.heaps.map(({text}) => text)).toEqual(expected.shelf?.heaps.map(({text}) => text));
  }
  expect(compared).toBeGreaterThan(0);
});

test("the strip of the whole period is the same as well, and so is what stands in no column", () => {
  const full = stage(whole, wholeView);
  const size = brushSize(1360, 172, 1104);
  expect(stripScene(counted(noFilters), null, size)).toEqual(stripScene(full, null, size));
  const coarse = (s: Stage) => scoreScene(s, null, {width: 1360}).bins?.coarse;
  expect(coarse(counted(noFilters))).toBe(coarse(full));
});

test("while finer counts are on their way the coarser stand; where they failed the place is missing", () => {
  const level = manifest.all.levels.find(({unit}) => unit === "day");
  const names = new Set(level?.tiles.map(([, name]) => name));
  const window = {from: Date.UTC(2021, 2), to: Date.UTC(2021, 5)};
  const with_ = (state: Fetched | null) =>
    new Map(
      [...files].flatMap(([name, file]) => (names.has(name) ? (state ? [[name, state] as const] : []) : [[name, file] as const])),
    );
  const waiting = scoreScene(counted(noFilters, with_(null)), window, {width: 1360}).bins;
  expect([waiting?.unit, waiting?.missing]).toEqual(["week", undefined]);
  expect(waiting?.columns.length).toBeGreaterThan(10);
  const failed = scoreScene(counted(noFilters, with_({state: "failed", tries: 1, at: 0})), window, {width: 1360}).bins;
  expect(failed?.unit).toBe("day");
  expect(failed?.columns).toEqual([]);
  expect(failed?.missing?.reduce((sum, {width}) => sum + width, 0)).toBeCloseTo(1104 - 172, 0);
});
