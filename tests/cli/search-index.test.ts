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

const bytes = () =>
  files()
    .filter((file) => file.includes("."))
    .map((file) => [file, readFileSync(join(site, "pagefind", file), "base64")]);

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
  const first = bytes();
  writeFileSync(join(site, "pagefind/fragment/old.pf_fragment"), "");
  await indexSite(site, ["ru"]);
  expect(bytes()).toEqual(first);
});

test("the index is the same whatever pages are read together", async () => {
  for (const letter of "агбвдежзи")
    page(
      `${letter}/index.html`,
      "ru",
      `<p data-pagefind-body>Ёлка ${letter}, елка <b data-pagefind-filter="kind">${letter}</b></p>`,
    );
  page("years/index.html", "ru", "<p>Годы</p>");
  const all = await indexSite(site, ["ru"]);
  const first = bytes();
  expect(await indexSite(site, ["ru"], {most: 2})).toEqual(all);
  expect(bytes()).toEqual(first);
});

const head = (title: string, more = "") => `<span data-pagefind-meta="title:${title}"></span>${more}`;
const kind = (name: string) => `<span data-pagefind-filter="kind:${name}"></span>`;

/** Pages, and what becomes of some of them: other words, or gone. */
test.each<[string, Record<string, string | null>]>([
  ["other words", {"b/index.html": `${head("Вторая", kind("x"))}Пятая встреча`}],
  ["words of which no other page has any are gone", {"c/index.html": `${head("Третья")}Встреча`}],
  ["a page is new, and stands between the others", {"bb/index.html": `${head("Новая")}Тысяча <h2>встреч</h2> в Ёлкине`}],
  ["the first page is gone", {"a/index.html": null}],
  [
    "one page has a particular the others lack",
    {"b/index.html": `${head("Вторая", '<span data-pagefind-meta="own:А"></span>')}Слово`},
  ],
  ["the only page with a particular is gone", {"d/index.html": null}],
  ["a filter has another value", {"b/index.html": `${head("Вторая", kind("ааа"))}Встреча`}],
  ["a page is no longer for the search", {"b/index.html": ""}],
  ["a page loses its words", {"b/index.html": "<hr>"}],
  ["all pages of a language are gone", {"en/a/index.html": null}],
  ["a language gets its first page", {"uz/a/index.html": `${head("Bir")}Yangilik`}],
])("after a change only those pages are read, and the index is that of all: %s", async (_, changes) => {
  const pages: Record<string, string | null> = {
    "a/index.html": `${head("Первая", kind("x"))}Встреча ёлок и елок`,
    "b/index.html": `${head("Вторая", kind("y") + kind("x"))}Встреча в <b data-pagefind-weight="7">Минске</b>`,
    "c/index.html": `${head("Третья", kind("y"))}Café, cafe, кафе и ёлка`,
    "d/index.html": `${head("Четвёртая", '<span data-pagefind-meta="names:Кто · Что"></span>')}Встреча`,
    "en/a/index.html": `${head("First")}A meeting`,
    "en/b/index.html": "",
  };
  const languages = ["ru", "en", "uz"];
  const put = (files: typeof pages) => {
    for (const [file, body] of Object.entries(files)) {
      rmSync(join(site, file), {force: true});
      const language = file.includes("en/") ? "en" : file.includes("uz/") ? "uz" : "ru";
      if (body !== null) page(file, language, body && `<div data-pagefind-body>${body}</div>`);
    }
  };
  put(pages);
  const last = await indexSite(site, languages);
  put(changes);
  const now = await indexSite(site, languages, {last, changed: (file) => file in changes});
  const merged = bytes();
  expect(await indexSite(site, languages)).toEqual(now);
  expect(merged).toEqual(bytes());
});

test.each([
  ["<p>no body</p>", null],
  [`<p data-pagefind-body>a<script type="x">"<\\/b>"</script>b</p>`, `<p data-pagefind-body>ab</p>`],
  [`<p data-pagefind-body>a<svg><svg><g/></svg><text>t</text></svg>b</p>`, `<p data-pagefind-body>ab</p>`],
  [`<p data-pagefind-body>&lt;svg> stays &lt;/svg></p>`, `<p data-pagefind-body>&lt;svg> stays &lt;/svg></p>`],
])("of %s there is read %s", (html, read) => {
  expect(bare(html)).toBe(read);
});
