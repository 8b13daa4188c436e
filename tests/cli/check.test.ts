import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {run} from "../../src/cli/check.ts";
import {lock} from "../../src/cli/lock.ts";
import {run as make} from "../../src/cli/new.ts";
import {type Placed} from "../../src/model/desk.ts";

let root = "";
let said: string[] = [];
const home = process.cwd();
const site = "title: {ru: Т}\nheading: {ru: Т}\nlead: {ru: Т}\nlanguages: [ru]\nurl: https://example.org/\nlanes: [csto]\n";
const csto = '---\nid: csto\nkind: organization\nnames: {ru: "ОДКБ"}\n---\n';
const seedText = "Первая строка.\nПрошла встреча в Минске.\n";
const document = '---\ntitle: "Д"\nlanguage: ru\nseed: {file: "a.txt", span: [0, 39], sha256: "0"}\nevents: []\n---\n\nТекст\n';
const event = (fields = "", body = "Текст") => `---\ntitle: "Встреча"\n${fields}---\n\n${body}\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "letopis-check-"));
  process.chdir(root);
  said = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  put("seeds/a.txt", seedText);
  put("content/site.yaml", site);
  put("content/organizations/csto.mdx", csto);
  put("content/documents/d.mdx", document);
});
afterEach(() => {
  process.chdir(home);
  vi.restoreAllMocks();
  rmSync(root, {recursive: true, force: true});
});

function put(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}
async function findings(...args: string[]): Promise<{code: number; found: string[]; all: Placed[]}> {
  said = [];
  const code = await run(["--json", ...args]);
  const {problems} = JSON.parse(said.join("\n")) as {problems: Placed[]};
  const found = problems
    .filter((p) => p.severity !== "note")
    .map((p) => `${p.file.replace("content/", "")}:${String(p.line)}:${String(p.column)} ${p.rule}`);
  return {code, found, all: problems};
}

test("nothing wrong: exit code 0", async () => {
  put("content/events/e.mdx", event('when: "2024-05-10~"\norganizations: [{id: csto}]\n'));
  expect(await findings()).toMatchObject({code: 0, found: []});
});

test.each([
  ["a field we do not know", event("wen: x\n"), "events/e.mdx:3:1 check/unknown-field"],
  ["a layout, which Astro would import", event('layout: "data:text/javascript,1"\n'), "events/e.mdx:3:1 check/unknown-field"],
  ["a date that is none", event('when: "31 апреля"\n'), "events/e.mdx:3:7 check/edtf"],
  ["a date that is no text", event("when: 2024\n"), "events/e.mdx:3:7 check/type"],
  ["a type that is none", event("type: party\n"), "events/e.mdx:3:7 check/value"],
  ["a list that is none", event("countries: BY\n"), "events/e.mdx:3:12 check/type"],
  ["an organisation nobody knows", event("organizations:\n  - {id: nato}\n"), "events/e.mdx:4:10 check/no-such-page"],
  [
    "a document that is not there",
    event('sources: [{document: x, quote: "q", span: [0, 1]}]\n'),
    "events/e.mdx:3:22 check/no-such-page",
  ],
  ["a script for an address", event('sources: [{url: "javascript:alert(1)"}]\n'), "events/e.mdx:3:17 check/value"],
  [
    "a quotation that is not in the seed",
    event('sources: [{document: d, quote: "Не было", span: [0, 7]}]\n'),
    "events/e.mdx:3:32 check/quote-gone",
  ],
  [
    "a quotation that has moved",
    event('sources: [{document: d, quote: "Прошла встреча", span: [0, 14]}]\n'),
    "events/e.mdx:3:32 check/span-moved",
  ],
  ["front matter that is not YAML", event('type: "x\n'), "events/e.mdx:4:1 store/front-matter"],
  ["a tag that is not closed", event("", "раз\n\n<b>два"), "events/e.mdx:7:1 check/mdx"],
  ["an expression that is not code", event("", "раз {x y} два"), "events/e.mdx:5:8 check/mdx"],
  ["a mention of nobody", event("", 'Был <Mention kind="person" id="x">Х</Mention>'), "events/e.mdx:5:5 check/no-such-page"],
  [
    "a date in the text that is none",
    event("", 'Был <When edtf="завтра" basis="none">завтра</When>'),
    "events/e.mdx:5:5 check/edtf",
  ],
  ["a component nobody knows", event("", "раз <Foo/> два"), "events/e.mdx:5:5 check/component"],
  ["a member of nothing", event("", "<a.b>раз</a.b>"), "events/e.mdx:5:1 check/component"],
  ["a name that means nothing", event("", "раз {nope} два"), "events/e.mdx:5:5 check/code"],
  ["code that would end the build", event("", "{process.exit(3)}"), "events/e.mdx:5:1 check/code"],
  ["an import", event("", 'раз\n\nimport x from "y"'), "events/e.mdx:7:1 check/code"],
  ["a computed attribute", event("", '<Mention kind="organization" id="csto" x={y}>Х</Mention>'), "events/e.mdx:5:1 check/code"],
  ["attributes spread out", event("", "<b {...x}>раз</b>"), "events/e.mdx:5:1 check/code"],
  ["plain HTML and a comment", event("", "<details open>раз</details>\n\n{/* почему */}"), null],
  ["a tag of YAML", event("notes: !foo bar\n"), "events/e.mdx:3:16 check/yaml"],
  ["a blank line first", `\n${event()}`, "events/e.mdx:1:1 store/front-matter"],
  ["a word of the builder", event('notes: "__ASTRO_ASSET_IMAGE__x__"\n'), "events/e.mdx:3:9 check/builder-word"],
])("%s", async (_, text, expected) => {
  put("content/events/e.mdx", text);
  const {found, all} = await findings();
  expect(found).toEqual(expected === null ? [] : [expected]);
  // Each finding says what to do.
  expect(all.every((problem) => problem.fix)).toBe(true);
});

test("two pages with one name, an id that is not the file's, a lane that is not there", async () => {
  put("content/organizations/odkb.mdx", csto);
  put("content/site.yaml", site.replace("[csto]", "[csto, nato]"));
  const {code, found} = await findings();
  expect(code).toBe(1);
  expect(found).toEqual([
    "organizations/odkb.mdx:2:5 check/id",
    "site.yaml:6:15 check/no-such-page",
    "organizations/odkb.mdx:4:13 check/shared-name",
  ]);
});

test("a quotation is looked for in its document's stretch of the seed, then in its page", async () => {
  put("seeds/a.txt", `${seedText}==\nЧужие слова.\n`);
  const quoting = (quote: string, of = "d") => event(`sources: [{document: ${of}, quote: "${quote}", span: [0, 1]}]\n`);
  put("content/events/e.mdx", quoting("Чужие слова."));
  expect((await findings()).found).toEqual(["events/e.mdx:3:32 check/quote-gone"]);
  put(
    "content/documents/own.mdx",
    '---\ntitle: "С"\nlanguage: ru\n---\n\nВ <When edtf="2024" basis="stated">2024 году</When>\nбыло так.\n',
  );
  put("content/events/e.mdx", quoting("В 2024 году было так.", "own"));
  expect((await findings()).found).toEqual([]);
  put("content/events/e.mdx", quoting("Иначе было", "own"));
  expect((await findings()).found).toEqual(["events/e.mdx:3:34 check/quote-gone"]);
  put("content/documents/own.mdx", document.replace('"a.txt"', '"gone.txt"'));
  put("content/events/e.mdx", quoting("Текст", "own"));
  expect((await findings()).found).toEqual([]);
});

test("right after an event's page is deleted, its marks are no error", async () => {
  const memory = 'ingest:\n  key: "a.txt#1"\n  made: {":1": "e"}\n  wrote: {}\n---\n\n<Quote event="e">Текст</Quote>';
  put("content/documents/d.mdx", document.replace("---\n\nТекст", memory));
  const {code, found, all} = await findings();
  expect({code, found}).toEqual({code: 0, found: []});
  expect(all).toMatchObject([{rule: "check/thrown-away", line: 12, fix: "Run npm run ingest."}]);
});

test("pages where the site does not find them, or finds them under another name", async () => {
  put("content/events/2008/x.mdx", event());
  put("content/events/foo.md", event());
  put("content/events/Foo.MDX", event());
  put("content/event/y.mdx", event());
  put("content/organizations/ivanov.mdx", '---\nid: ivanov\nkind: person\nnames: {ru: "Иванов"}\n---\n');
  expect((await findings()).found.sort()).toEqual([
    "event/y.mdx:null:null check/not-a-page",
    "events/2008/x.mdx:null:null check/subfolder",
    "events/Foo.MDX:null:null check/not-a-page",
    "events/foo.md:null:null check/not-a-page",
    "organizations/ivanov.mdx:3:7 check/kind",
  ]);
});

test("notSameAs names an event or a document, sameAs an event", async () => {
  put("content/events/e.mdx", event("notSameAs: [d]\n"));
  expect(await findings()).toMatchObject({code: 0, found: []});
  put("content/events/e.mdx", event("sameAs: [d]\n"));
  expect(await findings()).toMatchObject({code: 1, found: ["events/e.mdx:3:10 check/no-such-page"]});
});

test.each([
  ["an address without a scheme", "https://example.org/", "example.org/chronicle", "site.yaml:5:6 check/value"],
  ["a language that is none", "languages: [ru]", "languages: [ru, по-русски]", "site.yaml:4:17 check/value"],
  ["a language twice", "languages: [ru]", "languages: [ru, ru]", "site.yaml:4:12 check/value"],
  ["a field nobody reads", "lanes:", "timeZone: Moscow/Nowhere\nlanes:", "site.yaml:6:1 check/unknown-field"],
])("site.yaml: %s", async (_, from, to, expected) => {
  put("content/site.yaml", site.replace(from, to));
  expect(await findings()).toMatchObject({code: 1, found: [expected]});
});

test.each([
  ["*План*", "3:8 The front matter cannot be read: A value begins with an asterisk"],
  ["План: первый", "3:8 The front matter cannot be read: A value holds a colon"],
  ['"План" первый', "3:15 The front matter cannot be read: Something stands behind the end of a value"],
  ['"План', "4:1 The front matter cannot be read: Missing closing"],
  ["а\ntitle: б", "4:1 The front matter cannot be read: The same field stands twice"],
  ["[а]\n\t- б", "4:1 The front matter cannot be read: A line begins with a tab"],
  ["'  '", "3:8 «title» is empty."],
])("a title of %j is said to be wrong at its place, and what to do", async (title, expected) => {
  put("content/events/e.mdx", `---\nnotes: x\ntitle: ${title}\n---\n`);
  const {code, all} = await findings();
  const [first] = all.filter((p) => p.file.endsWith("e.mdx"));
  expect(code).toBe(1);
  expect(`${String(first?.line)}:${String(first?.column)} ${first?.message ?? ""}`).toContain(expected);
  expect(first?.fix).toMatch(/quotation mark|Keep one|blanks|Correct/);
});

test("site.yaml: a title in asterisks is a reference to nothing, and no crash", async () => {
  put("content/site.yaml", site.replace("{ru: Т}", "{ru: *Т*}"));
  expect(await findings()).toMatchObject({code: 1, found: expect.arrayContaining(["site.yaml:1:13 check/site"]) as string[]});
});

test("site.yaml: a language without words of its own is said to have none", async () => {
  put("content/site.yaml", site.replace("[ru]", "[ru, de]").replaceAll("{ru: Т}", "{ru: Т, de: T}"));
  expect(await findings()).toMatchObject({code: 0, found: ["site.yaml:4:17 check/not-translated"]});
});

test("drafts and pages nobody mentions are noted, and are no error", async () => {
  put("content/people/x.mdx", '---\nid: x\nkind: person\nnames: {ru: "Х"}\ndraft: true\n---\n');
  const {code, all} = await findings();
  expect(code).toBe(0);
  expect(all.map((p) => p.rule).sort()).toEqual(["check/draft", "check/not-mentioned"]);
});

test("--fix moves a position after its quotation and nothing else", async () => {
  const text = event('# моё\nsources: [{document: d,   quote: "Прошла встреча", span: [0, 14]}] # так\n');
  put("content/events/e.mdx", text);
  expect((await findings("--fix")).found).toEqual([]);
  const start = seedText.indexOf("Прошла");
  expect(readFileSync("content/events/e.mdx", "utf8")).toBe(text.replace("[0, 14]", `[${String(start)}, ${String(start + 14)}]`));
});

test.each([
  [
    "event",
    ["--title", "Встреча: {итоги} # 1", "--when", "2024-05-10", "--organization", "csto:host", "--text", "import x\n\n# раз"],
    "events/2024-05-10-vstrecha-itogi-1.mdx",
  ],
  ["document", ["--title", "Новость", "--text-file", "seeds/a.txt"], "documents/novost.mdx"],
  ["organization", ["--id", "oic", "--name", "ru: Организация", "--name", "en: OIC", "--alias", "no"], "organizations/oic.mdx"],
  ["person", ["--name", "Иван Иванов", "--post", "министр", "--of", "csto"], "people/ivan-ivanov.mdx"],
])("npm run new -- %s writes a page that passes the check", async (kind, args, path) => {
  expect(await make([kind, ...args])).toBe(0);
  expect(said).toEqual([`content/${path}`]);
  expect(await findings()).toMatchObject({code: 0, found: []});
});

test("npm run new finds the place of a quotation, in the seed or in the page", async () => {
  writeFileSync("seeds/a.txt", Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from(seedText)]));
  expect(await make(["event", "--title", "А", "--document", "d", "--quote", "Прошла встреча"])).toBe(0);
  expect(readFileSync("content/events/a.mdx", "utf8")).toContain('{document: d, quote: "Прошла встреча", span: [15, 29]}');
  put("content/documents/own.mdx", '---\ntitle: "С"\nlanguage: ru\n---\n\nБыло *так*.\n');
  expect(await make(["event", "--title", "Б", "--document", "own", "--quote", "так"])).toBe(0);
  expect(readFileSync("content/events/b.mdx", "utf8")).toContain('{document: own, quote: "так", span: [5, 8]}');
  expect(await findings()).toMatchObject({code: 0, found: []});
  expect(await make(["event", "--title", "В", "--document", "own", "--quote", "иначе"])).toBe(1);
  expect(said.at(-1)).toContain("«иначе» does not stand in content/documents/own.mdx.");
  expect(await make(["event", "--title", "В", "--quote", "так"])).toBe(1);
});

test("npm run new reads a text in whatever encoding", async () => {
  writeFileSync("old.txt", Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0, 0x21]));
  expect(await make(["document", "--title", "Т", "--text-file", "old.txt"])).toBe(0);
  expect(readFileSync("content/documents/t.mdx", "utf8")).toContain("Привет, мир!");
});

test("npm run new waits for nobody and sweeps nothing away while another run is at work", async () => {
  const free = lock("content/.ingest.lock");
  put("content/events/.letopis-1-ab.tmp", "half");
  await expect(make(["event", "--title", "x"])).rejects.toThrow("Another ingest is at work");
  expect(readFileSync("content/events/.letopis-1-ab.tmp", "utf8")).toBe("half");
  free();
});

test.each([
  ["a name that is none", ["organization", "--id", "Моя организация", "--name", "М"], "cannot be the name of a page"],
  [
    "an organisation nobody knows",
    ["event", "--title", "x", "--organization", "nato:host"],
    "There is no content/organizations/nato.mdx",
  ],
  ["a role that is none", ["event", "--title", "x", "--organization", "csto:boss"], "«boss» is none of: host"],
  ["a type that is none", ["event", "--title", "x", "--type", "party"], "«party» is none of: meeting"],
  ["an address that is none", ["event", "--title", "x", "--url", "javascript:1"], "is not an address"],
  ["a language that is none", ["document", "--title", "x", "--language", "по-русски"], "is not a language tag"],
  ["a folder for a text", ["document", "--title", "x", "--text-file", "seeds"], "«seeds» is a folder. Name a file."],
])("npm run new: %s is refused, and nothing is written", async (_, args, expected) => {
  const before = readdirSync("content", {recursive: true});
  expect(await make(args)).toBe(1);
  expect(said.join()).toContain(expected);
  expect(readdirSync("content", {recursive: true})).toEqual(before);
});

test("npm run new says what is missing and what is wrong, and writes nothing", async () => {
  expect(await make(["event"])).toBe(2);
  expect(said.join()).toContain("--title is needed");
  expect(await make(["event", "--title", "  "])).toBe(2);
  expect(await make(["event", "--title", "x", "--when", "завтра"])).toBe(1);
  expect(said.join()).toContain("«завтра» is not an EDTF date");
  expect(await make(["frog"])).toBe(2);
});

test("a page that was sound is checked anew as far as others changed around it", async () => {
  put("content/countries/BY.mdx", '---\nid: BY\nkind: country\nnames: {ru: "Беларусь"}\n---\n');
  const quote = 'sources: [{document: d, quote: "Прошла встреча", span: [15, 29]}]\n';
  put(
    "content/events/e.mdx",
    event(`${quote}organizations: [{id: csto}]\n`, '<Mention kind="country" id="BY">Беларусь</Mention>'),
  );
  put("content/people/p.mdx", '---\nid: p\nkind: person\nnames: {ru: "Имя"}\ndraft: true\n---\n');
  const rules = async () =>
    (await findings()).all.map(({file, rule, line, column}) => `${file} ${rule} ${String(line)}:${String(column)}`);
  const first = await rules();
  expect(first).toContain("content/people/p.mdx check/draft 5:8");
  expect(first).not.toContain(expect.stringContaining("events/e.mdx"));
  expect(await rules()).toEqual(first);

  rmSync(join(root, "content/countries/BY.mdx"));
  expect(await rules()).toContainEqual(expect.stringMatching(/^content\/events\/e\.mdx check\/no-such-page/));
  put("content/countries/BY.mdx", '---\nid: BY\nkind: country\nnames: {ru: "ОДКБ"}\n---\n');
  expect(await rules()).toContainEqual(expect.stringMatching(/check\/shared-name/));
  put("content/countries/BY.mdx", '---\nid: BY\nkind: country\nnames: {ru: "Беларусь"}\n---\n');
  expect(await rules()).toEqual(first);

  put("seeds/a.txt", `Вставка.\n${seedText}`);
  expect(await rules()).toContainEqual(expect.stringMatching(/^content\/events\/e\.mdx check\/(span-moved|quote-gone)/));
  put("seeds/a.txt", seedText);
  rmSync(join(root, "content/events/e.mdx"));
  expect(await rules()).toContainEqual(expect.stringMatching(/^content\/countries\/BY\.mdx check\/not-mentioned/));
});

test("what is remembered of pages is of no harm when it is damaged", async () => {
  put("content/events/e.mdx", event('when: "31 апреля"\n'));
  const {found} = await findings();
  for (const file of readdirSync(join(root, ".cache/check"))) put(`.cache/check/${file}`, "{");
  expect((await findings()).found).toEqual(found);
});
