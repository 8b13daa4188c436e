import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {inks, sharePath} from "../../src/site/share.ts";

test("a picture's inks are those of the light theme", () => {
  const light = readFileSync("src/site/styles/tokens.css", "utf8").split("data-theme")[0] ?? "";
  expect(inks).toEqual([...light.matchAll(/--lane-\d: (#[0-9a-f]{6});/g)].map((m) => m[1]));
});

test.each([
  ["", "share/site.png"],
  ["events/a/", "share/events/a.png"],
])("the picture of /%s stands at %s", (path, expected) => {
  expect(sharePath(path)).toBe(expected);
});
