import {scoreWords} from "../i18n/score-words.ts";
import {arrange, type Arrangement, type Frame, type Room} from "./arrange.ts";
import {binned, setCount, setsHeight} from "./bins.ts";
import {extentOf} from "./extent.ts";
import {round} from "./glyph.ts";
import {type Box, type LabelSpace, noteBox, notePlace, placeLabels} from "./labels.ts";
import {labelled, type Manner, small} from "./manner.ts";
import {dateOf, spokenName} from "./names.ts";
import {type Scale, timeScale, type Window} from "./scale.ts";
import type {Density, Mark, Row, Scene, Shelf} from "./scene.ts";
import {type Stage, stage, type Undated} from "./stage.ts";
import {stray} from "./stems.ts";
import {ticks} from "./ticks.ts";
import type {TimelineData, TimelineItem} from "./item.ts";
import type {View} from "./view.ts";
import {cut, textWidth, wrap} from "./widths.ts";

/**
 * CSS px. `height`: at least so tall; lanes share what is over. `labels` false leaves them for later. `held`: the picture
 * as it was a moment ago, whose lanes keep their room while it moves, so that they do not wander under the eye.
 */
export type Size = {width: number; height?: number; labels?: boolean; held?: Scene | null};

/** The score of a view. Same data, view and size make the same scene, byte for byte. */
export const layout = (data: TimelineData, view: View, size: Size): Scene => scoreScene(stage(data, view), view.window, size);

/** Most events that can be seen with labels. */
export const LABELLED = 46;

/** Most undated events of a lane that are named on the shelf. */
const SHELVED = 4;

/** Columns of the score for a width: names of lanes, plot, and where something lies on it, gap and shelf. */
export function columns(width: number, shelved: boolean): {names: number; shelf: number; shelfX: number; p0: number; p1: number} {
  const narrow = width < 1040;
  const names = narrow ? 126 : 158;
  const shelf = narrow ? 156 : 212;
  return {names, shelf, shelfX: width - shelf, p0: names + 14, p1: width - (shelved ? shelf + 44 : 32)};
}

const shelved = new WeakMap<readonly TimelineItem[], boolean>();

/** Whether a picture keeps room for events without a date: some are there, whatever the filters let through, or may yet come. */
export function hasShelf({items, tiles}: Pick<TimelineData, "items" | "tiles">): boolean {
  if (tiles) return true;
  const known = shelved.get(items) ?? items.some((item) => extentOf(item) === null);
  shelved.set(items, known);
  return known;
}

/** Whether a dated item touches a window. */
const touches = (s: Stage, i: number, w: Window): boolean => {
  const head = s.head[i] ?? 0;
  if (head >= w.from && head < w.to) return true;
  return (s.from[i] ?? 0) < w.to && (s.open[i] === 1 || (s.to[i] ?? 0) > w.from);
};

/** How many dated items touch a window, and how many heads of joint ones lie in it: one pass over columns of numbers. */
export function countIn(s: Stage, w: Window): {shown: number; joint: number} {
  // Events that are not all here cannot be drawn one by one.
  if (s.tally?.complete(w) === false) return {shown: Infinity, joint: 0};
  let shown = 0;
  let joint = 0;
  for (let i = 0; i < s.head.length; i++) {
    if (!touches(s, i, w)) continue;
    shown++;
    const head = s.head[i] ?? 0;
    if (s.joint[i] === 1 && head > w.from && head < w.to) joint++;
  }
  return {shown, joint};
}

/** Indices of the dated items that touch a window, in order of their heads. */
export function shownIn(s: Stage, w: Window): number[] {
  const shown: number[] = [];
  for (let i = 0; i < s.head.length; i++) if (touches(s, i, w)) shown.push(i);
  return shown;
}

/** One density a view: labels while few, columns when stems would close up or events exceed three in four px. */
export const densityOf = (shown: number, joint: number, span: number): Density =>
  joint * 7 > span * 0.95 || shown > span * 0.75 ? "bins" : shown > LABELLED ? "marks" : "labels";

