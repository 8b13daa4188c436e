import {randomBytes} from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import {open} from "node:fs/promises";
import {basename, dirname, join, sep} from "node:path";
import {type EntityFolder, entityFolders} from "../model/entity.ts";
import {Told} from "../model/told.ts";
import {isAsPlanned, nameOf} from "./meanwhile.ts";
import {type Page, page} from "./page.ts";
import {type Step} from "./plan.ts";

/** The folders of pages below `content/`. */
export const folders = ["documents", "events", ...(Object.values(entityFolders) as EntityFolder[])] as const;

/** Every page below a content folder, in order of path. A missing folder has none. */
export function readPages(content: string): Page[] {
  return folders.flatMap((folder) =>
    pagesIn(content, folder).map((name) => page(folder, `${folder}/${name}`, textOf(join(content, folder, name)))),
  );
}

/** Every story below a content folder; they are a person's alone, so no plan of ingest has a part in them. */
export const readStories = (content: string): {path: string; text: string}[] =>
  pagesIn(content, "stories").map((name) => ({
    path: `stories/${name}`,
    text: textOf(join(content, "stories", name)),
  }));

/** Names of the pages in a folder; the site reads only files that end in `.mdx` letter for letter. */
export const pagesIn = (content: string, folder: string): string[] =>
  list(join(content, folder), ".mdx").filter((name) => name.endsWith(".mdx"));

/** Files below a content folder that nobody reads, by their paths. */
export function strayFiles(content: string): string[] {
  const read = new Set([...folders, "stories"].flatMap((folder) => pagesIn(content, folder).map((name) => `${folder}/${name}`)));
  return list(content, "").filter((name) => !read.has(name) && name !== "site.yaml");
}

/** Files below a folder whose names end so, sorted, with `/` between folders; hidden ones are not looked at. */
export function list(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return reading(() => readdirSync(folder, {recursive: true, encoding: "utf8"}))
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.toLowerCase().endsWith(ending) && !/(^|\/)\./.test(name) && !isFolder(join(folder, name)))
    .sort();
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

export function readSeeds(folder: string): Raw[] {
  return list(folder, ".txt").map((file) => {
    try {
      return {file, bytes: readFileSync(join(folder, file))};
    } catch (error) {
      return {file, error: reason(error, "read")};
    }
  });
}

/** Files of a seeds folder that ingest does not read, by their names. */
export const otherFiles = (folder: string): string[] => list(folder, "").filter((file) => !file.toLowerCase().endsWith(".txt"));

/** The disk refused; nothing was changed unless `done` says otherwise. The message tells a person what and why. */
export class DiskError extends Told {}

const temporary = /^\.letopis-.*\.tmp$/;

/** Pages that a run left as they were: some that a person saved since they were read, and some that wait for those. */
export type Left = {changed: string[]; waiting: string[]};

/**
 * Takes the steps of a plan, but leaves every page that is not as it was when the plan was made. All new texts are written and
 * flushed beside their places first, so that a full or read-only disk leaves everything as it was; then each takes its place
 * by one rename. Throws DiskError.
 */
export async function apply(content: string, steps: Step[], progress: (done: number) => void = () => undefined): Promise<Left> {
  sweep(content);
  const writes = steps.filter((step) => step.kind !== "remove");
  const removals = steps.filter((step) => step.kind === "remove");
  const staged: {from: string; to: string; step: Step}[] = [];
  const unflushed: string[] = [];
  const left: Left = {changed: [], waiting: []};
  const names = new Set<string>();
  const isReady = (step: Step) => {
    const now = textAt(join(content, step.path));
    if (isAsPlanned(step, now, names)) return true;
    (isAsPlanned(step, now, new Set()) ? left.waiting : left.changed).push(step.path);
    names.add(nameOf(step.path));
    return false;
  };
  try {
    for (const folder of new Set(removals.map((step) => dirname(join(content, step.path))))) accessSync(folder, constants.W_OK);
    for (const step of writes) {
      const to = join(content, step.path);
      mkdirSync(dirname(to), {recursive: true});
      const from = join(dirname(to), `.letopis-${String(process.pid)}-${randomBytes(6).toString("hex")}.tmp`);
      staged.push({from, to, step});
      writeFile(from, step.text);
      unflushed.push(from);
      if (unflushed.length === AT_ONCE) await flush(unflushed.splice(0));
      progress(staged.length / 2);
    }
    await flush(unflushed);
  } catch (error) {
    for (const {from} of staged) tryUnlink(from);
    throw new DiskError(`${reason(error)} Nothing was changed.`);
  }
  let done = 0;
  try {
    // Documents remember what was made from them, so their names change hands only when the pages they remember are on the disk.
    for (const group of [staged.filter((s) => !isDocument(content, s.to)), staged.filter((s) => isDocument(content, s.to))]) {
      for (const {from, to, step} of group) {
        if (isReady(step)) renameSync(from, to);
        else tryUnlink(from);
        progress(writes.length / 2 + ++done / 2);
      }
      for (const folder of new Set(group.map(({to}) => dirname(to)))) flushFolder(folder);
    }
    for (const step of removals) {
      if (isReady(step)) unlinkSync(join(content, step.path));
      progress(++done);
    }
    for (const folder of new Set(removals.map((step) => dirname(join(content, step.path))))) flushFolder(folder);
  } catch (error) {
    for (const {from} of staged) tryUnlink(from);
    throw new DiskError(
      `${reason(error)} ${String(done)} of ${String(steps.length)} pages were written; the next run writes the rest.`,
    );
  }
  return left;
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const isDocument = (content: string, path: string) => path.startsWith(join(content, "documents") + sep);

/** Files flushed together: a disk takes many flushes in the time of one. */
const AT_ONCE = 64;

async function flush(paths: string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      const file = await open(path, "r+");
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  );
}

function writeFile(path: string, text: string): void {
  const file = openSync(path, "wx", 0o644);
  try {
    const bytes = Buffer.from(text, "utf8");
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
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
