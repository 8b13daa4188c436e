import {hash} from "node:crypto";
import {analyse} from "chardet";
import {type Problem} from "../model/problem.ts";
import {type Seed} from "../model/document.ts";

/** What decoding a file gives; `seed` is null for a file that is not text. */
export type Decoded = {seed: Seed | null; problems: Problem[]};

/**
 * Bytes to text: UTF-8 strictly, else by byte order mark, zeros (UTF-16) or detection, said in a problem. One mark is dropped,
 * CRLF and CR become LF, what cannot be seen becomes a visible sign. A file that is not text is refused by name.
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const sha256 = hash("sha256", bytes);
  const kind = binaryKind(bytes);
  if (kind) return refused(file, kind);
  const wide = utf16(bytes);
  const whole = wide === null ? strictly(bytes) : null;
  const encoding = wide ?? (whole === null ? detected(bytes) : "utf-8");
  const problems: Problem[] = [];
  if (encoding !== "utf-8")
    problems.push({
      rule: "decode/encoding",
      severity: "note",
      file,
      message: `Read as ${encoding}: the bytes are not UTF-8.`,
      fix: "Save the file as UTF-8 to be sure of every letter.",
    });
  let raw: string;
  try {
    raw = whole ?? new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes);
  } catch {
    return refused(file, `text in an encoding this machine cannot read (${encoding})`);
  }
  const lines = (raw.startsWith("\uFEFF") ? raw.slice(1) : raw).replace(/\r\n?/g, "\n");
  const markup = markupKind(lines);
  if (markup) return refused(file, markup, "Open it in a browser or an editor, and save what it shows as a .txt file in UTF-8.");
  const {text, signs} = visible(lines);
  if (signs.length) problems.push(signsProblem(file, signs));
  if (encoding === "utf-8" && whole === null) problems.push(holesProblem(file, lines));
  return {seed: {file, text, sha256, encoding}, problems};
}

/** A seed from a string, e.g. a line of NDJSON: every offset into the given string stays true, CR included. */
export function seedOf(file: string, given: string): Decoded {
  const {text, signs} = visible(given.replace(/\r\n/g, " \n").replace(/\r/g, "\n"));
  const sha256 = hash("sha256", given);
  return {seed: {file, text, sha256, encoding: "utf-8"}, problems: signs.length ? [signsProblem(file, signs)] : []};
}

function refused(file: string, kind: string, fix = "Save its text as a .txt file in UTF-8."): Decoded {
  const message = `«${file}» is ${kind}, not text; it was left out.`;
  return {seed: null, problems: [{rule: "decode/binary", severity: "error", file, message, fix}]};
}

const markups: [string, RegExp][] = [
  ["an HTML page", /^\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i],
  ["an XML file", /^\s*<\?xml\b/i],
  ["an RTF document", /^\{\\rtf\d/],
  ["a web archive", /^(?:[A-Z][\w-]*: .*\n(?:[ \t].*\n)*)*MIME-Version: /],
];

// Names what a file is whose words stand among instructions to a program: read as text, its tags would become words of events.
function markupKind(text: string): string | null {
  return markups.find(([, start]) => start.test(text))?.[0] ?? null;
}

function signsProblem(file: string, signs: number[]): Problem {
  const start = signs[0] ?? 0;
  const message = `${signs.length} unprintable character(s) were replaced by visible signs.`;
  return {rule: "decode/control", severity: "warning", file, span: {start, end: start + 1}, message};
}

function holesProblem(file: string, text: string): Problem {
  const start = text.indexOf("\uFFFD");
  return {
    rule: "decode/holes",
    severity: "warning",
    file,
    span: {start, end: start + 1},
    message: `${text.split("\uFFFD").length - 1} place(s) are not UTF-8; «\uFFFD» stands for each.`,
    fix: "Save the text anew from where it came from.",
  };
}

// Control characters but tab and newline, noncharacters of all planes, surrogates without their partner.
const unseen =
  /[\0-\x08\x0B-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text with what cannot be seen replaced sign for sign (offsets stay), and where that happened. */
export function visible(text: string): {text: string; signs: number[]} {
  const signs: number[] = [];
  const shown = text.replace(unseen, (c, offset: number) => {
    signs.push(offset);
    const code = c.charCodeAt(0);
    if (c.length === 2) return "\uFFFD\uFFFD";
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\uFFFD";
  });
  return {text: shown, signs};
}

const starts: [string, number[]][] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive or an office document", [0x50, 0x4b, 3, 4]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
  ["a GIF picture", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b, 8]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ["an SQLite database", [...new TextEncoder().encode("SQLite format 3\0")]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a UTF-32 text", [0xff, 0xfe, 0, 0]],
];

// Names what the bytes are when they are not text.
function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, start] of starts) if (start.every((b, i) => bytes[i] === b)) return name;
  if (utf16(bytes)) return null;
  let controls = 0;
  const head = bytes.subarray(0, 65536);
  for (let i = 0; i < head.length; i++) {
    const b = head[i] ?? 32;
    if (b < 9 || (b > 13 && b < 32 && b !== 0x1b && b !== 0x1a) || b === 11) controls++;
  }
  // A stray NUL or two is damage; one byte in twenty is another kind of file.
  return controls > 8 && controls > head.length / 20 ? "a binary file" : null;
}

const utf8 = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});

// The text of bytes that are UTF-8 from end to end, else null.
function strictly(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

// UTF-16 by its mark, else by the high bytes of Cyrillic and Latin (4 and 0) on one side only.
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const n = Math.min(bytes.length, 4096) & ~1;
  if (n < 8 || !bytes.subarray(0, n).includes(0)) return null;
  const high = [0, 0];
  for (let i = 0; i < n; i++) if (bytes[i] === 0 || bytes[i] === 4) high[i & 1] = (high[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = high;
  if (odd > n * 0.45 && even < n * 0.1) return "utf-16le";
  if (even > n * 0.45 && odd < n * 0.1) return "utf-16be";
  return null;
}

// chardet weighs byte pairs; for single-byte Cyrillic we then ask which reading looks like Russian, for it confuses ibm866 and MacCyrillic.
const cyrillic = ["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"];
function detected(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65536);
  let best = "windows-1252";
  let most = 0;
  for (const name of cyrillic) {
    const score = russianness(new TextDecoder(name).decode(sample));
    if (score > most) [best, most] = [name, score];
  }
  if (most > 0.5) return best;
  // Broken UTF-8 is still UTF-8 when nearly all of it reads; its holes become visible signs.
  const utf8 = new TextDecoder().decode(sample);
  const holes = utf8.split("\uFFFD").length - 1;
  if (holes <= 2 + utf8.length / 200) return "utf-8";
  for (const match of analyse(sample)) {
    try {
      return new TextDecoder(match.name).encoding;
    } catch {
      continue; // a name the platform does not know
    }
  }
  return best;
}

const frequent = new Set([..."оеаинтсрвлкмдпу"]);
// Share of letters that are the frequent small ones of Russian, less what no Russian text has.
function russianness(text: string): number {
  let good = 0;
  let high = 0;
  for (const c of text) {
    if (c < "\x80") continue;
    high++;
    if (frequent.has(c)) good++;
    else if (!/[а-яА-ЯёЁ«»–—№…“”„ ]/.test(c)) good -= 0.5;
  }
  return high ? good / high : 0;
}
