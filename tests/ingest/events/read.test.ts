import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) => readSeed(seedOf(text), names).events;
const only = (text: string) => {
  const found = events(text);
  expect(found.map((e) => e.title)).toHaveLength(1);
  return found[0];
};

describe("kind and state of an event", () => {
  test.each([
    ["27 октября 2015 года состоялась встреча представителей ОДКБ и МОМ.", "meeting", "happened"],
    ["27 октября 2015 года министры стран СНГ обсудили миграцию.", "meeting", "happened"],
    ["14 декабря 2011 года в Минске СНГ и МОМ подписали план.", "agreement", "happened"],
    ["Соглашение стран СНГ вступило в силу 21 февраля 2007 года.", "agreement", "happened"],
    ["30 ноября 2017 года участники саммита ОДКБ одобрили решение.", "agreement", "happened"],
    ["В мае 2019 года ОДКБ проведёт операцию «Канал».", "operation", "planned"],
    ["Весной 2011 года в Кыргызстане пройдут учения спецслужб стран СНГ.", "exercise", "planned"],
    ["В октябре 2022 года учения ОДКБ отменены.", "exercise", "cancelled"],
    ["10 января 2023 года Армения уведомила ОДКБ об отказе.", "statement", "happened"],
    ["В 2018 году в Минске прошли курсы МОМ для пограничников.", "training", "happened"],
    ["МОМ создана в 1951 году.", "other", "happened"],
    ["14 октября 2022 года лидеры СНГ собрались в Астане.", "meeting", "happened"],
    ["14 октября 2029 года лидеры СНГ соберутся в Астане.", "meeting", "planned"],
    ["5 мая 2019 года Ереван принял шестое заседание ОДКБ.", "meeting", "happened"],
    ["5 мая 2019 года решение было принято на совещании экспертов СНГ в Минске.", "meeting", "happened"],
    ["5 мая 2019 года прошла пленарная неделя ЕАГ.", "meeting", "happened"],
    ["5 мая 2019 года депутаты рассмотрели закон о ратификации соглашения СНГ.", "agreement", "happened"],
    ["Стороны отметили, что меморандум ОДКБ и ШОС подписан 5 мая 2019 года.", "agreement", "happened"],
    ["5 мая 2019 года состоялся заключительный этап учений ОДКБ.", "exercise", "happened"],
    ["5 мая 2019 года началась внезапная проверка сил ОДКБ.", "exercise", "happened"],
    ["5 мая 2019 года прошли занятия МОМ для пограничников в Оше.", "training", "happened"],
    ["5 мая 2019 года силы специальных операций ОДКБ начали сборы.", "training", "happened"],
    ["19 января 2022 года миротворцы ОДКБ покинули Казахстан.", "operation", "happened"],
    ["5 мая 2019 года пограничники Армении и ОДКБ задержали двоих.", "other", "happened"],
    ["27 марта 1992 года образован Совет СНГ.", "agreement", "happened"],
    ["27 марта 1992 года при СНГ образована рабочая группа.", "other", "happened"],
    ["1 января 2020 года Станислав Зась вступил в должность генсека ОДКБ.", "other", "happened"],
    ["Узбекистан приостановил членство в ОДКБ в 2012 году.", "other", "happened"],
    ["С 1 января 2021 года председательство в СНГ перешло к Белоруссии.", "other", "happened"],
    ["В 2019 году подобные учения ОДКБ принимала Киргизия.", "exercise", "happened"],
    ["5 мая 2019 года на пресс-конференции в Минске глава СНГ заявил о планах.", "statement", "happened"],
    ["5 мая 2019 года Молдова не подписала соглашение СНГ.", "statement", "happened"],
    ["5 мая 2019 года Армения отказалась проводить учения ОДКБ.", "statement", "happened"],
    ["In January 2023 Armenia refused to host CSTO drills.", "statement", "happened"],
    ["В декабре 2020 года стратегию планируется вынести на сессию ОДКБ.", "meeting", "planned"],
  ])("%s → %s, %s", (text, type, status) => {
    expect(only(text)).toMatchObject({type, status});
  });
});

