import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterEach, beforeEach, expect, test} from "vitest";
import {indexSite} from "../../src/cli/search-index.ts";
import {bare} from "../../src/cli/search-text.ts";

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "letopis-"));
});
afterEach(() => {
  rmSync(site, {recursive: true});
});

function page(file: string, language: string, body: string): void {
  mkdirSync(dirname(join(site, file)), {recursive: true});
  writeFileSync(join(site, file), `<!doctype html><html lang="${language}"><title>t</title><main>${body}</main></html>`);
}

const files = () => readdirSync(join(site, "pagefind"), {recursive: true, encoding: "utf8"}).sort();

test("one index of all languages; what a page does not mark for the search, scripts and pictures are not in it", async () => {
  page("events/meeting/index.html", "ru", `<p data-pagefind-body>Встреча. <svg><text>сосед</text></svg></p>`);
  page("en/events/meeting/index.html", "en", `<p data-pagefind-body>Meeting.<script>var x = "word";</script></p>`);
  page("years/index.html", "ru", "<p>Годы</p>");
  await indexSite(site, ["ru", "en"]);
  const entry = JSON.parse(readFileSync(join(site, "pagefind/pagefind-entry.json"), "utf8")) as {
    languages: Record<string, {hash: string; page_count: number}>;
  };
  expect(Object.entries(entry.languages).map(([language, {page_count}]) => [language, page_count])).toEqual([
    ["en", 1],
    ["ru", 1],
  ]);
  for (const {hash} of Object.values(entry.languages)) expect(files()).toContain(`pagefind.${hash}.pf_meta`);
  const fragments = files().filter((file) => file.endsWith(".pf_fragment"));
  const texts = fragments.map((file) => gunzipSync(readFileSync(join(site, "pagefind", file))).toString());
  expect(texts.map((text) => JSON.parse(text.slice(text.indexOf("{"))) as {url: string; content: string})).toMatchObject([
    {url: "/en/events/meeting/", content: "Meeting."},
    {url: "/events/meeting/", content: "Встреча."},
  ]);
  expect(files().filter((file) => /part-|-ui\.|highlight/.test(file))).toEqual([]);
});

test("an index made anew is the same, byte for byte, and leaves nothing of the last", async () => {
  page("a/index.html", "ru", "<p data-pagefind-body>Первая</p>");
  page("b/index.html", "ru", "<p data-pagefind-body>Вторая</p>");
  await indexSite(site, ["ru"]);
  const bytes = () =>
    files()
      .filter((file) => file.includes("."))
      .map((file) => [file, readFileSync(join(site, "pagefind", file), "base64")]);
  const first = bytes();
  writeFileSync(join(site, "pagefind/fragment/old.pf_fragment"), "");
  await indexSite(site, ["ru"]);
  expect(bytes()).toEqual(first);
});

test.each([
  ["<p>no body</p>", null],
  [`<p data-pagefind-body>a<script type="x">"<\\/b>"</script>b</p>`, `<p data-pagefind-body>ab</p>`],
  [`<p data-pagefind-body>a<svg><svg><g/></svg><text>t</text></svg>b</p>`, `<p data-pagefind-body>ab</p>`],
  [`<p data-pagefind-body>&lt;svg> stays &lt;/svg></p>`, `<p data-pagefind-body>&lt;svg> stays &lt;/svg></p>`],
])("of %s there is read %s", (html, read) => {
  expect(bare(html)).toBe(read);
});
