import {createIndex} from "pagefind";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {SearchPart} from "./search-index.ts";
import {bare} from "./search-text.ts";

// One process of the search index: is sent a part, answers with what Pagefind finds wrong. It must not close Pagefind, for
// that kills it while it writes; Pagefind ends with this process.

/** Pages on their way to Pagefind: enough that it never waits. */
const AHEAD = 32;

process.once("message", (part: SearchPart) => {
  void indexed(part).then((problems) => {
    process.send?.(problems, () => {
      process.disconnect();
    });
  });
});

async function indexed({folder, pages, out}: SearchPart): Promise<string[]> {
  const {index, errors} = await createIndex({
    keepIndexUrl: false,
    includeCharacters: "№",
    excludeSelectors: [".small-title", ".eye", ".event-date"],
  });
  if (!index) return errors;
  const problems: string[] = [];
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
  return problems;
}
