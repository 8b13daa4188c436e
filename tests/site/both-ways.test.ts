import {appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {contentFiles} from "../bench/generate.ts";
import {buildSite, fixtureSite} from "./site.ts";

// A body of plain form is read by the site itself, one with components or expressions of its own by Astro's MDX.
// A comment between braces changes nothing a reader sees and sends the same body the other way.

const bodies: Record<string, string> = {
  "what-ingest-writes": contentFiles(3, 1)[0]?.[1].split("---\n")[2] ?? "",
  marks: `Заседание <Quote event="a b">прошло <When edtf="2023-12-13" basis="inferred" note="year-from-stamp">13 декабря</When> в <Mention kind="place" id="minsk">Минске</Mention></Quote>
при участии <Mention kind="organization" id="csto">ОДКБ</Mention> и <Mention kind="organization" id="nobody">иных</Mention>.`,
  signs: "Всё как есть: \\{a\\} \\<b> & &amp; «кавычки» \"прямые\" 'одинарные' -- ... \\* \\_ № 5 http\\://a.ru 2 > 1",
  whole: '<p><When edtf="2023">2023 год</When></p>\n\nи дальше',
  written: "Человек пишет **важно**, *с чувством*, ~~зачёркивает~~, `код`, и [ссылку](https://example.org/?a=1&b=2).",
};

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "letopis-both-"));
  const content = join(folder, "content");
  for (const name of ["site.yaml", "organizations", "places", "countries"])
    cpSync(join("content", name), join(content, name), {recursive: true});
  for (const name of ["topics", "documents", "events", "people", "operations"]) mkdirSync(join(content, name), {recursive: true});
  for (const [name, body] of Object.entries(bodies))
    for (const way of ["plain", "mdx"]) {
      const file = join(content, "topics", `${name}-${way}.mdx`);
      writeFileSync(file, `---\nid: "${name}-${way}"\nkind: "topic"\nnames: {ru: "Тема"}\n---\n\n${body}\n`);
      if (way === "mdx") appendFileSync(file, "\n{/* своё */}\n");
    }
  const topics = Object.keys(bodies).flatMap((name) => [`${name}-plain`, `${name}-mdx`]);
  writeFileSync(
    join(content, "events/one.mdx"),
    `---\ntitle: "Событие"\nwhen: "2023-12-13"\norganizations: [{id: csto}]\ntopics: ${JSON.stringify(topics)}\n---\n`,
  );
  // Two builds of one project at once would write over each other's modules.
  await fixtureSite();
  await buildSite(content, join(folder, "dist"));
});

afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

/** The body on a topic's page. Blanks between blocks and Astro's two spellings of a quotation mark mean nothing. */
function prose(id: string, language: string): string {
  const html = readFileSync(join(folder, "dist", language, "topics", id, "index.html"), "utf8");
  const inside = /<div class="prose"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? "";
  return inside
    .replace(/>\s+</g, "><")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&#38;", "&amp;")
    .trim();
}

test.each(
  Object.keys(bodies).flatMap(
    (name) =>
      [
        [name, ""],
        [name, "en"],
      ] as const,
  ),
)("%s is the same both ways, /%s", (name, language) => {
  const plain = prose(`${name}-plain`, language);
  expect(plain.length).toBeGreaterThan(10);
  expect(prose(`${name}-mdx`, language)).toBe(plain);
});
