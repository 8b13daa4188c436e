import {glyph, round} from "./glyph.ts";
import type {Lane} from "./item.ts";
import {LABEL} from "./labels.ts";
import type {Bins, Label, Mark, Row, Scene, Shelf, Tick} from "./scene.ts";

/** An SVG element as data: markup at build, nodes in the browser. Keyed ones keep their node from one drawing to the next. */
export type El = {tag: string; key?: string; attrs: Record<string, string | number>; children: (El | string)[]};

type Attrs = Record<string, string | number | null | undefined | false>;

export function el(tag: string, attrs: Attrs = {}, children: (El | string)[] = [], key?: string): El {
  const kept: El["attrs"] = {};
  for (const name in attrs) {
    const value = attrs[name];
    if (value !== null && value !== undefined && value !== false) kept[name] = value;
  }
  return key === undefined ? {tag, attrs: kept, children} : {tag, attrs: kept, children, key};
}

const rect = (cls: string, x: number, y: number, width: number, height: number, more: Attrs = {}): El =>
  el("rect", {
    class: cls,
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
    ...more,
  });
const line = (cls: string, x1: number, y1: number, x2: number, y2: number): El =>
  el("line", {class: cls, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2)});
const text = (cls: string, x: number, y: number, words: string, more: Attrs = {}): El =>
  el("text", {class: cls, x: round(x), y: round(y), ...more}, [words]);
const head = (lane: Lane, x: number, y: number, scale: number): El =>
  el("path", {class: `head lane-${lane.ink}`, d: glyph(lane.shape, x, y, scale)});

/** The whole picture. `id` makes the clip's name unique on a page; `label` names the picture for those who do not see it. */
export function draw(scene: Scene, {id, label}: {id: string; label: string}): El {
  const {width, height} = scene;
  return el(
    "svg",
    {
      class: `${scene.form} d-${scene.density}`,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": label,
      "data-density": scene.density,
    },
    parts(scene, id),
  );
}

/** What stands inside the picture's root. */
export function parts(scene: Scene, id: string): El[] {
  const {p0, p1, height} = scene;
  return [
    el("clipPath", {id: `${id}-clip`}, [el("rect", {x: p0 - 12, y: 0, width: p1 - p0 + 24, height: height + 20})], "clip"),
    axis(scene),
    rowsOf(scene),
    ...(scene.bins ? [binsOf(scene.bins, scene), stretches(scene.bins.buttons, scene)] : []),
    el(
      "g",
      {class: "marks", "clip-path": `url(#${id}-clip)`},
      // Single heads come last: the halo of a stem that crosses their lane may cut tails and lines, never a head.
      [...scene.marks.filter((m) => m.joint), ...scene.marks.filter((m) => !m.joint)].map((m) => markOf(m, scene)),
      "marks",
    ),
    el("g", {class: "labels", "aria-hidden": "true"}, [...scene.labels.map(labelOf), ...noteOf(scene)], "labels"),
    ...(scene.shelf ? [shelfOf(scene.shelf, scene)] : []),
  ];
}

/** The lanes: their lines, signs, names and counts. */
export const rowsOf = (scene: Scene): El =>
  el(
    "g",
    {class: "rows"},
    scene.rows.flatMap((row) => rowOf(row, scene)),
    "rows",
  );

/** Whether a tick has a line: what holds at the plot's left edge is only said. */
export const lined = ({at, x}: Tick): boolean => at !== x - 8;

function axis({ticks, top, height}: Scene): El {
  const lines = ticks.filter(lined).map((t) => line(`tl ${t.rank}`, t.x, top, t.x, height));
  const texts = ticks
    .filter((t) => t.text)
    .map((t) =>
      text(t.strong ? "tx strong" : "tx", t.at, top - 8, t.text, {"text-anchor": t.anchor === "start" ? null : t.anchor}),
    );
  return el("g", {class: "axis", "aria-hidden": "true"}, [...lines, ...texts], "axis");
}

function rowOf(row: Row, {p0, p1, form, density}: Scene): El[] {
  const {lane, nameY} = row;
  if (row.bottom <= row.top) return [];
  const bare = form === "strip" && density === "bins";
  const out = bare ? [] : [line("lane", p0 - (form === "score" ? 14 : 6), row.y, p1 + (form === "score" ? 10 : 4), row.y)];
  if (form === "strip") {
    if (row.lines.length) out.push(head(lane, 8, row.nameY, 0.72), text("sn", 20, nameY + 4, row.lines[0] ?? ""));
    return out;
  }
  const first = nameY - (row.name.length - 1) * 10;
  const below = nameY + (row.name.length - 1) * 9 + 17;
  const inner = [
    rect("hit", -6, nameY - 24, p0 - 14, 48),
    head(lane, 8, first - 4, 1.12),
    ...row.name.map((words, i) => text("ln", 24, first + 1 + i * 19, words)),
    ...row.lines.map((words, i) => text("lc", 24, below + i * 15, words)),
  ];
  out.push(
    el(
      "g",
      {class: row.pressed ? "lh pressed" : "lh", "data-lane": lane.id, "aria-label": `${lane.name}, ${row.lines.join(", ")}`},
      inner,
      `lane-${lane.id}`,
    ),
  );
  if (row.empty) out.push(text("en", p1 + 8, row.y - 7, row.empty, {"text-anchor": "end"}));
  return out;
}

