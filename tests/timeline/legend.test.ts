import {expect, test} from "vitest";
import {controlWords} from "../../src/i18n/control-words.ts";
import {grammar, legend} from "../../src/timeline/legend.ts";

test.each(["ru", "en"])(
  "every word of the marks in %s stands beside a drawing of its own; eight of them under the score",
  (lang) => {
    const {title, ...words} = controlWords(lang).legend;
    const marks = grammar(lang);
    expect(marks.map(({word}) => word).sort()).toEqual(Object.values(words).sort());
    // What goes on is drawn as what has no end: the two differ in how it is known.
    expect(new Set(marks.map(({svg}) => svg)).size).toBe(marks.length);
    expect(legend(lang).title).toBe(title);
    expect(legend(lang).samples).toHaveLength(8);
  },
);
