import type {Edtf} from "./edtf.ts";
import type {DateMention, Mention} from "./mention.ts";
import type {Span} from "./span.ts";

/** A seed file, decoded. All spans of its records are offsets into `text`. */
export type Seed = {
  /** Path below `seeds/`, `/` between folders. */
  file: string;
  text: string;
  /** Of the raw bytes, hex. */
  sha256: string;
  encoding: string;
};

/** One news text read from a seed; a seed may hold several. */
export type DocumentRecord = {
  /** Identity across runs: the seed's file and the item's number in it, e.g. `002_23e5.txt#1`. */
  key: string;
  /** Words its file would like to be named by; the store settles collisions and keeps an old name. */
  name: string;
  title: string;
  /** BCP 47. */
  language: string;
  published: Edtf | null;
  retrieved: Edtf | null;
  publisher: string | null;
  url: string | null;
  author: string | null;
  dateline: string | null;
  seed: {file: string; span: Span; sha256: string};
  /** The seed's text, whole; the item is `text.slice(seed.span.start, seed.span.end)`. */
  text: string;
  boilerplate: Span[];
  mentions: Mention[];
  dates: DateMention[];
  /** Keys of the events read from it, in order of place. */
  events: string[];
};
