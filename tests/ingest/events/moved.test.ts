import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) =>
  readSeed(seedOf(`14.04.2018\n\nНовости\n\n${text}`), names).events.map(({when, status}) => [when, status]);

describe("what was put off stands once, on its new date", () => {
  test.each([
    ["Семинар ОБСЕ в Душанбе перенесён с мая на сентябрь.", "2018-09"],
    ["Семинар ОБСЕ в Душанбе, назначенный на 5 мая, отложен до 12 июня.", "2018-06-12"],
    ["Учения ОДКБ намечались на 3–5 июня, однако их перенесли на октябрь.", "2018-10"],
    ["Заседание экспертов ОБСЕ намечалось на 10 мая. Теперь его рассчитывают собрать 12 июня.", "2018-06-12"],
    ["Совещание ОБСЕ должно было пройти 10 мая. Его перенесли на 15 июня.", "2018-06-15"],
  ])("%s", (text, when) => expect(events(text)).toEqual([[when, "planned"]]));

  test("two meetings of which one was planned before the other stay two", () =>
    expect(events("Заседание ОБСЕ планировалось на 10 мая. Конференция МОМ пройдёт 12 июня.")).toEqual([
      ["2018-05-10", "planned"],
      ["2018-06-12", "planned"],
    ]));
});