/** Classes that say what is drawn about a mark; the style sheet turns them into fill and outline. */
export const markClass = (m: Pick<Mark, "status" | "uncertain" | "joint">): string =>
  ["ev", m.status === "happened" ? "" : m.status, m.uncertain ? "uncertain" : "", m.joint ? "joint" : ""]
    .filter(Boolean)
    .join(" ");

function markOf(m: Mark, scene: Scene): El {
  const body: El[] = [hitArea(m, scene)];
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  if (m.inside && m.joint) body.push(line("halo", m.x, y0, m.x, y1), line("stem", m.x, y0, m.x, y1));
  for (const h of m.heads) {
    const lane = scene.rows[h.row]?.lane;
    if (!lane) continue;
    if (m.tail) body.push(...tailOf(m.tail, h.y, lane.ink, scene.head));
    if (!m.inside) continue;
    body.push(head(lane, m.x, h.y, scene.head));
    if (m.status === "cancelled")
      body.push(
        line(`strike lane-${lane.ink}`, m.x - 8 * scene.head, h.y + 8 * scene.head, m.x + 8 * scene.head, h.y - 8 * scene.head),
      );
  }
  if (scene.form === "strip") return el("g", {class: markClass(m), "data-id": m.id}, body.slice(1), `m-${m.id}`);
  return el("a", {class: markClass(m), href: m.href, "data-id": m.id, "aria-label": m.name}, body, `m-${m.id}`);
}

function hitArea(m: Mark, {p0, p1}: Scene): El {
  const y0 = (m.heads[0]?.y ?? 0) - 9;
  const height = (m.heads.at(-1)?.y ?? 0) - y0 + 9;
  if (m.inside || !m.tail) return rect("hit", m.x - 9, y0, 18, height);
  const x0 = Math.max(p0 - 8, m.tail.x0);
  return rect("hit", x0, y0, Math.min(p1 + 8, m.tail.x1) - x0, height);
}

function tailOf({kind, x0, x1, start, end}: NonNullable<Mark["tail"]>, y: number, ink: number, k: number): El[] {
  const thick = 6 * k;
  const bar = (cls: string, height: number, more: Attrs = {}) =>
    rect(`tail ${cls} lane-${ink}`, x0, y - height / 2, x1 - x0, height, more);
  const tick = (x: number, cls = "tick") => line(`${cls} lane-${ink}`, x, y - thick / 2 - 1.5, x, y + thick / 2 + 1.5);
  switch (kind) {
    case "within":
      return [bar("within", thick + 2), tick(x0), tick(x1)];
    case "about":
      return [bar("about", thick + 2, {fill: `url(#about-${ink})`})];
    case "until":
      return [bar("until", thick + 2, {fill: `url(#until-${ink})`}), tick(x1)];
    case "since":
      return [bar("since", thick, {fill: `url(#since-${ink})`})];
    case "lasts": {
      if (end === "open") return [bar("since", thick, {fill: `url(#since-${ink})`})];
      const fades = start === "faded" || end === "faded";
      const which = start === "faded" && end === "faded" ? "both" : start === "faded" ? "in" : "out";
      const body = fades ? bar("lasts faded", thick, {fill: `url(#${which}-${ink})`}) : bar("lasts", thick);
      return end === "doubtful" ? [body, tick(x1, "tick doubt")] : [body];
    }
  }
}

function labelOf(l: Label): El {
  const x = l.right ? l.x + l.width : l.x;
  const lead = l.leader;
  const words = [
    el("tspan", {class: "ld"}, [l.date]),
    ...(l.suffix ? [el("tspan", {class: "ls"}, [l.suffix])] : []),
    ...l.lines.map((row) => el("tspan", {x: round(x), dy: LABEL.line}, [row])),
  ];
  return el(
    "g",
    {class: "lg", "data-id": l.id},
    [
      ...(lead ? [line("lead", lead.x0, lead.y0, lead.x1, lead.y1)] : []),
      el("text", {class: "lab", x: round(x), y: round(l.y + LABEL.line * 0.8), "text-anchor": l.right ? "end" : null}, words),
    ],
    `l-${l.id}`,
  );
}

