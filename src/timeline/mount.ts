import {scoreWords} from "../i18n/score-words.ts";
import {aside} from "./aside.ts";
import {periodBrush} from "./brush.ts";
import {type El, parts, rowsOf, shelfOf} from "./draw.ts";
import {kindred, placed, pressed, toward} from "./ease.ts";
import {dragByFinger} from "./finger.ts";
import {filterForm} from "./form.ts";
import {type Ground, zoomable} from "./gestures.ts";
import {hit} from "./hit.ts";
import type {TimelineData} from "./item.ts";
import {type KeyMeaning, keyMeaning} from "./keys.ts";
import {later} from "./later.ts";
import {laterLabels, scoreScene} from "./layout.ts";
import {lighting} from "./lighting.ts";
import {patchChildren} from "./nodes.ts";
import {dataOf} from "./own-data.ts";
import {compactSize} from "./pictures.ts";
import {writePeriodField} from "./period.ts";
import {readingList} from "./reading.ts";
import type {Remote} from "./remote.ts";
import {timeScale, type Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import {stage as makeStage, type Stage} from "./stage.ts";
import {move, type Stop, stops} from "./stops.ts";
import type {Sketch} from "./sketch.ts";
import {stripScene} from "./strip.ts";
import {withTabStops} from "./tab-stops.ts";
import {shownItems} from "./table.ts";
import {decodeView, encodeView} from "./url.ts";
import {type Action, reduce, same, type View, wholeView} from "./view.ts";

/** ms: how long a change of window takes; how long after the last one labels and list follow; when it becomes a step of history. */
const EASE = 250;
const REST = 150;
const STEP = 450;
/** ms a step of the lanes counts at most: a slow frame must not become a jump. */
const LONGEST = 25;
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
  const byId = new Map(data.items.map((item) => [item.id, item]));
  const itemOf = (id: string) => far?.item(id) ?? byId.get(id);
  const staged = (of: View): Stage => far?.stage(of) ?? makeStage(data, of);
  const small = matchMedia("(max-width: 720px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const addressed = root.hasAttribute("address");
  const listRoot = listOf(root);
  const stopped = new AbortController();
  const {signal} = stopped;

  const told = (): View => decodeView(addressed ? location.search : (root.getAttribute("view") ?? ""));
  const pointedAt = () => new Set(root.getAttribute("events")?.split(" ").filter(Boolean));
  let pointed = pointedAt();
  const asked = told();
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
    ({node}) => lights.tip.before(node),
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
  let current: string | null = null;
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

  /** What is shown, and the drawing it stands in. */
  let drawn: Scene | null = null;
  let standing: {tree: El[]; of: Scene} | null = null;
  /** Draws what moves; the nodes it stands for wait aside. */
  let cover: Sketch | null = null;
  const nodes = aside();
  /** When the lanes last took a step towards their place, ms; 0 when they stand there. */
  let stepped = 0;
  /** Columns that fade after the picture has become one of marks. */
  let ghost: El | null = null;
  let ghostTimer = 0;

  /** The scene with its lanes on their way from where they stand. While the picture moves, nothing below it does. */
  function eased(next: Scene): Scene {
    const before = drawn;
    if (!before || !kindred(before, next)) {
      stepped = 0;
      return next;
    }
    const goal = moving ? pressed(next, before.height) : next;
    const now = performance.now();
    const stand = still.matches ? goal : toward(before, goal, stepped ? Math.min(now - stepped, LONGEST) : 16);
    stepped = stand === goal ? 0 : now;
    if (stepped) requestAnimationFrame(() => !frame && stepped === now && scene && show(scene));
    return stand === next ? next : placed(next, stand);
  }

  /** Columns and marks pass into each other. */
  function fade(next: Scene): void {
    if (!drawn || !kindred(drawn, next) || drawn.density === next.density || still.matches) return;
    const {box} = surface();
    const columns = next.bins ? undefined : parts(drawn, "ghost").find((part) => part.key === "bins");
    ghost = columns ? {...columns, key: "ghost", attrs: {class: "bins ghost"}} : null;
    box.classList.add("resolving");
    clearTimeout(ghostTimer);
    ghostTimer = window.setTimeout(() => {
      ghost = null;
      box.classList.remove("resolving");
      if (!box.classList.contains("moving") || drawn?.bins) cover?.hide(false);
    }, EASE);
  }

  function show(goal: Scene): void {
    const {svg, box} = surface();
    const held = svg.contains(document.activeElement) ? targetOf({target: document.activeElement}) : null;
    // A reader with the keyboard stands on a link: it must not be hidden from under them.
    const calm = !moving || held !== null || pointed.size > 0 || goal.form !== "score";
    if (!calm) cover = overlay();
    const bare = !calm && cover !== null;
    box.classList.toggle("moving", bare);
    if (bare && !nodes.away) lights.light(null, false);
    fade(goal);
    const next = eased(goal);
    const {height} = next;
    const fresh = Boolean(drawn && !drawn.labels.length && next.labels.length);
    drawn = next;
    const tree = bare && standing ? unmoved(standing, next) : withStops(parts(next, `live-${surface().form}`), bare);
    standing = {tree, of: next};
    if (bare) nodes.take(svg);
    else nodes.bring();
    patchChildren(svg, ghost ? tree.toSpliced(-1, 0, ghost) : tree);
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
    if (bare) cover?.draw(next);
    else cover?.hide(box.classList.contains("resolving"));
    if (held && !held.isConnected) focusStop(stops(next).find((s) => s.key === current) ?? null);
    if (next.form === "score") brush.draw(stage, next, shown, view.window === null && !easing);
    for (const tell of tellZoom) tell();
  }

  /** Of a drawing what does not move: the lanes and the shelf, drawn anew where they have changed. */
  function unmoved({tree, of}: {tree: El[]; of: Scene}, next: Scene): El[] {
    const lanes = withStops([rowsOf(next)], true);
    if (!next.shelf) return lanes;
    const same = next.shelf === of.shelf && next.height === of.height;
    const shelf = same && tree.find((part) => part.key === "shelf");
    return [...lanes, ...(shelf ? [shelf] : withStops([shelfOf(next.shelf, next)], true))];
  }

  function withStops(tree: El[], bare: boolean): El[] {
    if (!scene) return tree;
    const all = bare ? [] : stops(scene);
    if (!bare && !all.some((s) => s.key === current))
      current = (all.find((s) => s.id !== null && s.id === view.selected) ?? all[0])?.key ?? null;
    return withTabStops(tree, {
      mark: current,
      // The phone's small picture is hidden from assistive tools; the list below it takes the keyboard.
      marks: scene.form !== "strip",
      lane: laneStop ?? scene.rows[0]?.lane.id,
      pressed: view.filters.lanes,
      selected: view.selected,
      pointed,
    });
  }
  let laneStop: string | null = null;

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
    const items = shownItems(stage, view.window);
    const undated = stage.undated.length;
    return {ids: new Set(items.map(({id}) => id)), dated: items.length - undated, undated};
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

  // ---- light, tooltip, opening -----------------------------------------------------------------------------------------

  function point(event: PointerEvent): void {
    if (event.pointerType === "touch" || event.buttons || nodes.away) return;
    const {left, top} = surface().svg.getBoundingClientRect();
    lights.hover(pick(event), {x: event.clientX - left, y: event.clientY - top});
  }

  /** A mark leads to its card in the list, or where there is none to its page. */
  function open(id: string, byKey: boolean): boolean {
    const card = list.card(id);
    if (!card || card.hidden) return false;
    dispatch({do: "select", id});
    card.scrollIntoView({block: "center", behavior: still.matches ? "auto" : "smooth"});
    if (byKey) card.querySelector<HTMLElement>("h2 a, h3 a, a")?.focus({preventScroll: true});
    return true;
  }

  const targetOf = (event: Pick<Event, "target">) => (event.target as Element).closest<SVGElement>(".ev, .lg, .bin, .lh");

  /** The event meant: the head nearest to the pointer, for tails and targets of neighbours overlap; else what lies under it. */
  function pick(event: PointerEvent | MouseEvent): string | null {
    const on = targetOf(event)?.dataset.id ?? null;
    if (!scene || (event instanceof MouseEvent && event.detail === 0 && event.type === "click")) return on;
    const box = surface().svg.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return hit(drawn ?? scene, x, y, 6)?.id ?? on ?? hit(drawn ?? scene, x, y)?.id ?? null;
  }

  // ---- mouse, touch, pen -----------------------------------------------------------------------------------------------

  const moves = {window: (w: Window) => dispatch({do: "window", window: w}, false), rest: () => settle()};
  const brush = periodBrush(root.querySelector<HTMLElement>(".brush"), data.lang, moves);
  const tellZoom = surfaces.map(({svg}) => zoomable(svg, ground, moves));
  for (const {svg} of surfaces) {
    // By the first movement the canvas should be here.
    svg.addEventListener("pointerenter", () => overlay(), {signal, once: true});
    svg.addEventListener("pointermove", point, {signal});
    svg.addEventListener("pointerleave", () => lights.leave(), {signal});
    svg.addEventListener("click", (event) => click(event), {signal});
    svg.addEventListener("dragstart", (event) => event.preventDefault(), {signal});
    svg.addEventListener(
      "dblclick",
      (event) => {
        const at = timeAt(event.clientX);
        dispatch({do: "zoom", factor: event.shiftKey ? 0.5 : 2, at});
      },
      {signal},
    );
    svg.addEventListener("wheel", (event) => sideways(event), {signal, passive: false});
    svg.addEventListener(
      "focusin",
      (event) => {
        const on = targetOf(event);
        if (on?.dataset.id && on.matches(":focus-visible")) lights.light(on.dataset.id, true);
      },
      {signal},
    );
    svg.addEventListener("focusout", () => lights.light(null, false), {signal});
    svg.addEventListener("keydown", (event) => press(event), {signal});
    dragByFinger(svg, pan, signal);
  }

  function timeAt(clientX: number): number {
    const box = surface().svg.getBoundingClientRect();
    const {p0, p1} = ground();
    return timeScale(shown, p0, p1).invert(Math.max(p0, Math.min(p1, clientX - box.left)));
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
      location.assign(itemOf(id)?.href ?? "");
    }
  }

  function sideways(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY) || view.window === null) return;
    event.preventDefault();
    pan(event.deltaX);
  }

  /** Moves the window by px of the picture. */
  function pan(dx: number): void {
    const {p0, p1} = ground();
    dispatch({do: "pan", share: dx / (p1 - p0)}, false);
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

  // ---- keyboard --------------------------------------------------------------------------------------------------------

  function press(event: KeyboardEvent): void {
    const on = targetOf(event);
    const meaning = keyMeaning({key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey || event.altKey});
    if (!meaning || !on || !scene) return;
    if (on.dataset.lane) {
      if (pressLane(meaning, on)) event.preventDefault();
    } else if (pressMark(meaning, on)) event.preventDefault();
  }

  function pressLane(meaning: KeyMeaning, on: SVGElement): boolean {
    if ("act" in meaning) return (dispatch(meaning.act), true);
    if ("open" in meaning || "lane" in meaning) return (dispatch({do: "lane", id: on.dataset.lane ?? ""}), true);
    if (!("move" in meaning) || !scene) return false;
    const ids = scene.rows.map((row) => row.lane.id);
    const at = ids.indexOf(on.dataset.lane ?? "");
    if (typeof meaning.move === "number") return false;
    const to = {down: at + 1, up: at - 1, first: 0, last: ids.length - 1, next: at, previous: at, leap: at, "leap-back": at}[
      meaning.move
    ];
    laneStop = ids[Math.max(0, Math.min(ids.length - 1, to))] ?? null;
    show(scene);
    surface()
      .svg.querySelector<SVGElement>(`[data-lane="${CSS.escape(laneStop ?? "")}"]`)
      ?.focus();
    return true;
  }

  function pressMark(meaning: KeyMeaning, on: SVGElement): boolean {
    if (!scene) return false;
    const all = stops(scene);
    const at = all.find((s) => s.key === current);
    if ("act" in meaning) dispatch(aimed(meaning.act, at));
    else if ("move" in meaning) stand(move(all, current, meaning.move));
    else if ("lane" in meaning) {
      const lane = scene.rows[at?.rows[0] ?? -1]?.lane.id;
      if (lane) dispatch({do: "lane", id: lane});
    } else if (at?.window) dispatch({do: "window", window: at.window});
    else return open(on.dataset.id ?? "", true);
    return true;
  }

  /** A zoom by key goes to where the reader stands. */
  function aimed(action: Action, at: Stop | undefined): Action {
    if (action.do !== "zoom" || !at || !scene || at.x === Infinity) return action;
    return {...action, at: timeScale(shown, scene.p0, scene.p1).invert(Math.max(scene.p0, Math.min(scene.p1, at.x)))};
  }

  function stand(stop: Stop | null): void {
    if (!stop || !scene) return;
    current = stop.key;
    show(scene);
    focusStop(stop);
  }

  function focusStop(stop: Stop | null): void {
    if (!stop) return;
    const name = stop.id === null ? `[data-from="${stop.window?.from ?? ""}"]` : `.ev[data-id="${CSS.escape(stop.id)}"]`;
    surface()
      .svg.querySelector<SVGElement>(name)
      ?.focus({preventScroll: true, focusVisible: true} as FocusOptions);
  }

  // ---- buttons ---------------------------------------------------------------------------------------------------------

  function runButton(what: string): void {
    if (what === "in") dispatch({do: "zoom", factor: 1.8});
    else if (what === "out") dispatch({do: "zoom", factor: 1 / 1.8});
    else if (what === "whole") dispatch({do: "window", window: null});
    else if (what === "copy") void copy();
    else if (scene) {
      if (nodes.away) {
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
  addEventListener("popstate", () => addressed && dispatch({do: "go", view: told()}), {signal});
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
      dispatch({do: "go", view: told()});
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
      clearTimeout(ghostTimer);
      lights.stop();
      cancelAnimationFrame(frame);
      root.classList.remove("live");
    },
  };
}

if (!customElements.get("letopis-timeline")) customElements.define("letopis-timeline", LetopisTimeline);
