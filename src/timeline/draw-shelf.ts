import {markClass} from "./draw-mark.ts";
import {el, type El, head, line, rect, text} from "./el.ts";
import type {Scene, Shelf} from "./scene.ts";

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
