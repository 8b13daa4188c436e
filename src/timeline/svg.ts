import {draw} from "./draw.ts";
import type {El} from "./el.ts";
import type {Scene} from "./scene.ts";

const escapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

/** Markup of an element tree. */
export function markup({tag, attrs, children}: El): string {
  const list = Object.entries(attrs).map(([name, value]) => ` ${name}="${escape(String(value))}"`);
  const inner = children.map((child) => (typeof child === "string" ? escape(child) : markup(child))).join("");
  return inner ? `<${tag}${list.join("")}>${inner}</${tag}>` : `<${tag}${list.join("")}/>`;
}

/** A scene as SVG markup. */
export const svg = (scene: Scene, options: {id: string; label: string}): string => markup(draw(scene, options));
