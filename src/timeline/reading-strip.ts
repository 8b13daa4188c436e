import {dateOf} from "./names.ts";
import {parts} from "./draw.ts";
import {el} from "./el.ts";
import {extentOf} from "./extent.ts";
import {round} from "./glyph.ts";
import {node, patchChildren} from "./nodes.ts";
import {readingSize} from "./pictures.ts";
import {timeScale, type Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import type {Stage} from "./stage.ts";
import {stripScene} from "./strip.ts";
import {textWidth} from "./widths.ts";
import type {TimelineItem} from "./item.ts";

/** The strip that sticks to the top once the picture is out of sight, with a playhead at the card being read. */
export type ReadingStrip = {redraw: (stage: Stage, window: Window | null) => void; stop: () => void};

export function readingStrip(after: HTMLElement, root: HTMLElement | null, lang: string): ReadingStrip {
  const bar = document.createElement("div");
  bar.className = "reading";
  bar.setAttribute("aria-hidden", "true");
  const inner = bar.appendChild(document.createElement("div"));
  const svg = inner.appendChild(node(el("svg", {class: "strip"})));
  after.append(bar);
  let scene: Scene | null = null;
  let drawn: ReturnType<typeof parts> = [];
  let items = new Map<string, TimelineItem>();
  let cards: HTMLElement[] = [];
  let current: string | null = null;
  let waiting = 0;

  const follow = () => {
    waiting = 0;
    const box = after.getBoundingClientRect();
    const on = box.height > 0 && box.bottom < 60 && cards.length > 0 && (root?.getBoundingClientRect().bottom ?? 0) > 120;
    bar.classList.toggle("on", on);
    if (!on || !scene) return;
    const card = cardAt(cards, bar.offsetHeight + 70);
    const id = card?.dataset.event ?? null;
    if (id === current) return;
    current = id;
    playhead();
  };
  const playhead = () => {
    if (!scene) return;
    const item = current === null ? undefined : items.get(current);
    const extent = item && extentOf(item);
    svg.classList.toggle("following", Boolean(extent));
    svg.querySelector(".ev.lit")?.classList.remove("lit");
    if (current !== null) svg.querySelector(`[data-id="${CSS.escape(current)}"]`)?.classList.add("lit");
    const head = item && extent ? head1(scene, extent.head, dateOf(item, lang, "short")) : [];
    patchChildren(svg, [...drawn, ...head]);
  };
  const schedule = () => {
    waiting ||= requestAnimationFrame(follow);
  };
  addEventListener("scroll", schedule, {passive: true});
  return {
    redraw(stage, window) {
      const phone = innerWidth <= 720;
      const width = Math.min(1440, document.documentElement.clientWidth) - (phone ? 24 : 80);
      if (width < 200) return;
      scene = stripScene(stage, window, readingSize(width, phone));
      svg.setAttribute("width", String(scene.width));
      svg.setAttribute("height", String(scene.height));
      drawn = parts(scene, "reading");
      items = new Map([...stage.dated, ...stage.undated].map((d) => [d.item.id, d.item]));
      cards = [...(root?.querySelectorAll<HTMLElement>("[data-event]:not([hidden])") ?? [])];
      playhead();
      schedule();
    },
    stop() {
      removeEventListener("scroll", schedule);
      bar.remove();
    },
  };
}

/** The last card whose top is above `line`, by halving: cards stand in order. */
function cardAt(cards: readonly HTMLElement[], line: number): HTMLElement | null {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cards[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return cards[low - 1] ?? null;
}

function head1(scene: Scene, t: number, text: string) {
  const x = round(timeScale(scene.window, scene.p0, scene.p1)(t));
  if (x < scene.p0 - 4 || x > scene.p1 + 4) return [];
  const width = textWidth(text, 12, 600) + 14;
  const left = round(Math.max(0, Math.min(scene.p1 - width + 6, x - width / 2)));
  return [
    el(
      "g",
      {class: "playhead"},
      [
        el("line", {x1: x, x2: x, y1: 0, y2: scene.height}),
        el("rect", {x: left, y: -3, width: round(width), height: 17, rx: 2}),
        el("text", {x: round(left + width / 2), y: 9.5, "text-anchor": "middle"}, [text]),
      ],
      "playhead",
    ),
  ];
}
