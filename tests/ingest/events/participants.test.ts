import {describe, expect, test} from "vitest";
import {readSeed} from "../../../src/ingest/ingest.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "../pages.ts";

const names = gazetteer(ownEntities());
const events = (text: string) => readSeed(seedOf(text), names).events;

/** The organisations and states of the last event whose title has the words. */
function of(text: string, words: RegExp): string {
  const found = events(text).findLast(({title}) => words.test(title));
  return found ? [...found.organizations.map((o) => o.id), ...found.countries].join(" ") : "no such event";
}

const lead = "5 мая 2019 года в Минске состоялось заседание ОДКБ. ";

describe("whoever joins, leaves or leads does so to the organisation told of", () => {
  test.each([
    ["8 июня 2012 года Узбекистан приостановил членство.", /приостановил/, "csto UZ"],
    ["3 марта 2011 года к ней примкнула Армения.", /примкнула/, "csto AM"],
    ["3 марта 2011 года статус наблюдателя получила Сербия.", /статус/i, "csto RS"],
    ["3 марта 2011 года в Сербии прошли выборы.", /выборы/i, "RS"],
    // A bureau, a mission, a part in «the organisation».
    ["Ереванское бюро организации открыто в 2011 году.", /бюро/i, "csto AM"],
    ["Армения заморозила участие в организации в феврале 2011 года.", /участие/i, "csto AM"],
    ["В 2011 году в Ереване появилась её миссия.", /миссия/i, "csto AM"],
    ["В 2011 году в Ереване распахнула двери страновая миссия.", /миссия/i, "csto AM"],
    ["С 2011 года миссия помогает Армении.", /миссия/i, "csto AM"],
    ["В 2011 году в Ереване открыт офис организации «Мир и труд».", /офис/i, "AM"],
  ])("%s", (text, title, who) => expect(of(lead + text, title)).toBe(who));
});

describe("what two states do with each other is theirs alone", () => {
  test.each([
    ["12 мая 2019 года погранслужбы Киргизии и Китая обменялись опытом.", /опытом/, "KG CN"],
    ["12 мая 2019 года между Арменией и Таджикистаном открыли рейс.", /рейс/, "AM TJ"],
    ["12 мая 2019 года подписан протокол об отводе сил двух стран.", /отводе/, ""],
    ["12 мая 2019 года погранслужбы открыли пост.", /пост/, "csto BY"],
  ])("%s", (text, title, who) => expect(of(lead + text, title)).toBe(who));
});

describe("a partner did it together with whom the item is about", () => {
  test.each([
    ["12 мая 2020 года вместе с МОМ проведён семинар для следователей.", /семинар/i, "iom csto"],
    ["12 мая 2020 года меморандум с МОМ продлён на пять лет.", /меморандум/i, "iom csto"],
    ["12 мая 2020 года семинар для следователей провела МОМ.", /семинар/i, "iom"],
    ["12 мая 2020 года Таджикистан вместе с МОМ провёл семинар.", /семинар/i, "iom TJ"],
  ])("%s", (text, title, who) => expect(of(lead + text, title)).toBe(who));
});

test("both organisations are the two named last", () => {
  const text = `${lead}Генсек ОДКБ принял главу МОМ. С 2008 года между двумя международными организациями действует меморандум.`;
  expect(of(text, /меморандум/i)).toBe("csto iom");
});

test("who holds it is told in the next sentence", () => {
  const text = `${lead}Ещё одни учения пройдут в сентябре 2019 года. Их проведут спецслужбы СНГ в Ереване.`;
  expect(of(text, /учения/i)).toBe("cis AM");
});

test("with whom a gathering was organised is told behind it", () => {
  const text =
    "С 9 по 14 мая 2019 года в Бишкеке пройдут учения МОМ.\n\nПо её данным, мероприятие организовано совместно с ОБСЕ, с участием Турции.";
  expect(of(text, /учения/i)).toBe("iom osce TR KG");
});

test("a list of names goes on below the words it broke off at", () => {
  const came = "В нём приняли участие представители\n🇦🇿Азербайджана\n🇦🇲Армении\n🇧🇾Белоруссии.";
  expect(of(`5 мая 2019 года в Бишкеке состоялось заседание Совета СНГ.\n\n${came}\n`, /заседание/i)).toBe("cis AZ AM BY KG");
});

