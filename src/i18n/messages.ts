import type {EntityKind} from "../model/entity.ts";
import type {EventType, Relation, Role, Status} from "../model/event.ts";
import type {Figure} from "../model/accuracy.ts";
import type {Basis} from "../model/mention.ts";
import {languageFor} from "./languages.ts";

/** A noun after a number, by the plural categories of Intl.PluralRules. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};

/** A way a date or a status is drawn: a row of the mark grammar. */
export type MarkKind =
  | "day"
  | "month"
  | "year"
  | "about"
  | "uncertain"
  | "both"
  | "lasts"
  | "ends"
  | "doubtfulEnd"
  | "unknownEnd"
  | "until"
  | "since"
  | "undated"
  | "planned"
  | "ongoing"
  | "cancelled"
  | "plannedAbout"
  | "plannedLasts"
  | "uncertainYear";

/** Every word of the interface in one language; content brings its own. */
export type Messages = {
  /** BCP 47. */
  language: string;
  languageName: string;
  languageShort: string;
  direction: "ltr" | "rtl";
  thisLanguageVersion: string;
  nav: Record<
    | "label"
    | "timeline"
    | "together"
    | "documents"
    | "organizations"
    | "data"
    | "method"
    | "search"
    | "skip"
    | "skipToList"
    | "breadcrumb"
    | "more",
    string
  >;
  theme: Record<"label" | "system" | "light" | "dark", string>;
  kinds: Record<EntityKind | "document" | "event", {one: string; many: string}>;
  types: Record<EventType, string>;
  statuses: Record<Status, string>;
  statusNotes: Record<Status, string>;
  roles: Record<Role, string>;
  /** `out`: heading over the event this one names; `back`: over the events that name this one. */
  relations: Record<Relation, {out: string; back: string}>;
  /** `from…`: the form after "of" or «из», where the language has one. */
  counts: Record<"events" | "joint" | "documents" | "fromDocuments" | "fromEvents" | "lines" | "lanes" | "neighbours", Forms>;
  home: {
    summary: (say: {events: string; documents: string; period: string}) => string;
    together: (say: {pairs: string[]; count: string; several: boolean}) => string;
    undated: (say: {events: string}) => string;
    and: string;
    chronology: string;
    empty: string;
  };
  years: {
    title: string;
    undated: string;
    choice: (say: {shown: string; all: string}) => string;
    of: (say: {name: string}) => string;
    latest: (say: {shown: string; all: string}) => string;
    first: (say: {shown: string; all: string}) => string;
    pages: string;
    /** Of the events of a stretch of time that stand elsewhere. */
    inWindow: (say: {shown: string; all: string}) => string;
    beyond: (say: {more: string}) => string;
    ofYear: (say: {year: string}) => string;
    all: string;
    bound: string;
    missing: string;
    again: string;
  };
  timeline: Record<"title" | "states" | "statesShort" | "others", string> & {
    /** What a picture shows, for those who do not see it; `period` "" where nothing is dated. */
    captions: {
      whole: (say: {events: string; lanes: string; period: string}) => string;
      /** `neighbours` "" where the event stands alone. */
      closeUp: (say: {neighbours: string; period: string}) => string;
      document: (say: {own: string; all: string; period: string}) => string;
    };
  };
  event: Record<
    | "said"
    | "whence"
    | "card"
    | "participants"
    | "bodies"
    | "countries"
    | "people"
    | "places"
    | "operations"
    | "topics"
    | "type"
    | "status"
    | "source"
    | "sources"
    | "figures"
    | "noQuote"
    | "noSource"
    | "showInText"
    | "approximately"
    | "undated"
    | "noDateTitle"
    | "noDate"
    | "sameSet"
    | "onlyOne"
    | "related"
    | "elsewhere"
    | "editorial"
    | "media"
    | "cite"
    | "reportError"
    | "file"
    | "machine"
    | "person"
    | "weight",
    string
  > & {
    notAfter: (when: string) => string;
    saidWords: (words: string) => string;
    ordinal: (say: {n: string; of: string}) => string;
    quoteNumber: (n: number) => string;
  };
  dateParts: Record<
    | "day"
    | "month"
    | "year"
    | "season"
    | "quarter"
    | "half"
    | "decade"
    | "century"
    | "time"
    | "start"
    | "end"
    | "open"
    | "unknown"
    | "stated"
    | "inferred"
    | "editor",
    string
  >;
  basis: Record<Basis, string>;
  yearConjecture: string;
  dateConjecture: string;
  document: Record<
    | "untitled"
    | "fromNone"
    | "text"
    | "boilerplate"
    | "facts"
    | "published"
    | "publishedUnknown"
    | "retrieved"
    | "publisher"
    | "publisherUnknown"
    | "author"
    | "dateline"
    | "original"
    | "language"
    | "seed"
    | "span"
    | "digest"
    | "named"
    | "unresolved"
    | "dates"
    | "dateWords"
    | "dateReading"
    | "dateWhy"
    | "index"
    | "indexLead"
    | "unreadable",
    string
  > & {
    from: (say: {events: string}) => string;
    undatedOf: (n: string) => string;
    legend: Record<"yellow" | "yellowMeans" | "wavy" | "wavyMeans" | "line" | "lineMeans" | "verbatim", string>;
  };
  entity: {who: Record<EntityKind, string>} & Record<
    | "whole"
    | "names"
    | "aliases"
    | "founded"
    | "seat"
    | "site"
    | "members"
    | "parent"
    | "bodies"
    | "post"
    | "countriesOf"
    | "wikidata"
    | "code"
    | "signals"
    | "draft"
    | "draftNote"
    | "events"
    | "noEvents"
    | "named"
    | "documents"
    | "none",
    string
  > & {
      lead: (say: {events: string; joint: string}) => string;
      indexLead: Record<EntityKind, string>;
    };
  together: Record<"title" | "joint" | "none" | "alone" | "countries" | "countriesLead" | "period" | "onTimeline", string> & {
    lead: (period: string) => string;
    undated: (n: string) => string;
    most: (say: {shown: string; all: string}) => string;
  };
  table: Record<"title" | "lead" | "link" | "when" | "event" | "sort" | "whole", string> & {
    document: (n: string) => string;
    shown: (say: {shown: string; all: string}) => string;
  };
  data: Record<
    "title" | "lead" | "file" | "what" | "all" | "perOrganization" | "fields" | "field" | "meaning" | "licence" | "licenceText",
    string
  > & {
    formats: Record<"json" | "csv" | "ics" | "timelinejs" | "jsonld" | "bib" | "csl" | "rss" | "atom" | "feed", string>;
    /** Columns of events.csv. */
    fieldMeanings: Record<
      | "id"
      | "url"
      | "title"
      | "title_language"
      | "when"
      | "when_words"
      | "earliest"
      | "latest"
      | "not_after"
      | "basis"
      | "status"
      | "type"
      | "organizations"
      | "organization_names"
      | "bodies"
      | "countries"
      | "people"
      | "places"
      | "operations"
      | "topics"
      | "figures"
      | "quote"
      | "source_title"
      | "source_publisher"
      | "source_published"
      | "source_page"
      | "source_url"
      | "sources",
      string
    >;
  };
  method: Record<
    | "title"
    | "lead"
    | "howDates"
    | "marks"
    | "marksLead"
    | "palette"
    | "undated"
    | "undatedLead"
    | "accuracy"
    | "accuracyLead"
    | "figure"
    | "unresolved"
    | "unresolvedLead"
    | "none"
    | "drafts"
    | "limits"
    | "who"
    | "whoText",
    string
  > & {
    rules: string[];
    limitsList: string[];
    contrast: (ratio: string) => string;
    grammar: Record<MarkKind, {word: string; note: string}>;
    of: (say: {right: string; of: string}) => string;
    figures: Record<Figure, string>;
  };
  stories: Record<"title" | "one" | "lead" | "event" | "onTimeline" | "embed", string>;
  search: Record<
    "title" | "label" | "any" | "kind" | "hint" | "loading" | "failed" | "noScript" | "more" | "filters" | "start",
    string
  > & {
    nothing: (words: string) => string;
    found: (results: string) => string;
  };
  notFound: Record<"title" | "text" | "home", string>;
  footer: Record<"sources" | "licence", string>;
  /** Wording of the rules that supplied a part of a date, by the rule's name. */
  dateNotes: Record<string, string>;
  /** For a rule without its own wording. */
  dateNoteUnknown: string;
};

