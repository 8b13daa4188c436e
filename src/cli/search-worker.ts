import {close, createIndex} from "pagefind";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import type {SearchBatch, SearchUnion, SearchWork} from "./search-index.ts";
import {entryIn, type IndexedPage, merge, urlsIn} from "./search-merge.ts";
import {bare} from "./search-text.ts";

// One process of the search index: is sent work, answers with what was made of it.

/** Pages on their way to Pagefind: enough that it never waits. */
const AHEAD = 32;
/** ms between two looks at what Pagefind has written, and how many of them there are at most. */
const PAUSE = 100;
const LOOKS = 600;

process.on("message", (work: SearchWork) => {
  void answered(work).then((done) => process.send?.(done));
});

async function answered(work: SearchWork): Promise<SearchBatch | SearchUnion> {
  return "sources" in work ? {merged: await merge(work.sources, work.out)} : await indexed(work.folder, work.pages, work.out);
}

/** Pagefind's own index of pages, null where it would have none. */
async function indexed(folder: string, pages: string[], out: string): Promise<SearchBatch> {
  const {index, errors} = await createIndex({
    keepIndexUrl: false,
    includeCharacters: "№",
    excludeSelectors: [".small-title", ".eye", ".event-date"],
  });
  if (!index) return {problems: errors, source: null};
  const problems: string[] = [];
  const known: {url: string; page: IndexedPage}[] = [];
  const sent: [file: string, answer: ReturnType<typeof index.addHTMLFile>][] = [];
  const oneAnswered = async () => {
    const [file = "", answer] = sent.shift() ?? [];
    const {errors = [], file: found} = (await answer) ?? {};
    problems.push(...errors);
    if (found) known.push({url: found.url, page: [file, Object.keys(found.meta).sort().join(" ")]});
  };
  for (const file of pages) {
    const content = bare(readFileSync(join(folder, file), "utf8"));
    if (content === null) continue;
    sent.push([file, index.addHTMLFile({sourcePath: file, content})]);
    if (sent.length > AHEAD) await oneAnswered();
  }
  while (sent.length) await oneAnswered();
  // Pagefind writes itself: all files of a large index are more than one message may hold.
  problems.push(...(await index.writeFiles({outputPath: out})).errors);
  await written(out);
  // It keeps what it has read until it ends.
  await close();
  const [[language, {page_count}] = ["", {page_count: 0}], another] = Object.entries(entryIn(out).languages);
  if (another) problems.push(`pages of one folder are in several languages: ${language}, ${another[0]}`);
  if (!page_count) return {problems, source: null};
  // Pagefind leaves out a page without words, and does not say so.
  const urls = page_count < known.length ? urlsIn(out) : null;
  const found = known.filter(({url}) => !urls || urls.has(url)).map(({page}) => page);
  return {problems, source: {folder: out, language, pages: found, gone: []}};
}

/**
 * Waits until all bytes of the files are there: Pagefind answers while the last are on their way to the disk, and would lose them
 * if it ended now. None of its files is empty, and none grows any more.
 */
async function written(folder: string): Promise<void> {
  let before = "";
  for (let look = 0; look < LOOKS; look++) {
    const sizes = readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
    const now = sizes.join(" ");
    if (now === before && sizes.length > 0 && !sizes.includes(0)) return;
    before = now;
    await setTimeout(PAUSE);
  }
  throw new Error(`Pagefind did not finish the files in ${folder}`);
}
