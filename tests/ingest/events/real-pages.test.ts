import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const eventsOf = (text: string) => readSeed(seedOf(text), names).events;
const told = (text: string) =>
  eventsOf(text).map(({when, type, status, organizations, countries}) =>
    [
      when?.replace(/[?~]/g, "") ?? "undated",
      type,
      status,
      ...organizations.map(({id}) => id).sort(),
      ...[...countries].sort(),
    ].join(" "),
  );
const titles = (text: string) => eventsOf(text).map((e) => e.title);

describe("who wrote it is no part of the title", () => {
  test.each([
    ["ДУШАНБЕ, 5 марта 2014 года /Восток/ -- МОМ обучила пограничников Таджикистана.", "МОМ обучила пограничников Таджикистана"],
    [
      "Москва. 5 марта 2014 года. VESTI.RU - Соглашение подписано между МВД России и МВД Таджикистана.",
      "Соглашение подписано между МВД России и МВД Таджикистана",
    ],
  ])("%s", (text, title) => {
    expect(titles(text)).toEqual([title]);
  });

  test("the day of a signature dates nothing", () => {
    expect(
      told(
        "Представитель ОБСЕ посетит Таджикистан 8 сентября 2014 года, сообщили в миссии. Она побывает и в Академии ОБСЕ в Бишкеке. ///vesti, 5 сентября 2014 г.",
      ).filter((e) => e.startsWith("2014-09-05")),
    ).toEqual([]);
  });

  test("the day on which it was published is not that of the operation", () => {
    const text =
      "Интерпол с 6 по 15 марта 2014 года провёл операцию против контрабанды оружия. Об этом говорится в обнародованном 20 марта 2014 года коммюнике организации.";
    expect(told(text)).toEqual(["2014-03-06/2014-03-15 operation happened interpol"]);
  });
});

describe("a title ends where its phrase does", () => {
  test.each([
    ["5 марта 2014 года учения ОДКБ «Барс-2014» официально завершились в Кыргызстане.", "Учения ОДКБ «Барс-2014»"],
    [
      "Охрана границ станет центральным вопросом заседания Совета министров внутренних дел СНГ, которое состоится 9 апреля 2014 года в Бишкеке.",
      "Заседание Совета министров внутренних дел СНГ в Бишкеке",
    ],
    [
      "На прошедшей 23 сентября 2014 года в Бишкеке сессии Совета коллективной безопасности главы стран ОДКБ дали оценку учениям.",
      "Сессия Совета коллективной безопасности",
    ],
    [
      "5 марта 2014 года в Бишкеке прошли консультации по вопросам охраны границ государств СНГ.",
      "Консультации по вопросам охраны границ государств СНГ",
    ],
    [
      "Представитель СНГ отметил, что для борьбы с преступностью в 1989 году была создана Группа финансовых мер.",
      "Для борьбы с преступностью была создана Группа финансовых мер",
    ],
  ])("%s", (text, title) => {
    expect(titles(text)).toEqual([title]);
  });
});

describe("what is no event beside another", () => {
  test("a paper just signed is not the older one cited beside it", () => {
    const text =
      "Подписано соглашение о группах пограничников государств СНГ. Получил силу и протокол об изменениях в Соглашение о совете финансовой разведки СНГ от 5 декабря 2012 года.";
    const old = eventsOf(text).find((e) => e.when === "2012-12-05");
    expect(old?.sources).toHaveLength(1);
  });

  test("the heading says again what the text under it tells", () => {
    const text =
      "Россия и Таджикистан договорились о сотрудничестве\n\nМинистры внутренних дел России и Таджикистана подписали в среду протокол об охране дорог и обмене опытом между училищами двух стран.";
    expect(told(text)).toEqual(["undated agreement happened RU TJ"]);
  });

  test("what «we» shall teach is no training", () => {
    const text =
      "Министры внутренних дел России и Таджикистана подписали в среду протокол об охране дорог.\n\n«Мы будем решать вопросы охраны дорог, обучения специалистов в вузах МВД России и Таджикистана», - сказал министр.";
    expect(told(text)).toEqual(["undated agreement happened RU TJ"]);
  });

  test("a plan for a year dates no saying", () => {
    expect(
      told("Планом на 2015 год предусмотрено 60 мероприятий ОДКБ, заявил генсек ОДКБ.").filter((e) => e.includes("statement")),
    ).toEqual([]);
  });

  test("the one dateline behind the lead opens no item", () => {
    const text = `Коллегия пограничников СНГ прошла в Бишкеке

В мероприятии принял участие министр внутренних дел Кыргызстана, а также гости из соседних стран и руководители областных управлений.

БИШКЕК, 12 марта 2014 года. /Восток/. Коллегия пограничников СНГ прошла в Бишкеке, на ней обсуждались вопросы охраны внешних границ стран Содружества и подготовка кадров.`;
    expect(readSeed(seedOf(text), names).documents).toHaveLength(1);
  });
});