describe("who took part", () => {
  test.each([
    ["Саммит СНГ прошёл в Ташкенте 5 мая 2019 года.", ["cis"], ["UZ"]],
    ["5 мая 2019 года в узбекской столице совещались эксперты СНГ.", ["cis"], ["UZ"]],
    ["5 мая 2019 года РАТС ШОС и АТЦ СНГ провели учения.", ["sco", "cis"], []],
    [
      "5 мая 2019 года состоялось заседание ОДКБ. В работе приняли участие представители Армении и России.",
      ["csto"],
      ["AM", "RU"],
    ],
    ["5 мая 2019 года состоялось заседание ОДКБ. Наблюдателей прислали ООН и Интерпол.", ["csto", "un", "interpol"], []],
    ["5 мая 2019 года состоялось заседание ОДКБ. Тем временем в Армении и Иране идут протесты.", ["csto"], []],
    ["5 мая 2019 года состоялось заседание ОДКБ. Глава МВД Ирана отметил, что участники были едины.", ["csto"], []],
    // Two states in one breath, whatever the verb; routes and the speaker's partners are not among them.
    [
      "5 мая 2019 года состоялось учение ОДКБ. Штурм вели рота из Казахстана, горные стрелки Киргизии и разведка Армении.",
      ["csto"],
      ["KZ", "KG", "AM"],
    ],
    ["5 мая 2019 года состоялось заседание ОДКБ. Маршрут ведёт из Ирана через Армению.", ["csto"], []],
    ["5 мая 2019 года состоялось заседание ОДКБ. Через год к нему присоединились Иран и Армения.", ["csto"], []],
    // A digest: who came to the second came not to the first.
    ["5 мая 2019 года состоялось заседание ОДКБ. 8 мая проведены сборы СНГ. Участвовали команды Армении и России.", ["csto"], []],
    [
      "5 мая 2019 года прошла встреча ОДКБ. 20 мая будет заседание СНГ. В ходе встречи её участники из Армении обменялись мнениями.",
      ["csto"],
      ["AM"],
    ],
    // A list under the sentence that opens it.
    [
      "5 мая 2019 года состоялось заседание ОДКБ. В заседании приняли участие:\n– министр из Армении.\n– министр из Киргизии.",
      ["csto"],
      ["AM", "KG"],
    ],
    // A heading's states are those of the meeting under it, where they share one.
    [
      "Армения и Киргизия провели переговоры\n\n12 марта 2019, 10:00\n\n11 марта делегация ОДКБ встретилась в Ереване с министром внутренних дел, сообщили в ведомстве. Говорили о миграции.",
      ["csto"],
      ["AM", "KG"],
    ],
    [
      "Иран и Киргизия провели переговоры\n\n12 марта 2019, 10:00\n\n11 марта делегация ОДКБ встретилась в Ереване с министром внутренних дел, сообщили в ведомстве. Говорили о миграции.",
      ["csto"],
      ["AM"],
    ],
    ["Генсек ОДКБ вылетает в Бишкек, где 5 мая 2019 года состоится заседание ОДКБ.", ["csto"], ["KG"]],
    [
      "На совещании были делегации Армении и Ирана. Эксперты двух стран 5 мая 2019 года провели учение ОДКБ.",
      ["csto"],
      ["AM", "IR"],
    ],
    [
      "На совещании были делегации Армении, Киргизии и Ирана. Эксперты двух стран 5 мая 2019 года провели учение ОДКБ.",
      ["csto"],
      [],
    ],
  ])("%s → %j %j", (text, organizations, countries) => {
    const [event] = events(text);
    expect(event?.organizations.map((o) => o.id)).toEqual(organizations);
    expect(event?.countries).toEqual(countries);
  });
});

