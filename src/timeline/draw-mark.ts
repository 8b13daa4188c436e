import {type Attrs, el, type El, head, line, rect} from "./el.ts";
import type {Mark, Scene} from "./scene.ts";

/** Classes that say what is drawn about a mark; the style sheet turns them into fill and outline. */
export const markClass = (m: Pick<Mark, "status" | "uncertain" | "joint">): string =>
  ["ev", m.status === "happened" ? "" : m.status, m.uncertain ? "uncertain" : "", m.joint ? "joint" : ""]
    .filter(Boolean)
    .join(" ");

/** A mark: its target for the pointer, the stem, and on each lane the tail and the head. */
export function markOf(m: Mark, scene: Scene): El {
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
