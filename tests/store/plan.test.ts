import {describe, expect, test} from "vitest";
import {page} from "../../src/store/page.ts";
import {planWrites} from "../../src/store/plan.ts";
import {verdictsOf} from "../../src/store/verdicts.ts";
import {type Content, ingestInto, pagesOf, whole} from "./memory-disk.ts";
import {readSeeds} from "./reading.ts";

const seed =
  "Министры в Минске\n\nВ Минске 2023-12-13 прошла встреча министров. Дальше был обед.\n\nВторая встреча намечена на 2024-02-01.\n";
const fresh = (seeds: Record<string, string> = {"a.txt": seed}): Content => {
  const content: Content = new Map();
  ingestInto(content, readSeeds(seeds));
  return content;
};
const only = (content: Content, folder: string) => [...content.keys()].filter((path) => path.startsWith(folder));
const first = "events/2023-12-13-v-minske-2023-12-13-proshla-vstrecha-ministrov.mdx";
const second = "events/2024-02-01-vtoraya-vstrecha-namechena-na-2024-02-01.mdx";
const document = "documents/ministry-v-minske.mdx";
const edit = (content: Content, path: string, from: string | RegExp, to: string) => {
  const before = content.get(path) ?? "";
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  content.set(path, after);
};
const values = (content: Content, path: string) => page("events", path, content.get(path) ?? "").matter().values ?? {};

test("a seed becomes a document and its events; the second run writes nothing", () => {
  const content = fresh();
  expect([...content.keys()].sort()).toEqual([document, first, second]);
  expect(content.get(document)).toContain('<Quote event="2024-02-01-vtoraya-vstrecha-namechena-na-2024-02-01">');
  expect(ingestInto(content, readSeeds({"a.txt": seed})).steps).toEqual([]);
});

