import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {run} from "../../src/cli/new.ts";

// What a person types, line by line; null: Ctrl+C.
const typed = vi.hoisted((): {lines: (string | null)[]} => ({lines: []}));
vi.mock("node:readline/promises", () => ({
  createInterface: () => ({
    question: () => {
      const line = typed.lines.shift();
      if (line === null) return Promise.reject(Object.assign(new Error("Aborted with Ctrl+C"), {name: "AbortError"}));
      return Promise.resolve(line ?? "");
    },
    once: () => undefined,
    close: () => undefined,
  }),
}));

const home = process.cwd();
const isTerminal = process.stdin.isTTY;
let root = "";
let said: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "letopis-new-"));
  mkdirSync(join(root, "content"));
  process.chdir(root);
  process.stdin.isTTY = true;
  said = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
});
afterEach(() => {
  process.stdin.isTTY = isTerminal;
  process.chdir(home);
  vi.restoreAllMocks();
  rmSync(root, {recursive: true, force: true});
});

test("each answer is looked at as it is given, and asked for again", async () => {
  typed.lines = ["", "Встреча", "завтра", "2024-05", "party", "meeting"];
  expect(await run(["event"])).toBe(0);
  expect(said[0]).toContain("«завтра» is not an EDTF date");
  expect(said[1]).toContain("«party» is none of: meeting");
  expect(readFileSync("content/events/2024-05-vstrecha.mdx", "utf8")).toMatch(/when: "2024-05"[^]*type: meeting/);
});

test("Ctrl+C ends it with the code of a break, and nothing is written", async () => {
  typed.lines = ["Встреча", null];
  expect(await run(["event"])).toBe(130);
  expect(existsSync("content/events")).toBe(false);
});
