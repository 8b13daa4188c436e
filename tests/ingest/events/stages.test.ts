import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({when, type, operations}) =>
    [when?.replace(/\?/g, ""), type, ...operations].join(" "),
  );

describe("stages called by their numbers", () => {
  const exercise = "5 мая 2019 года под Ошем закончилось учение сил ОДКБ. Замысел был рассчитан на три этапа. ";
  const operation = "5 мая 2019 года ОДКБ подвела итоги операции «Нелегал». Первая волна прошла 8–9 апреля. ";

  test.each([
    [`${exercise}На первом, в марте – апреле, аналитики вели поиск.`, "2019-03/2019-04 exercise"],
    [`${exercise}На втором, 2–4 мая, отрабатывалось спасение заложников.`, "2019-05-02/2019-05-04 exercise"],
    [`${operation}Во второй, с 15 по 17 апреля, работали уже все шесть государств.`, "2019-04-15/2019-04-17 operation nelegal"],
  ])("%s → %s", (text, stage) => {
    expect(told(text)).toContain(stage);
  });

  test.each([
    ["Учение спецслужб ШОС назначено на осень. Последнее, в Китае, завершилось 20 июля 2018 года.", "2018-07-20 exercise"],
    ["В Ашхабаде состоялась встреча экспертов МОМ. Первая, в Мары, прошла 3 февраля 2019 года.", "2019-02-03 meeting"],
    ["Учение СНГ прошло в Минске. Следующее примет Таджикистан в июне 2019 года.", "2019-06 exercise"],
    ["Встреча СНГ прошла в Минске. Предыдущие состоялись 14 января и 11 февраля 2018 года.", "2018-01-14 meeting"],
    ["Встреча СНГ прошла в Минске. Предыдущие встречи состоялись 14 января и 11 февраля 2018 года.", "2018-02-11 meeting"],
    ["СНГ и МОМ решили провести тренинги; первый стартует в июле 2019 года.", "2019-07 training"],
  ])("%s → %s", (text, other) => {
    expect(told(text)).toContain(other);
  });

  test.each([
    [
      "Операция ОДКБ «Нелегал» идёт. Этап III рассчитан на период с 1 апреля по 30 сентября 2019 года.",
      "2019-04-01/2019-09-30 operation nelegal",
    ],
    ["Операция ОДКБ «Нелегал 2018–2020» идёт. Этап I прошёл в мае 2018 года.", "2018-05 operation nelegal"],
    [
      "12 мая 2019 года\n\nОперация «Канал» идёт в три этапа: первый – июнь, второй – август, третий – октябрь.",
      "2019-08 operation kanal",
    ],
    // Of what the Council decided on, the days behind its name are its own.
    ["5 мая 2019 года Совет ОДКБ утвердил итоги операции «Нелегал» (8–9 апреля).", "2019-04-08/2019-04-09 operation nelegal"],
    ["5 мая 2019 года Совет ОДКБ утвердил итоги операции «Нелегал» (8–9 апреля).", "2019-05-05 meeting nelegal"],
  ])("%s → %s", (text, stage) => {
    expect(told(text)).toContain(stage);
  });

  test.each([
    ["Следующая – осенью в Оше.", "2019-23 meeting planned"],
    ["Очередная – в Бресте, в октябре.", "2019-10 meeting planned"],
    ["Следующая встреча – в Бресте, не раньше февраля 2020 года.", "2020-02/.. meeting planned"],
  ])("of a series without a verb: %s → %s", (text, other) => {
    const {events} = readSeed(seedOf(`12 мая 2019 года\n\n10 мая в Минске прошла встреча экспертов СНГ. ${text}`), names);
    expect(events.map(({when, type, status}) => `${String(when)} ${type} ${status}`)).toContain(other);
  });

  test("who said so is no part of the last stage", () => {
    const text =
      "Первый этап операции «Канал» охватил 15–20 июня 2019 года, второй – 16–21 ноября 2019 года, рассказал министр Казахстана.";
    expect(told(text)).toEqual(["2019-06-15/2019-06-20 operation kanal", "2019-11-16/2019-11-21 operation kanal"]);
  });

  test("each of several dates in brackets is a stage", () => {
    const text =
      "12 мая 2013 года ОДКБ начала операцию «Нелегал». Прошлый «Нелегал-2011» (6–10 июня и 17–21 октября) дал рекорд.";
    expect(told(text).slice(1)).toEqual(["2011-06-06/2011-06-10 operation nelegal", "2011-10-17/2011-10-21 operation nelegal"]);
  });

  test("the next stage is of the operation told of", () => {
    const text = "12 мая 2013 года ОДКБ завершила операцию «Канал». Следующий этап операции пройдёт 5 ноября 2013 года.";
    expect(told(text)).toEqual(["2013-05-12 operation kanal", "2013-11-05 operation kanal"]);
  });

  test("measures of the kind are others than the operation named", () => {
    const text =
      "12 мая 2013 года в Казахстане началась операция «Нелегал». Повторные мероприятия намечены в Казахстане на ноябрь.";
    expect(told(text)).toEqual(["2013-05-12 operation nelegal", "2013-11 operation"]);
  });
});

