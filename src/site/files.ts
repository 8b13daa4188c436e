import {atom} from "../exports/atom.ts";
import {bibFile, citeDocument, cslFile} from "../exports/cite.ts";
import {eventsCsv} from "../exports/csv.ts";
import {eventsIcs} from "../exports/ics.ts";
import {eventsJson} from "../exports/json.ts";
import {jsonFeed} from "../exports/jsonfeed.ts";
import {siteLd} from "../exports/jsonld.ts";
import type {Collection, Everything} from "../exports/records.ts";
import {rss} from "../exports/rss.ts";
import {timelineJs} from "../exports/timelinejs.ts";
import type {Messages} from "../i18n/messages.ts";
import type {Library} from "./library.ts";

/** A file for download: where it stands below its page, what it is, and what it holds, whole or in pieces. */
export type DataFile<T> = {
  name: string;
  mediaType: string;
  what: keyof Messages["data"]["formats"];
  write: (all: T) => string | Iterable<string>;
};

/** The file of a name. */
export function need<T>(files: readonly DataFile<T>[], name: string): DataFile<T> {
  const file = files.find((each) => each.name === name);
  if (!file) throw new Error(`there is no file «${name}»`);
  return file;
}

let last: {library: Library; page: string; all: Everything} | undefined;

/**
 * What the files of a page are made of, `page` its address. They are written one after another, and to gather a hundred
 * thousand events takes longer than to write a file of them: the last page's are kept.
 */
export function gathered(library: Library, page: string, gather: () => Everything): Everything {
  if (last?.library !== library || last.page !== page) last = {library, page, all: gather()};
  return last.all;
}

/** A file as Astro writes it. Pieces are never joined into one string: there is a limit to its length. */
export function answer<T>(file: DataFile<T>, all: T): Response {
  const text = file.write(all);
  const body = typeof text === "string" ? text : new Blob([...batches(text)]);
  return new Response(body, {headers: {"content-type": file.mediaType}});
}

/** UTF-16 units put together at a time: each piece alone would be a small file of its own. */
const BATCH = 1 << 20;

function* batches(pieces: Iterable<string>): Generator<string> {
  let some = "";
  for (const piece of pieces) {
    some += piece;
    if (some.length < BATCH) continue;
    yield some;
    some = "";
  }
  yield some;
}

/** Files of events alone. */
const collectionFiles: DataFile<Collection>[] = [
  {name: "events.csv", mediaType: "text/csv", what: "csv", write: ({entries}) => eventsCsv(entries)},
  {name: "events.ics", mediaType: "text/calendar", what: "ics", write: eventsIcs},
  {name: "timeline.json", mediaType: "application/json", what: "timelinejs", write: timelineJs},
  {name: "feed.rss", mediaType: "application/rss+xml", what: "rss", write: rss},
  {name: "feed.atom", mediaType: "application/atom+xml", what: "atom", write: atom},
  {name: "feed.json", mediaType: "application/feed+json", what: "feed", write: jsonFeed},
];

/** Name of the file that describes events.json. */
export const SCHEMA = "events.schema.json";

const JSON_FILE = "events.json";

/** Whether a file has the records of documents whole; the others have events, and what a reference needs. */
export const hasRecords = (name: string): boolean => name === JSON_FILE;

const json = (schema: string): DataFile<Everything> => ({
  name: JSON_FILE,
  mediaType: "application/json",
  what: "json",
  write: (all) => eventsJson(all, schema),
});

/** Files of an organisation; `schema` is the absolute address of the description of events.json. */
export const organizationFiles = (schema: string): DataFile<Everything>[] => [json(schema), ...collectionFiles];

/** Files of the whole site; `schema` as above. */
export const siteFiles = (schema: string): DataFile<Everything>[] => [
  json(schema),
  {name: "events.jsonld", mediaType: "application/ld+json", what: "jsonld", write: siteLd},
  {
    name: "documents.bib",
    mediaType: "application/x-bibtex",
    what: "bib",
    write: (all) => bibFile(all.documents.map((document) => citeDocument(document, all))),
  },
  {
    name: "documents.csl.json",
    mediaType: "application/json",
    what: "csl",
    write: (all) => cslFile(all.documents.map((document) => citeDocument(document, all))),
  },
  ...collectionFiles,
];
