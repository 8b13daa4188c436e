import {expect, test} from "vitest";
import {partBoilerplate} from "../../src/site/boilerplate.ts";
import {readProse, text} from "../../src/site/prose.ts";

/** Parts a seed: lines that begin with | are boilerplate; their spans are handed over as ingest would. */
function parted(seed: string): string[] {
  const spans: [number, number][] = [];
  let at = 0;
  const bare = seed
    .split("\n")
    .map((line) => {
      const own = line.replace(/^\|/, "");
      if (own !== line) spans.push([at, at + own.length]);
      at += own.length + 1;
      return own;
    })
    .join("\n");
  const body = bare
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const parts = partBoilerplate(readProse(body).blocks, [0, bare.length], spans, new Map());
  return parts.map(({block, boilerplate}) => (boilerplate ? "| " : "") + text([block]).replaceAll("\n", " / "));
}

test.each([
  ["Новость.\n\nЕщё.", ["Новость.", "Ещё."]],
  [
    "|Меню сайта\n|Погода в городе\n\nНовость дня.\n\n|Все новости",
    ["| Меню сайта / Погода в городе", "Новость дня.", "| Все новости"],
  ],
  ["|Меню\nЗаголовок новости", ["| Меню", "Заголовок новости"]],
  [
    "|Меню сайта\n\n\n\n\nНовость первая, довольно длинная.\n\n\nВторая.\n|Фото имярек",
    ["| Меню сайта", "Новость первая, довольно длинная.", "Вторая.", "| Фото имярек"],
  ],
])("%j", (seed, expected) => {
  expect(parted(seed)).toEqual(expected);
});
