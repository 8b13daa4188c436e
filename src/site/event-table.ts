import {messages} from "../i18n/messages.ts";
import type {Addresses} from "./address.ts";
import {datetime, parties, whenOf} from "./chronicle.ts";
import {joined, type Line, nameSaid} from "./name-line.ts";
import type {EventPage, Library} from "./library.ts";
import {languageOf, type Said, titleOf} from "./wording.ts";

/** An event as a row of the data table; `datetime` null where HTML has no form for its date. */
export type EventRow = {
  id: string;
  when: string;
  datetime: string | null;
  title: Said;
  href: string;
  parties: Said[];
  countries: Line;
  type: string;
  status: string;
  /** The documents it was read from, each with the address of the words. */
  documents: {number: number; href: string}[];
};

/** Events as rows of a table, in the order given. */
export function eventRows(library: Library, events: readonly EventPage[], language: string, to: Addresses): EventRow[] {
  const words = messages(language);
  return events.map((event) => ({
    id: event.id,
    when: whenOf(event, language),
    datetime: datetime(event.when),
    title: titleOf(event, language, languageOf(event, library)),
    href: to.event(event.id),
    parties: parties(library, event, language, to).map(({name}) => name),
    countries: joined(
      event.countries.map((id) => [nameSaid(library, "country", id, language)]),
      ", ",
    ),
    type: words.types[event.type],
    status: words.statuses[event.status],
    documents: [...new Set(event.sources.flatMap((source) => ("document" in source ? [source.document] : [])))].flatMap((id) => {
      const page = library.document(id);
      return page ? [{number: page.number, href: to.quote(id, event.id)}] : [];
    }),
  }));
}