test("nothing before its founding is an organisation's", () => {
  const text =
    "История ОДКБ. В 1999 году в Минске прошёл саммит глав государств. 7 октября 2002 года приняли решение о создании ОДКБ. 12 мая 2009 года в Минске прошёл форум.";
  expect(of(text, /саммит/i)).toBe("BY");
  expect(of(text, /форум/i)).toBe("csto BY");
});

test("who has the status of an observer is no guest", () => {
  const text = "Армения имела статус наблюдателя при МОМ с 1993 года. В 2001 году в Ереване открыт офис организации.";
  expect(of(text, /офис/)).toBe("iom AM");
});

describe("guests named before have no part in what is told next", () => {
  const met = "Таджикистан и Афганистан договорились о границе. 5 мая 2019 года ведомства провели встречу в Душанбе. ";
  test.each([
    ["Присутствовал представитель УНП ООН. 20 мая прошёл рейд «Рубин-3».", /Рубин/, /(?<!\p{L})un(?!\p{L})/u],
    ["Гостями были представители ШОС. 20 мая прошёл рейд «Рубин-3».", /Рубин/, /sco/],
  ])("%s", (text, title, guest) => {
    expect(of(met + text, title)).not.toBe("no such event");
    expect(of(met + text, title)).not.toMatch(guest);
  });
});

describe("whoever opens a sentence goes on acting in its later clauses", () => {
  test.each([
    ["но 1 июня 2020 года провела тренинг для полицейских Армении.", /Тренинг/, "iom AM"],
    ["но с 1 июня 2020 года открыла центр помощи для граждан Армении.", /Открыла/, "iom AM"],
  ])("МОМ отменила майский семинар, %s", (text, title, who) =>
    expect(of(`${lead}МОМ отменила майский семинар, ${text}`, title)).toBe(who),
  );
});

describe("«стороны» are the two states named before", () => {
  const said = "12 мая 2019 года прошла встреча. ";
  test.each([
    ["Договорились министры Казахстана и Киргизии. Стороны проведут 20 мая операцию «Рубин-3».", "KZ KG"],
    ["Договорились министры Казахстана, Армении и Киргизии. Стороны проведут 20 мая операцию «Рубин-3».", ""],
  ])("%s", (text, who) => expect(of(said + text, /Рубин/)).toBe(who));
});

test("where another event of the sentence was held is not where this one was", () => {
  const text = `${lead}Первый этап учения стартовал в январе, второй прошёл в Астрахани в последних числах июня.`;
  expect(of(text, /Первый этап/)).not.toContain("RU");
  expect(of(text, /Второй|второй/)).toContain("RU");
});

describe("a sentence that goes on about a paper has the two states whose paper it is", () => {
  const signed = "5 мая 2019 года Беларусь и Казахстан подписали соглашение о реадмиссии. ";
  test.each([
    ["Документ вступил в силу 20 июня.", /вступил/, "BY KZ"],
    ["По словам посла, соглашение заработает 20 июня.", /заработает/, "BY KZ"],
    ["Армения вступила в союз 20 июня.", /вступила/, "AM"],
  ])("%s", (text, title, who) => expect(of(signed + text, title)).toBe(who));
});

describe("the next sentence says who paid, who was asked to come, what it came to", () => {
  test.each([
    ["12 июня 2019 года полиция Армении получила приборы. Их закупило УНП ООН на средства Норвегии.", /приборы/, "un AM NO"],
    [
      "МОМ передала пограничникам Армении катер. Деньги, 40 тысяч долларов США, выделило правительство Японии.",
      /катер/,
      "iom AM JP",
    ],
    [
      "12 июня 2019 года в Оше открылся семинар МОМ. Пригласят и врачей из Китая, их приезд оплатит ОБСЕ.",
      /Семинар/,
      "iom osce CN KG",
    ],
    ["12 июня 2019 года в Армении прошла операция «Невод». Ещё 40 дел возбуждено в Грузии.", /Невод/, "AM GE"],
    ["12 июня 2019 года в Армении прошла операция «Невод». Грузия участвовать отказалась.", /Невод/, "AM"],
  ])("%s", (text, title, who) => expect(of(text, title)).toBe(who));
});

test("where the gathering just told of was held is said of it, not of another", () => {
  const text =
    "5 декабря 2016 года\n\nСовет министров внутренних дел СНГ на заседании 2 декабря утвердил план. Он рассчитан на год. Заседание принимал Душанбе.";
  expect(events(text).filter((e) => e.type === "meeting")).toHaveLength(1);
  expect(of(text, /план/)).toBe("cis TJ");
});

