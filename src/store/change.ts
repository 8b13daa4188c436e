import {type DocumentRecord} from "../model/document.ts";
import {type Problem} from "../model/problem.ts";
import {type Span} from "../model/span.ts";
import {bodyDigest, digest} from "./digest.ts";
import {applyEdits, type Edit, type Matter, memberFields, removeField, setField} from "./frontmatter.ts";
import {bodySpan, isOurs, madeOf, memoryOrder, type Page, wroteOf} from "./page.ts";
import {type Kept, unreadable} from "./plan.ts";
import {isEmpty, optional, type Wanted} from "./wanted.ts";
import {flow, memo} from "./yaml.ts";

/** `before`: the page's text that was worked on. */
export type Change = {before: string; text: string; fields: string[]; kept: Kept[]; problems: Problem[]};

/** A page with the machine's fields brought up to date in their own bytes, and every other byte as a person left it. */
export function bringUpToDate(page: Page, wanted: Wanted, documents: Map<string, DocumentRecord | undefined>): Change {
  const matter = page.matter();
  const change: Change = {before: matter.text, text: matter.text, fields: [], kept: [], problems: []};
  if (!matter.values) return {...change, problems: matter.errors.map((error) => unreadable(page.path, error))};
  let wrote = wroteOf(matter);
  const fields = besideTheirDate(wanted.fields, matter, wrote);
  const order = [...Object.keys(fields), "ingest"];
  const edits: Edit[] = [];

  for (const [name, ours] of Object.entries(fields)) {
    const field = matter.fields.get(name);
    const mark = digest(ours);
    if (optional.has(name) && isEmpty(ours)) {
      const edit = field && isOurs(field, wrote[name]) ? removeField(matter, field) : null;
      if (!field || edit) {
        wrote = without(wrote, name);
        if (edit) edits.push(edit);
        if (edit) change.fields.push(name);
        continue;
      }
    }
    if (!field || isOurs(field, wrote[name])) {
      if (field && mark === wrote[name]) continue;
      edits.push(setField(matter, name, ours, order));
      change.fields.push(name);
      wrote[name] = mark;
    } else if (digest(field.value) !== mark) {
      change.kept.push({path: page.path, field: name, at: field.key, theirs: field.value, ours});
      if (name === "sources") edits.push(...moveSpans(page, matter, documents, change.problems));
    }
  }

  const at = bodySpan(matter);
  const theirs = matter.text.slice(at.start, at.end);
  const mark = bodyDigest(wanted.body);
  // Emptied is handed back, as a field is whose line was deleted.
  if (bodyDigest(theirs) === wrote.body || !theirs) {
    if (mark !== bodyDigest(theirs)) {
      const newline = matter.text.includes("\r\n") ? "\r\n" : "\n";
      const lead = at.start === at.end ? (matter.text.slice(0, at.start).endsWith("\n") ? newline : newline + newline) : "";
      const trail = at.start === at.end ? newline : "";
      edits.push({span: at, text: lead + wanted.body.replaceAll("\n", newline) + trail});
      change.fields.push("body");
      wrote.body = mark;
    }
  } else if (bodyDigest(theirs) !== mark) change.kept.push({path: page.path, field: "body", at, theirs, ours: wanted.body});

  edits.push(...remember(matter, page, wanted, inOrder(wrote, [...Object.keys(fields), "body"])));
  return {...change, text: applyEdits(matter.text, edits)};
}

// A date that a person gave does not stand in the text: how ours was read is no longer said of it.
function besideTheirDate(fields: Wanted["fields"], matter: Matter, wrote: Record<string, string>): Wanted["fields"] {
  const when = matter.fields.get("when");
  if (!("whenBasis" in fields) || !when || digest(when.value) === wrote.when) return fields;
  if (digest(when.value) === digest(fields.when)) return fields;
  return {...fields, whenText: null, whenBasis: when.value === null ? "none" : "editor", whenNote: null};
}

const without = (wrote: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(wrote).filter(([other]) => other !== name));

// The order in which a page was first written is how a moved field is noticed later.
const inOrder = (wrote: Record<string, string>, order: string[]) =>
  Object.fromEntries(Object.entries(wrote).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));

function remember(matter: Matter, page: Page, wanted: Wanted, wrote: Record<string, string>): Edit[] {
  const made = wanted.made ?? {};
  if (!matter.memory.size) {
    // A person wrote the block in a form of their own; it is the one thing that is ours to write anew.
    const memory = {key: wanted.key, ...(isEmpty(made) ? {} : {made}), wrote};
    return flow(matter.values?.ingest) === flow(memory) ? [] : [setField(matter, "ingest", memory, ["ingest"])];
  }
  const edits: Edit[] = [];
  const set = (name: string, before: unknown, value: unknown) => {
    if (memo(before) !== memo(value)) edits.push(setField(matter, name, value, memoryOrder, true));
  };
  set("key", matter.memory.get("key")?.value, wanted.key);
  if (matter.memory.has("made") || !isEmpty(made)) set("made", madeOf(page), made);
  set("wrote", wroteOf(matter), wrote);
  return edits;
}

// A person's own list of sources still quotes documents whose seeds may have changed: positions follow their quotations.
function moveSpans(page: Page, matter: Matter, documents: Map<string, DocumentRecord | undefined>, problems: Problem[]): Edit[] {
  return memberFields(matter, "sources").flatMap((source) => {
    const quote = source.get("quote")?.value;
    const document = documents.get(String(source.get("document")?.value));
    const span = source.get("span");
    if (typeof quote !== "string" || !quote || !document || !span || !Array.isArray(span.value)) return [];
    const [start, end] = span.value as number[];
    if (start === undefined || end === undefined || document.text.slice(start, end) === quote) return [];
    const found = nearest(document.text, quote, start, document.seed.span);
    if (found !== null) return [{span: span.at, text: flow([found, found + quote.length])}];
    problems.push({
      rule: "store/quote-gone",
      severity: "warning",
      file: `content/${page.path}`,
      span: source.get("quote")?.at ?? span.at,
      message: `«${quote.slice(0, 60)}${quote.length > 60 ? "…" : ""}» does not stand in this text of ${document.seed.file} any more. The quotation was kept.`,
      fix: "Correct the quotation, or take this source out of the list.",
    });
    return [];
  });
}

/** The occurrence of a quotation nearest to where it was, within a stretch of the text, or null. */
export function nearest(text: string, quote: string, start: number, within: Span): number | null {
  const stretch = text.slice(within.start, within.end);
  const after = stretch.indexOf(quote, Math.max(0, start - within.start));
  const before = start < within.start ? -1 : stretch.lastIndexOf(quote, start - within.start);
  if (after < 0 && before < 0) return null;
  const found = [after, before].filter((at) => at >= 0).map((at) => at + within.start);
  return found.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a));
}
