import {whenWords} from "../i18n/when.ts";
import {type DatePoint, parseEdtf} from "../model/edtf.ts";
import type {Entry} from "./entry.ts";
import {itemHtml} from "./feed.ts";
import {pruned} from "./pruned.ts";
import type {Collection} from "./records.ts";
import {element} from "./xml.ts";

/** A date of TimelineJS; what the source does not say is left out. Months from 1. */
type SlideDate = {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
  hour?: number | undefined;
  minute?: number | undefined;
  second?: number | undefined;
};

/**
 * Whether TimelineJS can show the entry: it needs a year to start from, so what is undated or of an unknown year stays out,
 * and what has only an end stands at it.
 */
export const onTimelineJs = (entry: Entry): boolean => slideDates(entry) !== null;

/** TimelineJS3 JSON of the entries that have a year, in pieces: one slide a line. Its texts are HTML, so ours are escaped. */
export function* timelineJs(collection: Collection): Generator<string> {
  const {title, lead, language, home, entries} = collection;
  const cover = {text: {headline: element("a", {href: home}, title).markup, text: element("p", {}, lead).markup}};
  yield `{"title":${JSON.stringify(cover)},\n"events":[`;
  let comma = "";
  for (const entry of entries) {
    const dates = slideDates(entry);
    if (!dates) continue;
    yield `${comma}\n${JSON.stringify(slide(entry, dates, language))}`;
    comma = ",";
  }
  yield "\n]}\n";
}

function slide(entry: Entry, dates: SlideDates, language: string) {
  const [image] = entry.media;
  return pruned({
    ...dates,
    display_date: element("span", {}, whenWords(entry.when, language, "short")).markup,
    unique_id: entry.id,
    group: entry.organizations[0]?.short,
    text: {headline: element("a", {href: entry.url}, entry.title).markup, text: itemHtml(entry, language).markup},
    media: image && {
      url: image.url,
      caption: element("span", {}, image.caption ?? "").markup,
      credit: element("span", {}, image.credit ?? "").markup,
    },
  });
}

type SlideDates = {start_date: SlideDate; end_date?: SlideDate};

function slideDates({when}: Entry): SlideDates | null {
  const value = when === null ? null : parseEdtf(when);
  if (!value) return null;
  if (value.kind === "point") {
    const start = slideDate(value);
    return start && {start_date: start};
  }
  const start = typeof value.start === "string" ? null : slideDate(value.start);
  const end = typeof value.end === "string" ? null : slideDate(value.end);
  if (!start) return end && {start_date: end};
  return end ? {start_date: start, end_date: end} : {start_date: start};
}

// Seasons, quarters and halves are given as their year: a month would say more than the source does.
function slideDate({year, part, day, time, precision}: DatePoint): SlideDate | null {
  if (year === null) return null;
  const [hour, minute, second] = time
    ? time
        .replace(/(Z|[+-].*)$/, "")
        .split(":")
        .map(Number)
    : [];
  const month = ["month", "day", "time"].includes(precision) ? (part ?? undefined) : undefined;
  return pruned({year, month, day: day ?? undefined, hour, minute, second});
}
