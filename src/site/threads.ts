import type {AstroIntegration, AstroPrerenderer} from "astro";
import {freemem, availableParallelism} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {Worker} from "node:worker_threads";
import {entriesIn} from "./settings.ts";

/** What a thread is asked for. `route` and `component` name the route together. */
export type Order = {id: number; url: string; route: string; component: string};
/** What it answers; `error` as thrown. */
export type Made = {id: number} & ({status: number; headers: [string, string][]; body: ArrayBuffer} | {error: unknown});

/** Pages one thread writes before another one has read the content. */
const WORTH_A_THREAD = 400;
/** Pages a thread has ahead of it, so that it need not wait while this thread is busy. */
const AHEAD = 6;
/** Pages this thread makes at a time: each further one would keep the answers of the others waiting. */
const OWN = 2;
/** Bytes of memory a thread takes, and each document or event of the content in it. */
const THREAD = 400e6;
const ENTRY = 12e3;

/** Routes of which there are many pages, each made of little. What gathers the whole archive is made in one place. */
const many = /\[id\]\.astro$|\.png\.ts$/;

/** Threads beside this one at most; LETOPIS_JOBS says how many there are in all, whether or not that is worth it. */
const asked = process.env.LETOPIS_JOBS;
const most = (asked === undefined ? availableParallelism() : Number(asked)) - 1;

/**
 * Pages made in several threads, for Astro has one. Each reads the content anew, so there are as many as processors, pages
 * and memory are worth it; below that Astro builds by itself.
 */
export function threads(): AstroIntegration {
  let entry = "";
  return {
    name: "letopis-threads",
    hooks: {
      "astro:config:setup": ({updateConfig}) => {
        updateConfig({
          build: {concurrency: OWN + AHEAD * most},
          vite: {
            plugins: [
              {
                name: "letopis-prerender-entry",
                writeBundle({dir = ""}, bundle) {
                  if (this.environment.name !== "prerender") return;
                  const chunk = Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.isEntry);
                  if (chunk) entry = pathToFileURL(join(dir, chunk.fileName)).href;
                },
              },
            ],
          },
        });
      },
      "astro:build:start": ({setPrerenderer}) => {
        setPrerenderer((own) => shared(own, () => entry));
      },
    },
  };
}

/** Astro's own way to make pages, and threads beside it once it is known how many pages there are. */
function shared(own: AstroPrerenderer, entry: () => string): AstroPrerenderer {
  let helpers: Helper[] = [];
  return {
    ...own,
    async getStaticPaths() {
      const paths = await own.getStaticPaths();
      const pages = paths.filter(({route}) => many.test(route.component)).length;
      helpers = Array.from({length: useful(pages)}, () => helper(entry()));
      return paths;
    },
    render(request, options) {
      const {route, component} = options.routeData;
      const free = many.test(component) ? helpers.filter(({load}) => load() < AHEAD) : [];
      const [idlest] = free.sort((a, b) => a.load() - b.load());
      return idlest ? idlest.make({url: request.url, route, component}) : own.render(request, options);
    },
    async teardown() {
      await Promise.all(helpers.map(({end}) => end()));
      await own.teardown?.();
    },
  };
}

/** How many threads beside this one so many pages are worth. */
function useful(pages: number): number {
  if (asked !== undefined) return most;
  return Math.floor(Math.min(most, pages / WORTH_A_THREAD, freemem() / 2 / (THREAD + ENTRY * entriesIn())));
}

type Helper = {
  /** Pages it was asked for and has not made. */
  load: () => number;
  make: (order: Omit<Order, "id">) => Promise<Response>;
  end: () => Promise<unknown>;
};

/** A thread that makes pages. A page that throws there throws here; so do all it owes when the thread itself fails. */
function helper(entry: string): Helper {
  const worker = new Worker(new URL("./render-thread.ts", import.meta.url), {workerData: entry});
  const owed = new Map<number, {done: (response: Response) => void; failed: (error: unknown) => void}>();
  let next = 0;
  worker.on("message", (made: Made) => {
    const page = owed.get(made.id);
    owed.delete(made.id);
    if ("error" in made) page?.failed(made.error);
    else page?.done(new Response(made.body, {status: made.status, headers: made.headers}));
  });
  worker.on("error", (error) => {
    for (const {failed} of owed.values()) failed(error);
  });
  return {
    load: () => owed.size,
    make: (order) =>
      new Promise((done, failed) => {
        const id = next++;
        owed.set(id, {done, failed});
        worker.postMessage({...order, id} satisfies Order);
      }),
    end: () => worker.terminate(),
  };
}
