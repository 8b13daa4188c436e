import {compareEdtf, type Edtf} from "../model/edtf.ts";
import {type EventRecord, eventTypes, type EventType, type Status} from "../model/event.ts";
import {bases, type Basis} from "../model/mention.ts";
import {mergeAcross} from "../ingest/same-event.ts";

/** An event of a line of `extract`, as far as joining needs to know it. */
export type Extracted = {
  date: Edtf | null;
  dateText: string | null;
  dateStart: number | null;
  dateBasis: Basis;
  notAfter: Edtf | null;
  title: string;
  type: EventType;
  status: Status;
  organizations: string[];
  countries: string[];
  people: string[];
  places: string[];
  operation: string | null;
  topics: string[];
  quote: string | null;
  start: number | null;
  end: number | null;
};

/** One telling: the document it was read from and its place among that document's events. */
export type Told = {doc: string; number: number; event: Extracted};

/** An event told by one or more documents. Offsets are UTF-16 code units of each document's decoded text. */
export type Joined = Omit<Extracted, "dateStart" | "quote" | "start" | "end" | "operation"> & {
  operations: string[];
  sources: {doc: string; quote: string; start: number; end: number}[];
};

/** Documents and their events from a line of `extract`; null when the line is none, for one that was cut off. */
export function toldIn(line: string): Told[] | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("doc" in value) || !("events" in value)) return null;
  const {doc, events} = value;
  if ((typeof doc !== "string" && typeof doc !== "number") || !Array.isArray(events) || !events.every(isExtracted)) return null;
  return events.map((event, number) => ({doc: String(doc), number, event}));
}

const isExtracted = (event: unknown): event is Extracted =>
  typeof event === "object" &&
  event !== null &&
  "title" in event &&
  "type" in event &&
  eventTypes.some((type) => type === event.type) &&
  "dateBasis" in event &&
  bases.some((basis) => basis === event.dateBasis);

/** Where tellings of one event must meet: the same month (or the date as it stands) and kind. Nothing is joined across parts. */
export function partOf({event}: Told): {month: string; name: string} {
  const month = event.date === null ? "" : (/\d{4}-\d\d/.exec(event.date)?.[0] ?? event.date);
  return {month, name: `${month} ${event.type}`};
}

/** Order of months: by time, the undated last. */
export const byMonth = (a: string, b: string): number => compareEdtf(a || null, b || null);

/** Joins the tellings of one part. The result does not depend on their order, nor on a telling that comes twice. */
export function joinPart(told: readonly Told[]): Joined[] {
  const sorted = [...told].sort((a, b) => (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : a.number - b.number || order(a, b)));
  const once = sorted.filter((one, i) => i === 0 || !same(one, sorted[i - 1]));
  const {events} = mergeAcross(once.map(record), {sameAs: [], notSameAs: []});
  return events.map(joined);
}

/** By date, then title, then first source: an order that is the same on every machine. */
export function byDate(a: Joined, b: Joined): number {
  return compareEdtf(a.date, b.date) || compareText(a.title, b.title) || compareText(sourceKey(a), sourceKey(b));
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sourceKey = ({sources}: Joined) => sources.map(({doc, start}) => `${doc}#${String(start)}`).join(" ");
const order = (a: Told, b: Told) => compareText(JSON.stringify(a.event), JSON.stringify(b.event));
const same = (a: Told, b: Told | undefined) => b !== undefined && a.doc === b.doc && a.number === b.number && order(a, b) === 0;

function record({doc, number, event}: Told): EventRecord {
  return {
    key: `${doc}#${String(number)}`,
    name: "",
    title: event.title,
    when: event.date,
    whenText: event.dateText,
    whenSpan: null,
    whenBasis: event.dateBasis,
    whenNote: null,
    notAfter: event.notAfter,
    status: event.status,
    type: event.type,
    organizations: event.organizations.map((id) => ({id})),
    bodies: [],
    countries: [...event.countries],
    people: [...event.people],
    places: [...event.places],
    operations: event.operation === null ? [] : [event.operation],
    topics: [...event.topics],
    figures: [],
    sources: [{document: doc, quote: event.quote ?? "", span: {start: event.start ?? 0, end: event.end ?? 0}}],
    related: [],
    rules: [],
  };
}

function joined(e: EventRecord): Joined {
  return {
    date: e.when,
    dateText: e.whenText,
    dateBasis: e.whenBasis,
    notAfter: e.notAfter,
    title: e.title,
    type: e.type,
    status: e.status,
    organizations: e.organizations.map(({id}) => id),
    countries: e.countries,
    people: e.people,
    places: e.places,
    operations: e.operations,
    topics: e.topics,
    sources: e.sources.map(({document, quote, span}) => ({doc: document, quote, start: span.start, end: span.end})),
  };
}
