import {bytesOf, Heads, LIST, NEGATIVE, NUMBER, TEXT, Written} from "./search-format.ts";

/**
 * Where a word stands on a page. Its places in text and particulars are `from` to `to` of `bytes`, as Pagefind packed them, and
 * are `size` numbers.
 */
type Posting = {page: number; bytes: Buffer; from: number; to: number; size: number};
/** A word as it is indexed, UTF-8, and the forms with other signs above or below their letters, each with its own pages. */
export type Word = {word: Buffer; pages: Posting[]; variants: {form: Buffer; pages: Posting[]}[]};
/** A file of the index: the words between two, by the shortest beginnings that tell them from those of its neighbours. */
export type Chunk = {from: string; to: string; bytes: Buffer};

/** Where the pages and particulars of an index stand in another; −1: the page is gone. */
export type Moved = {pages: Int32Array; fields: readonly number[]};

/** The words in some files of an index, in order, as they stand in another. A word of which no page is left is left out. */
export function* wordsIn(files: readonly string[], moved: Moved): Generator<Word> {
  const same = moved.fields.every((field, i) => field === i);
  for (const file of files) {
    const heads = new Heads(bytesOf(file));
    heads.want(LIST);
    for (let left = heads.want(LIST); left > 0; left--) {
      heads.want(LIST);
      const word = text(heads);
      const pages = postings(heads, moved, same);
      const variants: Word["variants"] = [];
      for (let forms = heads.want(LIST); forms > 0; forms--) {
        heads.want(LIST);
        const form = text(heads);
        const own = postings(heads, moved, same);
        if (own.length) variants.push({form, pages: own});
      }
      if (pages.length || variants.length) yield {word, pages, variants};
    }
  }
}

function text(heads: Heads): Buffer {
  const length = heads.want(TEXT);
  return heads.bytes.subarray(heads.at, (heads.at += length));
}

/** Each page is numbered by how far it is from the one before. */
function postings(heads: Heads, {pages, fields}: Moved, same: boolean): Posting[] {
  const found: Posting[] = [];
  let number = 0;
  for (let left = heads.want(LIST); left > 0; left--) {
    heads.want(LIST);
    number += heads.want(NUMBER);
    const from = heads.at;
    const inText = heads.want(LIST);
    for (let i = 0; i < inText; i++) heads.next();
    const middle = heads.at;
    const inFields = heads.want(LIST);
    for (let i = 0; i < inFields; i++) heads.next();
    const page = pages[number] ?? -1;
    if (page < 0) continue;
    const size = inText + inFields + 1;
    if (same || !inFields) found.push({page, bytes: heads.bytes, from, to: heads.at, size});
    else {
      const bytes = renumbered(heads.bytes, from, middle, fields);
      found.push({page, bytes, from: 0, to: bytes.length, size});
    }
  }
  return found;
}

const scratch = new Written();

/** Places in particulars: a negative number says which of them those after it stand in. */
function renumbered(bytes: Buffer, from: number, middle: number, fields: readonly number[]): Buffer {
  const out = scratch.clear().copy(bytes, from, middle);
  const heads = new Heads(bytes, middle);
  const length = heads.want(LIST);
  out.head(LIST, length);
  for (let i = 0; i < length; i++) {
    const n = heads.next();
    out.head(heads.kind, heads.kind === NEGATIVE ? (fields[n] ?? n) : n);
  }
  return Buffer.from(out.bytes);
}

/** Several runs of words in order as one. */
export function* together(runs: readonly Iterator<Word>[]): Generator<Word> {
  let heads = runs.flatMap(ahead);
  for (;;) {
    const [first] = heads;
    if (!first) return;
    let least = first.word.word;
    for (const {word} of heads) if (Buffer.compare(word.word, least) < 0) least = word.word;
    const same = new Set(heads.filter(({word}) => word.word.equals(least)));
    yield united(
      least,
      [...same].map(({word}) => word),
    );
    heads = heads.flatMap((head) => (same.has(head) ? ahead(head.run) : [head]));
  }
}

function ahead(run: Iterator<Word>): {run: Iterator<Word>; word: Word}[] {
  const {done, value} = run.next();
  return done ? [] : [{run, word: value}];
}

/** A word of several runs. */
function united(word: Buffer, same: readonly Word[]): Word {
  const [only] = same;
  if (only && same.length === 1) return only;
  const forms = new Map<string, {form: Buffer; all: {pages: Posting[]}[]}>();
  for (const variant of same.flatMap(({variants}) => variants)) {
    const key = variant.form.toString();
    const known = forms.get(key);
    if (known) known.all.push(variant);
    else forms.set(key, {form: variant.form, all: [variant]});
  }
  return {
    word,
    pages: inOrder(same),
    variants: [...forms.values()].map(({form, all}) => ({form, pages: inOrder(all)})),
  };
}

const inOrder = (all: readonly {pages: Posting[]}[]): Posting[] =>
  all.flatMap(({pages}) => pages).sort((one, other) => one.page - other.page);

/** Words as the files of an index, of some `most` numbers each, a byte a number. */
export function* chunks(words: Iterable<Word>, most: number): Generator<Chunk> {
  let some: Word[] = [];
  let size = 0;
  let from = "";
  for (const word of whole(words)) {
    if (size >= most) {
      const [to, next] = apart(lastOf(some), word.word.toString());
      yield chunk(some, from, to);
      some = [];
      size = 0;
      from = next;
    }
    from ||= word.word.toString();
    some.push(word);
    size += word.variants.length;
    for (const {size: one} of [word, ...word.variants].flatMap(({pages}) => pages)) size += one;
  }
  if (some.length) yield chunk(some, from, lastOf(some));
}

const lastOf = (words: readonly Word[]) => words.at(-1)?.word.toString() ?? "";

/** Forms in an order of their own: Pagefind has them as they came. */
function* whole(words: Iterable<Word>): Generator<Word> {
  for (const word of words) {
    if (word.variants.length > 1) word.variants.sort((a, b) => Buffer.compare(a.form, b.form));
    yield word;
  }
}

/** The shortest beginnings of two neighbours that differ. */
function apart(last: string, next: string): [string, string] {
  const one = [...last];
  const other = [...next];
  const shared = other.findIndex((letter, i) => letter !== one[i]);
  return [one.slice(0, shared + 1).join(""), other.slice(0, shared + 1).join("")];
}

function chunk(words: readonly Word[], from: string, to: string): Chunk {
  const out = new Written().head(LIST, 1).head(LIST, words.length);
  for (const {word, pages, variants} of words) {
    out.head(LIST, 3).head(TEXT, word.length).copy(word);
    write(out, pages);
    out.head(LIST, variants.length);
    for (const {form, pages} of variants) {
      out.head(LIST, 2).head(TEXT, form.length).copy(form);
      write(out, pages);
    }
  }
  // Only where the beginning alone would come before all words of the file.
  const beginning = Buffer.from(to).compare(Buffer.from(from)) < 0 ? lastOf(words) : to;
  return {from, to: beginning, bytes: out.bytes};
}

function write(out: Written, pages: readonly Posting[]): void {
  out.head(LIST, pages.length);
  let before = 0;
  for (const {page, bytes, from, to} of pages) {
    out
      .head(LIST, 3)
      .head(NUMBER, page - before)
      .copy(bytes, from, to);
    before = page;
  }
}
