import type {Shape} from "./item.ts";

/** Half the size of an event head, CSS px. */
export const HEAD = 5.5;

/** One decimal: enough for the eye, short in the file, and the same in every engine. */
export const round = (v: number): number => Math.round(v * 10) / 10 + 0;

type Point = readonly [number, number];

const turn = (n: number, radius: (i: number) => number): Point[] =>
  Array.from({length: n}, (_, i) => {
    const a = -Math.PI / 2 + (i * 2 * Math.PI) / n;
    return [Math.cos(a) * radius(i), Math.sin(a) * radius(i)];
  });

/** Corners of each silhouette about the origin, in halves of a head; areas look alike, outlines do not. */
const corners: Record<Exclude<Shape, "circle" | "dot">, Point[]> = {
  square: [
    [-0.92, -0.92],
    [0.92, -0.92],
    [0.92, 0.92],
    [-0.92, 0.92],
  ],
  diamond: [
    [0, -1.28],
    [1.28, 0],
    [0, 1.28],
    [-1.28, 0],
  ],
  triangle: [
    [0, -1.24],
    [1.27, 0.97],
    [-1.27, 0.97],
  ],
  cross: [
    [-0.42, -1.12],
    [0.42, -1.12],
    [0.42, -0.42],
    [1.12, -0.42],
    [1.12, 0.42],
    [0.42, 0.42],
    [0.42, 1.12],
    [-0.42, 1.12],
    [-0.42, 0.42],
    [-1.12, 0.42],
    [-1.12, -0.42],
    [-0.42, -0.42],
  ],
  pentagon: turn(5, () => 1.15),
  bar: [
    [-1.25, -0.55],
    [1.25, -0.55],
    [1.25, 0.55],
    [-1.25, 0.55],
  ],
  star: turn(10, (i) => (i % 2 ? 0.58 : 1.35)),
};

/** SVG path of a head centred at x, y (CSS px); `scale` 1 is a head of the full score. */
export function glyph(shape: Shape, x: number, y: number, scale = 1): string {
  const a = HEAD * scale;
  if (shape === "circle" || shape === "dot") {
    const r = round(shape === "dot" ? a * 0.8 : a);
    return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${round(2 * r)} 0a${r} ${r} 0 1 0 ${round(-2 * r)} 0z`;
  }
  return `M${corners[shape].map(([cx, cy]) => `${round(x + cx * a)} ${round(y + cy * a)}`).join("L")}z`;
}

/** Adds the outline of a head to the path of a canvas; arguments as of `glyph`. */
export function trace(pen: Outline, shape: Shape, x: number, y: number, scale = 1): void {
  const a = HEAD * scale;
  if (shape === "circle" || shape === "dot") {
    const r = shape === "dot" ? a * 0.8 : a;
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  let first = true;
  for (const [cx, cy] of corners[shape]) {
    if (first) pen.moveTo(x + cx * a, y + cy * a);
    else pen.lineTo(x + cx * a, y + cy * a);
    first = false;
  }
  pen.closePath();
}

export type Outline = Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "arc" | "closePath">;
