import {render, textOf} from "./engine.ts";
import {type Wanted} from "./wanted.ts";

/** Why a page, read by the site's own engine, is not its text; null when it is. */
export function unfaithful({body, text}: Pick<Wanted, "body" | "text">): string | null {
  const [bodies, texts] = [body.split("\n\n"), text.split("\n\n")];
  if (bodies.length !== texts.length) return misread(body, text);
  const unsure = bodies.flatMap((one, i) => (isEvident(one, texts[i] ?? "") ? [] : [i]));
  const these = (list: string[]) => unsure.map((i) => list[i]).join("\n\n");
  return unsure.length ? misread(these(bodies), these(texts)) : null;
}

// A paragraph need not be read to know that it is its text: nothing in it was escaped but stars and underlines, no line of it
// begins with a list's number, a word of the builder's or a component that stands alone, and no other sign in it means anything
// to Markdown.
function isEvident(body: string, text: string): boolean {
  if (!body || !text) return body === text;
  const inside = whole.exec(body)?.[1] ?? body;
  if (!plain.test(text) || doubtful.test(inside)) return false;
  const words = inside.replace(ours, "");
  return !unescaped.test(words) && words.replace(escaped, "$1") === text;
}
const unescaped = /(?<!\\)[*_]/;
const escaped = /\\([*_])/g;
const whole = /^<p>(<.*)<\/p>$/su;
// Letters of our texts only: an engine asks a function for each sign of a class as wide as \p{L}.
const letters = "a-zA-Z0-9\\u0400-\\u0481\\u048a-\\u052f";
const first = `${letters}«“„"(–—…№§©°•·`;
const line = `[${first}][${first} \\u00a0.,:;!?)»”’'‘%/+=*_-]*`;
const plain = new RegExp(`^${line}(?:\\n${line})*$`, "u");
const doubtful = /(?:^|\n)(?:<\/|(?:<[^>]*>)+(?![<\p{L}\p{N}«“„])|import|export|\d{1,9}[.)])|www\.|:\/\/|\s\s/iu;
const ours = new RegExp(`</?(?:Quote|When|Mention)(?: [a-z]+="[${letters} .:/?~%_+-]*")*>`, "gu");

function misread(body: string, text: string): string | null {
  let read: string;
  try {
    read = textOf(render(body));
  } catch (error) {
    return `it does not compile (${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)})`;
  }
  if (read === text) return null;
  let at = 0;
  while (read[at] === text[at]) at++;
  return `«${text.slice(at, at + 20)}» became «${read.slice(at, at + 20)}»`;
}

/** A word in front matter that Astro would replace or import in the built code, with no way to write it otherwise. */
export function unfit(record: object): string | null {
  return /__ASTRO_(?:ASSET_IMAGE__|IMAGE_)/.exec(JSON.stringify(record))?.[0] ?? null;
}
