import {messages} from "../i18n/messages.ts";
import type {EntityMatter} from "../model/schema.ts";
import type {DocumentPage, EventPage, Library} from "./library.ts";

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

/** Language the sources of an event are in; of one that a person entered, the language its title is written in. */
export const languageOf = (event: EventPage, {document, site}: Pick<Library, "document" | "site">): string | undefined =>
  event.sources.map((s) => ("document" in s ? document(s.document)?.language : undefined)).find((tag) => tag !== undefined) ??
  writtenIn(event.title, site.languages);

/** Words with the language they are known to be in. */
export const inTongue = (text: string, language: string | undefined, page: string): Said => said(text, language ?? page, page);

/** Words whose language nobody noted: by their letters, where those are not the letters of the page's language. */
export const byLetters = (text: string, page: string, languages: readonly string[]): Said =>
  said(text, writtenIn(text, [page, ...languages]) ?? page, page);

/** The first of some languages that is written in the letters a text begins with. */
function writtenIn(text: string, languages: readonly string[]): string | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter === undefined ? undefined : languages.find((tag) => lettersOf(tag).test(letter));
}

const known = new Map<string, RegExp>();

/** The letters of a language's script; Latin where Intl names one that regular expressions do not know (Jpan, Kore). */
function lettersOf(tag: string): RegExp {
  const kept = known.get(tag);
  if (kept) return kept;
  const of = (script: string) => new RegExp(`\\p{Script=${script}}`, "u");
  let letters = of("Latin");
  try {
    letters = of(new Intl.Locale(tag).maximize().script ?? "Latin");
  } catch {
    // Neither a language of ours nor a script of theirs: Latin it stays.
  }
  known.set(tag, letters);
  return letters;
}

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
