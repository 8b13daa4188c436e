import {describe, expect, test} from "vitest";
import {findOperations, kindredOperations} from "../../../src/ingest/names/operations.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {words} from "../../../src/ingest/names/words.ts";
import {ownEntities} from "../pages.ts";

const g = gazetteer(ownEntities());
const found = (text: string) => {
  const span = {start: 0, end: text.length};
  return findOperations(text, span, words(text, span), g).map((o) => text.slice(o.span.start, o.span.end));
};

describe("names of operations", () => {
  test.each([
    ["Операция «Невод» началась, сообщили «Вестям» в полиции.", ["Невод"]],
    ["Операция «Невод» прошла близ заставы «Высокая».", ["Невод"]],
    ["В районе идёт отработка «Заслон».", ["Заслон"]],
    ["В районе проведено спецмероприятие «Заслон».", ["Заслон"]],
    ["В городе проходит месячник «Дорога».", ["Дорога"]],
    ["Прошла операция по перекрытию каналов ввоза оружия, наркотиков и людей, получившая название «Рубеж».", ["Рубеж"]],
    ["Операции, которую провели в мае, присвоено кодовое название «Щит».", ["Щит"]],
    ["Похожую операцию ведёт полиция: она называется «Щит».", ["Щит"]],
    // A stage is of an operation that a page names.
    ["Идёт второй этап «Нелегала».", ["Нелегала"]],
    ["Идёт второй этап «Маскарада».", []],
    ["Школьники провели онлайн-акцию «Чистый двор».", []],
    [
      "Операции «Невод» (май), по линии СНГ – «Щит» (июнь), а также организованная Интерполом «Янтарь».",
      ["Невод", "Щит", "Янтарь"],
    ],
  ])("%s → %j", (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test.each([
    ["Закончилась операция НЕВОД-БАРЬЕР.", ["НЕВОД-БАРЬЕР"]],
    ["Планы операций НЕВОД-ВЕТЕР СТЕПЕЙ (май, Минск) и ЗАСЛОН готовы.", ["НЕВОД-ВЕТЕР СТЕПЕЙ", "ЗАСЛОН"]],
    ["Операции ФСКН и МВД идут.", []],
    ["О ходе операции ОДКБ доложили.", []],
    ["ИТОГИ ОПЕРАЦИИ ПОДВЕДЕНЫ", []],
  ])("capitals for quotes: %s → %j", (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test("the sentence before says what the names are of", () => {
    const text = "Отдел участвовал в трёх операциях. Под эгидой ОДКБ это «Невод» и «Щит».";
    const span = {start: text.indexOf("Под"), end: text.length};
    expect(findOperations(text, span, words(text, {start: 0, end: text.length}), g)).toHaveLength(2);
  });
});

describe("names that begin as a page's operations do", () => {
  test.each([
    ["«Канал-Туман» в степи: изъято 2 тонны.", ["Канал-Туман"]],
    ["О «Нелегал – Рубеж» молчат.", ["Нелегал – Рубеж"]],
    ["Учение «Канал-Туман» закончено.", []],
    ["«Канал-плюс» вещает.", []],
    ["«Туман-Канал» закончен.", []],
  ])("%s → %j", (text, names) => {
    const span = {start: 0, end: text.length};
    expect(kindredOperations(text, span, words(text, span), g, []).map((o) => text.slice(o.span.start, o.span.end))).toEqual(
      names,
    );
  });
});
