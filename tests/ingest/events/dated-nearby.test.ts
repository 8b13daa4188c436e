import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const stamp = "14.12.2018\n\nНовости ОДКБ за неделю\n\n";
const events = (text: string) => readSeed(seedOf(stamp + text), names).events;
/** What the event whose words hold `name` is dated by. */
const when = (text: string, name: string) => events(text).find((e) => e.title.includes(name))?.when;

describe("a named operation takes the date behind its name", () => {
  test.each([
    ["Операция «Вихрь» (три этапа – с 3 октября по 9 ноября). Изъято 12 кг героина.", "Вихрь", "2018-10-03/2018-11-09"],
    ["Операция ОДКБ «Вихрь»: 3–9 октября. Изъято 12 кг героина.", "Вихрь", "2018-10-03/2018-10-09"],
    [
      "Министры признали удачной операцию ОДКБ «Вихрь», проведённую в марте – апреле т.г.: найдены сто человек.",
      "Вихрь",
      "2018-03/2018-04",
    ],
  ])("%s", (text, name, value) => expect(when(text, name)).toBe(value));
});

describe("an event takes the date of the sentence that goes on about it", () => {
  test.each([
    [
      "На юге завершена операция ОДКБ «Вихрь». По словам министра, с 3 по 9 декабря на дорогах работали двадцать постов.",
      "Вихрь",
      "2018-12-03/2018-12-09",
    ],
    ["Провести операцию ОДКБ «Вихрь» на границе. Срок: II квартал 2020 года.", "Вихрь", "2020-34"],
  ])("%s", (text, name, value) => expect(when(text, name)).toBe(value));

  test("not of one about another operation", () =>
    expect(when("На юге завершена операция ОДКБ «Вихрь». С 3 по 9 марта в Оше проходила операция «Буран».", "Вихрь")).not.toBe(
      "2018-03-03/2018-03-09",
    ));
});

describe("what began on a day and ends on another has both", () => {
  test.each([
    ["Учение ОДКБ «Вихрь» стартовало 3 декабря и продлится до 20 декабря.", "2018-12-03/2018-12-20"],
    ["Учение ОДКБ «Вихрь» началось во вторник в Оше и завершится 20 декабря.", "2018-12-11/2018-12-20"],
    ["Учение ОДКБ «Вихрь» завершилось 3 декабря.", "2018-12-03"],
  ])("%s", (text, value) => expect(events(text).map((e) => e.when)).toContain(value));
});

test("«на минувшей неделе» dates an event", () =>
  expect(events("На минувшей неделе сотрудники МОМ провели в Оше тренинг для пограничников.").map((e) => e.when)).toContain(
    "2018-12-03/2018-12-09",
  ));
