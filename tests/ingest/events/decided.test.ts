import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) =>
  readSeed(seedOf(text), names).events.map(({when, type, status, operations}) =>
    [when?.replace(/[?~]/g, "") ?? "undated", type, status, ...operations].join(" "),
  );

describe("what was decided to be held is dated, not the deciding", () => {
  test.each([
    ["Согласовано проведение в 2023 году совместного учения ШОС в Казахстане.", ["2023 exercise planned"]],
    ["Совет РАТС ШОС принял решение провести в 2019 году учение «Восток» в Казахстане.", ["2019 exercise planned"]],
    // The day of the gathering is the gathering's.
    ["Решение о проведении учения ШОС принято на заседании 5 марта 2019 года в Ташкенте.", ["2019-03-05 meeting happened"]],
  ])("%s → %j", (text, events) => {
    expect(told(text)).toEqual(events);
  });

  test("an exercise decided on for this year is to come", () => {
    const text =
      "Ташкент, 30 марта 2017 года. Совет РАТС ШОС принял в четверг на своём заседании решение о проведении в этом году антитеррористических учений.";
    expect(told(text)).toContain("2017 exercise planned");
  });

  test("so is an operation named there", () => {
    expect(told("Принято решение провести первый этап пограничной операции ШОС «Солидарность».")).toContain(
      "undated operation planned solidarnost",
    );
  });
});

describe("a verb that looks ahead makes a plan where no year says so", () => {
  test.each([
    ["16 сентября президент России примет участие в заседании Совета глав государств СНГ.", "planned"],
    ["16 сентября президент России принял участие в заседании Совета глав государств СНГ.", "happened"],
    ["«16 сентября проведём учение стран ШОС», – отметил министр обороны России.", "planned"],
  ])("%s → %s", (text, status) => {
    expect(readSeed(seedOf(text), names).events[0]?.status).toBe(status);
  });
});
