import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import type {z} from "zod";
import {type Parted, partShown} from "./front-matter.ts";

type Entry = {data: object; filePath?: string | undefined};

/** Whether an entry was stored without its front matter. None that was stored with it is empty: each has a title or a name. */
export const isLean = ({data}: Entry): boolean => Object.keys(data).length === 0;

/**
 * What the front matter of a loaded entry says, by its schema: from Astro's store, or, of an archive too large for it, from the
 * entry's file. Throws with the file and the field that is wrong.
 */
export function matterOf<S extends z.ZodType>(entry: Entry, schema: S): z.output<S> {
  if (!isLean(entry) || entry.filePath === undefined) return entry.data as z.output<S>;
  const path = resolve(entry.filePath);
  const said = schema.safeParse(read(readFileSync(path, "utf8"), path).data);
  if (said.success) return said.data;
  const [first] = said.error.issues;
  throw new Error(`${path}: «${first?.path.join(".") ?? ""}»: ${first?.message ?? "not valid"}. npm run check says what to do.`);
}

/** A file parted, for pages; says of which file the front matter cannot be read. */
export function read(contents: string, path: string): Parted {
  try {
    return partShown(contents);
  } catch (error) {
    throw new Error(`${path}: front matter: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
  }
}
