import {describe, expect, test, vi} from "vitest";
import {disambiguate} from "../../../src/ingest/names/disambiguate.ts";
import {findNames} from "../../../src/ingest/names/find.ts";
import {gazetteer} from "../../../src/ingest/names/gazetteer.ts";
import {words} from "../../../src/ingest/names/words.ts";
import {entity, ownEntities} from "../pages.ts";

const own = gazetteer(ownEntities());

/** Names of a text as `form → id`, those inside others and topics left out. */
function names(text: string, g = own): string[] {
  const list = words(text, {start: 0, end: text.length});
  return disambiguate(findNames(list, g), list)
    .found.filter((f) => !f.inner && f.entity.kind !== "topic")
    .map((f) => `${text.slice(list[f.from]?.start, list[f.to - 1]?.end)} → ${f.entity.id}`);
}

test.each([
  ["на перевале Кызыл-Арт", []],
  ["в городе Кызыл-Кия", ["Кызыл-Кия → kyzyl-kiya"]],
  ["в зале «Минск-Арена»", ["Минск → minsk"]],
  ["рейс Бишкек-Ош", ["Бишкек → bishkek", "Ош → osh"]],
])("half a place's name is no other place: %s → %j", (text, found) => expect(names(text)).toEqual(found));

test("a word within a longer name is no open question", () => {
  const open = (text: string) => {
    const list = words(text, {start: 0, end: text.length});
    return disambiguate(findNames(list, own), list).open.length;
  };
  expect(open("The International Organization for Migration opened an office.")).toBe(0);
  expect(open("Members of the Organization met.")).toBe(1);
});

describe("names of organisations", () => {
  test.each([
    ["в Организации Договора о коллективной безопасности", ["Организации Договора о коллективной безопасности → csto"]],
    ["Секретаря Организации Договора\nо коллективной безопасности", ["Организации Договора\nо коллективной безопасности → csto"]],
    ["государств – членов ОДКБ", ["ОДКБ → csto"]],
    ["государств-членов\u00a0ОДКБ", ["ОДКБ → csto"]],
    ["Содружества Независимых\u00a0Государств", ["Содружества Независимых\u00a0Государств → cis"]],
    ["Исполнительный комитет РАТС", ["Исполнительный комитет РАТС → sco-rats"]],
    ["с Международной организацией по миграции", ["Международной организацией по миграции → iom"]],
    ["в Шанхайской организации сотрудничества", ["Шанхайской организации сотрудничества → sco"]],
    ["Исполкомом СНГ", ["Исполкомом СНГ → cis-executive"]],
    [
      "Антитеррористическому центру государств – участников СНГ",
      ["Антитеррористическому центру государств – участников СНГ → cis-atc"],
    ],
    ["Управление ООН по наркотикам и преступности", ["Управление ООН по наркотикам и преступности → unodc"]],
    ["УНП ООН, ОБСЕ и Интерпола", ["УНП ООН → unodc", "ОБСЕ → osce", "Интерпола → interpol"]],
    ["Организация по безопасности и сотрудничеству в Европе", ["Организация по безопасности и сотрудничеству в Европе → osce"]],
    ["the Collective Security Treaty Organization (CSTO)", ["Collective Security Treaty Organization → csto", "CSTO → csto"]],
    // with Latin O and K
    ["представители OДKБ", ["OДKБ → csto"]],
    ["в один момент мом и снг", []],
  ])("%j → %j", (text, found) => {
    expect(names(text)).toEqual(found);
  });
});

describe("names of states and cities", () => {
  test.each([
    ["Республики Армения, Кыргызской Республики", ["Республики Армения → AM", "Кыргызской Республики → KG"]],
    ["в Казахстане и на Украине", ["Казахстане → KZ", "Украине → UA"]],
    ["с узбекскими коллегами", ["узбекскими → UZ"]],
    ["двое таджикистанцев", ["таджикистанцев → TJ"]],
    // The police of a region are named by the adjective of its chief town.
    ["тамбовские полицейские в Тамбовской области", ["тамбовские → tambov", "Тамбовской области → tambov-region"]],
    ["на полигоне «Эдельвейс»", ["полигоне «Эдельвейс → edelweiss"]],
    // Names that share their plural noun.
    [
      "в Ошской, Баткенской и Таласской областях",
      ["Ошской → osh-region", "Баткенской → batken-region", "Таласской областях → talas-region"],
    ],
    ["в большой и Таласской областях", ["Таласской областях → talas-region"]],
    ["в Нью-Йорке и Санкт‑Петербурге", ["Нью-Йорке → new-york", "Санкт‑Петербурге → saint-petersburg"]],
    ["в Алма-Ате", ["Алма-Ате → almaty"]],
    ["под Грозным", ["Грозным → grozny"]],
    ["грозным голосом из вены", []],
  ])("%j → %j", (text, found) => {
    expect(names(text)).toEqual(found);
  });
});

