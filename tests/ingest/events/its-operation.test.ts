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
    ["Замысел операции согласовали 3 марта в Ереване.", "2019-03-03 meeting nelegal"],
    ["Об этом 3 марта договорились в Ереване министры.", "2019-03-03 agreement nelegal"],
    // Who hears on a day what an operation came to meets on it.
    ["Её итоги 20 мая заслушает коллегия МВД.", "2019-05-20 meeting nelegal"],
    ["Результаты «Нелегала» представят 20 мая в Бресте.", "2019-05-20 meeting nelegal"],
    ["В мае 2018 года «Нелегал» охватил семь областей.", "2018-05 operation nelegal"],
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
    ["МОМ с 2009 года реализует в Молдове программу возвращения.", ["2009/.. other"]],
    ["Иран имеет статус наблюдателя при ШОС с 2005 года.", ["2005/.. other"]],
    ["МОМ с 1997 года вернула домой 300 человек.", []],
    ["Президентам её представят в 2021 году.", []],
  ])("%s → %j", (text, found) => expect(told(`${lead} ${text}`).filter((e) => !e.startsWith("2019"))).toEqual(found));

  test("«на следующий день» is a day", () => {
    const text = "3 мая границу ОДКБ перешли 40 солдат Афганистана. На следующий день президент Эмомали Рахмон созвал Совбез.";
    expect(told(`${lead} ${text}`)).toContain("2019-05-04 other");
  });
});

describe("stages that share a verb or a name", () => {
  const stages = ["2019-03-10/2019-03-14 operation kanal", "2018-11-20/2018-11-25 operation kanal"];
  test.each([
    ["Первый этап операции «Канал» прошёл 10–14 марта, второй 20–25 ноября.", stages],
    ["Первый этап операции «Канал» (10–14 марта) дал 3 тонны, второй (20–25 ноября) – 5 тонн.", stages],
    ["Весной и осенью 2015 года прошли два этапа операции «Канал».", ["2015-21 operation kanal", "2015-23 operation kanal"]],
  ])("%s → %j", (text, found) => expect(told(`12 мая 2019 года\n\n${text}`)).toEqual(found));
});

test("a day in May is no adjective of a title", () => {
  const [event] = events("12 мая 2019 года\n\n20–25 мая – второй этап операции ОДКБ «Канал».");
  expect(event?.title).not.toMatch(/мая/i);
});

describe("when and how long, told a sentence on", () => {
  const day = "12 мая 2019 года\n\n";
  test.each([
    ["ОДКБ готовится к учению «Кобальт-2019». Активная фаза пройдёт с 4 по 10 июля в Оше.", ["2019-07-04/2019-07-10 exercise"]],
    ["В Минске завершился семинар МОМ. Он длился с 7 по 9 мая.", ["2019-05-07/2019-05-09 training"]],
    ["Учение ОДКБ в Оше началось 10 мая и завершится 13 мая.", ["2019-05-10/2019-05-13 exercise"]],
    ["Операция ОДКБ «Канал» завершена. Следующий этап – в октябре.", ["2019-10 operation kanal"]],
    ["На 17 июня в Ташкенте назначено заседание Совета глав ШОС.", ["2019-06-17 meeting"]],
    ["Завершающий этап операции ОДКБ «Канал» отработают в ноябре.", ["2019-11 operation kanal"]],
  ])("%s → %j", (text, found) => expect(told(day + text).filter((e) => !e.startsWith(" "))).toEqual(found));

  test.each([
    ["Утверждённая 5 марта 2013 года в Минске Программа СНГ на 2014–2018 годы выполнена.", "2013-03-05 agreement"],
    ["Принятая в 2009 году стратегия ШОС устарела.", "2009 strategy"],
    ["Документ скрепили подписями 5 мая послы Армении и глава МОМ.", "2019-05-05 agreement"],
    ["Обстановка осложнилась, говорится в заявлении ОДКБ, обнародованном вчера.", "2019-05-11 statement"],
    [
      "В четверг в Оше задержан вербовщик. Он жил по чужим документам. Его нашли в операции «Розыск», которую с 6 по 15 мая ведут страны СНГ.",
      "2019-05-09 other rozysk",
    ],
  ])("%s → %s", (text, event) => expect(told(day + text)).toContain(event));
});

