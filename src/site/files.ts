import {atom} from "../exports/atom.ts";
import {bibFile, citeDocument, cslFile} from "../exports/cite.ts";
import {eventsCsv} from "../exports/csv.ts";
import {eventsIcs} from "../exports/ics.ts";
import {eventsJson} from "../exports/json.ts";
import {jsonFeed} from "../exports/jsonfeed.ts";
import {siteLd} from "../exports/jsonld.ts";
import {type Collection, type Everything} from "../exports/records.ts";
import {rss} from "../exports/rss.ts";
import {timelineJs} from "../exports/timelinejs.ts";
import {type Messages} from "../i18n/messages.ts";

/** A file for download: where it stands below its page, what it is, and what it holds. */
export type DataFile<T> = {name: string; mediaType: string; what: keyof Messages["data"]["formats"]; write: (all: T) => string};

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

const json = (schema: string): DataFile<Everything> => ({
  name: "events.json",
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
