import {viewCsv} from "./csv.ts";
import {png, save, savedSvg} from "./save.ts";
import type {Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import type {Stage} from "./stage.ts";

/** What is looked at, for a file: the events of a window, the picture, and the drawn SVG whose colours it has. */
export type Looked = {stage: Stage; window: Window | null; scene: Scene; drawn: SVGElement};

/** Offers what is looked at as a file, `csv`, `svg` or `png`. Loaded when first asked for. */
export async function download(what: string, {stage, window, scene, drawn}: Looked): Promise<void> {
  if (what === "csv") return save("letopis.csv", new Blob(["\ufeff", viewCsv(stage, window)], {type: "text/csv;charset=utf-8"}));
  const text = await savedSvg(scene, drawn, stage.data.title);
  if (what === "svg") return save("letopis.svg", new Blob([text], {type: "image/svg+xml"}));
  const picture = await png(text, scene.width + 48, scene.height + 24);
  if (picture) save("letopis.png", picture);
}
