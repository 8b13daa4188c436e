import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) => readSeed(seedOf(text), names).events;
const told = (text: string) => events(text).map(({when, type, operations}) => [when, type, ...operations].join(" "));

const over = "12 мая 2019 года\n\nСтраны ОДКБ отчитались об операции «Нелегал».";

describe("what the sentences behind an operation tell of it", () => {
  test.each([
    ["С 6 по 10 мая на вокзалах дежурили 40 нарядов.", "2019-05-06/2019-05-10 operation nelegal"],
    ["С 6 по 10 мая проверено 900 адресов.", "2019-05-06/2019-05-10 operation nelegal"],
    ["Работа велась с 6 по 10 мая.", "2019-05-06/2019-05-10 operation nelegal"],
    ["С 2015 года она стала постоянной.", "2015/.. operation nelegal"],
    ["Замысел операции согласовали 3 марта в Ереване.", "2019-03-03 agreement nelegal"],
    ["Её результаты рассмотрят 20 мая в Бишкеке главы ведомств.", "2019-05-20 meeting nelegal"],
    ["Решение о её проведении принято 3 марта на заседании совета.", "2019-03-03 meeting nelegal"],
    ["Итоги подведут 20 мая в Бишкеке.", "2019-05-20 meeting nelegal"],
    ["Старт ей дали 4 апреля.", "2019-04-04 operation nelegal"],
    ["Статус постоянной ей придали в 2013 году.", "2013 operation nelegal"],
    ["Подводить итоги главы ведомств будут 20 мая в Бишкеке.", "2019-05-20 meeting nelegal"],
  ])("%s → %s", (text, event) => expect(told(`${over} ${text}`)).toContain(event));

  test.each([
    ["С 6 по 10 мая в Минске учились инспекторы МОМ.", "2019-05-06/2019-05-10 operation nelegal"],
    ["20 мая в Бишкеке встретятся министры стран СНГ.", "2019-05-20 meeting nelegal"],
    ["Предыдущая такая работа велась с 6 по 10 мая.", "2019-05-06/2019-05-10 operation nelegal"],
  ])("%s is not %s", (text, event) => expect(told(`${over} ${text}`)).not.toContain(event));
});

describe("days are as good as a day", () => {
  const lead = "12 мая 2019 года\n\nСекретариат ОДКБ рассказал о планах.";
  test.each([
    ["6–8 мая 25 офицеров прослушали курс МОМ.", "2019-05-06/2019-05-08 training"],
    ["В Ташкенте 23–24 мая – саммит ШОС.", "2019-05-23/2019-05-24 meeting"],
    ["Учение ОДКБ будет проходить с 20 по 24 мая.", "2019-05-20/2019-05-24 exercise"],
  ])("%s → %s", (text, event) => expect(told(`${lead} ${text}`)).toContain(event));

  test("who came to look on is no event of those days", () => {
    const text = "Наблюдать за учением приехали офицеры СНГ, находящиеся в Минске с 6 по 8 мая.";
    expect(told(`${lead} ${text}`)).not.toContain("2019-05-06/2019-05-08 exercise");
  });
});

test("the day told to the press is not the operation's", () => {
  const text =
    "12 мая 2019 года\n\n40 тонн наркотиков изъято за пять дней операции «Канал», сообщили журналистам в пятницу в Минске. Этап длился с 1 по 5 мая.";
  expect(told(text)).toEqual(["2019-05-01/2019-05-05 operation kanal"]);
});

describe("an organisation's past, and what lasts since", () => {
  const lead = "12 мая 2019 года\n\nСекретариат ОДКБ рассказал о планах.";
  test.each([
    ["Грузия подключилась к операции «Канал» в 2014 году.", ["2014 operation kanal"]],
    ["Кыргызстан вступил в МОМ в 2000 году.", ["2000 other"]],
    ["МОМ работает в Казахстане с 1997 года.", ["1997/.. other"]],
    ["МОМ с 1997 года вернула домой 300 человек.", []],
    ["Президентам её представят в 2021 году.", []],
  ])("%s → %j", (text, found) => expect(told(`${lead} ${text}`).filter((e) => !e.startsWith("2019"))).toEqual(found));

  test("«на следующий день» is a day", () => {
    const text = "3 мая границу ОДКБ перешли 40 солдат Афганистана. На следующий день президент Эмомали Рахмон созвал Совбез.";
    expect(told(`${lead} ${text}`)).toContain("2019-05-04 other");
  });
});
