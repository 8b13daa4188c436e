/**
 * `npm run score`: feeds annotated documents through `extract` and prints the scorer's tables: the development set beside the
 * project, whose scorer this is, and our own below tests/fixtures/accuracy. `-- --write` puts the figures of the documents
 * into content/accuracy.json, for the method page.
 */
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Accuracy} from "../src/model/schema.ts";
import {type Annotated, type Extracted, typeAccuracy} from "./event-types.ts";

const devset = join(import.meta.dirname, "../../shared/devset");
const fixtures = join(import.meta.dirname, "fixtures/accuracy");
const main = join(import.meta.dirname, "../src/cli/main.ts");
const record = join(import.meta.dirname, "../content/accuracy.json");
const misses = process.argv.includes("--misses") ? ["--misses"] : [];

if (!existsSync(devset)) {
  console.error("SKIPPED: there is no ../shared/devset beside the project, so nothing was scored.");
  process.exit(0);
}

/** What the method page calls a set of documents, and what a reader should know of it. */
const said: Record<string, Pick<Accuracy["sets"][number], "name" | "note">> = {
  devset: {
    name: {ru: "Для разработки", en: "Development"},
    note: {ru: "читали, когда писали правила", en: "read while the rules were written"},
  },
  known: {
    name: {ru: "Известные", en: "Known"},
    note: {ru: "читали, когда писали правила", en: "read while the rules were written"},
  },
  unseen: {
    name: {ru: "Невиданные", en: "Unseen"},
    note: {
      ru: "ни одно правило по ним не писали; по их итогам выбирали между вариантами правил",
      en: "no rule was written on these; their totals settled between wordings of a rule",
    },
  },
};
const measured: Accuracy["sets"] = [];

const work = mkdtempSync(join(tmpdir(), "letopis-score-"));
try {
  const sets = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, "gold.jsonl")));
  for (const [name, set] of [["devset", devset], ...sets.map((set) => [set, join(fixtures, set)])] as const) {
    const events = join(work, "events.jsonl");
    writeFileSync(events, extract([join(set, "docs")], ""));
    console.log(`# Documents: ${name}`);
    score("events", "--gold", join(set, "gold.jsonl"), "--docs", join(set, "docs"), "--pred", events);
    const types = printTypes(join(set, "gold.jsonl"), events);
    console.log();
    if (said[name]) measured.push({...said[name], ...figuresOf(set, events, types)});
  }
  if (process.argv.includes("--write")) writeFileSync(record, `${JSON.stringify({sets: measured}, null, 2)}\n`);

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
function printTypes(gold: string, read: string): {right: number; of: number} {
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
  return {right, of};
}

type F1 = {f1: number};
type Scored = {
  docs: number;
  published: {right: number; of: number; invented: number; ofUndated: number};
  undatedGivenADate: string;
  eventsOnCrawlDate: number;
} & Record<
  "mentionSpanRelaxed" | "mentionValueStrict" | "eventFound" | "eventFoundAndDated" | "organizations" | "countries" | "operation",
  F1
>;

/** The scorer's figures of a set, as the method page tells them. */
function figuresOf(
  set: string,
  events: string,
  types: {right: number; of: number},
): Pick<Accuracy["sets"][number], "documents" | "figures"> {
  const args = ["events", "--gold", join(set, "gold.jsonl"), "--docs", join(set, "docs"), "--pred", events, "--json"];
  const {stdout} = spawnSync(process.execPath, [join(devset, "score.mjs"), ...args], {encoding: "utf8", maxBuffer: 1e9});
  const found = JSON.parse(stdout) as Scored;
  const f1 = (name: keyof Scored) => ({f1: Number((found[name] as F1).f1.toFixed(3))});
  const {right, of, invented, ofUndated} = found.published;
  const [dated = 0, undated = 0] = found.undatedGivenADate.split("/").map(Number);
  return {
    documents: found.docs,
    figures: {
      datesFound: f1("mentionSpanRelaxed"),
      datesRight: f1("mentionValueStrict"),
      published: {right, of},
      publishedInvented: {right: invented, of: ofUndated},
      eventsFound: f1("eventFound"),
      eventsDated: f1("eventFoundAndDated"),
      organizations: f1("organizations"),
      countries: f1("countries"),
      operations: f1("operation"),
      types,
      undatedDated: {right: dated, of: undated},
      crawlDated: {count: found.eventsOnCrawlDate},
    },
  };
}
