import {describe, expect, test} from "vitest";
import {find, lines, readProse, text, words} from "../../src/site/prose.ts";
import {passage} from "../../src/site/passage.ts";

const shape = (body: string) =>
  readProse(body).blocks.map((block) => [block.kind, "children" in block && block.kind !== "quotation" ? text([block]) : ""]);

describe("a body is read as text with marks in it", () => {
  test.each([
    [
      "a paragraph a paragraph",
      "Раз.\n\nДва.",
      [
        ["paragraph", "Раз."],
        ["paragraph", "Два."],
      ],
    ],
    ["a line break stays", "раз\nдва", [["paragraph", "раз\nдва"]]],
    ["a line that is one component", '<Quote event="a">Раз.</Quote>', [["paragraph", "Раз."]]],
    [
      "two such lines are one paragraph",
      '<Quote event="a">Раз.</Quote>\n<Quote event="b">Два.</Quote>',
      [["paragraph", "Раз.\nДва."]],
    ],
    ["such a line between others", 'раз\n<Mention kind="place" id="x">два</Mention>\nтри', [["paragraph", "раз\nдва\nтри"]]],
    [
      "a blank line parts them",
      '<Quote event="a">Раз.</Quote>\n\n<Quote event="b">Два.</Quote>',
      [
        ["paragraph", "Раз."],
        ["paragraph", "Два."],
      ],
    ],
    ["an expression is its own text", "всего {1 + 1}", [["paragraph", "всего {1 + 1}"]]],
    ["an import is its own text", 'import x from "y"', [["paragraph", 'import x from "y"']]],
    ["an unknown component is its own text", "<Foo>bar</Foo>", [["paragraph", "<Foo>bar</Foo>"]]],
    ["escaped signs", "\\<script> \\{x} \\# №", [["paragraph", "<script> {x} # №"]]],
    ["p keeps a paragraph whole", "<p># не заголовок</p>", [["paragraph", "# не заголовок"]]],
    ["broken markup is plain text", '<Quote event="a">раз', [["paragraph", '<Quote event="a">раз']]],
  ])("%s", (_, body, expected) => {
    expect(shape(body)).toEqual(expected);
  });

  test("attributes are read; what is empty is nothing", () => {
    const {blocks} = readProse('<Quote event="a b">в <When edtf="" basis="none">недавно</When></Quote>');
    const [block] = blocks;
    const children = block?.kind === "paragraph" ? block.children : [];
    expect(find(children, "quote")[0]?.events).toEqual(["a", "b"]);
    expect(find(children, "when")[0]).toMatchObject({edtf: null, basis: "none", note: null});
  });

  test("an address of another scheme is no link", () => {
    const {blocks} = readProse("[да](https://a.example) [нет](javascript:alert)");
    const [block] = blocks;
    const links = block?.kind === "paragraph" ? find(block.children, "link") : [];
    expect(links.map(({href}) => href)).toEqual(["https://a.example"]);
  });
});

describe("the passage around an event's words", () => {
  const body = 'До. <Quote event="a">Слова.</Quote> После.\n\nСледующий абзац.';
  test("holds its paragraph, its own words apart, and the start of the next", () => {
    expect(passage(readProse(body), "a")).toEqual({
      paragraphs: [
        [
          {text: "До. ", own: false},
          {text: "Слова.", own: true},
          {text: " После.", own: false},
        ],
        [{text: "Следующий абзац.", own: false}],
      ],
      cutAfter: false,
    });
  });
  test("is cut between words", () => {
    const long = passage(readProse(`<Quote event="a">Слова.</Quote>\n\n${"слово ".repeat(200)}`), "a");
    expect(long?.cutAfter).toBe(true);
    expect(long?.paragraphs[1]?.[0]?.text).toMatch(/^(слово )+слово$/);
  });
  test("keeps what is next to words that stand far apart", () => {
    const between = passage(readProse(`<Quote event="a">Раз.</Quote> ${"слово ".repeat(300)}<Quote event="a">Два.</Quote>`), "a");
    const [, context] = between?.paragraphs[0] ?? [];
    expect(context?.text).toMatch(/^ (слово )+слово … (слово )+$/);
    expect(context?.text.length).toBeLessThan(700);
    const apart = passage(readProse('<Quote event="a">Раз.</Quote>\n\nПервый.\n\nВторой.\n\n<Quote event="a">Два.</Quote>'), "a");
    expect(apart?.paragraphs.map((line) => line.map(({text}) => text).join(""))).toEqual(["Раз.", "…", "Два."]);
  });
  test("is nothing where the words are not marked", () => {
    expect(passage(readProse(body), "b")).toBeNull();
  });
});

test("a component that runs over a line break stands on both lines", () => {
  const [block] = readProse('a <Quote event="x">b\nc <Mention kind="place" id="m">d\ne</Mention></Quote> f').blocks;
  const rows = block?.kind === "paragraph" ? lines(block.children) : [];
  expect(rows.map(words)).toEqual(["a b", "c d", "e f"]);
  expect(rows.map((row) => find(row, "quote").length)).toEqual([1, 1, 1]);
  expect(rows.map((row) => find(row, "mention").map((node) => words(node.children)))).toEqual([[], ["d"], ["e"]]);
});
