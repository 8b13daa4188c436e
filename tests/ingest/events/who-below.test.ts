import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({type, organizations, countries, operations}) =>
    [type, ...organizations.map((o) => o.id), ...countries, ...operations].join(" "),
  );
const first = (text: string) => told(text)[0];

describe("who was not there is named as one who was not", () => {
  const exercise = "5 мая 2019 года в Бресте началось учение ОДКБ. ";
  test.each([
    ["В нём участвуют военные всех стран, кроме Армении.", "exercise csto BY"],
    ["В нём участвуют военные ОДКБ за исключением Армении и Таджикистана.", "exercise csto BY"],
    ["В нём участвуют Казахстан и Россия, без участия Армении.", "exercise csto KZ RU BY"],
    // Beside them others came as well.
    ["Кроме Армении, в нём участвует Казахстан.", "exercise csto AM KZ BY"],
  ])("%s", (text, who) => expect(first(exercise + text)).toBe(who));
});

describe("what an operation was for, and whose figures tell of it", () => {
  const operation = "5 мая 2019 года в Бресте завершилась операция ОДКБ «Плотина». ";
  test.each([
    ["Целью операции было перекрыть контрабанду вокруг Афганистана, выявлены 20 лиц.", "operation csto BY plotina"],
    ["По данным МВД Казахстана, всеми участниками операции выявлено 135 преступлений.", "operation csto BY plotina"],
    ["Как пишет сайт казахстанской газеты «Время», в операции участвовали все.", "operation csto BY plotina"],
    ["Международный штаб по управлению операцией развернули в Душанбе.", "operation csto BY TJ plotina"],
  ])("%s", (text, who) => expect(first(operation + text)).toBe(who));
});

describe("the parties to a paper sign below it", () => {
  test.each([
    [
      "6 июня 2002 года\n\nГлавы стран СНГ подписали в Минске соглашение о борьбе с терроризмом.\n\nСтороны довольны. Подписи под документом поставили министры Армении и Казахстана.",
      "agreement cis AM KZ BY",
    ],
    [
      "6 июня 2002 года министры Армении и Киргизии подписали соглашение. Такая договорённость достигнута в ходе заседания Совета СНГ в Минске.",
      "agreement cis AM KG BY",
    ],
  ])("%s", (text, who) => expect(first(text)).toBe(who));
});

test("guests of an opening came to what was opened", () => {
  const text =
    "5 мая 2019 года в Бресте началось учение ОДКБ. В церемонии открытия приняли участие представители Казахстана и Таджикистана.";
  expect(first(text)).toBe("exercise csto KZ TJ BY");
});

describe("an organisation that alone tells of an operation led it", () => {
  test.each([
    [
      "В ходе операции «Плотина» 5 мая 2019 года в Киргизии изъято 60 тонн. Это рекорд года. Его не ждали. Успех велик, заявил глава Интерпола.",
      "operation interpol KG plotina",
    ],
    [
      "5 мая 2019 года в Киргизии завершилась операция «Плотина». Изъято 60 тонн. Это рекорд года. Об этом сообщается на сайте Европола.",
      "operation eu KG plotina",
    ],
  ])("%s", (text, who) => expect(first(text)).toBe(who));
});

describe("an operation is named below what is told of it", () => {
  test.each([
    [
      "5 мая 2019 года полиция провела операцию Интерпола. Изъято 40 тонн. Операция носила название Global Shield.",
      ["operation interpol global-shield"],
    ],
    [
      "5 мая 2019 года прошла операция Интерпола. Цель этой акции, известной как «Плотина», состояла в помощи.",
      ["operation interpol plotina"],
    ],
    // Another one.
    [
      "5 мая 2019 года прошла операция Интерпола. Ранее полиция ОДКБ вела операцию «Плотина».",
      ["operation interpol", "operation csto plotina"],
    ],
  ])("%s", (text, events) => expect(told(text)).toEqual(events));
});

describe("the same gathering told on", () => {
  test.each([
    [
      "Командно-штабные учения (КШУ) ОДКБ состоятся с 5 по 9 мая 2019 года. КШУ пройдут на территории Киргизии и Таджикистана.",
      ["exercise csto KG TJ"],
    ],
    [
      "10 мая 2019 года\nПредставитель ЕАГ принял участие в 11-м заседании группы. Мероприятие проводилось с 5 по 9 мая в Вене.",
      ["meeting eag AT"],
    ],
    [
      "На штабных переговорах ОДКБ, которые прошли с 5 по 9 мая 2019 года определили сроки и замысел учения, порядок прибытия.",
      ["meeting csto"],
    ],
    [
      "5 мая 2019 года в Бресте состоялось открытие «Мирной плотины-2019». В учении участвуют силы ОДКБ и Армении.",
      ["exercise csto AM BY"],
    ],
  ])("%s", (text, events) => expect(told(text)).toEqual(events));
});

