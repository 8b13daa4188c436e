import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildSite, copyOfProgram, filesOf, fixture, rebuildSite} from "./site.ts";

let folder = "";
let content = "";
let out = "";
let project = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "letopis-rebuild-"));
  content = join(folder, "content");
  out = join(folder, "out");
  cpSync(fixture, content, {recursive: true});
  project = copyOfProgram(folder);
  await buildSite(content, out, project);
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

const edit = (file: string, from: string | RegExp, to: string) => {
  const path = join(content, file);
  const text = readFileSync(path, "utf8");
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(path, text.replace(from, to));
};
const times = () => new Map(filesOf(out).map((file) => [file, statSync(join(out, file)).mtimeMs]));

/** Pages each change leaves untouched, at least. */
test.each<[string, () => void, string[]]>([
  ["nothing", () => undefined, ["index.html", "events/pautina/index.html", "en/events.json", "pagefind/pagefind.js"]],
  [
    "an event's words and date",
    () => {
      edit("events/2016-01-21-sbor.mdx", /^title: .*$/m, "title: Иной заголовок");
      edit("events/2016-01-21-sbor.mdx", /^when: .*$/m, 'when: "2016-02"');
    },
    ["countries/index.html", "share/documents/001-plan-2012-2013.png"],
  ],
  [
    "a document's text",
    () =>
      writeFileSync(
        join(content, "documents/000-vstrecha.mdx"),
        `${readFileSync(join(content, "documents/000-vstrecha.mdx"), "utf8")}\nЕщё.\n`,
      ),
    ["documents/001-plan-2012-2013/index.html", "countries/BY/index.html"],
  ],
  [
    "an event is gone, an entity has another name",
    () => {
      rmSync(join(content, "events/2014-since.mdx"));
      edit("places/minsk.mdx", /Минск/, "Менск");
    },
    [],
  ],
  ["the site's own words", () => edit("site.yaml", "По новостным текстам.", "Иначе."), []],
  ["a page of the output was changed by hand", () => writeFileSync(join(out, "events/pautina/index.html"), "?"), []],
])(
  "after a change the pages are those of a full build: %s",
  async (_, change, untouched) => {
    change();
    const before = times();
    await rebuildSite(content, out, project);
    const after = times();
    const full = join(folder, "full");
    rmSync(full, {recursive: true, force: true});
    // In several threads, for how many made a page must not show in it.
    await buildSite(content, full, project, ["--jobs", "3"]);
    expect(filesOf(out)).toEqual(filesOf(full));
    expect(filesOf(out).filter((file) => !readFileSync(join(out, file)).equals(readFileSync(join(full, file))))).toEqual([]);
    expect(untouched.filter((file) => !existsSync(join(out, file)) || before.get(file) !== after.get(file))).toEqual([]);
  },
  180_000,
);
