import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const first = (text: string) => readSeed(seedOf(text), names).events[0];
const lead = "12 марта 2019 года в Минске состоялось заседание СНГ. ";

describe("those quoted in an item on a gathering spoke there", () => {
  test.each([
    ["Генеральный секретарь ОДКБ Валерий Семериков отметил рост доверия.", false],
    ["Заместитель председателя Исполкома СНГ Токтасын Бузубаев отметил рост доверия.", true],
    ["Пресс-секретарь Исполкома СНГ Токтасын Бузубаев сказал об этом журналистам.", false],
    ["Портрет Токтасына Бузубаева из Исполкома СНГ висит на стене.", false],
  ])("%s → %s", (sentence, spoke) => {
    expect((first(lead + sentence)?.people.length ?? 0) > 0).toBe(spoke);
  });
});

describe("topics of a gathering that names none", () => {
  test.each([
    ["Обсудили незаконную миграцию. Незаконная миграция растёт.", ["illegal-migration"]],
    ["Обсудили незаконную миграцию. Стороны довольны.", []],
  ])("%s → %j", (rest, topics) => {
    expect(first(lead + rest)?.topics).toEqual(topics);
  });
});