describe("dates of events", () => {
  test("the item's day, about, for its undated main event", () => {
    const [event] = events(
      "Встреча в СНГ\n\n12 марта 2019, 10:00\n\nГлава Исполкома СНГ Сергей Лебедев встретился с послом Индии. Они говорили о торговле.",
    );
    expect(event).toMatchObject({when: "2019-03-12~", whenBasis: "inferred", type: "meeting"});
  });

  test("a named operation stays undated, no later than the item", () => {
    const event = events("Итоги\n\n12 марта 2019, 10:00\n\nОперация «Нелегал» позволила выявить 200 нарушений.").find((e) =>
      e.operations.includes("nelegal"),
    );
    expect(event).toMatchObject({when: null, notAfter: "2019-03-12", type: "operation"});
  });

  test("a programme's period is its date", () => {
    expect(
      events("Утверждена Программа сотрудничества государств – участников СНГ на 2014–2018 годы.").find(
        (e) => e.when === "2014/2018",
      ),
    ).toMatchObject({type: "strategy", when: "2014/2018"});
  });

  test("two dates, two events", () => {
    const found = events("Соглашение стран СНГ подписали 15 апреля 2019 года, а ратифицировали 26 марта 2020 года.");
    expect(found.map((e) => [e.when, e.type])).toEqual([
      ["2019-04-15", "agreement"],
      ["2020-03-26", "agreement"],
    ]);
  });

  test("a date in a clause with «который» is that of the noun before it", () => {
    const found = events("Документ подписали по итогам саммита ШОС, который прошёл 16 сентября 2021 года в Душанбе.");
    expect(found[0]).toMatchObject({type: "meeting", when: "2021-09-16"});
  });

  test.each([
    // What is signed after a meeting was signed about then.
    [
      "1 марта 2023 года в Оше прошла встреча экспертов СНГ. Стороны подписали протокол.",
      [
        ["2023-03-01", "meeting"],
        ["2023-03-01~", "agreement"],
      ],
    ],
    ["Стороны подписали протокол.", []],
    // The clause says what was held; unless a paper was signed there.
    [
      "На заседании ОДКБ, которое состоялось 27 сентября 2012 года в Ереване, рассмотрены итоги операции.",
      [["2012-09-27", "meeting"]],
    ],
    // What had been planned gave way.
    [
      "Учение стран СНГ, которое планировалось провести в сентябре 2005 года, пройдёт в мае 2006 года.",
      [["2006-05", "exercise"]],
    ],
    ["5 мая 2019 года министр Армении принял в Ереване делегацию ОДКБ.", [["2019-05-05", "meeting"]]],
    // The days of its results are the operation's.
    [
      "С 5 по 9 мая 2019 года пресечены два канала. Операция «Кольцо» готовилась полгода.",
      [["2019-05-05/2019-05-09", "operation"]],
    ],
    [
      "Проведены профилактические мероприятия «Заслон». Мероприятия проходили с 5 по 9 мая 2019 года.",
      [["2019-05-05/2019-05-09", "operation"]],
    ],
    [
      "Операции «Заслон» и «Невод» пройдут в ноябре 2011 года.",
      [
        ["2011-11", "operation"],
        ["2011-11", "operation"],
      ],
    ],
    // «вылетает» is no event, nor does the day take what the rest of the sentence tells.
    [
      "10 ноября 2018 года генсек ОДКБ вылетает в Бишкек, где 12 ноября запланировано заседание ОДКБ.",
      [["2018-11-12?", "meeting"]],
    ],
  ])("%s → %j", (text, expected) => {
    expect(events(text).map((e) => [e.when, e.type])).toEqual(expected);
  });

  test.each(["Погода в Минске: 5 мая 2019 года ожидается дождь.", "Россия и Китай. Телефон 23-45-67.", "ОДКБ и СНГ дружат."])(
    "%s → nothing",
    (text) => {
      expect(events(text).filter((e) => e.type !== "other")).toEqual([]);
    },
  );
});

