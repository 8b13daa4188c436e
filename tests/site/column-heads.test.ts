import {expect, test} from "vitest";
import {columnHeads} from "../../src/site/chronicle.ts";
import {type Lane, STATES} from "../../src/timeline/item.ts";

const lane = (id: string, name: string): Lane => ({id, name, shape: "circle", ink: 1, href: null});

test.each([
  ["ОДКБ", false],
  ["Роскосмос", true],
])("a column headed «%s»: staggered is %s", (name, staggered) => {
  const lanes = [lane("a", name), lane(STATES, "Государства")];
  expect(columnHeads(lanes, "ru")).toEqual({names: [name, "Гос-ва"], staggered});
});
