import {describe, expect, test} from "vitest";
import {timeScale} from "../../src/timeline/scale.ts";
import {ticks} from "../../src/timeline/ticks.ts";
import {textWidth} from "../../src/timeline/widths.ts";
import {bounds} from "../../src/model/edtf.ts";

const at = (edtf: string) => bounds(edtf)?.earliest ?? 0;
const axis = (from: string, to: string, lang = "ru", width = 932) => {
  const window = {from: at(from), to: at(to)};
  return ticks(timeScale(window, 172, 172 + width), window, 172, 172 + width, lang);
};
const texts = (from: string, to: string, lang?: string) =>
  axis(from, to, lang)
    .filter((t) => t.text)
    .map((t) => t.text.replaceAll("\u00a0", " "));

describe("what the axis says, from billions of years to minutes", () => {
  test.each([
    ["Y-13800000000", "2000", "ru", ["12 млрд лет назад", "10 млрд лет назад"]],
    ["Y-66000000", "0000", "en", ["60 million years ago"]],
    ["-3000", "2000", "ru", ["2501 до н. э.", "500"]],
    ["1900", "2000", "ru", ["1900", "1950"]],
    ["2008", "2026", "ru", ["2008", "2009", "2025"]],
    ["2015-07", "2017", "ru", ["2015", "авг", "2016", "февр"]],
    ["2015-07", "2017", "en", ["2015", "Aug", "2016", "Feb"]],
    ["2021-03", "2021-05", "ru", ["апр", "5", "10", "15"]],
    ["2021-03-01", "2021-03-04", "ru", ["2", "3", "12:00"]],
    ["2021-03-01T10:00", "2021-03-01", "ru", []],
  ])("%s – %s, %s", (from, to, lang, some) => {
    if (at(from) >= at(to)) return;
    expect(texts(from, to, lang)).toEqual(expect.arrayContaining(some));
  });

  test("minutes", () => {
    const window = {from: Date.UTC(2021, 2, 1, 10), to: Date.UTC(2021, 2, 1, 11)};
    const said = ticks(timeScale(window, 0, 900), window, 0, 900, "ru").map((t) => t.text.replaceAll("\u00a0", " "));
    expect(said).toEqual(expect.arrayContaining(["1 марта 2021", "10:05", "10:30"]));
  });
});

describe("texts of the axis never touch", () => {
  const lengths = [0.04, 0.3, 1, 3, 10, 40, 150, 400, 800, 2500, 7000, 40_000, 4e5, 4e7, 4e10];
  test.each(
    lengths.flatMap((days) =>
      (["ru", "en"] as const).flatMap((lang) => [288, 620, 932].map((width) => [days, lang, width] as const)),
    ),
  )("%d days, %s, %i px", (days, lang, width) => {
    const window = {from: Date.UTC(2015, 6, 3, 7), to: Date.UTC(2015, 6, 3, 7) + days * 86_400_000};
    const scale = timeScale(window, 172, 172 + width);
    const all = ticks(scale, window, 172, 172 + width, lang).filter((t) => t.text);
    const spans = all
      .map((t) => {
        const w = textWidth(t.text, 12.5, t.strong ? 600 : 400);
        const x = t.anchor === "start" ? t.at : t.anchor === "end" ? t.at - w : t.at - w / 2;
        return [x, x + w] as const;
      })
      .sort((a, b) => a[0] - b[0]);
    spans.forEach((s, i) => i && expect(s[0], JSON.stringify(all)).toBeGreaterThanOrEqual((spans[i - 1]?.[1] ?? 0) + 1));
    expect(all.length).toBeLessThan(120);
    expect(all.length).toBeGreaterThan(0);
  });
});
