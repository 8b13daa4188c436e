import fc from "fast-check";
import {expect, test} from "vitest";
import {readViewText, readViewTime} from "../../src/model/view-address.ts";
import {eventTypes, statuses} from "../../src/model/event.ts";
import {decodeView, encodeView} from "../../src/timeline/url.ts";
import {certainties, laneKinds, noFilters, type View} from "../../src/timeline/view.ts";

const utc = (iso: string) => Date.parse(`${iso}Z`);

test.each([
  ["2008", "2008-01-01T00:00", "2009-01-01T00:00"],
  ["0099", "0099-01-01T00:00", "0100-01-01T00:00"],
  ["2008-12", "2008-12-01T00:00", "2009-01-01T00:00"],
  ["2008-12-31", "2008-12-31T00:00", "2008-12-31T00:00"],
  ["2008-12-31T13:45", "2008-12-31T13:45", "2008-12-31T13:45"],
  ["s60", "1970-01-01T00:01", "1970-01-01T00:01"],
])("%s begins at %s and ends at %s", (text, from, to) => {
  expect([readViewTime(text, false), readViewTime(text, true)]).toEqual([utc(from), utc(to)]);
});

test.each(["", "20", "2008-13", "2008-00", "31.12.2008", "soon"])("«%s» is no date of a view", (text) => {
  expect(readViewTime(text, false)).toBe(null);
});

const id = fc.stringMatching(/^[\p{Ll}a-z][\p{Ll}a-z0-9._-]{0,10}$/u);
const views = fc
  .record({
    window: fc.option(
      fc.tuple(fc.integer({min: 0, max: 40_000}), fc.integer({min: 1, max: 9000})).map(([from, days]) => ({
        from: from * 86_400_000,
        to: (from + days) * 86_400_000,
      })),
    ),
    by: fc.constantFrom(...laneKinds),
    filters: fc.record({
      lanes: fc.uniqueArray(id, {maxLength: 3}),
      joint: fc.boolean(),
      organization: fc.constantFrom("", "nato"),
      country: fc.constantFrom("", "BY"),
      topic: fc.constantFrom("", "drugs"),
      type: fc.constantFrom("" as const, ...eventTypes),
      status: fc.constantFrom("" as const, ...statuses),
      certainty: fc.constantFrom("" as const, ...certainties),
      text: fc.string({maxLength: 8}),
    }),
    selected: fc.option(id),
  })
  .map((view): View => ({...view, filters: {...noFilters, ...view.filters}}));

test("what the address bar holds has no fault, and names what the view names", () => {
  fc.assert(
    fc.property(views, (view) => {
      const {faults, names} = readViewText(encodeView(view));
      expect(faults).toEqual([]);
      const {lanes, organization, country, topic} = view.filters;
      const own = view.by === "types" ? [] : lanes.filter((lane) => lane !== "states" && lane !== "others");
      expect(names.map((name) => name.id).sort()).toEqual(
        [...own, organization, country, topic, view.selected ?? ""].filter(Boolean).sort(),
      );
    }),
  );
});

test("a view an editor writes with years is the one the reader sees", () => {
  expect(decodeView("from=2008&to=2014&with=cis,iom")).toEqual(decodeView("from=2008-01-01&to=2015-01-01&with=cis,iom"));
});
