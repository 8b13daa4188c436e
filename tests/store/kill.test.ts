import {spawnSync} from "node:child_process";
import type * as Fs from "node:fs";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeEach, expect, test, vi} from "vitest";
import {apply, readPages} from "../../src/store/files.ts";
import {type Step} from "../../src/store/plan.ts";
import {type Content, ingestInto} from "./memory-disk.ts";
import {readSeeds} from "./reading.ts";

// Ops that touch a page are counted; at the chosen one the "process" dies: nothing it does afterwards happens.
const death = vi.hoisted(() => ({at: Infinity, count: 0, error: ""}));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof Fs>();
  const counted = <F extends (...args: never[]) => unknown>(act: F, half?: F) =>
    ((...args: Parameters<F>) => {
      if (death.count++ < death.at) return act(...args);
      if (death.error && !half) return act(...args);
      if (death.error) throw Object.assign(new Error(death.error), {code: death.error});
      if (half && death.count === death.at + 1) half(...args);
      throw new Error("killed");
    }) as F;
  const half = ((file: number, bytes: Uint8Array) =>
    real.writeSync(file, bytes.subarray(0, bytes.length >> 1))) as typeof real.writeSync;
  const mocked = {
    ...real,
    writeSync: counted(real.writeSync, half),
    renameSync: counted(real.renameSync),
    unlinkSync: counted(real.unlinkSync),
  };
  return {...mocked, default: mocked};
});

const root = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "letopis-kill-"));
const folder = join(root, "content");
afterAll(() => {
  rmSync(root, {recursive: true, force: true});
});

const text = (i: number, more = "") =>
  `Новость ${String(i)}\n\n${i % 4 ? "Обед" : "Встреча"} номер ${String(i)}${more}, был министр Петров.\n`;
const seeds = (from: number, to: number, more = "") =>
  Object.fromEntries(Array.from({length: to - from}, (_, i) => [`s${String(from + i)}.txt`, text(from + i, i % 3 ? more : "")]));

// 120 documents stand there, some edited by hand; now there are 200 others and newer ones, and other rules.
const before: Content = new Map();
ingestInto(before, readSeeds(seeds(0, 120)));
for (const [path, page] of [...before].slice(0, 30)) before.set(path, page.replace(/^title: /m, "# рука\ntitle: "));
const wanted = readSeeds(seeds(20, 220, " в Минске"), 2);
const after: Content = new Map(before);
const {steps} = ingestInto(after, wanted);

const put = (content: Content) => {
  rmSync(folder, {recursive: true, force: true});
  for (const [path, page] of content) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), page);
  }
};
const get = (): Content => new Map(readPages(folder).map((page) => [page.path, page.text]));
const leftovers = () => readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".tmp"));
const sorted = (content: Content) => [...content].sort(([a], [b]) => (a < b ? -1 : 1));

const operations = (list: Step[]) => list.reduce((sum, step) => sum + (step.kind === "remove" ? 1 : 2), 0);

// Every page is the old or the new one, and the next run over what is there ends where an undisturbed one does.
const reached = new Map<string, boolean>();
function expectWholeAndCompletable(): boolean {
  const content = get();
  const visible = sorted(content)
    .map(([path, page]) => {
      const state =
        page === after.get(path) ? (page === before.get(path) ? "both" : "new") : page === before.get(path) ? "old" : "neither";
      return `${path} ${state}`;
    })
    .join("\n");
  expect(visible).not.toContain("neither");
  const known = reached.get(visible);
  if (known === undefined) {
    ingestInto(content, wanted);
    reached.set(visible, JSON.stringify(sorted(content)) === JSON.stringify(sorted(after)));
  }
  expect(reached.get(visible)).toBe(true);
  return visible.includes(" new");
}

beforeEach(() => Object.assign(death, {at: Infinity, count: 0, error: ""}));

test("two hundred documents are a run worth killing", () => {
  expect(wanted.documents).toHaveLength(200);
  expect(new Set(steps.map((step) => step.kind))).toEqual(new Set(["create", "update", "remove"]));
});

test("dead at every write, rename and removal: all pages whole, and the next run completes it", async () => {
  put(before);
  let touched = false;
  for (let n = 0; n < operations(steps); n++) {
    if (touched) put(before);
    Object.assign(death, {at: n, count: 0});
    await expect(apply(folder, steps)).rejects.toThrow();
    Object.assign(death, {at: Infinity});
    touched = expectWholeAndCompletable();
  }
}, 300_000);

test("killed for good (SIGKILL), and begun again on the disk", async () => {
  const list = join(root, "steps.json");
  writeFileSync(list, JSON.stringify(steps));
  const total = operations(steps);
  // A process each: all of them take minutes, so many of them, spread from the first to the last.
  const count = process.env.KILL_ALL ? total : 20;
  const points = Array.from({length: count}, (_, i) => Math.round((i * (total - 1)) / (count - 1)));
  for (const n of points) {
    put(before);
    const child = spawnSync(process.execPath, ["tests/store/killed.ts", folder, list, String(n)]);
    expect(child.signal).toBe("SIGKILL");
    expectWholeAndCompletable();
    const content = get();
    await apply(folder, ingestInto(content, wanted).steps);
    expect(sorted(get())).toEqual(sorted(after));
    expect(leftovers()).toEqual([]);
  }
}, 1_200_000);

test.each([
  ["ENOSPC", "The disk is full. Nothing was changed."],
  ["EROFS", "The disk is read-only. Nothing was changed."],
])("a disk that says %s half way leaves everything as it was", async (code, message) => {
  put(before);
  Object.assign(death, {at: 40, count: 0, error: code});
  await expect(apply(folder, steps)).rejects.toThrow(message);
  Object.assign(death, {at: Infinity, error: ""});
  expect(sorted(get())).toEqual(sorted(before));
  expect(leftovers()).toEqual([]);
});
