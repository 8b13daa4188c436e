import type {Stage} from "./stage.ts";
import {shownIn} from "./layout.ts";
import type {Window} from "./scale.ts";

/** The items a view shows, in order of time, the undated last. */
export function shownItems(stage: Stage, window: Window | null) {
  const shown = shownIn(stage, window ?? stage.limits.period);
  return [...shown.flatMap((i) => stage.dated[i]?.item ?? []), ...stage.undated.map((u) => u.item)];
}
