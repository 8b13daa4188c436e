import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {bytesOf, packed, type Value, valueOf, Written} from "./search-format.ts";
import {chunks, type Moved, together, wordsIn} from "./search-words.ts";

/** A page in an index: its file below the site, and the particulars it has, in Pagefind's order. */
export type IndexedPage = [file: string, fields: string];
/** The pages of one language's index, in order of their files: so Pagefind has numbered them. */
export type Indexed = {language: string; pages: IndexedPage[]};
/** Some pages of a written index: those whose file is not `gone`. */
export type Source = Indexed & {folder: string; gone: string[]};
/** An index made of others in a folder, but for its fragments: those have yet to be moved from a path to a name. */
export type Merged = Indexed & {folder: string; about: About; fragments: [path: string, name: string][]};
/** What Pagefind's entry file says of a language. */
export type About = {hash: string; wasm: string | null; page_count: number};
export type Entry = {languages: Record<string, About>};

export const ENTRY = "pagefind-entry.json";
export const entryIn = (folder: string) => JSON.parse(readFileSync(join(folder, ENTRY), "utf8")) as Entry;
export const fragmentIn = (folder: string, name: string) => join(folder, "fragment", `${name}.pf_fragment`);

/**
 * Numbers in one file of words. A reader loads the list of all files, some 14 bytes each, and those of the words asked for,
 * two or three; a page has some 500 numbers. Their sum is least so; Pagefind's own files have 20 000 whatever the index.
 */
const numbersIn = (pages: number): number => Math.ceil(50 * Math.sqrt(pages));

/** Files that are packed while the next are put together. */
const AHEAD = 8;

/** Digits of the digest in a name. Pagefind says the same of its fragments, which keep the names it gave. */
const DIGITS = 7;
const META_DIGITS = 10;

/**
 * Writes into `out` the index of the pages of all sources, of which each page stands in one; null where there are none. Whatever the pages were indexed
 * with, the same pages give the same bytes: Pagefind alone writes filters in the order of a hash table, another at every run.
 */
export async function merge(sources: readonly Source[], out: string): Promise<Merged | null> {
  const [first] = sources;
  if (!first) return null;
  const {language} = first;
  const read = sources.map(opened);
  const pages = read.flatMap(({source, names, counts}, from) => {
    const gone = new Set(source.gone);
    return source.pages
      .map(([file, fields], i) => ({file, fields, from, number: i, name: names[i] ?? "", count: counts[i] ?? 0}))
      .filter(({file}) => !gone.has(file));
  });
  if (!pages.length) return null;
  pages.sort((a, b) => (a.file < b.file ? -1 : 1));
  const fields = [...new Set(pages.flatMap((page) => page.fields.split(" ")))].filter(Boolean).sort();
  const moves = read.map(({source, fields: own}): Moved => {
    const to = new Int32Array(source.pages.length).fill(-1);
    return {pages: to, fields: own.map((field) => fields.indexOf(field))};
  });
  pages.forEach(({from, number}, i) => {
    const to = moves[from]?.pages;
    if (to) to[number] = i;
  });
  const fragment = ({from, name}: {from: number; name: string}) => fragmentIn(sources[from]?.folder ?? "", name);

  const taken = new Set<string>();
  const writing: Promise<void>[] = [];
  const write = (folder: string, ending: string, bytes: Buffer, digits: number): string => {
    const {digest, content} = packed(bytes);
    let name = `${language}_${digest.slice(0, digits)}`;
    for (let more = digits + 1; taken.has(name + ending); more++) name = `${language}_${digest.slice(0, more)}`;
    taken.add(name + ending);
    const path = join(out, folder + name + ending);
    mkdirSync(dirname(path), {recursive: true});
    writing.push(content.then((packed) => writeFile(path, packed)));
    return name;
  };
  const words = read.map(({files}, i) => wordsIn(files, moves[i] ?? {pages: new Int32Array(), fields: []}));
  const chunkList: Value[] = [];
  for (const {from, to, bytes} of chunks(together(words), numbersIn(pages.length))) {
    chunkList.push([from, to, write("index/", ".pf_index", bytes, DIGITS)]);
    if (writing.length >= AHEAD) await writing.shift();
  }
  const filters = filtersOf(read.map(({filters}, i) => ({filters, moved: moves[i]?.pages ?? new Int32Array()})));
  const filterList = filters.map((filter) => [
    filter[0],
    write("filter/", ".pf_filter", new Written().value(filter).bytes, DIGITS),
  ]);
  const names = fragmentNames(
    pages.map(({name}) => name),
    (i) => fragmentDigest(fragment(pages[i] ?? {from: 0, name: ""})),
  );
  const list = pages.map(({count}, i) => [names[i] ?? "", count]);
  const meta: Value = [read[0]?.version ?? "", list, chunkList, filterList, [], fields];
  const hash = write("pagefind.", ".pf_meta", new Written().value(meta).bytes, META_DIGITS);
  await Promise.all(writing);
  return {
    folder: out,
    language,
    pages: pages.map(({file, fields}) => [file, fields]),
    about: {...aboutOf(first), hash, page_count: pages.length},
    fragments: pages.map((page, i) => [fragment(page), names[i] ?? ""]),
  };
}