describe("titles are the source's words", () => {
  test.each([
    ["27 октября 2015 года в Москве состоялась встреча министров стран СНГ.", "Встреча министров стран СНГ"],
    ["5 мая 2019 года завершились совместные учения стран СНГ.", "Совместные учения стран СНГ"],
    ["5 мая 2019 года Армения уведомила ОДКБ об отказе, сообщает пресс-служба.", "Армения уведомила ОДКБ об отказе"],
    ["5 мая 2019 года ОДКБ провела антинаркотическую операцию «Мак».", "Антинаркотическая операция «Мак»"],
    // «Днём», «дней» are no adjectives of what follows.
    ["Годом ранее операция СНГ называлась «Мак».", "Операция СНГ называлась «Мак»"],
    ["В мае 2019 года за десять дней совместной операции СНГ «Мак» изъято 5 кг героина.", "Совместная операция СНГ «Мак»"],
    // Neither a list's sign nor an agency's name.
    ["✅ 5 мая 2019 года ОДКБ подписала протокол.", "ОДКБ подписала протокол"],
    ["ЕРЕВАН. АГЕНТ - 5 мая 2019 года ОДКБ подписала протокол.", "ОДКБ подписала протокол"],
    // The dash goes with its date.
    ["Следующее заседание экспертов СНГ – май 2020 года, Минск.", "Следующее заседание экспертов СНГ, Минск"],
    ["В ночь с 30 апреля на 1 мая 2019 года в Оше МОМ открыла приют.", "В Оше МОМ открыла приют"],
  ])("%s → %s", (text, title) => {
    expect(only(text)?.title).toBe(title);
  });

  test("never longer than 110 characters, never ending in a preposition", () => {
    const long =
      "14 мая 2020 года состоялось заседание рабочей группы экспертов государств – членов ОДКБ по вопросам подготовки проекта решения о мерах по совершенствованию порядка обмена сведениями между ведомствами в сфере миграции.";
    const title = only(long)?.title ?? "";
    expect(title.length).toBeLessThanOrEqual(110);
    expect(title).not.toMatch(/\s(?:в|о|по|и|между|с)$/u);
  });
});

describe("a sentence that says when the event before it was", () => {
  const dated = (body: string) => events(`Новости региона\n\n15.06.2021, 10:00\n\n${body}`).map((e) => [e.when, e.type]);

  test.each([
    ["Главы МВД стран СНГ встретились в Ташкенте. Встреча прошла 10 июня.", "2021-06-10", "meeting"],
    ["ОДКБ и МОМ провели консультации. Консультации состоялись 10 июня в Вене.", "2021-06-10", "meeting"],
    ["ОДКБ и МОМ подписали меморандум. Документ подписан 10 июня в Вене.", "2021-06-10", "agreement"],
    ["СНГ и МОМ подписали соглашение. Подписи под ним 14 июня поставили главы ведомств.", "2021-06-14", "agreement"],
    ["МОМ провела тренинг в Киргизии. Обучение состоялось 10-11 июня в Оше.", "2021-06-10/2021-06-11", "training"],
    ["Страны ШОС провели учение. Оно проходило с 1 по 5 июня.", "2021-06-01/2021-06-05", "exercise"],
    ["АТЦ СНГ провёл в Минске сборы. Мероприятие состоялось 10 июня.", "2021-06-10", "training"],
    ["ОДКБ и МОМ скрепили подписями меморандум. Церемония прошла 10 июня.", "2021-06-10", "agreement"],
    ["ОДКБ и МОМ подписали меморандум. Подписание прошло 10 июня.", "2021-06-10", "agreement"],
  ])("%s → %s", (text, when, type) => {
    expect(dated(text)).toEqual([[when, type]]);
  });

  test("and on whose margins it was is dated by a clause of its own", () =>
    expect(
      dated("На полях сессии ШОС, открывшейся 8 июня в Оше, подписан протокол с ОДКБ. Церемония прошла 10 июня.").toSorted(),
    ).toEqual([
      ["2021-06-08", "meeting"],
      ["2021-06-10", "agreement"],
    ]));

  test.each([
    ["another meeting", "Главы МВД стран СНГ встретились в Ташкенте. Встреча министров ШОС прошла 10 июня."],
    ["one still to come", "Главы МВД стран СНГ встретились в Ташкенте. Встреча пройдёт 10 октября."],
    ["its coming into force", "ОДКБ и МОМ подписали меморандум. Документ вступил в силу 10 июня."],
    ["what was talked of", "Министры СНГ обсудили итоги саммита. Саммит прошёл 10 июня."],
  ])("not %s: %s", (_, text) => {
    expect(dated(text)).toHaveLength(2);
  });
});