describe("meetings and the operations spoken of there", () => {
  const met = "12 мая 2019 года\n\n10 мая в Бресте прошло заседание штабов ОДКБ. ";
  test.each([
    ["Офицеры рассмотрели план операции «Плотина».", "2019-05-10 meeting plotina"],
    ["Офицеры заслушали доклады об операциях «Плотина» и «Канал».", "2019-05-10 meeting plotina"],
    ["Операция «Плотина» прошла в марте, «Канал» – в апреле.", "2019-05-10 meeting"],
  ])("%s → %s", (text, event) => expect(told(met + text)).toContain(event));

  test("who took part in the operation told of next did not sit in the meeting", () => {
    const text = "Операция «Плотина» шла с 6 по 8 мая. В ней участвовали наблюдатели от Интерпола и МВД Грузии.";
    const [meeting, operation] = events(met + text);
    expect(meeting).toMatchObject({type: "meeting", organizations: [{id: "csto"}], countries: ["BY"]});
    expect(operation?.countries).toContain("GE");
  });
});

describe("of one operation", () => {
  test("a stage to come has no part of the states that took part in the last", () => {
    const text =
      "12 мая 2019 года\n\nС 6 по 8 мая прошла операция ОДКБ «Плотина». В «Плотине» участвовали Армения и Грузия.\n\nВторой этап операции намечен на июль.";
    expect(events(text).map(({countries}) => countries)).toEqual([["AM", "GE"], []]);
  });

  test("its stages are of whom it is of", () => {
    const text =
      "12 мая 2019 года\n\nПервый этап операции «Плотина» по линии РАТС прошёл с 6 по 8 апреля.\n\nКазахстан отчитался.\n\n«Плотина» завершится 20 мая.";
    expect(events(text).map(({operations, organizations}) => [operations[0], organizations[0]?.id])).toEqual([
      ["plotina", "sco"],
      ["plotina", "sco"],
    ]);
  });
});

test("an operation of another year is of the series", () => {
  const text = "12 мая 2019 года\n\nЗавершена операция ОДКБ «Нелегал-2019». В 2014 году операция прошла дважды.";
  expect(told(text)).toContain("2014 operation nelegal");
});

describe("who joins an operation, and which of several", () => {
  const day = "12 мая 2019 года\n\n";
  test.each([
    ["МВД Армении присоединилось к «Нелегалу-2019» 6 мая.", "2019-05-06 operation nelegal"],
    ["Страны ОДКБ проводят операцию «Плотина». 6 мая к ней подключилась Сербия.", "2019-05-06 operation plotina"],
    [
      "Министры ОДКБ назначили операции «Плотина» и «Заслон». Первая пройдёт с 5 по 9 июля, вторая – с 1 по 3 августа.",
      "2019-07-05/2019-07-09 operation plotina",
    ],
    [
      "Министры ОДКБ назначили операции «Плотина» и «Заслон». Первая пройдёт с 5 по 9 июля, вторая – с 1 по 3 августа.",
      "2019-08-01/2019-08-03 operation zaslon",
    ],
  ])("%s → %s", (text, event) => expect(told(day + text)).toContain(event));

  test("a meeting about an operation is of those whose it is; under whom it is held says so of all its stages", () => {
    expect(events(`${day}Итоги «Нелегала-2019» подвели в Баку 10 мая.`)[0]?.organizations).toEqual([{id: "csto"}]);
    const text = `${day}С 6 по 8 апреля прошёл первый этап операции «Плотина».\n\nМероприятия «Плотина» проводятся по линии БКБОП.`;
    expect(events(text)[0]?.organizations).toEqual([{id: "cis"}]);
  });
});
