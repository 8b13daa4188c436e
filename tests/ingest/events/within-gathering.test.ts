import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({when, type}) => `${when?.replace(/[?~]/g, "") ?? "undated"} ${type}`);

const opening = "12 марта 2014 года в Душанбе прошло заседание Совета министров внутренних дел СНГ.";

describe("what went on at a gathering is no second one", () => {
  test.each([
    "На встрече подводились итоги года, а также обсуждались результаты проверок на границах.",
    "В ходе заседания состоялся обмен мнениями об охране дорог.",
    "Вёл заседание министр внутренних дел Таджикистана.",
    "Белорусскую делегацию на заседании возглавлял заместитель министра.",
    "Встреча прошла в очном формате.",
    "Это совещание организовано при поддержке правительства Таджикистана.",
    "Как сообщает пресс-служба СНГ, на заседании обсуждалось сотрудничество государств в охране границ.",
  ])("%s", (sentence) => {
    expect(told(`${opening} ${sentence}`)).toEqual(["2014-03-12 meeting"]);
  });

  test.each([
    ["The two-day training was held in Dushanbe.", 1],
    ["This training, the first of its kind, was held by IOM in Dushanbe.", 1],
    ["The second training was held by IOM in Dushanbe in May 2014.", 2],
    ["The training of IOM officers was held in Minsk in May 2014.", 2],
  ])("%s → %i", (sentence, count) =>
    expect(told(`IOM completed a training for the police of Tajikistan on 12 March 2014. ${sentence}`)).toHaveLength(count),
  );

  test("named anew it is another", () => {
    expect(told(`${opening} На заседании Совета глав правительств СНГ 20 марта утверждён бюджет.`)).toEqual([
      "2014-03-12 meeting",
      "2014-03-20 meeting",
    ]);
  });
});

describe("a year of what was talked of is not that of the talk", () => {
  test.each([
    "На нём обсуждались итоги охраны границ в 2011 году.",
    "В ходе заседания министры рассмотрели вопросы выполнения Конвенции о правах мигрантов 1990 года.",
    "Министр предложил соседям Таджикистана подумать о созыве в ближайшее время сторон Минской конвенции 1993 года.",
    "Заслушана информация СНГ о выполнении поручений Казахстана, данных 16 октября 2013 года.",
    "Министры СНГ приняли решение об объявлении 2016 года Годом образования.",
  ])("%s", (sentence) => {
    expect(told(`${opening} ${sentence}`).filter((e) => !e.startsWith("2014-03-12") && !e.startsWith("undated"))).toEqual([]);
  });
});
