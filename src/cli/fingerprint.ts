import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {list} from "../store/files.ts";

/** Size and times of every file a run depends on, by path: as long as they are the same, so are the bytes. */
export type Fingerprint = Map<string, string>;

/** Looks at files without opening them. `folders`: each with the ending its files have. */
export function fingerprint(folders: {folder: string; ending: string}[]): Fingerprint {
  const found: Fingerprint = new Map();
  for (const {folder, ending} of folders)
    for (const file of list(folder, ending)) {
      const path = join(folder, file);
      found.set(path, lookAt(path));
    }
  return found;
}

function lookAt(path: string): string {
  try {
    const {size, mtimeNs, ctimeNs} = statSync(path, {bigint: true});
    return `${String(size)} ${String(mtimeNs)} ${String(ctimeNs)}`;
  } catch {
    return "unreadable";
  }
}

/** Whether only the files we wrote ourselves differ between two looks. */
export function onlyOurs(before: Fingerprint, after: Fingerprint, ours: Set<string>): boolean {
  for (const [path, mark] of after) if (!ours.has(path) && before.get(path) !== mark) return false;
  for (const path of before.keys()) if (!ours.has(path) && !after.has(path)) return false;
  return true;
}

const digestOf = (print: Fingerprint): string => {
  const sum = createHash("sha256");
  for (const [path, mark] of print) sum.update(`${path}\0${mark}\n`);
  return sum.digest("hex");
};

/** What the last run left behind over these very files, or null. A damaged or missing cache is no harm. */
export function recall<T>(cache: string, print: Fingerprint): T | null {
  try {
    const kept = JSON.parse(readFileSync(cache, "utf8")) as {digest: string; value: T};
    return kept.digest === digestOf(print) ? kept.value : null;
  } catch {
    return null;
  }
}

/** Keeps a value for the next run over these very files. */
export function keep(cache: string, print: Fingerprint, value: unknown): void {
  try {
    if (!existsSync(dirname(cache))) mkdirSync(dirname(cache), {recursive: true});
    writeFileSync(`${cache}.new`, JSON.stringify({digest: digestOf(print), value}));
    renameSync(`${cache}.new`, cache);
  } catch {
    // The next run only takes longer.
  }
}
