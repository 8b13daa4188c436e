import {CORE_SCHEMA, load} from "js-yaml";
import {fenced} from "../../model/fences.ts";
import {quickMatter} from "./quick-matter.ts";

/** A file parted: `data` as its front matter says, `body` from the line after it, not trimmed. */
export type Parted = {data: Record<string, unknown>; body: string};

/**
 * Parts a file into front matter and body; a file without front matter is all body. Core schema: a date stays a string.
 * Throws js-yaml's YAMLException (with line and column) where the front matter is not YAML.
 */
export function part(contents: string): Parted {
  const found = fenced(contents);
  if (!found) return {data: {}, body: contents};
  const {yaml, body} = found;
  const data = load(contents.slice(yaml.start, yaml.end), {schema: CORE_SCHEMA});
  const isMap = typeof data === "object" && data !== null && !Array.isArray(data);
  return {data: isMap ? (data as Record<string, unknown>) : {}, body: contents.slice(body.start)};
}

/** What ingest remembers of a page: most of a front matter's letters, and nothing a site shows. Each list stands on a line of its own. */
const memory = /^ingest:[ \t]*\r?\n(?:[ \t#].*\r?\n?)*/m;
const lists = /^( +)(?:(wrote)|made): \{.*\}[ \t]*(?=\r?$)/gm;

/**
 * As `part`, without the lists of what ingest remembers: an empty one stands for what it wrote. Its data hold no slice of the
 * text, which would keep all of it in memory.
 */
export function partShown(contents: string): Parted {
  const found = fenced(contents);
  if (!found) return part(contents);
  const shown = contents
    .slice(found.yaml.start, found.yaml.end)
    .replace(memory, (block) => block.replace(lists, (_, margin: string, wrote?: string) => (wrote ? `${margin}wrote: {}` : "")));
  const quick = quickMatter(shown);
  if (quick) return {data: quick, body: contents.slice(found.body.start)};
  try {
    return cloned(part(contents.slice(0, found.yaml.start) + shown + contents.slice(found.yaml.end)));
  } catch {
    return cloned(part(contents));
  }
}

const cloned = ({data, body}: Parted): Parted => ({data: structuredClone(data), body});

/** The body of a file, its front matter left unread. */
export function bodyIn(contents: string): string {
  return contents.slice(fenced(contents)?.body.start ?? 0);
}
