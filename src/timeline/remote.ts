import {html} from "./card.ts";
import {extentOf} from "./extent.ts";
import {matcher} from "./filter.ts";
import {importance} from "./importance.ts";
import type {Tiled, TimelineData, TimelineItem} from "./item.ts";
import {shownIn} from "./layout.ts";
import {loader} from "./loader.ts";
import {allHere, countFiles, countsIn, eventsIn, type Look, shelfIn, wanted} from "./pyramid.ts";
import type {Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import {limitsOf, stage, type Stage} from "./stage.ts";
import {newReading, tally} from "./tally.ts";
import {yearOf, yearStart} from "./ticks.ts";
import type {Manifest} from "./tile.ts";
import {noFilters, same, type View} from "./view.ts";
import {windowList} from "./window-list.ts";
import {scoreWords} from "../i18n/score-words.ts";

/** A set too large for its page: counts and events come from tiles, as far as they are looked at. */
export type Remote = {
  /** What is known for a view's filters now. */
  stage: (view: View) => Stage;
  /** Tells what is looked at; asks for what that needs. */
  look: (view: View, scene: Scene) => void;
  /** Whether all that the first look needed has come or failed. */
  ready: () => boolean;
  item: (id: string) => TimelineItem | undefined;
  /** Puts the events of the window into the list, and says how many there are. */
  follow: (stage: Stage, view: View) => {ids: Set<string>; dated: number; undated: number};
  stop: () => void;
};

/** Most cards of a window. */
const LISTED = 200;
/** ms between two askings while the picture moves. */
const PAUSE = 120;

/**
 * Fetches the manifest; then a way to begin. `changed` is called, at most once a frame, when something has come that the
 * picture may show.
 */
export async function remote(
  root: HTMLElement,
  listRoot: HTMLElement | null,
  data: TimelineData,
  tiled: Tiled,
): Promise<(changed: () => void) => Remote> {
  const base = new URL(tiled.manifest, document.baseURI).href;
  const {words} = tiled;
  const say = notice(root, words.again, () => again());
  let again: () => void = () => undefined;
  const manifest = await manifestOf(base, (retry) => {
    again = retry ?? (() => undefined);
    say(retry ? words.missing : "");
  });
  return (changed) => {
    const begun = begin(say, listRoot, data, tiled, base, manifest, changed);
    again = begun.again;
    return begun;
  };
}

function begin(
  say: (text: string) => void,
  listRoot: HTMLElement | null,
  data: TimelineData,
  tiled: Tiled,
  base: string,
  manifest: Manifest,
  changed: () => void,
): Remote & {again: () => void} {
  const {words} = tiled;
  const places = manifest.lanes.map((id) => data.lanes.findIndex((lane) => lane.id === id));
  const totals = new Map(manifest.lanes.map((id, i) => [id, manifest.totals[i] ?? {all: 0, joint: 0}]));
  const span = manifest.all.dated ? manifest.span : {from: Infinity, to: -Infinity};
  const limits = limitsOf({...span, clocked: manifest.clocked});
  const list = windowList(listRoot, data);
  const items = new Map(data.items.map((item) => [item.id, item]));
  let looked: Look | null = null;
  let inView: readonly string[] = [];
  let last: Stage | null = null;
  let reading = newReading();
  let asked = 0;
  let waiting = 0;
  let frame = 0;

  /** Stretch whose events the last stage holds. */
  let covered: Window | null = null;

  const announce = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  };
  const {files, want, again, stop} = loader(base, () => {
    ask();
    announce();
  });

  /** The look at the whole period, which the strip under the score always shows; its columns are at least 7 px wide. */
  const whole = ({span, filters}: Look): Look => ({window: limits.period, span: (span * 3.6) / 7, filters});

  function ask(): void {
    clearTimeout(waiting);
    waiting = 0;
    asked = performance.now();
    if (!looked) return;
    const {needed, ahead} = wanted(manifest, files, looked);
    const shelf = manifest.shelf === null ? [] : [manifest.shelf];
    inView = [...needed, ...countFiles(manifest, files, whole(looked)), ...shelf];
    want(inView, ahead);
  }

  const failed = () => inView.some((name) => files.get(name)?.state === "failed");
  /** Whether the counts of a look have come or failed. */
  const answered = (look: Look) =>
    countFiles(manifest, files, look).every((name) => ["ready", "failed"].includes(files.get(name)?.state ?? ""));

  return {
    stage(view) {
      // Until the counts of another filter are here the picture stays as it is.
      if (last && looked && !same(last.filters, view.filters) && !answered({...looked, filters: view.filters})) return last;
      const near = looked && allHere(manifest, files, looked.window) ? widened(looked.window) : null;
      covered = near;
      const here = [...data.items, ...shelfIn(manifest, files), ...(near ? eventsIn(manifest, files, near) : [])];
      for (const item of here) if (!items.has(item.id)) items.set(item.id, item);
      const own = [...new Set(here.map(({id}) => id))].flatMap((id) => items.get(id) ?? []);
      const made = stage({...data, items: own}, {by: "organizations", filters: view.filters}, totals);
      const complete = (window: Window) => near !== null && inside(window, near) && allHere(manifest, files, window);
      if (!last || !same(last.filters, view.filters)) reading = newReading();
      last = {
        ...made,
        limits,
        used: new Set(places.filter((row) => row >= 0)),
        tally: tally(manifest, files, view.filters, places, made.lanes.length, complete, reading),
      };
      return last;
    },
    look(view, scene) {
      const span = scene.p1 - scene.p0;
      const next: Look = {
        window: view.window ?? limits.period,
        // The columns of a small picture are at least 7 px wide.
        span: scene.form === "strip" ? (span * 3.6) / 7 : span,
        filters: view.filters,
      };
      if (looked && same(looked, next)) return;
      const before = looked;
      looked = next;
      // Events that came on another occasion are taken up without being asked for.
      if (!(covered && inside(next.window, covered)) && allHere(manifest, files, next.window)) announce();
      if (!before || !same(before.filters, next.filters) || performance.now() - asked > PAUSE) ask();
      else waiting ||= window.setTimeout(ask, PAUSE);
    },
    ready: () => looked !== null && answered(looked),
    item: (id) => items.get(id),
    follow(made, view) {
      const window = view.window ?? limits.period;
      const counts = looked && countsIn(manifest, files, {...looked, window, filters: view.filters});
      const complete = made.tally?.complete(window) ?? false;
      const loaded = shownIn(made, window).flatMap((i) => made.dated[i]?.item ?? []);
      const pool = complete ? loaded : [...loaded, ...topsOf(counts?.top ?? [], view, window)];
      const shown = foremost(pool);
      // Counts cut by participants tell of heads alone.
      const cut = view.filters.lanes.length > 0 || view.filters.joint;
      const beyond = complete && counts?.exact && !cut ? Math.max(0, counts.touching - loaded.length) : 0;
      const dated = complete ? loaded.length + beyond : Math.max(shown.length, (cut ? counts?.counted : counts?.touching) ?? 0);
      const plain = view.window === null && same(view.filters, noFilters);
      list.fill(plain ? null : shown);
      const bound = counts !== null && !counts.exact && !complete;
      const chosen = !plain && !bound && dated - beyond > shown.length;
      const {number} = scoreWords(data.lang);
      const sentences = [
        chosen ? words.choice.replace("{shown}", number(shown.length)).replace("{all}", number(dated)) : "",
        beyond && !plain && !chosen ? words.beyond.replace("{more}", number(beyond)) : "",
        bound ? words.bound : "",
      ].filter(Boolean);
      list.say(sentences, !plain && dated > shown.length ? yearLink(window, tiled) : null);
      say(failed() ? words.missing : "");
      const ids = new Set([...(plain ? data.items : shown).map(({id}) => id), ...made.undated.map(({item}) => item.id)]);
      const counted = made.tally?.undated ?? [];
      const undated = counted.some((n) => n === null) ? made.undated.length : counted.reduce<number>((a, n) => a + (n ?? 0), 0);
      return {ids, dated, undated};
    },
    again,
    stop() {
      stop();
      clearTimeout(waiting);
      cancelAnimationFrame(frame);
    },
  };

  /** The most important events of tiles that a view shows. */
  function topsOf(tops: readonly TimelineItem[], view: View, window: Window): TimelineItem[] {
    const matches = matcher(view.filters, data, (item) => item.lanes);
    const inside = (item: TimelineItem) => {
      const extent = extentOf(item);
      return extent !== null && extent.from < window.to && (extent.to > window.from || extent.head >= window.from);
    };
    return tops.filter((item) => matches(item) && inside(item));
  }
}

