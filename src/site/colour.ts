export type Three = readonly [number, number, number];

const channel = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** Linear sRGB of a colour `#rrggbb` or `#rgb`. */
export function rgb(hex: string): Three {
  const long = hex.length === 4 ? hex.replaceAll(/\w/g, "$&$&") : hex;
  return [linear(channel(long, 1)), linear(channel(long, 3)), linear(channel(long, 5))];
}

function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two colours, 1–21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
