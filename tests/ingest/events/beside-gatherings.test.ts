import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({when, type, title}) =>
    [when?.replace(/[?~]/g, "") ?? "undated", type, title].join(" | "),
  );

describe("a place and a day in brackets are of the gathering before them", () => {
  test.each([
    [
      "На саммите ШОС (г. Циндао, 9–10 июня 2018 года) приняты важные решения.",
      ["2018-06-09/2018-06-10 | meeting | Саммит ШОС (г. Циндао)"],
    ],
    [
      "Договорённости Совета глав правительств ШОС (Душанбе, 11–12 октября 2018 года) выполняются.",
      ["2018-10-11/2018-10-12 | meeting | Совет глав правительств ШОС (Душанбе)"],
    ],
    [
      "Решения заседания министров обороны ШОС (Астана, 7 июня 2017 г.) легли в основу плана.",
      ["2017-06-07 | meeting | Заседание министров обороны ШОС (Астана)"],
    ],
    // What a body did tells more than that it sat.
    [
      "Советом ПА ОДКБ (Санкт-Петербург, 29.10.2018) утверждена программа сближения законов.",
      ["2018-10-29 | agreement | Советом ПА ОДКБ (Санкт-Петербург) утверждена программа сближения законов"],
    ],
  ])("%s", (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe("the paper or the rite by which something was done has its day", () => {
  test.each([
    [
      "Президент Беларуси одобрил проект соглашения с Россией. Соответствующий указ подписан 13 сентября 2013 года.",
      ["2013-09-13 | agreement | Президент Беларуси одобрил проект соглашения с Россией"],
    ],
    [
      "IOM handed over equipment to the border guards of Kyrgyzstan. The ceremony was held in Bishkek on 4 March 2019.",
      ["2019-03-04 | other | IOM handed over equipment to the border guards of Kyrgyzstan"],
    ],
    // A ceremony of its own is told of by itself.
    [
      "МОМ передала технику пограничникам Кыргызстана. Церемония открытия центра МОМ прошла в Бишкеке 4 марта 2019 года.",
      ["undated | other | МОМ передала технику пограничникам Кыргызстана", "2019-03-04 | other | Церемония открытия центра МОМ"],
    ],
  ])("%s", (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe("what a court decides is no agreement", () => {
  test.each([
    ["Гражданин Казахстана ждёт в Минске решения суда под стражей.", []],
    [
      "5 мая 2019 года решение суда Беларуси по делу гражданина Казахстана о контрабанде вступило в силу.",
      ["2019-05-05 | other | Решение суда Беларуси по делу гражданина Казахстана о контрабанде вступило в силу"],
    ],
  ])("%s", (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe("the years of what was talked of", () => {
  test.each([
    ["В списке значатся решения о председательстве в СНГ в 2026 году.", []],
    ["Будет проанализирован ход пограничных операций СНГ в 2015 году и планы стран.", []],
  ])("%s", (text, events) => {
    expect(told(text).filter((e) => !e.startsWith("undated"))).toEqual(events);
  });
});

test("a stage of exercises is one, though it is said of them only farther on", () => {
  const text = "Этот этап станет вторым в ходе совместных учений СНГ в Казахстане.";
  expect(told(text)).toEqual(["undated | exercise | Этап станет вторым в ходе совместных учений СНГ в Казахстане"]);
});

describe("days in brackets spell out the year before them", () => {
  test.each([
    "В 2017 году, по поручению глав государств – членов ОДКБ, операция «Нелегал» проводилась в два этапа (с 22 мая по 2 июня и с 25 сентября по 6 октября).",
    "In 2017, by decision of the heads of states, the operation “Nelegal” of the CSTO was held in two stages (from May 22 to June 2 and from September 25 to October 6).",
  ])("%s", (text) => {
    expect(told(text).map((e) => e.split(" | ")[0])).toEqual(["2017-05-22/2017-06-02", "2017-09-25/2017-10-06"]);
  });
});

test("the following year is that after the one told of", () => {
  const text = "The CIS was formed in 1992 by Armenia, Russia and Kazakhstan, which were joined by Georgia the following year.";
  expect(told(text).map((e) => e.split(" | ")[0])).toEqual(["1992", "1993"]);
});
