import {changed, itemHtml, newest, tags} from "./feed.ts";
import type {Collection} from "./records.ts";
import {oneLine} from "./text.ts";

/** JSON Feed 1.1 with full items; the date of the event itself is in `_letopis.when`, EDTF. */
export function jsonFeed(collection: Collection): string {
  const {title, lead, language, home, self} = collection;
  const items = newest(collection).map((entry) => {
    const at = changed(entry, collection);
    return {
      id: entry.url,
      url: entry.url,
      title: oneLine(entry.title),
      content_html: itemHtml(entry, language).markup,
      summary: entry.summary ?? undefined,
      date_published: at,
      date_modified: at,
      tags: tags(entry),
      language,
      _letopis: {when: entry.when, whenWords: entry.whenWords, status: entry.status},
    };
  });
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: oneLine(title),
    description: oneLine(lead),
    home_page_url: home,
    feed_url: self,
    language,
    authors: [{name: oneLine(title), url: home}],
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
