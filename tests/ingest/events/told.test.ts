import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) => readSeed(seedOf(text), names).events;
const told = (text: string) => events(text).map(({when, type, status}) => [when, type, status].join(" "));
const lead = "5 мая 2019 года в Минске состоялось заседание ОДКБ. ";

describe("an exercise that its name dates is told of, whatever the sentence is about", () => {
  test.each([
    ["Речь шла о подготовке к учению «Барс-2020».", ["2020? exercise happened"]],
    ["Обсудили учения сил быстрого развёртывания «Барс-2018» и «Рысь».", ["2018? exercise happened"]],
    ["Речь шла о подготовке к учению «Барс».", []],
    ["Речь шла о программе «Барс-2020».", []],
  ])("%s → %j", (text, found) => {
    expect(told(lead + text).filter((e) => e.includes("exercise"))).toEqual(found);
  });
});

describe("undated, further on", () => {
  test.each([
    ["Ранее в Оше прошло совещание следователей.", 2],
    ["Третье заседание принимала Киргизия.", 2],
    ["Визит главы МВД Ирана отменён.", 2],
    ["Россия и Казахстан подписали протокол о границе.", 2],
    ["Совещание следователей прошло успешно.", 1],
    ["Россия подписала протокол о границе.", 1],
    // What those who met did there is no second meeting.
    ["Участники обменялись в первом полугодии опытом.", 1],
    // Done by an organisation, and for or in a state.
    ["УНП ООН передало пограничникам Таджикистана собак.", 2],
    ["УНП ООН передало пограничникам собак.", 1],
    ["Сведения передали в Армению через Секретариат СНГ.", 1],
    ["Эксперты МОМ обучили 90 участковых Казахстана.", 2],
    ["Узбекистан стал полноправным членом МОМ.", 2],
    ["Узбекистан стал ближе.", 1],
    ["Парламент Таджикистана ратифицировал соглашение о базе данных.", 2],
    ["СНГ приняло совместное заявление.", 2],
    // Two sides that met, and are named.
    ["Министр иностранных дел России встретился с генеральным секретарём ОДКБ.", 2],
    ["Министр иностранных дел России встретился с коллегами.", 1],
  ])("%s → %i events", (text, many) => {
    expect(events(lead + text)).toHaveLength(many);
  });

  test("what two states sign at an organisation's meeting is theirs", () => {
    const [, protocol] = events(`${lead}Россия и Казахстан подписали протокол о границе.`);
    expect(protocol).toMatchObject({organizations: [], countries: ["RU", "KZ"]});
  });
});

describe("what words tell of an event", () => {
  test.each([
    // A visit is a meeting, with or without its delegation.
    ["12 мая Душанбе посетила с визитом глава МОМ.", ["2019-05-12 meeting happened"]],
    ["Гостей 12 мая принял премьер-министр Кыргызстана.", ["2019-05-12 meeting happened"]],
    ["12 мая состоялся телефонный разговор генсека ОДКБ с министром.", ["2019-05-12 meeting happened"]],
    ["12 мая прошла видеоконференция СНГ.", ["2019-05-12 meeting happened"]],
    ["Министры собирались в Ереване в октябре 2018 года.", ["2018-10 meeting happened"]],
    ["Собирались обсудить это в октябре 2018 года.", []],
    ["12 мая в Ереване состоялся мастер-класс для журналистов.", ["2019-05-12 training happened"]],
    ["С 13 по 17 мая квалификацию в Минске повышали следователи.", ["2019-05-13/2019-05-17 training happened"]],
    ["12 мая участие в работе форума ОДКБ в Бишкеке приняли эксперты.", ["2019-05-12 meeting happened"]],
    ["12 мая эксперты ОДКБ в Бишкеке приняли устав.", ["2019-05-12 agreement happened"]],
    ["На совещании СНГ 12 мая приняты решения.", ["2019-05-12 meeting happened"]],
    ["На учении ОДКБ в Армении 12 мая прошёл розыгрыш действий.", ["2019-05-12 exercise happened"]],
    ["12 мая военные ОДКБ провели в Оше боевые стрельбы.", ["2019-05-12 exercise happened"]],
    ["12 мая следователи Оша получили сертификаты об окончании курсов МОМ.", ["2019-05-12 training happened"]],
    ["12 мая Иран присоединился к операции «Тюльпан».", ["2019-05-12 operation happened"]],
    ["12 мая МВД Таджикистана опровергло слухи.", ["2019-05-12 statement happened"]],
    ["12 мая Россия предложила созвать заседание.", ["2019-05-12 statement happened"]],
    ["В марте суд в Душанбе приговорил вербовщика к 12 годам.", ["2019-03 other happened"]],
    ["В марте украинская милиция накрыла сеть подпольных фирм.", ["2019-03 other happened"]],
    ["В марте украинская милиция изъяла 3 кг.", []],
    ["В марте проект МОМ стартовал в Оше.", ["2019-03 other happened"]],
    ["Центр переехал в Ош в марте 2018 года.", ["2018-03 other happened"]],
  ])("%s → %j", (text, found) => {
    expect(
      told(`20 мая 2019\n\nСотрудничество\n\nВ Минске 18 мая прошло заседание ОДКБ. Говорили о планах.\n\n${text}`).filter(
        (e) => !e.startsWith("2019-05-18"),
      ),
    ).toEqual(found);
  });
});

