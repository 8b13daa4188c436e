import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({when, type, status, title}) =>
    [when?.replace(/[?~]/g, "") ?? "undated", type, status, title].join(" | "),
  );

describe("what was talked of has its own time", () => {
  test.each([
    [
      "Будут обсуждаться итоги работы КСОПН ОДКБ во втором полугодии 2015 года.",
      ["undated | meeting | planned | Будут обсуждаться итоги работы КСОПН ОДКБ"],
    ],
    [
      "В Ереване состоялось семнадцатое заседание КСОПН ОДКБ. В ходе заседания обсуждены итоги работы во втором полугодии 2015 года.",
      ["undated | meeting | happened | Семнадцатое заседание КСОПН ОДКБ"],
    ],
  ])("%s", (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

test("what is to be discussed today has not been", () => {
  const text = "24 марта 2009\n\nВопросы миграции обсудят во вторник в Москве участники заседания ОДКБ.";
  expect(told(text)).toEqual(["2009-03-24 | meeting | planned | Вопросы миграции обсудят в Москве участники заседания ОДКБ"]);
});

describe("an operation that is to be made ready", () => {
  test.each([
    ["Участники обсудят организацию и проведение операции ОДКБ «Нелегал».", "planned"],
    ["Участники заседания намерены обсудить миграцию, а также рассмотреть итоги проведения операции ОДКБ «Нелегал».", "happened"],
  ])("%s → %s", (text, status) => {
    expect(readSeed(seedOf(text), names).events.find((e) => e.type === "operation")?.status).toBe(status);
  });
});

describe("an arrest on a day stands though its year is not said", () => {
  test("11 октября", () => {
    expect(told("11 октября в Москве органами ГКНБ Киргизии и ФСБ России задержан гражданин Киргизии.")[0]).toMatch(
      /^XXXX-10-11 \| /,
    );
  });
});

describe("words that are no paper", () => {
  test.each([
    ["Для решения практических проблем миграции СНГ и Беларуси нужно время.", []],
    ["Президент Таджикистана в сентябре 2021 года принял на границе ОДКБ военный парад.", ["other"]],
    ["Главам стран ОДКБ планируется представить на рассмотрение и подписание соглашение о миграции.", ["agreement"]],
  ])("%s", (text, types) => {
    expect(readSeed(seedOf(text), names).events.map((e) => e.type)).toEqual(types);
    for (const {title} of readSeed(seedOf(text), names).events) expect(title).not.toMatch(/^Подписание/);
  });
});

describe("what goes on in the course of an exercise", () => {
  test("is no exercise beside it", () => {
    const text =
      "Активная фаза учений ОДКБ началась на границе Таджикистана.\n\nМанёвры проходят на полигоне в горах. В рамках активной фазы учений самолёты ВВС Таджикистана провели разведку.";
    expect(told(text)).toEqual(["undated | exercise | happened | Активная фаза учений ОДКБ"]);
  });

  test("goes on about what the heading tells", () => {
    const text = `Пограничники Таджикистана и Узбекистана провели первые совместные учения

В ходе манёвров отрабатывались взаимодействие и сотрудничество подразделений по защите границы, противодействие ввозу наркотиков.`;
    expect(told(text)).toEqual([
      "undated | exercise | happened | Пограничники Таджикистана и Узбекистана провели первые совместные учения",
    ]);
  });

  test("is said again by its other name", () => {
    const text = "5 мая 2021 года начались учения ОДКБ. Манёвры проходят на полигоне, который лежит в 20 километрах от Душанбе.";
    expect(told(text)).toEqual(["2021-05-05 | exercise | happened | Учения ОДКБ"]);
  });
});

describe("a definition says of whom it is", () => {
  test.each([
    [
      "Содружество Независимых Государств (СНГ) – региональная организация, образованная 8 декабря 1991 года.",
      ["1991-12-08 | other | happened | Содружество Независимых Государств (СНГ) – региональная организация"],
    ],
    [
      "Организация (англ. Shanghai Cooperation Organization) – объединение стран ШОС, созданное 15 июня 2001 года.",
      ["2001-06-15 | other | happened | Организация (англ. Shanghai Cooperation Organization) – объединение стран ШОС"],
    ],
  ])("%s", (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe("titles", () => {
  test.each([
    [
      "Asia Today - Министры стран СНГ подписали 5 мая 2009 года соглашение о миграции.",
      "Министры стран СНГ подписали соглашение о миграции",
    ],
    [
      "5 мая 2006 года главы государств ШОС подписали Договор о долгосрочном добрососедстве[906].",
      "Главы государств ШОС подписали Договор о долгосрочном добрососедстве",
    ],
    [
      "8 июля 2021 года группа ОДКБ, возглавляемая начальником Объединённого штаба организации генерал-полковником Иваном Ивановым, посетила участок границы Таджикистана.",
      "Группа ОДКБ посетила участок границы Таджикистана",
    ],
    [
      "С 5 по 9 мая 2011 года на территории государств СНГ проведено межгосударственное целевое оперативно-профилактическое мероприятие по розыску лиц, скрывшихся от суда и следствия в других государствах, «Розыск».",
      "Межгосударственное целевое оперативно-профилактическое мероприятие «Розыск»",
    ],
  ])("%s", (text, title) => {
    expect(readSeed(seedOf(text), names).events[0]?.title).toBe(title);
  });
});

test("a lead without its day and the text that says it again are one item", () => {
  const lead =
    "Активная фаза военных учений с участием сил оперативного реагирования стран ОДКБ началась на границе Таджикистана и Афганистана.";
  expect(told(`${lead}\nДушанбе, 23 октября. ${lead}`)).toHaveLength(1);
});
