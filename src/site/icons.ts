/** Icons made from favicon.svg for those who take no SVG; `size` px, `margin` a share of the drawing kept free on each side. */
export const icons = [
  {name: "favicon-32.png", size: 32, margin: 0},
  {name: "apple-touch-icon.png", size: 180, margin: 0.15},
  // Systems cut these into shapes of their own: what is drawn keeps inside the circle that all of them leave.
  {name: "icon-192.png", size: 192, margin: 0.25},
  {name: "icon-512.png", size: 512, margin: 0.25},
];

/** The drawing in another size, with room around it. */
export function iconSvg(favicon: string, {size, margin}: {size: number; margin: number}): string {
  return favicon.replace(/viewBox="0 0 (\d+) \d+"/, (_, side: string) => {
    const free = Number(side) * margin;
    const whole = Number(side) + 2 * free;
    return `width="${size}" height="${size}" viewBox="${-free} ${-free} ${whole} ${whole}"`;
  });
}
