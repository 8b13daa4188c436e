import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";

const root = join(import.meta.dirname, "../..");
const main = join(root, "src/cli/main.ts");
const content = join(root, "content");
let folder = "";

type Mention = {text: string; start: number; end: number; value: string | null};
type Line = {
  doc: string | number;
  published: string | null;
  title: string | null;
  mentions: Mention[];
  events: object[];
  problems: {rule: string}[];
};

function extract(args: string[], input = ""): {status: number | null; lines: Line[]; stderr: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, "extract", "--content", content, ...args], {
    input,
    encoding: "utf8",
  });
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((row) => JSON.parse(row) as Line),
  };
}

const page =
  "Встреча министров в Минске\n15 июня 2021, 12:00\n13 июня в Минске прошло заседание Совета министров внутренних дел, на нём обсудили борьбу с незаконной миграцией.\n";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "letopis-extract-"));
  writeFileSync(join(folder, "b.txt"), page);
  writeFileSync(join(folder, "a.txt"), "\uFEFF" + page.replaceAll("\n", "\r\n"));
  writeFileSync(join(folder, "c.txt"), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("files", () => {
  test("a folder's texts come in order of name, a line each; what is no text is a line with its problem", () => {
    const {status, lines} = extract([folder]);
    expect(status).toBe(0);
    expect(lines.map((l) => l.doc)).toEqual(["a.txt", "b.txt", "c.txt"]);
    expect(lines.map((l) => l.published)).toEqual(["2021-06-15T12:00", "2021-06-15T12:00", null]);
    expect(lines[2]?.problems.map((p) => p.rule)).toEqual(["decode/binary"]);
  });
  test("an operation is called by its name in the nominative, with the year its item gives it", () => {
    const text = "29 октября 2010\n\nИтоги\n\nВ Минске с 18 по 21 октября проходил второй этап «Нелегала-2010».\n";
    writeFileSync(join(folder, "stage.txt"), text);
    const [line] = extract([join(folder, "stage.txt")]).lines;
    rmSync(join(folder, "stage.txt"));
    expect(line?.events).toMatchObject([{operation: "Нелегал-2010"}]);
  });
  test("an operation of several years keeps them", () => {
    const text = "29 октября 2010\n\nИтоги\n\nОперация «Невод 2009–2011» идёт в СНГ. Этап I прошёл в мае 2009 года.\n";
    writeFileSync(join(folder, "stage.txt"), text);
    const [line] = extract([join(folder, "stage.txt")]).lines;
    rmSync(join(folder, "stage.txt"));
    expect(line?.events).toMatchObject([{date: "2009-05", operation: "Невод 2009–2011"}]);
  });
  test("mentions slice to their text in the decoded file", () => {
    const [line] = extract([join(folder, "b.txt")]).lines;
    expect(line?.doc).toBe("b.txt");
    expect(line?.mentions.map((m) => [page.slice(m.start, m.end), m.value])).toEqual([
      ["15 июня 2021, 12:00", "2021-06-15"],
      ["13 июня", "2021-06-13"],
    ]);
    expect(line?.mentions.every((m) => m.text === page.slice(m.start, m.end))).toBe(true);
  });
  test("every line has every field", () =>
    expect(Object.keys(extract([join(folder, "b.txt")]).lines[0] ?? {})).toEqual([
      "doc",
      "published",
      "retrieved",
      "language",
      "title",
      "mentions",
      "events",
      "problems",
    ]));
  test("a path that is not there: the rest is read, the code is 2", () => {
    const {status, lines, stderr} = extract([join(folder, "none.txt"), join(folder, "b.txt")]);
    expect([status, lines.map((l) => l.doc)]).toEqual([2, ["b.txt"]]);
    expect(stderr).toContain("none.txt");
  });
  test("unknown options and a missing content folder: 2", () => {
    expect(extract(["--nothing", folder]).status).toBe(2);
    expect(spawnSync(process.execPath, [main, "extract", "--content", join(folder, "none"), folder]).status).toBe(2);
  });
});

describe("lines on standard input", () => {
  test("ids come back, a reference is used, nothing is invented without one", () => {
    const rows = [
      {id: "x", text: "Дедлайн завтра", reference: "2012-08-10"},
      {id: 7, text: "Дедлайн завтра"},
      {text: "Дедлайн завтра", reference: "never"},
    ];
    const {status, lines} = extract([], rows.map((row) => JSON.stringify(row)).join("\n") + "\n");
    expect(status).toBe(0);
    expect(lines.map((l) => [l.doc, l.mentions.map((m) => m.value)])).toEqual([
      ["x", ["2012-08-11"]],
      [7, [null]],
      ["3", [null]],
    ]);
  });
  test("offsets are those of the given text, line ends and lone surrogates included", () => {
    const text = "а\r\nб\ud800\r13 июня 2021 года";
    const [line] = extract([], JSON.stringify({id: 1, text})).lines;
    expect(line?.mentions.map((m) => text.slice(m.start, m.end))).toEqual(["13 июня 2021 года"]);
  });
  test("a line that is none of ours is answered with a problem, and the code is 2", () => {
    const {status, lines} = extract([], '{"text":"13 июня 2021"}\nnot json\n{"id":1}\n\n{"id":"z","text":""}\n');
    expect(status).toBe(2);
    expect(lines.map((l) => [l.doc, l.problems.map((p) => p.rule)])).toEqual([
      ["1", []],
      ["2", ["extract/input"]],
      ["3", ["extract/input"]],
      ["z", []],
    ]);
  });
});

test("a reader that closes the pipe early ends it quietly", async () => {
  const child = spawn(process.execPath, [main, "extract", "--content", content], {stdio: ["pipe", "pipe", "pipe"]});
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on("error", () => undefined);
  const row = JSON.stringify({id: 1, text: page}) + "\n";
  const feed = setInterval(() => child.stdin.write(row.repeat(200)), 5);
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise<number | null>((done) => child.on("exit", done));
  clearInterval(feed);
  expect([status, stderr]).toEqual([0, ""]);
});

test("answers come while the input is still open", async () => {
  const child = spawn(process.execPath, [main, "extract", "--content", content]);
  child.stdin.write(JSON.stringify({id: "first", text: page}) + "\n");
  const line = await new Promise<string>((done) => child.stdout.once("data", (chunk: Buffer) => done(chunk.toString())));
  expect(JSON.parse(line)).toMatchObject({doc: "first"});
  child.stdin.end();
  expect(await new Promise((done) => child.on("exit", done))).toBe(0);
});
