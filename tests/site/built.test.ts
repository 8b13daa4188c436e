import sharp from "sharp";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {complaints} from "../exports/vocabulary.ts";
import {eventsFileSchema} from "../../src/exports/json.ts";
import {headersOf, readHeaders} from "../../src/cli/headers.ts";
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
  const blocks = readHeaders(read("_headers"));
  const own = (rules: string) => rules.replace("; require", "; frame-ancestors 'self'; require");
  for (const page of pages) {
    const sent = headersOf(blocks, `/${page.replace(/index\.html$/, "")}`)["content-security-policy"];
    // The timeline alone is made for the frames of others.
    const kept = /(^|\/)embed\//.test(page) ? policy : own(page.includes("search/") ? searchPolicy : policy);
    expect([page, sent]).toEqual([page, kept]);
  }
});

test("what only its editors should see stays off the built page", () => {
  for (const page of pages) expect([page, read(page).includes("editing")]).toEqual([page, false]);
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

type Said = {[name: string]: unknown; "@type": string};
/** What a page says in schema.org's words, statement by statement. */
function saidBy(page: string): Said[] {
  const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(read(page))?.[1];
  if (!script) return [];
  const whole = JSON.parse(script) as Said & {"@graph"?: Said[]};
  return whole["@graph"] ?? [whole];
}
const idsIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, part]) => (name === "@id" || name === "url" ? [String(part)] : idsIn(part)));

test.each([
  ["index.html", ["WebSite", "ItemList"]],
  ["en/index.html", ["WebSite", "ItemList"]],
  ["events/2011-12-14-plan/index.html", ["WebPage", "BreadcrumbList"]],
  ["documents/001-plan-2012-2013/index.html", ["NewsArticle", "BreadcrumbList"]],
  ["documents/index.html", ["ItemList", "BreadcrumbList"]],
  ["organizations/csto/index.html", ["Organization", "BreadcrumbList"]],
  ["organizations/index.html", ["ItemList", "BreadcrumbList"]],
  ["operations/pautina/index.html", ["EventSeries", "BreadcrumbList"]],
  ["stories/plan/index.html", ["Article", "BreadcrumbList"]],
  ["stories/index.html", ["ItemList", "BreadcrumbList"]],
  ["together/index.html", ["ItemList", "BreadcrumbList"]],
  ["table/index.html", ["ItemList", "BreadcrumbList"]],
  ["data/index.html", ["Dataset", "BreadcrumbList"]],
  ["method/index.html", ["BreadcrumbList"]],
  ["embed/index.html", []],
  ["404.html", []],
])("%s says what it is in schema.org's words", (page, types) => {
  expect(saidBy(page).map((statement) => statement["@type"])).toEqual(types);
});

test("what any page says keeps to schema.org's vocabulary, by whole addresses", () => {
  for (const page of pages) {
    const said = saidBy(page);
    expect([page, complaints(said)]).toEqual([page, []]);
    expect([page, idsIn(said).filter((id) => !URL.canParse(id))]).toEqual([page, []]);
  }
});

test("each inner page says the way to it: from the home page, by pages there are, to its own address", () => {
  type Way = {itemListElement: {item: {"@id": string}}[]};
  for (const page of pages.filter((file) => !/^(en\/)?index\.html$|^404|(^|\/)embed\//.test(file))) {
    const way = saidBy(page).find((statement) => statement["@type"] === "BreadcrumbList") as Way | undefined;
    const steps = way?.itemListElement.map(({item}) => fileOf(new URL(item["@id"]).pathname, BASE)) ?? [];
    expect([page, steps.at(0), steps.at(-1)]).toEqual([page, page.startsWith("en/") ? "en/index.html" : "index.html", page]);
    expect(steps.filter((step) => !pages.includes(step))).toEqual([]);
  }
});

test("an event cites its source, an operation holds its events", () => {
  expect(saidBy("events/2011-12-14-plan/index.html")[0]).toMatchObject({
    mainEntity: {"@type": "Event"},
    citation: {"@type": "NewsArticle"},
  });
  expect(saidBy("operations/pautina/index.html")[0]).toMatchObject({subEvent: {"@type": "Event"}});
});

test("an organisation's events.json holds its events, their documents and whom they name, no more", () => {
  const {documents, entities, events} = eventsFileSchema.parse(JSON.parse(read("organizations/cis/events.json")));
  const whole = eventsFileSchema.parse(JSON.parse(read("events.json")));
  const ids = (records: {id: string}[]) => records.map(({id}) => id).sort();
  expect(ids(events)).toEqual(["2008-09-memorandum", "2011-12-14-plan", "2012-2013-plan"]);
  expect(ids(documents)).toEqual(["001-plan-2012-2013"]);
  expect(documents.flatMap((document) => document.events).filter((id) => !ids(events).includes(id))).toEqual([]);
  // A body brings the organisation it belongs to, so that its lane is known.
  const used = events.flatMap((e) => [e.organizations, e.bodies, e.countries, e.people, e.places, e.operations, e.topics].flat());
  expect(
    entities.filter(({id, kind}) => !used.some((one) => one.id === id) && !(kind === "organization" && id === "cis")),
  ).toEqual([]);
  expect(used.filter(({id}) => whole.entities.some((e) => e.id === id) && !entities.some((e) => e.id === id))).toEqual([]);
  expect(entities.length).toBeLessThan(whole.entities.length);
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

test("each page is shared with a picture that there is, in the form networks ask for", () => {
  const property = (page: string, name: string) =>
    tags(read(page))
      .filter(({attributes}) => attributes.get("property") === name)
      .map(({attributes}) => attributes.get("content"));
  for (const page of pages) {
    const [picture = ""] = property(page, "og:image");
    expect(files).toContain(decodeURIComponent(new URL(picture).pathname).slice(BASE.length));
    expect([page, property(page, "og:locale")]).toEqual([page, [page.startsWith("en/") ? "en_US" : "ru_RU"]]);
    expect(property(page, "og:image:alt")[0]).toBeTruthy();
  }
  expect(property("events/pautina/index.html", "og:type")).toEqual(["article"]);
  expect(property("stories/plan/index.html", "og:type")).toEqual(["article"]);
  expect(property("documents/index.html", "og:type")).toEqual(["website"]);
  const own = ["events/pautina", "documents/001-plan-2012-2013", "organizations/csto", "stories/plan"];
  expect(own.map((path) => property(`en/${path}/index.html`, "og:image")[0])).toEqual(
    own.map((path) => expect.stringMatching(new RegExp(`en/share/${path}\\.png$`)) as unknown),
  );
});

test("icons have the sizes they are named with", async () => {
  const manifest = JSON.parse(read("site.webmanifest")) as {icons: {src: string; sizes: string}[]};
  const named = manifest.icons.filter(({src}) => src.endsWith(".png")).map(({src, sizes}) => [src.slice(BASE.length), sizes]);
  expect(named.map(([, size]) => size)).toEqual(["192x192", "512x512"]);
  for (const [file = "", size] of [...named, ["favicon-32.png", "32x32"], ["apple-touch-icon.png", "180x180"]]) {
    const {width, height} = await sharp(join(out, file)).metadata();
    expect([file, `${width}x${height}`]).toEqual([file, size]);
  }
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
}, 120_000);
