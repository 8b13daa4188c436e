import {expect, test} from "vitest";
import {both} from "../../src/cli/report.ts";

const long = "Встреча прошла в Минске. ".repeat(20);

test.each([
  ["short values stand whole", "Иначе", null, ['"Иначе"', "null"]],
  ["lists too", [{id: "a"}], [], ['[{"id":"a"}]', "[]"]],
])("%s", (_, theirs, ours, shown) => {
  expect(both(theirs, ours)).toEqual(shown);
});

test("of long values the place where they part is shown", () => {
  const [is, has] = both(`${long}Добавлено.`, long);
  expect(is).toMatch(/^….{60}Добавлено\."$/);
  expect(has).toMatch(/^….{60}"$/);
  expect(both(long, "")).toEqual([expect.stringMatching(/^"Встреча.*…$/), '""']);
});
