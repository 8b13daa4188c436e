import {expect, test} from "vitest";
import {documentSchema, eventSchema} from "../../src/model/schema.ts";
import {part} from "../../src/site/loader/front-matter.ts";
import {readMatter} from "../../src/store/frontmatter.ts";
import {isEdited} from "../../src/store/page.ts";
import {contentFiles, makeDocument, makeItems, makeSeed} from "./generate.ts";

const files = Array.from({length: 200}, (_, n) => contentFiles(n, 1)).flat();

test("made content is by the contract: schemas hold, every source slices to its quote, every quotation names an event", () => {
  const events = new Set(files.flatMap(([path]) => /^events\/(.*)\.mdx$/.exec(path)?.[1] ?? []));
  const seeds = new Map(
    Array.from({length: 200}, (_, n) => {
      const made = makeDocument(n, 1);
      return [made.id, makeSeed(made, n).text];
    }),
  );
  for (const [path, text] of files) {
    const {data, body} = part(text);
    if (path.startsWith("documents/")) {
      const document = documentSchema.parse(data);
      expect(document.events.filter((id) => !events.has(id))).toEqual([]);
      expect(body.match(/<Quote/g)).toHaveLength(document.events.length);
    } else {
      for (const source of eventSchema.parse(data).sources)
        if ("document" in source) expect(seeds.get(source.document)?.slice(...source.span)).toBe(source.quote);
    }
  }
  expect(files.length).toBeGreaterThan(600);
});

test("ingest takes no made page as edited by a person, and some events have no date", () => {
  const edited = files.filter(([, text]) => isEdited(readMatter(text)));
  expect(edited.map(([path]) => path)).toEqual([]);
  const undated = files.filter(([path, text]) => path.startsWith("events/") && /^when: null$/m.test(text));
  expect(undated.length).toBeGreaterThan(5);
});

test("the same seed number makes the same archive, another one another", () => {
  expect(contentFiles(7, 1)).toEqual(contentFiles(7, 1));
  expect(contentFiles(7, 2)).not.toEqual(contentFiles(7, 1));
  expect([...makeItems(50, 3)]).toEqual([...makeItems(50, 3)]);
});

test("one document in twelve tells again what another one told", () => {
  const titles = Array.from({length: 600}, (_, n) => makeDocument(n, 1).paragraphs);
  const texts = titles.map((paragraphs) => JSON.stringify(paragraphs.flat().map(({pieces}) => pieces)));
  const again = texts.length - new Set(texts).size;
  expect(again).toBeGreaterThan(25);
  expect(again).toBeLessThan(90);
});