function aboutOf({folder, language}: Source): About {
  const about = entryIn(folder).languages[language];
  if (!about) throw new Error(`the search index in ${folder} has no language ${language}`);
  return about;
}

type Filter = [name: string, values: [value: string, pages: number[]][]];
type Meta = [string, [string, number][], [string, string, string][], [string, string][], Value[], string[]];

/** What stands in an index, its words unread. */
function opened(source: Source) {
  const {folder, pages: known} = source;
  const path = join(folder, `pagefind.${aboutOf(source).hash}.pf_meta`);
  const [version, pages, chunkList, filterList, orders, fields] = valueOf(path) as Meta;
  if (pages.length !== known.length)
    throw new Error(`${path} has ${String(pages.length)} pages, of ${String(known.length)} that were indexed`);
  if (orders.length) throw new Error(`${path} has orders of its own, which is new`);
  return {
    source,
    version,
    names: pages.map(([name]) => name),
    counts: pages.map(([, count]) => count),
    files: chunkList.map(([, , name]) => join(folder, "index", `${name}.pf_index`)),
    filters: filterList.map(([, name]) => valueOf(join(folder, "filter", `${name}.pf_filter`)) as Filter),
    fields,
  };
}

function filtersOf(all: readonly {filters: readonly Filter[]; moved: Int32Array}[]): Filter[] {
  const names = new Map<string, Map<string, number[]>>();
  for (const {filters, moved} of all)
    for (const [name, values] of filters)
      for (const [value, pages] of values) {
        const left = pages.map((page) => moved[page] ?? -1).filter((page) => page >= 0);
        if (!left.length) continue;
        const own = names.get(name) ?? new Map<string, number[]>();
        names.set(name, own.set(value, [...(own.get(value) ?? []), ...left]));
      }
  return [...names]
    .map(([name, values]): Filter => [
      name,
      [...values].map(([value, pages]): [string, number[]] => [value, pages.sort((a, b) => a - b)]).sort(byFirst),
    ])
    .sort(byFirst);
}

const byFirst = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) => (a < b ? -1 : a > b ? 1 : 0);

/** Addresses of the pages in an index, by its fragments. */
export const urlsIn = (folder: string): Set<string> =>
  new Set(
    readdirSync(join(folder, "fragment")).map(
      (file) => (JSON.parse(bytesOf(join(folder, "fragment", file)).toString()) as {url: string}).url,
    ),
  );

/** Names of fragments in order: the beginning of a digest, and a digit more where one before has that name. `digest` is asked for then alone. */
export function fragmentNames(names: readonly string[], digest: (i: number) => string): string[] {
  const start = (name: string) => name.lastIndexOf("_") + 1;
  const short = (name: string) => name.slice(0, start(name) + DIGITS);
  const shared = Map.groupBy(names, short);
  const taken = new Set<string>();
  return names.map((name, i) => {
    let own = short(name);
    if ((shared.get(own)?.length ?? 0) > 1) {
      const whole = name.slice(0, start(name)) + digest(i);
      while (taken.has(own) && own.length < whole.length) own = whole.slice(0, own.length + 1);
    }
    taken.add(own);
    return own;
  });
}

/** As Pagefind writes it: SHA-1, its bytes without a leading zero. */
const fragmentDigest = (path: string): string =>
  [...createHash("sha1").update(bytesOf(path)).digest()].map((byte) => byte.toString(16)).join("");