describe("the operation an item is about is one event", () => {
  const dated = (body: string) =>
    events(`Новости региона\n\n15.06.2021, 10:00\n\n${body}`).map((e) => [e.when, e.type, ...e.operations]);

  test.each([
    ["В странах ОДКБ проводится операция «Нелегал». Выявлена тысяча нарушений.", "2021-06-15~", "nelegal"],
    ["10 июня страны ОДКБ приступили к операции «Нелегал-2021».", "2021-06-10", "nelegal"],
    ["Операция ОДКБ «Арсенал» с 1 по 5 июня охватила Казахстан.", "2021-06-01/2021-06-05", "arsenal"],
    ["ОДКБ подвела итоги операции «Арсенал». Задержаны 200 человек.", null, "arsenal"],
  ])("%s → %s", (text, when, operation) => {
    expect(dated(text)).toEqual([[when, "operation", operation]]);
  });

  test("what one makes ready for has not begun", () => {
    expect(dated("10 июня в Минске готовились к операции ОДКБ «Арсенал».")).toEqual([[null, "operation", "arsenal"]]);
  });
});

test("every quote and date slices to its words", () => {
  const text =
    "Главное\n\n12 марта 2019\n\n27 октября 2015 года состоялась встреча ОДКБ и МОМ. В ходе встречи задержано более 2 тыс. человек.";
  for (const e of events(text)) {
    for (const s of e.sources) expect(text.slice(s.span.start, s.span.end)).toBe(s.quote);
    if (e.whenSpan) expect(text.slice(e.whenSpan.start, e.whenSpan.end)).toBe(e.whenText);
  }
});

describe("whose event it is when its sentence names nobody", () => {
  test.each([
    [
      "whom the sentence before is about",
      "В ОДКБ рассказали о планах. Тренировка прошла в Казахстане 5 марта 2019 года.",
      ["csto"],
    ],
    [
      "the two bodies named last",
      "5 мая 2019 года ОДКБ и ШОС обсудили наркотрафик. Меморандум двух организаций подписан 3 мая 2019 года.",
      ["csto", "sco"],
    ],
    [
      "nobody where states act among themselves",
      "В МОМ сообщили о новостях.\n\n5 мая 2019 года вступило в силу соглашение между правительствами Узбекистана и Казахстана.",
      [],
    ],
  ])("%s", (_, text, organizations) => {
    expect(
      events(text)
        .at(-1)
        ?.organizations.map((o) => o.id)
        .sort(),
    ).toEqual(organizations);
  });
});

describe("whoever marks the years of an organisation says since when it is there", () => {
  const dated = (text: string) => events(`2 октября 2019 года\n\n${text}`).map((e) => e.when);
  test.each([
    ["Содружество Независимых Государств отмечает 28-летие.", ["1991~"]],
    ["2 октября МОМ отпраздновала в Минске 15-летие.", ["2019-10-02", "2004-10-02"]],
    ["В Минске прошло собрание: АТЦ СНГ исполнилось 19 лет.", ["2000~"]],
    ["К 28-летию МОМ вышла книга.", []],
    ["Институт отмечает 28-летие.", []],
  ])("%s → %j", (text, found) => expect(dated(text).filter((when) => when !== "2019-10-02~")).toEqual(found));
});

describe("when what began is to end is no event of its own", () => {
  const dated = (text: string) => events(`2 октября 2019 года\n\n${text}`).map((e) => `${String(e.when)} ${e.type}`);
  test.each([
    ["Сегодня в Минске открылись курсы МОМ. Занятия завершатся 20 октября.", ["2019-10-02 training"]],
    ["Сегодня в Минске началось заседание экспертов СНГ. Закончится оно 4 октября.", ["2019-10-02 meeting"]],
    ["Сегодня в Минске открылись курсы МОМ. Саммит СНГ завершится 4 октября.", ["2019-10-02 training", "2019-10-04 meeting"]],
  ])("%s → %j", (text, found) => expect(dated(text)).toEqual(found));
});

