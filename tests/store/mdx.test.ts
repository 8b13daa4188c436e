import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {seedOf} from "../../src/ingest/decode.ts";
import {plainText} from "../../src/model/reading.ts";
import {render, textOf as engineText} from "../../src/store/engine.ts";
import {body} from "../../src/store/mdx.ts";
import {unfaithful, unfit} from "../../src/store/proof.ts";
import {yamlValue} from "../../src/store/yaml.ts";
import {astroReader, paragraphText, shapes} from "./astro.ts";
import {anyMarks, anyText, traps} from "./texts.ts";

const read = await astroReader();
const page = (mdx: string) => `---\ntitle: x\n---\n\n${mdx}\n`;
const shown = (given: string) => seedOf("a.txt", given).seed?.text ?? "";
const whole = (text: string) => ({start: 0, end: text.length});
const ours = /^p(?: (?:Quote|When|Mention|span))*$/;

test.each(traps)("%j alone comes back as itself", async (given) => {
  const text = shown(given);
  const {tree} = await read(page(body(text, whole(text), [])));
  expect(paragraphText(tree)).toBe(plainText(text, whole(text)));
});

test("any text with any marks, through Astro's own MDX, comes back as itself", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText.chain((given) => fc.tuple(fc.constant(shown(given)), anyMarks(shown(given).length))),
      async ([text, marks]) => {
        const mdx = body(text, whole(text), marks);
        const {tree} = await read(page(mdx));
        expect(paragraphText(tree)).toBe(plainText(text, whole(text)));
        expect(shapes(tree).filter((shape) => !ours.test(shape))).toEqual([]);
        // A quotation stands outside what was read within it.
        expect(shapes(tree).filter((shape) => /(?:When|Mention|Quote).*Quote/.test(shape))).toEqual([]);
        expect(engineText(render(mdx))).toBe(plainText(text, whole(text)));
      },
    ),
    {numRuns: 10_000},
  );
}, 120_000);

// Words, and signs that are harmless in one place and mean something in another.
const nearlyPlain = fc
  .array(
    fc.constantFrom(
      "мы",
      "www.a.ru",
      "import",
      "1",
      "a",
      "Мир",
      " ",
      "  ",
      ".",
      ":",
      "-",
      "–",
      "«",
      "»",
      '"',
      "(",
      ")",
      "*",
      "_",
      "2_б",
      "п. 4*",
      "\n",
      "\n\n",
      "!",
    ),
    {
      maxLength: 30,
    },
  )
  .map((signs) => signs.join(""));

test("what is taken for its text without being read, is it", () => {
  const count = {evident: 0};
  fc.assert(
    fc.property(
      fc.oneof(nearlyPlain, anyText).chain((given) => fc.tuple(fc.constant(shown(given)), anyMarks(shown(given).length))),
      ([given, marks]) => {
        const mdx = body(given, whole(given), marks);
        const text = plainText(given, whole(given));
        expect(unfaithful({body: mdx, text})).toBeNull();
        const parts = text.split("\n\n");
        mdx.split("\n\n").forEach((one, i) => {
          // Any other text in its place is noticed, whether it was read or not.
          expect(unfaithful({body: one, text: `${parts[i] ?? ""}я`})).not.toBeNull();
          if (one === parts[i]) count.evident++;
          expect(engineText(render(one))).toBe(parts[i]);
        });
      },
    ),
    {numRuns: 3000},
  );
  expect(count.evident).toBeGreaterThan(300);
}, 120_000);

test("a title of any text is read back by Astro as that text", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText.filter((text) => unfit({text}) === null),
      async (given) => {
        const title = shown(given);
        const fields = {title, seed: {file: title, span: [0, 1]}, sources: [{quote: title, document: "a"}], [`__proto__`]: "x"};
        const lines = Object.entries(fields).map(([name, value]) => `${name}:${yamlValue(value)}`);
        const {data} = await read(`---\n${lines.join("\n")}\n---\n\nтекст\n`);
        expect(data.title).toBe(title);
        expect(data.seed).toEqual(fields.seed);
        expect(data.sources).toEqual(fields.sources);
      },
    ),
    {numRuns: 3000, examples: [['\u2028import x from "y"'], ["\u2029export default 1"]]},
  );
}, 60_000);

describe("body", () => {
  const text = "Первая встреча ОДКБ\nсостоялась 13 декабря.\n\nВторая.";
  const at = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length});
  const quote = (event: string, words: string) => ({name: "Quote" as const, attributes: {event}, span: at(words)});
  const mention = (words: string) => ({
    name: "Mention" as const,
    attributes: {kind: "organization", id: "csto"},
    span: at(words),
  });
  test.each([
    ["nothing read", [], "Первая встреча ОДКБ\nсостоялась 13 декабря.\n\nВторая."],
    [
      "a mention inside a quotation",
      [mention("ОДКБ"), quote("e", "встреча ОДКБ\nсостоялась")],
      'Первая <Quote event="e">встреча <Mention kind="organization" id="csto">ОДКБ</Mention>\nсостоялась</Quote> 13 декабря.\n\nВторая.',
    ],
    [
      "a mention cut where a quotation ends",
      [mention("встреча ОДКБ"), quote("e", "Первая встреча")],
      '<Quote event="e">Первая <Mention kind="organization" id="csto">встреча</Mention></Quote><Mention kind="organization" id="csto"> ОДКБ</Mention>\nсостоялась 13 декабря.\n\nВторая.',
    ],
    [
      "quotations that share words",
      [quote("a", "Первая встреча"), quote("b", "встреча ОДКБ")],
      '<Quote event="a">Первая </Quote><Quote event="a b">встреча</Quote><Quote event="b"> ОДКБ</Quote>\nсостоялась 13 декабря.\n\nВторая.',
    ],
    [
      "a quotation over two paragraphs; one that fills its paragraph stays a paragraph",
      [quote("e", "13 декабря.\n\nВторая.")],
      'Первая встреча ОДКБ\nсостоялась <Quote event="e">13 декабря.</Quote>\n\n<p><Quote event="e">Вторая.</Quote></p>',
    ],
  ])("%s", (_, marks, mdx) => {
    expect(body(text, whole(text), marks)).toBe(mdx);
  });

  test("a hundred kilobytes of the worst text take no longer than a second", () => {
    for (const worst of ["_a", "*a", "[a", "`a ", "<a", "{a", "~a", "\\_", "![", "&a", "a\n- ", "> ", "**a ", "|"]) {
      const long = worst.repeat(100_000 / worst.length);
      const started = performance.now();
      const mdx = body(long, whole(long), []);
      expect(engineText(render(mdx))).toBe(plainText(long, whole(long)));
      expect(performance.now() - started, worst).toBeLessThan(1000);
    }
  }, 60_000);
});
