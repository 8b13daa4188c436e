import {createHash} from "node:crypto";
import {type TiledItem, TILED_FROM, type TileFile, tiles} from "../timeline/tiles.ts";
import type {EventPage, Library} from "./library.ts";
import {timelineItem} from "./timeline-data.ts";
import type {Addresses} from "./address.ts";
import {manifestName} from "./tiled.ts";
import {choiceOf} from "./years.ts";

/** Whether the events are so many that pages carry counts and the reader's browser fetches the rest from tiles. */
export const isTiled = (library: Pick<Library, "events">): boolean => library.events.length >= TILED_FROM;

/** The events a page lists before any window is chosen: all, or of a very large set a choice. */
export const listedOn = (library: Pick<Library, "events">): EventPage[] =>
  isTiled(library) ? choiceOf(library.events) : library.events;

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);

/** All files below `tiles/`, each once; none for a small set. */
export function tileFiles(library: Library, languages: readonly string[], to: (language: string) => Addresses): TileFile[] {
  if (!isTiled(library)) return [];
  const files = new Map<string, string>();
  for (const language of languages)
    for (const {name, text} of tiles(items(library, language, to(language)), digest))
      files.set(name === "manifest.json" ? manifestName(language) : name, text);
  return [...files].map(([name, text]) => ({name, text}));
}

function* items(library: Library, language: string, to: Addresses): Generator<TiledItem> {
  for (const event of library.events)
    yield {...timelineItem(library, event, language, to), sources: event.sources.length, weight: event.weight};
}