describe("what is no event", () => {
  test.each([
    ["a decree's own date", "ОДКБ исполняет постановление № 1150 от 12.11.2012."],
    ["a congratulation", "К 30-летию Договора о коллективной безопасности."],
    ["what nobody of the pages took part in", "Концерт начнётся в субботу, 18 февраля 2023 года, в 15:00."],
    ["a reminder of what is nobody's", "Напомним, 8 июня 2012 года в Киеве стартовал чемпионат Европы."],
    ["a count over a time", "С 2002 года помощь МОМ получили 3500 пострадавших."],
    ["a mean of a year", "Средняя зарплата в СНГ в 2020 году выросла на 5%."],
    ["a sum of a year", "По итогам 2020 года число преступлений в СНГ снизилось."],
    ["what was counted by a day", "По состоянию на 1 июня 2021 года участниками соглашения СНГ стали девять государств."],
    ["dissolved treaties by number", "С начала 2021 года расторгнуто 70 договоров СНГ."],
    ["a link to other news", "По теме: ОДКБ проведёт учения 20 сентября 2021 года."],
    ["what was reported before", "Ранее сообщалось, что 1 мая 2021 года генсек ОДКБ посетил Душанбе."],
    ["an estimate", "UNODC estimates that the country produced 6,400 tons of opium in 2018."],
  ])("%s", (_, text) => {
    expect(events(text).map((e) => e.title)).toEqual([]);
  });
});

describe("the states of an event", () => {
  test.each([
    [
      "those whose delegations the next sentence lists",
      "5 мая 2019 года состоялось заседание Совета РАТС ШОС. Делегации Казахстана, Китая и России рассмотрели итоги года.",
      ["CN", "KZ", "RU"],
    ],
    [
      "those in a row after it",
      "5 мая 2019 года завершилось учение ШОС. Три тысячи военных дали Казахстан, Китай и Россия.",
      ["CN", "KZ", "RU"],
    ],
    [
      "whose ministries it lists",
      "5 мая 2019 года завершилось учение ШОС. Силы дали МВД Казахстана, МВД Китая и МВД России.",
      ["CN", "KZ", "RU"],
    ],
    ["the region it was held in", "5 мая 2019 года учение ОДКБ прошло в Согдийской области.", ["TJ"]],
    [
      "not those whose citizens were harmed or whose route it was",
      "5 мая 2019 года завершилось учение ШОС. Маршрут наркотиков идёт через Таджикистан, Узбекистан и Казахстан.",
      [],
    ],
    [
      "who arrives for it",
      "Учение ОДКБ в Армении начнётся 5 мая 2019 года. Накануне прибыли военные из Казахстана и Таджикистана.",
      ["AM", "KZ", "TJ"],
    ],
  ])("%s", (_, text, countries) => {
    expect(events(text).map((e) => [...e.countries].sort())).toEqual([countries]);
  });
});

describe("the country of an event that its words do not name", () => {
  const last = (text: string) => events(text).at(-1)?.countries;

  test.each([
    ["5 мая 2019 года МОМ открыла офис в Бишкеке. Республика стала членом МОМ в ноябре 2000 года.", ["KG"]],
    ["МОМ помогает Узбекистану. Кабинет министров утвердил 5 мая 2019 года программу СНГ.", ["UZ"]],
    ["МОМ открыла центр в Минске. Здесь 5 мая 2019 года прошли курсы для стран СНГ.", ["BY"]],
    ["МОМ помогает Казахстану и Узбекистану. Кабинет министров утвердил 5 мая 2019 года программу СНГ.", []],
    ["МОМ помогает Узбекистану. Совет министров СНГ утвердил программу 5 мая 2019 года.", []],
  ])("%s → %j", (text, countries) => {
    expect(last(text)).toEqual(countries);
  });
});

