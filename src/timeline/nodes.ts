import type {El} from "./el.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What a node was last made from. */
const made = new WeakMap<Element, El>();

/** A node for an element of a drawing. */
export function node(el: El): SVGElement {
  const out = document.createElementNS(SVG, el.tag);
  for (const [name, value] of Object.entries(el.attrs)) out.setAttribute(name, String(value));
  out.replaceChildren(...el.children.map((child) => (typeof child === "string" ? child : node(child))));
  made.set(out, el);
  return out;
}

/**
 * Makes a node's children those of a drawing, keeping nodes by key, else by place, so that focus and hover survive.
 * Children that no drawing made are replaced.
 */
export function patchChildren(parent: Element, next: readonly (El | string)[]): void {
  if (inPlace(parent, next)) return;
  if (next.every((child) => typeof child === "string")) {
    const text = next.join("");
    if (parent.textContent !== text || parent.firstElementChild) parent.textContent = text;
    return;
  }
  const keyed = new Map<string, Element>();
  const loose: Element[] = [];
  for (const child of parent.children) {
    const before = made.get(child);
    if (before?.key !== undefined) keyed.set(before.key, child);
    else if (before) loose.push(child);
  }
  let at = 0;
  const children = next.flatMap((el) => {
    if (typeof el === "string") return [];
    const known = el.key !== undefined ? keyed.get(el.key) : loose[at++];
    return [{el, kept: known && made.get(known)?.tag === el.tag ? known : null}];
  });
  // What goes, goes first: a node that stays is then in its place already, and keeps the focus that moving it would lose.
  const staying = new Set<ChildNode | null>(children.map(({kept}) => kept));
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove();
  let place: ChildNode | null = parent.firstChild;
  for (const {el, kept} of children) {
    if (kept) patch(kept, el);
    const child = kept ?? node(el);
    if (child === place) place = place.nextSibling;
    else parent.insertBefore(child, place);
  }
}

/** The common case of a picture that moves: the same elements in the same order, each patched where it stands. */
function inPlace(parent: Element, next: readonly (El | string)[]): boolean {
  if (parent.childElementCount !== next.length || !next.length) return false;
  let child = parent.firstElementChild;
  for (const el of next) {
    const before = child && made.get(child);
    if (!before || typeof el === "string" || before.key !== el.key || before.tag !== el.tag) return false;
    child = child?.nextElementSibling ?? null;
  }
  child = parent.firstElementChild;
  for (const el of next) {
    if (child && typeof el !== "string") patch(child, el);
    child = child?.nextElementSibling ?? null;
  }
  return true;
}

function patch(target: Element, next: El): void {
  const before = made.get(target);
  if (before === next) return;
  for (const name in next.attrs)
    if (before?.attrs[name] !== next.attrs[name]) target.setAttribute(name, String(next.attrs[name]));
  for (const name in before?.attrs ?? {}) if (!(name in next.attrs)) target.removeAttribute(name);
  made.set(target, next);
  if (!before || !sameWords(before.children, next.children)) patchChildren(target, next.children);
}

/** Whether both hold nothing, or one and the same text. */
const sameWords = (a: El["children"], b: El["children"]): boolean =>
  a.length === b.length && (a.length === 0 || (a.length === 1 && typeof a[0] === "string" && a[0] === b[0]));
