import {el, type El} from "./el.ts";

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