describe("who belongs to a body took no part by that", () => {
  test.each([
    "В ОДКБ входят Россия, Армения и Казахстан.",
    "ОДКБ объединяет шесть государств: Россию, Армению, Казахстан и других участников.",
    "Статус наблюдателей имеют Россия и Армения, участники других союзов.",
  ])("%s", (sentence) => {
    expect(told(`12 марта 2014 года в Душанбе прошло заседание экспертов ОДКБ. ${sentence}`)).toEqual([
      "2014-03-12 meeting happened csto TJ",
    ]);
  });
});

describe("what a name between quotes is of", () => {
  test("a residence gives its name to no operation", () => {
    const {operations} = eventsOf(
      "12 марта 2014 года прошёл саммит ОДКБ. Мероприятие проходит в резиденции «Белый яр» в Бишкеке.",
    )[0] ?? {
      operations: ["none"],
    };
    expect(operations).toEqual([]);
  });

  test("an exercise named beside an operation is no part of it", () => {
    const exercise = eventsOf(
      "12 марта 2014 года в Бишкеке заседал совет ОДКБ. Внимание уделено итогам операции «Канал» и учения «Барс-2013».",
    ).find((e) => e.type === "exercise");
    expect(exercise?.operations).toEqual([]);
  });
});

describe("when it was", () => {
  test("what went on from day to day is over", () => {
    expect(
      told("В странах ОДКБ проведена операция «Канал». Мероприятие проходило с 22 по 26 сентября при участии пограничников."),
    ).toEqual([expect.stringMatching(/^XXXX-09-22\/XXXX-09-26 operation happened csto/)]);
  });

  test("«Мероприятия пройдут …» dates the exercise just told of", () => {
    expect(
      told("Минск, 14 августа 2014 года. В России стартовали учения ОДКБ «Барс-2014». Мероприятия пройдут с 14 по 16 августа."),
    ).toEqual(["2014-08-14/2014-08-16 exercise ongoing csto RU"]);
  });

  test("to announce an exercise is a statement", () => {
    expect(
      told("24 августа 2014 года министр обороны России анонсировал учения ОДКБ «Барс-2015» на территории Таджикистана."),
    ).toContainEqual(expect.stringMatching(/^2014-08-24 statement/));
  });
});

describe("a paper signed where they met", () => {
  test.each([
    "По итогам встречи был подписан меморандум о сотрудничестве между двумя университетами.",
    "Был подписан меморандум, который предусматривает обмен студентами.",
  ])("%s", (sentence) => {
    expect(
      told(`12 марта 2014 года в Душанбе прошла встреча ректоров вузов Таджикистана и Азербайджана. ${sentence}`),
    ).toContainEqual(expect.stringMatching(/^(?:undated|2014-03-12) agreement happened AZ TJ/));
  });
});

describe("words that look like an event's and are none", () => {
  test.each([
    ["National workshops were held in the course of 2016 by IOM in Tajikistan.", "National workshops"],
    [
      "VOSTOK – Offline sessions of the Collective Security Treaty Organization Defense Council will be held in Dushanbe on 29 April 2021.",
      "Offline sessions of the Collective Security Treaty Organization Defense Council",
    ],
  ])("%s", (text, title) => {
    expect(titles(text)).toEqual([title]);
  });

  test.each([
    ["Министры СНГ подвели итоги работы за 2025 год.", []],
    ["В 2015 году заседание Совета министров СНГ принял Таджикистан.", ["2015 meeting happened cis TJ"]],
    [
      "Sessions of the CSTO will take place in Dushanbe on 27 and 29 April 2021, BelTA has learned.",
      ["2021-04-27 meeting planned csto TJ"],
    ],
  ])("%s", (text, events) => {
    expect(told(text).filter((e) => !e.startsWith("undated"))).toEqual(events);
  });
});
