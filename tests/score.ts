/**
 * `npm run score`: feeds annotated documents through `extract` and prints the scorer's tables: the development set beside the
 * project, whose scorer this is, and our own below tests/fixtures/accuracy.
 */
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Annotated, type Extracted, typeAccuracy} from "./event-types.ts";

const devset = join(import.meta.dirname, "../../shared/devset");
const fixtures = join(import.meta.dirname, "fixtures/accuracy");
const main = join(import.meta.dirname, "../src/cli/main.ts");
const misses = process.argv.includes("--misses") ? ["--misses"] : [];

if (!existsSync(devset)) {
  console.error("SKIPPED: there is no ../shared/devset beside the project, so nothing was scored.");
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), "letopis-score-"));
try {
  const sets = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, "gold.jsonl")));
  for (const [name, set] of [["devset", devset], ...sets.map((set) => [set, join(fixtures, set)])] as const) {
    const events = join(work, "events.jsonl");
    writeFileSync(events, extract([join(set, "docs")], ""));
    console.log(`# Documents: ${name}`);
    score("events", "--gold", join(set, "gold.jsonl"), "--docs", join(set, "docs"), "--pred", events);
    printTypes(join(set, "gold.jsonl"), events);
    console.log();
  }

  type Case = {text: string; ref: string | null};
  const cases = readdirSync(join(devset, "dates"))
    .filter((f) => f.endsWith(".jsonl"))
    .flatMap((f) =>
      readFileSync(join(devset, "dates", f), "utf8")
        .split("\n")
        .filter(Boolean),
    )
    .map((row) => JSON.parse(row) as Case);
  const rows = cases.map(({text, ref}, id) => JSON.stringify({id, text, ...(ref ? {reference: ref} : {})}));
  type Line = {doc: number; mentions: {text: string; start: number; value: string | null}[]};
  const found = extract([], `${rows.join("\n")}\n`)
    .trim()
    .split("\n")
    .map((row) => JSON.parse(row) as Line)
    .map(({doc, mentions}) => ({text: cases[doc]?.text, ref: cases[doc]?.ref ?? null, found: mentions}));
  const dates = join(work, "dates.jsonl");
  writeFileSync(dates, found.map((row) => JSON.stringify(row)).join("\n"));
  console.log("# Date phrases");
  score("dates", "--cases", join(devset, "dates"), "--pred", dates);
} finally {
  rmSync(work, {recursive: true});
}

function extract(args: string[], input: string): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, "extract", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`extract ended with ${String(status)}: ${stderr}`);
  return stdout;
}

function score(...args: string[]): void {
  spawnSync(process.execPath, [join(devset, "score.mjs"), ...args, ...misses], {stdio: "inherit"});
}

// Types of the events found: the scorer does not judge them.
function printTypes(gold: string, read: string): void {
  const lines = (file: string) => readFileSync(file, "utf8").trim().split("\n");
  const found = new Map(
    lines(read).map((row) => {
      const {doc, events} = JSON.parse(row) as {doc: string; events: Extracted[]};
      return [doc, events];
    }),
  );
  const {right, of, wrong} = typeAccuracy(
    lines(gold).map((row) => {
      const {doc, events} = JSON.parse(row) as {doc: string; events: Annotated[]};
      return {gold: events, read: found.get(doc) ?? []};
    }),
  );
  console.log(`typeRight                ${(right / (of || 1)).toFixed(3)}  (${String(right)} of ${String(of)})`);
  for (const {gold: type, read: other, times} of wrong) console.log(`  ${String(times)} × ${type} read as ${other}`);
}