describe("whose field is it", () => {
  const newRules = () => readSeeds({"a.txt": seed}, 2);

  test("untouched: the machine's, and updated", () => {
    const content = fresh();
    ingestInto(content, newRules());
    expect(values(content, first)).toMatchObject({
      type: "meeting",
      title: "В Минске 2023-12-13 прошла встреча министров. (встреча)",
    });
  });

  test("changed: a person's, kept, and reported with both values", () => {
    const content = fresh();
    edit(content, first, /title: .*/, "title: 'Встреча'   # короче");
    const {kept} = ingestInto(content, newRules());
    expect(content.get(first)).toContain("title: 'Встреча'   # короче\n");
    expect(values(content, first).type).toBe("meeting");
    expect(kept).toMatchObject([
      {path: first, field: "title", theirs: "Встреча", ours: "В Минске 2023-12-13 прошла встреча министров. (встреча)"},
    ]);
  });

  test("deleted line: handed back to the machine, at its place", () => {
    const content = fresh();
    const before = content.get(first);
    edit(content, first, /title: .*\n/, "title: Моё\n");
    ingestInto(content, readSeeds({"a.txt": seed}));
    edit(content, first, /title: .*\n/, "");
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(content.get(first)).toBe(before);
  });

  test("null: a person says there is none", () => {
    const content = fresh();
    edit(content, first, /when: .*/, "when: null");
    ingestInto(content, newRules());
    expect(values(content, first).when).toBeNull();
  });

  test("a person's date: nothing is said any more of how another was read, until it is handed back", () => {
    const content = fresh();
    const before = content.get(first);
    edit(content, first, /when: .*/, 'when: "2023-12-15"');
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(values(content, first)).toMatchObject({when: "2023-12-15", whenBasis: "editor", whenNote: null});
    expect(values(content, first)).not.toHaveProperty("whenText");
    const settled = content.get(first);
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(content.get(first)).toBe(settled);
    edit(content, first, /when: .*\n/, "");
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(content.get(first)).toBe(before);
  });

  test("a person's date and what they say of it are both theirs", () => {
    const content = fresh();
    edit(content, first, /when: .*/, 'when: "2023-12"');
    edit(content, first, /whenBasis: .*/, "whenBasis: inferred");
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(values(content, first)).toMatchObject({when: "2023-12", whenBasis: "inferred"});
  });

  test("body: kept when changed", () => {
    const content = fresh();
    edit(content, first, /---\n\n[^]*$/, "---\n\nСвоими словами.\n");
    const {kept} = ingestInto(content, newRules());
    expect(content.get(first)).toMatch(/Своими словами\.\n$/);
    expect(kept.map((k) => k.field)).toContain("body");
  });

  test("body: emptied, it is handed back", () => {
    const content = fresh();
    const before = content.get(first);
    edit(content, first, /---\n\n[^]*$/, "---\n\n \n");
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(content.get(first)?.trimEnd()).toBe(before?.trimEnd());
    expect(ingestInto(content, readSeeds({"a.txt": seed})).steps).toEqual([]);
  });

  test("fields, comments, order and quoting of a person stay byte for byte beside what is updated", () => {
    const content = fresh();
    edit(content, first, "---\n", "---\n# моя заметка\ntranslations:\n  en: {title: 'Meeting'} # по-английски\n");
    edit(content, first, /status: happened\n/, "");
    edit(content, first, "type: other", "status:    'happened'\ntype:   other # какой?");
    const before = content.get(first) ?? "";
    ingestInto(content, newRules());
    const after = content.get(first) ?? "";
    expect(
      after
        .split("\n")
        .filter((line) => !before.split("\n").includes(line))
        .map((line) => line.slice(0, 14)),
    ).toEqual(['title: "В Минс', "type:   meetin", '  wrote: {"tit']);
    expect(after).toContain("type:   meeting # какой?");
  });

  test("a comment inside a list makes the list a person's", () => {
    const content = fresh();
    edit(content, first, /sources:\n/, "sources:\n  # главный\n");
    ingestInto(content, readSeeds({"a.txt": `Новый заголовок\n\n${seed}`}));
    expect(content.get(first)).toContain("# главный");
  });

  test("Windows line ends stay", () => {
    const content = fresh();
    content.set(first, (content.get(first) ?? "").replaceAll("\n", "\r\n"));
    ingestInto(content, newRules());
    expect(content.get(first)?.replaceAll("\r\n", "")).not.toContain("\n");
    expect(values(content, first).type).toBe("meeting");
    expect(ingestInto(content, newRules()).steps).toEqual([]);
  });

  test("a page whose front matter is broken is left, and said to be", () => {
    const content = fresh();
    edit(content, first, /title: .*/, 'title: "не закрыто');
    const before = content.get(first);
    const {problems} = ingestInto(content, newRules());
    expect(content.get(first)).toBe(before);
    expect(problems).toMatchObject([{rule: "store/front-matter", file: `content/${first}`}]);
    expect(only(content, "events/")).toHaveLength(2);
  });

  test("a page without ingest's memory is a person's own and never touched", () => {
    const content = fresh();
    edit(content, first, /# What you change above[^]*?\n---\n/, "---\n");
    const before = content.get(first);
    ingestInto(content, newRules());
    expect(content.get(first)).toBe(before);
    expect(only(content, "events/")).toHaveLength(2);
  });
});

test("a document without ingest's memory is a person's own too, and no second page is made of its seed", () => {
  const content = fresh();
  edit(content, document, /# What you change above[^]*?\n---\n/, "---\n");
  const before = content.get(document);
  ingestInto(content, readSeeds({"a.txt": seed}, 2));
  expect(content.get(document)).toBe(before);
  expect([...content.keys()].sort()).toEqual([document, first, second]);
});

test("what looks like ingest's memory in a text is none", () => {
  const content = fresh();
  const path = "events/svoe.mdx";
  const text = '---\ntitle: Своё\n---\n\ningest:\n  key: "a.txt#1:0"\n';
  content.set(path, text);
  ingestInto(content, readSeeds({}));
  expect(content.get(path)).toBe(text);
});

describe("sources a person adds are marked in their documents", () => {
  const lunch = "Дальше был обед.";
  const at = seed.indexOf(lunch);

  test("a page written by hand", () => {
    const content = fresh();
    const sources = (from: number) =>
      `sources: [{document: ministry-v-minske, quote: "${lunch}", span: [${String(from)}, ${String(from + lunch.length)}]}]`;
    content.set("events/obed.mdx", `---\ntitle: Обед\n${sources(at)}\n---\n`);
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(content.get(document)).toContain(`<Quote event="obed">${lunch}</Quote>`);
    // Found again by its words, and gone with the page.
    content.set("events/obed.mdx", `---\ntitle: Обед\n${sources(3)}\n---\n`);
    expect(ingestInto(content, readSeeds({"a.txt": seed})).steps).toEqual([]);
    content.delete("events/obed.mdx");
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect([...content]).toEqual([...fresh()]);
  });

  test("two events made one by moving the second's source into the first", () => {
    const content = fresh();
    const moved = /^sources:\n( .*\n)/m.exec(content.get(second) ?? "")?.[1] ?? "";
    edit(content, first, /^sources:\n/m, `sources:\n${moved}`);
    content.delete(second);
    ingestInto(content, readSeeds({"a.txt": seed}));
    const marks = [...(content.get(document) ?? "").matchAll(/<Quote event="([^"]*)">([^<]*)/g)].map((m) => [m[1], m[2]]);
    expect(marks).toEqual([
      [first.slice(7, -4), "В Минске 2023-12-13 прошла встреча министров."],
      [first.slice(7, -4), "Вторая встреча намечена на 2024-02-01."],
    ]);
    expect(ingestInto(content, readSeeds({"a.txt": seed})).steps).toEqual([]);
  });
});

describe("pages thrown away", () => {
  test("an event stays away, is still listed by its document, and no longer marked in the text", () => {
    const content = fresh();
    content.delete(first);
    ingestInto(content, readSeeds({"a.txt": seed}));
    expect(only(content, "events/")).toEqual([second]);
    expect(values(content, document).events).toEqual([first, second].map((path) => path.slice(7, -4)));
    expect(content.get(document)).not.toContain('<Quote event="2023');
    expect(ingestInto(content, readSeeds({"a.txt": seed})).steps).toEqual([]);
    expect(ingestInto(content, readSeeds({"a.txt": seed}, 2)).steps.map((step) => step.path)).not.toContain(first);
  });

  test("a draft of a person stays away, and is named no more", () => {
    const text = "Приём\n\nПрошла встреча, был министр Иванов.\n";
    const content = fresh({"a.txt": text});
    expect(only(content, "people/")).toEqual(["people/ivanov.mdx"]);
    content.delete("people/ivanov.mdx");
    ingestInto(content, readSeeds({"a.txt": text}));
    expect(only(content, "people/")).toEqual([]);
    expect(content.get(only(content, "documents/")[0] ?? "")).not.toContain('id="ivanov"');
    expect(values(content, only(content, "events/")[0] ?? "").people).toEqual([]);
    expect(ingestInto(content, readSeeds({"a.txt": text})).steps).toEqual([]);
  });

  test("a draft a person has worked on stays when the seeds name nobody any more", () => {
    const content = fresh({"a.txt": "Приём\n\nПрошла встреча, был министр Иванов.\n"});
    edit(content, "people/ivanov.mdx", "draft: true", "draft: false");
    ingestInto(content, readSeeds({"a.txt": "Приём\n\nПрошла встреча.\n"}));
    expect(only(content, "people/")).toEqual(["people/ivanov.mdx"]);
  });
});

describe("pages people move, copy and spoil", () => {
  const again = (content: Content, around = {}) => ingestInto(content, readSeeds({"a.txt": seed}), around);

  test.each([
    ["a blank line first", "\n"],
    ["a mark and a blank line", "\uFEFF\n"],
  ])("%s: the page is left, and said not to begin with front matter", (_, lead) => {
    const content = fresh();
    content.set(first, lead + (content.get(first) ?? ""));
    const before = content.get(first);
    const {problems} = ingestInto(content, readSeeds({"a.txt": seed}, 2));
    expect(content.get(first)).toBe(before);
    expect(problems).toMatchObject([{rule: "store/front-matter", file: `content/${first}`}]);
  });

  test("an event's file renamed: it is the same event, and its document follows the new name", () => {
    const content = fresh();
    const text = content.get(first) ?? "";
    content.delete(first);
    content.set("events/zz.mdx", text);
    again(content);
    expect(only(content, "events/")).toEqual([second, "events/zz.mdx"]);
    expect(content.get("events/zz.mdx")).toBe(text);
    expect(values(content, document).events).toEqual(["zz", second.slice(7, -4)]);
    expect(content.get(document)).toContain('<Quote event="zz">');
    expect(again(content).steps).toEqual([]);
    content.delete("events/zz.mdx");
    again(content);
    expect(only(content, "events/")).toEqual([second]);
  });

  test("an event's file renamed, another page begun under its old name", () => {
    const content = fresh();
    content.set("events/zz.mdx", content.get(first) ?? "");
    content.set(first, "---\ntitle: Своё\n---\n");
    again(content);
    expect([...content.keys()].sort()).toEqual([document, first, second, "events/zz.mdx"]);
  });

  test("a draft's file renamed is not made again, nor removed", () => {
    const text = {"a.txt": "Приём\n\nПрошла встреча, был министр Иванов.\n"};
    const content = fresh(text);
    content.set("people/i.mdx", content.get("people/ivanov.mdx") ?? "");
    content.delete("people/ivanov.mdx");
    ingestInto(content, readSeeds(text));
    expect(only(content, "people/")).toEqual(["people/i.mdx"]);
  });

  test("a page begun from a copy: both stay, the original is the machine's, and the copy is named", () => {
    const content = fresh();
    const copy = "events/0-kopiya.mdx";
    content.set(copy, (content.get(first) ?? "").replace(/title: .*/, "title: Другая встреча"));
    const before = content.get(copy);
    const {problems} = ingestInto(content, readSeeds({"a.txt": seed}, 2));
    expect(only(content, "events/").sort()).toEqual([copy, first, second]);
    expect(content.get(copy)).toBe(before);
    expect(values(content, first).type).toBe("meeting");
    expect(problems).toMatchObject([{rule: "store/copy", file: `content/${copy}`}]);
  });

  test("an unchanged copy does not take the original's place, whatever its name and whatever becomes of the sentence", () => {
    const content = fresh();
    content.set("events/0-kopiya.mdx", content.get(first) ?? "");
    const reworded = seed.replace("прошла встреча министров", "прошла важная встреча министров");
    ingestInto(content, readSeeds({"a.txt": reworded}));
    expect(content.get(first)).toContain("важная");
    expect(ingestInto(content, readSeeds({"a.txt": reworded})).steps).toEqual([]);
  });

  test("a page saved during the run is left, and so is the document that would remember it", () => {
    const content = fresh();
    const before = new Map(content);
    const newer = readSeeds({"a.txt": `${seed}\nТретья встреча была 2024-03-01.\n`}, 2);
    const third = "events/2024-03-01-tretya-vstrecha-byla-2024-03-01.mdx";
    ingestInto(content, newer, {meanwhile: () => content.set(third, "---\ntitle: Своё\n---\n")});
    expect(content.get(third)).toBe("---\ntitle: Своё\n---\n");
    expect(content.get(document)).toBe(before.get(document));
    expect(content.get(first)).not.toBe(before.get(first));
  });

  test("a draft stays while a seed that named it cannot be read", () => {
    const content = fresh({"a.txt": "Приём\n\nПрошла встреча, был министр Иванов.\n", "b.txt": seed});
    const before = [...content.keys()];
    ingestInto(content, readSeeds({"b.txt": seed}), {unread: ["a.txt"]});
    expect([...content.keys()]).toEqual(before);
    ingestInto(content, readSeeds({"b.txt": seed}));
    expect(only(content, "people/")).toEqual([]);
  });

  test("an event thrown away stays away when a word of its sentence changes, and it is said", () => {
    const content = fresh();
    content.delete(second);
    again(content);
    const reworded = readSeeds({"a.txt": seed.replace("намечена на", "уже намечена на")});
    const {problems} = ingestInto(content, reworded);
    expect(only(content, "events/")).toEqual([first]);
    expect(problems).toMatchObject([{rule: "store/stays-away", severity: "note", file: "a.txt"}]);
    expect(ingestInto(content, reworded).steps).toEqual([]);
    // The old words again, and words of another event.
    again(content);
    expect(only(content, "events/")).toEqual([first]);
    ingestInto(content, readSeeds({"a.txt": seed.replace(/Вторая.*/, "Большая встреча послов прошла в Ереване.")}));
    expect(only(content, "events/")).toHaveLength(2);
  });

  test("a field that became empty goes with its line, so that the page is as if written anew", () => {
    const with_ = readSeeds({"a.txt": seed});
    for (const event of with_.events)
      event.figures = [{value: 7, unit: null, what: "x", approximate: false, span: {start: 0, end: 1}}];
    const content: Content = new Map();
    ingestInto(content, with_);
    expect(content.get(first)).toContain("figures:\n");
    again(content);
    expect([...content].sort()).toEqual([...fresh()].sort());
    // A person's comment on the line stays, and the line with it.
    ingestInto(content, with_);
    edit(content, first, /^whenText: .*/m, "$& # почему");
    const without = readSeeds({"a.txt": seed});
    for (const event of without.events) event.whenText = null;
    ingestInto(content, without);
    expect(content.get(first)).toContain("whenText: null # почему\n");
  });

  test("a document of one's own stays the page of its text when the seed is renamed or text is put before it", () => {
    const content = fresh();
    edit(content, document, /# What you change above[^]*?\n---\n/, "---\n");
    ingestInto(content, readSeeds({"z.txt": seed}));
    expect(only(content, "documents/")).toEqual([document]);
    const item = "Ещё одно\n\nСовсем другая новость о погоде в горах и на море.\n==\n";
    ingestInto(content, readSeeds({"a.txt": item + seed}));
    expect(only(content, "documents/").sort()).toEqual(["documents/eshchyo-odno.mdx", document]);
  });
});

describe("one event or two", () => {
  // What ingest does with a verdict: the second event's sources go to the first.
  const judged = (content: Content) => {
    const records = readSeeds({"a.txt": seed});
    for (const [a, b] of verdictsOf(pagesOf(content)).sameAs) {
      const one = records.events.find((event) => event.key === a);
      const other = records.events.find((event) => event.key === b);
      one?.sources.push(...(other?.sources ?? []));
      records.events = records.events.filter((event) => event.key !== b);
      for (const document of records.documents) document.events = document.events.filter((key) => key !== b);
    }
    return records;
  };

  test("sameAs joins two events for good: the second page goes and stays away", () => {
    const content = fresh();
    edit(content, first, "---\n", `---\nsameAs: ["${second.slice(7, -4)}"]\n`);
    ingestInto(content, judged(content));
    expect(only(content, "events/")).toEqual([first]);
    expect(values(content, first).sources).toHaveLength(2);
    expect(ingestInto(content, judged(content)).steps).toEqual([]);
    expect(values(content, first).sources).toHaveLength(2);
  });

  test("notSameAs is told to ingest by keys", () => {
    const content = fresh();
    edit(content, first, "---\n", `---\nnotSameAs: ["${second.slice(7, -4)}"]\n`);
    const keyOf = (path: string) => pagesOf(content).find((p) => p.path === path)?.key;
    expect(verdictsOf(pagesOf(content))).toEqual({sameAs: [], notSameAs: [[keyOf(first), keyOf(second)]]});
  });

  test("notSameAs may name a document, for an event that was taken in at once has no page", () => {
    const content = fresh();
    edit(content, first, "---\n", `---\nnotSameAs: [${document.slice(10, -4)}]\n`);
    const [page] = pagesOf(content).filter((p) => p.path === first);
    expect(verdictsOf(pagesOf(content)).notSameAs).toEqual([[page?.key, "a.txt#1"]]);
  });
});

describe("seeds that change", () => {
  test("renamed: the same pages, the new name", () => {
    const content = fresh();
    const paths = [...content.keys()];
    ingestInto(content, readSeeds({"b/c.txt": seed}));
    expect([...content.keys()]).toEqual(paths);
    expect(content.get(document)).toContain('file: "b/c.txt"');
    expect(content.get(first)).toContain('key: "b/c.txt#1:');
    expect(ingestInto(content, readSeeds({"b/c.txt": seed})).steps).toEqual([]);
  });

  test("edited and renamed: matched by likeness, and spans moved", () => {
    const content = fresh();
    const paths = [...content.keys()];
    const edited = `Обновлено.\n\n${seed.replace("обед", "ужин")}`;
    ingestInto(content, readSeeds({"z.txt": edited}));
    expect([...content.keys()]).toEqual(paths);
    const [source] = values(content, first).sources as {quote: string; span: [number, number]}[];
    expect(edited.slice(...(source?.span ?? [0, 0]))).toBe(source?.quote);
  });

  test("a sentence reworded keeps its page", () => {
    const content = fresh();
    ingestInto(
      content,
      readSeeds({"a.txt": seed.replace("прошла встреча министров", "прошла важная встреча министров внутренних дел")}),
    );
    expect(only(content, "events/").sort()).toEqual([first, second]);
  });

  test("items that change places keep their pages", () => {
    const one = "Первый\n\nПрошла первая встреча послов в Бишкеке, все довольны.\n";
    const two = "Второй\n\nПрошла вторая встреча экспертов в Душанбе, все спорили.\n";
    const content = fresh({"a.txt": `${one}==\n${two}`});
    const before = new Map(content);
    ingestInto(content, readSeeds({"a.txt": `${two}==\n${one}`}));
    expect([...content.keys()]).toEqual([...before.keys()]);
    for (const [path, text] of content)
      expect(values(content, path).title).toBe(page("events", path, before.get(path) ?? text).matter().values?.title);
  });

  test("a sentence gone: its event is removed if nobody edited it", () => {
    const content = fresh();
    ingestInto(content, readSeeds({"a.txt": seed.replace("Вторая встреча намечена на 2024-02-01.", "")}));
    expect(only(content, "events/")).toEqual([first]);
  });

  test("a sentence gone: its event is kept and reported if somebody did", () => {
    const content = fresh();
    edit(content, second, /title: .*/, "title: Моё");
    const {kept} = ingestInto(content, readSeeds({"a.txt": seed.replace("Вторая встреча намечена на 2024-02-01.", "")}));
    expect(only(content, "events/")).toContain(second);
    expect(kept).toMatchObject([{path: second, field: "page"}]);
  });

  test("a person's own list of sources follows its quotations", () => {
    const content = fresh();
    edit(content, first, /sources:\n/, "sources:\n  - {url: 'https://example.org/', title: 'Подробнее'}\n");
    const edited = `Вставка.\n\n${seed}`;
    ingestInto(content, readSeeds({"a.txt": edited}));
    const sources = values(content, first).sources as {quote: string; span: [number, number]}[];
    expect(sources).toHaveLength(2);
    expect(edited.slice(...(sources[1]?.span ?? [0, 0]))).toBe(sources[1]?.quote);
    expect(content.get(first)).toContain("  - {url: 'https://example.org/', title: 'Подробнее'}\n");
  });

  test("a seed that cannot be read leaves its pages alone", () => {
    const nothing = {documents: [], events: [], entities: []};
    const around = (unread: string[]) => ({unread: new Set(unread), parents: new Map()});
    expect(whole(planWrites(nothing, pagesOf(fresh()), around(["a.txt"]))).steps).toEqual([]);
    expect(whole(planWrites(nothing, pagesOf(fresh()), around([]))).steps.map((step) => step.kind)).toEqual([
      "remove",
      "remove",
      "remove",
    ]);
  });
});

describe("file names", () => {
  test("two documents of one title; the name each got stays for life", () => {
    const seeds = {"a.txt": "Новости\n\nОдно.", "b.txt": "Новости\n\nДругое."};
    const content = fresh(seeds);
    const names = only(content, "documents/");
    expect(names[0]).toBe("documents/novosti.mdx");
    expect(names[1]).toMatch(/^documents\/novosti-[0-9a-f]{8}\.mdx$/);
    ingestInto(content, readSeeds({"b.txt": seeds["b.txt"]}));
    expect(only(content, "documents/")).toEqual([names[1]]);
  });
});
