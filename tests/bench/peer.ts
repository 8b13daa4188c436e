import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** What the benches compare with, installed outside the project and only where a bench asks for it. */
const packages = {
  "@11ty/eleventy": "3.1.2",
  "@knight-lab/timelinejs": "3.9.11",
  "vis-timeline": "8.5.4",
  lighthouse: "13.5.0",
} as const;

/** Folder of a peer's package, installed when it is not there yet; null, said aloud, where it cannot be had. */
export function peer(name: keyof typeof packages): string | null {
  const root = join(tmpdir(), "letopis-bench-peers", `${name.replace(/\W+/g, "-")}-${packages[name]}`);
  const folder = join(root, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  mkdirSync(root, {recursive: true});
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", root, `${name}@${packages[name]}`], {stdio: "pipe"});
  } catch {
    console.log(`(${name} ${packages[name]} cannot be installed here: left out)`);
    return null;
  }
  return folder;
}
