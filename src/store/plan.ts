import {type DocumentRecord} from "../model/document.ts";
import {type Entity} from "../model/entity.ts";
import {type EventRecord} from "../model/event.ts";
import {type Problem} from "../model/problem.ts";
import {type Span} from "../model/span.ts";
import {bringUpToDate, nearest} from "./change.ts";
import {readMatter} from "./frontmatter.ts";
import {madeBy, memoryOf} from "./memory.ts";
import {namer} from "./names.ts";
import {freshPage, isEdited, isOurs, madeOf, type Page, wroteOf} from "./page.ts";
import {adoptedDocuments, pairDocuments, pairEvents, renamedKey} from "./pairs.ts";
import {unfaithful, unfit} from "./proof.ts";
import {joinedIds} from "./verdicts.ts";
import {type Fault} from "./yaml-faults.ts";
import {documentPage, draftPage, eventPage, type Folder, type Names, type Quoted, type Wanted} from "./wanted.ts";

/** What ingest read from the seeds; `entities` are those no page told of yet. */
export type Records = {documents: DocumentRecord[]; events: EventRecord[]; entities: Entity[]};

/** One page to write or remove; `fields` are those that change, `body` among them. */
export type Step =
  | {kind: "create"; path: string; text: string}
  | {kind: "update"; path: string; text: string; before: string; fields: string[]}
  | {kind: "remove"; path: string; before: string};

/**
 * A value a person wrote where ingest would write another; `at` in the page's text. The field is `page` and `ours`
 * undefined for a page that nothing in the seeds speaks for any more but a person has worked on.
 */
export type Kept = {path: string; field: string; at: Span; theirs: unknown; ours: unknown};

/** What a plan says besides its steps; `same` counts pages left as they are; `events` and `documents` are file names by keys. */
export type Plan = {
  kept: Kept[];
  problems: Problem[];
  same: number;
  events: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, string>;
};

export type Surroundings = {
  /** Seed files that are there but could not be read; their pages are left as they are. */
  unread: ReadonlySet<string>;
  /** Organisations that bodies count for, by the body's id. */
  parents: Map<string, string>;
  /** Told how many of the records were looked at. */
  progress?: (done: number) => void;
};

/**
 * What must be written so that `content/` says what the seeds say and what people decided. Pure: nothing is touched.
 * Steps come one at a time, for the texts of all would fill the memory, and in the order in which they must be taken: pages
 * before the documents that remember having made them, removals last. A run cut short anywhere is then completed by the next,
 * and never mistakes its own debris for a person's decision.
 */
export function* planWrites(
  records: Records,
  pages: Page[],
  {unread, parents, progress = () => undefined}: Surroundings,
): Generator<Step, Plan> {
  const problems: Problem[] = [];
  const refused = refuse(records, problems);
  const inFolder = (folder: Folder) => pages.filter((page) => page.folder === folder);
  const byPath = new Map(pages.map((page) => [`${page.folder}/${page.id}`, page]));

  const own = adoptedDocuments(refused.documents, inFolder("documents"));
  const read = refused.documents.filter((document) => !own.has(document.key));
  const documentPages = pairDocuments(read, inFolder("documents").filter(isMade));
  const joined = joinedIds(pages);
  const memory = memoryOf(documentPages, byPath, refused.events, joined);
  const present = refused.events.filter((event) => !memory.isThrownAway(event.key));
  const adopted = new Map(present.flatMap((event) => memory.adopted(event.key, event.key)));
  const written = present.filter((event) => !adopted.has(event.key));
  const keyOf = (page: Page) => renamedKey(page, memory.renamed);
  const isOriginal = (page: Page) => memory.idOf(keyOf(page)) === page.id;
  const eventPages = pairEvents(written, inFolder("events").filter(isMade), keyOf, isOriginal);

  const documentIds = assign(read, documentPages, inFolder("documents"), []);
  const eventIds = assign(written, eventPages, inFolder("events"), memory.ids);
  const plan: Plan = {kept: [], problems, same: 0, events: eventIds, documents: documentIds};
  let done = 0;
  const names: Names = {
    document: (key) => documentIds.get(key) ?? own.get(key),
    event: (key) => eventIds.get(key) ?? adopted.get(key) ?? memory.idOf(key),
    isGone: memory.isGone,
    parents,
  };

  const documents = new Map(refused.documents.map((record) => [record.key, record]));
  const byId = new Map([...documentIds, ...own].flatMap(([key, id]) => [[id, documents.get(key)]] as const));
  const drafts = new Map(refused.entities.map((entity) => [`${entity.kind}/${entity.id}`, entity]));
  const isAway = (path: string) => !byPath.has(path) || joined.has(path.slice("events/".length));
  const alive = new Map<string, Page>();
  const fresh = new Set<Page>();
  function* write(wanted: Wanted, page: Page | undefined): Generator<Step, void> {
    const {step, isFresh} = settle(plan, wanted, page, byId);
    progress(++done);
    if (step) yield step;
    if (!page) return;
    alive.set(`${page.folder} ${wanted.key}`, page);
    if (isFresh) fresh.add(page);
  }

  const byKey = new Map(pages.map((page) => [`${page.folder} ${page.key ?? ""}`, page]));
  for (const entity of refused.entities) {
    const wanted = draftPage(entity);
    if (names.isGone(wanted.folder, wanted.id)) continue;
    yield* write(wanted, byPath.get(`${wanted.folder}/${wanted.id}`) ?? byKey.get(`${wanted.folder} ${wanted.key}`));
  }
  for (const event of written) {
    const id = eventIds.get(event.key) ?? "";
    yield* write({...eventPage(event, documents, names), id}, eventPages.get(event.key));
  }
  const quotes = quotesOf(
    present,
    ({key}) => names.event(key),
    ownSources(inFolder("events"), fresh),
    (id) => byId.get(id),
  );
  for (const document of read) {
    const id = documentIds.get(document.key) ?? "";
    const page = documentPages.get(document.key);
    const made = madeBy(document, names, drafts, memory.before(document.key), isAway);
    yield* write({...documentPage(document, quotes.get(document.key) ?? [], names), id, made}, page);
  }
  for (const [key, id] of memory.reworded) plan.problems.push(staysAway(key, id, refused));
  const isUnread = (key: string | null) => [...unread].some((file) => key?.startsWith(`${file}#`));
  const kept = new Set(
    inFolder("documents").flatMap((page) => (unread.size && isUnread(page.key) ? Object.keys(madeOf(page)) : [])),
  );
  const settled = new Set(alive.values());
  for (const folder of ["documents", "events", "people", "operations", "organizations", "countries", "topics", "places"] as const)
    for (const page of inFolder(folder)) {
      if (page.key === null || settled.has(page)) continue;
      const original = alive.get(`${folder} ${page.key}`);
      if (original) copied(plan, page, original);
      else if (isUnread(page.key) || kept.has(page.key)) plan.same++;
      else {
        const step = dismiss(plan, page);
        if (step) yield step;
      }
    }
  return plan;
}

