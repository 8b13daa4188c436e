import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({when, type, organizations, operations}) =>
    [when, type, ...organizations.map((o) => o.id), ...operations].join(" "),
  );
const stamp = "Главная\n12.03.2019 10:00\n\n";

describe("stages and closings of what was told", () => {
  const exercise = `${stamp}Учения завершаются\n\nВ Оше прошёл активный этап учения ОДКБ «Скала». Военные трёх стран отработали захват условных террористов.\n\n`;
  test.each([
    ["Завтра в Оше состоится торжественное закрытие.", "2019-03-13 exercise csto"],
    ["Завтра в Оше состоится открытие выставочного центра.", "2019-03-13 other"],
  ])("%s → %s", (rest, event) => {
    expect(told(exercise + rest)).toContain(event);
  });

  test("those who watched have no part in another stage", () => {
    const text = `${stamp}Завершён второй этап «Невода-2018»\n\nС 4 по 8 марта на территории государств – членов ОДКБ проведён второй этап операции «Невод-2018».\n\nВ качестве наблюдателей присутствовали представители Азербайджана, Латвии, Литвы, Интерпола, ОБСЕ и УНП ООН.\n\nПо предварительным данным, изъято 1 тонна 842 кг наркотиков.\n\nПервый этап операции («Невод – Ветер») состоялся в феврале.`;
    expect(told(text).find((e) => e.startsWith("2019-02"))).toMatch(/^2019-02 operation csto nevod-veter$/);
  });

  test("a stage has the name of its own", () => {
    const found = told(
      `${stamp}Завершена операция\n\nС 4 по 8 марта ОДКБ провела второй этап операции «Канал-2019» под условным наименованием «Канал – Северный щит».`,
    );
    expect(found).toEqual(["2019-03-04/2019-03-08 operation csto kanal-severnyy-shchit"]);
  });

  test("the stage of a heading is another than those told below", () => {
    const found = told(
      `${stamp}Подведены итоги второго этапа операции «Невод-2019»\n\nСотрудники полиции Казахстана проверили более 180 мест проживания и работы иностранных граждан.\n\nНапомним, мероприятие проводится под эгидой ОДКБ. Первый этап проходил в феврале, третий запланирован на октябрь.`,
    );
    expect(found.filter((e) => e.includes("nevod"))).toHaveLength(3);
  });
});

describe("a body by its common noun", () => {
  const lead = `${stamp}МОМ и ШОС подписали меморандум\n\n11 марта в Женеве МОМ и РАТС ШОС подписали меморандум о взаимопонимании.\n\n`;
  test.each([
    ["Организация также провела 5 марта в Алматы тренинг для судей.", "2019-03-05 training"],
    ["Комитет 5 марта провёл в Алматы тренинг для судей.", "2019-03-05 training"],
  ])("%s", (rest, event) => {
    const found = told(lead + rest).find((e) => e.startsWith(event)) ?? "";
    expect(found.includes("iom") && !found.includes("sco")).toBe(rest.startsWith("Организация"));
  });
});

describe("a channel by its own name", () => {
  const text = (head: string) =>
    `${head}\n1 200 подписчиков\n\nУчения начались\n\nСегодня на полигоне под Ошем стартовали учения «Скала». До 20 августа военные Казахстана и Кыргызстана отработают блокирование условной банды.\n\nТам же начнётся учение «Гроза».\n\n👁 2.1K   14.08.2023 в 11:02   изменено`;
  test("«Штаб ОДКБ | канал» tells of its exercises, which last until their term", () => {
    expect(told(text("Штаб ОДКБ | канал"))).toEqual(["2023-08-14/2023-08-20 exercise csto", " exercise csto"]);
    expect(told(text("Новости | Документы | ОДКБ"))).toEqual(["2023-08-14/2023-08-20 exercise", " exercise"]);
  });
});

test("a day or days with a full stop of their own are the next sentence's, whose stage is of what it names", () => {
  const found = told(
    `${stamp}Дайджест\n\nВ Ташкенте прошло 35-е заседание Совета РАТС ШОС. Министры обсудили угрозы и итоги года.\n\n10–12 марта. На полигоне под Оренбургом идёт основной этап командно-штабного учения «Заслон-2019». Участвуют военнослужащие России, Индии, Казахстана.`,
  );
  expect(found.some((e) => e.startsWith("2019-03-10/2019-03-12 exercise"))).toBe(true);
});
