import {createHash} from "node:crypto";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {run as check} from "./check.ts";
import {run as ingest} from "./ingest.ts";
import {jobsFrom} from "./jobs.ts";
import {rebuild, versionOf} from "./kept-pages.ts";
import {indexSite} from "./search-index.ts";
import {astro, contentFolder, exitOf, outFolder, readSite, root} from "./site.ts";
import {unbuilt} from "./unbuilt.ts";

const help = `npm run build -- [options]
Reads the seeds, checks the content, and builds the site into dist/.

  --no-ingest   build the content as it stands
  --no-search   leave out the search index
  --full        write every page anew, also those that did not change
  --jobs N      read seeds, make pages and the search index in N threads (as many as are of use and the machine has)`;

/** `npm run build`: ingest, check, pages, search index. Stops at the first that fails and returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const {values} = parseArgs({
    args,
    allowNegative: true,
    options: {
      ingest: {type: "boolean", default: true},
      search: {type: "boolean", default: true},
      full: {type: "boolean", default: false},
      jobs: {type: "string"},
      help: {type: "boolean", short: "h", default: false},
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (jobsFrom(values.jobs, 1) === null) {
    console.error(`--jobs is a number of threads, 1 or more, not «${values.jobs ?? ""}».`);
    return 2;
  }
  const jobs = values.jobs === undefined ? [] : ["--jobs", values.jobs];
  process.chdir(root);
  if (values.ingest) {
    const steps = [
      {says: "Reading the seeds", step: ingest, options: jobs},
      {says: "Checking the pages", step: check, options: []},
    ];
    for (const {says, step, options} of steps) {
      console.log(says);
      const code = await step(["--content", contentFolder, ...options]);
      if (code !== 0) return code;
    }
  }
  console.log("Building the site");
  const over = rebuild(
    outFolder,
    keptFolder(),
    versionOf(["astro.config.mjs", "package-lock.json", "public", "src", contentFolder]),
    values.full,
  );
  const quiet = process.stdout.isTTY ? [] : ["--silent"];
  const code = await exitOf(
    astro(["build", ...quiet], {LETOPIS_KEPT: over.folder, ...(values.jobs && {LETOPIS_JOBS: values.jobs})}),
  );
  if (code !== 0) return code;
  // A page may be lost in silence: two files with one address, a name the builder skips.
  const missing = unbuilt(outFolder, contentFolder, readSite().languages);
  if (missing.length) {
    console.error([`The site lacks ${String(missing.length)} pages:`, ...missing.map((name) => `  ${name}`)].join("\n"));
    return 1;
  }
  const stale = over.settle();
  if (!stale) over.leave();
  else if (!values.search) over.leave(null);
  else {
    console.log("Making the search index");
    const {last, changed} = stale;
    const jobs = values.jobs === undefined ? {} : {jobs: Number(values.jobs)};
    over.leave(await indexSite(outFolder, readSite().languages, {last: last ?? {}, changed, ...jobs}));
  }
  console.log(`The site stands in ${outFolder}`);
  return 0;
}

/** What is kept between builds, apart for each content and output; it can be deleted without harm. */
const keptFolder = (): string =>
  join(root, ".cache/pages", createHash("sha256").update(`${contentFolder}\0${outFolder}`).digest("hex").slice(0, 12));
