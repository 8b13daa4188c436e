import type {Mark, Scene} from "./scene.ts";

/** The mark nearest to a point (CSS px from the picture's corner), within `reach` of its head or on its tail or stem; null for none. */
export function hit(scene: Scene, x: number, y: number, reach = 9): Mark | null {
  let best: Mark | null = null;
  let least = reach;
  for (const m of scene.marks) {
    const d = distance(m, x, y);
    if (d < least || (d === least && !best)) [best, least] = [m, d];
  }
  return best;
}

function distance(m: Mark, x: number, y: number): number {
  let least = Infinity;
  for (const h of m.heads) {
    if (m.inside) least = Math.min(least, Math.hypot(m.x - x, h.y - y));
    if (m.tail && x >= m.tail.x0 && x <= m.tail.x1) least = Math.min(least, Math.max(0, Math.abs(h.y - y) - 3) + 2);
  }
  const y0 = m.heads[0]?.y ?? 0;
  const y1 = m.heads.at(-1)?.y ?? 0;
  if (m.joint && m.inside && y > y0 && y < y1) least = Math.min(least, Math.abs(m.x - x) + 1);
  return least;
}
