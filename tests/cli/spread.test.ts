import fc from "fast-check";
import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {writeSeeds} from "../bench/generate.ts";
import {byDate, joinPart, partOf, toldIn} from "../../src/cli/merge-events.ts";

// One process, several threads, several processes of an engine: the same bytes.

const main = resolve("src/cli/main.ts");
const node = process.execPath;
const call = (command: string, args: string[], input = "") =>
  spawnSync(node, [main, command, ...args], {input, encoding: "utf8", maxBuffer: 2 ** 30});

let folder: string;
let seeds: string;
/** One process's lines, and the events joined from them. */
let lines: string;
let events: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "letopis-spread-"));
  seeds = join(folder, "seeds");
  writeSeeds(seeds, 120, 4);
  lines = call("extract", [seeds, "--jobs", "1"]).stdout;
  events = call("merge", [], lines).stdout;
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

describe("extract --jobs", () => {
  test("three threads print what one prints, byte for byte", () => {
    expect(lines.split("\n")).toHaveLength(121);
    expect(call("extract", [seeds, "--jobs", "3"]).stdout).toBe(lines);
  });

  test.each(["0", "many", "-1", "1.5"])("--jobs %s is refused", (jobs) => {
    const {status, stderr} = call("extract", [seeds, `--jobs=${jobs}`]);
    expect(status).toBe(2);
    expect(stderr).toContain("--jobs is a number");
  });
});

describe("merge", () => {
  test("joins what several documents tell: fewer events than tellings, none lost", () => {
    const told = lines
      .trim()
      .split("\n")
      .flatMap((line) => toldIn(line) ?? []);
    const joined = events
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as {sources: unknown[]});
    expect(joined.length).toBeLessThan(told.length);
    expect(joined.flatMap(({sources}) => sources)).toHaveLength(told.length);
  });

  test("whatever the order and however often a document comes", () => {
    const told = lines
      .trim()
      .split("\n")
      .flatMap((line) => toldIn(line) ?? []);
    const part = partOf(told[0] as (typeof told)[0]).name;
    const own = told.filter((one) => partOf(one).name === part || partOf(one).name.endsWith("meeting"));
    const expected = joinPart(own).sort(byDate);
    fc.assert(
      fc.property(fc.shuffledSubarray(own, {minLength: own.length}), fc.subarray(own), (shuffled, again) => {
        expect(joinPart([...shuffled, ...again]).sort(byDate)).toEqual(expected);
      }),
      {numRuns: 30},
    );
  });

  test("a line cut off by a killed worker is named and left out; the rest is joined", () => {
    const file = join(folder, "cut.ndjson");
    writeFileSync(file, `${lines.slice(0, 500)}\n${lines}`);
    const {status, stdout, stderr} = call("merge", [file]);
    expect(status).toBe(2);
    expect(stderr).toContain("cut.ndjson:1: not a whole line");
    expect(stdout).toBe(events);
  });
});

const engine = spawnSync("parallel", ["--version"], {encoding: "utf8"}).stdout ?? "";

describe.skipIf(!engine.startsWith("GNU parallel"))("GNU parallel", () => {
  test("three workers that take turns, one killed half-way, in any order: the same events", () => {
    const texts = readdirSync(seeds)
      .map((id) => JSON.stringify({id, text: readFileSync(join(seeds, id), "utf8")}))
      .reverse();
    // The first try of the second job prints some of its lines and is killed.
    const worker = join(folder, "worker.sh");
    writeFileSync(
      worker,
      `#!/bin/sh
if [ "$PARALLEL_SEQ" = 2 ] && mkdir "${folder}/killed" 2>/dev/null; then
  head -n 5 | "${node}" "${main}" extract | head -n 3
  kill -9 $$
fi
exec "${node}" "${main}" extract
`,
    );
    chmodSync(worker, 0o755);
    const out = execFileSync("parallel", ["--will-cite", "--pipe", "-N", "25", "-S", "1/:,2/:", "--retries", "3", worker], {
      input: texts.join("\n") + "\n",
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      env: {...process.env, SHELL: "/bin/sh"},
    });
    expect(readdirSync(folder)).toContain("killed");
    const joined = call("merge", [], out);
    expect(joined.stderr).toBe("");
    expect(joined.stdout).toBe(events);
  }, 120_000);
});
