import {count, messages} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import type {Addresses} from "./address.ts";
import type {DocumentPage, Library} from "./library.ts";
import {documentTitle, type Said} from "./wording.ts";

/** A document in one line of a list. */
export type DocumentRow = {
  number: number;
  title: Said;
  href: string;
  when: string;
  undated: boolean;
  publisher: Said | null;
  events: string;
};

export function documentRows(
  library: Library,
  documents: readonly DocumentPage[],
  language: string,
  to: Addresses,
): DocumentRow[] {
  const words = messages(language);
  return documents.map((page) => {
    const title = documentTitle(page, language);
    return {
      number: page.number,
      title,
      href: to.document(page.id),
      when: page.published === null ? words.event.undated : whenWords(page.published, language),
      undated: page.published === null,
      publisher: page.publisher
        ? {text: page.publisher, lang: page.language.split("-")[0] === language ? undefined : page.language}
        : null,
      events: count(language, library.eventsIn(page.id).length, words.counts.events),
    };
  });
}
