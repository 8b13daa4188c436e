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
    ["МОМ помогает властям. Агентство создали 5 марта.", ["2019-03-05 other happened"]],
  ])("%s → %j", (text, found) => expect(page(text)).toEqual(found));
});

describe("a date that is not that of what was done", () => {
  test.each([
    ["Силы ОДКБ задержали троих, говорится в заявлении, опубликованном в понедельник.", ["2019-03-12~ other happened"]],
    ["Силы ОДКБ задержали троих 4 марта 2019 года, говорится в заявлении.", ["2019-03-04 other happened"]],
    ["7 октября ежегодно отмечается День ОДКБ.", []],
    ["В ходе заседания ОДКБ одобрен доклад о деятельности Секретариата в 2017 году.", ["2019-03-12~ agreement happened"]],
    ["В ходе заседания ОДКБ в 2017 году одобрен доклад о деятельности Секретариата.", ["2017 agreement happened"]],
    ["7 октября 2018 года ОДКБ отметила юбилей.", ["2018-10-07 other happened"]],
    [
      "Генпрокуроры СНГ прибывают сегодня в Минск для участия в заседании, которое состоится 14 марта.",
      ["2019-03-14 meeting planned"],
    ],
    ["Министры СНГ 4 марта прибыли в Минск.", ["2019-03-04 other happened"]],
    ["На форуме подведут итоги мероприятий СНГ, проведённых в нынешнем году.", [" meeting planned"]],
    ["11 марта в Минске состоится заседание ОДКБ.", ["2019-03-11 meeting happened"]],
    ["Эксперты не поедут, если не будет подписано соглашение ОДКБ и МОМ.", []],
    ["Соглашение ОДКБ и МОМ будет подписано.", [" agreement planned"]],
    ["МОМ в 2018 году вывезла из Ливии граждан Армении.", ["2018 other happened"]],
  ])("%s → %j", (text, found) => expect(page(text)).toEqual(found));
});

test("what is to take place on the day of the item has not yet", () =>
  expect(
    told("Справка\n12.03.2019\n\nВ Минске 12 марта состоится заседание Совета министров ОДКБ по вопросам границы.\n"),
  ).toEqual(["2019-03-12 meeting planned"]));

describe("the decision of a body", () => {
  const paper = (text: string) =>
    told(`Решение о Программе борьбы с преступностью\n(Москва, 10 декабря 2010 года)\n${text}\n`).filter((e) =>
      e.includes("agreement"),
    );
  test.each([
    ["Совет глав государств СНГ\nрешил:\n1. Утвердить Программу борьбы с преступностью.", ["2010-12-10 agreement happened"]],
    ["Совет глав государств СНГ решил: 1. Утвердить Программу борьбы с преступностью.", ["2010-12-10 agreement happened"]],
    ["Один из министров стран СНГ решил: надо ехать домой, но поехать ему не дали.", []],
  ])("%s → %j", (text, found) => expect(paper(text)).toEqual(found));
});

describe("participles and nouns of making", () => {
  test.each([
    ["Приют, созданный при участии МОМ в 2011 году, переехал.", ["2011 other happened"]],
    ["Открытый в 2013 году в Оше пункт МОМ закрывают.", ["2013 other happened"]],
    ["Жители помнят операцию «Мак», начатую 1 марта 2018 года.", ["2018-03-01 operation happened"]],
  ])("%s → %j", (text, found) => expect(page(text)).toEqual(found));
});

describe("a day nobody can tell", () => {
  const undated = (text: string) => told(`Служба новостей\n\n${text} Об остальном напишем в следующих выпусках нашей газеты.`);
  test.each([
    ["В среду в Бресте МОМ вручила пограничникам ключи от двух автомобилей и приборы ночного видения.", [" other happened"]],
    ["Накануне парламент Армении ратифицировал соглашение стран СНГ о борьбе с торговлей людьми.", [" agreement happened"]],
    ["Накануне погода в Бресте была хорошей, и пограничники МОМ не видели ничего нового на реке.", []],
  ])("%s → %j", (text, found) => expect(undated(text)).toEqual(found));
});

describe("each date of a sentence has its own part", () => {
  test.each([
    [
      "Консультации ОДКБ об октябрьских учениях прошли в минувшую пятницу.",
      ["2018-10 exercise happened", "2019-03-08 meeting happened"],
    ],
    [
      "В понедельник, 4 марта, в Минске открылись курсы ОДКБ: Армения вступила в МОМ в феврале.",
      ["2019-03-04 training happened", "2019-02 other happened"],
    ],
    [
      "Россия ратифицировала соглашение СНГ в декабре 2018 года, Армения – ещё в 2017-м.",
      ["2018-12 agreement happened", "2017 agreement happened"],
    ],
    [
      "5 марта сенат Казахстана принял закон о МОМ, внесённый в феврале.",
      ["2019-03-05 agreement happened", "2019-02 other happened"],
    ],
  ])("%s → %j", (text, found) => expect(page(text).toSorted()).toEqual(found.toSorted()));
});

describe("what those who met did besides", () => {
  const met = "Генсек ОДКБ и министр встретились 5 марта в Ереване. ";
  test.each([
    ["По итогам встречи подписан протокол.", ["2019-03-05 meeting happened", "2019-03-05~ agreement happened"]],
    ["В городе подписан протокол.", ["2019-03-05 meeting happened"]],
    ["На этой же встрече Ереван получил статус города-партнёра.", ["2019-03-05 meeting happened", "2019-03-05 other happened"]],
    ["Принято решение о созыве в мае сессии совета.", ["2019-03-05 meeting happened", "2019-05 meeting planned"]],
    ["Им предстоит изучить документы к саммиту ОДКБ 4 апреля.", ["2019-03-05 meeting happened", "2019-04-04 meeting planned"]],
  ])("%s → %j", (text, found) => expect(page(met + text)).toEqual(found));

  test("the day a paper is called by is not the one told of", () => {
    const commission = "5 марта в Минске заседала комиссия по Соглашению СНГ от 6 апреля 1998 года. ";
    expect(page(`${commission}В тот же день её приняли в Исполкоме СНГ.`)).toContain("2019-03-05 meeting happened");
  });
});