/** Words of the interface in a language; English where we have none. */
export const messages = (language: string): Messages => languageFor(language).messages;

const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

// To make one of these takes longer than to use it a hundred times.
function kept<T>(made: Map<string, T>, language: string, make: () => T): T {
  const format = made.get(language) ?? make();
  made.set(language, format);
  return format;
}

/** A number as the language writes it; groups from five figures on, parted by a thin space in Russian. */
export function number(language: string, n: number): string {
  const format = kept(numbers, language, () => new Intl.NumberFormat(language, {useGrouping: "min2"}));
  return format.format(n).replaceAll("\u00a0", "\u202f");
}

/**
 * The same for a whole number in Latin digits whose groups of three are parted by `sign`. A picture counts with it: to make its
 * own format takes the browser longer than all other words of the first drawing together.
 */
export const grouped = (n: number, sign: string): string =>
  n < 10_000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, sign);

/** A number and its noun, parted by a no-break space: «5 событий». */
export function count(language: string, n: number, forms: Forms): string {
  return `${number(language, n)}\u00a0${noun(language, n, forms)}`;
}

/** The form of a noun that goes with a number. */
export function noun(language: string, n: number, forms: Forms): string {
  return forms[kept(plurals, language, () => new Intl.PluralRules(language)).select(n)] ?? forms.other;
}

/**
 * What a reader should know of a date, from the name of the rule that supplied it; null only for no name.
 * A sentence a person wrote, in one language or several, stands as written.
 */
export function dateNote(language: string, note: string | Record<string, string> | null): string | null {
  if (note === null) return null;
  const words = messages(language);
  if (typeof note !== "string") return note[language] ?? note[language.split("-")[0] ?? ""] ?? Object.values(note)[0] ?? null;
  const own = words.dateNotes[note];
  if (own) return own;
  // A name is a slug; anything with blanks in it is a sentence of a person and stands as written.
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(note) ? words.dateNoteUnknown : note;
}
