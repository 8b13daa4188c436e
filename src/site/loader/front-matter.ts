import {CORE_SCHEMA, load} from "js-yaml";

/** A file parted: `data` as its front matter says, `body` from the line after it, not trimmed. */
export type Parted = {data: Record<string, unknown>; body: string};

const matter = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/**
 * Parts a file into front matter and body; a file without front matter is all body. Core schema: a date stays a string.
 * Throws js-yaml's YAMLException (with line and column) where the front matter is not YAML.
 */
export function part(contents: string): Parted {
  const m = matter.exec(contents);
  if (m?.index !== 0) return {data: {}, body: contents};
  const data = load(m[1] ?? "", {schema: CORE_SCHEMA});
  const isMap = typeof data === "object" && data !== null && !Array.isArray(data);
  return {data: isMap ? (data as Record<string, unknown>) : {}, body: contents.slice(m[0].length)};
}

/** The body of a file, its front matter left unread. */
export function bodyIn(contents: string): string {
  const m = matter.exec(contents);
  return m?.index === 0 ? contents.slice(m[0].length) : contents;
}
