import {messages} from "../i18n/messages.ts";
import {type Addresses, addresses} from "./address.ts";
import "./languages.ts";
import {readSite} from "./settings.ts";

/** Folder of a language below the site's root; the first language stands at the root itself. */
const folderOf = (language: string, languages: readonly string[]) => (language === languages[0] ? "" : language);

/** One entry of getStaticPaths for each language. */
export function languagePaths(): {params: {lang: string | undefined}; props: {lang: string}}[] {
  const {languages} = readSite();
  return languages.map((lang) => ({params: {lang: folderOf(lang, languages) || undefined}, props: {lang}}));
}

/** The same with a further parameter: every id in every language. The languages of a page follow one another, for they share what they read. */
export function idPaths<P>(pages: readonly {id: string; page: P}[]) {
  const languages = languagePaths();
  return pages.flatMap(({id, page}) => languages.map(({params, props}) => ({params: {...params, id}, props: {...props, page}})));
}

/** Addresses in a language of this site. */
export function addressesIn(language: string): Addresses {
  const {url, languages} = readSite();
  return addresses(new URL(url).pathname, folderOf(language, languages));
}

const territories = new Map<string, string>();
/** `ru_RU`, as Open Graph wants a language. Every page asks, and the tables behind it are slow. */
export function territory(language: string): string {
  const known = territories.get(language);
  if (known !== undefined) return known;
  const {language: tag, region} = new Intl.Locale(language).maximize();
  const found = `${tag}_${region ?? ""}`;
  territories.set(language, found);
  return found;
}

/** A page in another language: where it stands and what its link is called. */
export type Alternate = {language: string; name: string; short: string; label: string; href: string};

/** A page in every language of the site, by its path from the language's root. */
export function alternates(path: string): Alternate[] {
  return readSite().languages.map((language) => {
    const words = messages(language);
    // A language whose interface nobody has written yet is called by the name it has for itself.
    const own = words.language === language.split("-")[0];
    const name = own ? words.languageName : (new Intl.DisplayNames(language, {type: "language"}).of(language) ?? language);
    return {
      language,
      name,
      short: own ? words.languageShort : language.toUpperCase(),
      label: own ? words.thisLanguageVersion : name,
      href: addressesIn(language).page(path),
    };
  });
}
