import {expect, test} from "vitest";
import {sitemapFiles} from "../../src/site/sitemap.ts";

const entry = (path: string) => ({
  versions: ["ru", "en"].map((language) => ({language, href: `https://a.example/${language}/${path}/`, changed: "2024-01-02"})),
});
const entries = ["a", "b", "c"].map(entry);
const locs = (text: string) => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, href]) => href);

test("all pages in one file while it holds them", () => {
  const files = sitemapFiles(entries, "https://a.example/");
  expect(files.map(({name}) => name)).toEqual(["sitemap.xml"]);
  expect(locs(files[0]?.text ?? "")).toHaveLength(6);
});

test("more than one file holds: an index names the parts, and no page is left out", () => {
  const [index, ...parts] = sitemapFiles(entries, "https://a.example/x/", 4);
  expect(index?.name).toBe("sitemap.xml");
  expect(locs(index?.text ?? "")).toEqual(["https://a.example/x/sitemap-1.xml", "https://a.example/x/sitemap-2.xml"]);
  expect(parts.map(({name}) => name)).toEqual(["sitemap-1.xml", "sitemap-2.xml"]);
  expect(parts.flatMap(({text}) => locs(text))).toEqual(entries.flatMap(({versions}) => versions.map(({href}) => href)));
});

test("nothing to show is an empty map", () => {
  expect(sitemapFiles([], "https://a.example/")).toHaveLength(1);
});
