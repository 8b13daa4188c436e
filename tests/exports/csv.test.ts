import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {eventsCsv, fields} from "../../src/exports/csv.ts";
import {messages} from "../../src/i18n/messages.ts";
import {sound} from "../../src/exports/text.ts";
import {entry, entryOf, hostile} from "./samples.ts";

type Row = Record<string, string>;
const read = (csv: string) => parse(csv, {bom: true, columns: true}) as Row[];
const row = (matter: Parameters<typeof entry>[0]) => read([...eventsCsv([entry(matter)])].join(""))[0] ?? {};

test("begins with a BOM, ends every line with CRLF", () => {
  const csv = [...eventsCsv([entry(), entry()])].join("");
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.split("\r\n")).toHaveLength(4);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

describe("days an event can lie on", () => {
  test.each([
    ["2011-12-14", "2011-12-14", "2011-12-14"],
    ["2008-09", "2008-09-01", "2008-09-30"],
    ["2016", "2016-01-01", "2016-12-31"],
    ["2012/2013", "2012-01-01", "2013-12-31"],
    ["2008/..", "2008-01-01", ""],
    ["../2021-11-12", "", "2021-11-12"],
    ["XXXX-12-14", "", ""],
    ["-0044", "", ""],
    ["Y-13800000000", "", ""],
    [null, "", ""],
  ])("%s: %j to %j", (when, earliest, latest) => {
    expect(row({when})).toMatchObject({earliest, latest});
  });
});

test("names the participants by id and in words, and the best source", () => {
  expect(row({})).toMatchObject({
    organizations: "left; right",
    organization_names: "Левая организация; Правая организация",
    countries: "BY",
    quote: "Подписание состоялось 14 декабря в Минске.",
    source_publisher: "Вестник",
    source_url: "https://source.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1&b=2",
    sources: "1",
  });
});

describe("a cell is text, never a formula", () => {
  test.each(hostile)("%j", (text) => {
    const cell = read([...eventsCsv([entryOf(text)])].join(""))[0]?.["title"] ?? "missing";
    expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u);
    expect([sound(text), `'${sound(text)}`]).toContain(cell);
  });
});

test("whatever the text, every row has every column and no other row appears", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      const rows = read([...eventsCsv([entryOf(text), entry()])].join(""));
      expect(rows).toHaveLength(2);
      for (const found of rows) expect(Object.keys(found)).toEqual(fields.map(({name}) => name));
      expect([sound(text), `'${sound(text)}`]).toContain(rows[0]?.["quote"]);
    }),
  );
});

test("every column says what it means in both languages", () => {
  for (const {name} of fields) {
    expect(name).toMatch(/^[a-z_]+$/);
    expect(messages("ru").data.fieldMeanings[name]).toMatch(/[а-яё]/);
    expect(messages("en").data.fieldMeanings[name]).toMatch(/[a-z]/);
  }
});
