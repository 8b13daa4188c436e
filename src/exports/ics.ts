import ical, {escape, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency} from "ical-generator";
import {messages} from "../i18n/messages.ts";
import {whenWords} from "../i18n/when.ts";
import {parseEdtf} from "../model/edtf.ts";
import type {Status} from "../model/event.ts";
import type {Entry} from "./entry.ts";
import type {Collection} from "./records.ts";
import {oneLine, sound} from "./text.ts";

const DAY = 86_400_000;
// A calendar writes a year in four figures; the library leaves out leading zeros.
const FIRST = Date.parse("1000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T00:00:00Z");

const statuses: Record<Status, ICalEventStatus> = {
  happened: ICalEventStatus.CONFIRMED,
  ongoing: ICalEventStatus.CONFIRMED,
  planned: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

type Days = {start: Date; end: Date; allDay: boolean};

/**
 * Where an entry stands in a calendar: a known hour at that hour, all else as whole days, an imprecise date as its bounds,
 * an open one as the end that is known. Null for what a calendar cannot hold: no date, no year, years before 1000 or after 9999.
 */
export function calendarDays({when, bounds}: Entry): Days | null {
  if (!bounds) return null;
  const value = when === null ? null : parseEdtf(when);
  if (value?.kind === "point" && value.time && /Z|[+-]\d\d:\d\d$/.test(value.time) && !value.uncertain && !value.approximate) {
    const start = new Date(`${when}`);
    if (!Number.isNaN(+start)) return {start, end: start, allDay: false};
  }
  // A time of day without a zone is bounded by its minute: in a calendar it is its day.
  const earliest = bounds.earliest === null ? null : Math.floor(bounds.earliest / DAY) * DAY;
  const latest = bounds.latest === null ? null : Math.ceil(bounds.latest / DAY) * DAY;
  const start = earliest ?? (latest === null ? null : latest - DAY);
  if (start === null) return null;
  const end = earliest === null || latest === null ? start + DAY : latest;
  if (start < FIRST || end > LAST) return null;
  return {start: new Date(start), end: new Date(end), allDay: true};
}

/** Events handed to the library at a time: it holds a calendar whole, several times over. */
const BATCH = 500;

/** A calendar of the dated entries (RFC 5545), in pieces. Others are counted in its description. */
export function* eventsIcs(collection: Collection): Generator<string> {
  const dated = collection.entries.filter((entry) => calendarDays(entry));
  const empty = calendarOf([], dated.length, collection);
  const end = endOf(empty);
  yield empty.slice(0, end);
  for (let i = 0; i < dated.length; i += BATCH) {
    const some = calendarOf(dated.slice(i, i + BATCH), dated.length, collection);
    yield some.slice(end, endOf(some));
  }
  yield empty.slice(end);
}

const endOf = (calendar: string): number => calendar.lastIndexOf("END:VCALENDAR");

/** The calendar with some of its events; `all` are those it has in the end. */
function calendarOf(some: readonly Entry[], all: number, {title, lead, language, home, updated, entries}: Collection): string {
  const left = entries.length - all;
  const calendar = ical({
    // The library escapes neither of these two itself.
    name: escape(oneLine(title), false),
    description: escape(oneLine(left ? `${lead} (${whenWords(null, language)}: ${left})` : lead), false),
    prodId: {company: "Letopis", product: "Letopis", language: language.slice(0, 2).toUpperCase()},
    method: ICalCalendarMethod.PUBLISH,
    timezone: "UTC",
    url: home,
  });
  const host = new URL(home).host;
  for (const entry of some) {
    const days = calendarDays(entry);
    if (!days) continue;
    calendar.createEvent({
      // The same event in two languages is one event to a calendar that takes both.
      id: `${oneLine(entry.id)}@${host}`,
      ...days,
      timezone: "UTC",
      stamp: new Date(entry.updated ?? updated),
      summary: oneLine(entry.title),
      description: {plain: sound(description(entry, language))},
      location: oneLine(entry.places.map(({name}) => name).join(", ")) || null,
      categories: entry.organizations.flatMap(({short}) => (oneLine(short) ? [{name: oneLine(short)}] : [])),
      status: statuses[entry.status],
      transparency: ICalEventTransparency.TRANSPARENT,
      url: entry.url,
      x: entry.when === null ? [] : [{key: "X-EDTF", value: entry.when}],
    });
  }
  return calendar.toString();
}

/** What a calendar shows under the title: the date with its doubt in words, who, the quotation, where it stands. */
function description(entry: Entry, language: string): string {
  const words = messages(language);
  const source = entry.sources[0];
  const who = [...entry.organizations, ...entry.bodies, ...entry.people, ...entry.countries].map(({name}) => name);
  return [
    `${entry.whenWords} · ${words.types[entry.type]} · ${words.statusNotes[entry.status]}`,
    who.join(", "),
    entry.summary,
    source?.quote,
    source && [source.title, source.publisher].filter(Boolean).join(" — "),
    entry.url,
  ]
    .filter(Boolean)
    .join("\n\n");
}
