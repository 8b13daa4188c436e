import {getCollection} from "astro:content";
import {relative} from "node:path";
import type {StoryMatter} from "../model/schema.ts";
import {contentFolder} from "./settings.ts";

/** A story of the content; `file` is its path below the content folder. */
export type StoryPage = StoryMatter & {id: string; file: string};

let kept: Promise<StoryPage[]> | undefined;

/** The stories that are shown, by file name; read once per build, in `dev` afresh for every page. */
export function stories(): Promise<StoryPage[]> {
  if (import.meta.env.DEV) return read();
  return (kept ??= read());
}

async function read(): Promise<StoryPage[]> {
  const entries = await getCollection("stories");
  return entries
    .filter(({data}) => !data.hidden)
    .map(({id, data, filePath}) => ({...data, id, file: relative(contentFolder, filePath ?? "").replaceAll("\\", "/")}))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
