import {expect, test} from "vitest";
import {whoAndWhen} from "../../src/site/document-page.ts";

test.each([
  [{publisher: "БЕЛТА", published: "2023-12-13"}, "ru", "БЕЛТА, 13 декабря 2023 г."],
  [{publisher: null, published: null}, "ru", "Источник не указан."],
  [{publisher: "Acme Inc.", published: null}, "en", "Acme Inc."],
  [{publisher: "BelTA", published: "2023-12-13"}, "en", "BelTA, 13 December 2023."],
])("%j in %s → %j: one full stop", (page, language, words) => {
  expect(whoAndWhen(page, language).replaceAll("\u00a0", " ")).toBe(words);
});
