import fc from "fast-check";
import {type LoaderContext} from "astro/loaders";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {z} from "zod";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {content} from "../../src/site/loader/content.ts";
import {form} from "../../src/site/loader/form.ts";
import {fenced} from "../../src/model/fences.ts";
import {part, partShown} from "../../src/site/loader/front-matter.ts";
import {quickMatter} from "../../src/site/loader/quick-matter.ts";
import {contentFiles} from "../bench/generate.ts";
import {matterOf} from "../../src/site/loader/matter.ts";

describe("form", () => {
  test.each([
    ["Совещание прошло в Минске.", "plain"],
    ['<Mention kind="organization" id="csto">ОДКБ</Mention> и <When edtf="">вчера</When>', "plain"],
    ['<p><Quote event="a b">всё</Quote></p>', "plain"],
    ["\\{process.exit()\\} \\<script> 2 \\< 3", "plain"],
    ["&#x69;mport x from 'y'", "plain"],
    ["`{x}` и\n\n```\nimport a from 'b'\n```", "plain"],
    ["важный экспорт и import в середине", "plain"],
    ["{1 + 1}", "mdx"],
    ["сумма {1 + 1}", "mdx"],
    ["import Chart from './Chart.astro'\n\n<Chart />", "mdx"],
    ["export const a = 1", "mdx"],
    ["<Chart />", "mdx"],
    ["<Mention id={id}>ОДКБ</Mention>", "mdx"],
    ["<Whenever>x</Whenever>", "mdx"],
    ["<Quote>не закрыто", "plain"],
  ])("form(%j) → %s", (body, expected) => {
    expect(form(body)).toBe(expected);
  });
});

describe("part", () => {
  test.each([
    ["---\na: 1\n---\nтекст\n", {a: 1}, "текст\n"],
    ["---\nwhen: 2011-12-14\nno: no\n---\n", {when: "2011-12-14", no: "no"}, ""],
    ["---\r\na: 1\r\n---\r\nb", {a: 1}, "b"],
    ["\ufeff---\na: 1\n---\nb", {a: 1}, "b"],
    ["---\na: 1\n--- # no end\nb: 1\n---\nc", {}, "---\na: 1\n--- # no end\nb: 1\n---\nc"],
    ["\n---\na: 1\n---\nb", {}, "\n---\na: 1\n---\nb"],
    ["\ufeff\n---\na: 1\n---\nb", {}, "\ufeff\n---\na: 1\n---\nb"],
    ["---\n---\nb", {}, "b"],
    ["---\na: |\n  x\u2028---\n---\nb", {a: "x\u2028---\n"}, "b"],
    ["---\na: !foo bar\n---\n", undefined, ""],
    ["без полей\n---\n", {}, "без полей\n---\n"],
    ["", {}, ""],
  ])("part(%j)", (file, data, body) => {
    if (data) expect(part(file)).toEqual({data, body});
    else expect(() => part(file)).toThrow();
  });
});

describe("quickMatter", () => {
  const yaml = (text: string): unknown => part(`---\n${text}\n---\n`).data;

  test.each([
    'title: "Совещание: «О мерах» # не всё"',
    'a: null\nb: true\nc: 0\nd: 12\ne: []\nf: {}\ng: [1, "2", abc, a-b]\nh: {i: [x], "j k": null}',
    'sources:\n  - {document: "x", quote: "он сказал: \\"да\\"", span: [3, 9]}\n  - {url: "https://a.example/"}',
    'seed:\n  file: "a.txt"\n  span: [0, 12]\n# comment\n\nevents: ["a", b]',
    "a: abcdefghijklmnopqrst  ",
    "",
  ])("%s: as YAML has it", (text) => {
    expect(quickMatter(text)).toEqual(yaml(text));
  });

  test.each([
    "a: 2024-05-10", "a: 'b'", "a: два слова", "a: word another", "a: 1.5", "a: -1", "a: 012", "a: 0x1F", "a: 1e3", "a: ~",
    "a: yes", "a: Null", "a: [b,c]", "a: {b:c}", "a: [b: c]", "a: {b}", "a: [1, ]", 'a: "b" # c', 'a: "b', "a: &x b", "a: |\n  b",
    "a: b\n  c", "a:\nb: 1", "a:", "a:\n- b", "a:\n  b: 1\n  - c", "a:\n  b:\n    c: 1", "a: 1\na: 2", "a: {b: 1, b: 2}",
    'a: {"__proto__": 1}', "a:\n  b: 1\n  b: 2", "1: a", "? a", '"a": 1', "a: \u0085", 'a: "\\ud83d"', "a: \t1", "a : 1", "a: b\u00a0", "a:1",
  ])("%j is left to YAML", (text) => {
    expect(quickMatter(text)).toBeNull();
  }); // prettier-ignore

  test("whatever is written by hand, it is read as YAML has it or not at all", () => {
    const start =
      'title: "Встреча"\nwhen: "2024-05"\ntype: meeting\norganizations:\n  - {id: csto, role: "host"}\nplaces: [minsk, "x"]\nseed:\n  span: [0, 12]\nhidden: false\n';
    const signs = fc.constantFrom(
      ..."abn0159 \"'[]{},:#-~&*!|>%@?\\\n\t_.",
      "null",
      ": ",
      ", ",
      "  ",
      "- ",
      "\\u0041",
      "é",
      "\u00a0",
    );
    const change = fc.record({at: fc.nat(start.length), drop: fc.nat(3), add: fc.string({unit: signs, maxLength: 4})});
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 3}), (changes) => {
        let text = start;
        for (const {at, drop, add} of changes) text = text.slice(0, at) + add + text.slice(at + drop);
        if (/^---/m.test(text)) return;
        const quick = quickMatter(text);
        if (quick !== null) expect(quick).toEqual(yaml(text));
      }),
      {numRuns: 5000},
    );
  });

  test("every page ingest writes is read so", () => {
    for (const [path, text] of Array.from({length: 40}, (_, n) => contentFiles(n, 5)).flat()) {
      const found = fenced(text);
      const front = text.slice(found?.yaml.start, found?.yaml.end);
      expect(quickMatter(front), path).toEqual(part(text).data);
    }
  });
});

