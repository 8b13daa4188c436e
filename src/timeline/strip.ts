import {scoreWords} from "../i18n/score-words.ts";
import {arrange} from "./arrange.ts";
import {binned} from "./bins.ts";
import {flat, labelled} from "./manner.ts";
import {STATES} from "./item.ts";
import {countIn, shownIn, stemPlaces} from "./layout.ts";
import {timeScale, type Window} from "./scale.ts";
import type {Row, Scene} from "./scene.ts";
import type {Stage} from "./stage.ts";
import {stray} from "./stems.ts";
import {ticks} from "./ticks.ts";
import {cut} from "./widths.ts";

/**
 * CSS px. `names`: glyph and name of each lane left of p0. `axis`: years on top. `thin`: a year's number every so many years.
 * `full`: marks have the measures and the lines of the score with labels.
 */
export type StripSize = {
  width: number;
  laneHeight: number;
  head: number;
  p0: number;
  p1: number;
  names: boolean;
  axis: boolean;
  thin?: number;
  full?: boolean;
};

/** Most marks of a strip drawn one by one. */
const MOST = {axis: 600, bare: 150};

/** px a stem of a strip may stand from its date. */
const ASTRAY = 12;

/** The widest of a few distances of stems that leaves them near their dates; a strip would rather have them meet. */
function stemGap(places: readonly number[], most: number, p0: number, p1: number): number {
  return [most, most / 2, most / 4].find((gap) => stray(places, gap, p0 - 4, p1 + 4) <= ASTRAY) ?? 0;
}

/** A score without labels, stacks and shelf: the phone's picture, the strip that sticks, the brush, the close-up. */
export function stripScene(s: Stage, wanted: Window | null, size: StripSize): Scene {
  const {p0, p1, laneHeight} = size;
  const window = wanted ?? s.limits.period;
  const scale = timeScale(window, p0, p1);
  const count = countIn(s, window).shown;
  const {used} = s;
  const dense = count > (size.axis ? MOST.axis : MOST.bare);
  const top = size.axis ? 18 : 0;
  const plain = size.full ? labelled : flat(laneHeight, count > 60 ? Math.min(size.head, 0.34) : size.head);
  const manner = dense ? plain : {...plain, stemGap: stemGap(stemPlaces(s, window, scale), plain.stemGap, p0, p1)};
  const pitches = s.lanes.map((_, i) => (used.has(i) ? laneHeight : 0));
  const made = dense
    ? {marks: [], ...even(pitches, top)}
    : arrange(s, shownIn(s, window), scale, {p0, p1, top, bottom: size.axis ? 4 : 3, pitches, manner});
  const rows = made.rows.map((row, i): Row => {
    const lane = s.lanes[i];
    if (!lane) throw new Error(`no lane ${i}`);
    const short = lane.id === STATES ? scoreWords(s.data.lang).statesShort : lane.name;
    const lines = size.names && used.has(i) ? [cut(short, 13.6, p0 - 18)] : [];
    return {lane, ...row, name: [short], nameY: dense ? (row.top + row.bottom) / 2 : row.y, lines, empty: null, pressed: false};
  });
  return {
    form: "strip",
    density: dense ? "bins" : size.full ? "labels" : "marks",
    width: size.width,
    height: Math.round(made.height),
    p0,
    p1,
    top: size.axis ? 18 : 0,
    window,
    head: manner.head,
    ticks:
      size.axis || !dense
        ? ticks(scale, window, p0, p1, s.data.lang, size.thin).map((t) => (size.axis ? t : {...t, text: ""}))
        : [],
    rows,
    marks: made.marks.map(({dated: _, long: __, ...mark}) => mark),
    labels: [],
    note: null,
    bins: dense
      ? {
          ...binned(s, {scale, window, p0, p1, rows, bottom: 0, least: 7, touching: count}),
          sets: [],
          setsTitleY: null,
          buttons: [],
          coarse: null,
        }
      : null,
    shelf: null,
  };
}

function even(pitches: readonly number[], top: number) {
  let y = top;
  const rows = pitches.map((pitch) => {
    const row = {top: y, y: y + pitch - 1, bottom: y + pitch, over: 0};
    y += pitch;
    return row;
  });
  return {rows, height: y + 3};
}
