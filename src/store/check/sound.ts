import {type Span} from "../../model/span.ts";
import {digest} from "../digest.ts";
import {type Page} from "../page.ts";
import {type Place, type Seeds, standing} from "../standing.ts";

/** A page in which nothing was wrong, as far as the pages around it ask: its text need not be parsed to know that it still fits them. */
export type Sound = {
  /** Pages it names, each as `folder/id`. */
  names: string[];
  /** Where a document stands in its seed. */
  place: Place | null;
  /** Its quotations, by their document, place and a digest of their words. */
  quotes: [document: string, start: number, end: number, words: string][];
  /** The names of an entity, each with the way to it in the front matter. */
  forms: [text: string, path: (string | number)[]][];
  /** Where it says that it is a draft; null: it does not. */
  draft: Span | null;
};

/** What is remembered of pages from one check to the next. A page that was changed is not recalled. */
export type Memory = {recall: (page: Page) => Sound | undefined; keep: (page: Page, sound: Sound) => void};

export const forgetful: Memory = {recall: () => undefined, keep: () => undefined};

/** What is remembered of pages, by page. */
export function recalled(pages: readonly Page[], {recall}: Memory): Map<Page, Sound> {
  const sound = new Map<Page, Sound>();
  for (const page of pages) {
    const kept = recall(page);
    if (kept) sound.set(page, kept);
  }
  return sound;
}

/** Whether the pages a sound page names are there, and its quotations stand where it says. */
export function fits(
  {names, quotes}: Sound,
  known: ReadonlySet<string>,
  documentOf: (id: string) => Page | undefined,
  placed: (document: Page) => Place,
  seeds: Seeds,
): boolean {
  if (!names.every((name) => known.has(name))) return false;
  return quotes.every(([id, start, end, words]) => {
    const document = documentOf(id);
    if (!document) return false;
    const {text, within} = standing(placed(document), seeds);
    return within !== null && digest(text.slice(start, end)) === words;
  });
}

/** The quotations of an event, none of another page; null where they are of another form, and the page must be read each time. */
export function quotesOf(page: Page): Sound["quotes"] | null {
  const sources = page.folder === "events" ? page.matter().values?.sources : [];
  if (sources === undefined) return [];
  if (!Array.isArray(sources)) return null;
  const quotes = sources.flatMap((source: {document?: unknown; quote?: unknown; span?: unknown} | null): Sound["quotes"] => {
    const [start, end] = Array.isArray(source?.span) ? (source.span as unknown[]) : [];
    return typeof source?.quote === "string" && typeof start === "number" && typeof end === "number"
      ? [[String(source.document), start, end, digest(source.quote)]]
      : [];
  });
  return quotes.length === sources.length ? quotes : null;
}
