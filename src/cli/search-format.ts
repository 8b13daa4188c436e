import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {promisify} from "node:util";
import {gunzipSync, gzip, type ZlibOptions} from "node:zlib";

/** What Pagefind packs its lists in: CBOR of texts, whole numbers and lists. */
export type Value = string | number | Value[];

const SIGN = Buffer.from("pagefind_dcd");

/** The bytes of an index file, unpacked, behind Pagefind's sign. */
export function bytesOf(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path));
  if (!bytes.subarray(0, SIGN.length).equals(SIGN)) throw new Error(`${path} is not of the form Pagefind 1 writes`);
  return bytes.subarray(SIGN.length);
}

/** The value in an index file. */
export const valueOf = (path: string): Value => decode(bytesOf(path));

const pack = promisify<Buffer, ZlibOptions, Buffer>(gzip);
/** gzip's 9 makes words of a large index 3 % smaller, in six times the time. */
const LEVEL = 7;

/** An index file of some bytes, and the digest its name carries, in hexadecimal. The same bytes are packed the same way. */
export function packed(bytes: Buffer): {digest: string; content: Promise<Buffer>} {
  const signed = Buffer.concat([SIGN, bytes]);
  return {digest: createHash("sha256").update(signed).digest("hex"), content: pack(signed, {level: LEVEL})};
}

/** Kinds of CBOR's first byte that Pagefind uses. */
export const NUMBER = 0;
export const NEGATIVE = 1;
export const TEXT = 3;
export const LIST = 4;

/** Reads one head after another: what kind of thing comes, and its number or how long it is. */
export class Heads {
  readonly bytes: Buffer;
  at: number;
  kind = 0;
  n = 0;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  next(): number {
    const {bytes} = this;
    const byte = bytes[this.at++] ?? 0;
    this.kind = byte >> 5;
    const short = byte & 31;
    if (short < 24) return (this.n = short);
    const size = 1 << (short - 24);
    this.n = size === 8 ? Number(bytes.readBigUInt64BE(this.at)) : bytes.readUIntBE(this.at, size);
    this.at += size;
    return this.n;
  }

  /** The next head, which must be of this kind: its number. */
  want(kind: number): number {
    const n = this.next();
    if (this.kind !== kind) throw new Error(`the search index holds a value of kind ${String(this.kind)}, which is new`);
    return n;
  }
}

function decode(bytes: Buffer): Value {
  const heads = new Heads(bytes);
  const read = (): Value => {
    const n = heads.next();
    if (heads.kind === NUMBER) return n;
    if (heads.kind === NEGATIVE) return -1 - n;
    if (heads.kind === TEXT) return bytes.toString("utf8", heads.at, (heads.at += n));
    if (heads.kind === LIST) return Array.from({length: n}, read);
    throw new Error(`the search index holds a value of kind ${String(heads.kind)}, which is new`);
  };
  return read();
}

/** Bytes that grow as values are written. */
export class Written {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #end = 0;

  /** All that was written; valid until more is. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  clear(): this {
    this.#end = 0;
    return this;
  }

  #room(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + more));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }

  head(kind: number, n: number): this {
    this.#room(9);
    const size = n < 24 ? 0 : n < 0x100 ? 1 : n < 0x10000 ? 2 : 4;
    this.#bytes[this.#end++] = (kind << 5) | (size ? 24 + Math.log2(size) : n);
    if (size) this.#end = this.#bytes.writeUIntBE(n, this.#end, size);
    return this;
  }

  copy(from: Buffer, start = 0, end = from.length): this {
    this.#room(end - start);
    from.copy(this.#bytes, this.#end, start, end);
    this.#end += end - start;
    return this;
  }

  value(value: Value): this {
    if (typeof value === "number") return value < 0 ? this.head(NEGATIVE, -1 - value) : this.head(NUMBER, value);
    if (typeof value === "string") {
      const text = Buffer.from(value);
      return this.head(TEXT, text.length).copy(text);
    }
    this.head(LIST, value.length);
    for (const item of value) this.value(item);
    return this;
  }
}
