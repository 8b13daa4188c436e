// Reading: raw texts to events, in one thread and in as many as there are processors; then into content, and again unchanged.
import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {writeSeeds} from "./generate.ts";
import {interleave, median, type Options, type Section} from "./measure.ts";

export const name = "ingest";

const main = resolve("src/cli/main.ts");

/** Runs one of our commands in a folder, where it remembers what it read, with its output thrown away; peak memory in MB. */
function call(args: string[], cwd: string): number {
  const {status, stderr} = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,process.on("exit",()=>console.error("\\nmaxrss",process.resourceUsage().maxRSS))`,
      main,
      ...args,
    ],
    {cwd, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], maxBuffer: 2 ** 30},
  );
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr.slice(-1000)}`);
  return Number(/maxrss (\d+)\s*$/.exec(stderr)?.[1] ?? NaN) / 1000;
}

/** Sizes are documents, by default 1000. */
export async function run({sizes, seed, rounds}: Options): Promise<Section[]> {
  const rows: Section["rows"] = [];
  for (const size of sizes.length ? sizes : [1000]) {
    const folder = mkdtempSync(join(tmpdir(), "letopis-bench-"));
    try {
      const seeds = join(folder, "seeds");
      const megabytes = writeSeeds(seeds, size, seed) / 1e6;
      const content = join(folder, "content");
      mkdirSync(content);
      for (const part of ["site.yaml", "organizations", "countries", "people", "operations", "topics", "places"])
        cpSync(join("content", part), join(content, part), {recursive: true});
      const jobs = availableParallelism();
      const timings = await interleave(
        [
          {name: "extract, 1 thread", run: () => call(["extract", seeds, "--content", content, "--jobs", "1"], folder)},
          {
            name: `extract, ${jobs} threads`,
            run: () => call(["extract", seeds, "--content", content, "--jobs", String(jobs)], folder),
          },
        ],
        rounds,
      );
      const ingest = ["ingest", "--seeds", seeds, "--content", content];
      for (const title of ["ingest, everything new", "ingest, nothing changed"])
        timings.push(...(await interleave([{name: title, run: () => call(ingest, folder)}], 1)));
      for (const {name, times, result} of timings) {
        const seconds = median(times) / 1000;
        rows.push([size, name, seconds, megabytes / seconds, Number(result)]);
      }
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  }
  return [
    {
      title: "Reading seeds",
      note: "Made-up news of 4 kB, a process from start to end. Peers read dates alone: see the section on dates.",
      head: ["documents", "what", "s", "MB/s", "peak, MB"],
      rows,
    },
  ];
}
