import {dateNote, messages} from "../i18n/messages.ts";
import {plainWhen, whenWords} from "../i18n/when.ts";
import {parseEdtf} from "../model/edtf.ts";
import {headingYear} from "../timeline/heading.ts";
import {type Lane, STATES} from "../timeline/item.ts";
import {textWidth} from "../timeline/widths.ts";
import type {Addresses} from "./address.ts";
import {anatomy} from "./anatomy.ts";
import {between, type Bar, gutter, type GutterRow} from "../timeline/gutter.ts";
import {headOf, look, ownLanes, participants} from "./lanes.ts";
import type {EventPage, Library} from "./library.ts";
import {joined, type Line, nameSaid} from "./name-line.ts";
import {timelineItem} from "./timeline-data.ts";
import {cut, documentTitle, languageOf, type Said, shortOf, titleOf} from "./wording.ts";

/** A participant as a chip: its name beside its head. */
export type Party = {id: string; name: Said; shape: Lane["shape"]; ink: number; href: string | null};

/** Words of a source as they are shown: a grey … outside them where they were cut from a sentence. */
export type Citation = {
  text: string;
  lang: string | undefined;
  cutBefore: boolean;
  cutAfter: boolean;
  /** Number of the document, its name and the place of the words; null for a source outside the site. */
  document: {id: string; number: number; label: Said; href: string} | null;
  outside: {label: string; href: string} | null;
};

/** An event as a card of the reading list. */
export type Card = {
  id: string;
  href: string;
  /** In words. */
  when: string;
  /** «год предположительно»; null for a sure date. */
  doubt: string | null;
  /** For the datetime attribute; null where HTML has no form for the date. */
  datetime: string | null;
  undated: boolean;
  /** «план»; null for what happened. */
  tag: string | null;
  parties: Party[];
  meta: Line;
  title: Said;
  citation: Citation | null;
  /** What a reader should know of date and status, in sentences. */
  notes: string[];
  /** Places, then countries. */
  where: Line;
};

export type Row = {card: Card; row: GutterRow};
/** The rows of a year; `heading` "" is the group of the undated. `before`: bars that run past the heading. */
export type Group = {heading: string; before: Bar[][]; rows: Row[]};

/** Room of a lane's name above its column: that of the style sheet, less what keeps two names apart, px. */
const COLUMN = 38;

/** What stands above the columns of the vertical score; `staggered`: some name is wider than its column. */
export function columnHeads(lanes: readonly Lane[], language: string): {names: string[]; staggered: boolean} {
  const {statesShort} = messages(language).timeline;
  const names = lanes.map(({id, name}) => (id === STATES ? statesShort : name));
  return {names, staggered: names.some((name) => textWidth(name, 12.5, 600) > COLUMN)};
}

/** A list of events by year, each with its row of the vertical score; the undated stand last, in a group of their own. */
export function chronicle(
  library: Library,
  events: readonly EventPage[],
  lanes: readonly Lane[],
  language: string,
  to: Addresses,
): {dated: Group[]; undated: Group | null} {
  const items = events.map((event) => timelineItem(library, event, language, to));
  const rows = gutter(
    items,
    lanes.map(({id}) => id),
  );
  const dated: Group[] = [];
  const undated: Group = {heading: "", before: lanes.map(() => []), rows: []};
  events.forEach((event, i) => {
    const item = items[i];
    const row = rows[i];
    if (!item || !row) return;
    const entry = {card: card(library, event, language, to), row};
    const year = headingYear(item);
    if (year === null) return undated.rows.push({...entry, row: {...row, bars: lanes.map(() => [])}});
    const last = dated.at(-1);
    if (last?.heading === year) last.rows.push(entry);
    else dated.push({heading: year, before: between(last?.rows.at(-1)?.row, row), rows: [entry]});
  });
  return {dated, undated: undated.rows.length ? undated : null};
}

/** An event worded for a list. */
export function card(library: Library, event: EventPage, language: string, to: Addresses): Card {
  const words = messages(language);
  const undated = event.when === null && event.notAfter === null;
  const doubt = doubtOf(event, language);
  return {
    id: event.id,
    href: to.event(event.id),
    when: breakable(doubt ? plainWhen(event.when ?? "", language) : whenOf(event, language)),
    doubt,
    datetime: datetime(event.when),
    undated,
    tag: event.status === "happened" ? null : words.statuses[event.status],
    parties: parties(library, event, language, to),
    meta: meta(library, event, language),
    title: titleOf(event, language, languageOf(event, library)),
    citation: citations(library, event, language, to)[0] ?? null,
    notes: notesOf(event, language),
    where: named(library, language, [
      ["place", event.places],
      ["country", event.countries],
    ]),
  };
}

// The column of dates is narrow: «около 21 января 2016 г.» may break after its first word.
const breakable = (when: string) => (when.length > 18 ? when.replace("\u00a0", " ") : when);

