import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {messages} from "../../src/i18n/messages.ts";
import type {TimelineData} from "../../src/timeline/item.ts";
import {textOf} from "./html.ts";
import {fixtureSite} from "./site.ts";

let out = "";
beforeAll(async () => {
  out = await fixtureSite();
});

describe.each([
  ["ru", ""],
  ["en", "en/"],
])("the method page in %s", (lang, folder) => {
  const section = () =>
    /<section[^>]* id="marks"[\s\S]*?<\/section>/.exec(readFileSync(join(out, folder, "method/index.html"), "utf8"))?.[0] ?? "";
  const lists = (name: string) =>
    [...section().matchAll(new RegExp(`<ul class="${name}[^>]*>[\\s\\S]*?</ul>`, "g"))].map(([list]) => list);
  const entries = (list = "") => list.split("<li>").slice(1);

  test("shows every mark twice, for one organisation and for two, with its words", () => {
    const marks = entries(lists("marks")[0]);
    const {grammar} = messages(lang).method;
    expect(marks.map((mark) => mark.match(/<svg/g)?.length)).toEqual(Object.keys(grammar).map(() => 2));
    expect(marks.map((mark) => [/<b>(.*?)<\/b>/.exec(mark)?.[1], /<p>(.*?)<\/p>/.exec(mark)?.[1]])).toEqual(
      Object.values(grammar).map(({word, note}) => [word, note]),
    );
  });

  test("shows every lane of the content with its shape, in the inks of both themes and their contrast", () => {
    const home = readFileSync(join(out, folder, "index.html"), "utf8");
    const {lanes} = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(home)?.[1] ?? "") as TimelineData;
    const palettes = lists("palette");
    expect(palettes).toHaveLength(2);
    for (const list of palettes) {
      const swatches = entries(list);
      expect(swatches.map((swatch) => [/<b>(.*?)<\/b>/.exec(swatch)?.[1], Number(/lane-(\d)/.exec(swatch)?.[1])])).toEqual(
        lanes.map(({name, ink}) => [name, ink]),
      );
      expect(swatches.filter((swatch) => !/#[0-9a-f]{6} \S+ \d+[.,]\d:1/.test(textOf(swatch)))).toEqual([]);
    }
    expect(textOf(palettes[0] ?? "")).not.toBe(textOf(palettes[1] ?? ""));
  });
});
