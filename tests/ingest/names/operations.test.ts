import {describe, expect, test} from "vitest";
import {asOne, findOperations, kindredOperations, operationsAgain} from "../../../src/ingest/names/operations.ts";
import {isCaseOf} from "../../../src/ingest/names/operation-names.ts";
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
    // Called so, it needs no quotes; in brackets stand other words for it.
    ["Полиция провела операцию под названием Global Shield.", ["Global Shield"]],
    ["Спецоперация носила название Greenlight/Trojan Shield.", ["Greenlight/Trojan Shield"]],
    ["Цель акции, известной как Global Chain («Глобальная цепь»), достигнута.", ["Global Chain"]],
    ["Учение под названием Рубеж завершено.", []],
    // What stands between is told by somebody or belongs to somebody else.
    ["Согласован перечень мероприятий, сказал он на брифинге в МИА «Россия сегодня».", []],
    ["На полях мероприятий заседания Совета глав и формата «Север плюс» прошла встреча.", []],
    ["Мероприятие организовано инициативой «Дом за мир».", []],
    ["В ходе оперативного мероприятия на границе двух областей «Барьер» изъят груз.", ["Барьер"]],
    // A stage is of an operation that a page names.
    ["Идёт второй этап «Нелегала».", ["Нелегала"]],
    ["Идёт второй этап «Маскарада».", []],
    ["Школьники провели онлайн-акцию «Чистый двор».", []],
    [
      "Операции «Невод» (май), по линии СНГ – «Щит» (июнь), а также организованная Интерполом «Янтарь».",
      ["Невод", "Щит", "Янтарь"],
    ],
    // A name belongs to the noun right before it.
    ["Рейд охватил рынок «Восток» и гостиницу «Юг».", []],
    ["В операции занят отряд «Барс».", []],
    ["Согласован перечень мероприятий, сказал он на брифинге в МИА «Восток сегодня».", []],
    // However long the operation's own words are.
    [
      "Завершена комплексная операция по противодействию торговле людьми, оружием и наркотиками на территории государств – участников СНГ «Плотина».",
      ["Плотина"],
    ],
    ["Операция прошла удачно и в полном согласии с планом штаба, которым руководит полковник, «Плотина».", []],
    // Behind the name, in the next sentence, by the adjective alone.
    ["«Плотина» – совместная операция двух стран.", ["Плотина"]],
    ["«Плотина» – роман о двух странах.", []],
    ["Антинаркотическая «Плотина» завершена.", ["Плотина"]],
    // Other quotes, and none.
    ["Операция ‹Плотина› завершена.", ["Плотина"]],
    ["Операция <<Плотина>> завершена.", ["Плотина"]],
    ["Операция « Плотина » завершена.", ["Плотина"]],
    ["Операция Плотина-Заслон завершена.", ["Плотина-Заслон"]],
    ["Операция Интерпол-Запад завершена.", []],
    ["ОПМ ПЛОТИНА завершено.", ["ПЛОТИНА"]],
    ["В ходе операции Тайфун задержаны двое.", ["Тайфун"]],
    ["В ходе операции Генштаба задержаны двое.", []],
    ["В операции Иван Петров ранен.", []],
    ["Часть операции Turquesa II прошла в море.", ["Turquesa II"]],
    ["По Нелегалу-2015 отчитались вчера.", ["Нелегалу-2015"]],
    ["Учение Нелегал-2015 завершено.", []],
    ["The Nelegal-2015 operation is over.", ["Nelegal-2015"]],
    ["Operation Typhoon is over.", ["Typhoon"]],
    ["Operation Results Announced", []],
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

describe("an operation named again", () => {
  const again = (text: string, owners: string[] = []) => {
    const [first = "", ...rest] = text.split("\n");
    const list = words(text, {start: 0, end: text.length});
    const known = findOperations(text, {start: 0, end: first.length}, list, g);
    const span = {start: first.length + 1, end: text.length};
    return rest.length ? operationsAgain(text, span, list, g, known, new Set(owners)).map((o) => `${o.entity.id} ${o.rule}`) : [];
  };
  test.each([
    ["Прошла операция «Плотина».\nИтоги «Плотины» подвели.", [], ["plotina operation-again"]],
    ["Прошла операция «Тихая граница».\nВ ходе «Тихой границы» задержаны двое.", [], ["tihaya-granica operation-again"]],
    ["Прошла операция «Плотина».\nГазета «Восток» молчит.", [], []],
    // One that a page names: beside another, in an item on whose it is, or with its year.
    ["Прошла операция «Плотина».\nРанее завершился «Нелегал».", [], ["nelegal operation-in-passing"]],
    ["Сводка ОДКБ.\nВ «Нелегале» приняли участие семеро.", ["csto"], ["nelegal operation-in-passing"]],
    ["Сводка СНГ.\nВ «Нелегале» приняли участие семеро.", ["cis"], []],
    ["Сводка.\nВ «Нелегале-2016» приняли участие семеро.", [], ["nelegal operation-of-year"]],
    ["Сводка ОДКБ.\nУчение «Нелегал» завершено.", ["csto"], []],
  ])("%j, owners %j → %j", (text, owners, found) => expect(again(text, owners)).toEqual(found));

  test.each([
    ["Плотины", "Плотина", true],
    ["Тихой границей", "Тихая граница", true],
    ["Нелегала-2016", "Нелегал", true],
    ["Плотина", "Плотины", false],
    ["Плотник", "Плотина", false],
    ["Плотины Севера", "Плотина", false],
  ])("isCaseOf(%j, %j) → %j", (name, base, is) => expect(isCaseOf(name, base)).toBe(is));

  test("drafts of one name are one operation", () => {
    const text = "Второй этап операции «Плотины». Операция «Плотина». Операция «Плотина-2016».";
    const span = {start: 0, end: text.length};
    const found = asOne(findOperations(text, span, words(text, span), g));
    expect(new Set(found.map((o) => o.entity)).size).toBe(1);
    expect(found[0]?.entity.names.ru).toBe("Плотина");
  });
});
