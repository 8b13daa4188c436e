import {messages} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import {entityFolders, entityKinds} from "../model/entity.ts";
import type {Addresses} from "./address.ts";
import {type Fact, link} from "./event-page.ts";
import type {DocumentPage, Library} from "./library.ts";
import {inTongue} from "./wording.ts";

/** What is known of a document's file and origin. */
export function documentFacts(page: DocumentPage, language: string): Fact[] {
  const words = messages(language).document;
  const row = (name: string, text: string | null | undefined, href: string | null = null): Fact[] =>
    text ? [{name, links: [{words: {text, lang: undefined}, href}]}] : [];
  const quoted = (name: string, text: string | null): Fact[] =>
    text ? [{name, links: [{words: inTongue(text, page.language, language), href: null}]}] : [];
  const languageName = new Intl.DisplayNames(language, {type: "language", fallback: "code"});
  return [
    ...(page.publisher === null ? row(words.publisher, words.publisherUnknown) : quoted(words.publisher, page.publisher)),
    ...quoted(words.author, page.author),
    ...row(words.published, page.published === null ? words.publishedUnknown : whenWords(page.published, language)),
    ...row(words.retrieved, page.retrieved && whenWords(page.retrieved, language)),
    ...quoted(words.dateline, page.dateline),
    ...row(words.original, page.url, page.url),
    ...row(words.language, nameOfLanguage(languageName, page.language)),
    ...row(words.seed, page.seed?.file),
    ...row(words.span, page.seed && page.seed.span.join("–")),
    ...row(words.digest, page.seed?.sha256),
  ];
}

function nameOfLanguage(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Who and what a document names, by kind. */
export function documentNames(library: Library, page: DocumentPage, language: string, to: Addresses): Fact[] {
  return entityKinds.flatMap((kind): Fact[] => {
    const ids = page.entities[entityFolders[kind]];
    if (!ids.length) return [];
    const {one, many} = messages(language).kinds[kind];
    return [{name: ids.length > 1 ? many : one, links: ids.map((id) => link(library, kind, id, language, to))}];
  });
}
