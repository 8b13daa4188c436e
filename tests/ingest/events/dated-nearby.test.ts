import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const stamp = "14.12.2018\n\nНовости ОДКБ за неделю\n\n";
const events = (text: string) => readSeed(seedOf(stamp + text), names).events;
/** What the event whose words hold `name` is dated by. */
const when = (text: string, name: string) => events(text).find((e) => e.title.includes(name))?.when;

describe("a named operation takes the date behind its name", () => {
  test.each([
    ["Операция «Вихрь» (три этапа – с 3 октября по 9 ноября). Изъято 12 кг героина.", "Вихрь", "2018-10-03/2018-11-09"],
    ["Операция ОДКБ «Вихрь»: 3–9 октября. Изъято 12 кг героина.", "Вихрь", "2018-10-03/2018-10-09"],
    ["Десять тысяч сайтов закрыли участники операции ОДКБ «Вихрь», которую страны проводят с 2012 года.", "Вихрь", "2012/.."],
    [
      "Министры признали удачной операцию ОДКБ «Вихрь», проведённую в марте – апреле т.г.: найдены сто человек.",
      "Вихрь",
      "2018-03/2018-04",
    ],
  ])("%s", (text, name, value) => expect(when(text, name)).toBe(value));
});

describe("an event takes the date of the sentence that goes on about it", () => {
  test.each([
    [
      "На юге завершена операция ОДКБ «Вихрь». По словам министра, с 3 по 9 декабря на дорогах работали двадцать постов.",
      "Вихрь",
      "2018-12-03/2018-12-09",
    ],
    ["Провести операцию ОДКБ «Вихрь» на границе. Срок: II квартал 2020 года.", "Вихрь", "2020-34"],
  ])("%s", (text, name, value) => expect(when(text, name)).toBe(value));

  test("not of one about another operation", () =>
    expect(when("На юге завершена операция ОДКБ «Вихрь». С 3 по 9 марта в Оше проходила операция «Буран».", "Вихрь")).not.toBe(
      "2018-03-03/2018-03-09",
    ));
});

describe("what began on a day and ends on another has both", () => {
  test.each([
    ["Учение ОДКБ «Вихрь» стартовало 3 декабря и продлится до 20 декабря.", "2018-12-03/2018-12-20"],
    ["Учение ОДКБ «Вихрь» началось во вторник в Оше и завершится 20 декабря.", "2018-12-11/2018-12-20"],
    ["Учение ОДКБ «Вихрь» завершилось 3 декабря.", "2018-12-03"],
  ])("%s", (text, value) => expect(events(text).map((e) => e.when)).toContain(value));
});

test("«на минувшей неделе» dates an event", () =>
  expect(events("На минувшей неделе сотрудники МОМ провели в Оше тренинг для пограничников.").map((e) => e.when)).toContain(
    "2018-12-03/2018-12-09",
  ));

describe("what is told without a day in a dated item was about then", () => {
  test.each([
    [
      "На юге с 3 по 9 декабря прошла операция ОДКБ «Вихрь». Параллельно шла операция ОДКБ «Буран», изъято 12 стволов.",
      "Буран",
      "2018-12-03/2018-12-09",
    ],
    [
      "12 декабря в Оше прошло заседание Совета министров внутренних дел СНГ. На полях заседания стороны подписали протокол об обмене сведениями.",
      "протокол",
      "2018-12-12~",
    ],
    [
      "Вчера в Минске прошло заседание Совета министров внутренних дел СНГ. В Оше состоялось и совещание пограничных служб СНГ.",
      "пограничных",
      "2018-12-14~",
    ],
  ])("%s", (text, name, value) =>
    expect(events(text).find((e) => e.title.toLowerCase().includes(name.toLowerCase()))?.when).toBe(value),
  );

  test("not what is told of another time", () =>
    expect(
      events(
        "Вчера в Минске прошло заседание Совета министров внутренних дел СНГ. Ранее в Оше состоялось совещание пограничных служб СНГ.",
      ).find((e) => e.title.includes("пограничных"))?.when ?? null,
    ).toBeNull());
});

test.each([
  ["Сборы десантников ОДКБ должны были проходить с 12 по 18 декабря в Оше.", "2018-12-12/2018-12-18"],
  ["Учение ОДКБ «Вихрь» должно было состояться 5–9 декабря под Оршей.", "2018-12-05/2018-12-09"],
])("days that were set are an event's: %s", (text, value) => expect(events(text).map((e) => e.when)).toContain(value));

test("an operation with years in its name is theirs", () =>
  expect(
    events("Министры СНГ одобрили планы совместной пограничной операции «Заслон – 2020–2022».").find((e) =>
      e.title.includes("Заслон"),
    )?.when,
  ).toBe("2020/2022"));

test("days in brackets behind the sentence are its event's", () =>
  expect(when("Полигон под Оршей принял учение ОДКБ «Вихрь». (5–7 ноября; шесть стран.)", "Вихрь")).toBe(
    "2018-11-05/2018-11-07",
  ));

test("the day of the minutes is that of the meeting", () => {
  const text =
    "ПРОТОКОЛ\nзаседания Комиссии государств – участников СНГ по миграции\n\nг. Ош                  12 июня 2015 года\n\nПредседательствовал: министр внутренних дел Республики Армения.\n\nВ заседании участвовали: представители МВД Республики Армения, Республики Беларусь, Республики Казахстан и Украины, а также Исполкома СНГ. Приглашены наблюдатели от МОМ и Интерпола.\n\n1. О ходе выполнения программы\n\nРЕШИЛИ:\n1.1. Информацию Комиссии принять к сведению.\n1.2. Провести в феврале 2016 года операцию СНГ «Вихрь» на границах участников.\n";
  expect(readSeed(seedOf(text), names).events.find((e) => e.type === "meeting")?.when).toBe("2015-06-12");
});
