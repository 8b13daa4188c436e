import {type DateEnd, type DatePoint, type Edtf, parseEdtf} from "../model/edtf.ts";
import type {Cited, Entry} from "./entry.ts";
import {pruned} from "./pruned.ts";
import type {DocumentEntry} from "./records.ts";
import {oneLine} from "./text.ts";

/** A reference in three forms: a line of text, a BibTeX (biblatex) entry, a CSL-JSON item. */
export type Citation = {text: string; bibtex: string; csl: CslItem};

/** One item of CSL-JSON 1.0, as far as we fill it. */
export type CslItem = {
  id: string;
  type: "webpage" | "article-newspaper";
  title: string;
  author?: {literal: string}[];
  "container-title"?: string;
  issued?: CslDate;
  "event-date"?: CslDate;
  URL: string;
  language?: string;
  note?: string;
};

/** One date or the two ends of an interval; `circa` where there is doubt. */
export type CslDate = {"date-parts": number[][]; circa?: true} | {literal: string};

/** The site a reference points to. */
export type CitedSite = {title: string};

/** Reference to the page of an event, with the source it rests on. No day of access: the reader knows it, the build does not. */
export function citeEvent(entry: Entry, site: CitedSite): Citation {
  const source = entry.sources[0];
  const date = entry.when === null ? "" : ` (${entry.whenWords})`;
  const rests = source && sourceWords(source);
  const [title, container] = [oneLine(entry.title), oneLine(site.title)];
  return {
    text: `${title}${date} // ${stopped(container)} URL: ${entry.url}${rests ? ` [${rests}]` : ""}`,
    bibtex: bibtex("online", entry.id, {
      title: `{${tex(title)}}`,
      organization: `{${tex(container)}}`,
      date: day(entry.updated),
      url: entry.url,
      language: entry.titleLanguage && tex(entry.titleLanguage),
      // The day of the event; `date` is the day of the page.
      eventdate: entry.when,
      note: rests && tex(rests),
    }),
    csl: pruned({
      id: entry.id,
      type: "webpage",
      title,
      "container-title": container,
      issued: cslDate(day(entry.updated)),
      "event-date": cslDate(entry.when),
      URL: entry.url,
      language: entry.titleLanguage ?? undefined,
      note: rests || undefined,
    }),
  };
}

/** Reference to a document: where it was first published if it says so, else its page on the site. */
export function citeDocument(document: DocumentEntry, site: CitedSite): Citation {
  const url = document.original ?? document.url;
  const title = oneLine(document.title);
  const author = document.author === null ? "" : oneLine(document.author);
  const publisher = oneLine(document.publisher ?? (document.original ? new URL(url).host : site.title));
  const published = document.published === null ? "" : `, ${document.publishedWords}`;
  return {
    text: `${author && stopped(author)} ${stopped(`${title} // ${publisher}${published}`)} URL: ${url}`.trim(),
    bibtex: bibtex("article", document.id, {
      author: author && `{${tex(author)}}`,
      title: `{${tex(title)}}`,
      journaltitle: `{${tex(publisher)}}`,
      date: document.published?.replace(/T.*$/, ""),
      url,
      language: tex(document.language),
    }),
    csl: pruned({
      id: document.id,
      type: "article-newspaper",
      title,
      author: author ? [{literal: author}] : undefined,
      "container-title": publisher,
      issued: cslDate(document.published),
      URL: url,
      language: document.language,
    }),
  };
}

/** Many references as one file: BibTeX. */
export const bibFile = (citations: Citation[]): string => citations.map(({bibtex}) => `${bibtex}\n`).join("\n");

/** Many references as one file: CSL-JSON. */
export const cslFile = (citations: Citation[]): string =>
  `${JSON.stringify(
    citations.map(({csl}) => csl),
    null,
    1,
  )}\n`;

/** With a full stop, once: «15 декабря 2011 г.» has its own. */
const stopped = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

const sourceWords = ({title, publisher, published, url}: Cited): string =>
  oneLine([title, publisher, published, url].filter(Boolean).join(", "));

function bibtex(type: string, id: string, fields: Record<string, string | null | undefined>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    // An address stands as it is, but for signs that would end the field.
    value ? [`  ${name} = {${name === "url" ? value.replace(/[{}\\]/g, encodeURIComponent) : value}},`] : [],
  );
  return `@${type}{${id.replace(/[^\p{L}\p{N}._-]/gu, "-")},\n${lines.join("\n")}\n}`;
}

const texSigns: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX would count \{ and \} as braces.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

/** Text as TeX prints it. */
const tex = (text: string): string => oneLine(text).replace(/[\\~^{}&%$#_]/g, (sign) => texSigns[sign] ?? `\\${sign}`);

/** The day of an instant. */
const day = (instant: string | null): string | null => instant && new Date(instant).toISOString().slice(0, 10);

/** A date for CSL-JSON: its parts as far as they are known; words of EDTF for what parts cannot say. */
function cslDate(edtf: Edtf | null): CslDate | undefined {
  const value = edtf === null ? null : parseEdtf(edtf);
  if (!value || edtf === null) return undefined;
  const ends = value.kind === "interval" ? [value.start, value.end] : [value];
  const parts = ends.map(dateParts);
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return {literal: edtf};
  const doubt = ends.some((end) => typeof end !== "string" && (end.uncertain || end.approximate));
  return {"date-parts": known, ...(doubt && {circa: true as const})};
}

function dateParts(end: DateEnd): number[] | undefined {
  if (typeof end === "string") return undefined;
  const {year, part, day, precision}: DatePoint = end;
  // CSL has no year 0; it writes 45 BCE as -45.
  if (year === null || year <= 0 || !["year", "month", "day", "time"].includes(precision)) return undefined;
  return [year, part, day].filter((n) => n !== null);
}