describe("contingents told of around an exercise took part in it", () => {
  test.each([
    [
      "9 мая 2019 года\n\nВоеннослужащие Индии, Казахстана и Китая возвращаются домой. Учение ШОС проходило в Казахстане с 5 по 8 мая.",
      ["exercise sco KZ IN CN"],
    ],
    // Two states are no list of those who came.
    [
      "9 мая 2019 года\n\nВоеннослужащие Индии и Китая возвращаются домой. Учение ШОС проходило в Казахстане с 5 по 8 мая.",
      ["exercise sco KZ"],
    ],
    [
      "5 мая 2019 года в Казахстане началось учение ШОС. Штаб подведёт итоги манёвров, в которых приняли участие военные Индии и Китая.",
      ["exercise sco KZ IN CN"],
    ],
  ])("%s", (text, events) => expect(told(text)).toEqual(events));
});

describe("states that took part in an operation are named further on", () => {
  test.each([
    // Of one without a day.
    [
      "Операция Интерпола «Плотина» проводится ежегодно. В ней участвуют полицейские Армении, Казахстана и России.",
      "operation interpol AM KZ RU plotina",
    ],
    // Past who told of it, on a day before.
    [
      "6 мая 2019 года\n\nПогранслужбы СНГ проводят совместную операцию. Об этом накануне сообщил глава СКПВ. Операция идёт с участием Армении и Казахстана.",
      "operation cis AM KZ",
    ],
    // Where the goods came from.
    [
      "5 мая 2019 года завершилась операция Интерпола «Плотина». Товар поступал в Европу из Армении через Казахстан.",
      "operation interpol plotina",
    ],
  ])("%s", (text, who) => expect(first(text)).toBe(who));
});

describe("who came is told apart from what was decided", () => {
  test.each([
    [
      "Главы стран СНГ подписали 19 документов по итогам саммита, прошедшего 5 мая 2019 года в Душанбе.\nВстреча глав государств состоялась в столице Таджикистана. Среди участников саммита – президент Армении и президент Казахстана.",
      ["meeting cis TJ", "meeting cis TJ AM KZ"],
    ],
    [
      "5 мая 2019 года в Душанбе состоялся саммит СНГ. Решения касаются предоставления ШОС статуса наблюдателя.",
      ["meeting cis TJ"],
    ],
    // An exercise summed up at a meeting is no part of it.
    [
      "5 мая 2019 года в Душанбе состоялось заседание ОДКБ. Были подведены итоги внезапной проверки Коллективных сил ОДКБ.",
      ["meeting csto TJ", "exercise csto"],
    ],
  ])("%s", (text, events) => expect(told(text)).toEqual(events));
});

test("the day on which a report says so is not that of what it reports", () => {
  const text =
    "13 июля 2019 года\n\nС 8 по 12 июля прошла операция ОДКБ «Плотина». «Изъято 6 тонн наркотиков», – говорится в сообщении в субботу.";
  expect(told(text)).toEqual(["operation csto plotina"]);
});

describe("kinds", () => {
  test.each([
    // What states set up among themselves they agree on; an office is opened.
    ["5 мая 2019 года на границе созданы два офиса УНП ООН и Киргизии.", "other un KG"],
    ["5 мая 2019 года в Минске создан Совет СНГ по миграции.", "agreement cis BY"],
    ["5 мая 2019 года МОМ и Киргизия учредили рабочие группы.", "other iom KG"],
    ["С 5 по 9 мая 2019 года в Киргизии и Казахстане прошли задержания, сообщил Интерпол.", "operation interpol KG KZ"],
    ["5 мая 2019 года в Душанбе проведена церемония запуска двух учений ОДКБ.", "exercise csto TJ"],
  ])("%s", (text, event) => expect(first(text)).toBe(event));

  test.each([
    "Меры приняты для улучшения контроля в стране на границе с Киргизией.",
    "Базой для решения практических проблем станет центр СНГ в Минске.",
  ])("nothing is adopted or decided: %s", (text) => expect(told(`8 ноября 2024 года\n\n${text}`)).toEqual([]));
});
