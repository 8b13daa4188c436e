import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {decode, seedOf, visible} from "../../src/ingest/decode.ts";

const russian = "Исполком СНГ и МОМ договорились о сотрудничестве на 2012 – 2013 годы. «Встреча» прошла в Минске № 5.";

/** Bytes of a text in a one-byte encoding, by asking the decoder what each byte means. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({length: 256}, (_, b) => [decoder.decode(new Uint8Array([b])), b]));
  return new Uint8Array([...text].map((c) => bytes.get(c) ?? 63));
}

describe("encodings", () => {
  test("UTF-8 is read as it is, without a word", () => {
    const {seed, problems} = decode("a.txt", Buffer.from(russian));
    expect([seed?.text, seed?.encoding, problems]).toEqual([russian, "utf-8", []]);
  });
  test.each(["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"])("%s is found and reported", (encoding) => {
    const {seed, problems} = decode("a.txt", encode(russian, encoding));
    expect(seed?.encoding).toBe(encoding);
    expect(seed?.text.slice(0, 40)).toBe(russian.slice(0, 40));
    expect(problems.map((p) => p.rule)).toEqual(["decode/encoding"]);
  });
  test.each([
    ["with its mark", "\uFEFF" + russian],
    ["without a mark", russian],
  ])("UTF-16 %s, either order", (_, text) => {
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(text, "utf16le").swap16();
    expect([little, big].map((bytes) => decode("a.txt", bytes).seed?.text)).toEqual([russian, russian]);
    expect([little, big].map((bytes) => decode("a.txt", bytes).seed?.encoding)).toEqual(["utf-16le", "utf-16be"]);
  });
  test("UTF-8 with a broken byte stays UTF-8, and its place is named", () => {
    const {seed, problems} = decode("a.txt", Buffer.concat([Buffer.from(russian), Buffer.from([0xd0])]));
    expect([seed?.encoding, seed?.text]).toEqual(["utf-8", russian + "\uFFFD"]);
    const span = {start: russian.length, end: russian.length + 1};
    expect(problems).toMatchObject([
      {rule: "decode/holes", span, message: "1 place(s) are not UTF-8; «\uFFFD» stands for each."},
    ]);
  });
  test("an empty file is an empty text", () => expect(decode("a.txt", new Uint8Array()).seed?.text).toBe(""));
});

describe("the text", () => {
  test.each([
    ["\uFEFFa", "a"],
    ["a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["a\tb", "a\tb"],
    ["a\0b\x07c\x1b[0m", "a\u2400b\u2407c\u241b[0m"],
    ["a\x7fb\x85c", "a\u2421b\uFFFDc"],
    ["a\uFFFEb\uFDD0c", "a\uFFFDb\uFFFDc"],
    ["a\u{1FFFE}b", "a\uFFFD\uFFFDb"],
    ["a\u00a0b\u200bc é е́", "a\u00a0b\u200bc é е́"],
  ])("%j → %j", (raw, text) => expect(decode("a.txt", Buffer.from(raw)).seed?.text).toBe(text));

  test("what was replaced is reported at its place", () => {
    expect(decode("a.txt", Buffer.from("ab\0c\0")).problems).toMatchObject([{rule: "decode/control", span: {start: 2, end: 3}}]);
  });
  test("a string keeps all its offsets", () =>
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (text) => {
        const {seed} = seedOf("a", text);
        expect(seed?.text.length).toBe(text.length);
        expect(seed?.text.isWellFormed()).toBe(true);
        expect(visible(seed?.text ?? "").signs).toEqual([]);
      }),
    ));
  test("no bytes make it throw", () =>
    fc.assert(fc.property(fc.uint8Array({maxLength: 300}), (bytes) => void decode("a.txt", bytes))));
});

describe("what is not text is refused by name", () => {
  test.each([
    ["an HTML page", "\uFEFF\n<!DOCTYPE html>\n<p>Встреча прошла 5 мая.</p>"],
    ["an HTML page", "<!-- saved from url=(0020)https://a.example/ -->\r\n<html lang=ru><p>Встреча</p>"],
    ["an XML file", '<?xml version="1.0" encoding="utf-8"?>\n<rss><item/></rss>'],
    ["an RTF document", "{\\rtf1\\ansi\\ansicpg1251 {\\fonttbl}}"],
    [
      "a web archive",
      "From: <Saved by Blink>\nSubject: Встреча\nContent-Type: multipart/related;\n\ttype=x\nMIME-Version: 1.0\n",
    ],
  ])("%s", (kind, text) => {
    const {seed, problems} = decode("page.txt", Buffer.from(text));
    expect([seed, problems.map((p) => [p.rule, p.message])]).toEqual([
      null,
      [["decode/binary", `«page.txt» is ${kind}, not text; it was left out.`]],
    ]);
  });
  test.each([
    "Тег <html> открывает страницу.\n<!DOCTYPE html> стоит перед ним.",
    "<b>Встреча</b> прошла 5 мая.",
    "<!-- заметка -->\nВстреча прошла 5 мая.",
    "From: the secretary\nTo: all\n\nMIME-Version: 1.0 is a header.",
    "<header> и <heading> — не страница.",
  ])("%j is a text all the same", (text) => {
    expect(decode("a.txt", Buffer.from(text)).seed?.text).toBe(text);
  });
  test.each([
    ["photo.txt", [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ["paper.txt", [...Buffer.from("%PDF-1.7\n")]],
    ["report.docx", [0x50, 0x4b, 3, 4, 20, 0]],
    ["noise.txt", Array.from({length: 1000}, (_, i) => (i * 7) % 256)],
  ])("%s", (file, bytes) => {
    const {seed, problems} = decode(file, new Uint8Array(bytes));
    expect(seed).toBeNull();
    expect(problems).toMatchObject([
      {rule: "decode/binary", severity: "error", file, message: expect.stringContaining(`«${file}»`) as string},
    ]);
  });
});
