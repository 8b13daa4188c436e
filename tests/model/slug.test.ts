import {slugify} from "transliteration";
import fc from "fast-check";
import {expect, test} from "vitest";
import {slug} from "../../src/model/slug.ts";

test.each([
  ["2023-12-13 Заседание Координационного совета", "2023-12-13-zasedanie-koordinacionnogo-soveta"],
  ["«Нелегал-2»: № 5", "nelegal-2-no-5"],
  ["北京 и Ташкент", "bei-jing-i-tashkent"],
  ["CON", "con-file"],
  ["!", "untitled"],
])("slug(%j) → %j", (text, name) => {
  expect(slug(text)).toBe(name);
});

test("a name is cut between words", () => {
  expect(slug("Подписание очередного плана", 20)).toBe("podpisanie");
});

test("signs looked up one by one read as the whole text does", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      const whole = slugify(text, {lowercase: true, separator: "-", allowedChars: "a-zA-Z0-9"});
      expect(slug(`a ${text}`, Infinity)).toBe(whole ? `a-${whole}` : "a");
    }),
  );
});
