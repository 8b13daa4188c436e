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
    ).toEqual(["2014-08-14/2014-08-16 exercise planned csto RU"]);
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
