import {randomBytes} from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import {basename, dirname, join, sep} from "node:path";
import {promisify} from "node:util";
import {LRUCache} from "lru-cache";
import {type EntityFolder, entityFolders} from "../model/entity.ts";
import {Told} from "../model/told.ts";
import {isAsPlanned, nameOf, planned, type Planned} from "./meanwhile.ts";
import {type Page, page} from "./page.ts";
import {type Step} from "./plan.ts";

/** The folders of pages below `content/`. */
export const folders = ["documents", "events", ...(Object.values(entityFolders) as EntityFolder[])] as const;

/** Every page below a content folder, in order of path. A missing folder has none. */
export const readPages = (content: string): Page[] => pagesWith(content, (path) => textOf(join(content, path)));

/** The same for folders of any size: texts are read again when they are asked for, and those asked for last are held. */
export function lookUpPages(content: string): Page[] {
  const texts = new LRUCache<string, string>({
    maxSize: HELD,
    sizeCalculation: (text) => Math.min(text.length + 1, HELD),
    memoMethod: (path) => textOf(join(content, path)),
  });
  const look = (path: string) => texts.memo(path);
  return pagesWith(content, () => look);
}

/** UTF-16 units of pages held at once. */
const HELD = 16e6;

const pagesWith = (content: string, text: (path: string) => string | ((path: string) => string)): Page[] =>
  folders.flatMap((folder) =>
    pagesIn(content, folder)
      .map((name) => `${folder}/${name}`)
      .map((path) => page(folder, path, text(path))),
  );

/** Every story below a content folder; they are a person's alone, so no plan of ingest has a part in them. */
export const readStories = (content: string): {path: string; text: string}[] =>
  pagesIn(content, "stories").map((name) => ({
    path: `stories/${name}`,
    text: textOf(join(content, "stories", name)),
  }));

/** Names of the pages in a folder; the site reads only files that end in `.mdx` letter for letter. */
export const pagesIn = (content: string, folder: string): string[] =>
  list(join(content, folder), ".mdx").filter((name) => name.endsWith(".mdx"));

/** What the site reads beside the pages. */
const ownFiles = new Set(["site.yaml", "accuracy.json"]);

/** Files below a content folder that nobody reads, by their paths. */
export function strayFiles(content: string): string[] {
  const read = new Set([...folders, "stories"].flatMap((folder) => pagesIn(content, folder).map((name) => `${folder}/${name}`)));
  return list(content, "").filter((name) => !read.has(name) && !ownFiles.has(name));
}

/** Files below a folder whose names end so, sorted, with `/` between folders; hidden ones are not looked at. */
export const list = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? reading(() => [...below(folder, "", [])].filter((name) => name.toLowerCase().endsWith(ending)).sort())
    : [];

// A link to a folder is followed, but not back into a folder around it. `above`: those folders, by their real paths.
function* below(root: string, path: string, above: readonly string[]): Generator<string> {
  const here = realpathSync(join(root, path));
  if (above.includes(here)) return;
  for (const entry of readdirSync(here, {withFileTypes: true})) {
    if (entry.name.startsWith(".")) continue;
    const name = path + entry.name;
    if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(here, entry.name))))
      yield* below(root, `${name}/`, [...above, here]);
    else yield name;
  }
}

// A link that leads nowhere is no folder: whoever reads it is told.
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function reading<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new DiskError(`${reason(error, "read")} Nothing was changed.`);
  }
}

/** The bytes of a file. Throws DiskError. */
export const bytesOf = (path: string): Uint8Array => reading(() => readFileSync(path));

/** The text of a file. Throws DiskError. */
export const textOf = (path: string): string => reading(() => readFileSync(path, "utf8"));

/** A raw seed, or what hindered reading it. */
export type Raw = {file: string; bytes: Uint8Array} | {file: string; error: string};

/** The seeds of a folder, one at a time. */
export function* readSeeds(folder: string): Generator<Raw> {
  for (const file of list(folder, ".txt")) yield readSeed(folder, file);
}

export function readSeed(folder: string, file: string): Raw {
  try {
    return {file, bytes: readFileSync(join(folder, file))};
  } catch (error) {
    return {file, error: reason(error, "read")};
  }
}

/** Files of a seeds folder that ingest does not read, by their names. */
export const otherFiles = (folder: string): string[] => list(folder, "").filter((file) => !file.toLowerCase().endsWith(".txt"));

/** The disk refused; nothing was changed unless `done` says otherwise. The message tells a person what and why. */
export class DiskError extends Told {}

const temporary = /^\.letopis-.*\.tmp$/;

/** Pages that a run left as they were: some that a person saved since they were read, and some that wait for those. */
export type Left = {changed: string[]; waiting: string[]};

type Staged = Planned & {from: string; to: string};

/**
 * Takes the steps of a plan, but leaves every page that is not as it was when the plan was made. All new texts are written and
 * flushed beside their places first, so that a full or read-only disk leaves everything as it was; then each takes its place
 * by one rename. Steps are asked for one at a time and their texts not held. Throws DiskError, and what `steps` throws.
 */