describe("who took part goes back to its own event", () => {
  test.each([
    [
      "past what a spokesman says",
      "5 мая 2019 года завершилось учение ОДКБ. Об этом сообщил Владимир Зайнетдинов. В учении участвовали военные из Армении и России.",
      ["AM", "RU"],
    ],
    [
      "not to a meeting still to come",
      "Следующий саммит СНГ пройдёт в октябре 2019 года в Минске. В саммите участвовали лидеры Армении и Узбекистана.",
      ["BY"],
    ],
    [
      "not from a sentence dated otherwise",
      "Учение ОДКБ пройдёт в Киргизии 5 мая 2019 года. С 1 по 3 марта 2019 года учились военные Армении, России и Казахстана.",
      ["KG"],
    ],
    ["not a channel's name", "5 мая 2019 года генсек ОДКБ в Ереване заявил телеканалу «Россия 24» о росте угроз.", ["AM"]],
    ["not a distance", "5 мая 2019 года учение ОДКБ прошло в Таджикистане в 20 км от афганской границы.", ["TJ"]],
  ])("%s", (_, text, countries) => {
    expect([...(events(text)[0]?.countries ?? [])].sort()).toEqual(countries);
  });
});

test("who tells of an operation took no part in it by that", () => {
  const people = (text: string) => events(text).map((e) => e.people.length);
  expect(people("5 мая 2019 года завершилась операция ОДКБ «Канал», сообщил генсек ОДКБ Станислав Зась.")).toEqual([0]);
  expect(people("5 мая 2019 года генсек ОДКБ Станислав Зась посетил учение ОДКБ.")).toEqual([1]);
});

test("a spokesman who tells of a meeting was not at it", () => {
  const [event] = events(
    "5 мая 2019 года состоялось заседание ОДКБ в Москве. Об этом заявила официальный представитель МИД России Мария Захарова.",
  );
  expect(event?.people).toEqual([]);
});

describe("an operation's name is lent", () => {
  const named = (text: string) => events(text).map((e) => [e.when, ...e.operations]);

  test("to what its sentence before names", () => {
    expect(named("Страны ОДКБ проводят операцию «Канал-2021». В 2021 году в ходе операции изъято 9 тонн.")).toContainEqual([
      "2021",
      "kanal",
    ]);
  });

  test("to its name in quotes without the word, and to a meeting about «the operation»", () => {
    expect(
      named("ОДКБ провела операцию «Канал» 5 мая 2019 года. 7 мая 2019 года в Москве министры ОДКБ обсудили итоги «Канала»."),
    ).toContainEqual(["2019-05-07", "kanal"]);
    expect(
      named("ОДКБ провела операцию «Канал» 5 мая 2019 года. 7 мая 2019 года министры ОДКБ договорились о проведении операции."),
    ).toContainEqual(["2019-05-07", "kanal"]);
    expect(named("ОДКБ провела операцию «Канал» 5 мая 2019 года. 7 мая 2019 года министры ОДКБ обсудили план.")).toContainEqual([
      "2019-05-07",
    ]);
  });

  test("of another year to the series", () => {
    expect(named("В операции ОДКБ «Канал-2021» участвуют страны. В 2020 году в ходе операции изъято 9 тонн.")).toContainEqual([
      "2020",
      "kanal",
    ]);
  });

  test.each([["not to the next one", "ОДКБ ведёт операцию «Канал-2021». Следующая операция пройдёт в 2022 году.", "2022"]])(
    "%s",
    (_, text, when) => {
      expect(named(text)).toContainEqual([when]);
    },
  );
});

