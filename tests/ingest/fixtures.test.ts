import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {ingest} from "../../src/ingest/ingest.ts";
import {decode} from "../../src/ingest/decode.ts";
import {type Seed} from "../../src/model/document.ts";
import {type Entity} from "../../src/model/entity.ts";
import {entitiesIn, ownEntities} from "./pages.ts";

// A folder is a case: seed.txt (of seed-NNN the project's own seed) and expected/records.json.
// UPDATE=1 writes what is read now; look at the difference before committing it.
const root = join(import.meta.dirname, "../fixtures/ingest");
const ownSeeds = join(import.meta.dirname, "../../seeds");
const otherDomain = join(import.meta.dirname, "../fixtures/other-domain");

const entities = ownEntities();

describe("a seed and what is read from it", () => {
  test.each(readdirSync(root).sort())("%s", (name) => {
    const own = /^seed-(\d+)$/.exec(name)?.[1];
    const file = own ? readdirSync(ownSeeds).find((f) => f.startsWith(own)) : "seed.txt";
    expect(file).toBeDefined();
    const seed = read(own ? ownSeeds : join(root, name), file ?? "");
    matches(join(root, name, "expected"), records([seed], entities));
  });
});

test("another domain needs other pages and no other code", () => {
  const folder = join(otherDomain, "seeds");
  const seeds = readdirSync(folder)
    .sort()
    .map((f) => read(folder, f));
  matches(join(otherDomain, "expected"), records(seeds, entitiesIn(join(otherDomain, "content"))));
});

test("two runs read the same", () => {
  const seeds = readdirSync(ownSeeds)
    .sort()
    .map((f) => read(ownSeeds, f));
  expect(ingest(seeds, entities, {})).toEqual(ingest(seeds, entities, {}));
});

function read(folder: string, file: string): Seed {
  const {seed} = decode(file, readFileSync(join(folder, file)));
  if (!seed) throw new Error(`${file} is no text`);
  return seed;
}

/** What a reader of the fixture wants to see: no spans but those that carry a claim, no keys. */
function records(seeds: Seed[], known: Entity[]) {
  const reading = ingest(seeds, known, {});
  const title = new Map(reading.events.map((e) => [e.key, e.title]));
  return {
    documents: reading.documents.map((d) => ({
      title: d.title,
      published: d.published,
      mentions: d.mentions.map((m) => `${m.form} → ${m.kind} ${m.id} (${m.rule})`),
      events: d.events.map((key) => title.get(key)),
    })),
    events: reading.events.map(({key: _key, name: _name, whenSpan: _span, figures, sources, related, ...event}) => ({
      ...event,
      figures: figures.map((f) => `${f.what} ${f.approximate ? "~" : ""}${String(f.value)} ${f.unit ?? ""}`.trim()),
      sources: sources.map((s) => s.quote),
      related: related.map((r) => `${r.relation} → ${title.get(r.event) ?? "?"}`),
    })),
    drafts: reading.entities.map((e) => ({
      kind: e.kind,
      id: e.id,
      names: e.names,
      post: e.post,
      organization: e.organization,
      countries: e.countries,
    })),
    open: reading.problems.filter((p) => p.rule === "names/open").map((p) => p.message),
  };
}

function matches(folder: string, value: unknown): void {
  const file = join(folder, "records.json");
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env.UPDATE) {
    mkdirSync(folder, {recursive: true});
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing: run with UPDATE=1 and read it`).toBe(true);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(file, "utf8")));
}
