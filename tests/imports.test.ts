import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {describe, expect, test} from "vitest";

type Rule = {ours: string[]; outside: RegExp};

/** Who may import whom: the table of the README's "How it is built". */
const rules: Record<string, Rule> = {
  model: {ours: ["model"], outside: /^(zod|edtf|transliteration)$/},
  i18n: {ours: ["i18n", "model"], outside: /^$/},
  ingest: {ours: ["ingest", "model"], outside: /^(chardet|franc)$/},
  importers: {ours: ["importers", "model"], outside: /^(unified$|remark-|csv-|yaml$)/},
  exports: {ours: ["exports", "model", "i18n"], outside: /^(?!node:|astro|d3)/},
  timeline: {ours: ["timeline", "model", "i18n"], outside: /^d3-/},
  store: {ours: ["store", "model"], outside: /^(?!node:|astro|d3)/},
  cli: {ours: ["cli", "model", "i18n", "ingest", "importers", "store", "exports"], outside: /./},
  site: {ours: ["site", "model", "i18n", "exports", "timeline"], outside: /./},
};

/** The disk is touched in one module of the store. */
const withDisk = ["store/files.ts"];

const files = readdirSync("src", {recursive: true, encoding: "utf8"})
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(ts|astro)$/.test(file));

const imports = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:import|export)\s[^;"]*?from\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    (m) => m[1] ?? m[2] ?? m[3] ?? "",
  );

const allowed = (file: string, name: string): boolean => {
  const folder = file.split("/")[0] ?? "";
  const rule = rules[folder];
  if (!rule) return false;
  if (name.startsWith(".")) {
    const target = normalize(join(dirname(file), name)).replaceAll("\\", "/");
    if (target.startsWith("..")) return folder === "site" || folder === "cli";
    return rule.ours.includes(target.split("/")[0] ?? "");
  }
  if (withDisk.includes(file) && name.startsWith("node:")) return true;
  if (name.startsWith("node:crypto")) return folder !== "timeline" && folder !== "model";
  return rule.outside.test(name);
};

describe("who may import whom", () => {
  test.each(files)("src/%s", (file) => {
    const wrong = imports(readFileSync(join("src", file), "utf8")).filter((name) => !allowed(file, name));
    expect(wrong).toEqual([]);
  });

  test.each([
    ["model/span.ts", "../ingest/item.ts", false],
    ["timeline/layout.ts", "node:fs", false],
    ["timeline/mount.ts", "d3-zoom", true],
    ["site/queries.ts", "../store/mdx.ts", false],
    ["site/queries.ts", "astro:content", true],
    ["store/plan.ts", "node:fs", false],
    ["store/files.ts", "node:fs", true],
  ])("%s importing %s: %s", (file, name, expected) => {
    expect(allowed(file, name)).toBe(expected);
  });
});

test("the lockfile holds no address of a registry", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "https?:/);
});
