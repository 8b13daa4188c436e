import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {IndexedSite} from "./search-index.ts";

/** A page as a build left it: digest of what it was made of (see site/inputs.ts), and size and time of its file. */
type Left = {digest: string; mark: string};
/** What a build leaves for the next: the version of all that is not content, its pages by file, and the index that was made of them. */
type Leavings = {version: string; pages: Record<string, Left>; search: IndexedSite | null};

/** A build over the last one's output. */
export type Rebuild = {
  /** Pages that stand, and that are written again only when they are made of something else. */
  standing: number;
  /** Folder through which the site learns what stands and says what this build has; for LETOPIS_KEPT. */
  folder: string;
  /** Removes pages that are no more. Returns what the search index lacks, null where it lacks nothing. */
  settle: () => Stale | null;
  /** Leaves word for the next build; of the search index, unless it stands as it was, what it was made of, null where there is none. */
  leave: (search?: IndexedSite | null) => void;
};

/** A search index that is of other pages: what it was made of, null where none stands, and which pages are others now. */
export type Stale = {last: IndexedSite | null; changed: (file: string) => boolean};

/** Below the output: the search index is made of the pages. */
const SEARCH = "pagefind";

/** Digest of everything but the pages of the content: code, packages, settings, and the program that runs them. */
export function versionOf(paths: readonly string[], ignored = /\.mdx$/): string {
  const sum = createHash("sha256").update(process.version);
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? filesIn(path).map((file) => join(path, file)) : [path];
    for (const file of files.filter((file) => !ignored.test(file)).sort()) sum.update(`\0${file}\0`).update(readFileSync(file));
  }
  return sum.digest("hex");
}

/**
 * Makes ready for a build into `out`. Of its files there stay the pages that the last build left there with the same code,
 * as it left them; everything else goes, and `full` lets nothing stay. What was left is forgotten until the build is done,
 * so that one that was broken off is followed by a full one.
 */
export function rebuild(out: string, folder: string, version: string, full: boolean): Rebuild {
  const record = join(folder, "left.json");
  const left = full ? null : read(record, version);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const standing = left ? clear(out, left) : {};
  if (!left) rmSync(out, {recursive: true, force: true});
  const before = Object.fromEntries(Object.entries(standing).map(([file, {digest}]) => [file, digest]));
  writeFileSync(join(folder, "before.json"), JSON.stringify(before));
  const indexed = left && existsSync(join(out, SEARCH)) ? left.search : null;
  let now = new Map<string, string | null>();
  return {
    standing: Object.keys(standing).length,
    folder,
    settle() {
      now = said(folder);
      for (const file of Object.keys(standing)) if (!now.has(file)) rmSync(join(out, file), {force: true});
      removeEmpty(out);
      const html = (files: Iterable<string>) => [...files].filter((file) => file.endsWith(".html"));
      const before = left?.pages ?? {};
      const changed = (file: string) => (now.get(file) ?? null) === null || now.get(file) !== before[file]?.digest;
      const same = html(now.keys()).length > 0 && !html([...now.keys(), ...Object.keys(before)]).some(changed);
      return same && indexed ? null : {last: indexed, changed};
    },
    leave(search = indexed) {
      const pages: Leavings["pages"] = {};
      for (const [file, digest] of now) if (digest !== null) pages[file] = {digest, mark: markOf(join(out, file)) ?? ""};
      if (search === null) rmSync(join(out, SEARCH), {recursive: true, force: true});
      else
        for (const file of filesIn(join(out, SEARCH)))
          pages[`${SEARCH}/${file}`] = {digest: SEARCH, mark: markOf(join(out, SEARCH, file)) ?? ""};
      writeFileSync(`${record}.new`, JSON.stringify({version, pages, search} satisfies Leavings));
      renameSync(`${record}.new`, record);
    },
  };
}

function read(record: string, version: string): Leavings | null {
  try {
    const left = JSON.parse(readFileSync(record, "utf8")) as Leavings;
    return left.version === version ? left : null;
  } catch {
    return null;
  }
}

/** Removes what the last build did not leave, or not so; a search index that is not whole goes altogether. Returns the pages that stand. */
function clear(out: string, {pages}: Leavings): Leavings["pages"] {
  const standing = new Map<string, Left>();
  let whole = true;
  for (const file of existsSync(out) ? filesIn(out) : []) {
    const page = pages[file];
    if (page && page.mark === markOf(join(out, file))) standing.set(file, page);
    else {
      rmSync(join(out, file), {force: true});
      if (page?.digest === SEARCH) whole = false;
    }
  }
  const index = Object.entries(pages).filter(([, {digest}]) => digest === SEARCH);
  if (!whole || index.some(([file]) => !standing.has(file))) rmSync(join(out, SEARCH), {recursive: true, force: true});
  return Object.fromEntries([...standing].filter(([, {digest}]) => digest !== SEARCH));
}

/** The pages of this build, with null for those nobody can say the digest of. */
function said(folder: string): Map<string, string | null> {
  const file = join(folder, "now.ndjson");
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line) as [string, string | null]));
}

function markOf(file: string): string | null {
  try {
    const {size, mtimeNs} = statSync(file, {bigint: true});
    return `${String(size)} ${String(mtimeNs)}`;
  } catch {
    return null;
  }
}

/** All files below a folder, by their paths from there, with `/` between the parts. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));

/** Removes folders in which nothing is left. */
function removeEmpty(folder: string): void {
  const folders = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isDirectory());
  const deepFirst = folders.map((entry) => join(entry.parentPath, entry.name)).sort((a, b) => b.length - a.length);
  for (const path of deepFirst)
    try {
      rmdirSync(path);
    } catch {
      // Something stands in it.
    }
}
