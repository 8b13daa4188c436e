import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {layDesk} from "../../src/cli/desk.ts";
import {type Desk, type Placed} from "../../src/model/desk.ts";
import {editing} from "../../src/site/desk.ts";
import {digest} from "../../src/store/digest.ts";
import {page} from "../../src/store/page.ts";

const problem = (file: string, message: string, span?: {start: number; end: number}): Placed => ({
  rule: "dates/no-such-day",
  severity: "warning",
  file,
  message,
  line: span ? 1 : null,
  column: span ? span.start : null,
  ...(span ? {span} : {}),
});

test("a page is shown whose its fields are, and what was found in its file and its part of the seed", () => {
  const folder = mkdtempSync(join(tmpdir(), "letopis-desk-"));
  try {
    const wrote = {title: digest("Встреча"), when: digest("2024-05-10"), body: digest("")};
    const text = `---\ntitle: "Встреча"\nwhen: "2024-05-11"\nnotes: "видел"\ningest:\n  key: "k"\n  wrote: ${JSON.stringify(wrote)}\n---\n`;
    const file = join(folder, "deep", "desk.json");
    layDesk(
      file,
      [page("events", "events/one.mdx", text)],
      [
        problem("content/events/one.mdx", "own"),
        problem("content/events/two.mdx", "another's"),
        problem("seeds/a.txt", "inside", {start: 10, end: 12}),
        problem("seeds/a.txt", "behind", {start: 30, end: 32}),
        problem("seeds/b.txt", "elsewhere"),
      ],
    );
    expect(Object.keys((JSON.parse(readFileSync(file, "utf8")) as Desk).owners)).toEqual(["content/events/one.mdx"]);
    const seen = editing({file: "content/events/one.mdx", seed: {file: "a.txt", span: [0, 20]}}, file);
    expect({...seen, problems: seen.problems.map(({message}) => message)}).toEqual({
      file: "content/events/one.mdx",
      machine: ["title"],
      person: ["when", "notes"],
      problems: ["own", "inside"],
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});

test("where no run has looked yet, the file alone is named", () => {
  const file = "content/topics/drugs.mdx";
  expect(editing({file}, join(tmpdir(), "letopis-no-desk.json"))).toEqual({file, machine: [], person: [], problems: []});
});
