import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readSeed} from "../../src/ingest/ingest.ts";
import {gazetteer} from "../../src/ingest/names/gazetteer.ts";
import {ownEntities, seedOf} from "./pages.ts";

const names = gazetteer(ownEntities());
const told = (text: string) => readSeed(seedOf(text), names).events;

const folder = join(import.meta.dirname, "../fixtures/accuracy/known/docs");
const documents = readdirSync(folder)
  .sort()
  .map((f) => readFileSync(join(folder, f), "utf8"));

const plain = (words: string) => words.toLowerCase().replaceAll("ё", "е").replaceAll("\u00ad", "");
const stems = (words: string) => (plain(words).match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((w) => w.slice(0, 3));

function checkTitle(title: string, text: string): void {
  const count = (sign: string) => title.split(sign).length - 1;
  expect(title.length).toBeLessThanOrEqual(110);
  expect([count("«"), count("("), count('"') % 2], title).toEqual([count("»"), count(")"), 0]);
  expect(title).not.toMatch(/^[\s,;:.–—)-]|[,;:–—-]$|,\s*,/u);
  expect(title).not.toMatch(
    /(?:^|\s)(?:в|во|на|с|к|по|из|от|о|об|для|и|а|но|или|что|который|которое|of|for|with|by|and|which|the)$/iu,
  );
  // The nominative changes endings, never the words.
  const own = plain(text);
  expect(
    stems(title).filter((w) => !own.includes(w)),
    title,
  ).toEqual([]);
}

describe("a title is whole and the source's own", () => {
  test.each(documents.map((text, i) => [i, text] as const))("document %i", (_, text) => {
    for (const {title} of told(text)) checkTitle(title, text);
  });

  test("whatever sentences stand side by side", () => {
    const sentences = documents.flatMap((d) => d.split(/(?<=[.!?])\s+|\n+/)).filter((s) => s.length > 20);
    const page = fc.array(fc.constantFrom(...sentences), {minLength: 1, maxLength: 5}).map((list) => list.join(" "));
    fc.assert(
      fc.property(page, (text) => {
        for (const {title} of told(text)) checkTitle(title, text);
      }),
      {numRuns: 200},
    );
  });
});

describe("titles", () => {
  const first = (text: string) => told(`Новости региона сегодня и завтра\n15.06.2021\n\n${text}`)[0]?.title;

  test.each([
    ["Учение спецназа ОДКБ «Кобальт-2010» началось 10 июня в Москве.", "Учение спецназа ОДКБ «Кобальт-2010»"],
    ["10 июня в Ташкенте прошло 36-е заседание Совета РАТС ШОС.", "36-е заседание Совета РАТС ШОС"],
    ["10 июня эксперты участвовали в 36-м заседании Совета РАТС ШОС.", "36-е заседание Совета РАТС ШОС"],
    [
      "Tashkent – The International Organization for Migration (IOM) and the Government of Uzbekistan on 10 June launched a three-year project to combat human trafficking.",
      "IOM and the Government of Uzbekistan launched a three-year project to combat human trafficking",
    ],
    [
      "Генеральные прокуроры стран Шанхайской организации сотрудничества 10 июня на состоявшемся в столице Кыргызстана двадцать втором заседании договорились о сотрудничестве.",
      "Генеральные прокуроры стран Шанхайской организации сотрудничества",
    ],
    ["Как передаёт корреспондент «Кабара», страны СНГ подписали соглашение 10 июня.", "Страны СНГ подписали соглашение"],
    ["Справочно: Совет СНГ создан в 2007 году.", "Совет СНГ создан"],
    ["Напомним, что Совет СНГ создан в 2007 году.", "Совет СНГ создан"],
    ["По его словам, страны СНГ подписали соглашение 10 июня.", "Страны СНГ подписали соглашение"],
    ["Собеседники отметили, что меморандум ОДКБ и ШОС был подписан 5 мая 2007 года.", "Меморандум ОДКБ и ШОС был подписан"],
    ["Армения заявила, что в 2020 году заморозила участие в ОДКБ.", "Армения заявила, что заморозила участие в ОДКБ"],
    ["10 июня исполнилось 15 лет со дня создания РАТС ШОС.", "Исполнилось 15 лет со дня создания РАТС ШОС"],
    ["10 июня ОДКБ задержала гражданина К.А., 1987 года рождения.", "ОДКБ задержала гражданина К.А., 1987 года рождения"],
    [
      'В ходе операции "Канал", проведенной в два этапа с 28 августа по 3 сентября 2007 года органами ОДКБ, из оборота изъято 8 тонн опия.',
      'Операция "Канал"',
    ],
    [
      "10 июня в форуме участвуют правоохранители России, представители МОМ и ОДКБ.",
      "В форуме участвуют правоохранители России, представители МОМ и ОДКБ",
    ],
    [
      "Вопросы миграции обсудят на заседании члены группы СНГ, которое пройдёт 10 июля в Минске.",
      "Вопросы миграции обсудят на заседании члены группы СНГ, которое пройдёт в Минске",
    ],
    [
      "10 июня эксперты обсудили меры в рамках Декларации ОДКБ, принятой по итогам саммита, на который съехались министры.",
      "Эксперты обсудили меры в рамках Декларации ОДКБ, принятой по итогам саммита, на который съехались министры",
    ],
    [
      "10 июня в силу вступило положение Программы ОДКБ на 2020–2025 годы, одобренной Правительством.",
      "Программа ОДКБ на 2020–2025 годы",
    ],
    [
      "10 июня президент подписал Закон «О ратификации Соглашения государств – участников СНГ об обмене сведениями в сфере борьбы с преступностью».",
      "Президент подписал Закон О ратификации Соглашения государств – участников СНГ об обмене сведениями в сфере …",
    ],
    ["10 июня состоялось тридцать второе заседание Совета РАТС ШОС.", "Тридцать второе заседание Совета РАТС ШОС"],
    ["«В сентябре готовим большие учения ОДКБ в Кыргызстане», – сказал он.", "Большие учения ОДКБ в Кыргызстане"],
    ["Вопросы миграции стали предметом консультаций, прошедших сегодня в Исполкоме СНГ.", "Консультации в Исполкоме СНГ"],
    ["Первый этап операции ОДКБ «Канал» прошёл 1 мая, второй – 10 июня.", "Первый этап операции ОДКБ «Канал»"],
  ])("%s → %s", (text, title) => {
    expect(first(text)).toBe(title);
  });
});

test.each([
  // A note of short sentences and nothing else.
  [
    "Страны ОДКБ провели операцию «Канал-Двина».\n\nС 12 по 16 июня 2019 года в ней работали таможенники.",
    "Операция «Канал-Двина»",
  ],
  // Flags and bullets of messengers.
  ["12 июня 2019\n\n🇺🇿Ташкент принял Совет министров внутренних дел СНГ, на нём говорили о розыске и связи.", "Ташкент принял"],
  // The year in a name is no day to leave out.
  ["Итоги\n\n12 мая 2018\n\n«Нелегал-2016» ОДКБ завершился 2 июня 2016 года.", "«Нелегал-2016» ОДКБ завершился"],
  // The year that is spoken of.
  [
    "Итоги\n\n12 мая 2018\n\nДля ОДКБ 2016 год стал годом юбилея: Ташкентскому договору исполнилось 20 лет.",
    "Для ОДКБ 2016 год стал годом юбилея",
  ],
])("%j → %s", (text, title) => {
  expect(told(text).map((e) => e.title).join("\n")).toContain(title);
});