const noteOf = ({note}: Scene): El[] => (note ? [text("teach", note.x, note.y, note.text)] : []);

/** Columns of one lane and cells of one shade are one path each: the number of elements does not grow with the events. */
export function binsOf(bins: Bins, scene: Scene): El {
  const box = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`;
  if (scene.form === "strip") return el("g", {class: "bins"}, heat(bins, scene), "bins");
  const paths = scene.rows.map(() => ({alone: "", joint: ""}));
  for (const c of bins.columns) {
    const path = paths[c.row];
    const y = scene.rows[c.row]?.y ?? 0;
    if (!path) continue;
    if (c.height > c.joint) path.alone += box(c.x, round(y - c.height), c.width, round(c.height - c.joint));
    if (c.joint > 0) path.joint += box(c.x, round(y - c.joint), c.width, c.joint);
  }
  const columns = scene.rows.flatMap(({lane}, i) => [
    ...(paths[i]?.alone ? [el("path", {class: `col lane-${lane.ink}`, d: paths[i].alone})] : []),
    ...(paths[i]?.joint ? [el("path", {class: `col full lane-${lane.ink}`, d: paths[i].joint})] : []),
  ]);
  const sets = bins.sets.map((set) => setOf(set, bins, scene));
  const title =
    bins.setsTitleY === null
      ? []
      : [text("sets", 0, bins.setsTitleY, bins.title.together), text("lc", scene.p0, bins.setsTitleY, bins.title.help)];
  const coarse = bins.coarse ? [text("lc", scene.p1, coarseY(bins, scene), bins.coarse, {"text-anchor": "end"})] : [];
  const missing = (bins.missing ?? []).map(({x, width}) => rect("missing", x, scene.top, width, scene.height - scene.top));
  return el("g", {class: "bins", "aria-hidden": "true"}, [...missing, ...columns, ...title, ...sets, ...coarse], "bins");
}

/** Base line of what is said where columns are coarser than the axis. */
export const coarseY = (bins: Bins, scene: Scene): number => bins.setsTitleY ?? scene.height - 2;

/** Where the counts of exact sets end, and the sign of a lane stands before them, px. */
export function setPlaces({p0, rows}: Scene): {count: number; sign: (row: number) => number} {
  const first = p0 - 14;
  const step = Math.min(17, (first - 46) / Math.max(1, rows.length - 1));
  return {count: first - 8, sign: (row) => 8 + row * step};
}

/** Stretches of columns: their counts, and a place to click. */
function stretches(buttons: Bins["buttons"], scene: Scene): El {
  const one = (b: Bins["buttons"][number]) =>
    el(
      "g",
      {class: "bin", "data-from": b.from, "data-to": b.to, "aria-label": b.name},
      [
        rect("hit", b.x, scene.top + 4, b.width, scene.height - scene.top - 4),
        ...b.counts.map((c) => text("cn", b.x + 2, (scene.rows[c.row]?.y ?? 0) + 13, c.text)),
      ],
      `b-${b.from}`,
    );
  return el("g", {class: "stretches"}, buttons.map(one), "stretches");
}

/** Rows too low for columns: the fuller, the stronger the lane's ink. */
function heat(bins: Bins, scene: Scene): El[] {
  const tallest = Math.max(1, ...bins.columns.map((c) => c.height));
  return scene.rows.flatMap((row, i) => {
    const shades = new Map<number, string>();
    for (const c of bins.columns) {
      if (c.row !== i) continue;
      const shade = Math.ceil((0.1 + (0.9 * c.height) / tallest) * 8) / 8;
      shades.set(
        shade,
        `${shades.get(shade) ?? ""}M${c.x} ${round(row.top + 2)}h${c.width}v${round(row.bottom - row.top - 4)}h${-c.width}z`,
      );
    }
    return [...shades]
      .sort(([a], [b]) => a - b)
      .map(([shade, d]) => el("path", {class: `heat lane-${row.lane.ink}`, d, "fill-opacity": Math.min(1, shade)}));
  });
}

function setOf(set: Bins["sets"][number], bins: Bins, scene: Scene): El {
  const y = set.y + bins.setHeight / 2;
  const {count, sign: x} = setPlaces(scene);
  const names: El[] = set.rows.length
    ? [
        line("stem", x(set.rows[0] ?? 0), y, x(set.rows.at(-1) ?? 0), y),
        ...set.rows.flatMap((row) => {
          const lane = scene.rows[row]?.lane;
          return lane ? [el("path", {class: "gap", d: glyph(lane.shape, x(row), y, 1)}), head(lane, x(row), y, 0.72)] : [];
        }),
      ]
    : [text("lc", 2, y + 4, bins.title.others)];
  const shades = new Map<number, string>();
  for (const c of set.cells)
    shades.set(c.shade, `${shades.get(c.shade) ?? ""}M${c.x} ${round(set.y + 1)}h${c.width}v${bins.setHeight - 2}h${-c.width}z`);
  return el("g", {class: "set"}, [
    line("sl", 0, set.y + bins.setHeight + 1.5, scene.p1 + 10, set.y + bins.setHeight + 1.5),
    ...names,
    text("ct", count, y + 4, set.count, {"text-anchor": "end"}),
    ...[...shades].sort(([a], [b]) => a - b).map(([shade, d]) => el("path", {class: "cell", d, "fill-opacity": shade})),
  ]);
}

/** A drawing as an image: nothing in it leads anywhere or has a name of its own. Events that `dimmed` picks stand back. */
export function asImage(part: El, dimmed: (event: string) => boolean = () => false): El {
  const {href: _, "aria-label": __, "data-id": event, "data-lane": ___, ...attrs} = part.attrs;
  if (event !== undefined && dimmed(String(event))) attrs.class = `${String(attrs.class)} dim`;
  const children = part.children.map((child) => (typeof child === "string" ? child : asImage(child, dimmed)));
  return {...part, tag: part.tag === "a" ? "g" : part.tag, attrs, children};
}

/** The undated, at the right of the score. */
export function shelfOf(shelf: Shelf, scene: Pick<Scene, "rows" | "top" | "height">): El {
  const {x, width} = shelf;
  const {top, height} = scene;
  const entries = shelf.entries.map((e) =>
    el(
      "a",
      {class: markClass({status: e.status, uncertain: false, joint: false}), href: e.href, "data-id": e.id, "aria-label": e.name},
      [
        rect("hit", x - 4, e.y - 9, width - 2, 18),
        ...e.rows.flatMap((row, i) => {
          const lane = scene.rows[row]?.lane;
          return lane ? [head(lane, x + 6 + i * 12, e.y, 0.82)] : [];
        }),
        text("slab", x + 6 + e.rows.length * 12, e.y + 4.3, e.text),
      ],
      `u-${e.id}`,
    ),
  );
  const heaps = shelf.heaps.flatMap((h) => {
    const lane = scene.rows[h.row]?.lane;
    if (!lane) return [];
    const marks = h.marks.map((m) =>
      el(
        "a",
        {
          class: markClass({status: m.status, uncertain: false, joint: false}),
          href: m.href,
          "data-id": m.id,
          "aria-label": m.name,
        },
        [rect("hit", m.x - 4.2, m.y - 4.5, 8.4, 9), head(lane, m.x, m.y, 0.48)],
        `u-${m.id}`,
      ),
    );
    const words = text("slab", h.x, h.y + 4, h.text);
    return [
      ...marks,
      h.rest ? el("a", {href: "#undated", "aria-label": `${shelf.title}: ${lane.name}, ${h.text}`}, [words]) : words,
    ];
  });
  return el(
    "g",
    {class: "shelf"},
    [
      rect("shelf-bg", x - 12, top, width + 12, height - top),
      line("tear", x - 12, top, x - 12, height),
      text("tx strong", x, top - 8, shelf.title),
      ...heaps,
      ...entries,
    ],
    "shelf",
  );
}

/** Gradients of tails that fade, one set per ink; once on a page. */
export function gradients(inks: readonly (number | "x")[], wanted: (id: string) => boolean = () => true): El {
  const kinds: [string, [number, number][]][] = [
    [
      "about",
      [
        [0, 0],
        [0.35, 0.5],
        [0.65, 0.5],
        [1, 0],
      ],
    ],
    [
      "until",
      [
        [0, 0],
        [0.55, 0.34],
        [1, 0.34],
      ],
    ],
    [
      "since",
      [
        [0, 1],
        [0.6, 0.8],
        [1, 0],
      ],
    ],
    [
      "in",
      [
        [0, 0],
        [0.4, 1],
        [1, 1],
      ],
    ],
    [
      "out",
      [
        [0, 1],
        [0.6, 1],
        [1, 0],
      ],
    ],
    [
      "both",
      [
        [0, 0],
        [0.3, 1],
        [0.7, 1],
        [1, 0],
      ],
    ],
  ];
  const stops = (ink: number | "x", list: [number, number][]) =>
    list.map(([offset, opacity]) => el("stop", {offset, class: `stop-${ink}`, "stop-opacity": opacity}));
  return el(
    "defs",
    {},
    inks.flatMap((ink) =>
      kinds
        .map(([name, list]) => ({id: `${name}-${ink}`, list}))
        .filter(({id}) => wanted(id))
        .map(({id, list}) => el("linearGradient", {id}, stops(ink, list))),
    ),
  );
}
