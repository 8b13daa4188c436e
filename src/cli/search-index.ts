import {type ChildProcess, fork} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {dirname, join} from "node:path";
import {filesIn} from "./kept-pages.ts";
import {type Entry, ENTRY, entryIn, fragmentIn, type Indexed, type Merged, type Source} from "./search-merge.ts";

/** Work for a process: to have pages below `folder` indexed by Pagefind into `out`, or to make one index there of several. */
export type SearchWork = {folder: string; pages: string[]; out: string} | {sources: Source[]; out: string};
/** Its answers: null where no page is for the search. */
export type SearchBatch = {problems: string[]; source: Source | null};
export type SearchUnion = {merged: Merged | null};
/** What stands in an index, by the folders of the languages. */
export type IndexedSite = Record<string, Indexed>;

/** Where an index stands, `last` says of what pages, and only those that `changed` are read. `most`: pages of a batch; `jobs`: processes. */
type IndexOptions = {last?: IndexedSite; changed?: (file: string) => boolean; most?: number; jobs?: number};

/** Pagefind's program for the browser, of the languages that have pages. Its own interface our search page does without. */
const programOf = (made: readonly Merged[]): string[] => [
  "pagefind.js",
  "pagefind-worker.js",
  ...["unknown", ...made.flatMap(({about: {wasm}}) => wasm ?? [])].map((name) => `wasm.${name}.pagefind`),
];
/** Beginning of the folders in which an index is made. */
const PART = "part-";
/** Pages that a process of Pagefind holds at most, and for how few no second is started. */
const MOST = 5_000;
const LEAST = 250;

/**
 * Writes the search index of a built site into its folder `pagefind/`: of the pages that mark their text for it, a part
 * for each language. The first of `languages` stands at the root, each other in a folder of its own. Pagefind has one thread and
 * holds all it has read, so several processes give it the pages in batches. The index is, byte for byte, that of all
 * pages at once. Throws when it cannot be made, with what Pagefind says of it.
 */
export async function indexSite(
  folder: string,
  languages: readonly string[],
  {last = {}, changed = () => true, most = MOST, jobs = availableParallelism()}: IndexOptions = {},
): Promise<IndexedSite> {
  const out = join(folder, "pagefind");
  if (!Object.keys(last).length) rmSync(out, {recursive: true, force: true});
  const pages = filesIn(folder)
    .filter((file) => file.endsWith(".html"))
    .sort();
  const byLanguage = Map.groupBy(pages, (file) => languages.slice(1).find((language) => file.startsWith(`${language}/`)) ?? "");
  const parts = [...byLanguage].map(([name, pages]) => {
    const own = last[name];
    if (!own) return {name, read: pages, stands: []};
    const stand = new Set(pages);
    const gone = own.pages.map(([file]) => file).filter((file) => !stand.has(file) || changed(file));
    return {name, read: pages.filter(changed), stands: [{...own, folder: out, gone}]};
  });
  const read = parts.reduce((sum, {read}) => sum + read.length, 0);
  const size = Math.min(most, Math.max(LEAST, Math.ceil(read / jobs)));
  let folders = 0;
  const fresh = () => join(out, PART + String(folders++));
  const processes = new Processes(Math.min(jobs, Math.max(parts.length, Math.ceil(read / size))));
  try {
    const done = await Promise.all(
      parts.map(async ({name, read, stands}) => {
        const batches = Array.from({length: Math.ceil(read.length / size)}, (_, i) => read.slice(i * size, (i + 1) * size));
        const found = await Promise.all(batches.map((pages) => processes.do<SearchBatch>({folder, pages, out: fresh()})));
        const problems = found.flatMap(({problems}) => problems);
        if (problems.length) throw new Error(problems.join("\n"));
        const sources = [...stands, ...found.flatMap(({source}) => source ?? [])];
        const another = sources.find(({language}) => language !== sources[0]?.language);
        if (another)
          throw new Error(`pages of one folder are in several languages: ${sources[0]?.language ?? ""}, ${another.language}`);
        return {name, ...(await processes.do<SearchUnion>({sources, out: fresh()}))};
      }),
    );
    const made = done.flatMap(({name, merged}) => (merged ? [{name, merged}] : []));
    unite(
      Array.from({length: folders}, (_, i) => join(out, PART + String(i))),
      made.map(({merged}) => merged),
      out,
    );
    return Object.fromEntries(made.map(({name, merged: {language, pages}}) => [name, {language, pages}]));
  } finally {
    processes.end();
  }
}