function staysAway(key: string, id: string, {documents, events}: Records): Problem {
  const [source] = events.find((event) => event.key === key)?.sources ?? [];
  const document = documents.find((other) => other.key === source?.document);
  return {
    rule: "store/stays-away",
    severity: "note",
    file: document?.seed.file ?? "",
    ...(source && {span: source.span}),
    message: `No page was made of this: it was taken for the event «${id}», whose page was deleted.`,
    fix: "If it is another event, write its page with npm run new -- event.",
  };
}

// Two pages that carry the memory of one: a person began a new page from a copy.
function copied(plan: Plan, page: Page, original: Page): void {
  plan.same++;
  plan.problems.push({
    rule: "store/copy",
    severity: "warning",
    file: `content/${page.path}`,
    message: `This page and content/${original.path} both say that ingest wrote them from one text. Only that one is kept up to date.`,
    fix: "If this is a page of your own, take its «ingest» lines out; if not, delete it.",
  });
}

const isMade = (page: Page) => page.key !== null;

/** Pages whose names form the gazetteer: all but drafts nobody has touched, which ingest finds again by itself. */
export const speaksForItself = (page: Page): boolean => page.key === null || isEdited(page.matter());

// Records that would stop or change a build, whatever we escape.
function refuse(records: Records, problems: Problem[]): Records {
  const fits = (file: string, span: Span | undefined, record: object) => {
    const word = unfit(record);
    if (word === null) return true;
    problems.push({
      rule: "store/builder-word",
      severity: "error",
      file,
      ...(span ? {span} : {}),
      message: `The text holds «${word}», which the site's builder would take for its own; no page was made of it.`,
      fix: "Write the page by hand, or take the word out of the seed.",
    });
    return false;
  };
  const documents = records.documents.filter((record) =>
    fits(record.seed.file, record.seed.span, {...record, text: "", mentions: [], dates: []}),
  );
  const kept = new Set(documents.map((record) => record.key));
  const files = new Map(records.documents.map((record) => [record.key, record.seed.file]));
  const events = records.events.filter((event) => {
    const source = event.sources.find((other) => kept.has(other.document));
    return source !== undefined && fits(files.get(source.document) ?? "", source.span, event);
  });
  return {documents, events, entities: records.entities.filter((entity) => fits(`content/${entity.id}`, undefined, entity))};
}

/** What is to be done about one page, and whether it stands as ingest would write it anew. */
type Settled = {step: Step | null; isFresh: boolean};

