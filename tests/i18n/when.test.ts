import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {whenWords} from "../../src/i18n/when.ts";

const plain = (s: string) => s.replaceAll("\u00a0", " ");

describe("whenWords(edtf, lang): long and short", () => {
  test.each([
    ["2015-10-27", "27 октября 2015 г.", "27 окт. 2015", "27 October 2015", "27 Oct 2015"],
    ["2008-09", "сентябрь 2008 г.", "сент. 2008", "September 2008", "Sep 2008"],
    ["2024-05", "май 2024 г.", "май 2024", "May 2024", "May 2024"],
    ["2016", "2016 г.", "2016", "2016", "2016"],
    ["2024-05-10~", "около 10 мая 2024 г.", "≈ 10 мая 2024", "c. 10 May 2024", "c. 10 May 2024"],
    ["2008-09~", "около сентября 2008 г.", "≈ сент. 2008", "c. September 2008", "c. Sep 2008"],
    ["2011-12-14?", "предположительно 14 декабря 2011 г.", "14 дек. 2011?", "probably 14 December 2011", "14 Dec 2011?"],
    ["2016%", "предположительно около 2016 г.", "≈ 2016?", "probably c. 2016", "c. 2016?"],
    ["XXXX-12-14", "14 декабря, год не указан", "14 дек., год?", "14 December, year not given", "14 Dec, year?"],
    ["XXXX-23", "осень, год не указан", "осень, год?", "autumn, year not given", "autumn, year?"],
    ["XXXX-35", "III квартал, год не указан", "III кв., год?", "third quarter, year not given", "Q3, year?"],
    ["2011-21", "весна 2011 г.", "весна 2011", "spring 2011", "spring 2011"],
    ["2011-22~", "около лета 2011 г.", "≈ лето 2011", "c. summer 2011", "c. summer 2011"],
    ["2020-34", "II квартал 2020 г.", "II кв. 2020", "second quarter of 2020", "Q2 2020"],
    ["2020-40", "I полугодие 2020 г.", "I пол. 2020", "first half of 2020", "H1 2020"],
    ["199X", "1990-е годы", "1990-е", "the 1990s", "1990s"],
    ["19XX", "XX век", "XX в.", "20th century", "20th c."],
    ["-0044", "45 г. до н. э.", "45 до н. э.", "45 BCE", "45 BCE"],
    ["0000", "1 г. до н. э.", "1 до н. э.", "1 BCE", "1 BCE"],
    ["Y-13800000000", "13,8 млрд лет назад", "13,8 млрд лет назад", "13.8 billion years ago", "13.8 billion years ago"],
    ["Y-66000000", "66 млн лет назад", "66 млн лет назад", "66 million years ago", "66 million years ago"],
    ["Y-298000", "300 тыс. лет назад", "300 тыс. лет назад", "300,000 years ago", "300,000 years ago"],
    ["2023-12-13T14:26", "13 декабря 2023 г., 14:26", "13 дек. 2023, 14:26", "13 December 2023, 14:26", "13 Dec 2023, 14:26"],
    [
      "2023-12-13T14:26Z",
      "13 декабря 2023 г., 14:26 UTC",
      "13 дек. 2023, 14:26 UTC",
      "13 December 2023, 14:26 UTC",
      "13 Dec 2023, 14:26 UTC",
    ],
    ["2012/2013", "2012–2013 гг.", "2012–2013", "2012–2013", "2012–2013"],
    ["2024-05-10/2024-05-12", "10–12 мая 2024 г.", "10–12 мая 2024", "10–12 May 2024", "10–12 May 2024"],
    ["2024-05-10/2024-06-03", "10 мая – 3 июня 2024 г.", "10 мая – 3 июня 2024", "10 May – 3 June 2024", "10 May – 3 Jun 2024"],
    ["2020-03/2020-05", "март – май 2020 г.", "март – май 2020", "March – May 2020", "Mar – May 2020"],
    ["2020-03/2021-05", "март 2020 г. – май 2021 г.", "март 2020 – май 2021", "March 2020 – May 2021", "Mar 2020 – May 2021"],
    ["2012~/2013", "около 2012 г. – 2013 г.", "≈ 2012 – 2013", "c. 2012 – 2013", "c. 2012 – 2013"],
    ["../2023-12-13", "не позже 13 декабря 2023 г.", "до 13 дек. 2023", "no later than 13 December 2023", "by 13 Dec 2023"],
    ["../2008-09", "не позже сентября 2008 г.", "до сент. 2008", "no later than September 2008", "by Sep 2008"],
    ["2014/..", "с 2014 г.", "с 2014", "since 2014", "since 2014"],
    ["2014-09/..", "с сентября 2014 г.", "с сент. 2014", "since September 2014", "since Sep 2014"],
    ["2014/", "с 2014 г., конец не известен", "с 2014", "from 2014, end unknown", "from 2014"],
    ["/2014", "до 2014 г., начало не известно", "до 2014", "until 2014, beginning unknown", "until 2014"],
    ["-0100/-0044", "101–45 гг. до н. э.", "101–45 до н. э.", "101–45 BCE", "101–45 BCE"],
    ["nonsense", "nonsense", "nonsense", "nonsense", "nonsense"],
  ])("%s → «%s», «%s», “%s”, “%s”", (edtf, long, short, enLong, enShort) => {
    expect([
      plain(whenWords(edtf, "ru")),
      plain(whenWords(edtf, "ru", "short")),
      plain(whenWords(edtf, "en")),
      plain(whenWords(edtf, "en", "short")),
    ]).toEqual([long, short, enLong, enShort]);
  });

  test("no date", () => {
    expect([whenWords(null, "ru"), whenWords(null, "en")]).toEqual(["без даты", "no date"]);
  });
});

test("no line breaks between a day, its month, its year and «г.»", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 9999}),
      fc.integer({min: 1, max: 12}),
      fc.integer({min: 1, max: 28}),
      fc.constantFrom("ru", "en"),
      fc.constantFrom("long" as const, "short" as const),
      (y, m, d, lang, form) => {
        const edtf = [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
        expect(whenWords(edtf, lang, form)).not.toMatch(/ /);
        expect(whenWords(edtf, lang, form)).toContain(String(y));
      },
    ),
  );
});
