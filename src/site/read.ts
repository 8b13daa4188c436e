import {getCollection} from "astro:content";
import {LRUCache} from "lru-cache";
import {relative} from "node:path";
import type {z} from "zod";
import {entityFolders, entityKinds, type EntityKind} from "../model/entity.ts";
import {documentSchema, entitySchema, eventSchema} from "../model/schema.ts";
import {type EntityPage, type Library, makeLibrary} from "./library.ts";
import {bodyOf} from "./loader/body.ts";
import {matterOf} from "./loader/matter.ts";
import {contentFolder, readSite} from "./settings.ts";

type Entry = {id: string; data: object; filePath?: string};

/** Letters of bodies that are kept; others are read again from their files when they are asked for. */
const HELD = 2 ** 24;

let kept: Promise<Library> | undefined;

/** The content, read once per build; in `dev` afresh for every page, so that an edit shows. */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return read();
  return (kept ??= read());
}

async function read(): Promise<Library> {
  const bodies = new LRUCache<string, string>({maxSize: HELD, sizeCalculation: (body) => body.length + 1});
  const bodyFor = (entry: Entry): string => {
    const body = bodies.get(entry.filePath ?? "") ?? bodyOf(entry);
    bodies.set(entry.filePath ?? "", body);
    return body;
  };
  const page = <S extends z.ZodType<object>>(entry: Entry, schema: S) => {
    const file = relative(contentFolder, entry.filePath ?? "").replaceAll("\\", "/");
    const made = {...matterOf(entry, schema), id: entry.id, file};
    return Object.defineProperty(made, "body", {get: () => bodyFor(entry), enumerable: true}) as typeof made & {body: string};
  };
  const entities = await Promise.all(
    entityKinds.map(async (kind): Promise<[EntityKind, EntityPage[]]> => {
      const entries = await getCollection(entityFolders[kind]);
      return [kind, entries.map((entry) => page(entry, entitySchema))];
    }),
  );
  return makeLibrary(readSite(), {
    events: (await getCollection("events")).map((entry) => page(entry, eventSchema)),
    documents: (await getCollection("documents")).map((entry) => page(entry, documentSchema)),
    entities: Object.fromEntries(entities) as Record<EntityKind, EntityPage[]>,
  });
}