const inside = (window: Window, within: Window): boolean => window.from >= within.from && window.to <= within.to;

/** A window with as much again on either side: the events of one step. */
const widened = ({from, to}: Window): Window => ({from: from - (to - from), to: to + (to - from)});

/** The most important events of some, each once, in order of time. */
function foremost(pool: readonly TimelineItem[]): TimelineItem[] {
  const once = [...new Map(pool.map((item) => [item.id, item])).values()];
  const head = (item: TimelineItem) => extentOf(item)?.head ?? 0;
  return once
    .map((item) => ({item, weight: importance(item)}))
    .sort((a, b) => b.weight - a.weight || (a.item.id < b.item.id ? -1 : 1))
    .slice(0, LISTED)
    .map(({item}) => item)
    .sort((a, b) => head(a) - head(b) || (a.id < b.id ? -1 : 1));
}

/** Where all events of a window stand: on the page of its year, or where the years begin. */
function yearLink(window: Window, {years, words}: Tiled): {text: string; href: string} {
  const year = yearOf(window.from);
  const one = yearStart(year + 1) >= window.to;
  const name = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
  return one ? {text: words.year.replace("{year}", String(year)), href: `${years}${name}/`} : {text: words.years, href: years};
}

/** The manifest, asked for until it is here; `failing` is told a way to ask at once, and null when it is over. */
async function manifestOf(address: string, failing: (retry: (() => void) | null) => void): Promise<Manifest> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const manifest = (await answer.json()) as Manifest;
      if (tries) failing(null);
      return manifest;
    } catch {
      await new Promise<void>((wake) => {
        failing(wake);
        setTimeout(wake, Math.min(60_000, 1000 * 2 ** tries));
      });
    }
  }
}

/** A line under the picture that says what could not be loaded, with a button to ask again; hidden while it is told nothing. */
function notice(root: HTMLElement, button: string, again: () => void): (text: string) => void {
  const line = html("p", "meta not-loaded");
  line.setAttribute("role", "status");
  line.hidden = true;
  const press = html("button", "", [button]) as HTMLButtonElement;
  press.type = "button";
  press.addEventListener("click", again);
  root.append(line);
  return (text) => {
    if (line.hidden === !text) return;
    line.hidden = !text;
    line.replaceChildren(...(text ? [text, " ", press] : []));
  };
}
