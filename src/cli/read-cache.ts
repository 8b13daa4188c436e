import {createHash, hash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {LRUCache} from "lru-cache";
import {type Reading, readSeed} from "../ingest/ingest.ts";
import {type Gazetteer} from "../ingest/names/gazetteer.ts";
import {type DocumentRecord, type Seed} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {list} from "../store/files.ts";

type One = Omit<Reading, "matches">;

/** What a seed says depends on its bytes and name, on the reader's code and on the names it knows: their digest. */
export function versionOf(codeFolders: readonly string[], entities: readonly Entity[]): string {
  const sum = createHash("sha256");
  for (const folder of codeFolders) for (const file of list(folder, ".ts")) sum.update(readFileSync(join(folder, file)));
  return sum.update(JSON.stringify(entities)).digest("hex").slice(0, 32);
}

/** What a text names and dates: the long part of what was read from it. */
type Marks = Pick<DocumentRecord, "mentions" | "dates">;

/** UTF-16 units of seeds whose marks are held at once. */
const HELD = 4e6;

/**
 * A reader that remembers what it read in `folder`, so that after one seed was changed only that one is read again. What it
 * remembers of other versions is thrown away. A missing, damaged or unwritable folder costs time, nothing else. Its documents
 * hold neither their text, which stands in the seed, nor their marks, which are recalled when asked for: ten times the texts
 * take hardly more memory.
 */
export function rememberingReader(folder: string, version: string, read: typeof readSeed = readSeed) {
  const own = join(folder, version);
  try {
    for (const name of readdirSync(folder)) if (name !== version) rmSync(join(folder, name), {recursive: true, force: true});
  } catch {
    // Nothing remembered yet.
  }
  const pathOf = (seed: Seed) => {
    const key = hash("sha256", `${seed.file}\0${seed.encoding}\0${seed.sha256}`);
    return join(own, key.slice(0, 1), `${key}.json`);
  };
  const marks = new LRUCache<string, Marks[]>({maxSize: HELD});
  const whole = (seed: Seed, names: Gazetteer): One => {
    const path = pathOf(seed);
    return recall(path) ?? keep(path, read(seed, names));
  };
  const hold = (seed: Seed, {documents}: One): Marks[] => {
    const long = documents.map(({mentions, dates}) => ({mentions, dates}));
    marks.set(seed.file, long, {size: Math.min(documents.at(-1)?.seed.span.end ?? 1, HELD)});
    return long;
  };
  return {
    /** Whether a seed need not be read again. */
    knows: (seed: Seed): boolean => existsSync(pathOf(seed)),
    /** Reads a seed it does not know, for whoever asks later: what was read is written, and not read back. */
    learn(seed: Seed, names: Gazetteer): void {
      write(pathOf(seed), read(seed, names));
    },
    read(seed: Seed, names: Gazetteer): One {
      const one = whole(seed, names);
      hold(seed, one);
      const documents = one.documents.map(
        (document, i) => new Remembered(document, seed, () => (marks.get(seed.file) ?? hold(seed, whole(seed, names)))[i]),
      );
      return {...one, documents};
    },
  };
}

class Remembered implements DocumentRecord {
  declare key: string;
  declare name: string;
  declare title: string;
  declare language: string;
  declare published: DocumentRecord["published"];
  declare retrieved: DocumentRecord["retrieved"];
  declare publisher: DocumentRecord["publisher"];
  declare url: DocumentRecord["url"];
  declare author: DocumentRecord["author"];
  declare dateline: DocumentRecord["dateline"];
  declare seed: DocumentRecord["seed"];
  declare boilerplate: DocumentRecord["boilerplate"];
  declare events: string[];
  readonly #seed: Seed;
  readonly #marks: () => Marks | undefined;

  constructor(
    {text: _text, mentions: _mentions, dates: _dates, ...short}: DocumentRecord,
    seed: Seed,
    marks: () => Marks | undefined,
  ) {
    Object.assign(this, short);
    this.#seed = seed;
    this.#marks = marks;
  }

  get text(): string {
    return this.#seed.text;
  }

  get mentions(): DocumentRecord["mentions"] {
    return this.#marks()?.mentions ?? [];
  }

  get dates(): DocumentRecord["dates"] {
    return this.#marks()?.dates ?? [];
  }
}

function recall(path: string): One | null {
  // An error takes ten times as long as a look.
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as One;
  } catch {
    return null;
  }
}

// A file cut short by a kill is no JSON, and its seed is read again. What comes back holds no slice of the text, which would
// keep the whole of it.
const keep = (path: string, one: One): One => JSON.parse(write(path, one)) as One;

function write(path: string, one: One): string {
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
  return text;
}
