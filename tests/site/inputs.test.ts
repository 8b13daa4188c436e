import fc from "fast-check";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {entityFolders, entityKinds, type EntityKind} from "../../src/model/entity.ts";
import {documentSchema, entitySchema, eventSchema, siteSchema, type SiteMatter} from "../../src/model/schema.ts";
import {addresses} from "../../src/site/address.ts";
import {chronicle} from "../../src/site/chronicle.ts";
import {documentNames} from "../../src/site/document-facts.ts";
import {documentRows} from "../../src/site/document-list.ts";
import {bodyMarkup, documentView} from "../../src/site/document-page.ts";
import {entityView, indexRows, withPages} from "../../src/site/entity-page.ts";
import {eventsOf, hasPage} from "../../src/site/entity-pages.ts";
import {eventView} from "../../src/site/event-page.ts";
import {eventRows} from "../../src/site/event-table.ts";
import {hasRecords, organizationFiles, siteFiles} from "../../src/site/files.ts";
import {ownLanes} from "../../src/site/lanes.ts";
import {report} from "../../src/site/report.ts";
import {filterChoices} from "../../src/site/search-filters.ts";
import {inputs, MOST_IN_STRIP} from "../../src/site/inputs.ts";
import {type DocumentPage, type EntityPage, type EventPage, makeLibrary, type Library} from "../../src/site/library.ts";
import {part} from "../../src/site/loader/front-matter.ts";
import {records} from "../../src/site/records.ts";
import {allNames, documentNames as namesIn, eventNames, headNames} from "../../src/site/search-names.ts";
import {drawn} from "../../src/site/share.ts";
import {nearby, timelineData} from "../../src/site/timeline-data.ts";
import {contentFiles} from "../bench/generate.ts";

type Content = {
  site: SiteMatter;
  events: EventPage[];
  documents: Omit<DocumentPage, "number">[];
  entities: Record<EntityKind, EntityPage[]>;
};

