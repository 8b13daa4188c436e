import {scoreWords} from "../i18n/score-words.ts";
import type {Placed, RowSpan} from "./arrange.ts";
import {round} from "./glyph.ts";
import {dateOf} from "./names.ts";
import type {Label, Scene} from "./scene.ts";
import {textWidth, wrap} from "./widths.ts";

export const LABEL = {size: 13, line: 15} as const;
const {size: SIZE, line: LINE} = LABEL;
/** Text widths tried, and the lines each may take; CSS px. */
const shapes = [
  {max: 148, lines: 2, cost: 0},
  {max: 190, lines: 2, cost: 2},
  {max: 222, lines: 1, cost: 3},
  {max: 92, lines: 3, cost: 4},
] as const;
const ELLIPSIS = 14;
const GAP = 6;
const TOO_DEAR = 60;
/** px from another mark within which a label may be taken for its own. */
const CLOSE = 11;
/** px no label reaches beyond its mark's ends. */
const FAR = 340;
/** px a label without a leader may stand from its mark. */
const REACH = 26;
const ROUNDS = 48;
const TURNS = 8;

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];
/** Ink on the picture, the room kept around it, and the mark it belongs to. */
type Obstacle = {ink: Box; box: Box; owner: Placed};
/** A mark's own ink and that of the others. */
type Around = {own: readonly Obstacle[]; others: readonly Obstacle[]};
type Text = {date: string; suffix: string; lines: string[]; width: number; height: number; cost: number};
type Candidate = {text: Text; box: Box; cost: number; right: boolean; leader: Box | null; kind: "beside" | "pulled" | "raised"};
type Choice = {mark: Placed; candidate: Candidate};
/** The places of a mark's label that break no rule among the marks, cheapest first. */
type Option = {mark: Placed; candidates: Candidate[]};

/** Where labels may stand. `taken`: words already on the lanes. */
export type LabelSpace = {
  taken: readonly Box[];
  marks: readonly Placed[];
  rows: readonly RowSpan[];
  p0: number;
  p1: number;
  over: number;
  height: number;
  lang: string;
};

const touch = (a: Box, b: Box, gap: number): boolean =>
  a[0] < b[2] + gap && a[2] > b[0] - gap && a[1] < b[3] + gap && a[3] > b[1] - gap;

/**
 * Finds a place for each label: candidates around a mark are weighed once against the marks, then dealt out in rounds of
 * random order (fixed seed) and the cheapest round wins. Hard rules: no overlap with marks, stems, labels or the frame, and
 * no mark between a label and its own head. A generator, so that the browser can take it in slices; yields between steps.
 */
export function* placeLabels(space: LabelSpace): Generator<void, Label[]> {
  const owners = space.marks.filter((m) => m.inside || m.long);
  const obstacles = space.marks.flatMap((m) => obstaclesOf(m));
  const options: Option[] = [];
  for (const mark of owners) {
    const [from, to] = [Math.min(mark.x, mark.tail?.x0 ?? mark.x) - FAR, Math.max(mark.x, mark.tail?.x1 ?? mark.x) + FAR];
    const near = obstacles.filter(({box}) => box[2] > from && box[0] < to);
    // What is next to the mark rules most places out: it is asked first.
    const away = ({ink}: Obstacle) => Math.abs(ink[0] + ink[2] - 2 * mark.x);
    const others = near.filter((o) => o.owner !== mark).sort((a, b) => away(a) - away(b));
    const around = {own: near.filter((o) => o.owner === mark), others};
    options.push({mark, candidates: weighed(mark, around, space)});
    yield;
  }
  let best: {cost: number; choices: Choice[]} = {cost: Infinity, choices: []};
  let seed = 5;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < ROUNDS; round++) {
    const dealt = deal(options, round ? random : () => 0);
    if (dealt.cost < best.cost) best = dealt;
    if (round % 8 === 7) yield;
  }
  return polished(options, best.choices).map(({mark, candidate}) => toLabel(mark, candidate));
}

