import type {Edtf} from "../model/edtf.ts";
import type {DateMention} from "../model/mention.ts";
import type {Span} from "../model/span.ts";

/**
 * One news text inside a seed, as reading has shaped it before names and events are looked for.
 * All spans are offsets into the seed's text.
 */
export type Item = {
  span: Span;
  /** The title line without boilerplate; null when the text has none. */
  title: Span | null;
  /** Menus, weather, counters, credits, the crawl date: no sentence, name or event is read from them. */
  boilerplate: Span[];
  /** Sentences of the rest, in order; the title and each heading line is one of them. */
  sentences: Span[];
  /** BCP 47. */
  language: string;
  published: Edtf | null;
  retrieved: Edtf | null;
  /** The day relative words resolve against: the stamp, else the dateline or the date the item opens with. */
  reference: Edtf | null;
  publisher: string | null;
  author: string | null;
  url: string | null;
  dateline: string | null;
  /** Every date phrase, boilerplate included, in order of place. */
  dates: DateMention[];
};