/** The names of the site itself, and made-up news: enough that pages lean on each other in every way. */
function content(): Content {
  const found: Content = {
    site: siteSchema.parse({
      title: {ru: "Х"},
      heading: {ru: "Х"},
      lead: {ru: "Х"},
      languages: ["ru", "en"],
      url: "https://letopis.example/",
      lanes: ["csto", "cis", "iom", "sco"],
    }),
    events: [],
    documents: [],
    entities: {organization: [], country: [], person: [], operation: [], topic: [], place: []},
  };
  const seen = new Set<string>();
  for (const [path, text] of Array.from({length: 8}, (_, n) => contentFiles(n, 3)).flat()) {
    const [, folder = "", id = ""] = /^(\w+)\/(.*)\.mdx$/.exec(path) ?? [];
    const {data, body} = part(text);
    if (seen.has(path)) continue;
    seen.add(path);
    if (folder === "events") found.events.push({...eventSchema.parse(data), id, body: "", file: path});
    if (folder === "documents") found.documents.push({...documentSchema.parse(data), id, body, file: path});
  }
  for (const kind of entityKinds)
    for (const file of readdirSync(join("content", entityFolders[kind]))) {
      const {data, body} = part(readFileSync(join("content", entityFolders[kind], file), "utf8"));
      found.entities[kind].push({...entitySchema.parse(data), body, file});
    }
  const named = found.documents.flatMap(({body}) => [...body.matchAll(/kind="person" id="([^"]+)"/g)].map((m) => m[1] ?? ""));
  for (const id of new Set(named)) {
    const person = entitySchema.parse({id, kind: "person", names: {ru: id}, draft: true});
    found.entities.person.unshift({...person, body: "", file: id});
  }
  const [first, second] = found.events;
  if (first && second) first.related = [{event: second.id, relation: "implements"}];
  return found;
}

const start = content();
const libraryOf = (found: Content): Library =>
  makeLibrary(found.site, structuredClone({...found, documents: found.documents as DocumentPage[]}));

const textOf = (written: string | Iterable<string>) => (typeof written === "string" ? written : [...written].join(""));

/** All pages by name: what is said to be their digest, and the data they are drawn from. */
function pages(library: Library): Map<string, {digest: string | null; view: string}> {
  const digests = inputs(library, []);
  const out = new Map<string, {digest: string | null; view: string}>();
  const put = (name: string, digest: string | null, view: unknown) => out.set(name, {digest, view: JSON.stringify(view)});
  for (const lang of library.site.languages) {
    const to = addresses("/", lang === library.site.languages[0] ? "" : lang);
    const told = records(library, lang, to, (href) => `https://letopis.example${href}`);
    for (const page of library.events)
      put(`${lang} event ${page.id}`, digests.event(page), [
        eventView(library, page, lang, to),
        timelineData(library, nearby(library, page), lang, to, []),
        told.entry(page),
        eventNames(library, page),
        told.entry(page).organizations.map((party) => drawn(library, party)),
      ]);
    for (const page of library.documents) {
      const own = library.eventsIn(page.id);
      put(`${lang} document ${page.id}`, digests.document(page), [
        documentView(library, page, lang, to),
        timelineData(library, library.events.length > MOST_IN_STRIP ? own : library.events, lang, to, []),
        told.document(page),
        own.map(told.entry),
        documentNames(library, page, lang, to),
        namesIn(library, page),
        page.number,
      ]);
    }
    for (const kind of entityKinds) {
      for (const page of library.entities[kind]) {
        if (!hasPage(library, kind, page)) continue;
        const events = eventsOf(library, kind, page.id);
        const data = timelineData(library, events, lang, to, page.lane ? [page.id] : []);
        put(`${lang} ${kind} ${page.id}`, digests.entity(kind, page), [
          entityView(library, kind, page, lang, to),
          data,
          told.entity(kind, page.id),
          allNames(page),
          headNames(library, page),
          bodyMarkup(library, page.body, lang, to),
          chronicle(library, events, data.lanes, lang, to),
          documentRows(library, library.documentsOf(kind, page.id), lang, to),
        ]);
      }
      const all = withPages(library, kind, lang);
      put(`${lang} index ${kind}`, digests.index(kind), indexRows(library, kind, all, lang, to));
    }
    put(`${lang} documents`, digests.documents(library.documents), documentRows(library, library.documents, lang, to));
    const data = timelineData(library, library.events, lang, to);
    put(`${lang} list`, digests.list(library.events), chronicle(library, library.events, data.lanes, lang, to));
    put(`${lang} all`, digests.all, [data, told.everything(""), report(library, lang, to)]);
    const everything = told.everything("https://letopis.example/all");
    for (const {name, write} of siteFiles(""))
      put(`${lang} file ${name}`, hasRecords(name) ? digests.all : digests.shown, textOf(write(everything)));
    for (const id of ownLanes(library)) {
      const events = eventsOf(library, "organization", id);
      const excerpt = told.excerpt({title: id, home: "https://letopis.example/", self: "https://letopis.example/some", events});
      for (const {name, write} of organizationFiles(""))
        put(
          `${lang} file ${id} ${name}`,
          hasRecords(name) ? digests.excerpt(id) : digests.collection(id),
          textOf(write(excerpt)),
        );
    }
    put(`${lang} shown`, digests.shown, [
      data,
      chronicle(library, library.events, data.lanes, lang, to),
      eventRows(library, library.events, lang, to),
      filterChoices(library, [], lang, to),
      told.collection({title: "", home: "", self: "", events: library.events}),
    ]);
  }
  return out;
}

type Change = (found: Content, pick: <T>(list: readonly T[]) => T) => void;

const changes: Record<string, Change> = {
  "an event's title": ({events}, pick) => (pick(events).title += "!"),
  "an event's date": ({events}, pick) => (pick(events).when = pick(["2001-02-03", "2030", null, "2015-05~"])),
  "an event's participants": ({events}, pick) => (pick(events).organizations = [{id: pick(["csto", "cis", "iom", "nobody"])}]),
  "an event's topic": ({events}, pick) => (pick(events).topics = []),
  "an event tied to another": ({events}, pick) => (pick(events).related = [{event: pick(events).id, relation: "precedes"}]),
  "an event's translation": ({events}, pick) => (pick(events).translations = {en: {title: "In English"}}),
  "an event's own text": ({events}, pick) => (pick(events).body = "Иначе."),
  "an event goes": ({events}, pick) => (pick(events).hidden = true),
  "a document's words": ({documents}, pick) => (pick(documents).body += "\n\nДобавлено.\n"),
  "where a document stands in its seed": ({documents}, pick) =>
    (pick(documents).seed = {file: "a.txt", span: [pick([1, 2]), 9], sha256: pick(["a", "b"])}),
  "a document's boilerplate": ({documents}, pick) => (pick(documents).boilerplate = [[0, pick([40, 400])]]),
  "where an event's words stand": ({events}, pick) => {
    for (const source of pick(events).sources) if ("span" in source) source.span = [0, pick([5, 50])];
  },
  "a document's title": ({documents}, pick) => (pick(documents).title += "!"),
  "a document's publisher": ({documents}, pick) => (pick(documents).publisher = "Иной"),
  "a document's date": ({documents}, pick) => (pick(documents).published = pick(["1999-01-01", "2031-01-01", null])),
  "a document names a person": ({documents, entities}, pick) => {
    const page = pick(documents);
    const {id} = pick(entities.person);
    page.entities.people = [id];
    page.body += `\n<Mention kind="person" id="${id}">он</Mention>\n`;
  },
  "a document goes": ({documents}, pick) => (pick(documents).hidden = true),
  "an entity's name": ({entities}, pick) => {
    const entity = pick(entities[pick(entityKinds)]);
    entity.names = {ru: `${entity.names.ru ?? ""}!`, en: "Another"};
  },
  "an organisation's short name": ({entities}, pick) => (pick(entities.organization).short = {ru: "КР", en: "SH"}),
  "an organisation's parent": ({entities}, pick) => (pick(entities.organization).parent = pick(["csto", "cis", null])),
  "an organisation's mark": ({entities}, pick) => (pick(entities.organization).lane = {shape: "star", ink: 7}),
  "a place's country": ({entities}, pick) => (pick(entities.place).countries = ["AM"]),
  "a person's post": ({entities}, pick) => (pick(entities.person).post = "министр"),
  "a draft": ({entities}, pick) => {
    const entity = pick(entities[pick(entityKinds)]);
    entity.draft = !entity.draft;
  },
  "an entity goes": ({entities}, pick) => (pick(entities[pick(entityKinds)]).hidden = true),
  "somebody a text names goes": ({entities}, pick) => (pick(entities.person.slice(0, 3)).hidden = true),
  "the order of lanes": ({site}, pick) => (site.lanes = pick([["cis", "csto"], ["sco"], []])),
  "the languages": ({site}) => (site.languages = ["en", "ru"]),
};

describe("a page whose digest stays is drawn from the same data, after", () => {
  const before = pages(libraryOf(start));
  test.each(Object.keys(changes))("%s", (name) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const found = structuredClone(start);
        const pick = <T>(list: readonly T[]): T => list[Number(numbers.next().value) % list.length] as T;
        changes[name]?.(found, pick);
        const after = pages(libraryOf(found));
        const wrong = [...after].filter(([page, {digest, view}]) => {
          const old = before.get(page);
          return old && digest !== null && digest === old.digest && view !== old.view;
        });
        expect(wrong.map(([page]) => page)).toEqual([]);
      }),
      {numRuns: 2},
    );
  });

  const changed = (change: (found: Content) => void): string[] => {
    const found = structuredClone(start);
    change(found);
    return [...pages(libraryOf(found))].filter(([page, {digest}]) => digest !== before.get(page)?.digest).map(([page]) => page);
  };

  test("a line more in a seed: only what shows its text, or where it stands, is another page", () => {
    const page = start.documents[3];
    const pages = changed(({documents}) => {
      const [own] = documents.filter(({id}) => id === page?.id);
      if (own) Object.assign(own, {body: `${own.body}\n\nЕщё.\n`, seed: {file: "a.txt", span: [0, 9], sha256: "a"}});
    });
    const read = libraryOf(start).eventsIn(page?.id ?? "");
    const may = [`document ${page?.id ?? ""}`, "all", "file events.json", ...read.map(({id}) => `event ${id}`)];
    const files = read.flatMap(({organizations}) => organizations.map(({id}) => `file ${id} events.json`));
    expect(pages.filter((name) => ![...may, ...files].includes(name.slice(3)))).toEqual([]);
    expect(pages.length).toBeGreaterThan(4);
  });

  test("an event's title: the files of an organisation it does not name stay", () => {
    const event = start.events.find(({organizations}) => organizations.length === 1);
    const pages = changed(({events}) => {
      for (const one of events) if (one.id === event?.id) one.title += "!";
    });
    const files = pages.filter((name) => /^ru file \w+ /.test(name));
    expect(new Set(files.map((name) => name.split(" ")[2]))).toEqual(new Set([event?.organizations[0]?.id]));
  });

  test("most pages stay when one event's title changes", () => {
    const found = structuredClone(start);
    const last = libraryOf(start).events.at(-1)?.id;
    for (const event of found.events) if (event.id === last) event.title += "!";
    const after = pages(libraryOf(found));
    const events = [...after].filter(([page]) => page.includes(" event "));
    expect(events.filter(([page, {digest}]) => digest === before.get(page)?.digest).length).toBeGreaterThan(events.length / 5);
  });
});
