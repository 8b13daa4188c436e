import {describe, expect, test} from "vitest";
import {inColumns} from "../../src/timeline/bins.ts";
import {densityOf, layout, scoreScene, shownIn} from "../../src/timeline/layout.ts";
import {type Scene} from "../../src/timeline/scene.ts";
import {stops} from "../../src/timeline/stops.ts";
import {brushSize, compactSize, readingSize} from "../../src/timeline/pictures.ts";
import {timeScale, type Window} from "../../src/timeline/scale.ts";
import {stage, type Stage} from "../../src/timeline/stage.ts";
import {stripScene} from "../../src/timeline/strip.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {dataOf, item, lane, sample, scatter} from "./sample.ts";

const sets = [5, 20, 46, 80, 300, 700].flatMap((n) => [1, 2, 3].map((seed) => [n, seed] as const));

/** Tails by the line they lie on: of every kind on a track below a lane, on the lane itself those with sharp ends. */
function tailsByLine(scene: Scene): Map<string, [number, number][]> {
  const lines = new Map<string, [number, number][]>();
  for (const m of scene.marks)
    if (m.tail)
      for (const h of m.heads) {
        const onTrack = h.y > (scene.rows[h.row]?.y ?? 0) + 0.5;
        if (!onTrack && !["within", "lasts", "since"].includes(m.tail.kind)) continue;
        const key = `${h.row} ${h.y}`;
        lines.set(key, [...(lines.get(key) ?? []), [m.tail.x0, m.tail.x1]]);
      }
  return lines;
}

/** The whole period and windows into it: the first quarter, a tenth about the middle, a fiftieth near the end. */
const windows = (s: Stage): (Window | null)[] => {
  const {from, to} = s.limits.period;
  const at = (share: number) => from + (to - from) * share;
  return [null, {from, to: at(0.25)}, {from: at(0.45), to: at(0.55)}, {from: at(0.9), to: at(0.92)}];
};

/** Scores and strips of a set, near and far. */
const pictures = (n: number, seed: number): {s: Stage; w: Window; scene: Scene}[] => {
  const s = stage(scatter(n, seed), wholeView);
  return windows(s).flatMap((w) =>
    [
      scoreScene(s, w, {width: 1360, labels: false}),
      scoreScene(s, w, {width: 760, labels: false}),
      stripScene(s, w, compactSize(358)),
      stripScene(s, w, readingSize(1360, false)),
      stripScene(s, w, brushSize(1360, 172, 1104)),
    ].map((scene) => ({s, w: w ?? s.limits.period, scene})),
  );
};

