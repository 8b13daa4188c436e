import {createHash} from "node:crypto";
import {gunzipSync, gzipSync} from "node:zlib";

/** A file of the search index; its name carries a digest of what is in it. */
export type IndexFile = {path: string; content: Uint8Array};

type Value = string | number | Value[];

const SIGN = "pagefind_dcd";

/**
 * The same index with the values of its filters in alphabetical order. Pagefind writes them in the order of a hash table,
 * another at every run, and two builds of one site must have the same bytes.
 */
export function inOrder(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const ordered = files.map((file) => {
    const language = /filter\/(.+)_[0-9a-f]+\.pf_filter$/.exec(file.path)?.[1];
    return language === undefined
      ? file
      : rename(file, `filter/${language}_`, ".pf_filter", sortFilter(unpack(file)), 7, renamed);
  });
  const settled = ordered.map((file) => {
    const language = /pagefind\.(.+)_[0-9a-f]+\.pf_meta$/.exec(file.path)?.[1];
    if (language === undefined) return file;
    return rename(file, `pagefind.${language}_`, ".pf_meta", sortMeta(unpack(file), renamed), 10, renamed);
  });
  return settled.map((file) =>
    file.path.endsWith("pagefind-entry.json") ? {...file, content: sortEntry(file.content, renamed)} : file,
  );
}

/** Packs a value anew; the digest in the name, old and new, goes into `renamed`. */
function rename(
  file: IndexFile,
  before: string,
  after: string,
  value: Value,
  digits: number,
  renamed: Map<string, string>,
): IndexFile {
  const bare = Buffer.concat([Buffer.from(SIGN), encode(value)]);
  const old = file.path.slice(file.path.lastIndexOf("/") + 1, -after.length).replace(/^pagefind\./, "");
  const prefix = before.slice(before.lastIndexOf("/") + 1).replace(/^pagefind\./, "");
  const name = prefix + createHash("sha256").update(bare).digest("hex").slice(0, digits);
  renamed.set(old, name);
  return {path: before.slice(0, before.length - prefix.length) + name + after, content: gzipSync(bare, {level: 9})};
}

/** Of [name, [[value, pages], …]]. */
function sortFilter(filter: Value): Value {
  if (!Array.isArray(filter) || !Array.isArray(filter[1])) return filter;
  const [name = "", values, ...rest] = filter;
  return [name, byFirst(values), ...rest];
}

/** Of [version, pages, chunks, [[filter, file], …], …]. */
function sortMeta(meta: Value, renamed: ReadonlyMap<string, string>): Value {
  if (!Array.isArray(meta) || !Array.isArray(meta[3])) return meta;
  const filters = meta[3].map((pair) =>
    Array.isArray(pair) && typeof pair[1] === "string" ? [pair[0] ?? "", renamed.get(pair[1]) ?? pair[1]] : pair,
  );
  return [...meta.slice(0, 3), byFirst(filters), ...meta.slice(4)];
}

function sortEntry(content: Uint8Array, renamed: ReadonlyMap<string, string>): Uint8Array {
  const entry = JSON.parse(Buffer.from(content).toString("utf8")) as {languages: Record<string, {hash: string}>};
  const languages = Object.entries(entry.languages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, about]) => [language, {...about, hash: renamed.get(about.hash) ?? about.hash}]);
  return Buffer.from(JSON.stringify({...entry, languages: Object.fromEntries(languages) as object}));
}

const first = (value: Value): string => (Array.isArray(value) && typeof value[0] === "string" ? value[0] : "");

function byFirst(values: Value): Value {
  return Array.isArray(values) ? [...values].sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0)) : values;
}

/** The value in a file: CBOR of texts, whole numbers and lists behind Pagefind's sign. */
function unpack({path, content}: IndexFile): Value {
  const bytes = gunzipSync(content);
  if (bytes.toString("latin1", 0, SIGN.length) !== SIGN) throw new Error(`${path} is not of the form Pagefind 1 writes`);
  return decode(bytes, SIGN.length).value;
}

function decode(bytes: Buffer, at: number): {value: Value; next: number} {
  const byte = bytes[at] ?? 0;
  const kind = byte >> 5;
  const short = byte & 31;
  const size = short < 24 ? 0 : 1 << (short - 24);
  const n = size ? (size === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, size)) : short;
  const next = at + 1 + size;
  if (kind === 0) return {value: n, next};
  if (kind === 1) return {value: -1 - n, next};
  if (kind === 3) return {value: bytes.toString("utf8", next, next + n), next: next + n};
  if (kind !== 4) throw new Error(`the search index holds a value of kind ${String(kind)}, which is new`);
  const list: Value[] = [];
  let place = next;
  for (let i = 0; i < n; i++) {
    const item = decode(bytes, place);
    list.push(item.value);
    place = item.next;
  }
  return {value: list, next: place};
}

function encode(value: Value): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([head(3, text.length), text]);
  }
  return Buffer.concat([head(4, value.length), ...value.map(encode)]);
}

function head(kind: number, n: number): Buffer {
  const size = n < 24 ? 0 : n < 0x100 ? 1 : n < 0x10000 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (kind << 5) | (size ? 24 + Math.log2(size) : n);
  if (size) bytes.writeUIntBE(n, 1, size);
  return bytes;
}
