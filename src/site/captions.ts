import {count, messages, number} from "../i18n/messages.ts";
import type {TimelineData, TimelineItem} from "../timeline/item.ts";
import {yearSpan} from "./timeline-data.ts";

/** What a picture of a whole timeline shows: «На ленте 23 события, 5 дорожек, 2008–2025». */
export function wholeCaption({lang, items, lanes}: TimelineData): string {
  const words = messages(lang);
  return words.timeline.captions.whole({
    events: count(lang, items.length, words.counts.events),
    lanes: count(lang, lanes.length, words.counts.lanes),
    period: yearSpan(items),
  });
}

/** What a close-up shows: «Событие среди 6 соседних, 2008–2016»; `shown`: the events in it. */
export function closeUpCaption(shown: readonly TimelineItem[], lang: string): string {
  const words = messages(lang);
  const others = shown.length - 1;
  return words.timeline.captions.closeUp({
    neighbours: others > 0 ? count(lang, others, words.counts.neighbours) : "",
    period: yearSpan(shown),
  });
}

/** What the strip of a document shows: «На ленте выделено: 5 из 23, 2008–2025»; `own`: how many events are the document's. */
export function documentCaption({lang, items}: TimelineData, own: number): string {
  return messages(lang).timeline.captions.document({
    own: number(lang, own),
    all: number(lang, items.length),
    period: yearSpan(items),
  });
}
