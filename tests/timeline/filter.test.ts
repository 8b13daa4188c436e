import {describe, expect, test} from "vitest";
import {isSure, matcher} from "../../src/timeline/filter.ts";
import {stage} from "../../src/timeline/stage.ts";
import {viewCsv} from "../../src/timeline/csv.ts";
import {type Filters, noFilters, wholeView} from "../../src/timeline/view.ts";
import {OTHERS, STATES, type TimelineItem} from "../../src/timeline/item.ts";
import {scoreScene} from "../../src/timeline/layout.ts";
import {dataOf, item, lane, lanes, sample} from "./sample.ts";

const data = sample("ru");
const found = (set: Partial<Filters>) => {
  const s = stage(data, {by: "organizations", filters: {...noFilters, ...set}});
  return s.dated.length + s.undated.length;
};

describe("filters of the seeds", () => {
  test.each<[string, Partial<Filters>, number]>([
    ["nothing chosen", {}, 19],
    ["joint only", {joint: true}, 6],
    ["one lane", {lanes: ["iom"]}, 6],
    ["two lanes: what both did together", {lanes: ["cis", "iom"]}, 3],
    ["a lane no event stands on", {lanes: ["nato"]}, 0],
    ["an organisation with a lane: that lane", {organization: "iom"}, 6],
    ["country", {country: "BY"}, 4],
    ["topic", {topic: "drug"}, 6],
    ["type", {type: "operation"}, 7],
    ["status", {status: "planned"}, 4],
    ["text, in any case, е for ё", {text: "ЧЕТЫРЕХСТОРОННЯЯ операция"}, 2],
    ["every word must occur", {text: "минск 2011"}, 1],
    ["an organisation's name", {text: "шос"}, 1],
    ["a word of a quotation", {text: "жигича"}, 1],
    ["a date in words", {text: "октября 2015"}, 1],
    ["together", {joint: true, status: "planned"}, 2],
    ["nothing found", {text: "марсиане"}, 0],
  ])("%s", (_, set, n) => {
    expect(found(set)).toBe(n);
  });
  test("sure and doubtful share out all events", () => {
    expect(found({certainty: "sure"}) + found({certainty: "doubtful"})).toBe(19);
  });
});

test.each<[string, Partial<TimelineItem>, boolean]>([
  ["two lanes", {lanes: ["cis", "iom"]}, true],
  ["bodies of two organisations", {lanes: ["cis", "iom"], organizations: []}, true],
  ["an organisation and its own body", {lanes: ["cis"], organizations: ["cis", "cis-council"]}, false],
  ["two organisations without a lane", {lanes: [OTHERS], organizations: ["un", "eu"], folded: ["un", "eu"]}, true],
  ["one organisation without a lane", {lanes: [OTHERS], organizations: ["un"], folded: ["un"]}, false],
  ["states alone", {lanes: [STATES], organizations: []}, false],
])("%s: joint in the filter, in the counts and on the axis alike", (_, more, joint) => {
  const rows = [...lanes.slice(0, 4), lane(OTHERS, 0, "dot"), ...lanes.slice(4)];
  const d = dataOf([item("a", "2015-10-27", [], more)], "ru", rows);
  const all = stage(d, wholeView);
  const only = stage(d, {by: "organizations", filters: {...noFilters, joint: true}});
  expect(only.dated.length).toBe(joint ? 1 : 0);
  expect(all.joint[0]).toBe(joint ? 1 : 0);
  expect(all.totals.some((t) => t.joint > 0)).toBe(joint);
  // A stem joins lanes; two that share one have none to join.
  const stem = scoreScene(all, null, {width: 1360}).marks[0]?.joint;
  expect(stem).toBe(joint && !more.folded);
});

test.each([
  ["2015-10-27", true],
  ["2012/2013", true],
  ["2008-09", false],
  ["2011-12-14?", false],
  ["2016-01-21~", false],
  ["../2023-12-13", false],
  [null, false],
])("isSure(%s): %s", (when, sure) => {
  expect(isSure(item("x", when, ["cis"]))).toBe(sure);
});

test("an organisation without a lane can be asked for, and one with a lane finds what its bodies did", () => {
  const body = item("body", null, ["csto"], {organizations: []});
  const d = dataOf([item("un", null, ["others"], {organizations: ["un"]}), item("own", null, ["csto"]), body]);
  const ids = (organization: string) => d.items.filter(matcher({...noFilters, organization}, d, (i) => i.lanes)).map((i) => i.id);
  expect([ids("un"), ids("csto"), ids("nato")]).toEqual([["un"], ["own", "body"], []]);
});

test("«ё» and «е» are one letter to a search", () => {
  const d = dataOf([item("x", null, ["cis"], {title: "Четырёхсторонняя операция"})]);
  expect(matcher({...noFilters, text: "четырехсторонняя"}, d, (i) => i.lanes)(d.items[0] ?? item("", null, []))).toBe(true);
});

describe("lanes by something else", () => {
  test.each([
    ["topics", ["drug", "traf", "mig", "crime", "coop"]],
    ["types", ["operation", "agreement", "meeting"]],
  ] as const)("%s", (by, ids) => {
    const s = stage(data, {by, filters: noFilters});
    expect(s.lanes.map((l) => l.id).sort()).toEqual([...ids].sort());
    expect(s.dated.length + s.undated.length).toBe(19);
  });
  test("events without a country stand on the lane of the rest", () => {
    const s = stage(data, {by: "countries", filters: noFilters});
    expect(s.lanes.at(-1)?.id).toBe("others");
    expect(s.dated.length + s.undated.length).toBe(19);
  });
});

test("a view as CSV: what is shown, and no cell that runs as a formula", () => {
  const d = dataOf([
    item("a", "2015-10-27", ["cis"], {title: '=HYPERLINK("x")'}),
    item("b", "2020", ["iom"]),
    item("c", null, ["iom"]),
  ]);
  const text = viewCsv(stage(d, wholeView), {from: Date.UTC(2019, 0), to: Date.UTC(2022, 0)});
  expect(text.split("\r\n").map((row) => row.split(",")[0])).toEqual(["id", "b", "c", ""]);
  expect(viewCsv(stage(d, wholeView), null)).toContain(`"'=HYPERLINK(""x"")"`);
});