describe("abbreviations of states count in company only", () => {
  test.each([
    ["министров внутренних дел РК, КР, РТ и РУ", ["РК → KZ", "КР → KG", "РТ → TJ", "РУ → UZ"]],
    ["глава МВД РК", ["РК → KZ"]],
    ["президент РТ", ["РТ → TJ"]],
    ["Республика Казахстан (РК)", ["Республика Казахстан → KZ", "РК → KZ"]],
    ["формат РТ не открылся", []],
    ["кнопка РУ", []],
  ])("%j → %j", (text, found) => {
    expect(names(text)).toEqual(found);
  });
});

describe("generic words stand for whom the text named", () => {
  test.each([
    ["Страны СНГ. Государства Содружества", ["СНГ → cis", "Содружества → cis"]],
    ["Государства Содружества", []],
    // What is said of the CIS alone needs no word before.
    ["Главы государств – участников Содружества", ["государств – участников Содружества → cis"]],
    ["Агентство по контролю за наркотиками", []],
    ["Таджикистан. Агентство по контролю за наркотиками", ["Таджикистан → TJ", "Агентство по контролю за наркотиками → TJ"]],
    ["ОДКБ и ШОС. Генеральный секретарь Организации прибыл", ["ОДКБ → csto", "ШОС → sco", "Организации → sco"]],
    ["В ОДКБ. Организация встречи удалась", ["ОДКБ → csto"]],
    ["хорошая организация", []],
  ])("%j → %j", (text, found) => {
    expect(names(text)).toEqual(found);
  });
});

describe("the longest name wins", () => {
  const g = gazetteer([
    entity("organization", "union", {ru: "Союз"}),
    entity("organization", "writers", {ru: "Союз писателей"}),
    entity("organization", "writers-north", {ru: "Союз писателей Севера"}),
  ]);
  test.each([
    ["Союза", "union"],
    ["Союзу писателей", "writers"],
    ["Союзом писателей Севера", "writers-north"],
    ["Союзом писателей Юга", "writers"],
  ])("%s → %s", (text, id) => {
    expect(names(text, g)).toEqual([`${text.replace(" Юга", "")} → ${id}`]);
  });
});

test("ten thousand names cost at most twice what a hundred cost", () => {
  const many = (n: number) =>
    gazetteer(
      Array.from({length: n}, (_, i) => entity("organization", `o${String(i)}`, {ru: `Комитет ${name(i)} ${name(i * 7 + 3)}`})),
    );
  const [few, lots] = [many(100), many(10_000)];
  const text = Array.from({length: 20_000}, (_, i) => (i % 9 ? name(i * 31) : "Комитета Абвгда")).join(" ");
  const list = words(text, {start: 0, end: text.length});
  // Steps through the names, not seconds: those would measure what else the machine is doing.
  const steps = (g: typeof few) => {
    const asked = vi.spyOn(Map.prototype, "get");
    findNames(list, g);
    const count = asked.mock.calls.length;
    asked.mockRestore();
    return count;
  };
  const [cheap, dear] = [steps(few), steps(lots)];
  expect(cheap).toBeGreaterThan(list.length);
  expect(dear / cheap).toBeLessThan(2);
});

// Words of three syllables, as many as asked for.
function name(i: number): string {
  const syllables = ["ба", "го", "ди", "ке", "лу", "мя", "но", "пе", "ри", "сва", "ту", "фо"];
  let word = "";
  for (let k = i + 1, j = 0; j < 4; j++, k = Math.floor(k / 7) + j * 5) word += syllables[k % syllables.length] ?? "";
  return word.charAt(0).toUpperCase() + word.slice(1) + "н";
}
