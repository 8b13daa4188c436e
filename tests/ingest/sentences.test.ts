import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {sentences} from "../../src/ingest/sentences.ts";

const split = (text: string) => sentences(text, {start: 0, end: text.length}).map((s) => text.slice(s.start, s.end));

describe("sentences", () => {
  test.each<[string, string[]]>([
    ["Первое. Второе! Третье? Да…", ["Первое.", "Второе!", "Третье?", "Да…"]],
    ["Подписан 15 мая 2019 г. в Минске.", ["Подписан 15 мая 2019 г. в Минске."]],
    ["Документ подписан 15 мая 2019 г. Стороны довольны.", ["Документ подписан 15 мая 2019 г.", "Стороны довольны."]],
    ["В 2019 г. Россия приняла закон.", ["В 2019 г. Россия приняла закон."]],
    ["Встреча прошла в г. Минске.", ["Встреча прошла в г. Минске."]],
    ["Выступил А. И. Бегун.", ["Выступил А. И. Бегун."]],
    ["Выступил И.А. Зубов. Он сказал.", ["Выступил И.А. Зубов.", "Он сказал."]],
    ["Изъято 5 тыс. патронов и 7 кг. Наркотики уничтожены.", ["Изъято 5 тыс. патронов и 7 кг.", "Наркотики уничтожены."]],
    ["Круглые столы и т.п. мероприятия.", ["Круглые столы и т.п. мероприятия."]],
    ["Газеты, журналы и т.д. Всё это важно.", ["Газеты, журналы и т.д. Всё это важно."]],
    ["13 декабря, Минск /Корр. БЕЛТА/. Началось заседание.", ["13 декабря, Минск /Корр. БЕЛТА/.", "Началось заседание."]],
    ["«Мы готовы». Так сказал он.", ["«Мы готовы».", "Так сказал он."]],
    ["«Мы готовы?» – спросил он.", ["«Мы готовы?» – спросил он."]],
    ["Он сказал: «Идём!» Все пошли.", ["Он сказал: «Идём!»", "Все пошли."]],
    ["Пишет РИА Новости.Это тренировка.", ["Пишет РИА Новости.", "Это тренировка."]],
    ["В ней участвует ОДКБ.Ещё одна пройдёт.", ["В ней участвует ОДКБ.", "Ещё одна пройдёт."]],
    ["Выступил С.А.Бегун.", ["Выступил С.А.Бегун."]],
    ["Сайт belta.by сообщил.", ["Сайт belta.by сообщил."]],
    ["1. Общие положения", ["1. Общие положения"]],
    ["Изъято 2.5 тонны.", ["Изъято 2.5 тонны."]],
    ["Заголовок\nТекст идёт.", ["Заголовок", "Текст идёт."]],
    ["Организации Договора\nо безопасности.", ["Организации Договора\nо безопасности."]],
    ["одно\n\nдругое", ["одно", "другое"]],
    ["  отступ.  ", ["отступ."]],
    ["The U.S. delegation met Mr. Smith. It went well.", ["The U.S. delegation met Mr. Smith.", "It went well."]],
    ["", []],
    [" \n\n ", []],
  ])("%j", (text, parts) => expect(split(text)).toEqual(parts));
});

test("sentences are in order, apart, without blanks at their ends, and hold every letter", () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("Да", "нет", ". ", ".", "! ", "\n", "\n\n", "г. ", "И. ", "«", "»", " ", "5", "…", "—"), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join("");
        const spans = sentences(text, {start: 0, end: text.length});
        spans.forEach((s, i) => {
          expect(s.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(text.slice(s.start, s.end)).toBe(text.slice(s.start, s.end).trim());
          expect(s.end).toBeGreaterThan(s.start);
        });
        expect(
          spans
            .map((s) => text.slice(s.start, s.end))
            .join("")
            .replace(/\s/g, ""),
        ).toBe(text.replace(/\s/g, ""));
      },
    ),
  ));

describe("a sentence without an end is cut", () => {
  const long = (unit: string) => unit.repeat(Math.ceil(9000 / unit.length));
  test.each([
    ["behind semicolons", "подписан протокол, принят план; ", /;$/],
    ["behind commas where it has no semicolon", "подписан протокол о плане, ", /,$/],
    ["between words where it has neither", "подписан протокол ", /(?:подписан|протокол)$/],
  ])("%s", (_, unit, end) => {
    const text = long(unit);
    const parts = split(text);
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(2000);
      expect(part).toBe(part.trim());
    }
    for (const part of parts.slice(0, -1)) expect(part).toMatch(end);
    expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
  test("where it has no blank either, and never inside a character of two units", () => {
    const text = `а${long("🛡")}`;
    const parts = split(text);
    expect(parts.join("")).toBe(text);
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  });
  test("and a long sentence of a law is left whole", () => expect(split("Слово за слово, ".repeat(120))).toHaveLength(1));
});

test("a megabyte of dots takes no longer than a megabyte of words", () => {
  const begun = performance.now();
  for (const text of [". ", "г. ", "И.", "А. ", "« ", "\n", "….»"].map((s) => s.repeat(300_000)))
    sentences(text, {start: 0, end: text.length});
  expect(performance.now() - begun).toBeLessThan(8000);
});
