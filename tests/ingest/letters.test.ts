import fc from "fast-check";
import {expect, test} from "vitest";
import {runsIn} from "../../src/ingest/letters.ts";
import {words} from "../../src/ingest/names/words.ts";

// Words of several alphabets, marks that go on a word or hang alone, halves of signs beyond the basic plane.
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "мы",
        "É",
        "й",
        "e\u0301",
        "\u0301",
        "\u00ad",
        "12",
        "Ⅻ",
        "𝔞",
        "𐌰",
        "😀",
        "\ud800",
        "\udc00",
        " ",
        "-",
        "\n",
      ),
      fc.string({unit: "binary", maxLength: 3}),
    ),
    {maxLength: 20},
  )
  .map((signs) => signs.join(""));

test("runs of letters and digits are those of \\p{L} and \\p{N}", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(runsIn(text)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
    }),
    {numRuns: 5000},
  );
});

test("words begin with a letter or digit and go on over marks and soft hyphens, but do not end in one of these", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const found = words(text, {start: 0, end: text.length}).map(({start, end}) => text.slice(start, end));
      expect(found).toEqual(text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]*[\p{L}\p{N}\p{M}])?/gu) ?? []);
    }),
    {numRuns: 5000},
  );
});
