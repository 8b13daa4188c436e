import {expect, test} from "vitest";
import {type TimelineData, type TimelineItem} from "../../src/timeline/item.ts";
import {stage} from "../../src/timeline/stage.ts";
import {wholeView} from "../../src/timeline/view.ts";

const item = (id: string, lanes: string[]): TimelineItem => ({
  id,
  when: "2020-01-01",
  notAfter: null,
  status: "happened",
  type: "meeting",
  lanes,
  organizations: lanes,
  countries: [],
  topics: [],
  title: id,
  short: id,
  href: `/${id}/`,
});

test("the same participants named in another order are one set", () => {
  const lanes = ["a", "b", "c"].map((id) => ({id, name: id, shape: "dot" as const, ink: 1, href: null}));
  const items = [item("1", ["a", "b"]), item("2", ["b", "a"]), item("3", ["c", "a"]), item("4", ["a", "a"])];
  const data: TimelineData = {
    lang: "en",
    title: "",
    lanes,
    items,
    names: {organizations: {}, countries: {}, topics: {}, types: {}},
  };
  const {sets, set} = stage(data, wholeView);
  expect(sets.map((rows) => rows.join()).sort()).toEqual(["0", "0,1", "0,2"]);
  expect(set).toHaveLength(4);
});
