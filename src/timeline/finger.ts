/** px a finger goes before it drags. */
const SLACK = 6;

/**
 * One finger sideways moves the window; up and down stays with the page (`touch-action: pan-y`). `pan` is told how far the
 * finger went against the picture, px.
 */
export function dragByFinger(svg: SVGSVGElement, pan: (dx: number) => void, signal: AbortSignal): void {
  const fingers = new Map<number, number>();
  let start = 0;
  let dragging = false;
  const down = (event: PointerEvent) => {
    if (event.pointerType === "mouse") return;
    fingers.set(event.pointerId, event.clientX);
    start = event.clientX;
    dragging = false;
  };
  const moved = (event: PointerEvent) => {
    const last = fingers.get(event.pointerId);
    if (last === undefined || fingers.size > 1) return;
    if (!dragging && Math.abs(event.clientX - start) < SLACK) return;
    dragging = true;
    fingers.set(event.pointerId, event.clientX);
    pan(last - event.clientX);
  };
  const up = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    // The click that ends a drag opens nothing.
    if (dragging)
      addEventListener("click", (e) => e.preventDefault(), {capture: true, once: true, signal: AbortSignal.timeout(50)});
  };
  svg.addEventListener("pointerdown", down, {signal});
  svg.addEventListener("pointermove", moved, {signal});
  svg.addEventListener("pointerup", up, {signal});
  svg.addEventListener("pointercancel", up, {signal});
}
