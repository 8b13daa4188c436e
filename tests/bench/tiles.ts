// Time tiles: how long they take to make, and what a reader's views cost beside sending everything.
import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {fileURLToPath} from "node:url";
import {brotliCompressSync, constants} from "node:zlib";
import {type Fetched, type Look, toFetch, wanted} from "../../src/timeline/pyramid.ts";
import {type Manifest, type Tile} from "../../src/timeline/tile.ts";
import {tiles} from "../../src/timeline/tiles.ts";
import {noFilters} from "../../src/timeline/view.ts";
import {makeItems} from "./generate.ts";
import {median, type Options, type Section} from "./measure.ts";
import type {Drawn} from "./tiles-drawn.ts";

export const name = "tiles";

type Result = {
  seconds: number;
  files: number;
  megabytes: number;
  memory: number;
  first: {bytes: number; requests: number};
  steps: {median: number; most: number};
  whole: number;
  /** In a browser: ms to the first picture, from the page's address on, and of a frame's main-thread time. */
  drawn: Drawn;
  /** Bytes of a sample of tiles, compressed, as JSON and as the same columns in variable-length integers. */
  json: number;
  binary: number;
};

/** Sizes default to 10 000, 100 000 and 1 000 000 events. Each is made in a process of its own, for its memory. */
export function run({sizes, seed, rounds}: Options): Promise<Section[]> {
  const of = sizes.length ? sizes : [10_000, 100_000, 1_000_000];
  const runs = of.map(() => [] as Result[]);
  for (let round = 0; round < rounds; round++)
    of.forEach((size, i) => {
      // One round of a million says enough.
      if (round && size >= 1_000_000) return;
      const text = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(size), String(seed)], {
        encoding: "utf8",
      });
      runs[i]?.push(JSON.parse(text) as Result);
    });
  const kb = (bytes: number) => bytes / 1000;
  return Promise.resolve([
    {
      title: "Time tiles",
      note: "Made-up events on 8 lanes over 33 years; a plot of 1 100 px; kB as brotli 9 sends them. A step is a zoom by two or a pan by half a window, from the whole period down to three days. First draw: from the page's address to the picture on screen, in Chromium; frames: main-thread time while the wheel turns in and out and a drag pans, tiles arriving.",
      head: [
        "events",
        "made in, s",
        "peak, MB",
        "files",
        "first view, kB",
        "requests",
        "step, kB (median)",
        "step, kB (most)",
        "all events as one JSON, kB",
        "first draw, ms",
        "frame, median",
        "frame, 95th",
      ],
      rows: of.map((size, i) => {
        const all = runs[i] ?? [];
        const [one] = all;
        return [
          size,
          median(all.map(({seconds}) => seconds)),
          median(all.map(({memory}) => memory)),
          one?.files ?? NaN,
          kb(one?.first.bytes ?? NaN),
          one?.first.requests ?? NaN,
          kb(one?.steps.median ?? NaN),
          kb(one?.steps.most ?? NaN),
          kb(one?.whole ?? NaN),
          median(all.map(({drawn}) => drawn.first)),
          median(all.map(({drawn}) => drawn.frame)),
          median(all.map(({drawn}) => drawn.late)),
        ];
      }),
    },
    {
      title: "Encoding of tiles",
      note: "The same tiles as JSON columns and as variable-length integers, both after brotli 9, a hundred tiles of each size.",
      head: ["events", "JSON, kB", "binary, kB"],
      rows: of.map((size, i) => [size, kb(runs[i]?.[0]?.json ?? NaN), kb(runs[i]?.[0]?.binary ?? NaN)]),
    },
  ]);
}

const compressed = (data: string | Uint8Array) =>
  brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}).length;

async function measure(count: number, seed: number): Promise<Result> {
  const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);
  const items = [...makeItems(count, seed)];
  const ready = performance.now();
  const texts = new Map<string, string>();
  let bytes = 0;
  for (const {name, text} of tiles(items, digest)) {
    bytes += text.length;
    texts.set(name, text);
  }
  const seconds = (performance.now() - ready) / 1000;
  // What a build writes away at once is held here, for the readers to come.
  const memory = process.resourceUsage().maxRSS / 1000 - bytes / 1e6;
  const manifest = JSON.parse(texts.get("manifest.json") ?? "") as Manifest;
  const sample = manifest.all.levels.flatMap(({tiles}) => tiles.map(([, name]) => name)).slice(0, 100);
  const sampled = sample.map((name) => texts.get(name) ?? "");
  return {
    seconds,
    files: texts.size,
    megabytes: bytes / 1e6,
    memory,
    ...reader(manifest, texts),
    whole: compressed(JSON.stringify(items.slice(0, 100_000))) * Math.max(1, count / 100_000),
    json: sampled.reduce((sum, text) => sum + compressed(text), 0),
    binary: sampled.reduce((sum, text) => sum + compressed(binary(JSON.parse(text) as Tile)), 0),
    // Fetched after the memory is read, for a browser and a bundler weigh more than a small set.
    drawn: await (await import("./tiles-drawn.ts")).drawn(items, texts),
  };
}

/** A reader who looks at everything, then zooms into one place, panning twice at each scale. */
function reader(manifest: Manifest, texts: ReadonlyMap<string, string>): Pick<Result, "first" | "steps"> {
  const files = new Map<string, Fetched>();
  const load = (window: Look["window"]) => {
    let bytes = 0;
    let requests = 0;
    for (let more = [""]; more.length;) {
      const {needed, ahead} = wanted(manifest, files, {window, span: 1100, filters: noFilters});
      more = toFetch([...needed, ...ahead], files, 0);
      for (const name of more) {
        const text = texts.get(name) ?? "";
        files.set(name, {state: "ready", value: JSON.parse(text)});
        bytes += compressed(text);
        requests++;
      }
    }
    return {bytes, requests};
  };
  const {from, to} = manifest.span;
  const first = load(manifest.span);
  const shelf = manifest.shelf === null ? "" : (texts.get(manifest.shelf) ?? "");
  first.bytes += compressed(shelf);
  first.requests++;
  first.bytes += compressed(texts.get("manifest.json") ?? "");
  first.requests++;
  const steps: number[] = [];
  const middle = Date.UTC(2021, 4, 4);
  for (let length = (to - from) / 2; length > 3 * 86_400_000; length /= 2)
    for (const pan of [0, 0.5, 1])
      steps.push(load({from: middle + (pan - 0.5) * length, to: middle + (pan + 0.5) * length}).bytes);
  return {first, steps: {median: median(steps), most: Math.max(...steps)}};
}

/** A tile's columns as LEB128 integers, its texts as they are. */
function binary({parties, runs, bin, count, before, begun, ended, top}: Tile): Uint8Array {
  const bytes: number[] = [];
  const write = (n: number) => {
    let rest = n;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  };
  const column = (values: readonly number[]) => {
    write(values.length);
    values.forEach(write);
  };
  write(parties.length);
  for (const {lanes, joint} of parties) column([joint ? 1 : 0, ...lanes]);
  [runs, bin, count, [before], begun, ended].forEach(column);
  return Buffer.concat([Uint8Array.from(bytes), Buffer.from(JSON.stringify(top))]);
}

if (import.meta.main) console.log(JSON.stringify(await measure(Number(process.argv[2]), Number(process.argv[3]))));
