import {type KeyMeaning, keyMeaning} from "./keys.ts";
import {timeScale, type Window} from "./scale.ts";
import type {Scene} from "./scene.ts";
import {move, type Stop, stops} from "./stops.ts";
import type {Action} from "./view.ts";

/** The picture the keyboard works on; `scene` and `window` are those of the moment. */
export type Keyed = {
  scene: () => Scene | null;
  window: () => Window;
  svg: () => SVGSVGElement;
  /** Shows a scene anew, for another stop of it takes the keyboard. */
  show: (scene: Scene) => void;
  dispatch: (action: Action) => void;
  /** Opens an event by its id; false where that is left to its link. */
  open: (id: string) => boolean;
};

export type Keyboard = {
  press: (event: KeyboardEvent) => void;
  /** Key of the mark that takes the keyboard, and id of the lane, as far as the reader has chosen. */
  at: () => {mark: string | null; lane: string | null};
  /** Chooses a mark of a scene that has not the one of before: the selected event's, else the first. */
  settle: (scene: Scene, selected: string | null) => void;
  /** Puts the focus on the mark it stood on, once that has another node. */
  refocus: (scene: Scene) => void;
};

/** What can be clicked or focused in a picture: a mark, a label, a column, a lane's head. */
export const targetOf = (event: Pick<Event, "target">): SVGElement | null =>
  (event.target as Element).closest<SVGElement>(".ev, .lg, .bin, .lh");

/** The keyboard in a picture: one stop among its marks, one among its lanes, and what their keys do. */
export function keyboard({scene: seen, window: shown, svg, show, dispatch, open}: Keyed): Keyboard {
  let mark: string | null = null;
  let lane: string | null = null;

  function press(event: KeyboardEvent): void {
    const on = targetOf(event);
    const meaning = keyMeaning({key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey || event.altKey});
    const scene = seen();
    if (!meaning || !on || !scene) return;
    if (on.dataset.lane ? pressLane(meaning, on.dataset.lane, scene) : pressMark(meaning, on, scene)) event.preventDefault();
  }

  function pressLane(meaning: KeyMeaning, id: string, scene: Scene): boolean {
    if ("act" in meaning) return (dispatch(meaning.act), true);
    if ("open" in meaning || "lane" in meaning) return (dispatch({do: "lane", id}), true);
    if (typeof meaning.move === "number") return false;
    const ids = scene.rows.map((row) => row.lane.id);
    const at = ids.indexOf(id);
    const to = {down: at + 1, up: at - 1, first: 0, last: ids.length - 1, next: at, previous: at, leap: at, "leap-back": at}[
      meaning.move
    ];
    lane = ids[Math.max(0, Math.min(ids.length - 1, to))] ?? null;
    show(scene);
    svg()
      .querySelector<SVGElement>(`[data-lane="${CSS.escape(lane ?? "")}"]`)
      ?.focus();
    return true;
  }

  function pressMark(meaning: KeyMeaning, on: SVGElement, scene: Scene): boolean {
    const all = stops(scene);
    const at = all.find((s) => s.key === mark);
    if ("act" in meaning) dispatch(aimed(meaning.act, at, scene));
    else if ("move" in meaning) stand(move(all, mark, meaning.move), scene);
    else if ("lane" in meaning) {
      const lane = scene.rows[at?.rows[0] ?? -1]?.lane.id;
      if (lane) dispatch({do: "lane", id: lane});
    } else if (at?.window) dispatch({do: "window", window: at.window});
    else return open(on.dataset.id ?? "");
    return true;
  }

  /** A zoom by key goes to where the reader stands. */
  function aimed(action: Action, at: Stop | undefined, {p0, p1}: Scene): Action {
    if (action.do !== "zoom" || !at || at.x === Infinity) return action;
    return {...action, at: timeScale(shown(), p0, p1).invert(Math.max(p0, Math.min(p1, at.x)))};
  }

  function stand(stop: Stop | null, scene: Scene): void {
    if (!stop) return;
    mark = stop.key;
    show(scene);
    focus(stop);
  }

  function focus(stop: Stop | undefined): void {
    if (!stop) return;
    const name = stop.id === null ? `[data-from="${stop.window?.from ?? ""}"]` : `.ev[data-id="${CSS.escape(stop.id)}"]`;
    svg()
      .querySelector<SVGElement>(name)
      ?.focus({preventScroll: true, focusVisible: true} as FocusOptions);
  }

  return {
    press,
    at: () => ({mark, lane}),
    settle(scene, selected) {
      const all = stops(scene);
      if (all.some((s) => s.key === mark)) return;
      mark = (all.find((s) => s.id !== null && s.id === selected) ?? all[0])?.key ?? null;
    },
    refocus(scene) {
      focus(stops(scene).find((s) => s.key === mark));
    },
  };
}
