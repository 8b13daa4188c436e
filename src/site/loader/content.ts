import type {Loader, LoaderContext} from "astro/loaders";
import {existsSync, readFileSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {form} from "./form.ts";
import {bodyIn} from "./front-matter.ts";
import {isLean, read} from "./matter.ts";

/**
 * Loads a folder of `.mdx` files into a collection; an entry's id is its file name without the ending, letter for letter.
 * A file whose bytes are those of the last build is taken from Astro's store unparsed. Plain bodies become
 * no module and are not kept, see bodyOf; one that needs MDX is compiled by Astro's own way and shown through `render(entry)`. `lack`: a
 * site may well have none of these. `lean`: front matters are not kept either, see matterOf.
 */
export function content({base, lack = false, lean = false}: {base: URL; lack?: boolean; lean?: boolean}): Loader {
  return {
    name: "letopis-content",
    load: async (context) => {
      const folder = fileURLToPath(base);
      const files = existsSync(folder) ? await list(folder) : [];
      if (!files.length && !lack) context.logger.warn(`no .mdx files in ${folder}`);
      const gone = new Set(context.store.keys());
      for (const file of files) gone.delete(await take(file, folder, context, lean));
      for (const id of gone) context.store.delete(id);
      watch(folder, context, lean);
    },
  };
}

async function list(folder: string): Promise<string[]> {
  const found = await readdir(folder, {recursive: true});
  return found.filter((file) => file.endsWith(".mdx")).sort();
}

const idOf = (file: string) => file.slice(0, -".mdx".length).split(sep).join("/");

async function take(
  file: string,
  folder: string,
  {store, config, parseData, generateDigest}: LoaderContext,
  lean: boolean,
): Promise<string> {
  const path = join(folder, file);
  // Small files, one after another: to ask for each and be told of it later takes longer than to read it.
  const contents = readFileSync(path, "utf8");
  const id = idOf(file);
  const digest = generateDigest(contents);
  const kept = store.get(id);
  if (kept?.digest === digest && kept.filePath && (lean || !isLean(kept))) {
    if (kept.deferredRender) store.addModuleImport(kept.filePath);
    return id;
  }
  const {data, body} = lean ? {data: {}, body: bodyIn(contents)} : read(contents, path);
  store.set({
    id,
    data: lean ? {} : await parseData({id, data, filePath: path}),
    filePath: relative(fileURLToPath(config.root), path).split(sep).join("/"),
    digest,
    ...(form(body) === "mdx" && {deferredRender: true}),
  });
  return id;
}

function watch(folder: string, context: LoaderContext, lean: boolean): void {
  const {watcher, store, logger} = context;
  if (!watcher) return;
  const inside = (path: string) => {
    const file = relative(folder, path);
    return file.endsWith(".mdx") && !file.startsWith("..") ? file : null;
  };
  const changed = (path: string) => {
    const file = inside(path);
    if (file === null) return;
    take(file, folder, context, lean).catch((error: unknown) => {
      logger.error(error instanceof Error ? error.message : String(error));
    });
  };
  watcher.add(folder);
  watcher.on("add", changed);
  watcher.on("change", changed);
  watcher.on("unlink", (path) => {
    const file = inside(path);
    if (file !== null) store.delete(idOf(file));
  });
}
