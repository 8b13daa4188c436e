import {describe, expect, test} from "vitest";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {readNames} from "../../../src/ingest/names/read.ts";
import {readItems} from "../../../src/ingest/read.ts";
import {entity, ownEntities, seedOf} from "../pages.ts";

// Without the people of the project's own pages: everybody here is unknown.
const g = gazetteer(ownEntities().filter((e) => e.kind !== "person" && e.kind !== "operation"));

function found(text: string, names = g) {
  return readItems(seedOf(text)).items.flatMap((item) =>
    readNames(text, item, names).named.map((n) => ({...n, form: text.slice(n.span.start, n.span.end)})),
  );
}

describe("a post and a name make a person in the nominative", () => {
  test.each([
    [
      "Встреча с заместителем Генерального секретаря ОДКБ Валерием Семериковым.",
      "Валерий Семериков",
      "заместитель Генерального секретаря ОДКБ",
      "csto",
    ],
    ["состоялась встреча Директора Бюро МОМ в Москве Златко Жигича", "Златко Жигич", "Директор Бюро МОМ в Москве", "iom"],
    ["Как отметил глава МВД РК Ерлан Тургумбаев, сегодня", "Ерлан Тургумбаев", "глава МВД РК", null],
    ["встретился с главой МВД Беларуси Иваном Кубраковым", "Иван Кубраков", "глава МВД Беларуси", null],
    ["по словам министра внутренних дел Армении Ваге Казаряна", "Ваге Казарян", "министр внутренних дел Армении", null],
    ["заявила официальный представитель МИД России Мария Захарова", "Мария Захарова", "представитель МИД России", null],
    [
      "начальник Департамента по гражданству и миграции Министерства внутренних дел Беларуси Алексей Бегун",
      "Алексей Бегун",
      "начальник Департамента по гражданству и миграции Министерства внутренних дел Беларуси",
      null,
    ],
    [
      "под председательством статс-секретаря – заместителя Министра внутренних дел Российской Федерации Игоря Зубова",
      "Игорь Зубов",
      "статс-секретарь – заместитель Министра внутренних дел Российской Федерации",
      null,
    ],
    ["директор ФМС России Константин Ромодановский", "Константин Ромодановский", "директор ФМС России", null],
    ["вручил президенту Казахстана Касым-Жомарту Токаеву", "Касым-Жомарт Токаев", "президент Казахстана", null],
    [
      "с руководителем Антитеррористического центра СНГ Андреем Новиковым",
      "Андрей Новиков",
      "руководитель Антитеррористического центра СНГ",
      "cis",
    ],
    ["с директором РАТС ШОС Русланом Мирзаевым", "Руслан Мирзаев", "директор РАТС ШОС", "sco"],
    ["сопровождал Генерального секретаря ОДКБ Станислава Зася", "Станислав Зась", "Генеральный секретарь ОДКБ", "csto"],
    ["встреча с Генеральным секретарём ОДКБ Станиславом Засем", "Станислав Зась", "Генеральный секретарь ОДКБ", "csto"],
    ["провела встречу глава миссии МОМ Бермет Молдобаева", "Бермет Молдобаева", "глава миссии МОМ", "iom"],
    ["беседовал с главой миссии МОМ Жаком Верхастом", "Жак Верхаст", "глава миссии МОМ", "iom"],
    ["делегация ОДКБ во главе с Гургеном Аракеляном", "Гурген Аракелян", null, null],
    ["сообщил министр А. Петров", "А. Петров", "министр", null],
  ])("%s → %s", (text, name, post, organization) => {
    const person = found(text).find((n) => n.entity.kind === "person")?.entity;
    expect(person).toMatchObject({names: {ru: name}, post, organization, draft: true});
  });

  test.each([
    "Министерство внутренних дел Республики Беларусь провело операцию",
    "директор Международного Учебного Центра сообщил",
    "Министр приехал в Нижний Новгород",
    "Красный бархан и Гранитный бастион",
  ])("%s → nobody", (text) => {
    expect(found(text).filter((n) => n.entity.kind === "person")).toEqual([]);
  });
});

test("one person however inflected, and again by surname", () => {
  const text =
    "Лебедев едет в Минск\n\nГлава Исполкома СНГ Сергей Лебедев встретился с послом. Лебедева приняли. Сергею Лебедеву вручили. С Лебедевым был министр.";
  const people = found(text).filter((n) => n.entity.kind === "person");
  expect(people.map((n) => n.form)).toEqual(["Лебедев", "Сергей Лебедев", "Лебедева", "Сергею Лебедеву", "Лебедевым"]);
  expect(new Set(people.map((n) => n.entity.id))).toEqual(new Set(["lebedev-sergey"]));
});

test("initials name whom a page names, in any case and without a post", () => {
  const names = gazetteer([
    entity("person", "begun-a", {ru: "Алексей Бегун"}),
    entity("person", "semerikov-v", {ru: "Валерий Семериков"}),
  ]);
  const ids = (text: string) => found(text, names).flatMap((n) => (n.entity.kind === "person" ? [n.entity.id] : []));
  expect(ids("состоялась встреча А.А. Бегуна и В.А.Семерикова")).toEqual(["begun-a", "semerikov-v"]);
  expect(ids("состоялась встреча Б.А. Петрова и Г.А.Сидорова")).toEqual([]);
});

test("a page wins over a guess", () => {
  const names = gazetteer([entity("person", "lebedev-s", {ru: "Сергей Лебедев"})]);
  expect(found("министру Сергею Лебедеву и главе С. Лебедеву", names).map((n) => n.entity.id)).toEqual([
    "lebedev-s",
    "lebedev-s",
  ]);
});

describe("operations by their quotes", () => {
  test.each([
    ["проведена антинаркотическая операция «Канал-Авангард»", ["Канал-Авангард"]],
    ["операции «Скотокрад» и «Стоп-трафик»", ["Скотокрад", "Стоп-трафик"]],
    ["комплекс оперативно-профилактических мероприятий под названием «Щит»", ["Щит"]],
    ['"Активнее стала и работа: операция "Наёмник" позволила задержать"', ["Наёмник"]],
    ['(операция "ПРОКСИ")', ["ПРОКСИ"]],
    ["операция „Мак“", ["Мак"]],
    ["операция ‘Мак’", ["Мак"]],
    ["КПО «Арсенал-2012»", ["Арсенал-2012"]],
    ["операции стран Организации «Щит»", ["Щит"]],
    ["операция против организации «Щит»", []],
    ['the "Spider Web" anti-drug operation', ["Spider Web"]],
    ['the "Herald" on the operation', []],
    ["part of Operation Mosaic", ["Mosaic"]],
    ["учения «Нерушимое братство»", []],
    ["газета «Известия» об операции", []],
    ["агентство «Хабар» сообщает: в операции занято 5 тысяч", []],
  ])("%s → %j", (text, operations) => {
    expect(
      found(text)
        .filter((n) => n.entity.kind === "operation")
        .map((n) => n.form),
    ).toEqual(operations);
  });

  test("one operation whatever its dash and year", () => {
    const ids = found("операция «Канал – Юг», операция «Канал-Юг-2019», операция «Канал ‒ Юг»").map((n) => n.entity.id);
    expect(new Set(ids)).toEqual(new Set(["kanal-yug"]));
  });
});
