import {LRUCache} from "lru-cache";
import {decode} from "../ingest/decode.ts";
import {type Seed} from "../model/document.ts";
import {type Problem} from "../model/problem.ts";
import {Told} from "../model/told.ts";
import {readSeed, readSeeds} from "../store/files.ts";

/** The seeds of a folder; `unread`: files that are there but hold no text that could be read. */
export type SeedFiles = {seeds: Seed[]; unread: Set<string>; problems: Problem[]};

/** UTF-16 units of texts held at once. */
const HELD = 16e6;

/** Seeds that hold no text: it is read again when it is asked for, and those asked for last are held. */
export function seedFiles(folder: string): SeedFiles {
  const texts = new LRUCache<string, string>({maxSize: HELD, sizeCalculation: (text) => Math.min(text.length + 1, HELD)});
  const found: SeedFiles = {seeds: [], unread: new Set(), problems: []};
  const textOf = (seed: Seed): string => {
    const held = texts.get(seed.file);
    if (held !== undefined) return held;
    const raw = readSeed(folder, seed.file);
    const now = "bytes" in raw ? decode(raw.file, raw.bytes).seed : null;
    if (now?.sha256 !== seed.sha256)
      throw new Told(`${seed.file} was changed while it was read. Nothing was changed; run npm run ingest again.`);
    texts.set(seed.file, now.text);
    return now.text;
  };
  for (const raw of readSeeds(folder)) {
    if ("error" in raw) {
      found.unread.add(raw.file);
      found.problems.push({
        rule: "seeds/unreadable",
        severity: "error",
        file: raw.file,
        message: `${raw.error} Its pages are left as they are.`,
      });
      continue;
    }
    const {seed, problems} = decode(raw.file, raw.bytes);
    found.problems.push(...problems);
    if (seed?.text.trim()) {
      texts.set(seed.file, seed.text);
      found.seeds.push(new SeedFile(seed, textOf));
    } else found.unread.add(raw.file);
    if (seed?.text.trim() === "")
      found.problems.push({
        rule: "seeds/empty",
        severity: "warning",
        file: raw.file,
        message: "The file holds no text; no page was made of it, and pages it had are left as they are.",
        fix: "Save its text anew, or delete the file.",
      });
  }
  return found;
}

class SeedFile implements Seed {
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly #textOf: (seed: Seed) => string;

  constructor({file, sha256, encoding}: Seed, textOf: (seed: Seed) => string) {
    this.file = file;
    this.sha256 = sha256;
    this.encoding = encoding;
    this.#textOf = textOf;
  }

  get text(): string {
    return this.#textOf(this);
  }
}
