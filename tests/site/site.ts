import {execFile} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {promisify} from "node:util";

/** The content of the site that tests look at, and where its links begin. */
export const fixture = resolve("tests/fixtures/site/content");
export const BASE = "/chronicle/";

// Vitest sets names that Vite reads as its own: a build under test must not see them.
const bare = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VITEST|TEST|DEV|PROD|MODE|SSR|BASE_URL|NODE_ENV)/.test(name)));

/** Builds a content folder's site into `out`; the words of a failed build are the error's. */
export async function buildSite(content: string, out: string): Promise<void> {
  await promisify(execFile)(process.execPath, ["src/cli/main.ts", "build", "--no-ingest"], {
    env: {...bare(process.env), LETOPIS_CONTENT: content, LETOPIS_OUT: out},
    maxBuffer: 1 << 26,
  });
}

/** The fixture's site, built once for all test files of a run: the first to ask builds, the others wait. */
export async function fixtureSite(): Promise<string> {
  const folder = process.env.LETOPIS_TEST_SITE;
  if (!folder) throw new Error("tests/browser/setup.ts did not run");
  const out = join(folder, "dist");
  const done = join(folder, "done");
  try {
    mkdirSync(join(folder, "building"));
    await buildSite(fixture, out).then(
      () => writeFileSync(done, "ok"),
      (error: unknown) => {
        writeFileSync(done, String(error));
        throw error;
      },
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    while (!existsSync(done) || readFileSync(done, "utf8") === "") await new Promise((wake) => setTimeout(wake, 100));
    const state = readFileSync(done, "utf8");
    if (state !== "ok") throw new Error(state, {cause: error});
  }
  return out;
}

/** Files of a folder, by path with `/`, in order. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
