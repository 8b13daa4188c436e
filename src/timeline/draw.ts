import {binsOf, stretches} from "./draw-bins.ts";
import {markOf} from "./draw-mark.ts";
import {shelfOf} from "./draw-shelf.ts";
import {el, type El, head, line, rect, text} from "./el.ts";
import {round} from "./glyph.ts";
import {LABEL} from "./labels.ts";
import type {Label, Row, Scene, Tick} from "./scene.ts";

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

/** A drawing as an image: nothing in it leads anywhere or has a name of its own. Events that `dimmed` picks stand back. */
export function asImage(part: El, dimmed: (event: string) => boolean = () => false): El {
  const {href: _, "aria-label": __, "data-id": event, "data-lane": ___, ...attrs} = part.attrs;
  if (event !== undefined && dimmed(String(event))) attrs.class = `${String(attrs.class)} dim`;
  const children = part.children.map((child) => (typeof child === "string" ? child : asImage(child, dimmed)));
  return {...part, tag: part.tag === "a" ? "g" : part.tag, attrs, children};
}
