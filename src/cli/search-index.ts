import {fork} from "node:child_process";
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {filesIn} from "./kept-pages.ts";
import {type IndexFile, inOrder} from "./search-order.ts";

/** What one process indexes: files below `folder`, into the folder `out`. */
export type SearchPart = {folder: string; pages: string[]; out: string};

/** Pagefind's own interface, which our search page does without. */
const unused = /(-ui|-highlight|-worker)\.(js|css)$/;
/** Files that say which others there are; the rest, thousands of them, is named by what is in it. */
const lists = /\.(pf_filter|pf_meta)$/;
const ENTRY = "pagefind-entry.json";

/**
 * Writes the search index of a built site into its folder `pagefind/`: of the pages that mark their text for it, a part
 * for each language, made side by side, for Pagefind has one thread. The first of `languages` stands at the root, each
 * other in a folder of its own. Throws when the index cannot be made, with what Pagefind says of it.
 */
export async function indexSite(folder: string, languages: readonly string[]): Promise<void> {
  const out = join(folder, "pagefind");
  rmSync(out, {recursive: true, force: true});
  const pages = filesIn(folder)
    .filter((file) => file.endsWith(".html"))
    .sort();
  const byLanguage = Map.groupBy(pages, (file) => languages.slice(1).find((language) => file.startsWith(`${language}/`)) ?? "");
  const parts = [...byLanguage.values()].map((pages, i): SearchPart => ({folder, pages, out: join(out, `part-${String(i)}`)}));
  const problems = (await Promise.all(parts.map(indexed))).flat();
  if (problems.length) throw new Error(problems.join("\n"));
  unite(
    parts.map((part) => part.out),
    out,
  );
}

/** Indexes a part in a process of its own, until Pagefind has ended with it. Returns what Pagefind finds wrong. */
const indexed = (part: SearchPart): Promise<string[]> =>
  new Promise((done, failed) => {
    const child = fork(new URL("./search-worker.ts", import.meta.url), {stdio: ["ignore", "inherit", "pipe", "ipc"]});
    const said: string[] = [];
    let problems: string[] | null = null;
    child.stderr?.setEncoding("utf8").on("data", (words: string) => said.push(words));
    child.once("message", (found: string[]) => (problems = found));
    child.once("error", failed);
    child.once("close", () => {
      if (problems) done(problems);
      else failed(new Error(said.join("")));
    });
    child.send(part);
  });

/** Moves the files of all parts into one index. */
function unite(parts: readonly string[], out: string): void {
  const read: IndexFile[] = [];
  const entries: Entry[] = [];
  for (const part of parts) {
    for (const path of filesIn(part)) {
      const from = join(part, path);
      if (path === ENTRY) entries.push(JSON.parse(readFileSync(from, "utf8")) as Entry);
      else if (lists.test(path)) read.push({path, content: readFileSync(from)});
      else if (!unused.test(path)) {
        mkdirSync(dirname(join(out, path)), {recursive: true});
        renameSync(from, join(out, path));
      }
    }
    rmSync(part, {recursive: true});
  }
  const languages = Object.assign({}, ...entries.map((entry) => entry.languages)) as Entry["languages"];
  read.push({path: ENTRY, content: Buffer.from(JSON.stringify({...entries[0], languages}))});
  for (const {path, content} of inOrder(read)) {
    mkdirSync(dirname(join(out, path)), {recursive: true});
    writeFileSync(join(out, path), content);
  }
}

type Entry = {languages: Record<string, object>};
