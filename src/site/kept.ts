import {appendFileSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {isMainThread} from "node:worker_threads";

/**
 * What the command that builds knows of the last build and wants to know of this one; unset where all is written, and in a
 * thread that writes what it is asked for.
 */
const folder = isMainThread ? process.env.LETOPIS_KEPT : undefined;

/** Pages that still stand, by file below the output folder, with the digest of what they were made of. */
let before: Map<string, string> | undefined;
const read = (from: string) =>
  (before ??= new Map(Object.entries(JSON.parse(readFileSync(join(from, "before.json"), "utf8")) as Record<string, string>)));

type Path = {params: Record<string, string | undefined>};

/**
 * Of a route's paths those whose page must be written. The others stand as the last build left them, for what they are made
 * of is the same; see inputs.ts. `file` is the route's file with its parameters in brackets, `digest` of the path's page.
 */
export function changed<P extends Path>(file: string, paths: readonly P[], digest: (path: P) => string | null): P[] {
  if (folder === undefined) return [...paths];
  const stands = read(folder);
  const lines: string[] = [];
  const left = paths.filter((path) => {
    const page = fill(file, path.params);
    const sum = digest(path);
    lines.push(JSON.stringify([page, sum]));
    return sum === null || stands.get(page) !== sum;
  });
  if (lines.length) appendFileSync(join(folder, "now.ndjson"), `${lines.join("\n")}\n`);
  return left;
}

/** `[...lang]/events/[id]/index.html` with its parameters; one that is missing takes its stroke along. */
const fill = (file: string, params: Path["params"]): string =>
  file
    .replace(/^\//, "")
    .replace(/\[(?:\.\.\.)?(\w+)\](\/?)/g, (_, name: string, stroke: string) =>
      params[name] === undefined ? "" : `${params[name]}${stroke}`,
    );
