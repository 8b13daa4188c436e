import {execFile} from "node:child_process";
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {promisify} from "node:util";

/** The content of the site that tests look at, and where its links begin. */
export const fixture = resolve("tests/fixtures/site/content");
export const BASE = "/chronicle/";

// Vitest sets names that Vite reads as its own: a build under test must not see them.
const bare = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VITEST|TEST|DEV|PROD|MODE|SSR|BASE_URL|NODE_ENV)/.test(name)));

/**
 * Builds a content folder's site into `out`, every page anew, with the program in `project`; the words of a failed build are
 * the error's. `options` are further ones of the command.
 */
export const buildSite = (content: string, out: string, project = ".", options: string[] = []): Promise<void> =>
  run(content, out, project, ["--full", ...options]);

/** The same over what an earlier build left there. */
export const rebuildSite = (content: string, out: string, project: string): Promise<void> => run(content, out, project, []);

async function run(content: string, out: string, project: string, options: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ["src/cli/main.ts", "build", "--no-ingest", ...options], {
    cwd: project,
    env: {...bare(process.env), LETOPIS_CONTENT: content, LETOPIS_OUT: out},
    maxBuffer: 1 << 26,
  });
}

/** A site built once for all test files of a run, in a folder of its own: the first to ask builds, the others wait. */
async function once(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const root = process.env.LETOPIS_TEST_SITE;
  if (!root) throw new Error("tests/browser/setup.ts did not run");
  const folder = join(root, name);
  const done = join(root, `${name}.done`);
  try {
    mkdirSync(folder);
    await build(folder).then(
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
  return join(folder, "dist");
}

/** The program in a folder of its own: two builds of one project at once would write over each other's modules. */
export function copyOfProgram(folder: string): string {
  const project = join(folder, "project");
  for (const name of ["src", "public", "package.json", "astro.config.mjs", "tsconfig.json"])
    cpSync(name, join(project, name), {recursive: true});
  symlinkSync(resolve("node_modules"), join(project, "node_modules"), "dir");
  return project;
}

/** The fixture's site. */
export const fixtureSite = (): Promise<string> => once("fixture", (folder) => buildSite(fixture, join(folder, "dist")));

/** The site of the content that comes with the project, at the address it names. */
export const shippedSite = (): Promise<string> =>
  once("shipped", (folder) => buildSite(resolve("content"), join(folder, "dist"), copyOfProgram(folder)));

/**
 * The fixture's site in English, in Hebrew letters, in a language nobody has written words for, and in Russian, at the root
 * of its host. Hebrew is one more file in the program's folder of languages, and stands in no other file of it.
 */
export const manyTongues = (): Promise<string> =>
  once("tongues", async (folder) => {
    const project = copyOfProgram(folder);
    const language = readFileSync("tests/fixtures/languages/he.ts", "utf8").replaceAll("../../../src/i18n/", "./");
    writeFileSync(join(project, "src/i18n/he.ts"), language);
    const content = join(folder, "content");
    cpSync(fixture, content, {recursive: true});
    const site = join(content, "site.yaml");
    const yaml = readFileSync(site, "utf8")
      .replace("languages: [ru, en]", "languages: [en, he, kk, ru]")
      .replace("letopis.example/chronicle/", "letopis.example/")
      .replace("en: Cooperation Chronicle}", "en: Cooperation Chronicle, kk: Шежіре, he: דברי הימים}");
    writeFileSync(site, yaml);
    await buildSite(content, join(folder, "dist"), project);
  });

/** Files of a folder, by path with `/`, in order. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
