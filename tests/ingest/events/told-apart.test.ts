import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const read = (text: string) => readSeed(seedOf(text), names);
const told = (text: string) =>
  read(text).events.map(({when, type, organizations, countries}) =>
    [when?.replace(/[?~]/g, "") ?? "undated", type, ...organizations.map(({id}) => id).sort(), ...[...countries].sort()].join(
      " ",
    ),
  );

describe("who took part, told a sentence away", () => {
  test("a paper on its agenda does not end what is told of a meeting", () => {
    const text = `Заседание Совета командующих Пограничными войсками СНГ пройдёт в Минске 5 мая 2009 года.

На обсуждение вынесена Программа сотрудничества СНГ в борьбе с терроризмом на 2009-2012 годы. Ожидается прибытие делегаций из Армении и Казахстана.`;
    expect(told(text)).toContain("2009-05-05 meeting cis AM BY KZ");
  });

  test("a paper signed after a meeting is theirs who met", () => {
    const text = `Главы МВД Казахстана и Кыргызстана договорились сверять базы розыска

5 мая 2014 года глава МВД Казахстана провёл в Таразе переговоры с главой МВД Кыргызстана.

По итогам встречи подписан План совместных мероприятий министерств на 2014-2016 годы.`;
    expect(told(text)).toContain("2014/2016 strategy KG KZ");
  });

  test("guests come to somebody, though the sentence before them leaves the host out", () => {
    const text = `Эксперты ОДКБ готовят документы к заседанию

В Гродно 5 мая 2022 года проходит заседание рабочей группы экспертов ОДКБ по борьбе с незаконной миграцией.

Сам совет соберётся 20 октября в Ереване. Планируется, что в нём примет участие и представитель МОМ.`;
    expect(told(text)).toContain("2022-10-20 meeting csto iom AM");
  });
});

describe("when it was, told a sentence away", () => {
  test("the ceremony dates what was handed over", () => {
    const text = `Бишкек, 19 мая 2011 года. УНП ООН передало Кыргызстану двенадцать автомобилей. Церемония прошла вчера.`;
    expect(told(text)).toEqual(["2011-05-18 other un KG"]);
  });

  test("a treaty signed in autumn does not date the law that ratifies it", () => {
    const text = `Бишкек, 21 июля 2023 года. Президент Кыргызстана подписал закон о ратификации соглашения СНГ. Соглашение подписали 14 октября 2022 года в Астане.`;
    expect(told(text)).toEqual(["2023-07-21 agreement cis KG", expect.stringMatching(/^2022-10-14 agreement/)]);
  });

  test("the day behind the name of a gathering is its day, even without a year", () => {
    const {events} = read(
      "Итоги операции пограничных ведомств СНГ подведены.\n\nОтчёт представят на шестидесятом заседании Совета командующих СНГ 11–12 июня в Чолпон-Ате.",
    );
    expect(events).toContainEqual(expect.objectContaining({type: "meeting", when: "XXXX-06-11/XXXX-06-12"}));
  });

  test("a centre of training prepares for nothing that is to come", () => {
    const text = `14 мая 2026 года

Минск, 14 мая. В понедельник в Учебном центре подготовки кадров в сфере миграции начались курсы для сотрудников СНГ.`;
    expect(told(text)).toContain("2026-05-11 training cis");
  });
});

test("what another news of the page is about did not happen in this one", () => {
  const text = `Министры внутренних дел Казахстана и Кыргызстана встретились в Таразе 5 мая 2014 года и обсудили розыск.

Предыдущая новость: Полицейские области подвели итоги операции «Правопорядок»`;
  expect(read(text).events.map(({type, operations}) => [type, ...operations])).toEqual([["meeting"]]);
});

describe("one thing or two", () => {
  const events = (text: string) => read(text).events.map(({when, type, operations}) => [when, type, ...operations].join(" "));
  test.each([
    // Behind a colon another thing is told, unless somebody says it.
    ["На полигон прибыли машины: 18 октября 2019 года здесь откроется учение ОДКБ «Барс».", ["2019-10-18 exercise"]],
    ["АТЦ СНГ сообщает: 18 октября 2019 года в Минске принята Программа СНГ.", ["2019-10-18 strategy"]],
    // What experts met for and agreed on; a paper signed is an event of its own.
    [
      "Эксперты ОДКБ договорились в Ереване о проекте решения. Двухдневная встреча закончилась 5 мая 2019 года.",
      ["2019-05-05 meeting"],
    ],
    [
      "Министры ОДКБ подписали в Ереване протокол. Двухдневная встреча закончилась 5 мая 2019 года.",
      [" agreement", "2019-05-05 meeting"],
    ],
    // A former exercise of the same name is another.
    [
      "18 октября 2019 года откроется учение ОДКБ «Барс». Прошлое учение «Барс» проходило в Казахстане.",
      ["2019-10-18 exercise", " exercise"],
    ],
    // The mustering is the exercise's.
    [
      "Рота участвовала в учении ОДКБ «Барс-2019»; сборы длились с 7 по 19 сентября 2019 года.",
      ["2019-09-07/2019-09-19 exercise"],
    ],
    // What remarks to its plan are due for was not held.
    [
      "5 мая 2013 года\n\nОДКБ ждёт замечаний к плану второго этапа операции «Нелегал-2013». Сам этап намечен на октябрь 2013 года.",
      ["2013-10 operation nelegal"],
    ],
    [
      "15 мая 2013 года министры завершили встречу ОДКБ в Минске. Они утвердили порядок операции «Нелегал».",
      ["2013-05-15 meeting nelegal", " operation nelegal"],
    ],
    // A heading that sums up the year's two has no third.
    [
      "5 декабря 2016 года\n\nПограничники СНГ проведут в 2017 году две совместные операции\n\nС 11 по 20 апреля 2017 года пройдёт специальная пограничная операция СНГ в Армении, о ней рассказали в Координационной службе.",
      ["2017-04-11/2017-04-20 operation"],
    ],
  ])("%s → %j", (text, found) => expect(events(text)).toEqual(found));
});
