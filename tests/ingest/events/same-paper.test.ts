import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) => readSeed(seedOf(text), names).events;
const told = (text: string) =>
  events(text).map(({when, type, organizations, countries}) =>
    [when, type, ...organizations.map((o) => o.id), ...countries].join(" "),
  );
const stamp = "Главная\n12.03.2019 10:00\n\n";

describe("what becomes of a paper is of the organisation whose paper it is", () => {
  const lead = `${stamp}Сенат одобрил соглашение\n\nСенат Казахстана вчера ратифицировал Соглашение о сотрудничестве государств – участников СНГ в борьбе с торговлей людьми.\n\n`;
  test.each([
    ["Документ был подписан в Минске 5 октября 2018 года, напомнил депутатам министр.", "2018-10-05 agreement cis BY"],
    ["Россия 3 февраля 2019 года передала документ на хранение.", "2019-02-03 other cis RU"],
    ["Первыми его ратифицировали Армения и Беларусь.", " agreement cis AM BY"],
    [
      "Документ был подписан в Минске 5 октября 2018 года.\n\nПервыми его ратифицировали Армения и Беларусь.",
      " agreement cis AM BY",
    ],
  ])("%s → %s", (rest, event) => {
    expect(told(lead + rest)).toContain(event);
  });
});

describe("what was adopted at a gathering", () => {
  const lead = `${stamp}Сессия Совета министров иностранных дел СНГ\n\n11 марта в Минске состоялась сессия Совета министров иностранных дел СНГ. В её работе участвовали министры Армении, Казахстана и России.\n\n`;
  test.each([
    ["На сессии подписан Протокол о продлении сотрудничества.", "2019-03-11~ agreement cis"],
    ["Принято заявление о борьбе с терроризмом.", "2019-03-11~ statement cis"],
    ["По итогам заседания принята итоговая резолюция.", "2019-03-11~ agreement cis"],
    ["Совет утвердил план консультаций.", "2019-03-11~ agreement cis"],
  ])("%s → %s", (rest, event) => {
    expect(told(lead + rest)).toContain(event);
  });

  test("a paper of long ago told beside it is not the same one, and has parties of its own", () => {
    const found = told(
      `${stamp}Конференция по миграции\n\n11 марта в Бишкеке состоялась конференция МОМ. Участники из Казахстана, Таджикистана и России приняли итоговый документ, в котором рекомендовали заключить соглашения о стаже. Соглашение с Казахстаном о труде было подписано ещё в 2002 году.`,
    );
    expect(found.some((e) => e.startsWith("2019-03-11 meeting iom") && /KZ/.test(e) && /TJ/.test(e) && /RU/.test(e))).toBe(true);
    expect(found.find((e) => e.startsWith("2002"))).not.toMatch(/TJ|RU/);
  });

  test("an old agreement with one state is of the two sides alone", () => {
    expect(told(`${lead}Соглашение о порядке учений с Казахстаном было подписано ещё в 2002 году.`)).toContain(
      "2002 agreement KZ",
    );
  });

  test("who abstained took no part", () => {
    expect(told(`${lead}Грузия от участия воздержалась.`)[0]).toBe("2019-03-11 meeting cis AM KZ RU BY");
  });
});
