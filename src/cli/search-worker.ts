import {createIndex} from "pagefind";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import type {SearchPart} from "./search-index.ts";
import {bare} from "./search-text.ts";

// One process of the search index: is sent a part, answers with what Pagefind finds wrong. Pagefind ends with this process.

/** Pages on their way to Pagefind: enough that it never waits. */
const AHEAD = 32;
/** ms between two looks at what Pagefind has written, and how many of them there are at most. */
const PAUSE = 100;
const LOOKS = 600;

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
  await written(out);
  return problems;
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
