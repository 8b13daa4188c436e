import {asImage, draw} from "./draw.ts";
import {DAY} from "./extent.ts";
import type {TimelineData} from "./item.ts";
import {scoreScene} from "./layout.ts";
import {compactSize} from "./pictures.ts";
import type {Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import {stage} from "./stage.ts";
import {type StripSize, stripScene} from "./strip.ts";
import {markup} from "./svg.ts";
import {decodeView} from "./url.ts";
import {reduce, type View, wholeView} from "./view.ts";

/** A step of a story as its picture needs it: a view as in the address bar, and the events that stand out from the rest. */
export type Step = {view: string; events: readonly string[]; label: string};

/** Widths the pictures of a story are laid out for: beside or between the text, and on a phone; CSS px. */
export const STEP_WIDTHS = {wide: 880, narrow: 358};

/**
 * The still pictures of a story's steps as SVG markup, at both widths. They are images, not ways to the events: the text
 * beside them has the links. All wide ones have one height, so that lanes keep their place from step to step.
 */
export function stepPictures(
  data: TimelineData,
  steps: readonly Step[],
): {height: number; pictures: {wide: string; narrow: string}[]} {
  const made = steps.map(({view: text}) => {
    const asked = stage(data, decodeView(text));
    const view: View = reduce(wholeView, {do: "go", view: decodeView(text)}, asked.limits);
    return {asked, view};
  });
  const {wide} = STEP_WIDTHS;
  const height = Math.max(0, ...made.map(({asked, view}) => scoreScene(asked, view.window, {width: wide}).height));
  const pictures = made.map(({asked, view}, i) => {
    const picture = (scene: Scene, name: string) => still(scene, `${name}-${i + 1}`, steps[i] as Step);
    return {
      wide: picture(scoreScene(asked, view.window, {width: wide, height}), "step"),
      narrow: picture(stripScene(asked, view.window, smallSize(view.window ?? asked.limits.period)), "small-step"),
    };
  });
  return {height, pictures};
}

/** On a phone every year of a short view has its number; of a long one, every fourth. */
function smallSize({from, to}: Window): StripSize {
  const {thin, ...size} = compactSize(STEP_WIDTHS.narrow);
  return to - from < 3000 * DAY || thin === undefined ? size : {...size, thin};
}

function still(scene: Scene, id: string, {events, label}: Step): string {
  const root = draw(scene, {id, label});
  const told = new Set(events);
  const image = asImage(root, (event) => told.size > 0 && !told.has(event));
  return markup({
    ...image,
    attrs: {...root.attrs, role: "img", width: "100%", preserveAspectRatio: "xMinYMin meet"},
  });
}
