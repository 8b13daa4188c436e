import {aside} from "./aside.ts";
import {parts, rowsOf} from "./draw.ts";
import {shelfOf} from "./draw-shelf.ts";
import {kindred, placed, pressed, toward} from "./ease.ts";
import type {El} from "./el.ts";
import {type Keyboard, targetOf} from "./keyboard.ts";
import type {Lighting} from "./lighting.ts";
import {patchChildren} from "./nodes.ts";
import {resolving} from "./resolving.ts";
import type {Scene} from "./scene.ts";
import type {Sketch} from "./sketch.ts";
import {withTabStops} from "./tab-stops.ts";
import type {View} from "./view.ts";

/** ms a step of the lanes counts at most: a slow frame must not become a jump. */
const LONGEST = 25;

/** What a picture is shown with: where, in which state, and whom to tell. */
export type Around = {
  surface: () => {form: string; svg: SVGSVGElement; box: HTMLElement};
  lights: Lighting;
  keys: () => Keyboard;
  /** The canvas that draws movement, once it has come. */
  overlay: () => Sketch | null;
  /** The scene of this moment, the view it is of, marks that stand out; whether the window moves, and whether a new scene is due. */
  now: () => {scene: Scene | null; view: View; pointed: ReadonlySet<string>; moving: boolean; due: boolean};
  /** ms of a fading, and whether nothing may move. */
  ease: number;
  still: () => boolean;
  /** Told of each scene, as it is to be when its lanes stand, before its canvas is drawn. */
  follow: (scene: Scene) => void;
};

export type Showing = {
  show: (goal: Scene) => void;
  /** What is shown, its lanes where they stand by now. */
  drawn: () => Scene | null;
  /** Whether a canvas stands for the nodes. */
  away: () => boolean;
  stop: () => void;
};

/** Puts scenes on the screen: nodes where the picture rests, a canvas for what moves, lanes that glide to their places. */
export function showing({surface, lights, keys, overlay, now: at, ease, still, follow}: Around): Showing {
  let drawn: Scene | null = null;
  /** The scene that was told of last. */
  let told: Scene | null = null;
  /** The drawing the shown scene stands in. */
  let standing: {tree: El[]; of: Scene} | null = null;
  /** Draws what moves; the nodes it stands for wait aside. */
  let cover: Sketch | null = null;
  const nodes = aside();
  /** When the lanes last took a step towards their place, ms; 0 when they stand there. */
  let stepped = 0;
  const fading = resolving(ease, still);

  /** The scene with its lanes on their way from where they stand. While the picture moves, nothing below it does. */
  function eased(next: Scene): Scene {
    const before = drawn;
    if (!before || !kindred(before, next)) {
      stepped = 0;
      return next;
    }
    const goal = at().moving ? pressed(next, before.height) : next;
    const now = performance.now();
    const stand = still() ? goal : toward(before, goal, stepped ? Math.min(now - stepped, LONGEST) : 16);
    stepped = stand === goal ? 0 : now;
    if (stepped)
      requestAnimationFrame(() => {
        // Whatever is shown meanwhile takes a step of its own.
        const {scene, due} = at();
        if (!due && stepped === now && scene) show(scene);
      });
    return stand === next ? next : placed(next, stand);
  }

  function show(goal: Scene): void {
    const {svg, box, form} = surface();
    const {moving, pointed, view} = at();
    const held = svg.contains(document.activeElement) ? targetOf({target: document.activeElement}) : null;
    // A reader with the keyboard stands on a link: it must not be hidden from under them.
    const calm = !moving || held !== null || pointed.size > 0 || goal.form !== "score";
    if (!calm) cover = overlay();
    const bare = !calm && cover !== null;
    box.classList.toggle("moving", bare);
    if (bare && !nodes.away) lights.light(null, false);
    fading.begin(drawn, goal, box, () => {
      if (!box.classList.contains("moving") || drawn?.bins) cover?.hide(false);
    });
    const next = eased(goal);
    const {height} = next;
    const fresh = Boolean(drawn && !drawn.labels.length && next.labels.length);
    drawn = next;
    const tree = bare && standing ? unmoved(standing, next) : withStops(parts(next, `live-${form}`), bare);
    standing = {tree, of: next};
    if (bare) nodes.take(svg);
    else nodes.bring();
    patchChildren(svg, fading.over(tree));
    if (!bare && (fresh || !next.labels.length)) svg.querySelector(".labels")?.classList.toggle("fresh", fresh);
    const size = {
      class: `${next.form} d-${next.density} surface`,
      "data-density": next.density,
      width: String(next.width),
      height: String(height),
      viewBox: `0 0 ${next.width} ${height}`,
    };
    for (const [name, value] of Object.entries(size)) if (svg.getAttribute(name) !== value) svg.setAttribute(name, value);
    if (box.style.minHeight !== `${height}px`) box.style.minHeight = `${height}px`;
    box.parentElement?.classList.toggle("zoomed", view.window !== null);
    box.parentElement?.classList.toggle("filtered", view.filters.lanes.length > 0);
    if (held && !held.isConnected) keys().refocus(next);
    // A step of the lanes alone changes nothing in the window.
    if (goal !== told) follow(next);
    told = goal;
    // Last, for setting a font asks for the styles of all that has changed before.
    if (bare) cover?.draw(next);
    else cover?.hide(box.classList.contains("resolving"));
  }

  /** Of a drawing what does not move: the lanes and the shelf, drawn anew where they have changed. */
  function unmoved({tree, of}: {tree: El[]; of: Scene}, next: Scene): El[] {
    if (next.rows === of.rows && next.height === of.height) return tree.filter(({key}) => key === "rows" || key === "shelf");
    return withStops([rowsOf(next), ...(next.shelf ? [shelfOf(next.shelf, next)] : [])], true);
  }

  function withStops(tree: El[], bare: boolean): El[] {
    const {scene, view, pointed} = at();
    if (!scene) return tree;
    if (!bare) keys().settle(scene, view.selected);
    const {mark, lane} = keys().at();
    return withTabStops(tree, {
      mark,
      // The phone's small picture is hidden from assistive tools; the list below it takes the keyboard.
      marks: scene.form !== "strip",
      lane: lane ?? scene.rows[0]?.lane.id,
      pressed: view.filters.lanes,
      selected: view.selected,
      pointed,
    });
  }

  return {
    show,
    drawn: () => drawn,
    away: () => nodes.away,
    stop: () => {
      fading.stop();
    },
  };
}
