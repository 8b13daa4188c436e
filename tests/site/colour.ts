import {rgb, type Three} from "../../src/site/colour.ts";

/** How an eye sees: with all cones, or without the long, middle or short ones. */
export type Sight = "all" | "protan" | "deutan" | "tritan";
export const sights: Sight[] = ["all", "protan", "deutan", "tritan"];

// Machado, Oliveira, Fernandes 2009, severity 1, over linear sRGB.
const seen: Record<Sight, readonly [Three, Three, Three]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Three, b: Three) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function oklab(hex: string, sight: Sight): Three {
  const bare = rgb(hex);
  const clip = (row: Three) => Math.min(1, Math.max(0, dot(row, bare)));
  const [red, green, blue] = seen[sight];
  const light: Three = [clip(red), clip(green), clip(blue)];
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], light));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], light));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], light));
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}

/** Distance of two colours as an eye sees them, OKLab × 100: 2 is just seen side by side. */
export function distance(a: string, b: string, sight: Sight): number {
  const [x, y] = [oklab(a, sight), oklab(b, sight)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]) * 100;
}
