import {describe, expect, test} from "vitest";
import {eventSchema, siteSchema} from "../../src/model/schema.ts";
import {addresses} from "../../src/site/address.ts";
import {type EventPage, type Library, makeLibrary} from "../../src/site/library.ts";
import {isTiled, listedOn, tileFiles} from "../../src/site/tiles.ts";
import {part} from "../../src/site/loader/front-matter.ts";
import {type Manifest} from "../../src/timeline/tile.ts";
import {contentFiles} from "../bench/generate.ts";

const site = siteSchema.parse({
  title: {ru: "Х"},
  heading: {ru: "Х"},
  lead: {ru: "Х"},
  languages: ["ru", "en"],
  url: "https://letopis.example/",
  lanes: ["csto", "cis", "iom", "sco"],
});

function libraryOf(documents: number): Library {
  const events = Array.from({length: documents}, (_, n) => contentFiles(n, 1))
    .flat()
    .flatMap(([path, text]): EventPage[] => {
      const id = /^events\/(.*)\.mdx$/.exec(path)?.[1];
      if (!id) return [];
      const {data, body} = part(text);
      return [{...eventSchema.parse(data), id, body, file: path}];
    });
  const none = {organization: [], country: [], person: [], operation: [], topic: [], place: []};
  return makeLibrary(site, {events, documents: [], entities: none});
}

const to = (language: string) => addresses("/", language === "ru" ? "" : language);

describe("listedOn", () => {
  const pages = (n: number) => Array.from({length: n}, (_, i) => ({...page, id: String(i), when: i % 50 ? "2021-05-04" : null}));
  const page = libraryOf(1).events[0] as EventPage;

  test.each([1, 700, 1999])("%i events: all of them", (n) => {
    expect(listedOn({events: pages(n)})).toHaveLength(n);
  });

  test("more: a choice in order, with some of the undated", () => {
    const events = pages(2000);
    const listed = listedOn({events});
    expect(listed).toHaveLength(200);
    expect(listed.filter(({when}) => when === null).length).toBeGreaterThanOrEqual(10);
    expect(listed.map(({id}) => +id)).toEqual(listed.map(({id}) => +id).sort((a, b) => a - b));
  });
});

describe("tileFiles", () => {
  test("a small set stands in the page: no files", () => {
    const library = libraryOf(20);
    expect(isTiled(library)).toBe(false);
    expect(tileFiles(library, ["ru", "en"], to)).toEqual([]);
  });

  test("a large one: every file named is there, whatever the language, and the drawing parts are shared", () => {
    const library = libraryOf(1000);
    const files = new Map(tileFiles(library, ["ru", "en"], to).map(({name, text}) => [name, text]));
    expect(isTiled(library)).toBe(true);
    const named = (text: string) => text.match(/[\w-]{12}\.json/g) ?? [];
    const seen = new Set([...files.values()].flatMap(named));
    expect([...seen].filter((name) => !files.has(name))).toEqual([]);
    expect([...files.keys()].filter((name) => !seen.has(name)).sort()).toEqual(["manifest-en.json", "manifest-ru.json"]);
    const manifest = JSON.parse(files.get("manifest-ru.json") ?? "") as Manifest;
    expect(manifest.all.dated + manifest.all.undated.count.reduce((a, b) => a + b, 0)).toBe(library.events.length);
  });
});