export async function apply(content: string, steps: Iterable<Step>): Promise<Left> {
  sweep(content);
  const staged: Staged[] = [];
  const removals: Planned[] = [];
  try {
    await stage(content, steps, staged, removals);
    for (const folder of new Set(removals.map((step) => dirname(join(content, step.path))))) accessSync(folder, constants.W_OK);
  } catch (error) {
    for (const {from} of staged) tryUnlink(from);
    throw isOfDisk(error) ? new DiskError(`${reason(error)} Nothing was changed.`) : error;
  }
  const left: Left = {changed: [], waiting: []};
  const names = new Set<string>();
  const isReady = (step: Planned, text: () => string) => {
    const now = textAt(join(content, step.path));
    if (isAsPlanned(step, now, text, names)) return true;
    (isAsPlanned(step, now, text, new Set()) ? left.waiting : left.changed).push(step.path);
    names.add(nameOf(step.path));
    return false;
  };
  let done = 0;
  try {
    // Documents remember what was made from them, so their names change hands only when the pages they remember are on the disk.
    for (const group of [staged.filter((s) => !isDocument(content, s.to)), staged.filter((s) => isDocument(content, s.to))]) {
      for (const step of group) {
        if (isReady(step, () => readFileSync(step.from, "utf8"))) renameSync(step.from, step.to);
        else tryUnlink(step.from);
        done++;
      }
      for (const folder of new Set(group.map(({to}) => dirname(to)))) flushFolder(folder);
    }
    for (const step of removals) {
      if (isReady(step, () => "")) unlinkSync(join(content, step.path));
      done++;
    }
    for (const folder of new Set(removals.map((step) => dirname(join(content, step.path))))) flushFolder(folder);
  } catch (error) {
    for (const {from} of staged) tryUnlink(from);
    throw new DiskError(
      `${reason(error)} ${String(done)} of ${String(staged.length + removals.length)} pages were written; the next run writes the rest.`,
    );
  }
  return left;
}

// New texts beside their places, on the disk. `staged` and `removals` grow as the steps come, so that the caller can clean up.
async function stage(content: string, steps: Iterable<Step>, staged: Staged[], removals: Planned[]): Promise<void> {
  const run = `${String(process.pid)}-${randomBytes(6).toString("hex")}`;
  const made = new Set<string>();
  let open: number[] = [];
  let flushing = Promise.resolve();
  try {
    for (const step of steps) {
      if (step.kind === "remove") {
        removals.push(planned(step));
        continue;
      }
      const to = join(content, step.path);
      const folder = dirname(to);
      if (!made.has(folder)) mkdirSync(folder, {recursive: true});
      made.add(folder);
      const from = join(folder, `.letopis-${run}-${String(staged.length)}.tmp`);
      staged.push({...planned(step), from, to});
      open.push(openSync(from, "wx", 0o644));
      write(open.at(-1) ?? 0, step.text);
      if (open.length < AT_ONCE) continue;
      // One batch goes to the disk while the next is made.
      await flushing;
      flushing = flush(open);
      flushing.catch(() => undefined);
      open = [];
    }
    await flushing;
  } finally {
    await Promise.allSettled([flushing]);
    await flush(open);
  }
}

// Not ours and not Node's own, whose codes are longer words.
const isOfDisk = (error: unknown): boolean => /^E[A-Z0-9]+$/.test((error as Partial<NodeJS.ErrnoException>).code ?? "");

function textAt(path: string): string | null {
  try {
    // Of new pages there is none, and an error takes ten times as long as a look.
    return statSync(path, {throwIfNoEntry: false}) ? readFileSync(path, "utf8") : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const isDocument = (content: string, path: string) => path.startsWith(join(content, "documents") + sep);

/** Files flushed together: a disk takes many flushes in the time of one. */
const AT_ONCE = 64;

const sync = promisify(fsync);

// Closes all, also where the disk refuses one.
async function flush(files: number[]): Promise<void> {
  const done = await Promise.allSettled(files.map((file) => sync(file)));
  for (const file of files)
    try {
      closeSync(file);
    } catch (reason) {
      done.push({status: "rejected", reason});
    }
  const failed = done.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

function write(file: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

// A rename is on the disk when its folder is. Windows cannot open a folder, and needs no flush.
function flushFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

// What a killed run left behind.
function sweep(content: string): void {
  for (const folder of folders) {
    const path = join(content, folder);
    if (!existsSync(path)) continue;
    for (const name of readdirSync(path, {recursive: true, encoding: "utf8"}))
      if (temporary.test(basename(name))) tryUnlink(join(path, name));
  }
}

function tryUnlink(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Not there, or not ours to remove: a folder that cannot be written is reported where something is to be written in it.
  }
}

type Act = "read" | "write";

const words: Record<string, (act: Act) => string> = {
  ENOSPC: () => "The disk is full.",
  EDQUOT: () => "The quota of this disk is used up.",
  EROFS: () => "The disk is read-only.",
  EACCES: (act) => `No permission to ${act}`,
  EPERM: (act) => `No permission to ${act}`,
  ENOENT: () => "There is no such file or folder, or it is a link that leads nowhere",
  ELOOP: () => "A link that leads to itself",
  EISDIR: () => "A folder stands where a file should be",
  ENOTDIR: () => "A file stands where a folder should be",
};

/** What went wrong with the disk, in words. */
export function reason(error: unknown, act: Act = "write"): string {
  const {code = "", path = "", message = String(error)} = error as NodeJS.ErrnoException;
  const said = words[code]?.(act);
  return said ? (said.endsWith(".") ? said : `${said}: ${path}.`) : message;
}
