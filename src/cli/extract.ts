import {statSync} from "node:fs";
import {basename, join} from "node:path";
import {createInterface} from "node:readline";
import {parseArgs} from "node:util";
import {type Gazetteer} from "../ingest/names/gazetteer.ts";
import {list} from "../store/files.ts";
import {type Answer, answer, type Task} from "./extract-line.ts";
import {namesIn} from "./gazetteer-pages.ts";
import {jobsFrom, spread, WORTH_A_WORKER} from "./jobs.ts";
import {progress} from "./progress.ts";

const help = `npm run -s extract -- FILE|FOLDER …      reads news texts and prints a JSON line for each, in order
npm run -s extract < TEXTS.ndjson         the same for lines {"id", "text", "reference"?} on standard input

A line is {"doc", "published", "retrieved", "language", "title", "mentions", "events", "problems"}. Values are EDTF or null;
offsets are UTF-16 code units of the decoded text. "reference" is the day a text without a date of its own was written on.
Names come from the pages in content/; nothing is written.

  --jobs N        read in N threads; the lines come in the same order, byte for byte (as many as there are
                  processors for a large folder, 1 for standard input: there an engine starts the processes)
  --content DIR   pages of organisations, countries, people … (content/)
  --help          this text
Exit codes: 0 done, problems are in the lines; 2 an input could not be used.`;

/** The reader as a filter: texts in, a JSON line a document out, with constant memory. */
export async function run(args: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args,
    allowPositionals: true,
    options: {content: {type: "string", default: "content"}, jobs: {type: "string"}, help: {type: "boolean", default: false}},
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  // A reader that has seen enough («| head») closes the pipe; that is no fault of anybody's.
  let closed = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
    process.exit(0);
  });
  const print = async (line: string): Promise<void> => {
    if (!closed && !process.stdout.write(`${line}\n`)) await new Promise((go) => process.stdout.once("drain", go));
  };
  if (!positionals.length && process.stdin.isTTY) {
    console.error(help);
    return 2;
  }
  if (!statSync(values.content, {throwIfNoEntry: false})?.isDirectory()) {
    console.error(`«${values.content}» is no folder of content; name one with --content.`);
    return 2;
  }
  const {tasks, missing} = tasksOf(positionals);
  const jobs = jobsFrom(values.jobs, positionals.length ? Math.ceil(tasks.length / WORTH_A_WORKER) : 1);
  if (jobs === null) {
    console.error(`--jobs is a number of processes, 1 or more, not «${String(values.jobs)}».`);
    return 2;
  }
  let code = 0;
  const complain = (message: string) => {
    console.error(message);
    code = 2;
  };
  for (const path of missing) complain(`«${path}» does not exist.`);
  const {names, problems} = namesIn(values.content);
  for (const problem of problems) console.error(`${problem.file}: ${problem.message}`);
  const all = positionals.length ? tasks : rows();
  const worker = new URL("./extract-worker.ts", import.meta.url);
  const answers = jobs > 1 ? spread(all, worker, values.content, jobs, (task: Task) => answer(task, names)) : one(all, names);
  const bar = progress("Reading text", tasks.length);
  let done = 0;
  for await (const {line, error} of answers) {
    if (positionals.length) bar.at(++done);
    if (error !== null) complain(error);
    if (line !== null) await print(line);
  }
  bar.end();
  return code;
}

async function* one(tasks: Iterable<Task> | AsyncIterable<Task>, names: Gazetteer): AsyncGenerator<Answer> {
  for await (const task of tasks) yield answer(task, names);
}

/** The texts to read, in order; and whether a path could not be used. */
function tasksOf(paths: readonly string[]): {tasks: Task[]; missing: string[]} {
  const tasks: Task[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const kind = statSync(path, {throwIfNoEntry: false});
    if (!kind) missing.push(path);
    else if (!kind.isDirectory()) tasks.push({name: basename(path), path});
    else
      for (const file of list(path, ""))
        if (/\.txt$/i.test(file)) tasks.push({name: file.replaceAll("\\", "/"), path: join(path, file)});
  }
  return {tasks, missing};
}

async function* rows(): AsyncGenerator<Task> {
  let number = 0;
  for await (const row of createInterface({input: process.stdin, crlfDelay: Infinity})) {
    number++;
    if (row.trim()) yield {row, number};
  }
}
