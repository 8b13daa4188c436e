import {expect, test} from "vitest";
import {lastChanges} from "../../src/exports/lastmod.ts";
import {toDocumentEntry} from "../../src/exports/records.ts";
import {address, edition, entry, paper, shelves} from "./samples.ts";

test("a page changed with the newest of what it shows; without a date it has none", () => {
  const changes = lastChanges(
    [
      {...entry({id: "a", organizations: [{id: "left"}]}), updated: "2024-01-01T10:00:00+03:00"},
      {...entry({id: "b", organizations: [{id: "left"}, {id: "right"}]}), updated: "2024-01-01T08:00:00Z"},
      entry({id: "c", topics: ["only-here"]}),
    ],
    [toDocumentEntry(paper, [], shelves, edition(), "2023-05-05")],
  );
  expect(changes.get(address("event", "a"))).toBe("2024-01-01T07:00:00.000Z");
  expect(changes.get(address("organization", "left"))).toBe("2024-01-01T08:00:00.000Z");
  expect(changes.get(address("document", "paper"))).toBe("2023-05-05T00:00:00.000Z");
  expect(changes.has(address("event", "c"))).toBe(false);
  expect(changes.has(address("topic", "only-here"))).toBe(false);
});
