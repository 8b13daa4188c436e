import type {TimelineData, TimelineItem} from "./item.ts";
import {later} from "./later.ts";
import type {Scene} from "./scene.ts";

/** ms a tooltip waits for the pointer that has left its mark. */
const GRACE = 300;
/** px of a tooltip's greatest width. */
const WIDTH = 340;

/** A place in the picture, px from its corner. */
export type Place = {x: number; y: number};

/** The picture that is lit. `scene` and `width` are those of the moment; `tips`: whether it has room for a tooltip. */
export type Lit = {
  data: TimelineData;
  surface: () => {svg: SVGSVGElement; box: HTMLElement};
  scene: () => Scene | null;
  width: () => number;
  tips: () => boolean;
  item: (id: string) => TimelineItem | undefined;
  /** Is told which event's card is to be lit. */
  tell: (id: string | null) => void;
  signal: AbortSignal;
};

export type Lighting = {
  tip: HTMLElement;
  /** Lights an event in the picture, or none; `at`: where the pointer is. */
  light: (id: string | null, withTip: boolean, at?: Place) => void;
  /** The pointer stands on an event, or on none. */
  hover: (id: string | null, at: Place) => void;
  leave: () => void;
  /** Puts the light out until the pointer has left its event. */
  dismiss: () => void;
  stop: () => void;
};

/** Light on the event that is pointed at or focused, and the tooltip beside it. */
export function lighting({data, surface, scene: seen, width, tips, item: itemOf, tell, signal}: Lit): Lighting {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "tooltip");
  const tipping = later(
    () => import("./tip.ts"),
    // By the time it is here the pointer may be on its way elsewhere.
    () => tipped && !waiting && light(tipped.id, true, tipped.at),
  );

  let lit: string | null = null;
  /** The event whose tooltip is wanted, and where the pointer is. */
  let tipped: {id: string; at: Place | undefined} | null = null;
  /** The event whose tooltip was closed: it stays closed until the pointer has left. */
  let dismissed: string | null = null;
  /** What the pointer has left stays lit a moment: it may be on its way to the tooltip, or back, over other marks. */
  let waiting: {id: string | null; at?: Place} | null = null;
  let graceTimer = 0;

  function light(id: string | null, withTip: boolean, at?: Place): void {
    stay();
    const shownTip = !tip.hidden && id === lit;
    if (!id || !withTip) tip.hidden = true;
    if (id !== lit) mark(id);
    tell(withTip ? id : null);
    const item = id === null ? undefined : itemOf(id);
    tipped = id !== null && withTip ? {id, at} : null;
    // One that is open stays where it is, so that the pointer can go to it.
    const scene = seen();
    if (!item || !withTip || !tips() || !scene || shownTip) return;
    const filling = tipping();
    if (!filling) return;
    filling.fillTip(tip, item, data);
    tip.hidden = false;
    const {left, top} = placeOf(scene, item.id, tip.offsetHeight, width(), at);
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }

  function mark(id: string | null): void {
    const {svg, box} = surface();
    for (const n of svg.querySelectorAll(".lit")) n.classList.remove("lit");
    const found = id === null ? [] : [...svg.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)];
    for (const n of found) n.classList.add("lit");
    box.classList.toggle("lighting", found.length > 0);
    lit = id;
  }

  function soon(id: string | null, at?: Place): void {
    const began = waiting?.id === id;
    waiting = at ? {id, at} : {id};
    if (began) return;
    clearTimeout(graceTimer);
    graceTimer = window.setTimeout(() => light(id, id !== null, waiting?.at), id === null ? GRACE : GRACE / 3);
  }
  function stay(): void {
    clearTimeout(graceTimer);
    waiting = null;
  }
  function leave(): void {
    dismissed = null;
    soon(null);
  }
  tip.addEventListener("pointerenter", stay, {signal});
  tip.addEventListener("pointerleave", leave, {signal});

  return {
    tip,
    light,
    leave,
    hover(id, at) {
      if (id === null) return lit === null ? undefined : leave();
      if (id === dismissed) return;
      dismissed = null;
      if (tip.hidden || id === lit) light(id, true, at);
      else soon(id, at);
    },
    dismiss() {
      if (lit === null) return;
      dismissed = lit;
      light(null, false);
    },
    stop: () => {
      clearTimeout(graceTimer);
    },
  };
}

/** Corner of a tooltip `tall` px high: beside the mark and its label; or by the pointer, close under it, so that the way to it crosses no other mark. */
function placeOf(scene: Scene, id: string, tall: number, width: number, at?: Place): {left: number; top: number} {
  const mark = scene.marks.find((m) => m.id === id);
  const entry =
    scene.shelf?.entries.find((e) => e.id === id) ?? scene.shelf?.heaps.flatMap((h) => h.marks).find((m) => m.id === id);
  const label = scene.labels.find((l) => l.id === id);
  const x = entry && scene.shelf ? scene.shelf.x : mark ? Math.max(scene.p0, Math.min(scene.p1, mark.x)) : scene.p0;
  const right = at ? at.x + 10 : Math.max(x + 14, mark && label ? label.x + label.width + 10 : 0);
  const left = (at ? at.x - 10 : Math.min(x, label?.x ?? x) - 14) - WIDTH;
  const y = at ? at.y + 14 : (entry?.y ?? Math.min(mark?.heads[0]?.y ?? 0, label?.y ?? Infinity)) - 12;
  const over = at && y + tall > scene.height && at.y - 14 - tall >= 0;
  return {
    left: right + WIDTH + 2 < width + 24 ? right : Math.max(0, left),
    top: over ? at.y - 14 - tall : Math.max(0, Math.min(y, scene.height - tall)),
  };
}
