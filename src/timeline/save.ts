import {draw} from "./draw.ts";
import {el, type El} from "./el.ts";
import {gradients} from "./gradients.ts";
import {faces} from "./faces.ts";
import type {Scene} from "./scene.ts";
import {markup} from "./svg.ts";

/** Properties that the style sheet gives the picture and a saved file must carry itself. */
const kept = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "paint-order",
  "font-size",
  "font-weight",
  "font-family",
  "opacity",
] as const;

/** The picture as it looks now, as a file of its own: colours, sizes and letters read from `live`, the drawn SVG. */
export async function savedSvg(scene: Scene, live: SVGElement, label: string): Promise<string> {
  const root = draw(scene, {id: "saved", label});
  const nodes = [...live.querySelectorAll<SVGElement>("*")];
  const drawn = flatten(root).slice(1);
  nodes.forEach((n, i) => {
    const target = drawn[i];
    if (!target || target.tag !== n.tagName) return;
    const style = getComputedStyle(n);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (
        value &&
        value !== "none" &&
        !(name in target.attrs && target.attrs[name] !== value && name === "fill" && value.startsWith("url"))
      )
        target.attrs[name] = value;
      else if (value === "none") target.attrs[name] = "none";
    }
    delete target.attrs.class;
  });
  const families = new Set(drawn.flatMap(({attrs}) => /^["']?([^"',]+)/.exec(String(attrs["font-family"] ?? ""))?.[1] ?? []));
  const page = getComputedStyle(live);
  const paper = page.getPropertyValue("--paper") || "#fff";
  const inks = [...new Set(scene.rows.map((r) => r.lane.ink))];
  const defs = gradients(inks);
  for (const stop of flatten(defs).filter((e) => e.tag === "stop")) {
    const ink = String(stop.attrs.class).slice(5);
    stop.attrs["stop-color"] = page.getPropertyValue(`--lane-${ink}`);
    delete stop.attrs.class;
  }
  root.attrs = {
    xmlns: "http://www.w3.org/2000/svg",
    ...root.attrs,
    viewBox: `-24 -12 ${scene.width + 48} ${scene.height + 24}`,
    width: scene.width + 48,
    height: scene.height + 24,
  };
  root.children = [
    el("style", {}, [await faces(families)]),
    defs,
    el("rect", {x: -24, y: -12, width: scene.width + 48, height: scene.height + 24, fill: paper.trim()}),
    ...root.children,
  ];
  return markup(root);
}

const flatten = (root: El): El[] => [root, ...root.children.flatMap((c) => (typeof c === "string" ? [] : flatten(c)))];

/** Offers text or a picture as a file. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** ms a browser is given to read the fonts inside a picture. */
const FONTS = 400;

/** The picture in pixels, twice as fine as the screen; null where the browser refuses. */
export async function png(svg: string, width: number, height: number): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const sheet = document.createElement("canvas");
  sheet.width = width * 2;
  sheet.height = height * 2;
  const pen = sheet.getContext("2d");
  const draw = () => pen?.drawImage(image, 0, 0, sheet.width, sheet.height);
  // Fonts inside a picture are read when it is first drawn, and nothing tells when: until then its texts are blank.
  draw();
  await new Promise((done) => setTimeout(done, FONTS));
  draw();
  return new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
}
