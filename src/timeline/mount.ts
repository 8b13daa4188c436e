import {scoreWords} from "../i18n/score-words.ts";
import {periodBrush} from "./brush.ts";
import {filterForm} from "./form.ts";
import {type Ground, zoomable} from "./gestures.ts";
import type {TimelineData} from "./item.ts";
import {keyboard, targetOf} from "./keyboard.ts";
import {later} from "./later.ts";
import {laterLabels, scoreScene, shownIn} from "./layout.ts";
import {lighting} from "./lighting.ts";
import {dataOf} from "./own-data.ts";
import {compactSize} from "./pictures.ts";
import {writePeriodField} from "./period.ts";
import {pointer} from "./pointer.ts";
import {readingList} from "./reading.ts";
import type {Remote} from "./remote.ts";
import type {Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import {showing} from "./showing.ts";
import {stage as makeStage, type Stage} from "./stage.ts";
import {stripScene} from "./strip.ts";
import {shownItems} from "./table.ts";
import {decodeView, encodeView} from "./url.ts";
import {type Action, reduce, same, type View, wholeView} from "./view.ts";

/** ms: how long a change of window takes; how long after the last one labels and list follow; when it becomes a step of history. */
const EASE = 250;
const REST = 150;
const STEP = 450;
/** ms of one slice of the search for labels. */
const SLICE = 5;

/**
 * `<letopis-timeline>`: takes over the pictures the build drew, or with `src` draws those of a data file on any page.
 * `list`: id of the list of cards that follows the view. `address`: the view lives in the page's address; else `view` says
 * it in the same words, and a new one moves the picture. `events`: ids, parted by blanks, that stand out from the rest.
 */
class LetopisTimeline extends HTMLElement {
  static readonly observedAttributes = ["view", "events"];
  #running: Running | null = null;
  connectedCallback(): void {
    void dataOf(this).then(async (data) => {
      if (!data || !this.isConnected) return;
      this.classList.add("timeline");
      // Our own pages have all that stands around the pictures.
      if (!this.querySelector(".desk .stage")) (await import("./furnish.ts")).furnish(this, data);
      // Of a large set the page has a choice; what fetches the rest is fetched with it.
      const start = data.tiles ? await (await import("./remote.ts")).remote(this, listOf(this), data, data.tiles) : undefined;
      if (this.isConnected) this.#running = run(this, data, start);
    });
  }
  disconnectedCallback(): void {
    this.#running?.stop();
    this.#running = null;
  }
  attributeChangedCallback(): void {
    this.#running?.turn();
  }
}

/** A timeline at work: `turn` reads its attributes again. */
type Running = {turn: () => void; stop: () => void};

const listOf = (root: HTMLElement) => document.getElementById(root.getAttribute("list") ?? "list");

function run(root: HTMLElement, data: TimelineData, start?: (changed: () => void) => Remote): Running {
  const words = scoreWords(data.lang);
  const far = start?.(() => arrive()) ?? null;
  // Asked for one at a time by whoever points at it: to number all of a large set would make its first picture wait.
  const itemOf = (id: string) => far?.item(id) ?? data.items.find((item) => item.id === id);
  const staged = (of: View): Stage => far?.stage(of) ?? makeStage(data, of);
  const small = matchMedia("(max-width: 720px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const addressed = root.hasAttribute("address");
  const listRoot = listOf(root);
  const stopped = new AbortController();
  const {signal} = stopped;

  const asking = (): View => decodeView(addressed ? location.search : (root.getAttribute("view") ?? ""));
  const pointedAt = () => new Set(root.getAttribute("events")?.split(" ").filter(Boolean));
  let pointed = pointedAt();
  const asked = asking();
  let stage: Stage = staged(asked);
  const known = new Set(stage.lanes.map((lane) => lane.id));
  let view: View = reduce(
    wholeView,
    {do: "go", view: {...asked, filters: {...asked.filters, lanes: asked.filters.lanes.filter((id) => known.has(id))}}},
    stage.limits,
  );
  if (!same(view.filters, asked.filters)) stage = staged(view);

  const live = document.createElement("p");
  live.className = "said";
  live.setAttribute("aria-live", "polite");
  root.append(live);

  const surfaces = (["desk", "phone"] as const).map((form) => {
    const box = root.querySelector<HTMLElement>(`figure.${form} .stage`) as HTMLElement;
    const svg = box.querySelector<SVGSVGElement>("svg.score, svg.strip") as SVGSVGElement;
    svg.classList.add("surface");
    return {form, box, svg, name: svg.getAttribute("aria-label") ?? data.title};
  });
  const surface = () => (small.matches ? surfaces[1] : surfaces[0]) as (typeof surfaces)[number];
  const lights = lighting({
    data,
    surface,
    scene: () => scene,
    width: () => width,
    tips: () => !small.matches,
    item: itemOf,
    tell: (id) => list.light(id),
    signal,
  });
  surfaces[0]?.box.append(lights.tip);
  // What the first view does not need comes when it is needed; until then marks move as they stand.
  const overlay = later(
    async () => (await import("./sketch.ts")).sketch(root),
    (made) => {
      lights.tip.before(made.node);
      // Drawn once unseen: the first frame of a movement has its surface, and the engine has met the code.
      const drawn = picture.drawn();
      if (drawn?.form === "score") made.draw(drawn);
      made.hide(false);
    },
  );
  const strip = later(
    async () => (await import("./reading-strip.ts")).readingStrip(root, listRoot, data.lang),
    (bar) => {
      if (signal.aborted) bar.stop();
      else bar.redraw(stage, view.window);
    },
  );

  let shown: Window = view.window ?? stage.limits.period;
  let scene: Scene | null = null;
  let width = 0;
  let moving = false;
  let first = true;
  let frame = 0;
  let easing: {from: Window; to: Window; start: number} | null = null;
  let restTimer = 0;
  let stepTimer = 0;
  let search: Generator<void, Scene> | null = null;

  const list = readingList(
    listRoot,
    data.lang,
    (id) => lights.light(id, false),
    () => dispatch({do: "reset"}),
  );
  const form = filterForm(
    root.querySelector<HTMLFormElement>("form.filters"),
    (action) => dispatch(action),
    (what) => runButton(what),
  );
  const keys = keyboard({
    scene: () => scene,
    window: () => shown,
    svg: () => surface().svg,
    show: (now) => show(now),
    dispatch: (action) => dispatch(action),
    open: (id) => open(id, true),
  });
  const ground = (): Ground => ({
    p0: scene?.p0 ?? 0,
    p1: scene?.p1 ?? 1,
    height: scene?.height ?? 1,
    period: stage.limits.period,
    least: stage.limits.least,
    window: shown,
  });

  // ---- from actions to pictures ----------------------------------------------------------------------------------------

  function dispatch(action: Action, gently = true): void {
    const next = reduce(view, action, stage.limits);
    if (next === view) return;
    const before = view;
    view = next;
    if (next.by !== before.by || !same(next.filters, before.filters)) stage = staged(view);
    const target = view.window ?? stage.limits.period;
    if (gently && !still.matches && !same(target, shown)) easing = {from: shown, to: target, start: performance.now()};
    else [easing, shown] = [null, target];
    moving ||= !same(before.window, next.window);
    schedule();
    settle();
  }

  /** Counts or events have come from elsewhere. */
  function arrive(): void {
    stage = staged(view);
    if (width === 0) return;
    if (first || !root.classList.contains("live")) begin();
    else {
      schedule();
      settle();
    }
  }

  const schedule = () => {
    frame ||= requestAnimationFrame(paint);
  };

  function paint(now: number): void {
    frame = 0;
    if (easing) {
      const part = Math.min(1, (now - easing.start) / EASE);
      const eased = 1 - (1 - part) ** 3;
      const {from, to} = easing;
      shown = part === 1 ? to : {from: from.from + (to.from - from.from) * eased, to: from.to + (to.to - from.to) * eased};
      if (part === 1) easing = null;
      else schedule();
    }
    draw();
  }

  let room = {width: 0, form: "", height: 0};
  /** Width of the picture and the height kept for it; asked of the page only when the width has changed. */
  function sized(): {width: number; height: number} {
    const {box, form} = surface();
    if (room.width !== width || room.form !== form) {
      const rooms = [...box.querySelectorAll<SVGElement>(".room")].filter((r) => getComputedStyle(r).display !== "none");
      room = {width, form, height: Number(rooms[0]?.getAttribute("height") ?? 0)};
    }
    return {width, height: room.height};
  }

  function draw(): void {
    const size = sized();
    if (size.width < 100) return;
    scene = small.matches
      ? stripScene(stage, shown, compactSize(size.width))
      : scoreScene(stage, shown, {...size, labels: false, held: moving ? scene : null});
    far?.look(view, scene);
    if (first) {
      if (far?.ready() === false) return;
      // The build's own picture stands until its successor is ready with all its labels.
      search = laterLabels(stage, scene, size);
      first = false;
      seek();
      return;
    }
    show(scene);
  }

  const picture = showing({
    surface,
    lights,
    keys: () => keys,
    overlay,
    now: () => ({scene, view, pointed, moving, due: frame !== 0}),
    ease: EASE,
    still: () => still.matches,
    follow: (next) => {
      if (next.form === "score") brush.draw(stage, next, shown, view.window === null && !easing);
      for (const tell of tellZoom) tell();
    },
  });
  const show = picture.show;

  // ---- at rest: labels, list, address ----------------------------------------------------------------------------------

  function settle(): void {
    clearTimeout(restTimer);
    search = null;
    restTimer = window.setTimeout(rest, REST + (easing ? EASE : 0));
  }

  function rest(): void {
    if (easing) return settle();
    moving = false;
    draw();
    if (scene && scene.density === "labels" && !small.matches) {
      search = laterLabels(stage, scene, sized());
      seek();
    }
    follow();
    clearTimeout(stepTimer);
    stepTimer = window.setTimeout(remember, STEP - REST);
  }

  /** Takes the search for labels on by one slice a frame. */
  function seek(): void {
    const mine = search;
    if (!mine) return;
    const end = performance.now() + SLICE;
    for (;;) {
      const step = mine.next();
      if (step.done) {
        search = null;
        scene = step.value;
        show(scene);
        return;
      }
      if (performance.now() > end) break;
    }
    requestAnimationFrame(() => search === mine && seek());
  }

  function follow(): void {
    const {ids, dated, undated} = far?.follow(stage, view) ?? followed();
    list.show(ids, dated + undated);
    const whole = view.window === null;
    form.mirror(view, view.window ?? stage.limits.period, whole);
    if (scrolled) strip()?.redraw(stage, view.window);
    const {from, to} = view.window ?? stage.limits.period;
    const said = `${writePeriodField(from, false)} – ${writePeriodField(to, true)}: ${words.inWindow(dated, undated)}`;
    if (live.textContent !== said && live.textContent !== "") live.textContent = said;
    else live.dataset.ready = "";
    if (live.textContent === "") live.textContent = "\u00a0";
  }

  function followed(): {ids: Set<string>; dated: number; undated: number} {
    const dated = shownIn(stage, view.window ?? stage.limits.period).length;
    // Where there is no list nobody asks which they are.
    const items = listRoot ? shownItems(stage, view.window) : [];
    return {ids: new Set(items.map(({id}) => id)), dated, undated: stage.undated.length};
  }

  let scrolled = false;
  /** The strip that sticks while one reads. */
  function reading(): void {
    scrolled = true;
    strip();
  }

  function remember(): void {
    if (!addressed) return;
    const query = encodeView(view, foreign());
    if (query === new URLSearchParams(location.search).toString() || sameAddress(query)) return;
    history.pushState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }
  const foreign = () => location.search.slice(1);
  const sameAddress = (query: string) => same(decodeView(query), decodeView(location.search));

  // ---- opening ---------------------------------------------------------------------------------------------------------

  /** A mark leads to its card in the list, or where there is none to its page. */
  function open(id: string, byKey: boolean): boolean {
    const card = list.card(id);
    if (!card || card.hidden) return false;
    dispatch({do: "select", id});
    card.scrollIntoView({block: "center", behavior: still.matches ? "auto" : "smooth"});
    if (byKey) card.querySelector<HTMLElement>("h2 a, h3 a, a")?.focus({preventScroll: true});
    return true;
  }

  // ---- mouse, touch, pen -----------------------------------------------------------------------------------------------

  const moves = {window: (w: Window) => dispatch({do: "window", window: w}, false), rest: () => settle()};
  const brush = periodBrush(root.querySelector<HTMLElement>(".brush"), data.lang, moves);
  const tellZoom = surfaces.map(({svg}) => zoomable(svg, ground, moves));
  for (const {svg, box} of surfaces) {
    // By the first movement the canvas should be here.
    svg.addEventListener("pointerenter", () => overlay(), {signal, once: true});
    pointer({
      svg,
      scene: () => picture.drawn() ?? scene,
      ground,
      away: () => picture.away(),
      lights,
      dispatch,
      open,
      href: (id) => itemOf(id)?.href ?? "",
      signal,
    });
    // Not on the picture itself: an SVG that listens to focus is a stop of Tab in Chromium, one without keys.
    box.addEventListener(
      "focusin",
      (event) => {
        const on = targetOf(event);
        if (on?.dataset.id && on.matches(":focus-visible")) lights.light(on.dataset.id, true);
      },
      {signal},
    );
    box.addEventListener("focusout", (event) => targetOf(event) && lights.light(null, false), {signal});
    svg.addEventListener("keydown", (event) => keys.press(event), {signal});
  }

  document.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType !== "mouse" && !surface().svg.contains(event.target as Node)) lights.light(null, false);
    },
    {signal},
  );

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") lights.dismiss();
    },
    {signal},
  );

  // ---- buttons ---------------------------------------------------------------------------------------------------------

  function runButton(what: string): void {
    if (what === "in") dispatch({do: "zoom", factor: 1.8});
    else if (what === "out") dispatch({do: "zoom", factor: 1 / 1.8});
    else if (what === "whole") dispatch({do: "window", window: null});
    else if (what === "copy") void copy();
    else if (scene) {
      if (picture.away()) {
        easing = null;
        shown = view.window ?? stage.limits.period;
        rest();
      }
      void download(what, scene);
    }
  }

  async function copy(): Promise<void> {
    const query = encodeView(view);
    const address = `${location.origin}${location.pathname}${query ? `?${query}` : ""}`;
    try {
      await navigator.clipboard.writeText(address);
      live.textContent = words.copied;
    } catch {
      // Where the clipboard is closed to us the address bar still holds the link.
      remember();
      live.textContent = address;
    }
  }

  async function download(what: string, now: Scene): Promise<void> {
    const loaded = await import("./download.ts");
    await loaded.download(what, {stage, window: view.window, scene: now, drawn: surface().svg});
  }

  /** A link that names an event leads to its card; going back leaves the page where the browser puts it. */
  function goToNamed(): void {
    const [how] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (addressed && view.selected !== null && how?.type === "navigate")
      list.card(view.selected)?.scrollIntoView({block: "center"});
  }

  // ---- life ------------------------------------------------------------------------------------------------------------

  const watch = new ResizeObserver(() => {
    const next = Math.round(surface().box.clientWidth);
    if (next === width) return;
    const began = width === 0;
    width = next;
    if (began) begin();
    else {
      draw();
      settle();
    }
  });
  function begin(): void {
    draw();
    if (first) return;
    follow();
    root.classList.add("live");
    goToNamed();
  }
  for (const {box} of surfaces) watch.observe(box);
  addEventListener("scroll", reading, {once: true, passive: true, signal});
  addEventListener("popstate", () => addressed && dispatch({do: "go", view: asking()}), {signal});
  small.addEventListener(
    "change",
    () => {
      width = Math.round(surface().box.clientWidth);
      draw();
      settle();
    },
    {signal},
  );

  return {
    turn() {
      pointed = pointedAt();
      dispatch({do: "go", view: asking()});
      schedule();
      settle();
    },
    stop() {
      stopped.abort();
      watch.disconnect();
      far?.stop();
      if (scrolled) strip()?.stop();
      clearTimeout(restTimer);
      clearTimeout(stepTimer);
      picture.stop();
      lights.stop();
      cancelAnimationFrame(frame);
      root.classList.remove("live");
    },
  };
}

if (!customElements.get("letopis-timeline")) customElements.define("letopis-timeline", LetopisTimeline);
