import {XMLParser, XMLValidator} from "fast-xml-parser";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {atom} from "../../src/exports/atom.ts";
import {FEED_LENGTH} from "../../src/exports/feed.ts";
import {jsonFeed} from "../../src/exports/jsonfeed.ts";
import {rss} from "../../src/exports/rss.ts";
import {oneLine, sound} from "../../src/exports/text.ts";
import {element} from "../../src/exports/xml.ts";
import {collection, entry, entryOf, hostile} from "./samples.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
  processEntities: {enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8},
  isArray: (name) => ["item", "entry", "category"].includes(name),
});
const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
};
const three = [
  {...entry({id: "old", when: "2008-09"}), updated: "2024-03-01T00:00:00Z"},
  {...entry({id: "new", when: "2008-09-01"}), updated: "2024-05-01T00:00:00Z"},
  entry({id: "undated", when: null}),
  entry({id: "latest", when: "2020"}),
];
const url = (id: string) => `https://letopis.example/event/${id}/`;
// Without a date of its own an entry changed when the collection did, 2024-11-22.
const order = ["latest", "undated", "new", "old"].map(url);

describe("newest first", () => {
  test("RSS", () => {
    const {channel} = read(rss(collection(three))).rss;
    expect(channel.item.map((item: {link: string}) => item.link)).toEqual(order);
    expect(channel.item[2]).toMatchObject({
      pubDate: "Wed, 01 May 2024 00:00:00 GMT",
      guid: {"#text": url("new"), "@isPermaLink": "true"},
    });
    expect(channel).toMatchObject({title: "Хроника", language: "ru", lastBuildDate: "Fri, 22 Nov 2024 00:00:00 GMT"});
    expect(channel["atom:link"]).toEqual({
      "@rel": "self",
      "@type": "application/rss+xml",
      "@href": "https://letopis.example/events",
    });
  });
  test("Atom", () => {
    const {feed} = read(atom(collection(three)));
    expect(feed.entry.map((item: {id: string}) => item.id)).toEqual(order);
    expect(feed.entry[3].updated).toBe("2024-03-01T00:00:00.000Z");
    expect(feed).toMatchObject({"@xml:lang": "ru", updated: "2024-11-22T00:00:00.000Z", author: {name: "Хроника"}});
  });
  test("JSON Feed", () => {
    const feed = JSON.parse(jsonFeed(collection(three)));
    expect(feed.items.map((item: {id: string}) => item.id)).toEqual(order);
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      language: "ru",
      home_page_url: "https://letopis.example/",
    });
    expect(feed.items[0]._letopis).toMatchObject({when: "2020"});
  });
  test(`no more than ${FEED_LENGTH}`, () => {
    const many = Array.from({length: FEED_LENGTH + 1}, (_, i) => entry({id: `n${i}`}));
    expect(JSON.parse(jsonFeed(collection(many))).items).toHaveLength(FEED_LENGTH);
  });
});

test("an item is whole: date, kind, quotation in its language, source with its day, who and where", () => {
  const html = read(rss(collection([entry({when: "2011-12-14?"})]))).rss.channel.item[0].description;
  const text = html.replaceAll("\u00a0", " ");
  expect(text).toContain("<strong>предположительно 14 декабря 2011 г.</strong>");
  expect(text).toContain("Подписание состоялось 14 декабря в Минске.</p></blockquote>");
  expect(text).toMatch(/<a href="[^"]+\/document\/paper\/"[^>]*>Подписан план на два года<\/a> — Вестник, 15 декабря 2011 г\./);
  expect(text).toContain("Левая организация (");
  expect(text).toContain("Минск");
  expect(read(atom(collection([entry({}, "en")], {language: "en"}))).feed.entry[0].content["#text"]).toContain(
    '<blockquote cite="https://letopis.example/document/paper/" lang="ru" dir="auto">',
  );
});

test("no clock: two builds are the same to the byte", () => {
  for (const write of [rss, atom, jsonFeed]) expect(write(collection(three))).toBe(write(collection(three)));
});

/** In a feed's HTML the text stands escaped, or not at all: no element of its own making. */
const isText = (html: string, text: string) => {
  expect(html).toContain(element("p", {}, text).markup);
  const tags = [...html.matchAll(/<\/?([a-z0-9!?[/]+)/gi)].map(([, name]) => name);
  expect(tags.filter((name) => !["p", "strong", "blockquote", "a", "ul", "li"].includes(name ?? ""))).toEqual([]);
};

const carries = (text: string) => {
  const whole = collection([entryOf(text)], {title: text, lead: text});
  const {channel} = read(rss(whole)).rss;
  expect(channel.item).toHaveLength(1);
  expect(channel.title).toBe(oneLine(text));
  expect(channel.item[0].title.endsWith(oneLine(text))).toBe(true);
  const {feed} = read(atom(whole));
  expect(feed.entry).toHaveLength(1);
  const {title, content} = feed.entry[0];
  expect(title["#text"] ?? "").toBe(oneLine(text));
  const json = JSON.parse(jsonFeed(whole));
  expect(json.items[0].title).toBe(oneLine(text));
  if (sound(text))
    for (const html of [channel.item[0].description, content["#text"], json.items[0].content_html]) isText(html, text);
};

describe("text stays text", () => {
  test.each(hostile)("%j", carries);
  test("any", () => fc.assert(fc.property(fc.string({unit: "binary"}), carries)));
});
