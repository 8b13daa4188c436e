import {describe, expect, test} from "vitest";
import {backToGathering, wentOnThere} from "../../../src/ingest/events/back-to-gathering.ts";

describe("how a sentence goes back to a gathering", () => {
  test.each([
    ["В ходе встречи стороны обсудили план.", "В ходе встречи"],
    ["Кроме того, на заседании утверждён план.", "Кроме того, на заседании"],
    [
      "По словам министра, по итогам трёхдневных консультаций решено многое.",
      "По словам министра, по итогам трёхдневных консультаций",
    ],
    ["На нём рассмотрены итоги.", "На нём"],
    ["По итогам подписан протокол.", undefined],
    ["На границе построен пост.", undefined],
  ])("backToGathering(%j) → %j", (words, found) => expect(backToGathering(words)).toBe(found));

  test.each([
    ["По итогам подписан протокол.", true],
    ["Здесь же утверждён план.", true],
    ["На встрече подписан протокол.", true],
    ["На границе подписан протокол.", false],
  ])("wentOnThere(%j) → %j", (words, is) => expect(wentOnThere(words)).toBe(is));
});
