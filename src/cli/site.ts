import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {spawn, type ChildProcess} from "node:child_process";
import {fileURLToPath} from "node:url";
import {parse} from "yaml";
import {siteSchema} from "../model/schema.ts";

/** Folder of the project, of the content and of the built site; the last two may be named by the environment. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const contentFolder = resolve(process.env.LETOPIS_CONTENT ?? join(root, "content"));
export const outFolder = resolve(process.env.LETOPIS_OUT ?? join(root, "dist"));

/** Path of the site's address, with `/` at both ends: the base of all its links. */
export function basePath(): string {
  const site = siteSchema.parse(parse(readFileSync(join(contentFolder, "site.yaml"), "utf8")));
  const {pathname} = new URL(site.url);
  return pathname.endsWith("/") ? pathname : `${pathname}/`;
}

/** Runs Astro in a process of its own: its watchers and its exit stay apart from ours. */
export function astro(args: string[]): ChildProcess {
  const bin = fileURLToPath(new URL("../../node_modules/astro/bin/astro.mjs", import.meta.url));
  return spawn(process.execPath, [bin, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: "1"},
  });
}

/** The exit code of a child; 1 where a signal ended it. */
export const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
