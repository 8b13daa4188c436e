import {describe, expect, test} from "vitest";
import {ingest} from "../../src/ingest/ingest.ts";
import {compatible, shingleLikeness} from "../../src/ingest/same-event.ts";
import {ownEntities, seedOf} from "./pages.ts";

const entities = ownEntities();
const read = (texts: string[], options = {}) =>
  ingest(
    texts.map((t, i) => seedOf(t, `${String(i)}.txt`)),
    entities,
    options,
  );

describe("compatible dates", () => {
  test.each([
    ["2019-05-14", "2019-05", true],
    ["2019-05-14", "2019-05-13/2019-05-15", true],
    ["2019-05-14~", "2019-05-16", true],
    ["2019-05-14", null, true],
    ["XXXX-05-14", "2019-05-14", true],
    ["2019-05-14", "2019-05-15", false],
    ["2019", "2020-01", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(compatible(a, b)).toBe(same);
    expect(compatible(b, a)).toBe(same);
  });
});

test("shingles: the same words are 1, other words are 0", () => {
  expect(shingleLikeness("состоялась встреча глав двух стран", "Состоялась встреча глав двух стран!")).toBe(1);
  expect(shingleLikeness("состоялась встреча глав двух стран", "подписан план на два года")).toBe(0);
});

const one =
  "Заседание прошло\n\n14 мая 2019 года в Минске состоялось заседание Координационного совета ОДКБ по вопросам борьбы с незаконной миграцией. Речь шла о границах.";
const two =
  "Встреча в Минске\n\nКоординационный совет ОДКБ собрался. 14 мая 2019 года в Минске состоялось заседание Координационного совета ОДКБ по вопросам борьбы с незаконной миграцией.";

describe("two documents on one event", () => {
  test("are one event with two sources", () => {
    const {events, documents, matches} = read([one, two]);
    const meeting = events.filter((e) => e.when === "2019-05-14");
    expect(meeting).toHaveLength(1);
    expect(new Set(meeting[0]?.sources.map((s) => s.document))).toEqual(new Set(["0.txt#1", "1.txt#1"]));
    expect(documents.every((d) => d.events.includes(meeting[0]?.key ?? ""))).toBe(true);
    expect(matches.some((m) => m.same)).toBe(true);
  });

  test("stay two where a person says so", () => {
    const keys = read([one]).events.concat(
      read([two.replace(/^/, "")]).events.map((e) => ({...e, key: e.key.replace("0.txt", "1.txt")})),
    );
    const [a, b] = keys.filter((e) => e.when === "2019-05-14").map((e) => e.key);
    const {events} = read([one, two], {notSameAs: [[a, b]]});
    expect(events.filter((e) => e.when === "2019-05-14")).toHaveLength(2);
  });

  test("stay two where a person names the other's document, for its event has no page", () => {
    const [a] = read([one]).events.filter((e) => e.when === "2019-05-14");
    const {events, matches} = read([one, two], {notSameAs: [[a?.key ?? "", "1.txt#1"]]});
    expect(events.filter((e) => e.when === "2019-05-14")).toHaveLength(2);
    expect(matches.filter((m) => m.same)).toEqual([]);
  });

  test("become one where a person says so", () => {
    const other = "Хроника\n\n20 мая 2019 года в Астане министры стран ШОС обсудили торговлю зерном и дороги.";
    const [a] = read([one]).events.map((e) => e.key);
    const [b] = read([one, other])
      .events.filter((e) => e.when === "2019-05-20")
      .map((e) => e.key);
    const {events} = read([one, other], {sameAs: [[a, b]]});
    expect(events.find((e) => e.key === a)?.sources.some((s) => s.document === "1.txt#1")).toBe(true);
    expect(events.some((e) => e.key === b)).toBe(false);
  });

  test("on other days are two", () => {
    expect(read([one, two.replace("14 мая", "15 мая")]).events.filter((e) => e.when?.startsWith("2019-05"))).toHaveLength(2);
  });
});

test("the heading, the lead and the body of one text are one event", () => {
  const text =
    "В Минске прошло заседание КСБНМ\n\n14 мая 2019, 12:00\n\nЗаседание КСБНМ прошло в Минске 14 мая. Заседание Координационного совета прошло 14 мая 2019 года.";
  const {events} = read([text]);
  expect(events).toHaveLength(1);
  expect(events[0]?.sources.length).toBeGreaterThan(1);
});

describe("papers of one day are of those who signed them", () => {
  const head = "Подписаны протоколы в Минске\n\n14 мая 2019\n\n";
  const sides = (texts: string[]) =>
    read(texts).events.map((e) => [e.when, ...e.organizations.map(({id}) => id).sort()].join(" "));
  test("in one text", () => {
    expect(
      sides([
        `${head}13 мая 2019 года ОДКБ и СНГ подписали протокол о сотрудничестве. 13 мая 2019 года ШОС и СНГ подписали протокол о сотрудничестве.`,
      ]),
    ).toEqual(["2019-05-13 cis csto", "2019-05-13 cis sco"]);
  });
  test("in two", () => {
    const text = (who: string, number = "") =>
      `${head}13 мая 2019 года ${who} подписали протокол${number} о взаимном сотрудничестве.`;
    expect(sides([text("ОДКБ и СНГ"), text("ШОС и СНГ")])).toHaveLength(2);
    expect(sides([text("ОДКБ и СНГ", " № 14"), text("ОДКБ и СНГ", " № 97")])).toHaveLength(2);
    expect(sides([text("ОДКБ и СНГ", " № 14"), text("ОДКБ и СНГ")])).toEqual(["2019-05-13 cis csto"]);
  });
});
