import {changed, itemHtml, newest, tags} from "./feed.ts";
import type {Collection} from "./records.ts";
import {oneLine} from "./text.ts";
import {element, xmlFile} from "./xml.ts";

/** Atom (RFC 4287) with full items. The site is the author; who wrote a source is said in the item. */
export function atom(collection: Collection): string {
  const {title, lead, language, home, self, updated} = collection;
  const entries = newest(collection).map((entry) => {
    const at = changed(entry, collection);
    return element(
      "entry",
      {},
      element("id", {}, entry.url),
      element("title", {"xml:lang": entry.titleLanguage}, oneLine(entry.title)),
      element("link", {rel: "alternate", type: "text/html", href: entry.url}),
      ...entry.sources.flatMap(({url}) => (url ? [element("link", {rel: "via", href: url})] : [])),
      element("published", {}, at),
      element("updated", {}, at),
      element("content", {type: "html"}, itemHtml(entry, language).markup),
      ...tags(entry).map((tag) => element("category", {term: oneLine(tag)})),
    );
  });
  return xmlFile(
    element(
      "feed",
      {xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language},
      element("id", {}, self),
      element("title", {}, oneLine(title)),
      element("subtitle", {}, oneLine(lead)),
      element("updated", {}, new Date(updated).toISOString()),
      element("author", {}, element("name", {}, oneLine(title))),
      element("link", {rel: "self", type: "application/atom+xml", href: self}),
      element("link", {rel: "alternate", type: "text/html", href: home}),
      ...entries,
    ),
  );
}