test("who sits in the gathering an item opens with is read past the operation told of between", () => {
  const text =
    "Заседание комиссии СНГ откроется на днях в Кишинёве. В повестке подготовка операции «Мигрант-2010». Операцию хотят провести с 24 мая по 4 июня. " +
    "В заседании участвуют делегации Армении и Молдавии. Азербайджанская сторона пришлёт наблюдателей. Соглашение подписано в Москве 6 марта 1998 года.";
  expect(of(text, /Заседание/)).toBe("cis AM MD AZ");
  const operation = events(text).find((e) => e.type === "operation");
  expect(operation?.when).toBe("2010-05-24?/2010-06-04?");
  expect(operation?.countries).toEqual([]);
});

test("an operation is held where its staff works", () => {
  expect(of("5–9 мая 2019 года Интерпол провёл операцию «Мост». Штаб работал в Тбилиси.", /Мост/)).toBe("interpol GE");
});

describe("a state that nobody names", () => {
  const service = "Государственная пограничная служба Кыргызской Республики\nТелефон доверия 117\n\nИтоги работы за 2019 год\n\n";
  const report = (text: string) =>
    `${service}${text} Наряды действовали слаженно, задержаны нарушители границы, и всех их передали следователям.`;
  test.each([
    // The other side of what its own service reports.
    [report("Совместно с пограничниками Казахстана в мае 2019 года проведена операция «Мост»."), /Мост/, "KZ KG"],
    [report("В мае 2019 года Казахстан провёл операцию «Мост»."), /Мост/, "KZ"],
    // A minister is the last country's; a programme runs in those it covers.
    ["5 мая 2019 года глава МОМ прибыла в Узбекистан. 6 мая 2019 года её принял министр занятости.", /Принял/i, "iom UZ"],
    [
      "5 мая 2019 года МОМ объявила о программе «Мост». Она охватит Казахстан и Киргизию и продлится с марта 2020 по май 2022 года.",
      /Программа/i,
      "iom KZ KG",
    ],
  ])("%s", (text, title, who) => expect(of(text, title)).toBe(who));
});

describe("guests alone came to somebody", () => {
  const adopted = "Ассамблея ОДКБ готовит закон для соседей. ";
  test.each([
    [
      `${adopted}За него на заседании комиссии 31 октября 2019 года голосовали все; представителя МОМ пригласили как эксперта.`,
      /Заседание/,
      "iom csto",
    ],
    ["31 октября 2019 года в Оше прошёл тренинг, на который МОМ пригласила экспертов.", /Тренинг/i, "iom KG"],
    // Observers of an operation are not those whose it is.
    ["Операция «Канал-2008» шла 3–5 мая 2008 года. Наблюдателем был Интерпол.", /Канал/, "interpol csto"],
    // Another's paper of the same kind.
    [
      `${adopted}Первые слушания прошли в Ереване в марте 2018 года. Похожий документ обсуждают эксперты СНГ.`,
      /слушания/i,
      "csto AM",
    ],
  ])("%s", (text, title, who) => expect(of(text, title)).toBe(who));
});

test("then, and there; the project is theirs whose it was called", () => {
  expect(of("1 декабря 2000 года в Минске подписан Указ СНГ. Тогда же утверждено Положение о Центре СНГ.", /Положение/)).toBe(
    "cis BY",
  );
  expect(
    of(
      "ОДКБ и СНГ спорят. По проекту МОМ в Оше отремонтировали дом. Проект стартовал 1 сентября 2021 года в Киргизии.",
      /Проект/,
    ),
  ).toBe("iom KG");
});

describe("whom the item is about lends its states to meetings alone", () => {
  const states = "5 мая 2019 года Армения, Грузия и Литва провели в Минске семинар СНГ.\n\n";
  test.each([
    ["Соглашение вступит в силу 1 июля.", /вступит/, /AM|GE|LT/],
    ["Операция «Плотина» пройдёт 1 июля.", /Плотина/, /AM|GE|LT/],
  ])("%s", (text, title, others) => {
    expect(of(states + text, title)).not.toBe("no such event");
    expect(of(states + text, title)).not.toMatch(others);
  });
});

test("on the page of a region's own body its work is its state's", () => {
  const page =
    "УПРАВЛЕНИЕ ФЕДЕРАЛЬНОЙ МИГРАЦИОННОЙ СЛУЖБЫ ПО ОМСКОЙ ОБЛАСТИ\n\nО работе за май\n\n5 мая 2019 года Управление приняло участие в операции ОДКБ «Плотина».";
  expect(of(page, /Плотина/)).toBe("csto RU");
});
