import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const lead = "5 мая 2019 года в Минске состоялось заседание ОДКБ. ";
/** What is told after the lead. */
const kinds = (text: string) =>
  readSeed(seedOf(lead + text), names)
    .events.slice(1)
    .map(({when, type}) => `${String(when).replace(/\?/g, "")} ${type}`);

describe("a gathering that adopts papers is a meeting", () => {
  test.each([
    [
      "Совещание экспертов СНГ, прошедшее 6 и 7 июня под председательством Армении, приняло заявление.",
      "2019-06-06/2019-06-07 meeting",
    ],
    ["12 июня министры стран СНГ на совещании в Бресте согласовали единую форму справки.", "2019-06-12 meeting"],
    ["12 июня участники саммита СНГ одобрили решение о границе.", "2019-06-12 agreement"],
    ["12 июня страны СНГ подписали на совещании в Бресте протокол о границе.", "2019-06-12 agreement"],
    // Who sums up on a day meets on it.
    ["12 июня в Бресте подвели итоги операции «Невод».", "2019-06-12 meeting"],
    // A body of heads that is to sit.
    ["Проект вынесут на Совет глав государств СНГ, который пройдёт 12 октября в Ашхабаде.", "2019-10-12 meeting"],
  ])("%s → %s", (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });
});

test("a body's sitting told after what it adopted is one meeting", () => {
  expect(kinds("Совет министров внутренних дел СНГ утвердил план. Заседание, третье по счёту, прошло 12 июня в Бресте.")).toEqual(
    ["2019-06-12 meeting"],
  );
});

describe("a paper dated in brackets", () => {
  test.each([
    ["Конвенцию ШОС (Астана, 9 июня 2017 года) палата рассмотрит осенью.", "2017-06-09 agreement"],
    ["Конвенцию ШОС (9 июня 2017 года) палата рассмотрит осенью.", "2017-06-09 agreement"],
  ])("%s → %s", (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });
});

describe("lines of a chronicle", () => {
  const page = (text: string) => `Летопись
15 мая 1992 года – в Ташкенте главы Армении и России подписали Договор СНГ.

20 апреля 1994 г. – договор СНГ вступил в силу.

${text}`;
  test.each([
    ["2009 – создание Секретариата СНГ в Минске.", ["2009 other"]],
    ["2010 – ратификация Соглашения СНГ Арменией.", ["2010 agreement"]],
    ["2010 – Секретариат СНГ в Минске.", []],
    // A date, and a place, with a full stop of their own.
    ["14.05.2002. Москва. Принято решение ОДКБ преобразовать Договор.", ["2002-05-14 agreement"]],
    ["14.05.2002. Принято решение ОДКБ преобразовать Договор.", ["2002-05-14 agreement"]],
  ])("%s → %j", (text, found) => {
    const {events} = readSeed(seedOf(page(text)), names);
    expect(events.map(({when, type}) => `${String(when)} ${type}`).filter((e) => !e.startsWith("199"))).toEqual(found);
  });
});

describe("what is launched is of its own kind", () => {
  test.each([
    ["12 июня МОМ запустила дистанционный курс о правах мигрантов.", "training"],
    ["12 июня ОДКБ запустила третью операцию – «Невод», против торговцев людьми.", "operation"],
    ["12 июня МОМ запустила в Оше горячую линию.", "other"],
  ])("%s → %s", (text, type) => {
    expect(kinds(text)).toEqual([`2019-06-12 ${type}`]);
  });
});