describe("brute force over random sets", () => {
  test.each(sets)("%i events, seed %i: no two tails on one line overlap, in no window of score or strip", (n, seed) => {
    for (const {scene} of pictures(n, seed))
      for (const [line, spans] of tailsByLine(scene)) {
        // Strips keep their lanes' few px and let sharp tails on a lane's own line meet; a track is one tail's alone.
        const row = scene.rows[Number(line.split(" ")[0])];
        if (scene.form === "strip" && Number(line.split(" ")[1]) <= (row?.y ?? 0) + 0.5) continue;
        const sorted = spans.sort((a, b) => a[0] - b[0]);
        sorted.forEach(
          (x, i) =>
            i && expect(x[0], `${scene.form} ${scene.width} ${line}`).toBeGreaterThanOrEqual((sorted[i - 1]?.[1] ?? 0) - 0.2),
        );
      }
  });

  test.each(sets)("%i events, seed %i: in every window each dated event is drawn, in a column, or counted, once", (n, seed) => {
    for (const {s, w, scene} of pictures(n, seed)) {
      const shown = shownIn(s, w).map((i) => s.dated[i]?.item.id ?? "");
      const ids = scene.marks.map((m) => m.id);
      expect(new Set(ids).size).toBe(ids.length);
      if (scene.density !== "bins") {
        const over = scene.rows.some((r) => r.lines.some((t) => t.startsWith("ещё")));
        if (scene.form === "score" && !over) expect([...ids].sort()).toEqual([...shown].sort());
        else for (const id of ids) expect(shown).toContain(id);
      } else if (scene.form === "score") {
        const columns = inColumns(s, w, scene.p1 - scene.p0).filter(Boolean).length;
        expect(columns + Number(scene.bins?.coarse?.replace(/\D/g, "") ?? 0)).toBe(shown.length);
      }
    }
  });

  test.each(sets)("%i events, seed %i: stems keep their distance and stay in the plot", (n, seed) => {
    const scene = layout(scatter(n, seed), wholeView, {width: 1360, labels: false});
    const gap = scene.density === "labels" ? 13 : 7.5;
    const xs = scene.marks
      .filter((m) => m.joint && m.inside)
      .map((m) => m.x)
      .sort((a, b) => a - b);
    xs.forEach((x, i) => i && expect(x - (xs[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 0.11));
    for (const x of xs) expect(x).toBeGreaterThanOrEqual(scene.p0 - 9);
    for (const x of xs) expect(x).toBeLessThanOrEqual(scene.p1 + 9);
  });

  test.each(sets)("%i events, seed %i: every event is in exactly one of plot, count, column, shelf", (n, seed) => {
    const data = scatter(n, seed);
    const s = stage(data, wholeView);
    const scene = scoreScene(s, null, {width: 1360, labels: false});
    const shown = shownIn(s, s.limits.period);
    expect(new Set(shown.map((i) => s.dated[i]?.item.id)).size + s.undated.length).toBe(n);
    const heaps = scene.shelf?.heaps ?? [];
    const named = [...(scene.shelf?.entries ?? []), ...heaps.flatMap((h) => h.marks)].map(({id}) => id);
    expect(new Set(named).size).toBe(named.length);
    expect(named.length + heaps.reduce((sum, h) => sum + h.rest, 0)).toBe(s.undated.length);
    // A keyboard reaches each of them.
    expect(stops(scene).filter(({id, x}) => id !== null && x === Infinity).length).toBe(named.length);
    if (s.undated.length <= 60 && scene.density !== "bins") expect(named.length).toBe(s.undated.length);
    if (scene.density === "bins") {
      const columns = inColumns(s, s.limits.period, scene.p1 - scene.p0).filter(Boolean).length;
      const counted = Number(scene.bins?.coarse?.replace(/\D/g, "") ?? 0);
      expect(columns + counted).toBe(s.dated.length);
    } else {
      const folded = scene.rows.flatMap((r) => r.lines.filter((t) => t.startsWith("ещё"))).length;
      const ids = scene.marks.map((m) => m.id);
      expect(new Set(ids).size).toBe(ids.length);
      if (!folded) expect(ids.length).toBe(s.dated.length);
      else expect(ids.length).toBeLessThan(s.dated.length);
    }
  });

  test.each([
    [300, 1],
    [700, 2],
  ] as const)("%i events: the numbers under the columns are the events", (n, seed) => {
    const s = stage(scatter(n, seed), wholeView);
    const scene = scoreScene(s, null, {width: 700, labels: false});
    expect(scene.density).toBe("bins");
    const inside = inColumns(s, s.limits.period, scene.p1 - scene.p0);
    scene.rows.forEach((_, row) => {
      const said = (scene.bins?.buttons ?? [])
        .flatMap((b) => b.counts.filter((c) => c.row === row))
        .reduce((a, c) => a + Number(c.text), 0);
      const there = s.dated.filter((d, i) => inside[i] && d.rows.includes(row)).length;
      if (scene.bins?.buttons.every((b) => b.width > 20)) expect(said).toBe(there);
      else expect(said).toBeLessThanOrEqual(there);
    });
    const joint = s.dated.filter((d, i) => inside[i] && d.rows.length > 1).length;
    expect((scene.bins?.sets ?? []).reduce((a, set) => a + Number(set.count), 0)).toBe(joint);
  });
});

/** `count` joint events within a year, after a lone one sixty years before. */
const crowd = (count: number) =>
  dataOf([
    item("lone", "1960-05-01", ["cis", "iom"]),
    ...Array.from({length: count}, (_, i) =>
      item(`e${i}`, `2020-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`, ["cis", "csto"]),
    ),
  ]);

test.each([
  [5, "labels"],
  [8, "marks"],
  [80, "bins"],
])("%i joint events of one year in sixty: %s, for stems stay near their dates", (count, density) => {
  expect(layout(crowd(count), wholeView, {width: 1360}).density).toBe(density);
});

test("three hundred events strewn over the plot are marks", () => {
  expect(layout(scatter(300, 1), wholeView, {width: 1360}).density).toBe("marks");
});

test.each([
  ["a crowd", crowd(100)],
  ["three hundred", scatter(300, 1)],
  ["sixty", scatter(60, 2)],
])("%s: no joint event is drawn far from its date, in score or strip", (_, data) => {
  const s = stage(data, wholeView);
  for (const [scene, most] of [
    [scoreScene(s, null, {width: 1360, labels: false}), 1 / 7],
    [scoreScene(s, null, {width: 760, labels: false}), 1 / 7],
    [stripScene(s, null, compactSize(358)), 12],
    [stripScene(s, null, readingSize(1360, false)), 12],
  ] as const) {
    const scale = timeScale(s.limits.period, scene.p0, scene.p1);
    const places = new Map(s.dated.map(({item, extent}) => [item.id, scale(extent.head)]));
    for (const mark of scene.marks.filter((m) => m.joint && m.inside && m.tail?.kind !== "until"))
      expect(Math.abs(mark.x - (places.get(mark.id) ?? 0)), `${scene.form} ${mark.id}`).toBeLessThanOrEqual(
        (most < 1 ? (scene.p1 - scene.p0) * most : most) + 13,
      );
  }
});

test.each([
  [46, 10, 932, "labels"],
  [47, 10, 932, "marks"],
  [699, 10, 932, "marks"],
  [700, 10, 932, "bins"],
  [200, 127, 932, "bins"],
  [200, 126, 932, "marks"],
])("%i events, %i joint, %i px: %s", (shown, joint, span, density) => {
  expect(densityOf(shown, joint, span)).toBe(density);
});

test.each(["ru", "en"] as const)("same input, same bytes (%s)", (lang) => {
  const once = JSON.stringify(layout(sample(lang), wholeView, {width: 1200}));
  expect(JSON.stringify(layout(sample(lang), wholeView, {width: 1200}))).toBe(once);
});

test.each([
  ["labels", sample("ru"), 1360],
  ["marks", scatter(90, 4), 1000],
  ["bins", scatter(500, 4), 760],
] as const)("the density %s, as a scene", (density, data, width) => {
  const scene = layout(data, wholeView, {width});
  expect(scene.density).toBe(density);
  expect(scene).toMatchSnapshot();
});

describe("states", () => {
  const scene = (items: Parameters<typeof dataOf>[0], width = 1360) => layout(dataOf(items), wholeView, {width});
  test("no events", () => expect(scene([]).marks).toEqual([]));
  test("nothing dated: a shelf and no axis", () => {
    const s = scene([item("a", null, ["cis"])]);
    expect([s.ticks.length, s.shelf?.entries.length]).toEqual([0, 1]);
  });
  test("a lane says why it is empty: nothing dated, nothing at all, nothing let through", () => {
    const d = dataOf([item("a", "2015", ["cis"]), item("b", null, ["iom"])]);
    const said = (joint: boolean) =>
      layout(d, {...wholeView, filters: {...wholeView.filters, joint}}, {width: 1360}).rows.map((r) => r.empty);
    expect(said(false)).toEqual([null, "датированных нет →", "событий нет", "событий нет"]);
    expect(said(true)).toEqual(["фильтр не пропустил ничего", "фильтр не пропустил ничего", "событий нет", "событий нет"]);
  });
  test("all dated: no shelf, and the axis has its room; filters do not take a shelf away", () => {
    const d = dataOf([item("a", "2015", ["cis"]), item("b", null, ["iom"])]);
    const dated = dataOf(d.items.slice(0, 1));
    expect(layout(dated, wholeView, {width: 1360}).shelf).toBeNull();
    expect(layout(dated, wholeView, {width: 1360}).p1).toBeGreaterThan(layout(d, wholeView, {width: 1360}).p1 + 200);
    const joint = {...wholeView, filters: {...wholeView.filters, joint: true}};
    expect(layout(d, joint, {width: 1360}).shelf?.title).toBe("Без даты · 0");
    const tiled = {...dated, tiles: {} as NonNullable<typeof dated.tiles>};
    expect(layout(tiled, wholeView, {width: 1360}).shelf).not.toBeNull();
  });
  test("one event", () => expect(scene([item("a", "2015-10-27", ["cis", "csto"])]).labels).toHaveLength(1));
  test("all on one day: hours or days on the axis, all marks apart", () => {
    const s = scene(Array.from({length: 12}, (_, i) => item(`e${i}`, "2015-10-27", ["cis"])));
    expect(s.window.to - s.window.from).toBeLessThan(20 * 86_400_000);
    expect(new Set(s.marks.map((m) => `${m.x} ${m.heads[0]?.y}`)).size).toBe(12);
  });
  test("one event lasting a century", () => {
    const s = scene([item("a", "1901/2000", ["cis"])]);
    expect([s.marks[0]?.tail?.kind, s.ticks.some((t) => t.text === "1950")]).toEqual(["lasts", true]);
  });
  test("sixty organisations: eight lanes and one for the rest; nobody is lost", () => {
    const rows = Array.from({length: 60}, (_, i) => lane(`o${i}`, i < 8 ? i + 1 : 0));
    const items = Array.from({length: 120}, (_, i) => item(`e${i}`, "2015-10-27", [`o${i % 60}`]));
    const s = stage(dataOf(items, "ru", rows), wholeView);
    expect([s.lanes.length, s.lanes.at(-1)?.id, s.dated.length]).toEqual([9, "others", 120]);
  });
  test("lanes that had no ink get those that are free: no two look alike", () => {
    const rows = Array.from({length: 20}, (_, i) => lane(`o${i}`, i < 8 ? 8 - i : 0));
    const items = Array.from({length: 60}, (_, i) => item(`e${i}`, "2015-10-27", [`o${2 * (i % 10)}`]));
    const inks = stage(dataOf(items, "ru", rows), wholeView).lanes.flatMap(({id, ink}) => (id === "others" ? [] : [ink]));
    expect([inks.length, new Set(inks).size, inks.includes(0)]).toEqual([8, 8, false]);
  });
  test("what goes on from the last instant of all others lies in the whole period", () => {
    expect(scene([item("a", "2020-05-01", ["cis"]), item("b", "2023/..", ["cis"])]).marks.map((m) => m.inside)).toEqual([
      true,
      true,
    ]);
  });
  test("undated events of two lanes: neither lane is said to be empty by the filters", () => {
    const s = scene([item("b", null, ["iom", "csto"])]);
    expect(s.rows.map((r) => r.empty).filter((text) => text === "датированных нет →").length).toBe(2);
  });
  test("deep time and today on one axis", () => {
    const s = scene([item("a", "Y-13800000000", ["cis"]), item("b", "2020-01-01", ["cis"])]);
    expect(s.ticks.filter((t) => t.text).map((t) => t.text)).toContain("10 млрд лет назад");
    expect(s.marks).toHaveLength(2);
  });
});

describe("while the window moves", () => {
  const s = stage(scatter(300, 1), wholeView);
  const {from, to} = s.limits.period;
  const at = (a: number, b: number): Window => ({from: from + (to - from) * a, to: from + (to - from) * b});
  const size = {width: 1360, labels: false};
  const first = scoreScene(s, at(0.3, 0.6), size);

  test("lanes that keep their place, and the shelf beside them, are the same objects: nothing draws them anew", () => {
    const next = scoreScene(s, at(0.301, 0.601), {...size, held: first});
    expect(next.marks).not.toEqual(first.marks);
    expect(next.rows).toBe(first.rows);
    expect(next.shelf).toBe(first.shelf);
  });

  test("lanes in another place, or of another width, are told anew", () => {
    const taller = scoreScene(s, at(0.3, 0.6), {...size, height: first.height + 100});
    expect(taller.rows.map(({y}) => y)).not.toEqual(first.rows.map(({y}) => y));
    expect(scoreScene(s, at(0.3, 0.6), {...size, width: 1000}).shelf?.x).not.toBe(first.shelf?.x);
    expect(scoreScene(s, at(0.3, 0.6), size)).toEqual(first);
  });
});
