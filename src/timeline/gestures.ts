import {select} from "d3-selection";
import {type D3ZoomEvent, zoom, type ZoomBehavior, ZoomTransform} from "d3-zoom";
import {type Scale, timeScale, type Window} from "./scale.ts";

/** A plot that can be zoomed: its edges (CSS px), the whole period, the shortest window (ms) and the window shown. */
export type Ground = {p0: number; p1: number; height: number; period: Window; least: number; window: Window};
export type Moves = {window: (window: Window) => void; rest: () => void};

const whole = (g: Ground): Scale => timeScale(g.period, g.p0, g.p1);

/** The zoom that shows a window: x' = x · k + x0 over the scale of the whole period. */
export function transformOf(g: Ground): ZoomTransform {
  const k = (g.period.to - g.period.from) / (g.window.to - g.window.from);
  return new ZoomTransform(k, g.p0 - k * whole(g)(g.window.from), 0);
}

/** The window a zoom shows. */
export function windowOf(t: ZoomTransform, g: Ground): Window {
  const scale = whole(g);
  return {from: scale.invert(t.invertX(g.p0)), to: scale.invert(t.invertX(g.p1))};
}

/** Wheel with Ctrl or ⌘, mouse drag and pinch through d3-zoom; the plain wheel is left to the page. Returns a way to tell it the window. */
export function zoomable(surface: Element, ground: () => Ground, moves: Moves): () => void {
  const target = select<Element, unknown>(surface);
  const behaviour: ZoomBehavior<Element, unknown> = zoom<Element, unknown>()
    .filter((event: Event) => wanted(event))
    .wheelDelta((event: WheelEvent) => -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.0032))
    .extent(() => [
      [ground().p0, 0],
      [ground().p1, ground().height],
    ])
    .clickDistance(4)
    .on(
      "start",
      (event: D3ZoomEvent<Element, unknown>) =>
        event.sourceEvent instanceof MouseEvent &&
        event.sourceEvent.type === "mousedown" &&
        surface.parentElement?.classList.add("panning"),
    )
    .on("zoom", (event: D3ZoomEvent<Element, unknown>) => event.sourceEvent && moves.window(windowOf(event.transform, ground())))
    .on("end", (event: D3ZoomEvent<Element, unknown>) => {
      surface.parentElement?.classList.remove("panning");
      if (event.sourceEvent) moves.rest();
    });
  target.call(behaviour).on("dblclick.zoom", null);
  return () => {
    const g = ground();
    behaviour.scaleExtent([1, (g.period.to - g.period.from) / g.least]).translateExtent([
      [g.p0, -Infinity],
      [g.p1, Infinity],
    ]);
    target.property("__zoom", transformOf(g));
  };
}

function wanted(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey && !(event.target as Element).closest(".lh");
  return "touches" in event && (event as TouchEvent).touches.length > 1;
}