/** Date of an event in words; the limit of an undated one. */
export function whenOf(event: Pick<EventPage, "when" | "notAfter">, language: string): string {
  if (event.when === null && event.notAfter !== null)
    return whenWords(`../${event.notAfter.slice(event.notAfter.indexOf("/") + 1)}`, language);
  return whenWords(event.when, language);
}

/** What is doubtful of a single date: its year, or all of it; null where it is sure, or only roughly known. */
export function doubtOf(event: EventPage, language: string): string | null {
  const value = event.when === null ? null : parseEdtf(event.when);
  if (value?.kind !== "point" || !value.uncertain || value.approximate) return null;
  const words = messages(language);
  const inferred = anatomy(event, language).filter(({origin}) => origin === "inferred");
  return inferred.length === 1 && inferred[0]?.name === words.dateParts.year ? words.yearConjecture : words.dateConjecture;
}

/** A date for the datetime attribute: a year, month or day. */
export function datetime(edtf: string | null): string | null {
  const value = edtf === null ? null : parseEdtf(edtf);
  if (value?.kind !== "point" || value.year === null || value.year < 1 || value.year > 9999) return null;
  if (!["year", "month", "day", "time"].includes(value.precision)) return null;
  return /^\d{4}(-\d\d){0,2}/.exec(edtf ?? "")?.[0] ?? null;
}

function notesOf(event: EventPage, language: string): string[] {
  const words = messages(language);
  const note = dateNote(language, event.whenNote);
  return [
    note ?? "",
    event.when === null && event.notAfter !== null ? words.event.notAfter(plainWhen(event.notAfter, language)) : "",
    event.status === "planned" || event.status === "cancelled" ? words.statusNotes[event.status] : "",
  ]
    .filter(Boolean)
    .map(sentence);
}

/** With a capital and one full stop. */
export const sentence = (text: string): string =>
  text.charAt(0).toLocaleUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? "" : ".");

/** Participants as chips: those with a lane in lane order, then the others by name. */
export function parties(library: Library, event: EventPage, language: string, to: Addresses): Party[] {
  const order = new Map(ownLanes(library).map((id, i) => [id, i]));
  const ids = participants(library, event).sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99));
  if (!ids.length)
    return [{id: STATES, name: {text: messages(language).timeline.states, lang: undefined}, shape: "cross", ink: 0, href: null}];
  return ids.map((id) => party(library, id, language, to));
}

/** One organisation as a chip. */
export function party(library: Library, id: string, language: string, to: Addresses): Party {
  const entity = library.entity("organization", id);
  return {
    id,
    name: entity ? shortOf(entity, language) : {text: id, lang: undefined},
    ...look(entity),
    href: entity ? to.entity("organization", id) : null,
  };
}

/** «Документ · незаконная миграция, торговля людьми». */
export function meta(library: Library, event: EventPage, language: string, places = false): Line {
  const topics = event.topics.map((id) => {
    const {text, lang} = nameSaid(library, "topic", id, language);
    return [{text: inLine(text), lang}];
  });
  return joined(
    [
      [{text: messages(language).types[event.type], lang: undefined}],
      joined(topics, ", "),
      places
        ? named(library, language, [
            ["country", event.countries],
            ["place", event.places],
          ])
        : [],
    ],
    " · ",
  );
}

const named = (library: Library, language: string, names: readonly (readonly ["country" | "place", readonly string[]])[]): Line =>
  joined(
    names.flatMap(([kind, ids]) => ids.map((id) => [nameSaid(library, kind, id, language)])),
    ", ",
  );

// A topic's name begins with a capital on its own page; in the middle of a line it does not, unless it is an abbreviation.
const inLine = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name);

/** The sources of an event that have words to show, best first. */
export function citations(library: Library, event: EventPage, language: string, to: Addresses): Citation[] {
  return event.sources.flatMap((source): Citation[] => {
    if ("document" in source) {
      const page = library.document(source.document);
      const document = page && {
        id: page.id,
        number: page.number,
        label: page.publisher
          ? {text: page.publisher, lang: documentTitle(page, language).lang}
          : cut(documentTitle(page, language), 64),
        href: to.quote(page.id, event.id),
      };
      return [{...cuts(source.quote), lang: foreign(page?.language, language), document: document ?? null, outside: null}];
    }
    if (!source.quote) return [];
    return [
      {
        ...cuts(source.quote),
        lang: undefined,
        document: null,
        outside: {label: source.title ?? source.publisher ?? source.url, href: source.url},
      },
    ];
  });
}

const cuts = (text: string) => ({
  text,
  cutBefore: /^[\p{Ll}\p{P}]/u.test(text) && !/^[«"“(„]/.test(text),
  cutAfter: !/[.!?…]["»”)]*\s*$/u.test(text),
});

const foreign = (tag: string | undefined, page: string) => (tag && headOfTag(tag) !== headOfTag(page) ? tag : undefined);
const headOfTag = (tag: string) => tag.split("-")[0];

/** Id of the organisation that an id or a body counts for, for grouping by exact participants. */
export const setKey = (library: Library, event: EventPage): string =>
  [...new Set(event.organizations.map(({id}) => headOf(library, id)))].sort().join(" ");
