import type {El} from "./el.ts";

/** Who can be reached by keyboard in a drawing, and what stands out in it. */
export type Reach = {
  /** Key of the one mark that takes the keyboard; `marks` false: none does. */
  mark: string | null;
  marks: boolean;
  lane: string | undefined;
  pressed: readonly string[];
  selected: string | null;
  /** Events that stand out from the rest; none: all are alike. */
  pointed: ReadonlySet<string>;
};

/** Gives a drawing one stop for the keyboard among its marks and one among its lanes. Changes the drawing, and returns it. */
export function withTabStops(tree: El[], reach: Reach): El[] {
  for (const part of tree) visit(part, reach);
  return tree;
}

function visit(e: El, reach: Reach): void {
  const key = e.key ?? "";
  if (/^[mlbu]-/.test(key)) {
    const id = e.attrs["data-id"];
    if (reach.marks && !key.startsWith("l-")) e.attrs.tabindex = key === reach.mark ? 0 : -1;
    if (reach.pointed.size && id !== undefined && !reach.pointed.has(String(id))) e.attrs.class = `${String(e.attrs.class)} dim`;
    if (key.startsWith("b-")) e.attrs.role = "button";
    if (id !== undefined && id === reach.selected) e.attrs.class = `${String(e.attrs.class)} selected`;
  } else if (key.startsWith("lane-")) {
    const id = String(e.attrs["data-lane"]);
    Object.assign(e.attrs, {
      role: "button",
      tabindex: id === reach.lane ? 0 : -1,
      "aria-pressed": String(reach.pressed.includes(id)),
    });
  } else for (const child of e.children) if (typeof child !== "string") visit(child, reach);
}
