import {getCollection} from "astro:content";
import {relative} from "node:path";
import {entityFolders, entityKinds, type EntityKind} from "../model/entity.ts";
import {type EntityPage, type Library, makeLibrary} from "./library.ts";
import {bodyOf} from "./loader/body.ts";
import {contentFolder, readSite} from "./settings.ts";

let kept: Promise<Library> | undefined;

/** The content, read once per build; in `dev` afresh for every page, so that an edit shows. */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return read();
  return (kept ??= read());
}

async function read(): Promise<Library> {
  const page = (entry: {id: string; filePath?: string}) => ({
    id: entry.id,
    body: bodyOf(entry),
    file: relative(contentFolder, entry.filePath ?? "").replaceAll("\\", "/"),
  });
  const entities = await Promise.all(
    entityKinds.map(async (kind): Promise<[EntityKind, EntityPage[]]> => {
      const entries = await getCollection(entityFolders[kind]);
      return [kind, entries.map((entry) => ({...entry.data, ...page(entry)}))];
    }),
  );
  return makeLibrary(readSite(), {
    events: (await getCollection("events")).map((entry) => ({...entry.data, ...page(entry)})),
    documents: (await getCollection("documents")).map((entry) => ({...entry.data, ...page(entry)})),
    entities: Object.fromEntries(entities) as Record<EntityKind, EntityPage[]>,
  });
}
