import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {bodyIn} from "./front-matter.ts";

/**
 * The body of a loaded entry, read from its file. Astro writes its store into the build as one module, so what stands there
 * is held several times over; at ten thousand documents the bodies would be most of it.
 */
export const bodyOf = ({filePath}: {filePath?: string | undefined}): string =>
  filePath === undefined ? "" : bodyIn(readFileSync(resolve(filePath), "utf8"));
