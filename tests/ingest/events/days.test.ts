import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map((e) => `${e.when ?? "undated"} ${e.type} ${e.countries.join(" ")}`.trim());
const news = (text: string) => told(`В Минске говорили об ОДКБ\n\n5 мая 2019\n\n${text}`);

describe("names with days of their own", () => {
  test("in brackets: one event for each", () => {
    expect(
      news("В 1993 году к Договору ОДКБ примкнули Азербайджан (24 сентября), Грузия (9 сентября) и Белоруссия (31 декабря)."),
    ).toEqual(["1993-09-24 agreement AZ", "1993-09-09 agreement GE", "1993-12-31 agreement BY"]);
  });
  test("behind a dash: they share the verb, not the day", () => {
    const found = news("Индия вступила в ШОС 9 июня 2017 года, Иран — 4 июля 2018 года, Белоруссия — 4 июля 2016 года.");
    expect(found).toEqual(["2017-06-09 other IN", "2018-07-04 other IR", "2016-07-04 other BY"]);
  });
});

describe("whose day it is", () => {
  test.each([
    ["who is an observer since when", "Со 2 декабря 2004 года ОДКБ — наблюдатель в ООН.", ["2004-12-02/.. other"]],
    [
      "what they look back on",
      "7 мая министры стран СНГ обсудят, что сделано во втором полугодии 2018 года.",
      ["2019-05-07 meeting"],
    ],
    ["when one is to hear of it", "Итоги операции ОДКБ «Невод» обещают назвать 12 июня.", ["undated operation"]],
    [
      "one who was caught on a day of his own",
      "С 1 по 4 мая прошла операция ОДКБ «Невод». 2 мая в Оше задержали гражданина Таджикистана с героином.",
      ["2019-05-01/2019-05-04 operation KG", "2019-05-02 other TJ KG"].map(
        (e) => expect.stringContaining(e.slice(0, 20)) as string,
      ),
    ],
    [
      "an operation until its end",
      "Вчера началась операция ОДКБ «Невод». Операция завершится 17 мая.",
      ["2019-05-04/2019-05-17 operation"],
    ],
    ["a season of no known year", "Осенью совет ОДКБ соберётся в Минске.", ["2019-23 meeting BY"]],
    ["what is to be opened", "МОМ планирует открыть в Оше консультационный пункт.", ["undated other KG"]],
  ])("%s", (_, text, events) => {
    expect(news(text)).toEqual(events);
  });
});

test("a season of an item without a day has no year", () => {
  expect(told("Осенью совет ОДКБ соберётся в Минске, чтобы обсудить план работы.\n")).toEqual(["XXXX-23 meeting BY"]);
});

test("an entry of a chronicle lends its year to the days of its line", () => {
  const text = `Вехи

26 апреля 1996 г. – в Шанхае подписано Соглашение ШОС о мерах доверия.

2004 – в январе начал работу Секретариат ШОС в Пекине. На саммите ШОС в Ташкенте 17 июня подписано Соглашение о розыске.

9–17 августа 2007 г. – учения ШОС «Мирная миссия-2007» в Урумчи.
`;
  expect(told(text).map((e) => e.split(" ")[0])).toEqual(["1996-04-26", "2004-01", "2004-06-17", "2007-08-09/2007-08-17"]);
});

test("the box of an encyclopaedia and what it says of its own page", () => {
  const text = `ОДКБ
Материал из энциклопедии
Текущая версия страницы пока не проверялась и может отличаться от версии, проверенной 14 февраля 2022 года.
Основание
Подписание Договора ОДКБ 15 мая 1992
Вступление в силу Договора ОДКБ 20 апреля 1994
Подписание Устава ОДКБ 7 октября 2002

Организация объединяет шесть государств Евразии и проводит учения, операции и заседания своих советов круглый год.

Эта страница последний раз была отредактирована 3 ноября 2022 в 21:40.
`;
  const {documents, events} = readSeed(seedOf(text), names);
  expect(documents[0]?.published).toBe(null);
  expect(events.map((e) => e.when)).toEqual(expect.arrayContaining(["1992-05-15", "2002-10-07"]));
  expect(events.filter((e) => e.when?.startsWith("2022"))).toEqual([]);
});
