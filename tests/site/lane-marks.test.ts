import {expect, test} from "vitest";
import {entityKinds} from "../../src/model/entity.ts";
import {entitySchema, siteSchema} from "../../src/model/schema.ts";
import {freeMarks} from "../../src/site/lane-marks.ts";
import {look} from "../../src/site/lanes.ts";
import {type EntityPage, makeLibrary} from "../../src/site/library.ts";

const organizations = (lanes: Record<string, {shape: "circle" | "star"; ink: number} | null>) =>
  Object.entries(lanes).map(([id, lane]) => ({id, lane}));

test("organisations that name no mark get the free ones in the order of the lanes, whatever the order of their pages", () => {
  const pages = organizations({esa: null, jaxa: {shape: "circle", ink: 1}, nasa: null, ring: null});
  expect([...freeMarks(["nasa", "jaxa", "esa", "gone"], pages)]).toEqual([
    ["nasa", {shape: "diamond", ink: 2}],
    ["esa", {shape: "square", ink: 3}],
  ]);
});

test("eight lanes, no two alike, the states' cross last; a ninth and one that names its own get none", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const marks = freeMarks(ids, organizations(Object.fromEntries(ids.map((id) => [id, null]))));
  expect([...marks.keys()]).toEqual(ids.slice(0, 8));
  expect(new Set([...marks.values()].map(({shape}) => shape)).size).toBe(8);
  expect(new Set([...marks.values()].map(({ink}) => ink)).size).toBe(8);
  expect(marks.get("h")?.shape).toBe("cross");
  expect(freeMarks(["a"], organizations({a: {shape: "star", ink: 7}})).size).toBe(0);
});

test("the library knows them: pictures, lists and exports draw an organisation alike", () => {
  const page = (id: string): EntityPage => ({
    ...entitySchema.parse({id, kind: "organization", names: {en: id}}),
    body: "",
    file: `organizations/${id}.mdx`,
  });
  const none = Object.fromEntries(entityKinds.map((kind) => [kind, []])) as unknown as Record<(typeof entityKinds)[number], []>;
  const site = siteSchema.parse({
    title: {en: "Space"},
    heading: {en: "Space"},
    lead: {en: "Space"},
    languages: ["en"],
    lanes: ["nasa"],
    url: "https://space.example/",
  });
  const library = makeLibrary(site, {
    events: [],
    documents: [],
    entities: {...none, organization: [page("esa"), page("nasa")]},
  });
  expect(look(library.entity("organization", "nasa"))).toEqual({shape: "diamond", ink: 1});
  expect(look(library.entity("organization", "esa"))).toEqual({shape: "dot", ink: 0});
});
