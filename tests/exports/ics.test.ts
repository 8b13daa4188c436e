import ICAL from "ical.js";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type Entry} from "../../src/exports/entry.ts";
import {calendarDays, eventsIcs} from "../../src/exports/ics.ts";
import {oneLine, sound} from "../../src/exports/text.ts";
import {collection, entry, entryOf, hostile} from "./samples.ts";

const read = (entries: Entry[], over = {}) =>
  new ICAL.Component(ICAL.parse([...eventsIcs(collection(entries, over))].join("")) as string[]);
const events = (entries: Entry[]) => read(entries).getAllSubcomponents("vevent");
const value = (component: ICAL.Component | undefined, name: string) => String(component?.getFirstPropertyValue(name) ?? "");

describe("where a date stands in a calendar", () => {
  test.each([
    ["a day", "2011-12-14", "2011-12-14", "2011-12-15"],
    ["a day in doubt", "2011-12-14?", "2011-12-14", "2011-12-15"],
    ["an hour whose zone is known", "2023-12-13T14:26+03:00", "2023-12-13T11:26:00Z", "2023-12-13T11:26:00Z"],
    ["an hour without a zone is only a day", "2023-12-13T14:26", "2023-12-13", "2023-12-14"],
    ["a month as its bounds", "2008-09", "2008-09-01", "2008-10-01"],
    ["a year as its bounds", "2016", "2016-01-01", "2017-01-01"],
    ["an interval", "2024-10-30/2024-11-01", "2024-10-30", "2024-11-02"],
    ["since a day", "2014-05-02/..", "2014-05-02", "2014-05-03"],
    ["until a day", "../2021-11-12", "2021-11-12", "2021-11-13"],
    ["an early year", "1025-03-15", "1025-03-15", "1025-03-16"],
  ])("%s: %s from %s to %s", (_, when, start, end) => {
    const [event] = events([entry({when})]);
    expect(value(event, "dtstart")).toBe(start);
    // An event of one instant has no other end.
    expect(value(event, "dtend") || start).toBe(end);
  });

  test.each([null, "XXXX-12-14", "-0044-03-15", "0988", "Y-13800000000"])(
    "%s has no place and is counted in the description",
    (when) => {
      const left = entry({when});
      expect(calendarDays(left)).toBeNull();
      expect(events([left])).toEqual([]);
      expect(value(read([left, entry()]), "x-wr-caldesc")).toBe("Кто с кем и когда (без даты: 1)");
    },
  );
});

test("an entry says its date with the doubt, who, the quotation and the page", () => {
  const [event] = events([entry({when: "2011-12-14?"})]);
  expect(value(event, "summary")).toBe("В Минске подписан план");
  expect(value(event, "uid")).toBe("signing@letopis.example");
  expect(value(event, "status")).toBe("CONFIRMED");
  expect(value(event, "location")).toBe("Минск");
  expect(value(event, "x-edtf")).toBe("2011-12-14?");
  expect(value(event, "url")).toBe("https://letopis.example/event/signing/");
  const description = value(event, "description").replaceAll("\u00a0", " ");
  expect(description).toContain("предположительно 14 декабря 2011 г.");
  expect(description).toContain("Левая организация, Правая организация");
  expect(description).toContain("Подписание состоялось 14 декабря в Минске.");
});

test.each([
  ["planned", "TENTATIVE"],
  ["cancelled", "CANCELLED"],
  ["ongoing", "CONFIRMED"],
])("what is %s stands as %s", (status, expected) => {
  expect(value(events([entry({status})])[0], "status")).toBe(expected);
});

test("a second build is the same to the byte; stamps are the records'", () => {
  const entries = [entry(), {...entry({id: "other"}), updated: "2024-01-02T03:04:05Z"}];
  expect([...eventsIcs(collection(entries))].join("")).toBe([...eventsIcs(collection(entries))].join(""));
  expect(events(entries).map((event) => value(event, "dtstamp"))).toEqual(["2024-11-22T00:00:00Z", "2024-01-02T03:04:05Z"]);
});

const wellFormed = (text: string) => {
  const ics = [...eventsIcs(collection([entryOf(text)], {title: text, lead: text}))].join("");
  expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(ics) as string[]);
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  expect(others).toEqual([]);
  expect(event?.getAllProperties().map(({name}) => name)).not.toContain("x-evil");
  expect(value(event, "summary")).toBe(oneLine(text));
  expect(value(event, "description")).toContain(sound(text).trim());
  // ical.js leaves names beginning with X as they stand in the file.
  expect(value(calendar, "x-wr-calname").replace(/\\(.)/g, "$1")).toBe(oneLine(text));
};

describe("text stays text", () => {
  test.each(hostile)("%j", wellFormed);
  test("any", () => fc.assert(fc.property(fc.string({unit: "binary"}), wellFormed)));
});
