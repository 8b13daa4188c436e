import {describe, expect, test} from "vitest";
import {type Item} from "../../src/ingest/item.ts";
import {readItems} from "../../src/ingest/read.ts";
import {seedOf} from "./pages.ts";

const title = "Министры обсудили борьбу с миграцией";
const body =
  "Министры внутренних дел обсудили в столице совместную борьбу с незаконной миграцией, сообщили в ведомстве.\n\nСтороны договорились провести совместную операцию на границе, отметил начальник управления.";

function read(text: string): Item {
  const [item] = readItems(seedOf(text)).items;
  if (!item) throw new Error("no item");
  return item;
}

describe("the month or year a page was issued in", () => {
  test.each<[string, string]>([
    [`Межпарламентский совет приграничных областей и районов      декабрь 2009 г.\n\n${title}\n\n${body}`, "2009-12"],
    [`«Пограничный вестник», 1999 год, май (архив)\n\n${title}\n\n${body}`, "1999-05"],
    [`Пограничный вестник. 2004, июнь. № 6\n\n${title}\n\n${body}`, "2004-06"],
    [`Пограничный вестник. – 2011. – № 3 (март)\n\n${title}\n\n${body}`, "2011-03"],
    [`Обозреватель. 2011. №3\n\n${title}\n\n${body}`, "2011"],
    [`Журнал «Рубежи» № 3/2011\n\n${title}\n\n${body}`, "2011"],
    [`Бюллетень Секретариата. Выпуск за март 2011 года\n\n${title}\n\n${body}`, "2011-03"],
    [`Ереван, весна 2011 г.\n\n${title}\n\n${body}`, "2011-21"],
    [`BORDER NEWSLETTER\nSpring 2011 | Issue 4\n\n${title}\n\n${body}`, "2011-21"],
    [`Вестник границы, II квартал 2005 года\n\n${title}\n\n${body}`, "2005-34"],
    [`Вестник границы. Лето 2005\n\n${title}\n\n${body}`, "2005-22"],
    [`Вестник границы (август–сентябрь 2005 г.)\n\n${title}\n\n${body}`, "2005"],
    // A paper’s head is no clock of a page, though it says the weekday.
    [`Слово пограничника\nСреда, 24.VIII.2005\n\n${title}\n\n${body}`, "2005-08-24"],
    [`Слово пограничника. Среда, 24 августа 2005 г. Стр. 3\n\n${title}\n\n${body}`, "2005-08-24"],
    [`${title}\n\n${body}\n(Ховар, 2006)`, "2006"],
    [`${title}\n\n${body} (Ховар, май 2006 г.)`, "2006-05"],
    [`${title}\n\n${body}\n\nИсточник: газета «Рубежи», март 2011 г.`, "2011-03"],
    [`${title}\n\n${body}\n\nРубежи. – 2011. – № 3. – С. 14–15.`, "2011"],
    [`${title}\n\n${body}\n\nБишкек, май 2014`, "2014-05"],
    [`${title}\n\n${body}\n\nДушанбе – 2011`, "2011"],
  ])("%j → %s", (text, published) => {
    expect(read(text).published).toBe(published);
  });

  test.each([
    `${title}\n\n${body}\n\n© Ховар, 2006`,
    `${title}\n\n${body}\n\nФото: Ховар, 2006`,
    `${title}\n\n${body} Доклад издан к конференции (Ташкент, 2004).`,
    `План совместных действий на 2004 год, июнь\n\n${title}\n\n${body}`,
    // The text goes on beyond the year: the credit is another's.
    `${title}\n\n${body}\n\nСовет собрался 5 марта 2012 года в Минске и принял решение по двум вопросам.\n(Ховар, 2006)`,
    `${title}\n\n${body}\n\nФото: МВД, 12 мая 2014`,
    `${title}\n\n${body}\n\nСледующее заседание совета: 12 мая 2014 года`,
  ])("%j says none", (text) => {
    expect(read(text).published).toBeNull();
  });
});

describe("its year is that of a day of the head without one", () => {
  test.each<[string, string]>([
    [`БИШКЕК, 12 мая. /Ховар/. ${body}\n(Ховар, 2006)`, "2006-05-12"],
    [`Рубежи, январь 2010\n\n${title}\n\nБИШКЕК, 30 декабря. /Ховар/. ${body}`, "2009-12-30"],
    [`Главная\n25-июля, 14:07 / 2014\n\n${title}\n\n${body}`, "2014-07-25T14:07"],
    [`Главная\n25 июля, 14:07 | 2014 г.\n\n${title}\n\n${body}`, "2014-07-25T14:07"],
    [`Слово пограничника. – 2005. – 24 августа. – С. 3\n\n${title}\n\n${body}`, "2005-08-24"],
    [`ИА «Рубежи»: новости 2011 года\n\n24 августа\n${title}\n\n${body}`, "2011-08-24"],
    // The figure in a cell may count readers.
    [`Главная\n25 июля, 14:07 | 2014\n\n${title}\n\n${body}`, "XXXX-07-25T14:07"],
    [`Рубежи, март 2010\n\n${title}\n\nБИШКЕК, 30 октября. /Ховар/. ${body}`, "XXXX-10-30"],
  ])("%j → %s", (text, published) => {
    expect(read(text).published).toBe(published);
  });
});

test("a messenger's post was sent at the hour it shows beside «edited»; a page was changed then", () => {
  expect(read(`Наш канал\n\n${title}\n\n${body}\n\n👁 9,4K edited 12 дек. 2024, 18:31`).published).toBe("2024-12-12T18:31");
  expect(read(`Наш сайт\n\n${title}\n\n${body}\n\nОбновлено: 12 дек. 2024, 18:31`).published).toBeNull();
});

test("text set in short lines is text", () => {
  const lines =
    "На десятом пленарном заседании Совета, состояв-\nшемся в Минске 3 декабря, приняты модельные законы\nо противодействии торговле людьми, рекомендации по\nсближению законодательства.";
  const {sentences, dates} = read(`Пограничный вестник, декабрь 2009 г.\n\n${lines}\n\n${body}`);
  expect(dates.find((d) => d.edtf === "2009-12-03")?.role).toBe("event");
  expect(sentences.length).toBeGreaterThan(2);
});
