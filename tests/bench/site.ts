// Our whole site, from seeds to search index: from nothing, again, and with one seed changed.
import {appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {build, type Run, type Way} from "./build.ts";
import {writeSeeds} from "./generate.ts";
import {type Options, type Section} from "./measure.ts";

export const name = "site";

/** Sizes are seeds, by default 100 and 500; one turn each, for a build takes long. */
export function run({sizes, seed}: Options): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "letopis-bench-"));
  try {
    const rows = (sizes.length ? sizes : [100, 500]).map((size) => wholeSite(folder, size, seed));
    return Promise.resolve([
      {
        title: "Build: the whole site",
        note: "npm run build from seeds to search index, every page in both languages. «Again»: nothing changed; «one changed»: a line more in one seed. Beside each time the seconds that processors worked.",
        head: [
          "seeds",
          "pages",
          "peak, MB",
          "cold, s",
          "(processor)",
          "again, s",
          "(processor)",
          "one changed, s",
          "(processor)",
        ],
        rows,
      },
    ]);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function wholeSite(folder: string, size: number, seed: number): Section["rows"][number] {
  // The command reads the seeds of its own project: a copy of it, with the packages of this one.
  const project = join(folder, "project");
  for (const name of ["src", "public", "astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(name, join(project, name), {recursive: true});
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  const content = join(project, "content");
  for (const name of ["site.yaml", "organizations", "countries", "people", "operations", "topics", "places"])
    cpSync(join("content", name), join(content, name), {recursive: true});
  writeSeeds(join(project, "seeds"), size, seed);
  const out = join(project, "dist");
  const way: Way = {
    name: "whole",
    out,
    cwd: project,
    keep: true,
    command: [process.execPath, "src/cli/main.ts", "build"],
    env: {LETOPIS_CONTENT: content, LETOPIS_OUT: out},
  };
  const cold = build(way, folder);
  const pages = readdirSync(out, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".html")).length;
  const again = build(way, folder);
  const [one = ""] = readdirSync(join(project, "seeds"));
  appendFileSync(join(project, "seeds", one), "\nДобавлено.\n");
  const changed = build(way, folder);
  rmSync(project, {recursive: true, force: true});
  const both = ({seconds, processor}: Run) => [seconds, processor];
  return [size, pages, cold.megabytes, ...both(cold), ...both(again), ...both(changed)];
}