function obstaclesOf(m: Placed): Obstacle[] {
  const out: Obstacle[] = [];
  const add = ([x0, y0, x1, y1]: Box, dx: number, dy: number) =>
    out.push({owner: m, ink: [x0, y0, x1, y1], box: [x0 - dx, y0 - dy, x1 + dx, y1 + dy]});
  const [first, last] = [m.heads[0]?.y ?? 0, m.heads.at(-1)?.y ?? 0];
  if (m.inside) for (const {y} of m.heads) add([m.x - 5.5, y - 5.5, m.x + 5.5, y + 5.5], 2.5, 2.5);
  if (m.inside && m.joint) add([m.x - 1.1, first, m.x + 1.1, last], 0.9, 0);
  if (m.tail) for (const {y} of m.heads) add([m.tail.x0, y - 4, m.tail.x1, y + 4], 0, 2);
  return out;
}

/** What a label says, broken to each width it may take. */
function texts(m: Placed, lang: string): Text[] {
  const {item} = m.dated;
  const date = dateOf(item, lang, "short");
  const status = scoreWords(lang).status[item.status];
  const suffix = status ? `, ${status}` : "";
  const head = textWidth(date, SIZE, 600) + textWidth(suffix, SIZE);
  const seen = new Set<string>();
  return shapes.flatMap(({max, lines, cost}) => {
    const wrapped = wrap(item.short || item.title, SIZE, max, lines);
    if (seen.has(wrapped.join("\n"))) return [];
    seen.add(wrapped.join("\n"));
    const width = Math.max(head, ...wrapped.map((line) => textWidth(line, SIZE))) + 2;
    return {
      date,
      suffix,
      lines: wrapped,
      width,
      height: LINE * (wrapped.length + 1),
      cost: cost + (wrapped.at(-1)?.endsWith("…") ? ELLIPSIS : 0),
    };
  });
}

/** Places around a mark that lie in the frame and are not too dear, in the order they are preferred. */
function candidates(m: Placed, text: Text, {p0, p1, over, height}: LabelSpace): Candidate[] {
  const out: Candidate[] = [];
  const {width: w, height: h} = text;
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  const add = (x: number, y: number, cost: number, leader: Box | null = null, kind: Candidate["kind"] = "beside"): void => {
    if (cost + text.cost >= TOO_DEAR || x < p0 - 4 || x + w > p1 + over || y < 22 || y + h > height - 2) return;
    out.push({text, box: [x, y, x + w, y + h], cost: cost + text.cost, right: x + w <= m.x + 6, leader, kind});
  };
  if (m.inside)
    for (let dy = -(y1 - y0) / 2 - 46; dy <= (y1 - y0) / 2 + 46; dy += 4)
      for (const off of [9, 22, 40, 62, 90]) {
        const y = (y0 + y1) / 2 + dy - h / 2;
        const pulled = off > 12;
        const cost = Math.abs(dy) * 0.25 + (off - 9) * 0.55 + (pulled ? 5 : 0);
        const kind = pulled ? "pulled" : "beside";
        // A leader meets the first line or the last.
        for (const ly of pulled ? [y + LINE * 0.62, y + h - LINE * 0.38] : [0]) {
          add(m.x + off, y, cost, pulled ? [m.x, ly, m.x + off - 3, ly] : null, kind);
          add(m.x - off - w, y, cost + 3, pulled ? [m.x - off + 3, ly, m.x, ly] : null, kind);
        }
      }
  for (const {y} of m.heads) {
    if (m.inside) {
      if (!m.joint && !m.long)
        for (const rise of [1.1, 2.2, 3.3, 4.4].map((n) => n * LINE))
          for (const dx of [-3, -w + 3, -w / 2]) {
            const top = y - 12 - h - rise;
            add(m.x + dx, top, 7 + rise * 0.22 + (dx === -3 ? 0 : 3), [m.x, top + h + 1, m.x, y - 9], "raised");
          }
      add(m.x - 6, y - 11 - h, 2);
      add(m.x - 6, y + 11, 4);
      add(m.x - w / 2, y - 11 - h, 4);
      add(m.x - w / 2, y + 11, 5);
      add(m.x + 6 - w, y - 11 - h, 4);
      add(m.x + 6 - w, y + 11, 6);
    }
    if (!m.tail) continue;
    const {x0, x1} = m.tail;
    if (!m.long) {
      add(x0 - GAP - w, y - h / 2, 6);
      add(x1 + GAP, y - h / 2, 5);
      continue;
    }
    for (const x of [x0, x0 + 14, (x0 + x1) / 2 - w / 2]) {
      const far = x > m.x + 30 && m.inside;
      add(x, y - 8 - h, 1 + (far ? 4 : 0));
      add(x, y + 8, far ? 3 : 0);
    }
    add(x1 + GAP, y - h / 2, 3);
  }
  return out;
}

