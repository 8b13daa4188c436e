import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {seedFiles} from "../../src/cli/seed-files.ts";
import {lookUpPages, readPages} from "../../src/store/files.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "letopis-seeds-"))));
afterEach(() => {
  rmSync(folder, {recursive: true, force: true});
});

const put = (file: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, file), text);
};
/** More than is held at once, so that what was read before it is read again. */
const much = "слово ".repeat(3_000_000);

test("texts that are not held are read again, the same", () => {
  put("a.txt", "Первый\r\nтекст.");
  put("b.txt", much);
  const {seeds, problems} = seedFiles(folder);
  expect(problems).toEqual([]);
  expect(seeds.map(({file, text}) => [file, text.length])).toEqual([
    ["a.txt", 13],
    ["b.txt", much.length],
  ]);
  expect(seeds[0]?.text).toBe("Первый\nтекст.");
});

test("a seed that was changed since it was read stops the run, and nothing of it is taken", () => {
  put("a.txt", "Первый текст.");
  put("b.txt", much);
  const [a] = seedFiles(folder).seeds;
  put("a.txt", "Другой текст.");
  expect(() => a?.text).toThrow("a.txt was changed while it was read");
});

test("what holds no text is named and known to be there", () => {
  put("empty.txt", " \n");
  put("picture.txt", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]));
  const {seeds, unread, problems} = seedFiles(folder);
  expect(seeds).toEqual([]);
  expect([...unread]).toEqual(["empty.txt", "picture.txt"]);
  expect(problems.map(({rule, file}) => `${file} ${rule}`).sort()).toEqual([
    "empty.txt seeds/empty",
    "picture.txt decode/binary",
  ]);
});

test("pages that are looked up are those that are read", () => {
  const held = readPages("content");
  const found = lookUpPages("content");
  const told = ({path, key, isJudged, head, text}: (typeof held)[number]) => ({path, key, isJudged, head, text});
  expect(found.map(told)).toEqual(held.map(told));
  expect(found[0]?.matter().values).toEqual(held[0]?.matter().values);
});
