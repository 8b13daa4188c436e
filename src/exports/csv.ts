import {type Options, stringify} from "csv-stringify/sync";
import type {Messages} from "../i18n/messages.ts";
import type {Entry, Named} from "./entry.ts";
import {sound} from "./text.ts";

/** A column: how it is called, and what stands in it; its meaning is said by each language. */
export type Field = {name: keyof Messages["data"]["fieldMeanings"]; value: (entry: Entry) => string | number};

/** Between several values of one cell. */
const SEPARATOR = "; ";

const ids = (list: Named[]) => list.map(({id}) => id).join(SEPARATOR);
const names = (list: Named[]) => list.map(({name}) => name).join(SEPARATOR);
const best = (entry: Entry) => entry.sources[0];

/** Columns of events.csv in their order; the data page shows the same table. */
export const fields: Field[] = [
  {name: "id", value: (e) => e.id},
  {name: "url", value: (e) => e.url},
  {name: "title", value: (e) => e.title},
  {name: "title_language", value: (e) => e.titleLanguage ?? ""},
  {name: "when", value: (e) => e.when ?? ""},
  {name: "when_words", value: (e) => e.whenWords},
  {name: "earliest", value: (e) => day(e.bounds?.earliest)},
  {name: "latest", value: (e) => day(e.bounds?.latest, -1)},
  {name: "not_after", value: (e) => e.notAfter ?? ""},
  {name: "basis", value: (e) => e.basis},
  {name: "status", value: (e) => e.status},
  {name: "type", value: (e) => e.type},
  {name: "organizations", value: (e) => ids(e.organizations)},
  {name: "organization_names", value: (e) => names(e.organizations)},
  {name: "bodies", value: (e) => names(e.bodies)},
  {name: "countries", value: (e) => ids(e.countries)},
  {name: "people", value: (e) => names(e.people)},
  {name: "places", value: (e) => names(e.places)},
  {name: "operations", value: (e) => names(e.operations)},
  {name: "topics", value: (e) => names(e.topics)},
  {
    name: "figures",
    value: (e) =>
      e.figures
        .map(({what, value, unit, approximate}) => [what, `${approximate ? "~" : ""}${value}`, unit].filter(Boolean).join(" "))
        .join(SEPARATOR),
  },
  {name: "quote", value: (e) => best(e)?.quote ?? ""},
  {name: "source_title", value: (e) => best(e)?.title ?? ""},
  {name: "source_publisher", value: (e) => best(e)?.publisher ?? ""},
  {name: "source_published", value: (e) => best(e)?.published ?? ""},
  {name: "source_page", value: (e) => best(e)?.page ?? ""},
  {name: "source_url", value: (e) => best(e)?.url ?? ""},
  {name: "sources", value: (e) => e.sources.length},
];

/** The day of an instant, ISO 8601; empty when there is none or it lies beyond the years 1-9999, which tables cannot read. */
function day(instant: number | null | undefined, shift = 0): string {
  if (instant == null) return "";
  const moved = instant + shift;
  return moved >= -62135596800000 && moved < 253402300800000 ? new Date(moved).toISOString().slice(0, 10) : "";
}

/** Rows written at a time. */
const BATCH = 1000;
const format: Options = {record_delimiter: "windows", quoted_string: true, escape_formulas: true};

/**
 * events.csv in pieces: RFC 4180, UTF-8 with a BOM so that Excel reads Cyrillic. A cell that a table program would take
 * for a formula begins with an apostrophe.
 */
export function* eventsCsv(entries: readonly Entry[]): Generator<string> {
  yield stringify([fields.map(({name}) => name)], {...format, bom: true});
  for (let i = 0; i < entries.length; i += BATCH)
    yield stringify(
      entries.slice(i, i + BATCH).map((entry) => fields.map(({value}) => cell(value(entry)))),
      format,
    );
}

// The writer looks at the first sign alone; table programs also run a formula behind blanks or marks that do not show.
const hidden = /^[\s\p{Cf}]+(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

const cell = (value: string | number): string | number =>
  typeof value === "number" ? value : sound(value).replace(hidden, "'$&");
