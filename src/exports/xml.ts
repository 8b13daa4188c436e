import {sound} from "./text.ts";

/** Markup that is already escaped; made by `element` alone, so that a string can never pass for it. */
export type Markup = {readonly markup: string};
type Child = Markup | string | null | undefined | false;

const signs: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};

/** Text as XML and HTML hold it, in an element or in a quoted attribute. No CDATA anywhere, so `]]>` is nothing special. */
export const escapeXml = (text: string): string => sound(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** An element with its children; strings are escaped; attributes that are null or undefined are left out. */
export function element(name: string, attributes: Record<string, string | null | undefined> = {}, ...children: Child[]): Markup {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value != null) open += ` ${key}="${escapeXml(value)}"`;
  return {markup: `${open}>${fragment(...children).markup}</${name}>`};
}

/** Children without an element around them. */
export function fragment(...children: Child[]): Markup {
  let markup = "";
  for (const child of children) if (child) markup += typeof child === "string" ? escapeXml(child) : child.markup;
  return {markup};
}

/** A whole XML file. */
export const xmlFile = (root: Markup): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;
