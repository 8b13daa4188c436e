import {describe, expect, test} from "vitest";
import {onTimelineJs, timelineJs} from "../../src/exports/timelinejs.ts";
import {collection, entry, entryOf, hostile} from "./samples.ts";

const read = (...entries: ReturnType<typeof entry>[]) => JSON.parse([...timelineJs(collection(entries))].join(""));

describe("dates as far as the source says them", () => {
  test.each([
    ["2011-12-14", {year: 2011, month: 12, day: 14}, undefined],
    ["2023-12-13T14:26+03:00", {year: 2023, month: 12, day: 13, hour: 14, minute: 26}, undefined],
    ["2008-09~", {year: 2008, month: 9}, undefined],
    ["2020-34", {year: 2020}, undefined],
    ["-0044", {year: -44}, undefined],
    ["Y-13800000000", {year: -13800000000}, undefined],
    ["2012/2013", {year: 2012}, {year: 2013}],
    ["2014/..", {year: 2014}, undefined],
    ["../2021-11-12", {year: 2021, month: 11, day: 12}, undefined],
  ])("%s: %j to %j", (when, start, end) => {
    const [slide] = read(entry({when})).events;
    expect([slide.start_date, slide.end_date]).toEqual([start, end]);
  });

  test.each([null, "XXXX-12-14"])("%s has no slide", (when) => {
    expect(onTimelineJs(entry({when}))).toBe(false);
    expect(read(entry({when})).events).toEqual([]);
  });
});

test("a slide names the event, its page, its first organisation and the date in words", () => {
  const [slide] = read(entry({when: "2011-12-14?", media: [{url: "https://a.example/1.jpg", credit: "А & Б"}]})).events;
  expect(slide).toMatchObject({
    unique_id: "signing",
    group: "ЛО",
    text: {headline: '<a href="https://letopis.example/event/signing/">В Минске подписан план</a>'},
    media: {url: "https://a.example/1.jpg", credit: "<span>А &amp; Б</span>"},
  });
  expect(slide.display_date.replaceAll("\u00a0", " ")).toBe("<span>14 дек. 2011?</span>");
});

test.each(hostile)("%j is text, not markup", (text) => {
  const whole = JSON.parse([...timelineJs(collection([entryOf(text)], {title: text, lead: text}))].join(""));
  for (const html of [whole.title.text.headline, whole.title.text.text, whole.events[0].text.headline])
    expect(html.replace(/^<(a|p)[^>]*>|<\/(a|p)>$/g, "")).not.toMatch(/[<>]/);
});
