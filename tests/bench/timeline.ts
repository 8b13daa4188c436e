// The timeline in a browser: first draw, and main-thread time of a frame while it is zoomed and panned.
import {readFile} from "node:fs/promises";
import {createServer, type Server} from "node:http";
import {stripTypeScriptTypes} from "node:module";
import {type AddressInfo} from "node:net";
import {extname, join, resolve, sep} from "node:path";
import {type Browser, type Page} from "playwright-core";
import {type TimelineData} from "../../src/timeline/item.ts";
import {launch} from "../browser/browser.ts";
import {scatter} from "../timeline/sample.ts";
import {median, type Options, quantile, type Section} from "./measure.ts";

export const name = "timeline";

const types: Record<string, string> = {
  ".ts": "text/javascript",
  ".mjs": "text/javascript",
  ".js": "text/javascript",
  ".css": "text/css",
};
const d3 = ["array", "dispatch", "drag", "selection", "time", "zoom"];
const imports = {
  ...Object.fromEntries(d3.map((part) => [`d3-${part}`, `/node_modules/d3-${part}/dist/d3-${part}.mjs`])),
  // As in the site's bundle.
  "d3-transition": "/src/timeline/no-transition.ts",
  "d3-interpolate": "/src/timeline/no-transition.ts",
};

/** Serves the sources themselves, their types stripped, and `pages` by path. */
async function sources(pages: Map<string, string>): Promise<{origin: string; server: Server}> {
  const root = resolve(".");
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const page = pages.get(path);
    if (page !== undefined) return void response.writeHead(200, {"content-type": "text/html; charset=utf-8"}).end(page);
    const file = join(root, path);
    if (!file.startsWith(root + sep)) return void response.writeHead(404).end();
    readFile(file).then(
      (bytes) => {
        const type = types[extname(file)] ?? "application/octet-stream";
        response
          .writeHead(200, {"content-type": type})
          .end(file.endsWith(".ts") ? stripTypeScriptTypes(bytes.toString()) : bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server};
}

const styles = ["tokens", "base", "timeline"].map((f) => `<link rel="stylesheet" href="/src/site/styles/${f}.css">`).join("");

const ours = (data: TimelineData): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8">${styles}<script type="importmap">${JSON.stringify({imports})}</script>
<body><script id="data" type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script type="module">
await import("/src/timeline/mount.ts");
const timeline = document.createElement("letopis-timeline");
timeline.append(document.getElementById("data"));
performance.mark("begin");
document.body.append(timeline);
</script></body></html>`;

type Run = {first: number; frames: number[]};

/** Opens a page, waits for its first picture, then turns the wheel in and out and drags; times of frames from the browser's own trace. */
async function drive(browser: Browser, page: Page, url: string): Promise<Run> {
  await page.goto(url);
  await page.waitForSelector("letopis-timeline.live", {timeout: 120_000});
  const first = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const begin = performance.getEntriesByName("begin")[0]?.startTime ?? 0;
        requestAnimationFrame(() =>
          setTimeout(() => done((window as unknown as {drawn?: number}).drawn ?? performance.now() - begin)),
        );
      }),
  );
  await page.mouse.move(700, 260);
  await page.waitForTimeout(600);
  await browser.startTracing(page, {categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]});
  await page.keyboard.down("Control");
  for (const by of [-40, -40, -60, 40, 60, -80, 30]) for (let i = 0; i < 8; i++) await page.mouse.wheel(0, by);
  await page.keyboard.up("Control");
  await page.mouse.down();
  for (let i = 0; i < 40; i++) await page.mouse.move(700 - i * 6, 262);
  await page.mouse.up();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {traceEvents: TraceEvent[]};
  return {first, frames: framesOf(trace.traceEvents)};
}

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args?: {name?: string};
};

/**
 * Busy time of the page's main thread from one animation frame to the next, ms of processor time where the trace has it, so that other
 * work of the machine does not count: events, script, style, layout and paint.
 */
function framesOf(events: readonly TraceEvent[]): number[] {
  const main = events.find((e) => e.name === "FireAnimationFrame");
  const own = events.filter((e) => e.pid === main?.pid && e.tid === main.tid);
  const starts = own.filter((e) => e.name === "FireAnimationFrame").map((e) => e.ts);
  const tasks = own.filter((e) => e.name === "RunTask" && e.ph === "X").sort((a, b) => a.ts - b.ts);
  starts.sort((a, b) => a - b);
  const busy = starts.map(() => 0);
  let at = 0;
  for (const task of tasks) {
    while (at + 1 < starts.length && (starts[at + 1] ?? Infinity) <= task.ts + (task.dur ?? 0)) at++;
    busy[at] = (busy[at] ?? 0) + (task.tdur ?? task.dur ?? 0) / 1000;
  }
  return busy;
}

export async function run(options: Options): Promise<Section[]> {
  const sizes = options.sizes.length ? options.sizes : [300, 10_000, 100_000];
  const pages = new Map(sizes.map((n) => [`/${n}`, ours(scatter(n, options.seed))]));
  const {origin, server} = await sources(pages);
  const browser = await launch();
  const rows: (string | number)[][] = [];
  for (const n of sizes) {
    const runs: Run[] = [];
    for (let round = 0; round < options.rounds; round++) {
      const page = await browser.newPage({viewport: {width: 1440, height: 900}});
      runs.push(await drive(browser, page, `${origin}/${n}`));
      await page.close();
    }
    const p = (q: number) => median(runs.map((r) => quantile(r.frames, q)));
    rows.push(["letopis", n, median(runs.map((r) => r.first)), p(0.5), p(0.95), median(runs.map((r) => r.frames.length))]);
  }
  await browser.close();
  server.close();
  return [
    {
      title: "Timeline: first draw, and a frame while zooming and panning",
      note: "Main-thread time from the browser's trace; ms. First draw: from the data in the page to the picture on screen.",
      head: ["what", "events", "first draw", "frame, median", "frame, 95th", "frames"],
      rows,
    },
  ];
}
