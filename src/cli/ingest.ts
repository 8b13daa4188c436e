import {existsSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {ingest} from "../ingest/ingest.ts";
import {gazetteer as makeGazetteer} from "../ingest/names/gazetteer.ts";
import {type Seed} from "../model/document.ts";
import {type Problem} from "../model/problem.ts";
import {Told} from "../model/told.ts";
import {entitiesOf} from "../store/entities.ts";
import {apply, folders, type Left, lookUpPages, otherFiles} from "../store/files.ts";
import {type Plan, planWrites, type Step} from "../store/plan.ts";
import {verdictsOf} from "../store/verdicts.ts";
import {diff} from "./diff.ts";
import {fingerprint, keep, onlyOurs, recall} from "./fingerprint.ts";
import type {Shared} from "./ingest-worker.ts";
import {jobsFrom, spread, WORTH_A_WORKER} from "./jobs.ts";
import {lock} from "./lock.ts";
import {progress} from "./progress.ts";
import {rememberingReader, versionOf} from "./read-cache.ts";
import {refusalOf} from "./refusal.ts";
import {type Report, reportOf, reportOfWritten, reportText, type Taken, takenOf} from "./report.ts";
import {seedFiles} from "./seed-files.ts";

const help = `npm run ingest -- [options]
Reads seeds/*.txt and writes what they say into content/. What people wrote there stays.

  --dry-run        print what would be done, write nothing
  --diff           print the changes of every page, write nothing
  --json           print the report as JSON
  --explain FILE   print what was read from one seed, sentence by sentence, and by which rule
  --jobs N         read in N threads (as many as are of use and the machine has)
  --seeds DIR      read other seeds (seeds)
  --content DIR    write into another folder (content)
  --verbose        print notes as well`;

type Options = {
  "dry-run": boolean;
  diff: boolean;
  json: boolean;
  verbose: boolean;
  help: boolean;
  explain?: string | undefined;
  seeds: string;
  content: string;
};

const flag = {type: "boolean", default: false} as const;

/** `npm run ingest`: seeds in, pages out, and a report of both, also given to `told`. Returns the exit code. */
export async function run(args: string[], told?: (report: Report) => void): Promise<number> {
  const {values} = parseArgs({
    args,
    options: {
      "dry-run": flag,
      diff: flag,
      json: flag,
      verbose: flag,
      help: {...flag, short: "h"},
      explain: {type: "string"},
      seeds: {type: "string", default: "seeds"},
      content: {type: "string", default: "content"},
      jobs: {type: "string"},
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.explain !== undefined) {
    const {run: explain} = await import("./explain.ts");
    return explain([values.explain, "--seeds", values.seeds, "--content", values.content]);
  }
  const jobs = values.jobs === undefined ? null : jobsFrom(values.jobs, 1);
  if (values.jobs !== undefined && jobs === null) {
    console.error(`--jobs is a number of threads, 1 or more, not «${values.jobs}».`);
    return 2;
  }
  try {
    return await ingestFolder(values, jobs, told);
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function ingestFolder(options: Options, jobs: number | null, told?: (report: Report) => void): Promise<number> {
  const seeds = resolve(options.seeds);
  const content = resolve(options.content);
  if (!existsSync(seeds)) {
    console.error(`There is no folder ${options.seeds}. Put texts (*.txt) into it, or name another with --seeds.`);
    return 1;
  }
  const cache = resolve(
    ".cache",
    `ingest-${Buffer.from(relative(process.cwd(), content) || ".")
      .toString("hex")
      .slice(-80)}.json`,
  );
  const look = () =>
    fingerprint([
      ...["ingest", "model", "store"].map((folder) => ({folder: join(code, folder), ending: ".ts"})),
      {folder: join(code, "cli"), ending: "ingest.ts"},
      {folder: seeds, ending: ""},
      ...folders.map((folder) => ({folder: join(content, folder), ending: ".mdx"})),
    ]);
  const before = look();
  const known = options.diff ? null : recall<Report>(cache, before);
  if (known) {
    print(known, options);
    told?.(known);
    return 0;
  }

  const dry = options["dry-run"] || options.diff;
  const unlock = dry ? () => undefined : lock(join(content, ".ingest.lock"));
  try {
    const work = await read(seeds, content, relative(process.cwd(), seeds) || ".", jobs);
    if (work.refusal !== null) {
      print(work.report({...nothing, same: work.pages}, []), options);
      console.error(work.refusal);
      return 1;
    }
    const taken: Taken[] = [];
    const changes: Change[] = [];
    const {plan, left} = await take(dry ? null : content, work.plan(), (step) => {
      taken.push(takenOf(step));
      if (options.diff) changes.push(changeOf(step));
    });
    const report = work.report(plan, taken);
    if (left?.changed.length) {
      print(reportOfWritten(report, left), options);
      return 0;
    }
    if (options.diff && !options.json) changes.forEach(printChange);
    if (!dry) {
      const after = look();
      const ours = new Set(taken.map((step) => join(content, step.path)));
      const settled = {
        ...report,
        created: [],
        updated: [],
        removed: [],
        same: report.same + report.created.length + report.updated.length,
      };
      if (onlyOurs(before, after, ours)) keep(cache, after, settled);
    }
    print(options.diff && options.json ? {...report, changes} : report, options);
    told?.(report);
    return 0;
  } finally {
    unlock();
  }
}

// Goes through a plan, each step shown to `each`, and takes its steps below `content`; null only looks at them.
async function take(
  content: string | null,
  planned: Generator<Step, Plan>,
  each: (step: Step) => void,
): Promise<{plan: Plan; left: Left | null}> {
  let plan = nothing;
  function* steps(): Generator<Step, void> {
    let next = planned.next();
    for (; !next.done; next = planned.next()) {
      each(next.value);
      yield next.value;
    }
    plan = next.value;
  }
  const left = content === null ? null : await apply(content, steps());
  if (content === null) for (const step of steps()) void step;
  return {plan, left};
}

const nothing: Plan = {kept: [], problems: [], same: 0, events: new Map(), documents: new Map()};

const code = fileURLToPath(new URL("..", import.meta.url));

/** What was read; `refusal`: why nothing is to be done, in words for a person. */
type Work = {
  pages: number;
  refusal: string | null;
  plan: () => Generator<Step, Plan>;
  report: (plan: Plan, taken: Taken[]) => Report;
};

async function read(seedFolder: string, content: string, label: string, jobs: number | null): Promise<Work> {
  const {seeds, unread, problems} = seedFiles(seedFolder);
  for (const file of otherFiles(seedFolder))
    problems.push({
      rule: "seeds/not-text",
      severity: "warning",
      file: `${label}/${file}`,
      message: `«${file}» is not a .txt file; it was not read.`,
      fix: "Save its text as .txt in UTF-8, or move it elsewhere.",
    });
  const pages = lookUpPages(content);
  const gazetteer = entitiesOf(pages);
  const bySeed = new Map(seeds.map((seed) => [`${label}/${seed.file}`, seed]));
  const byPath = new Map(pages.map((page) => [`content/${page.path}`, page]));
  const textOf = (file: string) => (bySeed.get(file) ?? byPath.get(file))?.text;
  const refusal = refusalOf(seeds.length + unread.size, label, pages, gazetteer.problems);
  if (refusal !== null)
    return {
      pages: pages.length,
      refusal,
      *plan() {
        return nothing;
      },
      report: (plan, taken) => reportOf(plan, taken, gazetteer.problems, [], textOf),
    };
  const version = versionOf(
    ["ingest", "model"].map((folder) => join(code, folder)),
    gazetteer.entities,
  );
  const memory = resolve(".cache/read");
  const reader = rememberingReader(memory, version);
  const fresh = seeds.filter((seed) => !reader.knows(seed));
  const bar = progress("Reading seed", fresh.length);
  const threads = jobs ?? jobsFrom(undefined, Math.ceil(fresh.length / WORTH_A_WORKER)) ?? 1;
  let done = 0;
  if (threads > 1) {
    const shared: Shared = {folder: memory, version, entities: gazetteer.entities};
    const names = makeGazetteer(gazetteer.entities);
    // The threads, and this one among them, leave what they read where the reader remembers it.
    const worker = new URL("./ingest-worker.ts", import.meta.url);
    const learn = (seed: Seed) => {
      reader.learn(seed, names);
    };
    for await (const _ of spread(withTexts(fresh), worker, shared, threads, learn)) bar.at(++done);
  }
  const isFresh = new Set(threads > 1 ? [] : fresh);
  const records = ingest(seeds, gazetteer.entities, verdictsOf(pages), (seed, names) => {
    if (isFresh.has(seed)) bar.at(++done);
    return reader.read(seed, names);
  });
  bar.end();
  const parents = new Map(gazetteer.entities.flatMap(({id, parent}) => (parent === null ? [] : [[id, parent] as const])));
  // Reading knows seeds by their names below the folder; people look for them from where they stand.
  const isSeed = new Set([...seeds.map((seed) => seed.file), ...unread]);
  const fromHere = (problem: Problem) => (isSeed.has(problem.file) ? {...problem, file: `${label}/${problem.file}`} : problem);
  const found = [...problems, ...records.problems, ...gazetteer.problems];
  return {
    pages: pages.length,
    refusal: null,
    *plan() {
      const writing = progress("Writing page", records.documents.length + records.events.length + records.entities.length);
      const plan = yield* planWrites(records, pages, {unread, parents, progress: writing.at});
      writing.end();
      return plan;
    },
    report: (plan, taken) =>
      reportOf({...plan, problems: plan.problems.map(fromHere)}, taken, found.map(fromHere), records.matches, textOf),
  };
}

// Threads are sent the texts, one seed after the other.
function* withTexts(seeds: Seed[]): Generator<Seed> {
  for (const {file, text, sha256, encoding} of seeds) yield {file, text, sha256, encoding};
}

/** The lines of one page that a run would change. */
type Change = {path: string; kind: Step["kind"]; lines: string[]};

const changeOf = (step: Step): Change => ({
  path: `content/${step.path}`,
  kind: step.kind,
  lines: diff(step.kind === "create" ? "" : step.before, step.kind === "remove" ? "" : step.text),
});

function printChange({path, kind, lines}: Change): void {
  console.log(`--- ${path}${kind === "update" ? "" : ` (${kind})`}\n${lines.join("\n")}`);
}

function print(report: Report & {changes?: unknown}, options: Options): void {
  console.log(
    options.json
      ? JSON.stringify(report, null, 2)
      : reportText(report, {dryRun: options["dry-run"] || options.diff, verbose: options.verbose}),
  );
}
