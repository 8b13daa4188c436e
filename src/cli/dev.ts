import {existsSync, watch} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {run as ingest} from "./ingest.ts";
import {astro, contentFolder, exitOf, root} from "./site.ts";

const help = `npm run dev -- [options for astro dev]
Reads the seeds, then serves the site as it is being written: a changed seed is read again, a changed page shows at once.`;

/** Quiet after the last change of a seed before it is read, ms: an editor saves in several steps. */
const REST = 200;

/** `npm run dev`: ingest, Astro's dev server, and ingest again whenever a seed changes. */
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
  await ingest(options);
  const seeds = join(root, "seeds");
  let timer: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  // One run at a time: a change during a run waits for its end.
  const again = () => {
    reading = reading
      .then(() => ingest(options))
      .then(
        () => undefined,
        (error: unknown) => console.error(error),
      );
  };
  const watcher = existsSync(seeds)
    ? watch(seeds, {recursive: true}, () => {
        clearTimeout(timer);
        timer = setTimeout(again, REST);
      })
    : undefined;
  const code = await exitOf(astro(["dev", ...args]));
  watcher?.close();
  clearTimeout(timer);
  await reading;
  return code;
}
