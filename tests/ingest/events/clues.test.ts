import {describe, expect, test} from "vitest";
import {findClues} from "../../../src/ingest/events/clues.ts";
import {words} from "../../../src/ingest/names/words.ts";

/** What the words of a text say, each as «form: class type status». */
const said = (text: string, from = 0, to = Infinity): string[] => {
  const list = words(text, {start: 0, end: text.length});
  return findClues(list, from, Math.min(to, list.length)).map((c) => `${c.word.form}: ${c.class} ${c.type} ${String(c.status)}`);
};

describe("a word says what its neighbours let it say", () => {
  test.each([
    ["за круглым столом", ["столом: noun meeting null"]],
    ["за дубовым столом", []],
    ["принял верховного комиссара и посла", ["принял: act agreement happened"]],
    ["принял чрезвычайного посла", ["принял: act meeting happened"]],
    ["принял меры", []],
    ["создан центр", ["создан: act other happened"]],
    ["создан центр по закону", ["создан: act agreement happened", "закону: noun agreement null"]],
    ["создадут центр", ["создадут: act other planned"]],
    ["не подписала", ["подписала: say statement happened"]],
    ["не обсудила", []],
    ["вступила в ФИФА", ["вступила: act other happened"]],
    ["вступила в ссору", []],
    ["the EU organised a training", ["organised: hold other happened", "training: noun training null"]],
    ["a drill was organised", ["drill: noun exercise null"]],
    ["предусмотренном уставом", []],
    ["уставом", ["уставом: noun agreement null"]],
    ["в новом проекте", []],
    ["новый проект", ["проект: noun other null"]],
    ["подводить итоги коллеги будут", ["подводить: hold other planned"]],
    ["подводить итоги", []],
    ["любит учиться", []],
    ["будет учиться", ["учиться: act training planned"]],
    ["на полигоне училась рота", []],
    ["в мае училась рота", ["училась: act training happened"]],
    ["практикум", ["практикум: noun training null"]],
    ["новая практика", []],
    ["с послом беседовал министр", ["беседовал: act meeting happened"]],
  ])("%s → %j", (text, expected) => expect(said(text)).toEqual(expected));

  test("neighbours end with the sentence", () => {
    expect(said("Стал круглым. Стол накрыт.", 2)).toEqual([]);
  });
});
