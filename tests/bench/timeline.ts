// The timeline in a browser, beside vis-timeline and TimelineJS: first draw, and main-thread time of a frame while it is zoomed and panned.
import {readFile} from "node:fs/promises";
import {createServer, type Server} from "node:http";
import {type AddressInfo} from "node:net";
import {extname, join, resolve, sep} from "node:path";
import {type Browser, type Page} from "playwright-core";
import {bounds} from "../../src/model/edtf.ts";
import {oneScript} from "../../src/site/one-script.ts";
import {type TimelineData, type TimelineItem} from "../../src/timeline/item.ts";
import {launch} from "../browser/browser.ts";
import {scatter} from "../timeline/sample.ts";
import {median, type Options, quantile, type Section} from "./measure.ts";
import {peer} from "./peer.ts";

export const name = "timeline";

const types: Record<string, string> = {".js": "text/javascript", ".css": "text/css"};

/** Serves `pages` by path, `script` as ours, our styles, and the peers' folders below `/peers/<name>/`. */
async function serve(
  pages: Map<string, string>,
  script: string,
  peers: Map<string, string>,
): Promise<{origin: string; server: Server}> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const page = pages.get(path);
    if (page !== undefined) return void response.writeHead(200, {"content-type": "text/html; charset=utf-8"}).end(page);
    if (path === "/letopis.js") return void response.writeHead(200, {"content-type": "text/javascript"}).end(script);
    const [, name = "", below = ""] = /^\/peers\/([^/]+)(\/.*)$/.exec(path) ?? [];
    const root = peers.get(name) ?? resolve(".");
    const file = join(root, below || path);
    if (!file.startsWith(root + sep)) return void response.writeHead(404).end();
    readFile(file).then(
      (bytes) => {
        const type = types[extname(file)] ?? "application/octet-stream";
        response.writeHead(200, {"content-type": type}).end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server};
}

const styles = ["tokens", "base", "timeline"].map((f) => `<link rel="stylesheet" href="/src/site/styles/${f}.css">`).join("");

const ours = (data: TimelineData): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8">${styles}<body>
<script id="data" type="application/json">${json(data)}</script><script type="module" src="/letopis.js"></script></body></html>`;

const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** When an event begins and, if it lasts, ends; null for those without a place on the axis, which the peers cannot show. */
function times({when}: TimelineItem): {start: number; end: number | null} | null {
  const at = when === null ? null : bounds(when);
  if (!at || !Number.isFinite(at.earliest)) return null;
  const long = Number.isFinite(at.latest) && at.latest - at.earliest > 86_400_000;
  return {start: at.earliest, end: long ? at.latest : null};
}

/** vis-timeline with a group a lane; an event of several lanes stands in each, for it knows no joint ones. */
function vis(data: TimelineData): string {
  const items = data.items.flatMap((item) => {
    const at = times(item);
    if (!at) return [];
    const {start, end} = at;
    return item.lanes.map((lane) => ({
      id: `${item.id} ${lane}`,
      group: lane,
      content: item.short,
      start,
      ...(end === null ? {type: "point"} : {end}),
    }));
  });
  const groups = data.lanes.map(({id, name}) => ({id, content: name}));
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><link rel="stylesheet" href="/peers/vis/styles/vis-timeline-graph2d.min.css">
<script src="/peers/vis/standalone/umd/vis-timeline-graph2d.min.js"></script><body><div id="t"></div>
<script type="module">
const items = new vis.DataSet(${json(items)}), groups = new vis.DataSet(${json(groups)});
performance.mark("begin");
const timeline = new vis.Timeline(document.getElementById("t"), items, groups, {height: 600});
timeline.on("changed", () => document.body.classList.add("live"));
</script></body></html>`;
}