/** Candidates that break no rule among the marks, cheapest first. */
function weighed(m: Placed, obstacles: Around, space: LabelSpace): Candidate[] {
  const out: Candidate[] = [];
  for (const text of texts(m, space.lang))
    for (const c of candidates(m, text, space)) {
      const cost = weigh(m, c, obstacles, space);
      if (cost < TOO_DEAR) out.push({...c, cost});
    }
  return out.sort((a, b) => a.cost - b.cost).slice(0, 240);
}

function weigh(m: Placed, c: Candidate, obstacles: Around, {rows, taken}: LabelSpace): number {
  const {box, leader} = c;
  const {own, others} = obstacles;
  for (const o of own) if (touch(box, o.box, 1)) return Infinity;
  let close = 0;
  for (const o of others)
    if (touch(box, o.box, 3)) return Infinity;
    else if (touch(box, o.ink, CLOSE)) close = 6;
  for (const t of taken) if (touch(box, t, 3)) return Infinity;
  let cost = c.cost + close;
  for (const {y} of rows) if (box[1] < y + 3 && box[3] > y - 3) cost += 16;
  if (!leader) return cost + ownerCost(box, own, others);
  if (c.kind === "pulled" && !meetsOwn(m, leader[1])) return Infinity;
  const [x0, y0, x1, y1] = leader;
  const edge = m.joint ? 2 : 6;
  const line: Box =
    c.kind === "raised"
      ? [m.x - 1, y0 - 2, m.x + 1, y1]
      : x1 > m.x
        ? [m.x + edge, y0 - 1, x1, y0 + 1]
        : [x0, y0 - 1, m.x - edge, y0 + 1];
  for (const o of others) if (touch(line, o.box, 0)) return Infinity;
  return cost;
}

/** A level leader must begin on the stem or at the head. */
function meetsOwn(m: Placed, y: number): boolean {
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  return (y >= y0 - 3 && y <= y1 + 3) || (!m.joint && Math.abs(y - y0) <= 3);
}

/** A label without a leader must stand by its head, stem or tail, and nothing may stand between. */
function ownerCost(box: Box, own: readonly Obstacle[], others: readonly Obstacle[]): number {
  let way: Box | null = null;
  let distance = Infinity;
  for (const o of own) {
    const gap = between(box, o.ink);
    const d = Math.hypot(gap[2] - gap[0], gap[3] - gap[1]);
    if (d < distance) [way, distance] = [gap, d];
  }
  if (!way || distance > REACH) return Infinity;
  for (const o of others) if (touch(way, o.box, 0)) return Infinity;
  return Math.max(0, distance - 8) * 0.6;
}

/** What lies between two boxes: a thread across the gap where they share a side, else from corner to corner. */
function between(a: Box, b: Box): Box {
  const [x0, x1] = gap(a[0], a[2], b[0], b[2]);
  const [y0, y1] = gap(a[1], a[3], b[1], b[3]);
  return [x0, y0, x1, y1];
}
function gap(a0: number, a1: number, b0: number, b1: number): [number, number] {
  const from = Math.max(a0, b0);
  const to = Math.min(a1, b1);
  return from <= to ? [(from + to) / 2 - 0.5, (from + to) / 2 + 0.5] : [to, from];
}

/** Joint events choose first, plans after, spans last. */
const rank = (m: Placed): number => (m.joint ? 0 : 4) + (m.status === "planned" ? 2 : 0) + (m.long ? 1 : 0);

