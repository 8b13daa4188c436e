import {hash} from "node:crypto";
import {mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {type Page} from "../store/page.ts";
import {type Memory, type Sound} from "../store/check/sound.ts";

type Kept = Record<string, {digest: string; sound: Sound}>;

/**
 * Remembers in a file which pages were sound, so that the next check reads only the others. `version`: of all that decides what
 * is. A missing, damaged or unwritable file costs time, nothing else. `leave` writes it.
 */
export function soundPages(file: string, version: string): Memory & {leave: () => void} {
  const last = read(file, version);
  const now: Kept = {};
  let isNew = false;
  const digestOf = (page: Page) => hash("sha256", page.text, "base64url").slice(0, 22);
  return {
    recall(page) {
      const kept = last[page.path];
      if (!kept || kept.digest !== digestOf(page)) return undefined;
      now[page.path] = kept;
      return kept.sound;
    },
    keep(page, sound) {
      now[page.path] = {digest: digestOf(page), sound};
      isNew = true;
    },
    leave() {
      if (!isNew && Object.keys(now).length === Object.keys(last).length) return;
      try {
        mkdirSync(dirname(file), {recursive: true});
        writeFileSync(`${file}.new`, JSON.stringify({version, pages: now}));
        renameSync(`${file}.new`, file);
      } catch {
        // The next check only takes longer.
      }
    },
  };
}

function read(file: string, version: string): Kept {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as {version: string; pages: Kept};
    return kept.version === version ? kept.pages : {};
  } catch {
    return {};
  }
}
