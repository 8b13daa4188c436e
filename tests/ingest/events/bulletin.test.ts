import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) => readSeed(seedOf(text), names).events;
const who = (text: string, when: string) => {
  const event = events(text).find((e) => e.when === when);
  return event && {organizations: event.organizations.map((o) => o.id), countries: event.countries.toSorted()};
};

const digest = (...points: string[]) => `Главное за неделю\n12 мая 2019\n\n${points.map((p) => `▪ ${p}`).join("\n\n")}\n`;

describe("points of a digest have nobody from one another", () => {
  const page = digest(
    "Генсек ОДКБ встретился 6 мая в Ереване с премьером.",
    "Учение белорусских десантников прошло 7 мая. Задействованы 200 военных.",
    "В Оше 8 мая завершился семинар МОМ. Приехали слушатели из Индии и Китая.",
  );
  test.each([
    ["2019-05-06", ["csto"], ["AM"]],
    ["2019-05-07", [], ["BY"]],
    ["2019-05-08", ["iom"], ["CN", "IN", "KG"]],
  ])("%s → %j, %j", (when, organizations, countries) => {
    expect(who(page, when)).toEqual({organizations, countries});
  });

  test("two points are a list within an item, which goes on", () => {
    expect(
      who(
        "Совет собрался в Минске\n\n12 мая 2019\n\nЗаседание ОДКБ прошло 5 мая. В нём участвовали:\n• делегация Армении;\n• делегация Киргизии.\n\nРешения опубликуют позже.\n",
        "2019-05-05",
      ),
    ).toEqual({organizations: ["csto"], countries: ["AM", "KG"]});
  });

  test("what its heading names is in each", () => {
    const page = `Решения Совета министров внутренних дел СНГ\n12 мая 2019 года\n\nПриглашён Интерпол.\n\n1. Провести в июле операцию «Невод».\n\n2. Утвердить смету.\n\n3. Организовать в сентябре семинар для следователей.\n`;
    expect(who(page, "2019-09")?.organizations).toEqual(["cis"]);
  });
});

describe("a ministry's report on its own work is its state's", () => {
  const page = (head: string) =>
    `${head}\nОфициальный сайт\n\nИтоги года\n20.12.2019\n\n• В мае прошла операция «Невод».\n\n• В июне с МОМ проведён семинар.\n\n• В июле состоялся визит министра обороны Индии.\n`;
  test.each([
    ["МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ РЕСПУБЛИКИ АРМЕНИЯ", "2019-07", ["AM", "IN"]],
    ["Пограничная служба Кыргызской Республики", "2019-06", ["KG"]],
    ["Вестник Армении", "2019-06", []],
  ])("%s, %s → %j", (head, when, countries) => {
    expect(who(page(head), when)?.countries).toEqual(countries);
  });
});

describe("words of an event", () => {
  test.each([
    ["Рабочая группа ОДКБ заседала 5 мая 2019 года в Минске.", "meeting", "happened"],
    ["Коллегия МВД России и ОДКБ прошла 5 мая 2019 года.", "meeting", "happened"],
    ["Президенты России и Таджикистана встречались 5 мая 2019 года.", "meeting", "happened"],
    ["Исполком СНГ и МОМ условились 5 мая 2019 года о сотрудничестве.", "agreement", "happened"],
    ["Грузия вышла из Содружества Независимых Государств в августе 2009 года.", "other", "happened"],
    ["Грузия вступила в НАТО в мае 2006 года.", "other", "happened"],
    ["Грузия вступила в Шанхайскую организацию сотрудничества в мае 2006 года.", "other", "happened"],
    ["Договор между Грузией и Россией вступил в силу в мае 2006 года.", "agreement", "happened"],
    ["Визит делегации ОДКБ в Минск, намеченный на 5 мая 2019 года, сорван.", "meeting", "cancelled"],
    ["В 2018 году МОМ обучено 212 следователей в Казахстане.", "training", "happened"],
    ["5 мая 2019 года в Оше открылась летняя школа МОМ.", "training", "happened"],
    ["5 мая 2019 года ОДКБ провела в Оше учебную тревогу.", "exercise", "happened"],
  ])("%s → %s, %s", (text, type, status) => {
    expect(events(text)).toMatchObject([{type, status}]);
  });

  test.each(["5 мая 2019 года министр вышел из зала СНГ.", "5 мая 2019 года подготовлен черновик для СНГ."])(
    "%s → none",
    (text) => {
      expect(events(text).filter((e) => e.type !== "other")).toEqual([]);
    },
  );
});

describe("a point's news is told dated or not", () => {
  const page = digest(
    "РАТС ШОС пресекла в Оше вербовку.",
    "В Минске сорвано совещание МОМ.",
    "«Вербовщика в Минске задержали», – говорят здесь.",
    "Число жертв в Армении выросло.",
  );
  test("the verb of an event and somebody named", () => {
    expect(events(page).map(({when, type, status}) => [when, type, status])).toEqual([
      ["2019-05-12~", "other", "happened"],
      ["2019-05-12~", "meeting", "cancelled"],
    ]);
  });

  test("the time a heading sums up is theirs", () => {
    const page = `Итоги 2019 года\n20.12.2019\n\n• В Минске прошло заседание ОДКБ.\n\n• В Оше открыт семинар МОМ.\n\n• В Ереване прошли учения СНГ.\n`;
    expect(events(page).map((e) => e.when)).toEqual(["2019", "2019", "2019"]);
  });
});

describe("a list of operations with dates in brackets", () => {
  test("each has its own date and the organisation named last", () => {
    const text =
      "20 декабря 2019 года. Полиция участвовала в операциях ОДКБ «Невод» (май и июль), «Щит» (постоянно), по линии СНГ – «Янтарь» (1–5 июня).";
    expect(events(text).map((e) => [e.operations[0], e.when, e.organizations.map((o) => o.id)])).toEqual([
      ["nevod", "2019-05", ["csto"]],
      ["shchit", null, ["csto"]],
      ["yantar", "2019-06-01/2019-06-05", ["cis"]],
    ]);
  });
});
