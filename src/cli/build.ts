import {rm} from "node:fs/promises";
import {parseArgs} from "node:util";
import {run as check} from "./check.ts";
import {run as ingest} from "./ingest.ts";
import {indexSite} from "./search-index.ts";
import {astro, contentFolder, exitOf, outFolder, readSite, root} from "./site.ts";
import {unbuilt} from "./unbuilt.ts";

const help = `npm run build -- [options]
Reads the seeds, checks the content, and builds the site into dist/.

  --no-ingest   build the content as it stands
  --no-search   leave out the search index`;

/** `npm run build`: ingest, check, pages, search index. Stops at the first that fails and returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const {values} = parseArgs({
    args,
    allowNegative: true,
    options: {
      ingest: {type: "boolean", default: true},
      search: {type: "boolean", default: true},
      help: {type: "boolean", short: "h", default: false},
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  process.chdir(root);
  if (values.ingest) {
    const steps = [
      {says: "Reading the seeds", step: ingest},
      {says: "Checking the pages", step: check},
    ];
    for (const {says, step} of steps) {
      console.log(says);
      const code = await step(["--content", contentFolder]);
      if (code !== 0) return code;
    }
  }
  console.log("Building the site");
  // Astro leaves files of an earlier build where it does not write them again.
  await rm(outFolder, {recursive: true, force: true});
  const code = await exitOf(astro(["build", ...(process.stdout.isTTY ? [] : ["--silent"])]));
  if (code !== 0) return code;
  // A page may be lost in silence: two files with one address, a name the builder skips.
  const missing = unbuilt(outFolder, contentFolder, readSite().languages);
  if (missing.length) {
    console.error([`The site lacks ${String(missing.length)} pages:`, ...missing.map((name) => `  ${name}`)].join("\n"));
    return 1;
  }
  if (values.search) {
    console.log("Making the search index");
    await indexSite(outFolder);
  }
  console.log(`The site stands in ${outFolder}`);
  return 0;
}
