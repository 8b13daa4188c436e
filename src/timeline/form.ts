import {readPeriodField, writePeriodField} from "./period.ts";
import type {Window} from "./scale.ts";
import type {Action, Filters, LaneKind, View} from "./view.ts";

/** The bar of filters, as a source of actions and a mirror of the view. */
export type FilterForm = {mirror: (view: View, window: Window, whole: boolean) => void};

const filterNames = ["organization", "country", "topic", "type", "status", "certainty", "text"] as const;

/** Binds to a form whose fields have the names of the filters; `act` takes the actions, `run` what its buttons ask. */
export function filterForm(form: HTMLFormElement | null, act: (action: Action) => void, run: (what: string) => void): FilterForm {
  if (!form) return {mirror: () => undefined};
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
  let shown: Window | null = null;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const {name, value} = event.target as HTMLInputElement;
    if (name === "joint") act({do: "filter", set: {joint: (event.target as HTMLInputElement).checked}});
    else if (name === "by") act({do: "by", kind: value as LaneKind});
    else if ((filterNames as readonly string[]).includes(name)) act({do: "filter", set: {[name]: value} as Partial<Filters>});
  });
  form.addEventListener("change", (event) => {
    const target = event.target as HTMLInputElement;
    if (!shown || (target.name !== "from" && target.name !== "to")) return;
    const t = readPeriodField(target.value, target.name === "to");
    const next = t === null ? null : {...shown, [target.name]: t};
    target.setAttribute("aria-invalid", String(target.value !== "" && (!next || next.from >= next.to)));
    if (target.value === "") act({do: "window", window: null});
    else if (next && next.from < next.to) act({do: "window", window: next});
  });
  form.addEventListener("click", (event) => {
    const what = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (what) run(what);
  });
  return {
    mirror(view, window, whole) {
      shown = window;
      for (const name of filterNames) {
        const input = field(name);
        if (input && input.value !== view.filters[name]) input.value = view.filters[name];
      }
      const joint = field("joint") as HTMLInputElement | null;
      if (joint) joint.checked = view.filters.joint;
      const by = field("by");
      if (by) by.value = view.by;
      for (const name of ["from", "to"] as const) {
        const input = field(name);
        if (!input || input === document.activeElement) continue;
        input.value = writePeriodField(window[name], name === "to");
        input.setAttribute("aria-invalid", "false");
      }
      for (const [what, off] of [
        ["whole", whole],
        ["out", whole],
      ] as const) {
        const button = form.querySelector<HTMLButtonElement>(`[data-do="${what}"]`);
        if (button) button.disabled = off;
      }
    },
  };
}
