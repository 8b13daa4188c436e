import {render, textOf} from "./engine.ts";
import {type Wanted} from "./wanted.ts";

/** Why a page, read by the site's own engine, is not its text; null when it is. */
export function unfaithful(wanted: Pick<Wanted, "body" | "text">): string | null {
  let read: string;
  try {
    read = textOf(render(wanted.body));
  } catch (error) {
    return `it does not compile (${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)})`;
  }
  if (read === wanted.text) return null;
  let at = 0;
  while (read[at] === wanted.text[at]) at++;
  return `«${wanted.text.slice(at, at + 20)}» became «${read.slice(at, at + 20)}»`;
}

/** A word in front matter that Astro would replace or import in the built code, with no way to write it otherwise. */
export function unfit(record: object): string | null {
  return /__ASTRO_(?:ASSET_IMAGE__|IMAGE_)/.exec(JSON.stringify(record))?.[0] ?? null;
}
