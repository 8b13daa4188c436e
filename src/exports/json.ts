import {z} from "zod";
import {entrySchema} from "./entry.ts";
import {documentEntrySchema, entityEntrySchema, type Everything} from "./records.ts";

/** Of the shape of events.json. A new field leaves it; a field that goes or changes its meaning raises it. */
export const EVENTS_JSON_VERSION = 1;

/** The shape of events.json. */
export const eventsFileSchema = z
  .strictObject({
    $schema: z.string().describe("Address of the JSON Schema of this file."),
    version: z.literal(EVENTS_JSON_VERSION),
    title: z.string(),
    lead: z.string(),
    language: z.string().describe("BCP 47 tag of names and dates in words."),
    home: z.string(),
    updated: z.string().describe("Last change of anything in the file, ISO 8601."),
    events: z.array(entrySchema).describe("By date, undated last."),
    documents: z.array(documentEntrySchema),
    entities: z.array(entityEntrySchema),
  })
  .describe("Events read from news texts, each with its date, participants and the exact words of its source.");

/**
 * events.json in pieces: one record a line, so that two builds compare line by line. `schema`: address of the JSON Schema.
 * A hundred thousand documents make more than one string may hold.
 */
export function* eventsJson(all: Everything, schema: string): Generator<string> {
  const {title, lead, language, home, updated} = all;
  const head = JSON.stringify({$schema: schema, version: EVENTS_JSON_VERSION, title, lead, language, home, updated});
  yield head.slice(0, -1);
  for (const [name, records] of Object.entries({events: all.entries, documents: all.documents, entities: all.entities})) {
    yield `,\n"${name}":[`;
    for (const [i, record] of records.entries()) yield `${i ? "," : ""}\n${JSON.stringify(record)}`;
    yield "\n]";
  }
  yield "}\n";
}

/** The JSON Schema (2020-12) of events.json. */
export const eventsJsonSchema = (address: string): string =>
  `${JSON.stringify({$id: address, title: "events.json", ...z.toJSONSchema(eventsFileSchema)}, null, 2)}\n`;