function deal(options: readonly Option[], random: () => number): {cost: number; choices: Choice[]} {
  const order = options.map((o) => ({...o, turn: rank(o.mark) + random() * 9})).sort((a, b) => a.turn - b.turn);
  const choices: Choice[] = [];
  let sum = 0;
  for (const {mark, candidates} of order) {
    let chosen: Candidate | null = null;
    let least = Infinity;
    for (const c of candidates) {
      if (c.cost >= least) break;
      const cost = c.cost + random() * 9;
      if (cost >= least || !fits(c, choices)) continue;
      least = cost;
      chosen = c;
    }
    if (chosen) choices.push({mark, candidate: chosen});
    sum += chosen ? chosen.cost : 80 - rank(mark) * 4;
  }
  return {cost: sum, choices};
}

/**
 * Chance has done its part: each label goes to the cheapest place that is free, and one without a place may take another's
 * whose label has somewhere else to go. Until nothing changes.
 */
function polished(options: readonly Option[], dealt: readonly Choice[]): Choice[] {
  const places = new Map(dealt.map(({mark, candidate}) => [mark, candidate]));
  const but = (...marks: Placed[]): Choice[] =>
    [...places].flatMap(([mark, candidate]) => (marks.includes(mark) ? [] : [{mark, candidate}]));
  const makeRoom = ({mark, candidates}: Option): boolean => {
    const others = but(mark);
    for (const c of candidates) {
      const inTheWay = others.filter((o) => !fits(c, [o]));
      const [first] = inTheWay;
      if (!first || inTheWay.length > 1) continue;
      const rest = [...but(mark, first.mark), {mark, candidate: c}];
      const elsewhere = options.find((o) => o.mark === first.mark)?.candidates.find((o) => fits(o, rest));
      if (!elsewhere) continue;
      places.set(mark, c).set(first.mark, elsewhere);
      return true;
    }
    return false;
  };
  let changed = true;
  for (let turn = 0; changed && turn < TURNS; turn++) {
    changed = false;
    for (const option of options) {
      const {mark, candidates} = option;
      const now = places.get(mark);
      const others = but(mark);
      const better = candidates.find((c) => c === now || fits(c, others));
      if (better && better !== now) {
        places.set(mark, better);
        changed = true;
      } else if (!better && makeRoom(option)) changed = true;
    }
  }
  return but();
}

function fits(c: Candidate, choices: readonly Choice[]): boolean {
  for (const {candidate: other} of choices) {
    if (touch(c.box, other.box, GAP)) return false;
    if (other.leader && touch(c.box, other.leader, 3)) return false;
    if (c.leader && touch(c.leader, other.box, 3)) return false;
    if (c.leader && other.leader && touch(c.leader, other.leader, 1)) return false;
  }
  return true;
}

function toLabel(mark: Placed, {text, box, right, leader}: Candidate): Label {
  return {
    id: mark.id,
    x: round(box[0]),
    y: round(box[1]),
    width: round(text.width),
    height: text.height,
    date: text.date,
    suffix: text.suffix,
    lines: text.lines,
    right,
    leader: leader && {x0: round(leader[0]), y0: round(leader[1]), x1: round(leader[2]), y1: round(leader[3])},
  };
}

type Note = NonNullable<Scene["note"]>;

/** Room of the teaching note. */
export const noteBox = ({x, y, text}: Note): Box => [x - 1, y - 12.5, x + textWidth(text, SIZE) + 7, y + 3.5];

/** A place for the one teaching note, right of a joint stem; null where there is none. */
export function notePlace(text: string, space: LabelSpace, labels: readonly Label[]): Note | null {
  const obstacles = space.marks.flatMap((m) => obstaclesOf(m));
  const taken = [...space.taken, ...labels.map((l): Box => [l.x, l.y, l.x + l.width, l.y + l.height])];
  for (const m of space.marks) {
    if (!m.joint || !m.inside || m.status !== "happened" || m.uncertain) continue;
    const y0 = m.heads[0]?.y ?? 0;
    for (let y = (m.heads.at(-1)?.y ?? 0) - 24; y > y0 + 10; y -= 3) {
      const note = {x: round(m.x + 8), y: round(y + 4.5), text};
      const box = noteBox(note);
      if (box[2] > space.p1) break;
      if (obstacles.some((o) => touch(box, o.box, o.owner === m ? 0 : 2))) continue;
      if (taken.some((t) => touch(box, t, 4)) || space.rows.some((r) => box[1] < r.y + 2 && box[3] > r.y - 2)) continue;
      return note;
    }
  }
  return null;
}
