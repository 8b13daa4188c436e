import {readFileSync} from "node:fs";
import {totalmem} from "node:os";
import {join, resolve} from "node:path";
import {spawn, type ChildProcess} from "node:child_process";
import {fileURLToPath} from "node:url";
import {parse} from "yaml";
import {Told} from "../model/told.ts";
import {siteSchema, type SiteMatter} from "../model/schema.ts";

/** Folder of the project, of the content and of the built site; the last two may be named by the environment. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const contentFolder = resolve(process.env.LETOPIS_CONTENT ?? join(root, "content"));
export const outFolder = resolve(process.env.LETOPIS_OUT ?? join(root, "dist"));

/** site.yaml cannot be used; the message says why. */
export class SiteError extends Told {}

/** What content/site.yaml says. Throws SiteError. */
export function readSite(): SiteMatter {
  const file = join(contentFolder, "site.yaml");
  let said: unknown;
  try {
    said = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SiteError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
  }
  const site = siteSchema.safeParse(said);
  if (site.success) return site.data;
  const [first] = site.error.issues;
  throw new SiteError(
    `${file}: «${first?.path.join(".") ?? ""}»: ${first?.message ?? "not valid"}. npm run check says what to do.`,
  );
}

/** Path of the site's address, with `/` at both ends: the base of all its links. Throws SiteError. */
export function basePath(): string {
  const {pathname} = new URL(readSite().url);
  return pathname.endsWith("/") ? pathname : `${pathname}/`;
}

/** Share of the machine's memory Astro may fill: Node's own limit is a few GB, whatever the machine has. */
const MOST_MEMORY = 0.75;

/**
 * A page's bytes lie outside the heap, and V8 by itself goes through a whole heap of gigabytes for every 64 MB of them: of a
 * large archive's build that was a third of the time.
 */
const BYTES_OUTSIDE = "--external-memory-accounted-in-global-limit";

/** Runs Astro in a process of its own: its watchers and its exit stay apart from ours. */
export function astro(args: string[], env: Record<string, string> = {}): ChildProcess {
  const bin = fileURLToPath(new URL("../../node_modules/astro/bin/astro.mjs", import.meta.url));
  const memory = `--max-old-space-size=${Math.floor((totalmem() / 2 ** 20) * MOST_MEMORY)}`;
  return spawn(process.execPath, [memory, BYTES_OUTSIDE, bin, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...env},
  });
}

/** The exit code of a child; 1 where a signal ended it. */
export const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
