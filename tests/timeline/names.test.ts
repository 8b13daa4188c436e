import {describe, expect, test} from "vitest";
import {OTHERS, STATES, type TimelineData, type TimelineItem} from "../../src/timeline/item.ts";
import {readDataFile} from "../../src/timeline/data-file.ts";
import {layout} from "../../src/timeline/layout.ts";
import {participants, spokenName} from "../../src/timeline/names.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {dataOf, item, lane, lanes} from "./sample.ts";

const data = {
  ...dataOf([], "ru", [
    ...lanes.slice(0, 4),
    {...lane(OTHERS, 0, "dot"), name: "Прочие"},
    {...lane(STATES, 0, "cross"), name: "Государства"},
  ]),
  names: {
    organizations: {un: "ООН", eu: "ЕС", cis: "СНГ"},
    countries: {BY: "Беларусь", TJ: "Таджикистан"},
    topics: {},
    types: {},
  },
};

describe("who takes part, by name", () => {
  test.each<[string, Partial<TimelineItem>, string[]]>([
    ["organisations with a lane", {lanes: ["cis", "iom"]}, ["CIS", "IOM"]],
    ["one that shares a lane", {lanes: [OTHERS], folded: ["un"]}, ["ООН"]],
    ["two that share a lane, and one that has its own", {lanes: ["cis", OTHERS], folded: ["un", "eu"]}, ["CIS", "ООН", "ЕС"]],
    ["states: the countries named", {lanes: [STATES], countries: ["TJ", "BY"]}, ["Таджикистан", "Беларусь"]],
    ["states without a country named", {lanes: [STATES]}, ["Государства"]],
    ["countries of an organisation's event are not its participants", {lanes: ["cis"], countries: ["BY"]}, ["CIS"]],
  ])("%s", (_, more, names) => {
    const event = item("a", "2015-10-27", [], more);
    expect(participants(event, data).map(({name}) => name)).toEqual(names);
    expect(spokenName(event, data)).toContain(`. ${names.join(" + ")}. Событие a`);
  });
});

test("a site's data file names organisations without a lane too", () => {
  const un = {id: "un", name: "Организация Объединённых Наций", short: "ООН", url: "un/", role: null};
  const file = {
    title: "Лента",
    language: "ru",
    events: [
      {
        id: "a",
        url: "a/",
        title: "Заседание",
        titleLanguage: null,
        when: "2020",
        notAfter: null,
        status: "happened",
        type: "meeting",
        organizations: [un],
        bodies: [],
        countries: [],
        topics: [],
        sources: [],
      },
    ],
    entities: [
      {kind: "organization", ...un, parent: null, lane: null},
      {kind: "organization", id: "cis", name: "СНГ", short: null, url: "cis/", parent: null, lane: {shape: "circle", ink: 1}},
    ],
  };
  const read = readDataFile(file);
  expect(read && read.items[0] && participants(read.items[0], read).map(({name}) => name)).toEqual(["ООН"]);
});

test("a mark names who takes part in the order of its own picture's lanes, whatever picture was drawn before", () => {
  const event = item("a", "2015-10-27", ["cis", "iom"]);
  const named = (data: TimelineData) => layout(data, wholeView, {width: 1360}).marks.map(({name}) => name);
  const other = dataOf([event], "ru", [lane("iom", 0, "dot"), lane("cis", 1, "cross")]);
  const one = dataOf([event], "ru", [lane("cis", 1, "cross"), lane("iom", 0, "dot")]);
  expect(named(one).join()).toContain("CIS + IOM");
  expect(named(other).join()).toContain("IOM + CIS");
});