describe("kinds told by their verbs", () => {
  test.each([
    // What is planned is to adopt, not the summit it is planned for; a clause of its own is told of its own day.
    ["Протокол планируют утвердить 12 июня на саммите СНГ.", "agreement"],
    ["Узбекистан подписал документ с оговоркой, а 12 июня и вовсе уведомил ОДКБ о выходе.", "statement"],
    ["12 июня шесть государств объявили о создании ШОС.", "agreement"],
    ["12 июня министры России и Казахстана обменялись ратификационными грамотами.", "agreement"],
    // A member of a body is party to no paper.
    ["Грузия присоединилась к МОМ 12 июня.", "other"],
    ["Грузия присоединилась к Соглашению СНГ о розыске 12 июня.", "agreement"],
    // A state's own law binds no other.
    ["12 июня депутаты Казахстана приняли поправки о миграции.", "other"],
    ["Казахстан завершил внутригосударственные процедуры 12 июня.", "agreement"],
    // Who is sent to courses learns; who teaches there trains.
    ["12 июня полиция Армении направила троих следователей на курсы ОДКБ в Минск.", "training"],
    ["12 июня пограничников из Узбекистана и Грузии будут учить выявлять подделки.", "training"],
    ["12 июня в порту силы ОДКБ отрабатывали спасение захваченного судна.", "exercise"],
    ["12 июня на полигоне под Ошем учились военные Казахстана и России.", "exercise"],
    ["12 июня под Ошем прошла «Мирная степь-2019» сил ОДКБ.", "exercise"],
    ["12 июня при ОДКБ появился Совет по борьбе с наркотиками.", "other"],
    ["12 июня появилась и Ташкентская конвенция ШОС.", "agreement"],
    // Whom one receives or calls on one meets; a paper is adopted.
    ["12 июня заместитель Генсека ОДКБ принял посла Индии.", "meeting"],
    ["12 июня в Секретариате ОДКБ принимали делегацию ШОС.", "meeting"],
    ["12 июня в Гродно побывал глава миссии МОМ.", "meeting"],
    ["12 июня Совет ОДКБ принял Положение о министрах.", "agreement"],
    ["12 июня в Талдыкоргане прошла учёба участковых с экспертами МОМ.", "training"],
    ["12 июня в Минске подписан Указ о назначении главы АТЦ СНГ.", "other"],
    ["Цифры обнародованы 12 июня на брифинге Секретариата ОДКБ.", "statement"],
    ["12 июня Президент Армении подписал указ о выходе из состава ОДКБ.", "other"],
    ["В докладе ОДКБ, обнародованном 12 июня, граница названа спокойной.", "statement"],
    ["12 июня делегация РАТС находилась с визитом в Баку.", "meeting"],
    ["12 июня эксперты СНГ согласовали проект протокола.", "meeting"],
    ["Россия и Грузия обсудили план, подписанный 12 июня в Гори.", "agreement"],
    // What states set up among themselves they agree on; a centre opens.
    ["12 июня в Минске учреждена Комиссия СНГ по миграции.", "agreement"],
    ["12 июня при ОДКБ создан учебный центр.", "other"],
    // Other words for what was held.
    ["12 июня на границе началось патрулирование пограничников Армении и Грузии.", "operation"],
    ["12 июня в Баку прошла облава на мигрантов из Грузии.", "operation"],
    ["12 июня в Баку проведены мероприятия по выявлению мигрантов из Грузии.", "operation"],
    ["12 июня МОМ провела в Баку воркшоп для полиции.", "training"],
    ["12 июня полицейские Грузии изучали опыт коллег из Литвы по проекту МОМ.", "training"],
    ["12 июня прошла командно-штабная игра сил ОДКБ.", "exercise"],
    ["12 июня силы ОДКБ отработали штурм условной базы.", "exercise"],
    ["12 июня состоялось обсуждение проекта в СНГ.", "meeting"],
    ["12 июня в Баку прошёл очередной Совет министров обороны СНГ.", "meeting"],
  ])("%s → %s", (text, type) => {
    expect(kinds(text)).toEqual([`2019-06-12 ${type}`]);
  });
});

describe("what lasts from a day on", () => {
  test.each([
    ["Узбекистан является членом МОМ с 2018 года.", ["2018/.. other"]],
    ["С 1 июля Беларусь председательствует в Совете СНГ.", ["2019-07-01/.. other"]],
    ["Соглашение СНГ начнёт применяться с 1 июля.", ["2019-07-01/.. agreement"]],
    ["Узбекистан является членом МОМ.", []],
  ])("%s → %j", (text, found) => {
    expect(kinds(text)).toEqual(found);
  });
});

describe("another programme of the series", () => {
  const programme = "Программа СНГ по борьбе с терроризмом на 2020–2022 годы одобрена. ";
  test.each([
    ["Предыдущая действовала в 2017–2019 годах.", "2017/2019 strategy"],
    ["Новую, на 2023–2025 гг., представят главам государств.", "2023/2025 strategy"],
    ["Преемница рассчитана до 2025 года.", "../2025 strategy"],
  ])("%s → %s", (text, kind) => {
    expect(kinds(programme + text)).toContain(kind);
  });

  test("until when it is to be carried out says its period", () => {
    expect(kinds("ОДКБ планирует к концу 2020 года завершить Программу на 2016–2020 годы.")).toEqual(["2016/2020 strategy"]);
  });

  test("without a programme before it, a year is no period", () => {
    expect(kinds("Предыдущая действовала в 2017–2019 годах.")).toEqual([]);
  });

  test.each([
    ["Тема вошла в Стратегию развития ОДКБ до 2025 года.", ["../2025 strategy"]],
    ["По плану до 2025 года ОДКБ будет расти.", []],
  ])("%s → %j", (text, found) => {
    expect(kinds(text).filter((k) => k.includes("strategy"))).toEqual(found);
  });
});

describe("papers adopted in passing", () => {
  test.each([
    ["Члены Совета утвердили план мероприятий.", 1],
    ["Отдельным решением утверждён Перечень мер по борьбе с незаконной миграцией.", 1],
    ["Главами государств также подписано Заявление о дружбе.", 1],
    ["В кулуарах МОМ и МВД парафировали рамочное соглашение.", 1],
    ["Перечень мер велик.", 0],
    ["Завод утвердил план выпуска.", 0],
  ])("%s → %i", (text, many) => {
    expect(kinds(text)).toHaveLength(many);
  });

  test("a programme that a clause says was adopted is adopted on its day, and lasts its period", () => {
    expect(kinds("Опираются на Программу СНГ на 2024–2028 годы, утверждённую главами государств 13 октября 2018 года.")).toEqual([
      "2024/2028 strategy",
      "2018-10-13 agreement",
    ]);
  });
});

describe("where no noun names the kind, what was done tells it", () => {
  test.each([
    ["12 июня пограничники Армении и Грузии патрулировали озеро по плану СНГ.", "operation"],
    ["12 июня МИД Армении направил генсеку ОДКБ письмо.", "statement"],
    ["12 июня Армения сдала ратификационную грамоту Секретариату ОДКБ.", "agreement"],
    ["12 июня секретари советов безопасности стран ШОС провели созвон.", "meeting"],
  ])("%s → %s", (text, type) => {
    expect(kinds(text)).toEqual([`2019-06-12 ${type}`]);
  });
});
