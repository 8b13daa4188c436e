import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) => readSeed(seedOf(text), names).events.map(({when, type, status}) => [when, type, status].join(" "));

/** What a page of 12 March 2019 tells below its lead, which is no event. */
const page = (text: string) =>
  told(`Справка\n12.03.2019 10:20\n\nСекретариат ОДКБ подготовил справку для журналистов.\n\n${text}\n`);

describe("verbs that need a word beside them", () => {
  test.each([
    ["15–16 мая 2018 года генсек ОДКБ находился с рабочим визитом в Минске.", ["2018-05-15/2018-05-16 meeting happened"]],
    ["15 мая 2018 года глава МОМ нанёс визит министру внутренних дел Киргизии.", ["2018-05-15 meeting happened"]],
    ["15 мая 2018 года в Минске гостила делегация МОМ.", ["2018-05-15 meeting happened"]],
    ["15 мая 2018 года в Устав ОДКБ внесены поправки.", ["2018-05-15 agreement happened"]],
    ["15 мая 2018 года Армения выполнила внутригосударственные процедуры.", ["2018-05-15 agreement happened"]],
    ["15 мая 2018 года АТЦ СНГ и РАТС ШОС достигли договорённости об обмене сведениями.", ["2018-05-15 agreement happened"]],
    ["В мае 2018 года Молдова расторгла соглашение СНГ.", ["2018-05 agreement happened"]],
  ])("%s → %j", (text, found) => expect(page(text)).toEqual(found));
});

describe("background paragraphs", () => {
  test.each([
    ["Ташкент приостановил участие в договоре в 1999 году.", ["1999 other happened"]],
    ["Напомним, похожее учение проводилось в Казахстане в 2010 году.", ["2010 exercise happened"]],
    ["Совет СНГ образован решением глав государств от 5 октября 2007 года.", ["2007-10-05 agreement happened"]],
    ["Слушатели ОДКБ обучались в марте 2018 года; дипломы получили 28 офицеров.", ["2018-03 training happened"]],
    ["Формирование сил ОДКБ началось сразу после февральского саммита.", ["2019-02 meeting happened"]],
    ["С понедельника по среду эксперты МОМ натаскивали в Оше инспекторов.", ["2019-03-04/2019-03-06 other happened"]],
    ["ОДКБ готовит учение «Барс»: его проведение намечено на июль.", ["2019-07 exercise planned"]],
    ["Стороны договорились провести в июне второе заседание рабочей группы ОДКБ.", ["2019-06 meeting planned"]],
    ["МОМ помогает властям. Комиссию создали 5 марта.", ["2019-03-05 other happened"]],
  ])("%s → %j", (text, found) => expect(page(text)).toEqual(found));
});
