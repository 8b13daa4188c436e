import {fork} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {filesIn} from "./kept-pages.ts";
import {type Entry, ENTRY, entryIn, fragmentIn, type Indexed, type Merged} from "./search-merge.ts";

/**
 * What one process indexes: files below `folder`, into the folder `out`, in a folder `fresh` as Pagefind has it and in `merged`
 * with the pages of the index that stands, `last`, which are not `gone`.
 */
export type SearchPart = {
  folder: string;
  pages: string[];
  out: string;
  last: (Indexed & {folder: string; gone: string[]}) | null;
};
/** Its answer; `merged` is null where no page is for the search. */
export type SearchDone = {problems: string[]; merged: Merged | null};
/** What stands in an index, by the folders of the languages. */
export type IndexedSite = Record<string, Indexed>;

/** Pagefind's program for the browser, of the languages that have pages. Its own interface our search page does without. */
const programOf = (made: readonly Merged[]): string[] => [
  "pagefind.js",
  ...["unknown", ...made.flatMap(({about: {wasm}}) => wasm ?? [])].map((name) => `wasm.${name}.pagefind`),
];
const FRESH = "fresh";
const MERGED = "merged";
export const freshIn = (out: string) => join(out, FRESH);
export const mergedIn = (out: string) => join(out, MERGED);

/**
 * Writes the search index of a built site into its folder `pagefind/`: of the pages that mark their text for it, a part
 * for each language, made side by side, for Pagefind has one thread. The first of `languages` stands at the root, each
 * other in a folder of its own. Where an index stands, `last` says of what pages, and only those that `changed` are read; the
 * index is, byte for byte, that of all pages. Throws when it cannot be made, with what Pagefind says of it.
 */
export async function indexSite(
  folder: string,
  languages: readonly string[],
  last: IndexedSite = {},
  changed: (file: string) => boolean = () => true,
): Promise<IndexedSite> {
  const out = join(folder, "pagefind");
  if (!Object.keys(last).length) rmSync(out, {recursive: true, force: true});
  const pages = filesIn(folder)
    .filter((file) => file.endsWith(".html"))
    .sort();
  const byLanguage = Map.groupBy(pages, (file) => languages.slice(1).find((language) => file.startsWith(`${language}/`)) ?? "");
  const parts = [...byLanguage].map(([name, pages], i) => {
    const own = last[name];
    const stand = new Set(pages);
    const gone = own?.pages.map(([file]) => file).filter((file) => !stand.has(file) || changed(file)) ?? [];
    const part: SearchPart = {
      folder,
      pages: own ? pages.filter(changed) : pages,
      out: join(out, `part-${String(i)}`),
      last: own ? {...own, folder: out, gone} : null,
    };
    return {name, part};
  });
  const done = await Promise.all(parts.map(async ({name, part}) => ({name, part, ...(await indexed(part))})));
  const problems = done.flatMap(({problems}) => problems);
  if (problems.length) throw new Error(problems.join("\n"));
  const made = done.flatMap(({name, part, merged}) => (merged ? [{name, out: part.out, merged}] : []));
  unite(
    parts.map(({part}) => part.out),
    made.map(({merged}) => merged),
    out,
  );
  return Object.fromEntries(made.map(({name, merged: {language, pages}}) => [name, {language, pages}]));
}

/** Indexes a part in a process of its own, until Pagefind has ended with it. */
const indexed = (part: SearchPart): Promise<SearchDone> =>
  new Promise((done, failed) => {
    const child = fork(new URL("./search-worker.ts", import.meta.url), {stdio: ["ignore", "inherit", "pipe", "ipc"]});
    const said: string[] = [];
    let answer: SearchDone | null = null;
    child.stderr?.setEncoding("utf8").on("data", (words: string) => said.push(words));
    child.once("message", (found: SearchDone) => (answer = found));
    child.once("error", failed);
    child.once("close", () => {
      if (answer) done(answer);
      else failed(new Error(said.join("")));
    });
    child.send(part);
  });

/** Makes one index of all parts, over the one that stands; a file whose bytes stay is left alone. */
function unite(parts: readonly string[], made: readonly Merged[], out: string): void {
  const entry = entryOf(parts, made, out);
  const wanted = new Map<string, string>();
  for (const file of programOf(made)) {
    const found = [...parts.map((part) => join(freshIn(part), file)), join(out, file)].find((path) => existsSync(path));
    if (found) wanted.set(join(out, file), found);
  }
  for (const folder of parts.map(mergedIn).filter((folder) => existsSync(folder)))
    for (const file of filesIn(folder)) wanted.set(join(out, file), join(folder, file));
  for (const [path, name] of made.flatMap(({fragments}) => fragments)) {
    const to = fragmentIn(out, name);
    // Its name may have been another's, which has yet to give it up.
    const moves = path !== to && path.startsWith(fragmentIn(out, "").slice(0, -".pf_fragment".length));
    if (moves) renameSync(path, `${path}.moved`);
    wanted.set(to, moves ? `${path}.moved` : path);
  }
  const needed = new Set(wanted.values());
  const inParts = (path: string) => parts.some((part) => path.startsWith(join(part, "/")));
  for (const path of filesIn(out).map((file) => join(out, file)))
    if (!wanted.has(path) && !needed.has(path) && !inParts(path)) rmSync(path);
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
  const known = [out, ...parts.map(freshIn)].find((folder) => existsSync(join(folder, ENTRY)));
  const languages = made.map(({language, about}) => [language, about] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return {...(known ? entryIn(known) : {}), languages: Object.fromEntries(languages)};
}
