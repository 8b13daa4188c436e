import {scoreWords} from "../i18n/score-words.ts";
import {parts} from "./draw.ts";
import {el} from "./el.ts";
import type {Moves} from "./gestures.ts";
import {dragged, holdAt, REACH, slid} from "./hold.ts";
import {node, patchChildren} from "./nodes.ts";
import {writePeriodField} from "./period.ts";
import {brushSize} from "./pictures.ts";
import {timeScale, type Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import type {Stage} from "./stage.ts";
import {stripScene} from "./strip.ts";

/** The strip under the score that chooses the period. `at`: width and plot of the score above it, CSS px; `whole`: no window is chosen. */
export type Brush = {draw: (stage: Stage, at: Pick<Scene, "width" | "p0" | "p1">, shown: Window, whole: boolean) => void};

/** Takes over the strip in `box`. Its ends are sliders for the keyboard and assistive tools; a pointer drags them, the frame, or a new one. */
export function periodBrush(box: HTMLElement | null, lang: string, moves: Moves): Brush {
  const svg = box?.querySelector<SVGSVGElement>("svg.strip");
  if (!box || !svg) return {draw: () => undefined};
  const words = scoreWords(lang);
  const under = node(el("g", {"aria-hidden": "true"}));
  const frame = node(el("g"));
  const knobs = [words.from, words.to].map((name, i) => {
    const knob = node(
      el("rect", {
        class: "knob",
        role: "slider",
        tabindex: 0,
        "aria-label": name,
        "aria-valuemin": 0,
        "aria-valuemax": 1000,
        y: 0,
        width: 2 * REACH,
      }),
    );
    knob.addEventListener("keydown", (event) => {
      const next = now && slid(event.key, i === 1, now.shown, now.stage.limits);
      if (!next) return;
      event.preventDefault();
      moves.window(next);
    });
    return knob;
  });
  let now: {stage: Stage; p0: number; p1: number; shown: Window; whole: boolean} | null = null;
  let drawn: {stage: Stage; width: number; p0: number; scene: Scene} | null = null;

  svg.addEventListener("pointerdown", (event) => {
    if (!now || event.button || event.ctrlKey) return;
    const {stage, p0, p1, shown, whole} = now;
    const scale = timeScale(stage.limits.period, p0, p1);
    const x = (e: PointerEvent) => e.clientX - svg.getBoundingClientRect().left;
    const hold = holdAt(x(event), scale(shown.from), scale(shown.to), whole);
    const t0 = scale.invert(x(event));
    const held = new AbortController();
    const {signal} = held;
    svg.setPointerCapture(event.pointerId);
    svg.addEventListener(
      "pointermove",
      (e) => {
        const next = dragged(hold, shown, t0, scale.invert(x(e)), stage.limits.period);
        if (next && e.pointerId === event.pointerId && Math.abs(x(e) - x(event)) > 1) moves.window(next);
      },
      {signal},
    );
    for (const end of ["pointerup", "pointercancel"] as const)
      svg.addEventListener(
        end,
        () => {
          held.abort();
          moves.rest();
        },
        {signal},
      );
  });

  function lay(stage: Stage, {width, p0, p1}: Pick<Scene, "width" | "p0" | "p1">): Scene {
    if (drawn?.stage === stage && drawn.width === width && drawn.p0 === p0) return drawn.scene;
    const scene = stripScene(stage, null, brushSize(width, p0, p1));
    const sizes = {width, height: scene.height, viewBox: `0 0 ${width} ${scene.height}`};
    for (const [name, value] of Object.entries(sizes)) svg?.setAttribute(name, String(value));
    if (box) box.style.minHeight = `${scene.height}px`;
    if (!drawn && svg) {
      svg.removeAttribute("aria-hidden");
      svg.setAttribute("role", "group");
      svg.setAttribute("aria-label", words.period);
      svg.replaceChildren(under, frame, ...knobs);
    }
    patchChildren(under, parts(scene, "brush"));
    for (const knob of knobs) knob.setAttribute("height", String(scene.height));
    drawn = {stage, width, p0, scene};
    return scene;
  }

  return {
    draw(stage, at, shown, whole) {
      const {p0, p1} = at;
      now = {stage, p0, p1, shown, whole};
      const {height: h} = lay(stage, at);
      box.classList.toggle("whole", whole);
      box.classList.toggle("idle", stage.dated.length === 0);
      const scale = timeScale(stage.limits.period, p0, p1);
      const [a, b] = [scale(shown.from), scale(shown.to)];
      patchChildren(frame, [
        // A plain surface under all, so that a drag may begin anywhere on the strip.
        el("rect", {class: "ground", x: p0 - REACH, y: 0, width: p1 - p0 + 2 * REACH, height: h}),
        el("rect", {class: "veil", x: p0 - 4, y: 0, width: Math.max(0, a - p0 + 4), height: h}),
        el("rect", {class: "veil", x: b, y: 0, width: Math.max(0, p1 + 4 - b), height: h}),
        el("rect", {class: "frame", x: a, y: 0.5, width: Math.max(0, b - a), height: h - 1}),
        ...[a, b].map((x) => el("rect", {class: "grip", x: x - 3, y: h / 2 - 8, width: 6, height: 16, rx: 1})),
      ]);
      knobs.forEach((knob, i) => {
        const x = i ? b : a;
        knob.setAttribute("x", String(x - REACH));
        knob.setAttribute("aria-valuenow", String(Math.round(((x - p0) / (p1 - p0)) * 1000)));
        knob.setAttribute("aria-valuetext", writePeriodField(i ? shown.to : shown.from, i === 1));
      });
    },
  };
}