describe("lines under a heading", () => {
  test.each([
    [
      "Центр СНГ проводит учения. Среди них:\n– «Каспий» – Актау, август 2005;\n– «Граница» – Ереван, 2017.",
      ["2005-08 exercise", "2017 exercise"],
    ],
    ["Центр СНГ издаёт книги. Среди них:\n– «Каспий» – Актау, август 2005;\n– «Граница» – Ереван, 2017.", []],
  ])("%s → %j", (text, found) => {
    expect(told(`5 мая 2019 года в Минске состоялось заседание СНГ.\n\n${text}`).filter((e) => /^2(?:005|017)/.test(e))).toEqual(
      found,
    );
  });

  test("a plan's point may be but a noun, a dash and its time", () => {
    const plan = `ПРОГРАММА
сотрудничества государств – участников СНГ на 2021–2023 годы

2.1. Провести операцию «Невод» в Узбекистане. Срок: 2021 год.
2.2. Курсы для следователей в Минске – ежегодно.
2.3. Стажировка сотрудников Узбекистана в Москве – до 1 июля 2023 года.
`;
    expect(told(plan).filter((e) => e.endsWith("training"))).toEqual([" training", "../2023-07-01 training"]);
  });
});

describe("an operation of a page needs no word beside another", () => {
  const text = (name: string) => `12 мая 2019 года ОДКБ начала операцию «Нелегал». В 2009 году «${name}» начинали четыре страны.`;
  test.each([
    ["Канал", ["kanal"]],
    ["Вестник", []],
  ])("«%s» → %j", (name, found) => {
    const {documents} = readSeed(seedOf(text(name)), names);
    const ids = documents.flatMap((d) => d.mentions).flatMap((m) => (m.kind === "operation" ? [m.id] : []));
    expect(ids).toEqual(["nelegal", ...found]);
  });

  test("named in passing it is no event of its own", () => {
    expect(told("12 мая 2019 года ОДКБ начала операцию «Нелегал». Вспомнили «Канал» и его итоги.")).toEqual([
      "2019-05-12 operation nelegal",
    ]);
  });

  test("the case is no part of the name", () => {
    const {documents} = readSeed(
      seedOf("12 мая 2019 года прошла операция ШОС «Паутина». В ходе «Паутины» изъяли две тонны."),
      names,
    );
    expect(documents.flatMap((d) => d.mentions).flatMap((m) => (m.kind === "operation" ? [m.form] : []))).toEqual([
      "Паутина",
      "Паутины",
    ]);
  });
});

describe("a stage of a project is of no gathering", () => {
  const opened = "5 мая 2019 года МОМ открыла второй этап проекта «Мост». 7 мая в Оше прошли курсы. ";
  test.each([
    [`${opened}Первый этап завершился 3 марта 2018 года.`, "2018-03-03 other"],
    ["Курсы провела Программа помощи (ХАДАП). Пятая фаза ХАДАП началась в мае 2010 года.", "2010-05 strategy"],
    [
      "Курсы провела Программа помощи (ХАДАП). Пятая фаза ХАДАП началась 5 мая 2010 года и продлится до марта 2013 года.",
      "2010-05-05/2013-03 strategy",
    ],
  ])("%s → %s", (text, stage) => expect(told(`ОДКБ. ${text}`)).toContain(stage));
});

describe("whose results, whose deed", () => {
  const held = "5–9 мая 2019 года прошла операция ОДКБ «Нелегал». ";
  test.each([
    [`${held}Итоги рассмотрят 3 июня на заседании Совета ОДКБ.`, "2019-06-03 meeting nelegal"],
    [`${held}В 2018 году «Нелегал» позволил закрыть девять каналов.`, "2018 operation nelegal"],
  ])("%s → %s", (text, event) => expect(told(text)).toContain(event));

  test("a pronoun reaches back to the operation it names", () => {
    expect(
      told(
        "Полиция Грузии и Интерпол провели операцию против вербовщиков. Она длилась с 3 по 5 мая 2019 года и получила название «Белый мост».",
      ),
    ).toContain("2019-05-03/2019-05-05 operation belyy-most");
  });
});
