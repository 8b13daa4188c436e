import {close, createIndex} from "pagefind";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parentPort, workerData} from "node:worker_threads";
import type {SearchPart} from "./search-index.ts";
import {bare} from "./search-text.ts";

// One thread of the search index; answers with what Pagefind finds wrong.

/** Pages on their way to Pagefind: enough that it never waits. */
const AHEAD = 32;

const {folder, pages, out} = workerData as SearchPart;
const {index, errors} = await createIndex({
  keepIndexUrl: false,
  includeCharacters: "№",
  excludeSelectors: [".small-title", ".eye", ".event-date"],
});
if (!index) throw new Error(errors.join("\n"));
const problems: string[] = [];
try {
  const sent: ReturnType<typeof index.addHTMLFile>[] = [];
  const answered = async () => problems.push(...((await sent.shift())?.errors ?? []));
  for (const file of pages) {
    const content = bare(readFileSync(join(folder, file), "utf8"));
    if (content === null) continue;
    sent.push(index.addHTMLFile({sourcePath: file, content}));
    if (sent.length > AHEAD) await answered();
  }
  while (sent.length) await answered();
  // Pagefind writes itself: all files of a large index are more than one message may hold.
  problems.push(...(await index.writeFiles({outputPath: out})).errors);
} finally {
  await close();
}
parentPort?.postMessage(problems);
