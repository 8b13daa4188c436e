import {describe, expect, test} from "vitest";
import {layout} from "../../src/timeline/layout.ts";
import {svg} from "../../src/timeline/svg.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {dataOf, item} from "./sample.ts";

const window = {from: Date.UTC(2008, 0), to: Date.UTC(2026, 0)};
const view = {...wholeView, window};
const drawn = (when: string | null, more = {}) => {
  const scene = layout(dataOf([item("x", when, ["iom", "csto"], more)]), view, {width: 1360, labels: false});
  return {scene, mark: scene.marks[0]};
};

describe("head and tail: how a date is drawn", () => {
  test.each([
    ["2015-10-27", null, false],
    ["2008-09", "within", false],
    ["2016", "within", false],
    ["2016-01-21~", "about", false],
    ["2016~", "about", false],
    ["2011-12-14?", null, true],
    ["2009?", "within", true],
    ["2016-01%", "about", true],
    ["2012/2013", "lasts", false],
    ["2012?/2013", "lasts", true],
    ["../2023-12-13", "until", false],
    ["/2023-12-13", "until", false],
    ["2014/..", "since", false],
    ["2014/", "since", false],
    ["2011-21", "within", false],
    ["2020-34", "within", false],
    ["2020-40", "within", false],
    ["201X", "within", false],
    ["20XX", "within", false],
    ["2023-12-13T14:26", null, false],
  ])("%s has the tail %s, uncertain: %s", (when, tail, uncertain) => {
    const {mark} = drawn(when);
    expect([mark?.tail?.kind ?? null, mark?.uncertain]).toEqual([tail, uncertain]);
  });

  test("a span that lasts and a year in which something happened never look alike", () => {
    const look = (when: string) => {
      const {mark} = drawn(when);
      return [mark?.tail?.kind, mark && mark.tail && mark.x === mark.tail.x0];
    };
    expect(look("2012/2012")).toEqual(["lasts", true]);
    expect(look("2012")).toEqual(["within", false]);
  });

  test("an open end runs to the edge, an unknown one fades soon", () => {
    const open = drawn("2014/..").mark?.tail;
    const unknown = drawn("2014/").mark?.tail;
    expect(open?.x1).toBe(drawn("2014/..").scene.p1 + 8);
    expect((unknown?.x1 ?? 0) - (unknown?.x0 ?? 0)).toBeCloseTo(46, 0);
  });

  test("ends that are about are drawn so", () => {
    expect(drawn("2012~/2013").mark?.tail).toMatchObject({start: "faded", end: "sharp"});
    expect(drawn("2012/2013?").mark?.tail).toMatchObject({start: "sharp", end: "doubtful"});
  });

  test("not after: drawn as a bound", () => {
    expect(drawn(null, {notAfter: "2024-10-30"}).mark?.tail?.kind).toBe("until");
  });

  test.each([null, "XXXX-12-14", "XXXX-12"])("%s stands on the shelf, not on the plot", (when) => {
    const {scene} = drawn(when);
    expect([scene.marks.length, scene.shelf?.entries.length]).toEqual([0, 1]);
  });

  test("a date without its year says its day on the shelf", () => {
    expect(drawn("XXXX-12-14").scene.shelf?.entries[0]?.text.replaceAll("\u00a0", " ")).toBe("14 дек. · Событие x");
  });

  test("even the shortest «within» is at least 18 px wide and closed by ticks", () => {
    const {scene, mark} = drawn("2008-09");
    expect((mark?.tail?.x1 ?? 0) - (mark?.tail?.x0 ?? 0)).toBeGreaterThanOrEqual(18);
    expect(svg(scene, {id: "t", label: "t"}).match(/class="tick /g)).toHaveLength(4);
  });

  test.each(["planned", "cancelled", "ongoing"] as const)("%s is a class of its mark", (status) => {
    expect(svg(drawn("2015-10-27", {status}).scene, {id: "t", label: "t"})).toContain(`class="ev ${status} joint"`);
  });

  test("what goes on fades to the right even when only its day is known", () => {
    expect(drawn("2015-10-27", {status: "ongoing"}).mark?.tail).toMatchObject({kind: "since", end: "open"});
  });
});

test("the grammar, as scenes", () => {
  const dates = [
    "2015-10-27",
    "2008-09",
    "2016",
    "2016-01-21~",
    "2011-12-14?",
    "2012/2013",
    "../2023-12-13",
    "2014/..",
    "2009?",
    "2011-21",
    "2020-33",
    "199X",
    "2012~/2013?",
  ];
  const marks = dates.map((when) => [when, drawn(when).mark?.x, drawn(when).mark?.tail]);
  expect(marks).toMatchSnapshot();
});

test("a mark is a link with its whole name", () => {
  const {scene} = drawn("2016-01-21~", {status: "planned", title: "Сбор <лиц> & «Ко»"});
  const markup = svg(scene, {id: "t", label: "t"});
  expect(markup).toContain('href="events/x/"');
  expect(markup.replaceAll("\u00a0", " ")).toContain(
    'aria-label="около 21 января 2016 г. IOM + CSTO. Сбор &lt;лиц&gt; &amp; «Ко». Запланировано, исход не известен"',
  );
});

test("nothing in the markup asks for a style attribute or a handler", () => {
  expect(svg(drawn("2016").scene, {id: "t", label: "t"})).not.toMatch(/ style=| on\w+=/);
});
