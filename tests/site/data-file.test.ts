import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {readDataFile} from "../../src/timeline/data-file.ts";
import {type TimelineData} from "../../src/timeline/item.ts";
import {fixtureSite} from "./site.ts";

let out = "";
beforeAll(async () => {
  out = await fixtureSite();
});
const read = (file: string) => readFileSync(join(out, file), "utf8");
const inPage = (file: string) =>
  JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(read(file))?.[1] ?? "null") as TimelineData;

test.each([
  ["", "index.html"],
  ["en/", "en/index.html"],
])("%sevents.json draws the same lanes and marks as the home page", (folder, page) => {
  const own = inPage(page);
  const made = readDataFile(JSON.parse(read(`${folder}events.json`)));
  const lanes = (data: TimelineData | null) => data?.lanes.map(({id, name, shape, ink}) => ({id, name, shape, ink}));
  const items = (data: TimelineData | null) =>
    data?.items.map(({id, when, notAfter, status, type, lanes, title, quote}) => ({
      id,
      when,
      notAfter,
      status,
      type,
      lanes,
      title,
      quote,
    }));
  expect(lanes(made)).toEqual(lanes(own));
  expect(items(made)).toEqual(items(own));
});

test("the timeline's own data is taken as it is", () => {
  const own = inPage("index.html");
  expect(readDataFile(own)).toBe(own);
});

test.each([null, 1, [], {}, {events: []}, {events: [1], entities: []}, {items: {}, lanes: []}])("%j is no data file", (file) => {
  expect(readDataFile(file)).toBe(null);
});
