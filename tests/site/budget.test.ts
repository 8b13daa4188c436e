import {readFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {gzipSync} from "node:zlib";
import {beforeAll, expect, test} from "vitest";
import {tags} from "./html.ts";
import {BASE, filesOf, fixtureSite} from "./site.ts";

let out = "";
const read = (path: string) => readFileSync(join(out, path));
const gzipped = (path: string) => gzipSync(read(path), {level: 9}).length;
const inSite = (address: string) => address.slice(BASE.length);

beforeAll(async () => {
  out = await fixtureSite();
});

/** Files a page names in the attribute of some elements. */
const named = (attribute: string, fits: (name: string, attributes: Map<string, string>) => boolean): string[] =>
  tags(read("index.html").toString()).flatMap(({name, attributes}) =>
    fits(name, attributes) ? [inSite(attributes.get(attribute) ?? "")] : [],
  );

/** A script with all that it imports before it runs; what it fetches later is not among them. */
function withImports(script: string, found = new Set<string>()): Set<string> {
  if (found.has(script)) return found;
  found.add(script);
  for (const [, name] of read(script)
    .toString()
    .matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g))
    withImports(join(dirname(script), name ?? ""), found);
  return found;
}

const sum = (files: Iterable<string>, size: (file: string) => number) => [...files].reduce((a, file) => a + size(file), 0);

test("the home page's HTML: at most 60 kB, gzipped", () => {
  expect(gzipped("index.html")).toBeLessThan(60_000);
});

test("its style sheets: at most 15 kB, gzipped", () => {
  const sheets = named("href", (name, attributes) => name === "link" && attributes.get("rel") === "stylesheet");
  expect(sheets.length).toBeGreaterThan(0);
  expect(sum(sheets, gzipped)).toBeLessThan(15_000);
});

test("its scripts and all they import: at most 45 kB, gzipped; downloads, tooltip, canvas and tiles come later", () => {
  const scripts = new Set(
    named("src", (name, attributes) => name === "script" && attributes.has("src")).flatMap((s) => [...withImports(s)]),
  );
  expect(scripts.size).toBeGreaterThan(2);
  // The words of the page's language are fetched on every page.
  const words = filesOf(join(out, "_astro")).filter((file) => /^ru\.[\w-]+\.js$/.test(file));
  expect(words).toHaveLength(1);
  scripts.add(`_astro/${words[0]}`);
  expect(sum(scripts, gzipped)).toBeLessThan(45_000);
  const all = [...scripts].map((file) => basename(file)).join(" ");
  expect(all).not.toMatch(/download|tip|sketch|reading-strip|remote|data-file/);
});

test("its fonts: at most 110 kB", () => {
  const fonts = named("href", (name, attributes) => name === "link" && attributes.get("as") === "font");
  expect(fonts).toHaveLength(4);
  expect(sum(fonts, (file) => read(file).length)).toBeLessThan(110_000);
});