describe("partShown", () => {
  test.each([
    ['a: 1\ningest:\n  key: "k"\n  made: {":1": "e"}\n  wrote: {"a": "0f"}\nb: 2\n', {a: 1, ingest: {key: "k", wrote: {}}, b: 2}],
    ['ingest:\r\n  key: k\r\n  # wrote\r\n  wrote: {"a": "0f"}\r\n', {ingest: {key: "k", wrote: {}}}],
    ['ingest:\n  wrote: {"a":\n    "0f"}\n', {ingest: {wrote: {a: "0f"}}}],
    ['ingest:\n  wrote: {"a": {b: c}\n    , d: e}\n', {ingest: {wrote: {a: {b: "c"}, d: "e"}}}],
    ["ingest: {key: k, wrote: {a: b}}\n", {ingest: {key: "k", wrote: {a: "b"}}}],
    ["translations:\n  wrote: {title: x}\n", {translations: {wrote: {title: "x"}}}],
    ["title: |\n  ingest:\n    wrote: {a: b}\n", {title: "ingest:\n  wrote: {a: b}\n"}],
  ])("%j", (yaml, data) => {
    const body = "ingest:\n  wrote: {a: b}\n";
    expect(partShown(`---\n${yaml}---\n${body}`)).toEqual({data, body});
  });

  test("what is no YAML is told as of the whole", () => {
    expect(() => partShown('---\ningest:\n  wrote: {"a": "0f"}\nb: !foo bar\n---\n')).toThrow();
  });
});

describe("content", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "letopis-loader-"))));
  afterEach(() => {
    rmSync(folder, {recursive: true});
  });

  const write = (name: string, text: string) => {
    mkdirSync(join(folder, "documents"), {recursive: true});
    writeFileSync(join(folder, "documents", name), text);
  };
  const store = new Map<string, Record<string, unknown>>();
  /** Ids of the files that were parsed, and those of modules asked for. */
  const load = async (lean = false) => {
    const parsed: string[] = [];
    const modules: string[] = [];
    const context = {
      store: {
        keys: () => [...store.keys()],
        get: (id: string) => store.get(id),
        delete: (id: string) => store.delete(id),
        set: (entry: {id: string; deferredRender?: boolean; filePath: string}) => {
          if (entry.deferredRender) modules.push(entry.filePath);
          store.set(entry.id, entry);
        },
        addModuleImport: (file: string) => modules.push(file),
      },
      config: {root: pathToFileURL(folder + "/")},
      logger: {warn: () => undefined},
      generateDigest: (text: string) => text,
      parseData: ({id, data}: {id: string; data: object}) => {
        parsed.push(id);
        return Promise.resolve(data);
      },
    } as unknown as LoaderContext;
    await content({base: pathToFileURL(join(folder, "documents/")), lean}).load(context);
    return {parsed: parsed.sort(), modules};
  };

  test("parses what is new or changed, forgets what is gone, and makes a module of MDX alone", async () => {
    store.clear();
    write("BY.mdx", "---\na: 1\n---\nтекст");
    write("x.y.mdx", "---\na: 2\n---\n{1}");
    expect(await load()).toEqual({parsed: ["BY", "x.y"], modules: ["documents/x.y.mdx"]});
    expect(store.get("BY")).toMatchObject({data: {a: 1}, filePath: "documents/BY.mdx"});

    expect(await load()).toEqual({parsed: [], modules: ["documents/x.y.mdx"]});

    write("BY.mdx", "---\na: 3\n---\nтекст");
    rmSync(join(folder, "documents/x.y.mdx"));
    expect(await load()).toEqual({parsed: ["BY"], modules: []});
    expect([...store.keys()]).toEqual(["BY"]);
  });

  test("a lean store holds no front matter; what it says is read from the file when it is asked for", async () => {
    store.clear();
    write("BY.mdx", "---\na: 1\n---\n{1}");
    expect(await load(true)).toEqual({parsed: [], modules: ["documents/BY.mdx"]});
    const stored = store.get("BY") as {data: object; filePath: string};
    expect(stored.data).toEqual({});
    const entry = {...stored, filePath: join(folder, stored.filePath)};
    const schema = z.strictObject({a: z.number(), b: z.string().default("x")});
    expect(matterOf(entry, schema)).toEqual({a: 1, b: "x"});
    expect(matterOf({...entry, data: {a: 2, b: "y"}}, schema)).toEqual({a: 2, b: "y"});
    expect(() => matterOf(entry, z.strictObject({a: z.string()}))).toThrow(/BY\.mdx: «a»: .*npm run check/);

    // A store that is lean no longer is filled again.
    expect(await load()).toEqual({parsed: ["BY"], modules: ["documents/BY.mdx"]});
    expect(await load(true)).toEqual({parsed: [], modules: ["documents/BY.mdx"]});
    expect(store.get("BY")).toMatchObject({data: {a: 1}});
  });

  test("an error in front matter names the file", async () => {
    write("a.mdx", '---\na: "\n---\n');
    await expect(load()).rejects.toThrow(/documents.a\.mdx: front matter: .*unexpected end/s);
  });
});
