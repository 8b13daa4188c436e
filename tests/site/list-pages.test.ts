import {expect, test} from "vitest";
import {pageCount, pageOf, pager} from "../../src/site/list-pages.ts";

test.each([
  [1, 1, [1]],
  [7, 1, [1, 2, 3, 4, 5, 6, 7]],
  [8, 1, [1, 2, 3, null, 6, 7, 8]],
  [100, undefined, [1, 2, 3, null, 98, 99, 100]],
  [100, 50, [1, 2, 3, null, 48, 49, 50, 51, 52, null, 98, 99, 100]],
  [100, 7, [1, 2, 3, 4, 5, 6, 7, 8, 9, null, 98, 99, 100]],
])("pager(%i, %j) → %j", (count, current, expected) => {
  expect(pager(count, current)).toEqual(expected);
});

test("the pages of a list hold it all, once and in order", () => {
  const list = Array.from({length: 401}, (_, i) => i);
  expect(Array.from({length: pageCount(list)}, (_, i) => pageOf(list, i + 1)).flat()).toEqual(list);
});
