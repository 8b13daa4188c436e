import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {decode, seedOf} from "../../src/ingest/decode.ts";
import {readItems} from "../../src/ingest/read.ts";

const seeds = join(import.meta.dirname, "../../seeds");

const paragraph = (topic: string) =>
  `${topic} обсудили министры государств-участников на встрече в столице, сообщили в пресс-службе ведомства, и договорились продолжить совместную работу.`;

function items(text: string): string[] {
  const {seed} = seedOf("page", text);
  return seed ? readItems(seed).items.map((item) => text.slice(item.span.start, item.span.end).trim().split("\n")[0] ?? "") : [];
}

describe("a page of several items", () => {
  test.each<[string, string, string[]]>([
    [
      "stamps between texts",
      `Первая встреча министров\n15.06.2021\n${paragraph("Миграцию")}\n\nВторая встреча министров\n20.06.2021\n${paragraph("Торговлю")}`,
      ["Первая встреча министров", "Вторая встреча министров"],
    ],
    [
      "stamps above the titles",
      `15 июня 2021, 12:00\nПервая встреча министров\n${paragraph("Миграцию")}\n20 июня 2021, 14:00\nВторая встреча министров\n${paragraph("Торговлю")}`,
      ["15 июня 2021, 12:00", "20 июня 2021, 14:00"],
    ],
    [
      "a lead and the text that says it again behind its dateline",
      `Первая встреча министров\n15 июня 2021, 12:00\n${paragraph("Миграцию")}\nПервая встреча министров\n\nТАШКЕНТ /Восток/ - ${paragraph("Миграцию")}`,
      ["Первая встреча министров"],
    ],
    [
      "days to themselves above the titles of short texts",
      `15.06.2021\nПервая встреча министров\n${paragraph("Миграцию")}\n12.06.2021\nВторая встреча\nВ Оше встретились начальники подразделений, занятых розыском, из трёх государств.`,
      ["15.06.2021", "12.06.2021"],
    ],
    [
      "stamps below the texts",
      `Первая встреча министров\n${paragraph("Миграцию")}\n15.06.2021\n\nВторая встреча министров\n${paragraph("Торговлю")}\n20.06.2021`,
      ["Первая встреча министров", "Вторая встреча министров"],
    ],
    [
      "days before the titles",
      `15.06.2021 - Первая встреча министров\n${paragraph("Миграцию")}\n20.06.2021 - Вторая встреча министров\n${paragraph("Торговлю")}`,
      ["15.06.2021 - Первая встреча министров", "20.06.2021 - Вторая встреча министров"],
    ],
    [
      "a table of years, which is one item",
      `История сотрудничества\n3 марта 1995 года – ${paragraph("Границу")}\n\n17.08.2001. Минск. ${paragraph("Миграцию")}\n\n9 июня 2008 г. ${paragraph("Торговлю")}`,
      ["История сотрудничества"],
    ],
    [
      "a stamp below the lead, which opens no item",
      `Встреча министров прошла в столице\n${paragraph("Миграцию")}\n15.06.2021\n${paragraph("Торговлю")}\n\n${paragraph("Границу")}`,
      ["Встреча министров прошла в столице"],
    ],
    [
      "a digest of short items",
      `9 ноября 2021 г.\n${paragraph("Миграцию")}\n2 ноября 2021 г.\nСегодня министры вылетели в столицу на заседание совета глав правительств.`,
      ["9 ноября 2021 г.", "2 ноября 2021 г."],
    ],
    [
      "stamps with an agency",
      `12:00 15.06.2021, Бишкек - ИА «24.kg», Иван ИВАНОВ\nПервая встреча министров\n${paragraph("Миграцию")}\nURL: https://example.org/1\n14:00 20.06.2021, Душанбе - ИА «24.kg», Иван ИВАНОВ\nВторая встреча министров\n${paragraph("Торговлю")}`,
      ["12:00 15.06.2021, Бишкек - ИА «24.kg», Иван ИВАНОВ", "14:00 20.06.2021, Душанбе - ИА «24.kg», Иван ИВАНОВ"],
    ],
    [
      "comments below a text are none",
      `Первая встреча министров\n15.06.2021\n${paragraph("Миграцию")}\nКомментарии\nИван 16.06.2021 12:34\n${paragraph("Всё это")}`,
      ["Первая встреча министров"],
    ],
    [
      "a new dateline",
      `МИНСК, 13 декабря /БЕЛТА/. ${paragraph("Миграцию")}\nВторая встреча министров\nАСТАНА, 14 декабря /ТАСС/. ${paragraph("Торговлю")}`,
      [`МИНСК, 13 декабря /БЕЛТА/. ${paragraph("Миграцию")}`, "Вторая встреча министров"],
    ],
    [
      "a title its lead takes up with a date",
      `${paragraph("Миграцию")}\nЗаседание координационного совета по наркотикам состоялось в столице.\n20 ноября 2020 года в столице состоялось заседание координационного совета по наркотикам, в нём участвовали министры и эксперты государств-участников.`,
      [paragraph("Миграцию"), "Заседание координационного совета по наркотикам состоялось в столице."],
    ],
  ])("%s", (_, text, firstLines) => expect(items(text)).toEqual(firstLines));
});

