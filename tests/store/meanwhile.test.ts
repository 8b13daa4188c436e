import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {apply} from "../../src/store/files.ts";
import {type Step} from "../../src/store/plan.ts";

let root = "";
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "letopis-meanwhile-"))));
afterEach(() => {
  rmSync(root, {recursive: true, force: true});
});

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
};
const get = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null);
const remembers = (id: string) => `---\ningest:\n  key: "a.txt#1"\n  made: {":1": "${id}"}\n  wrote: {}\n---\n`;

test("what was saved, made or deleted since the plan stays so; documents that would remember it wait; all else is done", async () => {
  put("events/saved.mdx", "моё");
  put("events/made.mdx", "моё");
  put("events/kept.mdx", "моё");
  put("events/gone.mdx", "старое");
  put("events/old.mdx", "старое");
  const steps: Step[] = [
    {kind: "update", path: "events/saved.mdx", text: "новое", before: "старое", fields: []},
    {kind: "update", path: "events/deleted.mdx", text: "новое", before: "старое", fields: []},
    {kind: "update", path: "events/old.mdx", text: "новое", before: "старое", fields: []},
    {kind: "create", path: "events/made.mdx", text: "новое"},
    {kind: "create", path: "documents/waits.mdx", text: remembers("made")},
    {kind: "create", path: "documents/does-not.mdx", text: remembers("old")},
    {kind: "remove", path: "events/kept.mdx", before: "старое"},
    {kind: "remove", path: "events/gone.mdx", before: "старое"},
  ];
  const left = await apply(root, steps);
  expect(left.changed.sort()).toEqual(["deleted", "kept", "made", "saved"].map((name) => `events/${name}.mdx`));
  expect(left.waiting).toEqual(["documents/waits.mdx"]);
  expect(["saved", "made", "kept", "gone", "old", "deleted"].map((name) => get(`events/${name}.mdx`))).toEqual([
    "моё",
    "моё",
    "моё",
    null,
    "новое",
    null,
  ]);
  expect(readdirSync(join(root, "documents"))).toEqual(["does-not.mdx"]);
  expect(readdirSync(root, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
