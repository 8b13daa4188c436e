import {close, createIndex} from "pagefind";
import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {inOrder} from "./search-order.ts";

/** Pagefind's own interface, which our search page does without. */
const unused = /(-ui|-highlight|-worker)\.(js|css)$/;

/**
 * Writes the search index of a built site into its folder `pagefind/`: of the pages that mark their text for it, a part
 * for each language. Throws when the index cannot be made, with what Pagefind says of it.
 */
export async function indexSite(folder: string): Promise<void> {
  const {index, errors} = await createIndex({
    keepIndexUrl: false,
    includeCharacters: "№",
    excludeSelectors: [".small-title", ".eye", ".event-date"],
  });
  if (!index) throw new Error(errors.join("\n"));
  try {
    const added = await index.addDirectory({path: folder, glob: "**/*.html"});
    const {files, ...written} = await index.getFiles();
    await Promise.all(
      inOrder(files)
        .filter(({path}) => !unused.test(path))
        .map(({path, content}) => put(join(folder, "pagefind", path), content)),
    );
    const problems = [...added.errors, ...written.errors];
    if (problems.length) throw new Error(problems.join("\n"));
  } finally {
    await close();
  }
}

async function put(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, content);
}