describe("one item stays one", () => {
  test.each([
    [
      "paragraphs that begin with a date",
      ["15 июня 2021 года", "20 июня 2021 года", "25 июня 2021 года"].map((d) => `${d} ${paragraph("Миграцию")}`).join("\n"),
    ],
    [
      "a chronicle with dates and dashes",
      ["15 июня 2021 года – ", "20 июня 2021 года – "].map((d) => d + paragraph("миграцию")).join("\n"),
    ],
    ["dates on lines of their own without text behind", `${paragraph("Миграцию")}\n15.06.2021\n20.06.2021\n25.06.2021`],
    [
      "a list of other headlines below",
      `${paragraph("Миграцию")}\n\nЧитайте также\n15.06.2021 Другой заголовок\n16.06.2021 Третий заголовок`,
    ],
    ["a reminder", `Встреча министров\n${paragraph("Миграцию")}\n\nНапомним, 15 апреля Совет ${paragraph("торговлю")}`],
    ["a closing stamp", `Встреча министров\n${paragraph("Миграцию")}\n15.06.2021`],
    ["an empty text", ""],
    ["headings inside", `Встреча\n${paragraph("Миграцию")}\nВторая часть\n${paragraph("Торговлю")}`],
  ])("%s", (_, text) => expect(items(text)).toHaveLength(1));
});

describe("the five seeds", () => {
  const read = (number: string) => {
    const file = readdirSync(seeds).find((f) => f.startsWith(number)) ?? "";
    const {seed} = decode(file, readFileSync(join(seeds, file)));
    if (!seed) throw new Error(file);
    return {seed, items: readItems(seed).items};
  };
  test.each<[string, (string | null)[]]>([
    ["000", ["2015-10-27", "2016-01", "2016-01-21~", "2016"]],
    ["001", ["2012/2013", "2012/2013", "2012/2013", "2011-12-14?", "2008-09", null]],
    ["002", ["2024-11-22", "2023-12-13T14:26", "2023-12-13", "2023-12-13"]],
    ["003", ["2024-10-30", "2020-11-20", "2020-11-20", "2015/2020", "2021/2025", "2020-12"]],
    ["004", [null, null, null, null]],
  ])("%s says %j", (number, values) => expect(read(number).items.flatMap((i) => i.dates.map((d) => d.edtf))).toEqual(values));

  test("every date span slices to its form, and lies in its item", () => {
    for (const number of ["000", "001", "002", "003", "004"]) {
      const {seed, items: all} = read(number);
      for (const item of all)
        for (const {span, form} of item.dates) {
          expect(seed.text.slice(span.start, span.end)).toBe(form);
          expect(span.start >= item.span.start && span.end <= item.span.end).toBe(true);
        }
    }
  });
  test("002 keeps the crawl date apart from the publication", () => {
    const [item] = read("002").items;
    expect([item?.published, item?.retrieved, item?.dateline, item?.publisher]).toEqual([
      "2023-12-13T14:26",
      "2024-11-22",
      "Минск",
      "БЕЛТА",
    ]);
    expect(item?.dates.map((d) => d.role)).toEqual(["crawl", "published", "dateline", "event"]);
  });
  test("003 is two items; its title stands glued to a date", () => {
    const {seed, items: all} = read("003");
    expect(all.map((i) => i.title && seed.text.slice(i.title.start, i.title.end).slice(0, 20))).toEqual([
      "Генеральный секретар",
      "XXII заседание Коорд",
    ]);
    expect(all.map((i) => i.published)).toEqual([null, null]);
  });
  test("004 reports what it leaves unresolved", () => {
    expect(readItems(read("004").seed).problems.map((p) => p.rule)).toEqual(Array(4).fill("dates/unresolved"));
    expect(read("004").items[0]?.dates.map((d) => [d.form, d.basis])).toEqual([
      ["сегодня", "none"],
      ["на прошлогодней", "none"],
      ["недавно", "none"],
      ["в текущем году", "none"],
    ]);
  });
});