// One page: made, brought up to date in the bytes of its fields, or left.
function settle(plan: Plan, wanted: Wanted, page: Page | undefined, documents: Map<string, DocumentRecord | undefined>): Settled {
  const path = page?.path ?? `${wanted.folder}/${wanted.id}.mdx`;
  const anew = freshPage(wanted);
  const now = page?.text;
  if (now === anew || (page && page.key === null)) {
    plan.same++;
    return {step: null, isFresh: now === anew};
  }
  const change = page
    ? bringUpToDate(page, wanted, documents)
    : {before: null, text: anew, fields: ["body"], kept: [], problems: []};
  plan.kept.push(...change.kept);
  plan.problems.push(...change.problems);
  if (change.text === change.before) {
    plan.same++;
    return {step: null, isFresh: false};
  }
  const reason = (change.fields.includes("body") ? unfaithful(wanted) : null) ?? (page ? broken(change.text) : null);
  if (reason === null) {
    const {before, text, fields} = change;
    return {step: before === null ? {kind: "create", path, text} : {kind: "update", path, text, before, fields}, isFresh: false};
  }
  plan.problems.push({
    rule: "store/unfaithful",
    severity: "error",
    file: `content/${path}`,
    message: `The page would not read as its text: ${reason}. It was not written.`,
    fix: "Please report this with the seed; until then write the page by hand.",
  });
  return {step: null, isFresh: false};
}

// Why a page with its new fields could not be read again; null when it can.
const broken = (text: string): string | null => readMatter(text).errors[0]?.message ?? null;

// A page of ingest that nothing in the seeds speaks for any more.
function dismiss(plan: Plan, page: Page): Step | null {
  const matter = page.matter();
  if (matter.values && !isEdited(matter)) return {kind: "remove", path: page.path, before: matter.text};
  plan.same++;
  const at = matter.fields.get("title")?.key;
  if (!matter.values) plan.problems.push(...matter.errors.map((error) => unreadable(page.path, error)));
  else if (at) plan.kept.push({path: page.path, field: "page", at, theirs: matter.values.title, ours: undefined});
  return null;
}

/** A page whose front matter cannot be read is a person's, whatever it was before. */
export const unreadable = (path: string, {message, fix, span}: Fault): Problem => ({
  rule: "store/front-matter",
  severity: "error",
  file: `content/${path}`,
  span,
  message: `The front matter cannot be read: ${message}. The page is left as it is.`,
  fix,
});

function assign(records: {key: string; name: string}[], paired: Map<string, Page>, pages: Page[], reserved: Iterable<string>) {
  const nameFor = namer([...pages.map((page) => page.id), ...reserved]);
  return new Map(records.map((record) => [record.key, paired.get(record.key)?.id ?? nameFor(record.name, record.key)]));
}

/**
 * The words that tell of an event, by document. A page whose list of sources is a person's own speaks for itself, also for
 * words that ingest would not have taken; for all others the records do. `idOf`: the name of an event's page, if it has one.
 */
function quotesOf(
  events: EventRecord[],
  idOf: (event: EventRecord) => string | undefined,
  own: Map<string, OwnSource[]>,
  documentOf: (id: string) => DocumentRecord | undefined,
): Map<string, Quoted[]> {
  const found = new Map<string, Quoted[]>();
  const add = (document: string, quoted: Quoted) => {
    const list = found.get(document);
    if (list) list.push(quoted);
    else found.set(document, [quoted]);
  };
  for (const event of events) {
    const id = idOf(event);
    if (id === undefined || own.has(id)) continue;
    for (const {document, span} of event.sources) add(document, {event: id, span});
  }
  for (const [event, sources] of own)
    for (const {document, quote, span} of sources) {
      const record = documentOf(document);
      const start = record ? nearest(record.text, quote, span[0], record.seed.span) : null;
      if (record && start !== null) add(record.key, {event, span: {start, end: start + quote.length}});
    }
  return found;
}

type OwnSource = {document: string; quote: string; span: [number, number]};

// Lists of sources that people wrote, by the names of their pages. `fresh`: pages known to be wholly the machine's.
function ownSources(pages: Page[], fresh: ReadonlySet<Page>): Map<string, OwnSource[]> {
  const found = new Map<string, OwnSource[]>();
  for (const page of pages) {
    if (fresh.has(page)) continue;
    const matter = page.matter();
    const field = matter.fields.get("sources");
    if (!matter.values || (page.key !== null && (!field || isOurs(field, wroteOf(matter).sources)))) continue;
    const list = Array.isArray(field?.value) ? (field.value as unknown[]) : [];
    found.set(page.id, list.filter(isOwnSource));
  }
  return found;
}

function isOwnSource(source: unknown): source is OwnSource {
  if (typeof source !== "object" || source === null) return false;
  const {document, quote, span} = source as Partial<OwnSource>;
  return typeof document === "string" && typeof quote === "string" && quote !== "" && typeof span?.[0] === "number";
}
