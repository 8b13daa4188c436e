import {dragByFinger} from "./finger.ts";
import type {Ground} from "./gestures.ts";
import {hit} from "./hit.ts";
import {targetOf} from "./keyboard.ts";
import type {Lighting} from "./lighting.ts";
import {timeScale} from "./scale.ts";
import type {Scene} from "./scene.ts";
import type {Action} from "./view.ts";

/** The picture that is pointed at; `scene` (as it is drawn) and `ground` are those of the moment. */
export type Pointed = {
  svg: SVGSVGElement;
  scene: () => Scene | null;
  ground: () => Ground;
  /** Whether a canvas stands for the marks: then there is nothing to point at. */
  away: () => boolean;
  lights: Lighting;
  /** `gently`: the picture may take its time. */
  dispatch: (action: Action, gently?: boolean) => void;
  /** Opens an event by its id; false where that is left to its link. */
  open: (id: string, byKey: boolean) => boolean;
  href: (id: string) => string;
  signal: AbortSignal;
};

/** Mouse, pen and finger on a picture, but for the zoom; see gestures.ts. */
export function pointer({svg, scene, ground, away, lights, dispatch, open, href, signal}: Pointed): void {
  const placeOf = ({clientX, clientY}: MouseEvent) => {
    const {left, top} = svg.getBoundingClientRect();
    return {x: clientX - left, y: clientY - top};
  };

  /** The event meant: the head nearest to the pointer, for tails and targets of neighbours overlap; else what lies under it. */
  function pick(event: PointerEvent | MouseEvent): string | null {
    const on = targetOf(event)?.dataset.id ?? null;
    const drawn = scene();
    if (!drawn || (event.detail === 0 && event.type === "click")) return on;
    const {x, y} = placeOf(event);
    return hit(drawn, x, y, 6)?.id ?? on ?? hit(drawn, x, y)?.id ?? null;
  }

  function point(event: PointerEvent): void {
    if (event.pointerType === "touch" || event.buttons || away()) return;
    lights.hover(pick(event), placeOf(event));
  }

  function click(event: MouseEvent): void {
    const on = targetOf(event);
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    if (on?.classList.contains("bin"))
      return dispatch({do: "window", window: {from: Number(on.dataset.from), to: Number(on.dataset.to)}});
    if (on?.dataset.lane) return dispatch({do: "lane", id: on.dataset.lane});
    const id = pick(event);
    if (!id) return lights.light(null, false);
    if (open(id, event.detail === 0)) event.preventDefault();
    else if (on?.dataset.id !== id || !on.closest("a")) {
      event.preventDefault();
      location.assign(href(id));
    }
  }

  function zoomIn(event: MouseEvent): void {
    const {p0, p1, window} = ground();
    const at = timeScale(window, p0, p1).invert(Math.max(p0, Math.min(p1, placeOf(event).x)));
    dispatch({do: "zoom", factor: event.shiftKey ? 0.5 : 2, at});
  }

  /** Moves the window by px of the picture. */
  function pan(dx: number): void {
    const {p0, p1} = ground();
    dispatch({do: "pan", share: dx / (p1 - p0)}, false);
  }

  function sideways(event: WheelEvent): void {
    const {window, period} = ground();
    const whole = window.from === period.from && window.to === period.to;
    if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY) || whole) return;
    event.preventDefault();
    pan(event.deltaX);
  }

  svg.addEventListener("pointermove", point, {signal});
  svg.addEventListener("pointerleave", () => lights.leave(), {signal});
  svg.addEventListener("click", click, {signal});
  svg.addEventListener("dblclick", zoomIn, {signal});
  svg.addEventListener("dragstart", (event) => event.preventDefault(), {signal});
  svg.addEventListener("wheel", sideways, {signal, passive: false});
  dragByFinger(svg, pan, signal);
}
