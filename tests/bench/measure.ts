import {cpus, totalmem} from "node:os";
import {performance} from "node:perf_hooks";

/** The middle value; the mean of the two middle ones for an even count; NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Value below which a share `q` (0-1) of the values lies, linear between neighbours. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? NaN;
  return low + (at % 1) * ((sorted[Math.ceil(at)] ?? low) - low);
}

/** Something to be timed. What `run` resolves to is shown beside its time; null means it could not be run, `why` says so. */
export type Case = {name: string; run: () => unknown; why?: string};

/** Times of one case, ms, in order of the rounds. */
export type Timing = {name: string; times: number[]; result: unknown};

/**
 * Runs all cases once a round, in turn, so that a slow minute of the machine falls on all of them alike.
 * Every second round goes backwards, for the first of a round finds cold caches.
 */
export async function interleave(cases: readonly Case[], rounds: number): Promise<Timing[]> {
  const timings = cases.map(({name}): Timing => ({name, times: [], result: undefined}));
  for (let round = 0; round < rounds; round++) {
    const order = cases.map((_, i) => i);
    for (const i of round % 2 ? order.reverse() : order) {
      const timing = timings[i];
      if (!timing) continue;
      globalThis.gc?.();
      const start = performance.now();
      timing.result = await cases[i]?.run();
      timing.times.push(performance.now() - start);
    }
  }
  return timings;
}

/** A part of the report: a title, what was measured and how, and a table with a head. */
export type Section = {title: string; note?: string; head: string[]; rows: (string | number)[][]};

/** What every bench module of this folder exports, beside its `name`. */
/** `alone`: without the peers, which take most of the time. */
export type Options = {sizes: number[]; seed: number; rounds: number; alone: boolean};
export type Bench = {name: string; run: (options: Options) => Promise<Section[]>};

/** A section as Markdown: a column of numbers stands right. */
export function table({title, note, head, rows}: Section): string {
  const cells = [head, ...rows.map((row) => row.map(shown))];
  const widths = head.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? "").length), 3));
  const right = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] !== "string" || /^[–\d]/.test(row[i])));
  const line = (row: string[]) =>
    `| ${widths.map((w, i) => (right[i] ? (row[i] ?? "").padStart(w) : (row[i] ?? "").padEnd(w))).join(" | ")} |`;
  const rule = `|${widths.map((w, i) => (right[i] ? `${"-".repeat(w + 1)}:` : "-".repeat(w + 2))).join("|")}|`;
  return [`### ${title}`, ...(note ? ["", note] : []), "", line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join("\n");
}

/** Three figures that count, no more. */
function shown(value: string | number): string {
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return "–";
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en").replaceAll(",", " ");
  return Number(value.toPrecision(3)).toString();
}

/** The machine in one line; without it no figure means anything. */
export function machine(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} × ${all[0]?.model.trim() ?? "unknown processor"}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
