import {element, fragment, xmlFile} from "../exports/xml.ts";

/** A page in all its languages; addresses are absolute, `changed` is ISO 8601. */
export type MapEntry = {versions: {language: string; href: string; changed: string | undefined}[]};

/** Most addresses one sitemap may hold. */
const MOST = 50_000;

const NAMES = {xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml": "http://www.w3.org/1999/xhtml"};

/**
 * The site's map in files: every page in every language, with the others named beside it. One file while it holds them all;
 * else `sitemap.xml` names `sitemap-1.xml`, `sitemap-2.xml` … `base`: address of the folder they stand in, with `/` at its end.
 */
export function sitemapFiles(entries: readonly MapEntry[], base: string, most = MOST): {name: string; text: string}[] {
  const urls = entries.flatMap(({versions}) =>
    versions.map(({href, changed}) =>
      element(
        "url",
        {},
        element("loc", {}, href),
        changed ? element("lastmod", {}, changed) : null,
        ...versions.map((other) => element("xhtml:link", {rel: "alternate", hreflang: other.language, href: other.href})),
      ),
    ),
  );
  const parts = Array.from({length: Math.ceil(urls.length / most)}, (_, i) =>
    xmlFile(element("urlset", NAMES, fragment(...urls.slice(i * most, (i + 1) * most)))),
  );
  if (parts.length < 2) return [{name: "sitemap.xml", text: parts[0] ?? xmlFile(element("urlset", NAMES))}];
  const named = parts.map((text, i) => ({name: `sitemap-${i + 1}.xml`, text}));
  const index = named.map(({name}) => element("sitemap", {}, element("loc", {}, base + name)));
  return [{name: "sitemap.xml", text: xmlFile(element("sitemapindex", {xmlns: NAMES.xmlns}, fragment(...index)))}, ...named];
}
