import fc from "fast-check";
import {expect, test} from "vitest";
import {findPhrases} from "../../../src/ingest/dates/find.ts";
import {resolve} from "../../../src/ingest/dates/resolve.ts";
import {seedOf} from "../../../src/ingest/decode.ts";
import {readItems} from "../../../src/ingest/read.ts";
import {isEdtf} from "../../../src/model/edtf.ts";

const months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const piece = fc.oneof(
  fc.constantFrom(
    ..."в с по до на к от и и, , . - – / : \n \u00a0 ( ) « » № % г. гг. год года году годы лет назад через прошлом текущего этом следующей неделе вторник среду первого двадцать пятое квартале полугодии весной XX веке начале конце около начиная не позднее 25-летие тот же день сегодня вчера накануне недавно 90-х May March in since 20.11.202020".split(
      " ",
    ),
    ...months,
  ),
  fc.integer({min: 0, max: 3000}).map(String),
  fc.string({maxLength: 3}),
);
const text = fc.array(fc.tuple(piece, fc.constantFrom("", " ", " ", "\n")), {maxLength: 40}).map((all) => all.flat().join(""));
const reference = fc.option(fc.constantFrom("2024-05-20", "2023-12-31", "2024-02-29", "2024-05", "2024", "2023-12-13T14:26"));

test("every phrase slices to its words; none overlap; every value is EDTF or null", () =>
  fc.assert(
    fc.property(text, reference, (words, date) => {
      const {seed} = seedOf("x", words);
      let end = 0;
      for (const item of seed ? readItems(seed, {reference: date}).items : [])
        for (const mention of item.dates) {
          expect(seed?.text.slice(mention.span.start, mention.span.end)).toBe(mention.form);
          expect(mention.form.trim()).toBe(mention.form);
          expect(mention.span.start).toBeGreaterThanOrEqual(end);
          if (mention.edtf !== null) expect([mention.edtf, isEdtf(mention.edtf)]).toEqual([mention.edtf, true]);
          expect(mention.edtf === null).toBe(mention.basis === "none");
          end = mention.span.end;
        }
    }),
    {numRuns: 3000},
  ));

test("without a reference nothing is resolved from today's date: two days give the same", () =>
  fc.assert(
    fc.property(text, (words) => {
      const values = () => resolve(words, findPhrases(words), {reference: null}, "x").dates.map((d) => d.edtf);
      expect(values()).toEqual(values());
      for (const value of values()) if (value) expect(value).not.toMatch(/^(?:NaN|undefined)/);
    }),
  ));

test("a full day is found in any company that is no figure", () =>
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 28}),
      fc.constantFrom(...months.keys()),
      fc.integer({min: 1900, max: 2100}),
      fc.constantFrom(" года", " г.", "", "г."),
      fc.constantFrom("Встреча прошла ", "Указ от ", "(", "", "В Минске, "),
      fc.constantFrom(" в Минске.", ", сообщили в ведомстве.", ")", ".", "\nДалее"),
      (day, month, year, unit, before, after) => {
        const [{reading} = {reading: null}] = findPhrases(`${before}${day} ${months[month]} ${year}${unit}${after}`);
        expect(reading).toMatchObject({kind: "calendar", day, part: month + 1, year});
      },
    ),
  ));

const seconds = (run: () => unknown): number => {
  const begun = performance.now();
  run();
  return (performance.now() - begun) / 1000;
};

test.each([
  "1 ",
  "с 1 по ",
  "1, 2, ",
  "2012-",
  "12.12.",
  "5 и ",
  "в январе и ",
  "в ",
  "1:",
  "«Рубеж-2018», ",
  "20.11.202020 ноября 2020 года ",
  "5 мая 2012 и в среду, 6 мая, ",
])("a megabyte of «%s» shows no blow-up", (part) => {
  const page = part.repeat(500_000 / part.length);
  const once = seconds(() => findPhrases(page));
  const twice = seconds(() => findPhrases(page + page));
  // Twice the text takes about twice the time; the slack is for a busy machine.
  expect(twice).toBeLessThan(once * 6 + 1);
  expect(twice).toBeLessThan(15);
});
