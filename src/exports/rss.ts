import {changed, itemHtml, newest, tags} from "./feed.ts";
import type {Collection} from "./records.ts";
import {oneLine} from "./text.ts";
import {element, xmlFile} from "./xml.ts";

/** RSS 2.0 with full items. */
export function rss(collection: Collection): string {
  const {title, lead, language, home, self, updated} = collection;
  const items = newest(collection).map((entry) =>
    element(
      "item",
      {},
      element("title", {}, oneLine(`${entry.whenWords}: ${entry.title}`)),
      element("link", {}, entry.url),
      element("guid", {isPermaLink: "true"}, entry.url),
      element("pubDate", {}, new Date(changed(entry, collection)).toUTCString()),
      element("description", {}, itemHtml(entry, language).markup),
      ...tags(entry).map((tag) => element("category", {}, oneLine(tag))),
    ),
  );
  return xmlFile(
    element(
      "rss",
      {version: "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"},
      element(
        "channel",
        {},
        element("title", {}, oneLine(title)),
        element("link", {}, home),
        element("description", {}, oneLine(lead)),
        element("language", {}, language),
        element("lastBuildDate", {}, new Date(updated).toUTCString()),
        element("atom:link", {rel: "self", type: "application/rss+xml", href: self}),
        ...items,
      ),
    ),
  );
}
