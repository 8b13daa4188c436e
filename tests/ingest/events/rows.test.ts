import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) => readSeed(seedOf(text), names).events.map(({when, type, status}) => [when, type, status].join(" "));

describe("rows of a plan", () => {
  const head = "КАЛЕНДАРНЫЙ ПЛАН\nосновных мероприятий Исполнительного комитета СНГ на III квартал 2016 года\n\n";
  const foot =
    "\n9. Заседание Совета министров иностранных дел государств – участников СНГ по вопросам миграции   16 сентября, г. Бишкек\n\n20.06.2016 г.";

  test.each([
    ["1. Заседание Совета глав правительств СНГ   7–9 июля, г. Минск", "2016-07-07/2016-07-09 meeting planned"],
    ["1. Заседание экспертной группы по проекту Концепции сотрудничества   8 июля (Баку)", "2016-07-08 meeting planned"],
    ["• Семинар для следователей по вопросам реадмиссии, август, Ереван", "2016-08 training planned"],
    ["1. Семинар для следователей   в течение квартала, г. Минск", "2016-35 training planned"],
    ["1. Тренировка «Скала-Юг»   дата уточняется", "2016-35 exercise planned"],
  ])("%s → %s", (row, event) => {
    expect(told(head + row + foot)).toContain(event);
  });

  test("the plan is no event beside them", () => {
    const found = told(`${head}1. Заседание Совета глав правительств СНГ   7 июля, г. Минск${foot}`);
    expect(found).toEqual(["2016-07-07 meeting planned", "2016-09-16 meeting planned"]);
  });

  test("are text however short, in the year of the plan", () => {
    const plan = "План мероприятий МОМ на 2016 год\n\nДата | Мероприятие | Место\n";
    expect(
      told(
        `${plan}12–13 мая | Семинар для судей | Алматы\nиюнь | Конференция по миграции | Бишкек\nСентябрь | Заседание группы | Душанбе`,
      ),
    ).toEqual(["2016-05-12/2016-05-13 training happened", "2016-06 meeting happened", "2016-09 meeting happened"]);
  });

  test("stand in the year of the heading above them", () => {
    const text =
      "Совет СНГ подвёл итоги года на заседании в Минске, министры одобрили доклад о работе и отметили рост.\n\nПлан на 2014 год:\n\n• январь – семинар СНГ для пограничников (Баку);\n• 14–15 мая – заседание совета СНГ, Минск;\n• октябрь – конференция СНГ по миграции.";
    expect(told(`Вестник Совета, декабрь 2013 г.\n\n${text}`)).toEqual(
      expect.arrayContaining(["2014-01 training planned", "2014-05-14/2014-05-15 meeting planned", "2014-10 meeting planned"]),
    );
  });
});
