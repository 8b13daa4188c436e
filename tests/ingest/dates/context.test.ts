import {describe, expect, test} from "vitest";
import {seedOf} from "../../../src/ingest/decode.ts";
import {readItems} from "../../../src/ingest/read.ts";

function found(text: string, reference: string | null = null): [string, string | null][] {
  const {seed} = seedOf("test", text);
  if (!seed) throw new Error("not text");
  return readItems(seed, {reference}).items.flatMap((item) => item.dates.map((d) => [d.form, d.edtf] as [string, string | null]));
}
const valueOf = (text: string, form: string, reference: string | null = null) =>
  found(text, reference).find(([words]) => words === form)?.[1];

describe("forms of a day", () => {
  test.each<[string, string, string | null]>([
    ["Утверждено «07» апреля 2016 года в Бресте", "«07» апреля 2016 года", "2016-04-07"],
    ['от "7" апреля 2016 г. № 31', '"7" апреля 2016 г.', "2016-04-07"],
    ["07 / 04 / 2016", "07 / 04 / 2016", "2016-04-07"],
    ["07 – 04 – 2016", "07 – 04 – 2016", "2016-04-07"],
    ["07 | 04 | 2016", "07 | 04 | 2016", "2016-04-07"],
    ["07-04-16", "07-04-16", "2016-04-07"],
    ["Апрель, 7, 2016", "Апрель, 7, 2016", "2016-04-07"],
    ["2016 год, 7 апреля", "2016 год, 7 апреля", "2016-04-07"],
    ["– 2016-й, апрель, Брест: создан штаб.", "2016-й, апрель", "2016-04"],
    ["2016, апрель. Создан штаб.", "2016, апрель", "2016-04"],
    ["07.04, 09:15", "07.04, 09:15", "XXXX-04-07"],
    ["09:15 07.04", "07.04", "XXXX-04-07"],
    ["07.04, четверг", "07.04, четверг", "XXXX-04-07"],
  ])("%j holds %j → %s", (text, form, edtf) => expect(valueOf(text, form)).toBe(edtf));

  test.each(["Рейд «Канал-7» апреля не ждёт", "Продажи 12 - 15 - 20 штук", "Версия 07.04, 09:15 новее"])("%j has none", (text) =>
    expect(found(text)).toEqual([]),
  );

  test("a beginning and an end told in two phrases are two dates", () =>
    expect(found("Рейд начался 7 апреля и продлился до 9 мая.", "2016-05-20")).toEqual([
      ["7 апреля", "2016-04-07"],
      ["до 9 мая", "../2016-05-09"],
    ]));
});

describe("«с» and a verb that turns on a day", () => {
  test.each<[string, string]>([
    ["С 7 апреля вводится порядок выезда.", "2016-04-07"],
    ["Начальником штаба с 7 апреля стал Аманов.", "2016-04-07"],
    ["Центр заработает с 7 апреля.", "2016-04-07"],
    ["Протокол вступит в силу с мая.", "2016-05"],
    ["С 7 апреля действует порядок выезда.", "2016-04-07/.."],
    ["Операция идёт с 7 апреля, стало спокойнее.", "2016-04-07/.."],
    ["С 2012 года она стала ежегодной.", "2012/.."],
  ])("%j → %s", (text, edtf) => expect(found(text, "2016-04-10")[0]?.[1]).toBe(edtf));
});

describe("what a day without its year leans on", () => {
  const report = "Управление проверило рынки и стройки области вместе с коллегами из соседних стран, отметили в ведомстве.";
  test.each<[string, string, string | null]>([
    // The heading of a report, and of a plan.
    [`Отчёт управления о работе за 2016 год\n\n${report} Рейд прошёл 7 апреля.`, "7 апреля", "2016-04-07"],
    [`План совместных мероприятий на 2017 год\n\n${report}\n1. Учение – июнь, Брест.`, "июнь", "2017-06"],
    [`Отчёт управления о работе за 2016 год\n\n${report} Рейд пройдёт 7 апреля.`, "7 апреля", "XXXX-04-07"],
    // The year it is said to be.
    [`${report} В этом, 2016 году рейдов было два. Первый прошёл 7 апреля.`, "7 апреля", "2016-04-07?"],
    // Not the day of an old paper.
    [
      `${report} В феврале прошёл рейд.\n\nПрограмма утверждена 3 июня 2008 года. В 2013 году её продлили до 2018 года.`,
      "В феврале",
      "XXXX-02",
    ],
    [`${report} В феврале прошёл рейд. Он продолжил учение, начатое 3 июня 2008 года.`, "В феврале", "2008-02?"],
    // The day of the item without its year still tells what was yesterday.
    [`Душанбе. 7 апреля. «Азия-Пресс»\n\n${report} Рейд начался вчера.`, "вчера", "XXXX-04-06"],
  ])("%j: %j → %s", (text, form, edtf) => expect(valueOf(text, form)).toBe(edtf));

  test("a day of the month is of the month told before", () =>
    expect(valueOf(`7 апреля 2016 года начались манёвры. До 12-го числа строят мост.`, "До 12-го числа")).toBe("../2016-04-12"));

  test("«в тот же день» is the item's own where the last day named is long gone", () => {
    const text = "Палата обсудила закон. Договор подписан 3 июня 2008 года.\n\nВ тот же день комитет принял послов.";
    expect(valueOf(text, "В тот же день", "2016-04-07")).toBe("2016-04-07~");
    expect(valueOf(text.replace("2008", "2016"), "В тот же день", "2016-06-20")).toBe("2016-06-03");
  });

  test.each<[string, string]>([
    ["Консультации о программе июльских учений прошли в пятницу.", "2016-07"],
    ["Стороны обсудили подготовку в июле учений.", "2016-07"],
    ["Стороны обсудили итоги проведения в июле учений.", "2015-07"],
  ])("what is prepared lies ahead: %j → %s", (text, edtf) => expect(found(text, "2016-04-10")[0]?.[1]).toBe(edtf));
});
