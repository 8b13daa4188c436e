import {scoreWords} from "../i18n/score-words.ts";
import {type Placed, type RowSpan} from "./arrange.ts";
import {round} from "./glyph.ts";
import {dateOf} from "./names.ts";
import {type Label} from "./scene.ts";
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
const ROUNDS = 160;

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];
/** Ink on the picture and the mark it belongs to. */
type Obstacle = {box: Box; owner: Placed};
type Text = {date: string; suffix: string; lines: string[]; width: number; height: number; cost: number};
type Candidate = {text: Text; box: Box; cost: number; right: boolean; leader: Box | null; kind: "beside" | "pulled" | "raised"};
type Choice = {mark: Placed; candidate: Candidate};

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
  const options: {mark: Placed; candidates: Candidate[]}[] = [];
  for (const mark of owners) {
    options.push({mark, candidates: weighed(mark, obstacles, space)});
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
  return best.choices.map(({mark, candidate}) => toLabel(mark, candidate));
}

/** The whole search at once. */
export function allLabels(space: LabelSpace): Label[] {
  const search = placeLabels(space);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

function obstaclesOf(m: Placed): Obstacle[] {
  const boxes: Box[] = [];
  if (m.inside) for (const h of m.heads) boxes.push([m.x - 8, h.y - 8, m.x + 8, h.y + 8]);
  if (m.inside && m.joint) boxes.push([m.x - 2, m.heads[0]?.y ?? 0, m.x + 2, m.heads.at(-1)?.y ?? 0]);
  if (m.tail) for (const h of m.heads) boxes.push([m.tail.x0, h.y - 6, m.tail.x1, h.y + 6]);
  return boxes.map((box) => ({box, owner: m}));
}

/** What a label says, broken to each width it may take. */
function texts(m: Placed, lang: string): Text[] {
  const {item} = m.dated;
  const date = dateOf(item, lang, "short");
  const status = scoreWords(lang).status[item.status];
  const suffix = status ? `, ${status}` : "";
  const head = textWidth(date, SIZE, 600) + textWidth(suffix, SIZE);
  return shapes.map(({max, lines, cost}) => {
    const wrapped = wrap(item.short || item.title, SIZE, max, lines);
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

function* candidates(m: Placed, text: Text): Generator<Candidate> {
  const {width: w, height: h} = text;
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  const make = (
    x: number,
    y: number,
    cost: number,
    leader: Box | null = null,
    kind: Candidate["kind"] = "beside",
  ): Candidate => ({
    text,
    box: [x, y, x + w, y + h],
    cost: cost + text.cost,
    right: x + w <= m.x + 6,
    leader,
    kind,
  });
  if (m.inside)
    for (let dy = -(y1 - y0) / 2 - 46; dy <= (y1 - y0) / 2 + 46; dy += 4)
      for (const off of [9, 22, 40, 62, 90]) {
        const y = (y0 + y1) / 2 + dy - h / 2;
        const pulled = off > 12;
        const cost = Math.abs(dy) * 0.25 + (off - 9) * 0.55 + (pulled ? 5 : 0);
        const ly = y + LINE * 0.62;
        const kind = pulled ? "pulled" : "beside";
        yield make(m.x + off, y, cost, pulled ? [m.x, ly, m.x + off - 3, ly] : null, kind);
        yield make(m.x - off - w, y, cost + 3, pulled ? [m.x - off + 3, ly, m.x, ly] : null, kind);
      }
  for (const {y} of m.heads) {
    if (m.inside) {
      if (!m.joint && !m.long)
        for (const rise of [1.1, 2.2, 3.3, 4.4].map((n) => n * LINE))
          for (const dx of [-3, -w + 3, -w / 2]) {
            const top = y - 12 - h - rise;
            yield make(m.x + dx, top, 7 + rise * 0.22 + (dx === -3 ? 0 : 3), [m.x, top + h + 1, m.x, y - 9], "raised");
          }
      yield make(m.x - 6, y - 11 - h, 2);
      yield make(m.x - 6, y + 10, 4);
      yield make(m.x - w / 2, y - 11 - h, 4);
      yield make(m.x - w / 2, y + 10, 5);
      yield make(m.x + 6 - w, y - 11 - h, 4);
    }
    if (!m.tail) continue;
    const {x0, x1} = m.tail;
    if (!m.long) {
      yield make(x0 - GAP - w, y - h / 2, 6);
      yield make(x1 + GAP, y - h / 2, 5);
      continue;
    }
    for (const x of [x0, x0 + 14, (x0 + x1) / 2 - w / 2]) {
      const far = x > m.x + 30 && m.inside;
      yield make(x, y - 8 - h, 1 + (far ? 4 : 0));
      yield make(x, y + 8, far ? 3 : 0);
    }
    yield make(x1 + GAP, y - h / 2, 3);
  }
}

/** Candidates that break no rule among the marks, cheapest first. */
function weighed(m: Placed, obstacles: readonly Obstacle[], space: LabelSpace): Candidate[] {
  const out: Candidate[] = [];
  for (const text of texts(m, space.lang))
    for (const c of candidates(m, text)) {
      if (c.cost >= TOO_DEAR) continue;
      const cost = weigh(m, c, obstacles, space);
      if (cost < TOO_DEAR) out.push({...c, cost});
    }
  return out.sort((a, b) => a.cost - b.cost).slice(0, 240);
}

function weigh(m: Placed, c: Candidate, obstacles: readonly Obstacle[], {p0, p1, over, height, rows, taken}: LabelSpace): number {
  const {box} = c;
  if (box[0] < p0 - 4 || box[2] > p1 + over || box[1] < 22 || box[3] > height - 2) return Infinity;
  for (const o of obstacles) if (touch(box, o.box, o.owner === m ? 1 : 3)) return Infinity;
  for (const t of taken) if (touch(box, t, 3)) return Infinity;
  let cost = c.cost;
  for (const {y} of rows) if (box[1] < y + 3 && box[3] > y - 3) cost += 7;
  if (c.kind === "raised" && c.leader) {
    const line: Box = [m.x - 1, c.leader[1] - 2, m.x + 1, c.leader[3]];
    return obstacles.some((o) => o.owner !== m && touch(line, o.box, 0)) ? Infinity : cost;
  }
  if (c.kind === "pulled" && c.leader) return cost + pulledCost(m, c.leader, obstacles);
  return cost + ownerCost(m, box, obstacles);
}

/** A level leader must begin on the stem or at the head. */
function pulledCost(m: Placed, [x0, y, x1]: Box, obstacles: readonly Obstacle[]): number {
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  if ((y < y0 - 3 || y > y1 + 3) && (m.joint || Math.abs(y - y0) > 3)) return Infinity;
  const line: Box = x1 > m.x ? [m.x + 9, y - 1, x1, y + 1] : [x0, y - 1, m.x - 9, y + 1];
  return obstacles.some((o) => o.owner !== m && touch(line, o.box, 0)) ? Infinity : 0;
}

/** A label without a leader must stand by its head, stem or tail, and nothing may stand between. */
function ownerCost(m: Placed, box: Box, obstacles: readonly Obstacle[]): number {
  const near = (v: number, a: number, b: number) => Math.max(a, Math.min(b, v));
  const ax = near(m.inside ? m.x : near((box[0] + box[2]) / 2, m.tail?.x0 ?? m.x, m.tail?.x1 ?? m.x), box[0], box[2]);
  const hx = m.inside ? m.x : near(ax, m.tail?.x0 ?? m.x, m.tail?.x1 ?? m.x);
  let distance = Infinity;
  let hy = 0;
  for (const {y} of m.heads) {
    const d = Math.hypot(ax - hx, near(y, box[1], box[3]) - y);
    if (d < distance) [distance, hy] = [d, y];
  }
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  if (m.inside && m.joint && box[1] < y1 && box[3] > y0) {
    hy = near((box[1] + box[3]) / 2, y0, y1);
    distance = Math.abs(ax - m.x);
  }
  if (m.tail) distance = Math.min(distance, 12);
  if (distance > 30) return Infinity;
  const ay = near(hy, box[1], box[3]);
  const line: Box = [Math.min(ax, hx) - 0.5, Math.min(ay, hy) - 0.5, Math.max(ax, hx) + 0.5, Math.max(ay, hy) + 0.5];
  const between = !m.tail && obstacles.some((o) => o.owner !== m && touch(line, o.box, 0));
  return between
    ? Infinity
    : Math.max(0, distance - 12) * 0.6 + (obstacles.some((o) => o.owner !== m && touch(line, o.box, 0)) ? 30 : 0);
}

/** Joint events choose first, plans after, spans last. */
const rank = (m: Placed): number => (m.joint ? 0 : 4) + (m.status === "planned" ? 2 : 0) + (m.long ? 1 : 0);

function deal(
  options: readonly {mark: Placed; candidates: Candidate[]}[],
  random: () => number,
): {cost: number; choices: Choice[]} {
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

/** A place for the one teaching note, right of a joint stem; null where there is none. */
export function notePlace(
  text: string,
  space: LabelSpace,
  labels: readonly Label[],
): {x: number; y: number; text: string} | null {
  const width = textWidth(text, SIZE) + 6;
  const obstacles = space.marks.flatMap((m) => obstaclesOf(m));
  const taken = [...space.taken, ...labels.map((l): Box => [l.x, l.y, l.x + l.width, l.y + l.height])];
  for (const m of space.marks) {
    if (!m.joint || !m.inside || m.status !== "happened" || m.uncertain) continue;
    const y0 = m.heads[0]?.y ?? 0;
    for (let y = (m.heads.at(-1)?.y ?? 0) - 24; y > y0 + 10; y -= 3) {
      const box: Box = [m.x + 7, y - 8, m.x + 9 + width, y + 8];
      if (box[2] > space.p1) break;
      if (obstacles.some((o) => touch(box, o.box, o.owner === m ? 0 : 2))) continue;
      if (taken.some((t) => touch(box, t, 4)) || space.rows.some((r) => box[1] < r.y + 2 && box[3] > r.y - 2)) continue;
      return {x: round(m.x + 8), y: round(y + 4.5), text};
    }
  }
  return null;
}
