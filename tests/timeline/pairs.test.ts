import {expect, test} from "vitest";
import {type TimelineData} from "../../src/timeline/item.ts";
import {cellKey, organizationLanes} from "../../src/timeline/pair.ts";
import {gradientsOf, pairPictures} from "../../src/timeline/pictures.ts";
import {dataOf, item} from "./sample.ts";

const pairPicture = (data: TimelineData, a: string, b: string) =>
  pairPictures(data, organizationLanes(data.lanes)).get(cellKey(a, b)) ?? "";

const many = (n: number) =>
  dataOf(
    Array.from({length: n}, (_, i) =>
      item(`e${String(i)}`, `${String(1992 + (i % 30))}-0${String(1 + (i % 9))}-11`, i % 2 ? ["csto", "cis"] : ["csto"]),
    ),
  );
const marks = (picture: string) => picture.match(/class="head/g)?.length ?? 0;

test("a cell has a mark for each event of both lanes, or of one without a partner", () => {
  const data = many(60);
  expect(marks(pairPicture(data, "cis", "csto"))).toBe(30);
  expect([pairPicture(data, "csto", "csto"), pairPicture(data, "cis", "cis")].map(marks)).toEqual([30, 0]);
});

test("the picture of many events does not grow with them", () => {
  const [some = 0, more = 0] = [2_000, 20_000].map((n) => pairPicture(many(n), "csto", "csto").length);
  expect(some).toBeLessThan(6_000);
  expect(more).toBeLessThan(some * 1.2);
});

test("only the gradients that pictures name", () => {
  expect(gradientsOf("<svg/>", "")).toBe("");
  const defs = gradientsOf('<rect fill="url(#about-3)"/><g clip-path="url(#closeup-clip)"/>', '<rect fill="url(#until-x)"/>');
  expect([...defs.matchAll(/id="([^"]+)"/g)].map((m) => m[1])).toEqual(["about-3", "until-x"]);
});
