import {expect, test} from "vitest";
import {findFigures} from "../../src/ingest/figures.ts";

test.each([
  ["изъято почти 7 тонн различных наркотиков", ["изъято ~7 тонн"]],
  ["задержано более 2 тыс. человек", ["задержано ~2000 человек"]],
  ["выявлено более 1 тыс. наркопреступлений, изъято 38 кг героина", ["выявлено ~1000 наркопреступлений", "изъято 38 кг"]],
  ["изъято 1,5 тонны", ["изъято 1.5 тонны"]],
  ["выявлено 12 500 нарушений", ["выявлено 12500 нарушений"]],
  ["разыскано почти 70 преступников", ["разыскано ~70 преступников"]],
  ["задержаны в 2019 году", []],
  ["изъято 5 мая", []],
  ["заседание № 12", []],
])("findFigures(%j) → %j", (text, figures) => {
  const found = findFigures(text, {start: 0, end: text.length});
  expect(found.map((f) => `${f.what} ${f.approximate ? "~" : ""}${String(f.value)} ${f.unit ?? ""}`)).toEqual(figures);
  for (const f of found) expect(text.slice(f.span.start, f.span.end)).toContain(f.what);
});