describe("each date of a sentence is its own clause's", () => {
  const told = (text: string) =>
    events(`Новости региона сегодня и завтра\n15.06.2021\n\n${text}`).map((e) => [e.when, e.type, e.title]);

  test.each([
    [
      "«от» is a paper's own day",
      "Соглашение СНГ о миграции от 6 марта 1998 года вступило в силу для Молдовы 5 мая 2009 года.",
      [
        ["1998-03-06", "agreement"],
        ["2009-05-05", "agreement"],
      ],
    ],
    [
      "a decree is called by its day",
      "Во исполнение Указа Президента РФ от 1 февраля 2021 года № 52 МОМ провела 10 июня конференцию.",
      [["2021-06-10", "meeting"]],
    ],
    [
      "a decision by which something was adopted",
      "Концепция СНГ утверждена Решением Совета глав государств СНГ от 5 октября 2007 года.",
      [["2007-10-05", "strategy"]],
    ],
    [
      "a participle's clause",
      "Парламент Молдовы 10 июня одобрил денонсацию Соглашения СНГ о миграции, заключённого в Москве 6 марта 1998 года.",
      [
        ["2021-06-10", "agreement"],
        ["1998-03-06", "agreement"],
      ],
    ],
    [
      "an organisation's founding in a clause",
      "Стороны обсудили участие Таджикистана в МОМ, которая была создана в 1951 году.",
      [
        ["2021-06-15~", "meeting"],
        ["1951", "other"],
      ],
    ],
    [
      "a verb left out",
      "Первый этап операции ОДКБ «Арсенал» прошёл с 17 по 21 мая, второй – с 1 по 5 июня.",
      [
        ["2021-05-17/2021-05-21", "operation"],
        ["2021-06-01/2021-06-05", "operation"],
      ],
    ],
    [
      "bodies in a row",
      "Заседание СМИД ОДКБ состоится 14 сентября, СМО – 15 сентября, КССБ – 16 сентября.",
      [
        ["2021-09-14", "meeting"],
        ["2021-09-15", "meeting"],
        ["2021-09-16", "meeting"],
      ],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(
      told(text)
        .map(([when, type]) => [when, type])
        .sort(),
    ).toEqual([...expected].sort());
  });

  test("whom one met first is not whom one met next", () => {
    const found = events("10 июня 2021 года генсек ОДКБ встретился с послом Ирана, а 11 июня – с послом Китая.");
    expect(found.map((e) => [e.title, e.countries])).toEqual([
      ["Генсек ОДКБ встретился с послом Ирана", ["IR"]],
      ["Генсек ОДКБ встретился с послом Китая", ["CN"]],
    ]);
  });

  test("a day to come is a plan, whatever the verb before it", () => {
    expect(
      events(
        "Новости региона сегодня и завтра\n15.07.2021\n\nВ ОДКБ обсуждён проект стратегии, которую предполагается утвердить на сессии 14 октября.",
      ).filter((e) => e.when === "2021-10-14" && e.status !== "planned"),
    ).toEqual([]);
  });
});

test("a national law is not the item's organisation's", () => {
  const found = events(
    "МОМ открыла офис в Душанбе 5 мая 2019 года.\n\nЗакон Таджикистана о торговле людьми вступил в силу 26 июля 2014 года.",
  );
  expect(found.find((e) => e.when === "2014-07-26")?.organizations).toEqual([]);
});

test("a programme's period may stand in the sentence after its name", () => {
  const found = events(
    "МОМ объявила о запуске программы «Путь». Она охватит Казахстан и продлится с марта 2024 года по февраль 2027 года.",
  );
  expect(found.map((e) => [e.when, e.type])).toContainEqual(["2024-03/2027-02", "strategy"]);
});

test("stages of one operation are events of their own", () => {
  const found = events(
    "Операция ОДКБ «Канал» прошла в два этапа: с 18 по 22 июля 2022 года в Казахстане и с 21 по 25 ноября 2022 года во всех странах.",
  );
  expect(found.map((e) => e.when)).toEqual(["2022-07-18/2022-07-22", "2022-11-21/2022-11-25"]);
});

test("each line of a list of programmes is a programme", () => {
  const found = events(
    "25 октября 2013 года Совет глав государств СНГ утвердил две программы:\n– борьбы с преступностью на 2014–2018 годы;\n– борьбы с терроризмом на 2014–2016 годы.",
  );
  expect(found.map((e) => [e.when, e.type])).toEqual(
    expect.arrayContaining([
      ["2013-10-25", "agreement"],
      ["2014/2018", "strategy"],
      ["2014/2016", "strategy"],
    ]),
  );
});
