import {CORE_SCHEMA, load} from "js-yaml";
import {CST, isAlias, isCollection, isMap, isScalar, isSeq, Lexer, type Pair, parseDocument, type YAMLMap} from "yaml";
import {fenced} from "../model/fences.ts";
import {type Span} from "../model/span.ts";
import {type Fault, valuesOf, YAML_FIX} from "./yaml-faults.ts";
import {memo, yamlValue} from "./yaml.ts";

/** Where a field of the front matter stands in its file; offsets into the file's text. */
export type Field = {
  value: unknown;
  /** The name. */
  key: Span;
  /** From behind the colon to the end of the value. */
  room: Span;
  /** The value alone. */
  at: Span;
  /** Something a new value would destroy: a comment within the old one, or a form we do not write. */
  fragile: boolean;
};

/** A file's front matter as it stands. */
export type Matter = {
  text: string;
  /** Null when it is not YAML, or not a list of fields. */
  values: Record<string, unknown> | null;
  fields: Map<string, Field>;
  /** The fields of `ingest`. */
  memory: Map<string, Field>;
  /** The YAML between the two fences. */
  yaml: Span;
  /** What follows the closing fence's line. */
  body: Span;
  /** How many comments stand in it. */
  comments: number;
  errors: Fault[];
};

/** Reads the front matter of a page, remembering where each field stands. */
export function readMatter(text: string): Matter {
  const found = fenced(text);
  const none = {
    text,
    values: null,
    fields: new Map(),
    memory: new Map(),
    yaml: {start: 0, end: 0},
    body: {start: 0, end: text.length},
    comments: 0,
  };
  if (!found)
    return {
      ...none,
      errors: [
        {
          message: "The file does not begin, in its first line, with front matter between two lines of three dashes",
          fix: YAML_FIX,
          span: {start: 0, end: 0},
        },
      ],
    };
  const {yaml, body} = found;
  const source = text.slice(yaml.start, yaml.end);
  const offset = yaml.start;
  const document = parseDocument(source, {prettyErrors: false, uniqueKeys: true});
  const {values: read, faults: errors} = valuesOf(document, offset);
  if (errors.length || !isMap(document.contents)) {
    if (!errors.length) errors.push({message: "It is not a list of fields", fix: YAML_FIX, span: yaml});
    return {...none, yaml, body, errors};
  }
  const comments = source.includes("#") ? commentOffsets(source) : [];
  const values = read as Record<string, unknown>;
  const fields = fieldsOf(document.contents, values, source, offset, comments);
  const ingest = document.contents.get("ingest", true);
  const memory =
    isMap(ingest) && !ingest.flow ? fieldsOf(ingest, values.ingest, source, offset, comments) : new Map<string, Field>();
  return {text, values, fields, memory, yaml, body, comments: comments.length, errors};
}