/** Processes that take work as they get free. */
class Processes {
  readonly #all: ChildProcess[];
  readonly #free: ChildProcess[];
  readonly #waiting: ((child: ChildProcess) => void)[] = [];

  constructor(jobs: number) {
    const worker = new URL("./search-worker.ts", import.meta.url);
    this.#all = Array.from({length: jobs}, () => fork(worker, {stdio: ["ignore", "inherit", "pipe", "ipc"]}));
    this.#free = [...this.#all];
  }

  /** Throws what a process says that ends before it answers. */
  async do<Done>(work: SearchWork): Promise<Done> {
    const child = this.#free.pop() ?? (await new Promise<ChildProcess>((taken) => this.#waiting.push(taken)));
    const done = await answer<Done>(child, work);
    const next = this.#waiting.shift();
    if (next) next(child);
    else this.#free.push(child);
    return done;
  }

  end(): void {
    for (const child of this.#all) child.kill();
  }
}

async function answer<Done>(child: ChildProcess, work: SearchWork): Promise<Done> {
  const {promise, resolve, reject} = Promise.withResolvers<Done>();
  const said: string[] = [];
  const hear = (words: Buffer) => said.push(words.toString());
  const ended = () => {
    reject(new Error(said.join("")));
  };
  child.stderr?.on("data", hear);
  child
    .once("error", reject)
    .once("close", ended)
    .once("message", resolve as (done: unknown) => void);
  child.send(work);
  try {
    return await promise;
  } finally {
    child.stderr?.off("data", hear);
    child.removeAllListeners();
  }
}

/** Makes one index of all parts, over the one that stands; a file whose bytes stay is left alone. */
function unite(parts: readonly string[], made: readonly Merged[], out: string): void {
  const entry = entryOf(parts, made, out);
  const wanted = new Map<string, string>();
  for (const file of programOf(made)) {
    const found = [...parts.map((part) => join(part, file)), join(out, file)].find((path) => existsSync(path));
    if (found) wanted.set(join(out, file), found);
  }
  for (const {folder} of made) for (const file of filesIn(folder)) wanted.set(join(out, file), join(folder, file));
  for (const [path, name] of made.flatMap(({fragments}) => fragments)) {
    const to = fragmentIn(out, name);
    // Its name may have been another's, which has yet to give it up.
    const moves = path !== to && path.startsWith(fragmentIn(out, "").slice(0, -".pf_fragment".length));
    if (moves) renameSync(path, `${path}.moved`);
    wanted.set(to, moves ? `${path}.moved` : path);
  }
  const needed = new Set(wanted.values());
  for (const path of filesIn(out).map((file) => join(out, file)))
    if (!wanted.has(path) && !needed.has(path) && !path.startsWith(join(out, PART))) rmSync(path);
  for (const [path, from] of wanted) {
    if (path === from || (existsSync(path) && readFileSync(path).equals(readFileSync(from)))) continue;
    mkdirSync(dirname(path), {recursive: true});
    renameSync(from, path);
  }
  for (const part of parts) rmSync(part, {recursive: true, force: true});
  writeFileSync(join(out, ENTRY), JSON.stringify(entry));
}

/** Pagefind's entry file, of the languages that have pages. */
function entryOf(parts: readonly string[], made: readonly Merged[], out: string): Entry {
  const known = [out, ...parts].find((folder) => existsSync(join(folder, ENTRY)));
  const languages = made.map(({language, about}) => [language, about] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return {...(known ? entryIn(known) : {}), languages: Object.fromEntries(languages)};
}