/**
 * How far a stem may stand from its date to keep clear of its neighbours: px where events are named, a share of the plot where they
 * are marks, which three hundred events strewn over it need; where they are too many for that they are counted.
 */
const ASTRAY = {labels: 32, marks: 1 / 7};

/** Where the dates of joint events put their stems, px, in order. */
export function stemPlaces(s: Stage, w: Window, scale: Scale): number[] {
  const places: number[] = [];
  s.head.forEach((head, i) => {
    if (s.joint[i] === 1 && head >= w.from && head < w.to) places.push(scale(head));
  });
  return places;
}

/** The density of a window: the finest in which stems stand near their dates. */
function densityIn(s: Stage, w: Window, scale: Scale, p0: number, p1: number): Density {
  const {shown, joint} = countIn(s, w);
  const few = densityOf(shown, joint, p1 - p0);
  if (few === "bins") return few;
  const places = stemPlaces(s, w, scale);
  const astray = ({stemGap}: Manner) => stray(places, stemGap, p0 - 4, p1 + 4);
  if (few === "labels" && astray(labelled) <= ASTRAY.labels) return "labels";
  return astray(small) <= (p1 - p0) * ASTRAY.marks ? "marks" : "bins";
}

/** As `layout`, from a stage already made. */
export function scoreScene(s: Stage, wanted: Window | null, size: Size): Scene {
  const base = baseScene(s, wanted, size);
  if (base.density !== "labels" || size.labels === false) return base;
  const search = laterLabels(s, base, size);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/**
 * px a lane grows by when a label has found no place, how often, what it leaves free above its tracks instead, and all in all.
 * `few`: more labels without a place are not worth the search, for a lane's height does not find it for them.
 */
const GROWTH = {by: 20, tries: 4, air: 34, most: 80, few: 6};

/** What lanes may be given beyond their least: height, and room above their tracks, px. */
type Given = {pitches: readonly number[]; air: readonly number[]};

/**
 * The labels of a scene made without them, in steps the browser can spread over frames. Where one finds no place its lane
 * grows, or leaves room above its tracks, within the height there is; what gains nothing is undone.
 */
export function* laterLabels(s: Stage, base: Scene, size: Size): Generator<void, Scene> {
  if (base.density !== "labels") return base;
  const attempt = function* (given: Given) {
    const {space, scene} = arranged(s, base, size, given);
    const labels = yield* placeLabels(space);
    const hidden = space.marks.filter((m) => m.inside && !labels.some((l) => l.id === m.id));
    return {given, scene, space, labels, hidden};
  };
  const most = size.height ? Math.max(size.height, base.height) : base.height + GROWTH.most;
  const more = (list: readonly number[], rows: ReadonlySet<number>, by: number) => list.map((n, i) => (rows.has(i) ? n + by : n));
  let best = yield* attempt({pitches: lanePitches(s, "labels"), air: s.lanes.map(() => 0)});
  let {pitches} = best.given;
  for (let k = 0; k < GROWTH.tries && best.hidden.length && best.hidden.length <= GROWTH.few; k++) {
    const rows = new Set(best.hidden[0]?.heads.map((h) => h.row));
    pitches = more(pitches, rows, GROWTH.by);
    for (const given of [
      {pitches, air: best.given.air},
      {pitches: best.given.pitches, air: more(best.given.air, rows, GROWTH.air)},
      {pitches, air: more(best.given.air, rows, GROWTH.air)},
    ]) {
      const next = yield* attempt(given);
      if (next.scene.height > most || next.hidden.length >= best.hidden.length) continue;
      best = next;
      ({pitches} = given);
      break;
    }
  }
  const {scene, space, labels} = best;
  const {teach} = scoreWords(s.data.lang);
  const note = notePlace(teach, space, labels);
  const wanted = note ?? notePlace(teach, space, []);
  if (note || !wanted) return {...scene, labels, note};
  // The note takes its place first where that costs no label.
  const others = yield* placeLabels({...space, taken: [...space.taken, noteBox(wanted)]});
  return others.length < labels.length ? {...scene, labels, note} : {...scene, labels: others, note: wanted};
}

type Made = Scene & {density: Density};

function baseScene(s: Stage, wanted: Window | null, size: Size, given?: Given): Made {
  const window = wanted ?? s.limits.period;
  const {p0, p1} = columns(size.width, hasShelf(s.data));
  const scale = timeScale(window, p0, p1);
  const density = densityIn(s, window, scale, p0, p1);
  const top = density === "labels" ? 34 : density === "marks" ? 26 : 22;
  const bottom = density === "marks" ? 14 : 8;
  const made =
    density === "bins"
      ? denseRows(s, window, p1 - p0, top, bottom, size.height)
      : fitted(
          s,
          shownIn(s, window),
          scale,
          {
            p0,
            p1,
            top,
            bottom,
            manner: density === "labels" ? labelled : small,
            pitches: given?.pitches ?? lanePitches(s, density),
            air: given?.air,
            held: roomsOf(size.held, density, s),
          },
          size.height,
        );
  const {rows, shelf} = standing(s, made.rows, density, size.width);
  const lanesBottom = rows.at(-1)?.bottom ?? top;
  const scene: Made = {
    form: "score",
    density,
    width: size.width,
    height: Math.round(made.height),
    p0,
    p1,
    top: 20,
    window,
    head: density === "labels" ? 1 : 0.62,
    ticks: s.dated.length || s.tally ? ticks(scale, window, p0, p1, s.data.lang) : [],
    rows,
    marks: made.marks.map((m) => toScene(m, s.data)),
    labels: [],
    note: null,
    bins:
      density === "bins"
        ? binned(s, {scale, window, p0, p1, rows, bottom: lanesBottom, touching: countIn(s, window).shown})
        : null,
    shelf,
  };
  return scene;
}

/** Room of the lanes of a picture that is of the same kind; undefined for another. */
const roomsOf = (held: Scene | null | undefined, density: Density, s: Stage): Room[] | undefined =>
  held?.density === density && held.rows.length === s.lanes.length
    ? held.rows.map(({top, y, bottom}) => ({above: y - top, below: bottom - y}))
    : undefined;

/** Least height of each lane: less where nothing is dated. */
function lanePitches(s: Stage, density: Density): number[] {
  const {used} = s;
  if (density === "marks") return s.lanes.map(() => 62);
  return s.lanes.map((_, i) => {
    const undated = undatedOn(s)[i]?.length ?? 0;
    return Math.max(used.has(i) ? 98 : 54, undated <= SHELVED ? undated * 18 + 2 : 0);
  });
}

/** Arranges, then gives the lanes with dates what is left of the wanted height. */
function fitted(s: Stage, shown: readonly number[], scale: Scale, frame: Frame, height = 0): Arrangement {
  const first = arrange(s, shown, scale, frame);
  const over = height - first.height;
  if (over < 1 || frame.held) return first;
  const on = s.used;
  const share = over / (on.size || s.lanes.length || 1) / 2;
  const held = first.rows.map(({top, y, bottom}, i): Room => {
    const more = on.size === 0 || on.has(i) ? share : 0;
    return {above: y - top + more, below: bottom - y + more};
  });
  return centred(arrange(s, shown, scale, {...frame, held}), height);
}

const centred = (a: Arrangement, height: number): Arrangement => ({...a, height: Math.max(a.height, height)});

function denseRows(s: Stage, window: Window, span: number, top: number, bottom: number, height = 0): Arrangement {
  const on = s.used;
  const sets = setsHeight(setCount(s, window, span));
  const plain = s.lanes.map((lane, i) => (lane.id === "states" || !on.has(i) ? 52 : 72));
  const natural = plain.reduce((a, b) => a + b, top) + sets + bottom;
  const share = Math.max(0, height - natural) / (s.lanes.length || 1);
  let y = top;
  const rows = plain.map((pitch) => {
    const row = {top: round(y), y: round(y + pitch + share - 18), bottom: round(y + pitch + share), over: 0};
    y += pitch + share;
    return row;
  });
  return {marks: [], rows, height: y + sets + bottom};
}

function describe(s: Stage, i: number, row: Arrangement["rows"][number], density: Density, width: number): Row {
  const words = scoreWords(s.data.lang);
  const lane = s.lanes[i];
  if (!lane) throw new Error(`no lane ${i}`);
  const total = s.totals[i] ?? {all: 0, joint: 0};
  const count = words.events(total.all);
  const joint = total.joint ? words.joint(total.joint) : "";
  const oneLine = width >= 1040 && total.all < 1000;
  const lines = joint && oneLine ? [`${count}, ${joint}`] : joint && density !== "labels" ? [count, joint] : [count];
  if (row.over) lines.push(words.moreLong(row.over));
  const undated = s.undated.some(({rows}) => rows.includes(i));
  const silent = undated ? words.noneDated : total.all ? words.noneMatch : words.noEvents;
  const empty = density === "labels" && !s.used.has(i) ? silent : null;
  const nameY = density === "bins" ? row.top + 20 : row.y;
  const name = nameLines(lane.name, columns(width, true).names - 28);
  return {
    lane,
    y: row.y,
    top: row.top,
    bottom: row.bottom,
    nameY,
    name,
    lines,
    empty,
    pressed: s.filters.lanes.includes(lane.id),
  };
}

/** A lane's name broken to the room it has; the letters of names are 17 px, semibold. */
function nameLines(name: string, max: number): string[] {
  if (textWidth(name, 17, 600) <= max) return [name];
  const heavier = textWidth(name, 17, 600) / Math.max(1, textWidth(name, 17));
  return wrap(name, 17 * heavier, max, 2);
}

/** By data, for its lanes say in which order an item's participants are named. */
const spoken = new WeakMap<TimelineData, Map<TimelineItem, string>>();
function nameOf(item: TimelineItem, data: TimelineData): string {
  const names = spoken.get(data) ?? new Map<TimelineItem, string>();
  spoken.set(data, names);
  const known = names.get(item) ?? spokenName(item, data);
  names.set(item, known);
  return known;
}

function toScene({dated, long: _, ...mark}: Arrangement["marks"][number], data: TimelineData): Mark {
  return {...mark, name: nameOf(dated.item, data)};
}

const shelves = new WeakMap<Stage, Undated[][]>();
/** Undated items by row; each is told once, on the first of its lanes. */
function undatedOn(s: Stage): Undated[][] {
  const known = shelves.get(s);
  if (known) return known;
  const rows: Undated[][] = s.lanes.map(() => []);
  for (const u of s.undated) rows[u.rows[0] ?? 0]?.push(u);
  shelves.set(s, rows);
  return rows;
}

/** How many undated items a row has, here or not. */
const undatedCount = (s: Stage, row: number): number => s.tally?.undated[row] ?? undatedOn(s)[row]?.length ?? 0;

/** What stands beside the plot. */
type Standing = {rows: Row[]; shelf: Shelf | null};

/** That of a stage's last picture and what it depends on: while the window moves it mostly stays the same objects. */
const lastStanding = new WeakMap<Stage, Standing & {key: string}>();

function standing(s: Stage, spans: Arrangement["rows"], density: Density, width: number): Standing {
  const key = `${density} ${width} ${spans.map((r) => `${r.top} ${r.y} ${r.bottom} ${r.over}`).join()}`;
  const last = lastStanding.get(s);
  if (last?.key === key) return last;
  const rows = spans.map((row, i) => describe(s, i, row, density, width));
  const {shelfX, shelf} = columns(width, true);
  const made = {key, rows, shelf: hasShelf(s.data) ? shelfOf(s, rows, density, shelfX, shelf) : null};
  lastStanding.set(s, made);
  return made;
}

function shelfOf(s: Stage, rows: readonly Row[], density: Density, x: number, width: number): Shelf {
  const words = scoreWords(s.data.lang);
  const all = rows.map((_, i) => undatedCount(s, i));
  const title = `${words.undated} · ${words.number(all.reduce((a, b) => a + b, 0))}`;
  const shelf: Shelf = {x, width, title, entries: [], heaps: []};
  rows.forEach((row, i) => {
    const here = undatedOn(s)[i] ?? [];
    const fits = Math.floor((row.bottom - row.top) / 18);
    if (density === "labels" && (all[i] ?? 0) <= Math.min(SHELVED, fits))
      here.forEach(({item, rows: on}, k) => {
        const y = round(row.y + (k - (here.length - 1) / 2) * 18);
        const label = shelfText(item, s.data.lang, width - 18 - 12 * on.length);
        shelf.entries.push({
          id: item.id,
          href: item.href,
          name: nameOf(item, s.data),
          rows: on,
          y,
          text: label,
          status: item.status,
        });
      });
    else if (all[i]) shelf.heaps.push(heap(s, i, row, density, x, width));
  });
  return shelf;
}

/** Heads of a heap in rows from the top of its lane, as many as fit; the number of all stands after the last. */
function heap(s: Stage, i: number, row: Row, density: Density, x: number, width: number): Shelf["heaps"][number] {
  const here = undatedOn(s)[i] ?? [];
  const across = Math.floor((width - 8) / HEAP.x);
  // Where the dated are counted the undated are as well: one row of heads, and the number leads to them all.
  const down = density === "bins" ? 1 : Math.max(1, Math.floor((row.bottom - row.top - 8) / HEAP.y));
  // The number takes the place of the last few heads.
  const shown = Math.min(here.length, across * down - HEAP.words);
  const top = Math.max(row.top + HEAP.y, row.nameY - 5 - (Math.floor((shown + HEAP.words) / across) * HEAP.y) / 2);
  const at = (k: number) => ({x: round(x + 5 + (k % across) * HEAP.x), y: round(top + Math.floor(k / across) * HEAP.y)});
  const marks = here
    .slice(0, shown)
    .map(({item}, k) => ({id: item.id, href: item.href, name: nameOf(item, s.data), ...at(k), status: item.status}));
  // A number is not broken: too near the edge it begins the next row.
  const end = at(shown % across > across - HEAP.words ? (Math.floor(shown / across) + 1) * across : shown);
  const all = undatedCount(s, i);
  return {row: i, ...end, text: scoreWords(s.data.lang).number(all), marks, rest: all - shown};
}

/** Distances of small heads, px, and how many of them a number takes. */
const HEAP = {x: 8.4, y: 9, words: 6};

/** A short title cut to the shelf; a name in quotation marks that fits alone says more than a cut. */
function shelfText(item: TimelineItem, lang: string, width: number): string {
  const day = item.when === null ? "" : `${unknownYear(item, lang)} · `;
  const text = day + (item.short || item.title);
  if (textWidth(text, 13) <= width) return text;
  const named = /[«“][^»”]+[»”]/.exec(item.short)?.[0];
  return named && !day && textWidth(named, 13) <= width ? named : cut(text, 13, width);
}

/** The day of a date whose year is not known. */
const unknownYear = (item: TimelineItem, lang: string): string => dateOf(item, lang, "short").replace(/,.*$/, "");

/** Room of the words on an empty lane, which end at the plot's edge. */
const emptyBox = (text: string, y: number, p1: number): Box => [p1 + 8 - textWidth(text, 12.5), y - 19, p1 + 8, y - 3];

/** The scene again with what its lanes are given, its marks still tied to their items, for the search of labels. */
function arranged(s: Stage, base: Scene, size: Size, given: Given): {scene: Scene; space: LabelSpace} {
  const scene = baseScene(s, base.window, {...size, held: null}, given);
  const scale = timeScale(base.window, base.p0, base.p1);
  const frame: Frame = {p0: base.p0, p1: base.p1, top: 34, bottom: 8, manner: labelled, ...given};
  const {marks, rows} = fitted(s, shownIn(s, base.window), scale, frame, size.height);
  const taken = scene.rows.flatMap((row) => (row.empty === null ? [] : [emptyBox(row.empty, row.y, base.p1)]));
  return {scene, space: {taken, marks, rows, p0: base.p0, p1: base.p1, over: 26, height: scene.height, lang: s.data.lang}};
}
