import {describe, expect, test} from "vitest";
import {controlWords} from "../../src/i18n/control-words.ts";
import {messages} from "../../src/i18n/messages.ts";
import {type GrammarRow, grammar} from "../../src/timeline/grammar.ts";
import {layout} from "../../src/timeline/layout.ts";
import {legend} from "../../src/timeline/legend.ts";
import {svg} from "../../src/timeline/svg.ts";
import {wholeView} from "../../src/timeline/view.ts";
import {dataOf, item, lanes} from "./sample.ts";

test.each(["ru", "en"])("every word of the legend in %s stands beside a drawing of its own", (lang) => {
  const {title, ...words} = controlWords(lang).legend;
  const key = legend(lang);
  expect(key.title).toBe(title);
  expect(key.samples.map(({word}) => word)).toEqual(Object.values(words));
  expect(new Set(key.samples.map((sample) => sample.svg)).size).toBe(8);
});

describe("the mark grammar", () => {
  const rows = grammar("ru", lanes, "Встреча");
  const [first, second] = [lanes[0]?.ink, lanes[1]?.ink];
  const heads = (drawn: string) => [...drawn.matchAll(/class="head lane-(\d)"/g)].map(([, ink]) => Number(ink));
  const stems = (drawn: string) => drawn.match(/class="stem"/g)?.length ?? 0;
  const cases = rows.map((row): [string, GrammarRow] => [row.kind, row]);

  test.each(["ru", "en"])("has words for every row in %s, and a row for all its words", (lang) => {
    expect(rows.map(({kind}) => kind).sort()).toEqual(Object.keys(messages(lang).method.grammar).sort());
  });

  test.each(cases)("%s is drawn for one organisation and for two, who are joined unless undated", (_, {when, one, two}) => {
    expect([heads(one), stems(one)]).toEqual([[first], 0]);
    expect([heads(two), stems(two)]).toEqual([[first, second], when === null ? 0 : 1]);
  });

  test("no two rows look alike, and none is a way to an event", () => {
    for (const drawn of [rows.map(({one}) => one), rows.map(({two}) => two)]) {
      const bare = drawn.map((markup) => markup.replaceAll(/\w+-[12]-clip/g, ""));
      expect(new Set(bare).size).toBe(rows.length);
      expect(bare.filter((markup) => / href=| data-id=| aria-label=|<a /.test(markup))).toEqual([]);
    }
  });

  test.each(cases)("%s has the parts of the score, as large", (_, {when, status, two}) => {
    const data = dataOf([item("x", when, ["cis", "iom"], {status})], "ru", lanes.slice(0, 2));
    const score = svg(layout(data, wholeView, {width: 1360, labels: false}), {id: "t", label: "t"});
    // Names of lanes have heads as well.
    const from = when === null ? '<g class="shelf"' : '<g class="marks"';
    const marks = (drawn: string) =>
      [
        ...drawn
          .slice(drawn.indexOf(from))
          .matchAll(/class="((?:ev|head|stem|tail|tick|strike)\b[^"]*)"(?:[^>]*?(height="[\d.]+"|a[\d.]+ ))?/g),
      ].map(([, name, size]) => [name, size]);
    expect(two).toMatch(/^<svg class="\w+ d-labels"/);
    expect(marks(two)).toEqual(marks(score));
  });

  test("content without two organisations has stand-ins of their own colours", () => {
    const [row] = grammar("ru", lanes.slice(-1), "");
    expect(heads(row?.two ?? "")).toEqual([1, 2]);
  });
});
