import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {run as make} from "../../src/cli/new.ts";

const readme = readFileSync("README.md", "utf8");
const {scripts} = JSON.parse(readFileSync("package.json", "utf8")) as {scripts: Record<string, string>};
const home = process.cwd();
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "letopis-readme-"));
  mkdirSync(join(root, "content/organizations"), {recursive: true});
  writeFileSync(join(root, "content/organizations/csto.mdx"), '---\nid: csto\nkind: organization\nnames: {ru: "ОДКБ"}\n---\n');
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
  rmSync(root, {recursive: true, force: true});
});

const named = [...new Set([...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map((m) => m[1] ?? ""))];

test.each(named)("npm run %s is a script", (name) => {
  expect(Object.keys(scripts)).toContain(name);
});

test.each(Object.entries(scripts).filter(([, line]) => line.startsWith("node ")))(
  "the program of npm run %s is there",
  (_, line) => {
    const [, file = "", command] = line.split(" ");
    expect(existsSync(file)).toBe(true);
    if (command) expect(existsSync(`src/cli/${command}.ts`)).toBe(true);
  },
);

// A command as a shell takes it apart: words, and words in double quotation marks.
const words = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? "");
const commands = [...readme.matchAll(/npm run new -- ([a-z]+ --[^`\n]+)/g)].map((m) => m[1] ?? "");

test("the README shows how to make pages", () => {
  expect(commands.length).toBeGreaterThanOrEqual(2);
});

test.each(commands)("npm run new -- %s", async (line) => {
  process.chdir(root);
  expect(await make(words(line))).toBe(0);
});
