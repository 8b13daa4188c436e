import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {run} from "../../src/cli/ingest.ts";
import {lock, LockedError} from "../../src/cli/lock.ts";
import {DiskError} from "../../src/store/files.ts";
import {type Report} from "../../src/cli/report.ts";

let root = "";
let said: string[] = [];
const home = process.cwd();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "letopis-ingest-"));
  cpSync("seeds", join(root, "seeds"), {recursive: true});
  mkdirSync(join(root, "content"));
  for (const folder of ["countries", "organizations", "people", "places", "operations", "topics"])
    cpSync(join("content", folder), join(root, "content", folder), {recursive: true});
  said = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  process.chdir(root);
});
afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
  rmSync(root, {recursive: true, force: true});
});

const files = () =>
  readdirSync("content", {recursive: true, encoding: "utf8"})
    .filter((name) => statSync(join("content", name)).isFile())
    .sort();
const state = () =>
  files().map((name) => [name, readFileSync(join("content", name), "utf8"), statSync(join("content", name)).mtimeMs]);
const report = async (...args: string[]): Promise<Report> => {
  said = [];
  expect(await run(["--json", ...args])).toBe(0);
  return JSON.parse(said.join("\n")) as Report;
};

describe("npm run ingest", () => {
  test("writes the pages of every seed, and the second time nothing", async () => {
    const first = await report();
    expect(first.created.filter((path) => path.startsWith("content/documents/")).length).toBeGreaterThanOrEqual(5);
    expect(first.created.filter((path) => path.startsWith("content/events/")).length).toBeGreaterThan(10);
    const before = state();
    expect(await report()).toMatchObject({created: [], updated: [], removed: []});
    rmSync(".cache", {recursive: true});
    expect(await report()).toMatchObject({created: [], updated: [], removed: []});
    expect(state()).toEqual(before);
  });

  test("--dry-run and --diff say what would be done and do nothing", async () => {
    const before = state();
    expect((await report("--dry-run")).created.length).toBeGreaterThan(10);
    await run(["--diff"]);
    expect(said.join("\n")).toMatch(/^--- content\/events\/.* \(create\)$/m);
    expect(state()).toEqual(before);
  });

  test("says what was kept for a person, with both values and the place", async () => {
    await run([]);
    const path = `content/documents/${readdirSync("content/documents")[0] ?? ""}`;
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/^title: .*/m, 'title: "Иначе"'));
    expect((await report()).kept).toMatchObject([{path, line: 2, column: 1, field: "title", theirs: "Иначе"}]);
    said = [];
    await run([]);
    expect(said.join("\n")).toContain(`${path}:2:1  title\n    is         "Иначе"\n    ingest has "`);
  });

  test("names files it cannot read, and leaves the pages of a seed that became unreadable", async () => {
    await run([]);
    const before = files();
    const seed = readdirSync("seeds")[0] ?? "";
    writeFileSync(join("seeds", seed), Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3]));
    writeFileSync(join("seeds", "notes.docx"), "x");
    const {problems, removed} = await report();
    expect(problems.map((problem) => problem.rule)).toEqual(expect.arrayContaining(["decode/binary", "seeds/not-text"]));
    expect(removed).toEqual([]);
    expect(files()).toEqual(before);
  });

  test("without a folder of seeds nothing is touched", async () => {
    await run([]);
    const before = state();
    expect(await run(["--seeds", "nowhere"])).toBe(1);
    expect(said.at(-1)).toContain("There is no folder nowhere.");
    expect(state()).toEqual(before);
  });

  test.each([
    [
      "emptied",
      () => {
        for (const file of readdirSync("seeds")) rmSync(join("seeds", file));
      },
      "There is no .txt file in seeds",
    ],
    [
      "with a page of names that cannot be read",
      () => {
        const path = "content/organizations/csto.mdx";
        writeFileSync(path, readFileSync(path, "utf8").replace(/^names:/m, "nmaes:"));
      },
      "without these names the texts would be read wrongly",
    ],
  ])("the seeds folder %s: nothing is written, and why is said", async (_, spoil, expected) => {
    await run([]);
    spoil();
    const before = state();
    expect(await run([])).toBe(1);
    expect(said.join("\n")).toContain(expected);
    expect(state()).toEqual(before);
  });

  test("an empty seed makes no page and is named; a seed that became empty keeps its pages", async () => {
    await run([]);
    const before = files();
    writeFileSync("seeds/empty.txt", "\n \n");
    writeFileSync(join("seeds", readdirSync("seeds")[0] ?? ""), "");
    const {problems} = await report();
    expect(problems.filter((problem) => problem.rule === "seeds/empty").map((problem) => problem.file)).toHaveLength(2);
    expect(files()).toEqual(before);
  });

  test("--diff --json is JSON, with the changed lines in it", async () => {
    const {created, changes} = (await report("--diff")) as Report & {changes: {path: string; lines: string[]}[]};
    expect(changes.map(({path}) => path)).toEqual(created);
    expect(changes[0]?.lines).toContain("+ingest:");
  });

  test.each([
    ["a link that leads nowhere", () => symlinkSync("nowhere.txt", "seeds/link.txt")],
    ["a link that leads to itself", () => symlinkSync("link.txt", "seeds/link.txt")],
  ])("%s among the seeds is named, and the rest is read", async (_, spoil) => {
    spoil();
    const {problems, created} = await report();
    expect(problems.filter((problem) => problem.rule === "seeds/unreadable").map(({file}) => file)).toEqual(["seeds/link.txt"]);
    expect(created.length).toBeGreaterThan(10);
  });

  test("a linked folder is read like any other, but not once more inside itself", async () => {
    mkdirSync("elsewhere");
    cpSync(join("seeds", readdirSync("seeds")[0] ?? ""), "elsewhere/a.txt");
    symlinkSync("../elsewhere", "seeds/linked");
    symlinkSync("../seeds", "elsewhere/back");
    symlinkSync(".", "seeds/loop");
    await run([]);
    const read = new Set(files().map((name) => /^ {2}file: "(.*)"$/m.exec(readFileSync(join("content", name), "utf8"))?.[1]));
    read.delete(undefined);
    expect([...read].sort()).toEqual([...readdirSync("seeds").filter((name) => name.endsWith(".txt")), "linked/a.txt"].sort());
  });

  test.each([
    [
      "a page that is a link leading nowhere",
      () => symlinkSync("nowhere.mdx", "content/people/x.mdx"),
      /^There is no such file or folder.*people\/x\.mdx\. Nothing was changed\.$/,
    ],
    ["a file where a folder should be", () => writeFileSync("content/documents", ""), /^A file stands where a folder should be/],
  ])("%s: said in words, exit code 1", async (_, spoil, expected) => {
    spoil();
    expect(await run([])).toBe(1);
    expect(said.join("\n")).toMatch(expected);
  });

  test("--explain of a folder is refused in words", async () => {
    expect(await run(["--explain", "seeds"])).toBe(1);
    expect(said).toEqual(["«seeds» is a folder. Name one of its files."]);
  });

  test("leftovers of a killed run are swept away by the next that writes", async () => {
    mkdirSync("content/events", {recursive: true});
    writeFileSync("content/events/.letopis-1-ab.tmp", "half");
    mkdirSync("content/documents/2008", {recursive: true});
    writeFileSync("content/documents/2008/.letopis-1-cd.tmp", "half");
    await run([]);
    expect(files().filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("works as a command", () => {
    process.chdir(home);
    const {stdout, status} = spawnSync(
      process.execPath,
      ["src/cli/main.ts", "ingest", "--dry-run", "--seeds", join(root, "seeds"), "--content", join(root, "content")],
      {encoding: "utf8"},
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+ to create, 0 to update, 0 to remove/);
  });
});

test("npm run preview with a site.yaml that cannot be used says why", () => {
  writeFileSync("content/site.yaml", "url: example.org\n");
  mkdirSync("dist");
  writeFileSync("dist/index.html", "");
  process.chdir(home);
  const {stderr, status} = spawnSync(process.execPath, ["src/cli/main.ts", "preview"], {
    encoding: "utf8",
    env: {...process.env, LETOPIS_CONTENT: join(root, "content"), LETOPIS_OUT: join(root, "dist")},
  });
  expect(stderr).toMatch(/^\S+site\.yaml: «title»: .*\. npm run check says what to do\.\n$/);
  expect(status).toBe(1);
});

describe("lock", () => {
  test("two runs at once: the second is told who is at work", async () => {
    const free = lock(join("content", ".ingest.lock"));
    expect(await run([])).toBe(1);
    expect(said.at(-1)).toMatch(/^Another ingest is at work \(process \d+ on /);
    free();
    expect(await run([])).toBe(0);
  });

  test("a lock whose process is dead is taken over", () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const {host} = holder();
    writeFileSync("x.lock", JSON.stringify({pid: dead, host, since: "2020-01-01T00:00:00Z"}));
    lock("x.lock")();
  });

  test("where no lock can be written, the reason is said in words", () => {
    writeFileSync("file", "");
    expect(() => lock("file/x.lock")).toThrow(DiskError);
    expect(() => lock("file/x.lock")).toThrow("Nothing was changed.");
  });

  test("a lock of another machine is not", () => {
    writeFileSync("x.lock", JSON.stringify({pid: 1, host: "another", since: "2020-01-01T00:00:00Z"}));
    expect(() => lock("x.lock")).toThrow(LockedError);
  });

  const holder = () => {
    const free = lock("y.lock");
    const found = JSON.parse(readFileSync("y.lock", "utf8")) as {host: string};
    free();
    return found;
  };
});