describe("lines of a calendar", () => {
  test.each([
    ["12–14 мая 2018 г. – совещание руководителей, Ереван", true],
    ["12–14 мая 2018 г. – выходные дни, Ереван", false],
    ["12–14 мая 2018 г. – доклад о ходе работы и об итогах встреч", false],
  ])("%s → %s", (line, isTold) => {
    const head = "Антитеррористический центр СНГ\n20 мая 2019\n\nУчения АТЦ СНГ: хроника\n\n";
    const rest = "2005 г. – «Каспий», Казахстан\nСентябрь 2010 г. – учение «Озеро», Чолпон-Ата\n2016 – «Сеть», Минск\n";
    expect(told(head + rest + line + "\n").includes("2018-05-12/2018-05-14 meeting happened")).toBe(isTold);
  });
});

describe("more than one date", () => {
  test.each([
    [
      "5 мая 2019 года президенты учредили СНГ и в тот же день подписали хартию.",
      ["2019-05-05 agreement happened", "2019-05-05 agreement happened"],
    ],
    [
      `${lead}В тот же день СНГ и МОМ договорились продлить план до конца 2020 года.`,
      ["2019-05-05 meeting happened", "2019-05-05 agreement happened"],
    ],
    [
      "С 1 по 5 июня 2019 года прошла операция ОДКБ «Невод». Операция «Невод» проводится ежегодно с 2008 года.",
      ["2019-06-01/2019-06-05 operation happened", "2008/.. operation ongoing"],
    ],
    [
      "5 марта 2019 года. Эксперт примет участие во встрече ОДКБ в Ереване. Она назначена на 27 марта.",
      ["2019-03-27 meeting planned"],
    ],
  ])("%s → %j", (text, found) => {
    expect(told(text)).toEqual(found);
  });
});

describe("what was agreed", () => {
  test.each([
    ["5 мая 2019 года СНГ и МОМ договорились создать центр.", "agreement"],
    ["5 мая 2019 года министры СНГ на заседании в Минске договорились создать центр.", "meeting"],
  ])("%s → %s", (text, type) => {
    expect(events(text)[0]?.type).toBe(type);
  });
});

describe("periods of programmes", () => {
  test.each([
    [`${lead}Очередную антинаркотическую стратегию (2021–2025) начнут писать осенью.`, "2021/2025"],
    [`${lead}Программа сотрудничества действует на 2018–2020 годы.`, "2018/2020"],
  ])("%s → %s", (text, period) => {
    expect(
      events(text)
        .filter((e) => e.type === "strategy")
        .map((e) => e.when),
    ).toEqual([period]);
  });
});

describe("a plan's points order what its heading's organisation is to do", () => {
  test("«Организовать встречу …»", () => {
    const page = `Программа сотрудничества государств Содружества Независимых Государств

Настоящая программа разработана с учётом опыта прежних лет.

2.1. Организовать встречу национальных докладчиков из всех государств. Срок не указан.

2.2. Закупить бумагу и раздать её исполнителям.

2.3. Провести семинар для следователей, занятых розыском людей.
`;
    expect(
      events(page)
        .filter((e) => e.status === "planned")
        .map((e) => [e.type, e.organizations[0]?.id]),
    ).toEqual([
      ["meeting", "cis"],
      ["training", "cis"],
    ]);
  });
});

describe("states that are not named again", () => {
  test.each([
    ["Президенты России, Ирана и Турции встречались 5 мая 2019 года. Главы МВД этих стран соберутся 8 июня.", ["RU", "IR", "TR"]],
    // What follows a statement is not who made it.
    [
      "5 мая 2019 года. Министерство обороны Армении 4 мая сообщило об отказе. Участвовать собирались отряды Ирана и Турции.",
      ["AM"],
    ],
    [
      "9 октября 1992 года Россия вышла из договора ОДКБ. 15 апреля 1994 года главы правительств заключили Соглашение СНГ о труде.",
      [],
    ],
  ])("%s → %j", (text, countries) => {
    expect(events(text).at(-1)?.countries.toSorted()).toEqual(countries.toSorted());
  });
});

