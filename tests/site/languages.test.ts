import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {tags, textOf} from "./html.ts";
import {buildSite, filesOf, fixture} from "./site.ts";

// The fixture's content, with English first and a language whose interface nobody has written yet.
let folder = "";
const read = (file: string) => readFileSync(join(folder, "dist", file), "utf8");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "letopis-languages-"));
  const content = join(folder, "content");
  cpSync(fixture, content, {recursive: true});
  const site = join(content, "site.yaml");
  const yaml = readFileSync(site, "utf8")
    .replace("languages: [ru, en]", "languages: [en, kk, ru]")
    .replace("letopis.example/chronicle/", "letopis.example/")
    .replace("en: Cooperation Chronicle}", "en: Cooperation Chronicle, kk: Шежіре}");
  writeFileSync(site, yaml);
  await buildSite(content, join(folder, "dist"));
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

test.each([
  ["index.html", "en", "Cooperation Chronicle"],
  ["ru/index.html", "ru", "Хроника сотрудничества"],
  ["kk/index.html", "kk", "Шежіре"],
])("%s is in %s and called %s", (file, language, name) => {
  const page = read(file);
  expect(page).toContain(`<html lang="${language}"`);
  expect(textOf(/<title>([^<]*)/.exec(page)?.[1] ?? "")).toBe(name);
});

test("every page exists in each language and names the others", () => {
  const files = filesOf(join(folder, "dist")).filter((file) => file.endsWith("index.html"));
  const bare = files.filter((file) => !/^(kk|ru)\//.test(file));
  for (const file of bare) for (const language of ["kk/", "ru/"]) expect(files).toContain(language + file);
  const alternates = tags(read("kk/method/index.html")).flatMap(({attributes}) => attributes.get("hreflang") ?? []);
  expect([...new Set(alternates)]).toEqual(["en", "kk", "ru", "x-default"]);
});

test("a language without words of its own speaks English and says the words of the source as they are", () => {
  const page = read("kk/events/2008-09-memorandum/index.html");
  expect(textOf(page)).toContain("What the source says");
  expect(page).toMatch(/<blockquote[^>]*lang="ru"/);
});
