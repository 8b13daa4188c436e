import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {type Reading, readSeed} from "../ingest/ingest.ts";
import {type Gazetteer} from "../ingest/names/gazetteer.ts";
import {type Seed} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {list} from "../store/files.ts";

type One = Omit<Reading, "matches">;

/** What a seed says depends on its bytes and name, on the reader's code and on the names it knows: their digest. */
export function versionOf(codeFolders: readonly string[], entities: readonly Entity[]): string {
  const sum = createHash("sha256");
  for (const folder of codeFolders) for (const file of list(folder, ".ts")) sum.update(readFileSync(join(folder, file)));
  return sum.update(JSON.stringify(entities)).digest("hex").slice(0, 32);
}

/**
 * A reader that remembers what it read in `folder`, so that after one seed was changed only that one is read again. What it
 * remembers of other versions is thrown away. A missing, damaged or unwritable folder costs time, nothing else.
 */
export function rememberingReader(folder: string, version: string, read: typeof readSeed = readSeed) {
  const own = join(folder, version);
  try {
    for (const name of readdirSync(folder)) if (name !== version) rmSync(join(folder, name), {recursive: true, force: true});
  } catch {
    // Nothing remembered yet.
  }
  const pathOf = (seed: Seed) => {
    const key = createHash("sha256").update(`${seed.file}\0${seed.encoding}\0${seed.sha256}`).digest("hex");
    return join(own, key.slice(0, 2), `${key}.json`);
  };
  return {
    /** Whether a seed need not be read again. */
    knows: (seed: Seed): boolean => existsSync(pathOf(seed)),
    read(seed: Seed, names: Gazetteer): One {
      const path = pathOf(seed);
      const kept = recall(path, seed.text);
      if (kept) return kept;
      const one = read(seed, names);
      keep(path, one);
      return one;
    },
  };
}

function recall(path: string, text: string): One | null {
  try {
    const one = JSON.parse(readFileSync(path, "utf8")) as One;
    // The text stands in the seed; it is not kept twice.
    return {...one, documents: one.documents.map((document) => ({...document, text}))};
  } catch {
    return null;
  }
}

// A file cut short by a kill is no JSON, and its seed is read again.
function keep(path: string, one: One): void {
  const text = JSON.stringify({...one, documents: one.documents.map((document) => ({...document, text: ""}))});
  try {
    writeFileSync(path, text);
  } catch {
    try {
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, text);
    } catch {
      // The next run reads it again.
    }
  }
}
