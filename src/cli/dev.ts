import {existsSync, watch} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {type Placed} from "../model/desk.ts";
import {run as check} from "./check.ts";
import {layDesk} from "./desk.ts";
import {run as ingest} from "./ingest.ts";
import {astro, contentFolder, exitOf, root} from "./site.ts";

const help = `npm run dev -- [options for astro dev]
Reads the seeds, then serves the site as it is being written: a changed seed is read again, a changed page shows at once.`;

/** Quiet after the last change of a file before it is read, ms: an editor saves in several steps. */
const REST = 200;

/** `npm run dev`: ingest, check, Astro's dev server; again whenever a seed changes, and check alone after a page did. */
export async function run(args: string[]): Promise<number> {
  const {values} = parseArgs({
    args,
    strict: false,
    options: {help: {type: "boolean", short: "h", default: false}},
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  process.chdir(root);
  const options = ["--content", contentFolder];
  // Where the pages look for what the runs found in their files.
  const desk = join(root, ".cache/desk.json");
  process.env.LETOPIS_DESK = desk;
  let unread: Placed[] = [];
  const look = () => check(options, (found, pages) => layDesk(desk, pages, [...unread, ...found]));
  const read = async () => {
    await ingest(options, ({problems}) => (unread = problems));
    await look();
  };
  await read();
  const timers = new Map<string, NodeJS.Timeout>();
  let running = Promise.resolve();
  // One run at a time: a change during a run waits for its end.
  const onChange = (folder: string, run: () => Promise<unknown>) => {
    const start = () => {
      running = running.then(run).then(
        () => undefined,
        (error: unknown) => console.error(error),
      );
    };
    return watch(folder, {recursive: true}, () => {
      clearTimeout(timers.get(folder));
      timers.set(folder, setTimeout(start, REST));
    });
  };
  const seeds = join(root, "seeds");
  const watchers = [...(existsSync(seeds) ? [onChange(seeds, read)] : []), onChange(contentFolder, look)];
  const code = await exitOf(astro(["dev", ...args]));
  for (const watcher of watchers) watcher.close();
  for (const timer of timers.values()) clearTimeout(timer);
  await running;
  return code;
}
