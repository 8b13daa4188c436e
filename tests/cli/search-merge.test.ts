import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {bytesOf} from "../../src/cli/search-format.ts";
import {indexSite} from "../../src/cli/search-index.ts";
import {fragmentNames} from "../../src/cli/search-merge.ts";
import {chunks, type Word} from "../../src/cli/search-words.ts";

test.each<[string, string[], string[]]>([
  ["each by the beginning of its own", ["ru_aaaaaaa", "ru_bbbbbbb"], ["ru_aaaaaaa", "ru_bbbbbbb"]],
  ["the second of two a digit longer", ["ru_aaaaaaa", "ru_ccccccc", "ru_aaaaaaa"], ["ru_aaaaaaa", "ru_ccccccc", "ru_aaaaaaa2"]],
  ["one that was longer, short again once the other is gone", ["ru_ccccccc", "ru_aaaaaaa2"], ["ru_ccccccc", "ru_aaaaaaa"]],
  ["two that were swapped", ["ru_aaaaaaa1", "ru_aaaaaaa"], ["ru_aaaaaaa", "ru_aaaaaaa1"]],
])("names of fragments: %s", (_, before, after) => {
  const digests = before.map((name, i) => `${name.slice(3, 10)}${String(i)}`);
  expect(fragmentNames(before, (i) => digests[i] ?? "")).toEqual(after);
});

test("a fragment’s name is the digest we know it by", async () => {
  const site = mkdtempSync(join(tmpdir(), "letopis-"));
  mkdirSync(join(site, "a"));
  writeFileSync(join(site, "a/index.html"), `<!doctype html><html lang="ru"><p data-pagefind-body>Встреча</p></html>`);
  await indexSite(site, ["ru"]);
  const [file = ""] = readdirSync(join(site, "pagefind/fragment"));
  const digest = [
    ...createHash("sha1")
      .update(bytesOf(join(site, "pagefind/fragment", file)))
      .digest(),
  ];
  const whole = digest.map((byte) => byte.toString(16)).join("");
  expect(file).toBe(`ru_${whole.slice(0, 7)}.pf_fragment`);
  rmSync(site, {recursive: true});
});

test("words come in files, each named by the shortest beginnings that tell it from its neighbours", () => {
  const places = Buffer.from([0x80, 0x80]);
  const word = (word: string, size: number): Word => ({
    word: Buffer.from(word),
    pages: [{page: 0, bytes: places, from: 0, to: 2, size}],
    variants: [],
  });
  const made = [
    ...chunks(
      [word("август", 20_000), word("ап", 19_999), word("апрель", 1), word("арка", 20_000), word("архив", 30_000), word("я", 1)],
      20_000,
    ),
  ];
  expect(made.map(({from, to}) => [from, to])).toEqual([
    ["август", "август"],
    ["ап", "ап"],
    ["ар", "арк"],
    ["арх", "архив"],
    ["я", "я"],
  ]);
});