describe("titles and parties from what stands beside", () => {
  test("a heading that names the gathering, where the cut words lost their verb", () => {
    const page = `Круглый стол по вопросам реадмиссии

Минск, 9 ноября 2011 г. – Руководители Государственного пограничного комитета, Министерства внутренних дел и общественных объединений Белоруссии обсудили, как принимать высланных. Встречу устроила МОМ.
`;
    expect(events(page)[0]?.title).toBe("Круглый стол по вопросам реадмиссии");
  });

  test("a paper that enters into force has the parties of the sentence before", () => {
    const text = `${lead}Соглашение о реадмиссии Армения и Иран подписали 5 апреля 2017 года. Оно вступило в силу 21 декабря 2017 года.`;
    expect(events(text).at(-1)).toMatchObject({when: "2017-12-21", countries: ["AM", "IR"]});
  });
});

describe("what is no event of its own", () => {
  test.each([
    ["Для МОМ это уже третья встреча за текущий год.", 1],
    ["Казахстану выдан и передан гражданин, находившийся в розыске с 2009 года.", 1],
    ["В Бохтаре 7 мая открылся пункт приёма.", 1],
    ["В Бохтаре 7 мая открылся слёт «Барс-2019».", 2],
  ])("%s → %i events", (text, many) => {
    expect(events(lead.replace("ОДКБ", "следователей") + text)).toHaveLength(many);
  });
});

describe("whose item it is", () => {
  const body = "Заседание состоялось\n\n12 мая 2019\n\nВ Оше 5 мая состоялось заседание рабочей группы. Гостем был Интерпол.\n";
  const organizations = (text: string) => events(text)[0]?.organizations.map((o) => o.id);
  test("the page's own organisation before one the lead happens to name", () => {
    const page = `Секретариат ШОС. Пресс-релиз № 14

Совместное учение «Барс-2015»

Ош, 28 августа 2015 г.

Активная фаза учения завершилась на территории области, сообщает пресс-служба. Её наблюдали гости из Интерпола.

Подготовительный этап – командно-штабная тренировка – проходил с 8 по 12 июня.
`;
    expect(
      events(page)
        .find((e) => e.when === "2015-06-08/2015-06-12")
        ?.organizations.map((o) => o.id),
    ).toEqual(["sco"]);
  });
  test("a menu is no masthead", () => {
    expect(organizations(`СНГ | ОДКБ | ШОС | Новости\n\n${body}`)).not.toContain("sco");
  });
  test("three organisations named before are partners, and two states' exercise is theirs", () => {
    const start = "5 мая 2019 года в Минске открыт новый зал. Погода стояла ясная. Гостями были Интерпол, Европол и МОМ. ";
    expect(events(`${start}8 мая в Минске прошла тренировка следователей.`).at(-1)?.organizations).toEqual([]);
    expect(
      events("ОДКБ встретилась 5 мая 2019 года с прессой. 8 мая прошла белорусско-украинская тренировка.").at(-1)?.organizations,
    ).toEqual([]);
  });
});

describe("stages of an operation", () => {
  test("the stage to come is told beside the one held, however far back its name", () => {
    const text = `12 мая 2019 года. В Оше завершена спецоперация «Невод-Степь». ${"Погода стояла ясная. ".repeat(7)}Вторую фазу операции проведут в июне.`;
    expect(events(text).map((e) => [e.operations[0], e.status])).toEqual([
      ["nevod-step", "happened"],
      ["nevod-step", "planned"],
    ]);
  });
});

test("who approved a paper, and when, stands above its title; the title goes on over its lines", () => {
  const page =
    "                Утверждена\n        Решением Совета глав государств\n   Содружества Независимых Государств\n        от 5 октября 2012 года\n\n" +
    "ПРОГРАММА\nсотрудничества государств – участников СНГ в борьбе с терроризмом на 2013–2015 годы\n\n1. Общие положения\n\n" +
    "Эксперты исходили из опыта прежних лет и из того, что государства различаются, а общие угрозы требуют общих ответов.\n";
  expect(events(page).map(({when, type, title}) => `${String(when)} ${type} ${title.slice(0, 24)}`)).toEqual([
    "2012-10-05 agreement Утверждена Решением Сове",
    "2013/2015 strategy Программа сотрудничества",
  ]);
});

test("a gathering announced by its name, its place and days on the next line", () => {
  const page =
    "АНОНСЫ\n\nМеждународная конференция «Границы и люди»\nЕреван, 14–15 ноября 2017 года\n\n" +
    "Организаторы: Бюро МОМ в Ереване, Исполнительный комитет СНГ. Рабочий язык – русский, перевод не предусмотрен.\n";
  const [event] = events(page);
  expect(event && [event.when, event.type, event.title, ...event.organizations.map((o) => o.id), ...event.countries]).toEqual([
    "2017-11-14/2017-11-15",
    "meeting",
    "Международная конференция «Границы и люди»",
    "iom",
    "cis",
    "AM",
  ]);
});