/** TimelineJS with a group a lane; an event stands in its first, for it knows one group an event. */
function timelineJs(data: TimelineData): string {
  const date = (ms: number) => {
    const d = new Date(ms);
    return {year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate()};
  };
  const events = data.items.flatMap((item) => {
    const at = times(item);
    if (!at) return [];
    const end = at.end === null ? {} : {end_date: date(at.end)};
    return [{unique_id: item.id, start_date: date(at.start), ...end, group: item.lanes[0], text: {headline: item.short}}];
  });
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><link rel="stylesheet" href="/peers/timelinejs/dist/css/timeline.css">
<script src="/peers/timelinejs/dist/js/timeline.js"></script><body><div id="t" style="height: 600px"></div>
<script type="module">
const events = ${json({events})};
performance.mark("begin");
const timeline = new TL.Timeline("t", events, {font: null, language: "en", script_path: "/peers/timelinejs/dist/js/"});
timeline.on("loaded", () => document.body.classList.add("live"));
</script></body></html>`;
}

export type Run = {first: number; frames: number[]};

/** Opens a page, waits for its first picture, then turns the wheel in and out and drags; times of frames from the browser's own trace. */
async function drive(browser: Browser, page: Page, url: string, y: number): Promise<Run> {
  await page.goto(url, {waitUntil: "commit"});
  await page.waitForSelector(".live", {timeout: PATIENCE, state: "attached"});
  const first = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const begin = performance.getEntriesByName("begin")[0]?.startTime ?? 0;
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
      }),
  );
  await page.mouse.move(700, y);
  await page.waitForTimeout(600);
  await browser.startTracing(page, {categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]});
  await page.keyboard.down("Control");
  for (const by of [-40, -40, -60, 40, 60, -80, 30]) for (let i = 0; i < 8; i++) await page.mouse.wheel(0, by);
  await page.keyboard.up("Control");
  await page.mouse.down();
  for (let i = 0; i < 40; i++) await page.mouse.move(700 - i * 6, y + 2);
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

/** The main thread hands a painted frame on: every library does, whether it draws in animation frames, timers or transitions. */
const FRAME = "BeginCommitCompositorFrame";

/**
 * Busy time of the page's main thread from one painted frame to the next, ms of processor time where the trace has it, so that other
 * work of the machine does not count: events, script, style, layout and paint.
 */
function framesOf(events: readonly TraceEvent[]): number[] {
  const main = events.find((e) => e.name === FRAME);
  const own = events.filter((e) => e.pid === main?.pid && e.tid === main.tid);
  const starts = own.filter((e) => e.name === FRAME).map((e) => e.ts);
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

/** A way that has not drawn its first picture by then, or not gone through the gestures by twice as long, is not tried with more, ms. */
const PATIENCE = 60_000;

/** `y`: where on its page the axis takes the gestures, px. */
type Way = {name: string; page: (data: TimelineData) => string; y: number};

/** Runs, and what stopped them. */
export async function turn(browser: Browser, url: string, y: number): Promise<Run | string> {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  let over: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => (over = setTimeout(() => done("stopped"), PATIENCE * 2)));
  try {
    return await Promise.race([drive(browser, page, url, y), late]);
  } catch (error) {
    return String(error).includes("Timeout") ? "stopped" : Promise.reject(error as Error);
  } finally {
    clearTimeout(over);
    await page.close().catch(() => undefined);
  }
}

/** Sizes are events, by default 300, 3 000, 10 000 and 100 000. */
export async function run(options: Options): Promise<Section[]> {
  const sizes = options.sizes.length ? options.sizes : [300, 3000, 10_000, 100_000];
  const folders = new Map<string, string>();
  const ways: Way[] = [{name: "Letopis", page: ours, y: 260}];
  for (const [id, name, npm, page, y] of [
    ["vis", "vis-timeline 8", "vis-timeline", vis, 260],
    ["timelinejs", "TimelineJS 3", "@knight-lab/timelinejs", timelineJs, 520],
  ] as const) {
    const folder = options.alone ? null : peer(npm);
    if (folder === null) continue;
    folders.set(id, folder);
    ways.push({name, page, y});
  }
  const pages = new Map<string, string>();
  const {origin, server} = await serve(pages, await oneScript(resolve("tests/bench/timeline-page.ts")), folders);
  const stopped = new Set<Way>();
  const rows: (string | number)[][] = [];
  for (const n of sizes) {
    const data = scatter(n, options.seed);
    const runs = new Map(ways.map((way) => [way, [] as Run[]]));
    for (let round = 0; round < options.rounds; round++)
      for (const way of round % 2 ? ways.toReversed() : ways) {
        if (stopped.has(way)) continue;
        // A browser each: what a frozen page leaves behind must not fall on the next.
        const browser = await launch();
        pages.set("/page", way.page(data));
        const result = await turn(browser, `${origin}/page`, way.y);
        await browser.close();
        if (typeof result === "string") stopped.add(way);
        else runs.get(way)?.push(result);
      }
    for (const [way, own] of runs) {
      const p = (q: number) => (own.length ? median(own.map((r) => quantile(r.frames, q))) : NaN);
      rows.push([n, way.name, own.length ? median(own.map((r) => r.first)) : NaN, p(0.5), p(0.95)]);
    }
  }
  server.close();
  return [
    {
      title: "Timeline: first draw, and a frame while zooming and panning",
      note: `Main-thread time from the browser's trace; ms. First draw: from the data in the page to the picture on screen. «–»: not through within ${PATIENCE / 1000} s, or given up at a smaller size.`,
      head: ["events", "what", "first draw", "frame, median", "frame, 95th"],
      rows,
    },
  ];
}