/** The values of a front matter without their places, several times sooner; null where only the full reading says what is wrong. */
export function readValues(text: string): Record<string, unknown> | null {
  const found = fenced(text);
  try {
    const values = found && load(text.slice(found.yaml.start, found.yaml.end), {schema: CORE_SCHEMA});
    return typeof values === "object" ? (values as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

function fieldsOf(map: YAMLMap, value: unknown, source: string, offset: number, comments: number[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  const values = value as Record<string, unknown>;
  for (const pair of map.items as Pair[]) {
    const {key} = pair;
    if (!isScalar(key) || !key.range) continue;
    const node = isScalar(pair.value) || isCollection(pair.value) || isAlias(pair.value) ? pair.value : null;
    const colon = source.indexOf(":", key.range[1]) + 1;
    const start = node?.range?.[0] ?? colon;
    let end = Math.max(node?.range?.[1] ?? colon, start);
    while (end > start && /\s/.test(source.charAt(end - 1))) end--;
    const simple = !map.flow && /^\s*:$/.test(source.slice(key.range[1], colon)) && start >= colon;
    const props = /[&!*]/.test(source.slice(colon, start)) || isAlias(pair.value);
    fields.set(String(key.value), {
      value: values[String(key.value)],
      key: {start: offset + key.range[0], end: offset + key.range[1]},
      room: {start: offset + colon, end: offset + Math.max(end, colon)},
      at: {start: offset + start, end: offset + end},
      fragile: !simple || props || comments.some((c) => c >= colon && c < end),
    });
  }
  return fields;
}

function commentOffsets(source: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const token of new Lexer().lex(source)) {
    // The lexer's own signs for document, flow end and scalar are not in the source.
    if (["\u{2}", "\u{18}", "\u{1f}"].includes(token) && source.charAt(at) !== token) continue;
    if (CST.tokenType(token) === "comment") found.push(at);
    at += token.length;
  }
  return found;
}

/** A replacement of `span` of a file's text. */
export type Edit = {span: Span; text: string};

/** The edit that gives a field a new value and leaves every other byte; a missing field goes behind those that precede it in `order`. */
export function setField(matter: Matter, name: string, value: unknown, order: string[], inner = false): Edit {
  const fields = inner ? matter.memory : matter.fields;
  const newline = matter.text.slice(0, matter.body.start).includes("\r\n") ? "\r\n" : "\n";
  const margin = inner ? "  " : "";
  const written = inner ? ` ${memo(value)}` : yamlValue(value, newline, `${margin}  `);
  const field = fields.get(name);
  if (field) {
    const inline =
      !written.startsWith(newline) &&
      field.at.start < field.at.end &&
      !matter.text.slice(field.room.start, field.at.start).includes("\n");
    return inline ? {span: field.at, text: written.slice(1)} : {span: field.room, text: written};
  }
  const before = order.slice(0, Math.max(0, order.indexOf(name))).reverse();
  const previous = before.map((other) => fields.get(other)).find((other) => other !== undefined);
  const at = previous ? lineAfter(matter, previous) : inner ? lineAfter(matter, matter.fields.get("ingest")) : matter.yaml.start;
  return {span: {start: at, end: at}, text: `${margin}${name}:${written}${newline}`};
}

/** The edit that takes a field's lines out; null where a person's comment stands behind its value, which would go with them. */
export function removeField(matter: Matter, field: Field): Edit | null {
  const end = lineAfter(matter, field);
  if (matter.text.slice(field.room.end, end).trim()) return null;
  return {span: {start: field.key.start, end}, text: ""};
}

// The start of the line behind a field. A block scalar keeps its trailing lines.
function lineAfter(matter: Matter, field: Field | undefined): number {
  if (!field) return matter.yaml.end;
  const newline = matter.text.indexOf("\n", field.room.end);
  return newline < 0 ? matter.yaml.end : newline + 1;
}

/** Applies edits that do not overlap; of two insertions at one place the earlier in the list comes first. */
export function applyEdits(text: string, edits: Edit[]): string {
  const sorted = edits.map((edit, i) => ({edit, i})).sort((a, b) => a.edit.span.start - b.edit.span.start || a.i - b.i);
  let result = "";
  let at = 0;
  for (const {edit} of sorted) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = Math.max(at, edit.span.end);
  }
  return result + text.slice(at);
}

/** Where the members of a list stand that are objects, field by field; for a person's own list, of which one value is mended. */
export function memberFields(matter: Matter, name: string): Map<string, Field>[] {
  const source = matter.text.slice(matter.yaml.start, matter.yaml.end);
  const document = parseDocument(source, {prettyErrors: false});
  const list = isMap(document.contents) ? document.contents.get(name, true) : null;
  if (!isSeq(list)) return [];
  const values = list.toJS(document) as unknown[];
  return list.items.map((item, i) =>
    isMap(item) ? fieldsOf(item, values[i], source, matter.yaml.start, []) : new Map<string, Field>(),
  );
}
