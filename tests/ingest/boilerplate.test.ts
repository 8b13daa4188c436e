import {describe, expect, test} from "vitest";
import {seedOf} from "../../src/ingest/decode.ts";
import {readItems} from "../../src/ingest/read.ts";

const body =
  "Министры внутренних дел обсудили в столице совместную борьбу с незаконной миграцией и торговлей людьми, сообщили в ведомстве.\n\nСтороны договорились продолжить обмен опытом и провести совместную операцию на границе, отметил начальник управления.";
const title = "Министры обсудили борьбу с миграцией";

function read(text: string) {
  const {seed} = seedOf("page", text);
  const item = seed && readItems(seed).items[0];
  if (!item) throw new Error("no item");
  const words = (s: {start: number; end: number}) => text.slice(s.start, s.end);
  return {...item, title: item.title && words(item.title), noise: item.boilerplate.map(words), kept: item.sentences.map(words)};
}

test("a trail of crumbs that has run into the title is not the title", () => {
  const own = "В Минске обсудили борьбу с миграцией";
  expect(read([`ГлавнаяМир${own}`, own, body].join("\n")).title).toBe(own);
});

describe("left out of the reading view", () => {
  test.each([
    ["the address of the page", ["https://news.example/ru/politics/border/raids"], []],
    [
      "a long address of the page",
      ["https://news.example/ru/doc/451114_sovmestnaia_operaciia_stran_zaderjano_bolee_300_narkoprestypnikov.html"],
      [],
    ],
    ["a menu", ["Главная", "Новости", "Контакты"], []],
    ["a list of countries with bullets", ["• Абхазия", "• Армения", "• Беларусь"], []],
    ["weather and rates", ["Минск +8 °C", "Среда 20.11", "3.39", "3.58"], []],
    ["a row of a menu", ["LS  Новости  Бизнес  Видео", "Лента новостей | Версия для печати"], []],
    ["a row of what serves readers", ["Карта сайта   Версия для слабовидящих   RU EN"], []],
    ["a rubric below the title", [], ["Общество 0"]],
    ["hints to readers", [], ["Читать ТАСС в Telegram"]],
    ["a doubled button", ["ГОСОРГАНЫГОСОРГАНЫ"], []],
    ["a rubric run into the title", [`Общество ${title}`], []],
    [
      "a caption said again with its credit",
      [],
      ["Флаги стран у здания, где собрались министры Фото:", "Флаги стран у здания, где собрались министры"],
    ],
    [
      "a caption run into its credit",
      [],
      ["© Агентство / Иван Иванов / Архив Флаги у здания, где прошли учения СНГ", "Флаги у здания, где прошли учения СНГ"],
    ],
    ["a caption and whose picture it is", [], ["Председатель палаты Иван Иванов © Пётр Петров/ Агентство"]],
    [
      "a caption signed by its photographer",
      [],
      ["Officers of four states at the roundtable on borders, held by the college in June 2013. (OSCE/Ivan Ivanov)"],
    ],
    [
      "a caption above its photographer",
      [],
      ["Флаги у здания собрания. Иван Иванов/ пресс-служба/ Агентство", "Флаги у здания собрания"],
    ],
    ["counters below the title", [], ["164", "Комментарии", "15.06.2021, 12:00"]],
    ["photo credits", [], ["Фото Рамиля Насибулина", "ФОТО : Исполнительный комитет"]],
    ["a subscription plea", ["Вся жизнь в вашем телефоне - подпишитесь на наш Instagram!"], []],
  ])("%s", (_, above, below) => {
    const text = [...above, title, ...below, body].join("\n");
    const {title: found, noise, kept} = read(text);
    expect(found).toBe(title);
    expect(noise.join("\n").split("\n")).toEqual([...above, ...below].length ? [...above, ...below] : [""]);
    expect(kept[0]).toBe(title);
    expect(kept).toHaveLength(3);
  });
  test.each([
    [["Топ-новости", "Свежие новости Беларуси"]],
    [["Adblock", "detector"]],
    [["Комментарии", "Оставить комментарий"]],
    [["НАЗАД"]],
    [["Поделиться", "Facebook", "Telegram"]],
    [["Пресс-служба Исполнительного комитета", "Адрес страницы в интернете: https://example.org/news/437"]],
  ])("below the text: %j", (tail) => expect(read([title, body, ...tail].join("\n")).noise.join("\n")).toBe(tail.join("\n")));
});

describe("kept, though short", () => {
  test.each([
    [
      "a list inside the text",
      `${title}\n${body.split("\n\n")[0]}\n⏺разведка ("Поиск"),\n⏺тыл ("Эшелон").\n${body.split("\n\n")[1]}`,
    ],
    ["a heading inside the text", `${title}\n${body.split("\n\n")[0]}\nНаправление первое\n${body.split("\n\n")[1]}`],
    ["a last sentence that breaks off", `${title}\n${body}\nОтдельная часть документа посвящена совместной борьбе с терро`],
    ["a message of one sentence", "5 мая 2019 года в Ташкенте прошёл саммит СНГ."],
    ["a message of one line", "5 мая 2019 года в Ташкенте прошёл саммит СНГ"],
    ["a short last sentence", `${title}\n${body}\nРабота продолжится.`],
  ])("%s", (_, text) => expect(read(text).noise).toEqual([]));
});

describe("credits", () => {
  test.each([
    ["Источник: сайт ОДКБ", {publisher: "сайт ОДКБ"}],
    ["Пресс-служба Исполнительного комитета", {publisher: "Пресс-служба Исполнительного комитета"}],
    ["Адрес страницы в интернете: https://example.org/news/437", {url: "https://example.org/news/437"}],
    ["Автор: Иван Иванов", {author: "Иван Иванов"}],
  ])("%s", (line, said) => expect(read(`${title}\n${body}\n\n${line}`)).toMatchObject(said));
  test("nothing said, nothing made up", () =>
    expect(read(`${title}\n${body}`)).toMatchObject({
      publisher: null,
      author: null,
      url: null,
      dateline: null,
      published: null,
      retrieved: null,
    }));
});

describe("language", () => {
  test.each([
    [body, "ru"],
    ["Министр", "ru"],
    ["The ministers met in the capital to discuss migration and the fight against human trafficking in the region.", "en"],
    ["Міністри внутрішніх справ обговорили у столиці спільну боротьбу з незаконною міграцією та торгівлею людьми.", "uk"],
    ["", "ru"],
  ])("%j: %s", (text, language) => expect(read(text).language).toBe(language));
});
