import {binsOf} from "./draw-bins.ts";
import type {El} from "./el.ts";
import {kindred} from "./ease.ts";
import type {Scene} from "./scene.ts";

/** Columns and marks that pass into each other. */
export type Resolving = {
  /** Begins where the next scene has another density than the one drawn; `done` is called when it has ended. */
  begin: (before: Scene | null, next: Scene, box: HTMLElement, done: () => void) => void;
  /** A drawing with the columns that are still fading. */
  over: (tree: El[]) => El[];
  stop: () => void;
};

/** `length`: ms it takes; `still` readers see none of it. */
export function resolving(length: number, still: () => boolean): Resolving {
  let ghost: El | null = null;
  let timer = 0;
  return {
    begin(before, next, box, done) {
      if (!before || !kindred(before, next) || before.density === next.density || still()) return;
      ghost = before.bins && !next.bins ? {...binsOf(before.bins, before), key: "ghost", attrs: {class: "bins ghost"}} : null;
      box.classList.add("resolving");
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        ghost = null;
        box.classList.remove("resolving");
        done();
      }, length);
    },
    over: (tree) => (ghost ? tree.toSpliced(-1, 0, ghost) : tree),
    stop: () => clearTimeout(timer),
  };
}
