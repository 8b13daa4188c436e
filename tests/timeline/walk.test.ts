import {describe, expect, test} from "vitest";
import {hit} from "../../src/timeline/hit.ts";
import {keyMeaning} from "../../src/timeline/keys.ts";
import {layout, scoreScene} from "../../src/timeline/layout.ts";
import {type Scene} from "../../src/timeline/scene.ts";
import {stage} from "../../src/timeline/stage.ts";
import {move, type Move, type Stop, stops} from "../../src/timeline/stops.ts";
import {reduce, wholeView} from "../../src/timeline/view.ts";
import {timeScale, type Window} from "../../src/timeline/scale.ts";
import {dataOf, item, sample, scatter} from "./sample.ts";

const moves: Move[] = [
  "next",
  "previous",
  "first",
  "last",
  "leap",
  "leap-back",
  "up",
  "down",
  0.1,
  0.2,
  0.3,
  0.4,
  0.5,
  0.6,
  0.7,
  0.8,
  0.9,
];

describe("keys", () => {
  test.each([
    ["ArrowRight", false, {move: "next"}],
    ["ArrowUp", false, {move: "up"}],
    ["PageDown", false, {move: "leap"}],
    ["ArrowRight", true, {act: {do: "pan", share: 0.2}}],
    ["+", true, {act: {do: "zoom", factor: 1.8}}],
    ["0", false, {act: {do: "window", window: null}}],
    ["Enter", false, {open: true}],
    ["3", false, {move: 0.3}],
    [" ", false, {lane: true}],
    // Esc closes the tooltip wherever the focus is: the document hears it.
    ["Escape", false, null],
    ["a", false, null],
  ])("%s, shift %s", (key, shift, meaning) => expect(keyMeaning({key, shift, command: false})).toEqual(meaning));
  test("keys with Ctrl or ⌘ are the browser's", () => expect(keyMeaning({key: "+", shift: false, command: true})).toBeNull());
});

describe("walking", () => {
  const scene = layout(sample("ru"), wholeView, {width: 1360, labels: false});
  const all = stops(scene);
  test("every event is a stop, once", () => expect(new Set(all.map((s) => s.id)).size).toBe(19));
  test("→ goes on in time; End leads to the last on the axis, again to the last on the shelf", () => {
    expect(move(all, all[0]?.key ?? "", "next")?.id).toBe("cis-iom-plan-signed");
    const end = move(all, all[3]?.key ?? "", "last");
    expect(end).toBe(all.filter(({x}) => x < Infinity).at(-1));
    expect(move(all, end?.key ?? "", "last")).toBe(all.at(-1));
    expect(move(all, all.at(-1)?.key ?? "", "next")).toBe(all.at(-1));
  });
  test("↓ goes to the nearest event of the next lane", () => {
    const from = all.find((s) => s.id === "cis-iom-memorandum");
    expect(move(all, from?.key ?? "", "down")?.rows).toContain(2);
  });
  test("without a stop yet, any move begins", () => expect(move(all, null, "next")).toBe(all[0]));
});

test("any of 1000 events is at most 12 keys away, half of them at most 6", () => {
  const s = stage(scatter(1000, 3), wholeView);
  const scenes = new Map<string, Scene>();
  const all = new Map<Scene, Stop[]>();
  const stopsOf = (scene: Scene) => {
    const made = all.get(scene) ?? stops(scene);
    all.set(scene, made);
    return made;
  };
  const sceneOf = (w: Window | null) => {
    const made = scenes.get(JSON.stringify(w)) ?? scoreScene(s, w, {width: 1360, labels: false});
    scenes.set(JSON.stringify(w), made);
    return made;
  };
  // Breadth first over what the keys do: the first press is the Tab that enters the picture.
  const keys = new Map<string, number>();
  const seen = new Set<string>();
  type State = {window: Window | null; stop: Stop};
  let edge: State[] = [];
  const reach = (window: Window | null, stop: Stop | null | undefined, pressed: number, next: State[]) => {
    const name = `${JSON.stringify(window)} ${stop?.key}`;
    if (!stop || seen.has(name)) return;
    seen.add(name);
    if (stop.id && !keys.has(stop.id)) keys.set(stop.id, pressed);
    next.push({window, stop});
  };
  reach(null, stopsOf(sceneOf(null))[0], 1, edge);
  for (let pressed = 2; pressed <= 12; pressed++) {
    const next: State[] = [];
    for (const {window, stop} of edge) {
      const scene = sceneOf(window);
      for (const by of moves) reach(window, move(stopsOf(scene), stop.key, by), pressed, next);
      if (stop.window) reach(stop.window, stopsOf(sceneOf(stop.window))[0], pressed, next);
      else if (scene.density === "marks" && stop.x < Infinity && scenes.size < 900) {
        const at = timeScale(scene.window, scene.p0, scene.p1).invert(stop.x);
        const closer = reduce({...wholeView, window}, {do: "zoom", factor: 1.8, at}, s.limits).window;
        const near = stopsOf(sceneOf(closer));
        reach(closer, near.find((x) => x.key === stop.key) ?? near[0], pressed, next);
      }
    }
    edge = next;
  }
  const counts = s.dated.map((d) => keys.get(d.item.id) ?? 99).sort((a, b) => a - b);
  expect(counts.at(-1)).toBeLessThanOrEqual(12);
  expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(6);
});

describe("hit", () => {
  const scene = layout(dataOf([item("a", "2015-10-27", ["cis", "csto"]), item("b", "2012/2013", ["iom"])]), wholeView, {
    width: 1360,
    labels: false,
  });
  const a = scene.marks.find((m) => m.id === "a");
  const b = scene.marks.find((m) => m.id === "b");
  test("a head", () => expect(hit(scene, (a?.x ?? 0) + 4, (a?.heads[0]?.y ?? 0) - 4)?.id).toBe("a"));
  test("a stem, where another lane lies between", () => expect(hit(scene, (a?.x ?? 0) + 2, scene.rows[1]?.y ?? 0)?.id).toBe("a"));
  test("a tail, far from its head", () => expect(hit(scene, (b?.tail?.x1 ?? 0) - 3, b?.heads[0]?.y ?? 0)?.id).toBe("b"));
  test("nothing", () => expect(hit(scene, 400, 5)).toBeNull());
});
