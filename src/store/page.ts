import {LRUCache} from "lru-cache";
import {type Span} from "../model/span.ts";
import {bodyDigest, digest} from "./digest.ts";
import {type Field, type Matter, readMatter} from "./frontmatter.ts";
import {isEmpty, type Folder, optional, type Wanted} from "./wanted.ts";
import {memo, yamlValue} from "./yaml.ts";

/** A page of `content/` as it stands. */
export type Page = {
  readonly folder: Folder;
  readonly id: string;
  /** Path below the content folder. */
  readonly path: string;
  readonly text: string;
  /** The text up to the fence that closes the front matter; what looks like a field further down is none. */
  readonly head: string;
  /** Identity of the record it was written from; null for a page a person made. */
  readonly key: string | null;
  /** Whether a person says in it which events are one (`sameAs`, `notSameAs`). */
  readonly isJudged: boolean;
  /** Its front matter, parsed when asked for. */
  matter(): Matter;
};

/** Front matter of pages that hold no text of their own, as far as it was parsed last. */
const matters = new LRUCache<Page, Matter>({max: 500});

class StoredPage implements Page {
  readonly folder: Folder;
  readonly id: string;
  readonly path: string;
  readonly key: string | null;
  readonly isJudged: boolean;
  readonly #text: string | ((path: string) => string);
  #matter: Matter | undefined;

  constructor(folder: Folder, path: string, text: string | ((path: string) => string)) {
    this.folder = folder;
    this.id = path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx$/, "");
    this.path = path;
    this.#text = text;
    const head = this.head;
    this.isJudged = /^(?:notSameAs|sameAs):/m.test(head);
    this.key = keyOf(head, () => this.matter());
  }

  get text(): string {
    return typeof this.#text === "string" ? this.#text : this.#text(this.path);
  }

  get head(): string {
    const text = this.text;
    const closing = text.indexOf("\n---", 3);
    return closing < 0 ? text : text.slice(0, closing + 1);
  }

  matter(): Matter {
    const known = this.#matter ?? matters.get(this);
    if (known) return known;
    const matter = readMatter(this.text);
    if (typeof this.#text === "string") this.#matter = matter;
    else matters.set(this, matter);
    return matter;
  }
}

/**
 * `text`: the page's own, or how to read it by its path whenever it is asked for, so that a hundred thousand pages need not be
 * held at once.
 */
export const page = (folder: Folder, path: string, text: string | ((path: string) => string)): Page =>
  new StoredPage(folder, path, text);

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
  const wrote: Record<string, string> = Object.fromEntries(fields.map(([name, value]) => [name, digest(value)]));
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
