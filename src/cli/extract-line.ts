import {readFileSync} from "node:fs";
import {decode, type Decoded, seedOf} from "../ingest/decode.ts";
import {readSeed} from "../ingest/ingest.ts";
import {type Gazetteer, entityKey} from "../ingest/names/gazetteer.ts";
import {isCaseOf} from "../ingest/names/operation-names.ts";
import {type DocumentRecord} from "../model/document.ts";
import {isEdtf} from "../model/edtf.ts";
import {type EventRecord} from "../model/event.ts";
import {overlaps} from "../model/span.ts";

/** One text to read: a file and the name it goes by, or a line of standard input and its number from 1. */
export type Task = {name: string; path: string} | {row: string; number: number};

/** A line of output, null where a file could not be read; `error` for standard error. */
export type Answer = {line: string | null; error: string | null};

/** Reads one text. The same task gives the same answer in whatever process or order. */
export function answer(task: Task, names: Gazetteer): Answer {
  if ("path" in task) {
    try {
      return {line: JSON.stringify(line(task.name, decode(task.name, readFileSync(task.path)), null, names)), error: null};
    } catch (error) {
      return {line: null, error: `«${task.path}» could not be read: ${error instanceof Error ? error.message : String(error)}`};
    }
  }
  const given = parse(task.row);
  if (given) {
    const doc = given.id ?? String(task.number);
    return {line: JSON.stringify(line(doc, seedOf(String(doc), given.text), given.reference, names)), error: null};
  }
  const message = `Line ${String(task.number)} is not {"id", "text", "reference"?}.`;
  const problems = [{rule: "extract/input", severity: "error", file: "standard input", message}];
  return {line: JSON.stringify({...empty(String(task.number)), problems}), error: message};
}

function parse(row: string): {id: string | number | null; text: string; reference: string | null} | null {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string") return null;
  const id = "id" in value && (typeof value.id === "string" || typeof value.id === "number") ? value.id : null;
  const reference =
    "reference" in value && typeof value.reference === "string" && isEdtf(value.reference) ? value.reference : null;
  return {id, text: value.text, reference};
}

const empty = (doc: string | number) => ({
  doc,
  published: null,
  retrieved: null,
  language: null,
  title: null,
  mentions: [],
  events: [],
});

function line(doc: string | number, {seed, problems}: Decoded, reference: string | null, names: Gazetteer): object {
  if (!seed) return {...empty(doc), problems};
  const {documents, events, problems: found} = readSeed(seed, names, {reference});
  return {
    doc,
    published: documents.find((d) => d.published)?.published ?? null,
    retrieved: documents.find((d) => d.retrieved)?.retrieved ?? null,
    language: documents[0]?.language ?? null,
    title: documents[0]?.title ?? null,
    mentions: documents.flatMap(mentionsOf),
    events: events.map((e) => eventOf(e, documents, names)),
    problems: [...problems, ...found],
  };
}

// An anniversary is arithmetic for its event, and «тогда же» points back at a date: neither is a date the text names.
const mentionsOf = ({dates}: DocumentRecord): object[] =>
  dates
    .filter((d) => d.rule !== "jubilee" && d.rule !== "same-time")
    .map((d) => ({
      text: d.form,
      start: d.span.start,
      end: d.span.end,
      value: dayOf(d.edtf),
      role: d.role,
      basis: d.basis,
      rule: d.rule,
    }));

function eventOf(e: EventRecord, documents: readonly DocumentRecord[], names: Gazetteer): object {
  const [source] = e.sources;
  return {
    date: e.when,
    dateText: e.whenText,
    dateStart: e.whenSpan?.start ?? null,
    dateBasis: e.whenBasis,
    notAfter: e.notAfter,
    title: e.title,
    type: e.type,
    status: e.status,
    organizations: e.organizations.map((o) => o.id),
    countries: e.countries,
    people: e.people,
    places: e.places,
    operation: operationOf(e, documents, names),
    topics: e.topics,
    quote: source?.quote ?? null,
    start: source?.span.start ?? null,
    end: source?.span.end ?? null,
  };
}

// The operation's name as the source has it, best from the passage itself.
function operationOf(e: EventRecord, documents: readonly DocumentRecord[], names: Gazetteer): string | null {
  const [id] = e.operations;
  if (id === undefined) return null;
  const forms = documents.flatMap((d) => d.mentions).filter((m) => m.kind === "operation" && m.id === id);
  const within = forms.find((m) => e.sources.some((s) => overlaps(s.span, m.span)));
  const page = Object.values(names.entities.get(entityKey({kind: "operation", id}))?.names ?? {})[0] ?? null;
  const form = (within ?? forms[0])?.form;
  if (form === undefined) return page;
  const years = new Set(forms.flatMap((m) => yearAtEnd.exec(m.form)?.[0] ?? []));
  const [year] = years;
  const said = yearAtEnd.exec(form)?.[0];
  // «Операция шла и в 2014 году» after «Нелегал-2013»: the series, not that year's.
  const [best] = e.sources;
  const another =
    said && e.type === "operation" && e.when && !covers(said, e.when) && !(best && within && overlaps(best.span, within.span));
  const own = another ? "" : (said ?? (years.size === 1 && year && e.when && covers(year, e.when) ? year : ""));
  const name = form.replace(yearAtEnd, "");
  // «Барьера» where «Барьер» stands elsewhere.
  const called = [page, ...forms.map((m) => m.form.replace(yearAtEnd, ""))].find(
    (other) => other && isCaseOf(name, other) && !isCaseOf(other, name),
  );
  return (called ?? name) + own;
}

// «второй этап «Канала-2010»», the «Нелегал» of that year in an item on «Нелегал-2013».
const yearAtEnd = /(?:[\s\-–—‑]*(?:19|20)\d\d){1,2}$/u;

// Whether a date lies in the year of a name, or in its years: «Солидарность 2019–2021».
function covers(years: string, when: string): boolean {
  const [first = "", last = first] = years.match(/\d{4}/g) ?? [];
  const year = when.slice(0, 4);
  return first <= year && year <= last;
}

// The minute of a stamp stands in "published"; its words are a mention of the day.
const dayOf = (edtf: string | null): string | null => edtf && edtf.replace(/T[\d:]+$/, "");
