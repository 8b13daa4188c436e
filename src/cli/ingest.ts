import {existsSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {decode} from "../ingest/decode.ts";
import {ingest} from "../ingest/ingest.ts";
import {type Seed} from "../model/document.ts";
import {type Problem} from "../model/problem.ts";
import {Told} from "../model/told.ts";
import {entitiesOf} from "../store/entities.ts";
import {apply, folders, otherFiles, readPages, readSeeds} from "../store/files.ts";
import {type Plan, planWrites} from "../store/plan.ts";
import {verdictsOf} from "../store/verdicts.ts";
import {diff} from "./diff.ts";
import {fingerprint, keep, onlyOurs, recall} from "./fingerprint.ts";
import type {Shared} from "./ingest-worker.ts";
import {jobsFrom, spread, WORTH_A_WORKER} from "./jobs.ts";
import {lock} from "./lock.ts";
import {progress} from "./progress.ts";
import {rememberingReader, versionOf} from "./read-cache.ts";
import {refusalOf} from "./refusal.ts";
import {type Report, reportOf, reportOfWritten, reportText} from "./report.ts";

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
    const {plan, report, refusal} = await work(seeds, content, relative(process.cwd(), seeds) || ".", jobs);
    if (refusal !== null) {
      print(report, options);
      console.error(refusal);
      return 1;
    }
    if (options.diff && !options.json) printDiff(plan);
    if (!dry) {
      const bar = progress("Writing page", plan.steps.length);
      const left = await apply(content, plan.steps, bar.at);
      bar.end();
      if (left.changed.length) {
        print(reportOfWritten(report, left), options);
        return 0;
      }
      const after = look();
      const ours = new Set(plan.steps.map((step) => join(content, step.path)));
      const settled = {
        ...report,
        created: [],
        updated: [],
        removed: [],
        same: report.same + report.created.length + report.updated.length,
      };
      if (onlyOurs(before, after, ours)) keep(cache, after, settled);
    }
    print(options.diff && options.json ? {...report, changes: changesOf(plan)} : report, options);
    told?.(report);
    return 0;
  } finally {
    unlock();
  }
}

const code = fileURLToPath(new URL("..", import.meta.url));

/** What a run is to do and say; `refusal`: why it does nothing, in words for a person. */
type Work = {plan: Plan; report: Report; refusal: string | null};

async function work(seedFolder: string, content: string, label: string, jobs: number | null): Promise<Work> {
  const problems: Problem[] = [];
  const seeds: Seed[] = [];
  const unread = new Set<string>();
  for (const raw of readSeeds(seedFolder)) {
    if ("error" in raw) {
      unread.add(raw.file);
      problems.push({
        rule: "seeds/unreadable",
        severity: "error",
        file: raw.file,
        message: `${raw.error} Its pages are left as they are.`,
      });
      continue;
    }
    const decoded = decode(raw.file, raw.bytes);
    problems.push(...decoded.problems);
    if (decoded.seed?.text.trim()) seeds.push(decoded.seed);
    else unread.add(raw.file);
    if (decoded.seed?.text.trim() === "")
      problems.push({
        rule: "seeds/empty",
        severity: "warning",
        file: raw.file,
        message: "The file holds no text; no page was made of it, and pages it had are left as they are.",
        fix: "Save its text anew, or delete the file.",
      });
  }
  for (const file of otherFiles(seedFolder))
    problems.push({
      rule: "seeds/not-text",
      severity: "warning",
      file: `${label}/${file}`,
      message: `«${file}» is not a .txt file; it was not read.`,
      fix: "Save its text as .txt in UTF-8, or move it elsewhere.",
    });
  const pages = readPages(content);
  const gazetteer = entitiesOf(pages);
  const texts = new Map(pages.map((page) => [`content/${page.path}`, page.text]));
  const refusal = refusalOf(seeds.length + unread.size, label, pages, gazetteer.problems);
  if (refusal !== null) {
    const nothing: Plan = {steps: [], kept: [], problems: [], same: pages.length, events: new Map()};
    return {plan: nothing, report: reportOf(nothing, gazetteer.problems, [], (file) => texts.get(file)), refusal};
  }
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
    // The threads leave what they read where the reader remembers it.
    for await (const _ of spread<Seed, undefined>(fresh, new URL("./ingest-worker.ts", import.meta.url), shared, threads))
      bar.at(++done);
  }
  const isFresh = new Set(threads > 1 ? [] : fresh);
  const records = ingest(seeds, gazetteer.entities, verdictsOf(pages), (seed, names) => {
    if (isFresh.has(seed)) bar.at(++done);
    return reader.read(seed, names);
  });
  bar.end();
  const parents = new Map(gazetteer.entities.flatMap(({id, parent}) => (parent === null ? [] : [[id, parent] as const])));
  const plan = planWrites(records, pages, {unread, parents});
  for (const seed of seeds) texts.set(`${label}/${seed.file}`, seed.text);
  // Reading knows seeds by their names below the folder; people look for them from where they stand.
  const isSeed = new Set([...seeds.map((seed) => seed.file), ...unread]);
  const fromHere = (problem: Problem) => (isSeed.has(problem.file) ? {...problem, file: `${label}/${problem.file}`} : problem);
  const found = [...problems, ...records.problems, ...gazetteer.problems];
  return {
    plan,
    report: reportOf({...plan, problems: plan.problems.map(fromHere)}, found.map(fromHere), records.matches, (file) =>
      texts.get(file),
    ),
    refusal: null,
  };
}

const changesOf = (plan: Plan) =>
  plan.steps.map((step) => {
    const before = step.kind === "create" ? "" : step.before;
    const after = step.kind === "remove" ? "" : step.text;
    return {path: `content/${step.path}`, kind: step.kind, lines: diff(before, after)};
  });

function printDiff(plan: Plan): void {
  for (const {path, kind, lines} of changesOf(plan))
    console.log(`--- ${path}${kind === "update" ? "" : ` (${kind})`}\n${lines.join("\n")}`);
}

function print(report: Report & {changes?: unknown}, options: Options): void {
  console.log(
    options.json
      ? JSON.stringify(report, null, 2)
      : reportText(report, {dryRun: options["dry-run"] || options.diff, verbose: options.verbose}),
  );
}
