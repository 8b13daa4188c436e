import {messages} from "../i18n/messages.ts";
import {type EntityMatter} from "../model/schema.ts";
import {type DocumentPage, type EventPage} from "./library.ts";

/** Words with the language they are in, where it is not the page's own. */
export type Said = {text: string; lang: string | undefined};

const base = (tag: string) => tag.split("-")[0] ?? tag;
const said = (text: string, language: string, page: string): Said => ({
  text,
  lang: base(language) === base(page) ? undefined : language,
});

/** The text for a language; else of its base language; else the first there is. */
export function localized(texts: Record<string, string>, language: string): Said | null {
  for (const tag of [language, base(language)]) if (texts[tag]) return {text: texts[tag], lang: undefined};
  const [tag, text] = Object.entries(texts)[0] ?? [];
  return tag && text ? {text, lang: tag} : null;
}

/** Full name of an entity. */
export const nameOf = (entity: Pick<EntityMatter, "names" | "id">, language: string): Said =>
  localized(entity.names, language) ?? {text: entity.id, lang: undefined};

/** Abbreviation or short name, else the full one. */
export function shortOf(entity: Pick<EntityMatter, "names" | "short" | "id">, language: string): Said {
  const short = localized(entity.short, language);
  return short && (short.lang === undefined || nameOf(entity, language).lang !== undefined) ? short : nameOf(entity, language);
}

/** Language the sources of an event are in. */
export const languageOf = (event: EventPage, document: (id: string) => DocumentPage | undefined): string | undefined =>
  event.sources.map((s) => ("document" in s ? document(s.document)?.language : undefined)).find((tag) => tag !== undefined);

/** Title of an event: a person's translation, else the words of the source with their language. */
export function titleOf(event: EventPage, language: string, source: string | undefined): Said {
  const own = event.translations[language]?.title ?? event.translations[base(language)]?.title;
  return own ? {text: own, lang: undefined} : said(event.title, source ?? language, language);
}

/** Title for a label on the timeline, at most `length` signs, cut between words. */
export function shortTitleOf(event: EventPage, language: string, source: string | undefined, length = 38): Said {
  const own = event.translations[language]?.short;
  return own ? {text: own, lang: undefined} : cut(titleOf(event, language, source), length);
}

/** Words shortened to a length, between words. */
export function cut(title: Said, length: number): Said {
  if (title.text.length <= length) return title;
  const head = title.text.slice(0, length);
  const blank = head.lastIndexOf(" ");
  return {...title, text: `${(blank > length / 2 ? head.slice(0, blank) : head).replace(/[\s,;:–—-]+$/, "")}…`};
}

/** Title of a document: a person's translation, else the source's own; where it has none, the words for that. */
export function documentTitle(document: DocumentPage, language: string): Said {
  const own =
    document.translations[language]?.title ?? (document.title.trim() ? undefined : messages(language).document.untitled);
  return own ? {text: own, lang: undefined} : said(document.title, document.language, language);
}
