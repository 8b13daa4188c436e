import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {searchPolicy, policy} from "../../src/site/policy.ts";
import {readProse, text} from "../../src/site/prose.ts";
import {part} from "../../src/site/loader/front-matter.ts";
import {tags, textOf, unescape} from "./html.ts";
import {BASE, buildSite, filesOf, fixture, fixtureSite} from "./site.ts";
import {brokenLinks, fileOf, inlined, invalidHtml} from "./sound.ts";

let out = "";
let files: string[] = [];
let pages: string[] = [];
const read = (file: string) => readFileSync(join(out, file), "utf8");

beforeAll(async () => {
  out = await fixtureSite();
  files = filesOf(out);
  pages = files.filter((file) => file.endsWith(".html"));
});

test("every page of the fixture is there, in both languages", () => {
  for (const path of [
    "",
    "together/",
    "documents/",
    "data/",
    "table/",
    "method/",
    "search/",
    "events/pautina/",
    "countries/BY/",
    "operations/pautina/",
  ])
    for (const language of ["", "en/"]) expect(pages).toContain(`${language}${path}index.html`);
  expect(pages).toContain("404.html");
});

test("every link, anchor and file a page names exists", () => {
  expect(brokenLinks(out, BASE)).toEqual([]);
});

test("nothing is inline: no script, style, handler or style attribute", () => {
  expect(inlined(out)).toEqual([]);
});

test("no page says what only a program says", () => {
  const said = pages.flatMap((page) =>
    [...textOf(read(page)).matchAll(/.{0,20}(?:\bNaN\b|\bundefined\b|\bInfinity\b|\[object |Invalid Date).{0,20}/g)].map(
      ([words]) => `${page}: ${words}`,
    ),
  );
  expect(said).toEqual([]);
});

test("paragraphs of the news are numbered in order, and those of the page around it not at all", () => {
  const page = read("documents/001-plan-2012-2013/index.html");
  const numbers = (html: string) => [...html.matchAll(/class="paragraph-number"[^>]*>([^<]*)/g)].map((m) => m[1]);
  expect(numbers(page)).toEqual(["1", "2", "3", "4", "5"]);
  expect(page.match(/<details class="boilerplate"[\s\S]*?<\/details>/g)?.flatMap(numbers)).toEqual([]);
});

test("one policy stands on every page; the search may compile its index", () => {
  for (const page of pages) {
    const meta = tags(read(page)).find(({attributes}) => attributes.get("http-equiv") === "Content-Security-Policy");
    expect([page, meta?.attributes.get("content")]).toEqual([page, page.includes("search/") ? searchPolicy : policy]);
  }
  const headers = read("_headers");
  expect(headers).toContain(policy.replace("; require", "; frame-ancestors 'self'; require"));
  expect(headers).toContain(searchPolicy.replace("; require", "; frame-ancestors 'self'; require"));
});

test("each page names itself in every language, and they name it back", () => {
  for (const page of pages.filter((file) => file !== "404.html")) {
    const links = tags(read(page)).filter(({name}) => name === "link");
    const alternates = links
      .filter(({attributes}) => attributes.has("hreflang"))
      .map(({attributes}) => [attributes.get("hreflang"), fileOf(new URL(attributes.get("href") ?? "").pathname, BASE)]);
    expect(alternates.map(([language]) => language)).toEqual(["ru", "en", "x-default"]);
    for (const [, file] of alternates) expect(pages).toContain(file);
    expect(alternates.map(([, file]) => file)).toContain(page);
  }
});

test("HTML is valid", async () => {
  expect(await invalidHtml(out)).toEqual([]);
});

describe("text of the source stays text", () => {
  test("a hostile title and quotation run nowhere", () => {
    for (const page of pages)
      for (const {attributes} of tags(read(page))) {
        expect(attributes.get("href") ?? "").not.toMatch(/^\s*javascript:/i);
      }
    expect(textOf(read("events/soveshchanie-ministrov/index.html"))).toContain("<script>alert(1)</script>");
  });

  test.each(filesOf(join(fixture, "documents")))("documents/%s reads word for word", (file) => {
    const {body} = part(readFileSync(join(fixture, "documents", file), "utf8"));
    const page = read(`documents/${file.replace(/\.mdx$/, "")}/index.html`);
    const start = page.indexOf(">", page.indexOf('class="source-text"')) + 1;
    const shown = page
      .slice(start, page.indexOf("</section>", start))
      .replace(/<summary[\s\S]*?<\/summary>/g, "")
      .replace(/<span class="note"[\s\S]*?<\/span>(?=<mark)/g, "")
      .replace(/<sup[\s\S]*?<\/sup>/g, "")
      .replace(/<span class="paragraph-number"[\s\S]*?<\/span>/g, "")
      .replace(/<\/p>/g, "\n\n")
      .replace(/<[^>]*>/g, "");
    const lines = (all: string) =>
      all
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
    expect(lines(unescape(shown))).toEqual(lines(text(readProse(body).blocks)));
  });
});

test("an event's page shows its quotation, whose link opens the document at those words", () => {
  const event = read("events/2011-12-14-plan/index.html");
  expect(textOf(event)).toContain("состоялось 14 декабря в Минске.");
  expect(event).toContain(`href="${BASE}documents/001-plan-2012-2013/#e-2011-12-14-plan"`);
  const mark = /<mark id="e-2011-12-14-plan"[^>]*>([\s\S]*?)<\/mark>/.exec(read("documents/001-plan-2012-2013/index.html"));
  expect(textOf((mark?.[1] ?? "").replace(/<sup[\s\S]*?<\/sup>/, ""))).toMatch(/^Подписание очередного Плана[\s\S]*в Минске\.$/);
});

test.each([
  ["index.html", ["WebSite", "ItemList"]],
  ["events/2011-12-14-plan/index.html", ["Event", "BreadcrumbList"]],
  ["documents/001-plan-2012-2013/index.html", ["NewsArticle", "BreadcrumbList"]],
  ["organizations/csto/index.html", ["Organization", "BreadcrumbList"]],
])("%s says what it is in schema.org's words", (page, types) => {
  const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(read(page))?.[1] ?? "";
  const graph = (JSON.parse(script) as {"@graph": {"@type": string}[]})["@graph"];
  expect(graph.map((statement) => statement["@type"])).toEqual(types);
});

test.each([
  "sitemap.xml",
  "feed.rss",
  "en/feed.atom",
  "organizations/csto/events.ics",
  "events.json",
  "share/events/pautina.png",
])("%s is written", (file) => {
  expect(files).toContain(file);
  expect(readFileSync(join(out, file)).length).toBeGreaterThan(100);
});

test("doubt is said in words: an inferred year, a plan, no date", () => {
  expect(textOf(read("events/2011-12-14-plan/index.html"))).toContain("год предположительно");
  expect(textOf(read("en/events/2011-12-14-plan/index.html"))).toContain("the year is a conjecture");
  expect(textOf(read("events/2016-operatsii/index.html"))).toContain("Запланировано, исход не известен");
  expect(textOf(read("events/pautina/index.html"))).toContain("Мы не угадываем");
});

test("a second build writes the same bytes", async () => {
  const other = mkdtempSync(join(tmpdir(), "letopis-again-"));
  try {
    await buildSite(fixture, other);
    expect(filesOf(other)).toEqual(files);
    expect(files.filter((file) => !readFileSync(join(other, file)).equals(readFileSync(join(out, file))))).toEqual([]);
  } finally {
    rmSync(other, {recursive: true, force: true});
  }
});
