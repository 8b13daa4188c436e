import {type Span} from "../model/span.ts";
import {bodyDigest, digest} from "./digest.ts";
import {type Field, type Matter, readMatter} from "./frontmatter.ts";
import {isEmpty, type Folder, optional, type Wanted} from "./wanted.ts";
import {memo, yamlValue} from "./yaml.ts";

/** A page of `content/` as it stands. */
export type Page = {
  folder: Folder;
  id: string;
  /** Path below the content folder. */
  path: string;
  text: string;
  /** The text up to the fence that closes the front matter; what looks like a field further down is none. */
  head: string;
  /** Identity of the record it was written from; null for a page a person made. */
  key: string | null;
  /** Its front matter, parsed when first asked for. */
  matter: () => Matter;
};

export function page(folder: Folder, path: string, text: string): Page {
  let matter: Matter | undefined;
  const read = () => (matter ??= readMatter(text));
  const id = path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx$/, "");
  const closing = text.indexOf("\n---", 3);
  const head = closing < 0 ? text : text.slice(0, closing + 1);
  return {folder, id, path, text, head, key: keyOf(head, read), matter: read};
}

// As ingest writes it, the key can be read without parsing; ten thousand pages are read in every run.
function keyOf(head: string, read: () => Matter): string | null {
  if (!/^ingest\b/m.test(head)) return null;
  const quick = /^ingest:\r?\n {2}key: ("(?:[^"\\]|\\.)*")\r?$/m.exec(head)?.[1];
  if (quick) return JSON.parse(quick) as string;
  const key = (read().values?.ingest as {key?: unknown} | undefined)?.key;
  return typeof key === "string" ? key : null;
}

/** Said above the memory of ingest in every page it makes. */
export const memoryNote = "# What you change above stays as you write it. The rest is how ingest knows.";
export const memoryOrder = ["key", "made", "wrote"];

/** A page written anew. */
export function freshPage(wanted: Wanted): string {
  const fields = Object.entries(wanted.fields).filter(([name, value]) => !(optional.has(name) && isEmpty(value)));
  const wrote = Object.fromEntries([...fields, ["body", wanted.body]].map(([name, value]) => [name, digest(value)]));
  wrote.body = bodyDigest(wanted.body);
  const lines = fields.map(([name, value]) => `${String(name)}:${yamlValue(value)}`);
  const made = wanted.made && Object.keys(wanted.made).length ? [`  made: ${memo(wanted.made)}`] : [];
  const memory = [`  key: ${memo(wanted.key)}`, ...made, `  wrote: ${memo(wrote)}`];
  return ["---", ...lines, memoryNote, "ingest:", ...memory, "---", ...(wanted.body ? ["", wanted.body] : []), ""].join("\n");
}

/** Digests of what ingest last wrote, by field. */
export function wroteOf(matter: Matter): Record<string, string> {
  const wrote = matter.memory.get("wrote")?.value;
  if (typeof wrote !== "object" || wrote === null) return {};
  return Object.fromEntries(Object.entries(wrote).map(([name, value]) => [name, String(value)]));
}

/** Pages made from this one, by the rest of their key. */
export function madeOf(page: Page): Record<string, string> {
  const quick = /^ {2}made: (\{.*\})\r?$/m.exec(page.head)?.[1];
  const made = (quick && json(quick)) ?? page.matter().memory.get("made")?.value;
  if (typeof made !== "object" || made === null) return {};
  return Object.fromEntries(Object.entries(made).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body without the blanks around it. */
export function bodySpan({text, body}: Matter): Span {
  const whole = text.slice(body.start, body.end);
  const start = body.start + (whole.length - whole.trimStart().length);
  return {start: Math.min(start, body.start + whole.trimEnd().length), end: body.start + whole.trimEnd().length};
}

/** Whether a field still holds what ingest wrote, in a form ingest may replace. */
export const isOurs = (field: Field, wrote: string | undefined): boolean => !field.fragile && digest(field.value) === wrote;

/** Whether a person has changed anything: a field, the body, a field of their own, a comment, the order. */
export function isEdited(matter: Matter): boolean {
  if (!matter.values) return true;
  const wrote = wroteOf(matter);
  const {start, end} = bodySpan(matter);
  if (bodyDigest(matter.text.slice(start, end)) !== wrote.body) return true;
  for (const [name, field] of matter.fields) if (name !== "ingest" && !isOurs(field, wrote[name])) return true;
  const order = [...matter.fields.keys()].filter((name) => name in wrote);
  if (
    order.join() !==
    Object.keys(wrote)
      .filter((name) => matter.fields.has(name))
      .join()
  )
    return true;
  const yaml = matter.text.slice(matter.yaml.start, matter.yaml.end).replace(memoryNote, "");
  return matter.comments > (yaml.length < matter.yaml.end - matter.yaml.start ? 1 : 0);
}
