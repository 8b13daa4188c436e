import {beforeAll, expect, test} from "vitest";
import {shippedSite} from "./site.ts";
import {brokenLinks, inlined, invalidHtml} from "./sound.ts";

// The content that comes with the project, as a reader gets it: what holds of the fixture's few pages must hold of these.
let out = "";
beforeAll(async () => {
  out = await shippedSite();
});

test("every link, anchor and file a page names exists", () => {
  expect(brokenLinks(out, "/")).toEqual([]);
});

test("nothing is inline", () => {
  expect(inlined(out)).toEqual([]);
});

test("HTML is valid, and no id stands twice on a page", {timeout: 120_000}, async () => {
  expect(await invalidHtml(out)).toEqual([]);
});
