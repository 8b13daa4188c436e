import {existsSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {createInterface} from "node:readline/promises";
import {parseArgs} from "node:util";
import {decode} from "../ingest/decode.ts";
import {isEdtf} from "../model/edtf.ts";
import {type EntityKind, entityFolders, entityKinds} from "../model/entity.ts";
import {eventTypes, roles, statuses} from "../model/event.ts";
import {address, documentSchema, entitySchema, eventSchema} from "../model/schema.ts";
import {slug} from "../model/slug.ts";
import {nearest} from "../store/change.ts";
import {apply, bytesOf, readPages} from "../store/files.ts";
import {findings} from "../store/findings.ts";
import {readMatter} from "../store/frontmatter.ts";
import {body} from "../store/mdx.ts";
import {type Page} from "../store/page.ts";
import {placeOf, said, standing} from "../store/standing.ts";
import {type Folder} from "../store/wanted.ts";
import {yamlValue} from "../store/yaml.ts";
import {lock} from "./lock.ts";
import {placed, problemText} from "./report.ts";

const kinds = ["event", "document", ...entityKinds] as const;
type Kind = (typeof kinds)[number];

/**
 * One thing to be told of a new page. `many`: may be given several times. `fault`: what is wrong with an answer, in words for
 * a person; null when nothing is. `folder`: the answer is the name of a page there.
 */
type Ask = {
  flag: string;
  question: string;
  required?: boolean;
  many?: boolean;
  fault?: (answer: string) => string | null;
  folder?: Folder;
};

const oneOf = (words: readonly string[]) => (answer: string) =>
  words.includes(answer) ? null : `«${answer}» is none of: ${words.join(", ")}.`;
const date = (answer: string) =>
  isEdtf(answer) ? null : `«${answer}» is not an EDTF date; write it like 2024-05-10, 2024-05, 2024-05-10~ (about), 2012/2013.`;
const link = (answer: string) =>
  address.safeParse(answer).success ? null : `«${answer}» is not an address; it begins with http://, https:// or mailto:.`;
const role = (answer: string) => {
  const [, word] = answer.split(":");
  return word === undefined || roles.some((one) => one === word) ? null : `«${word}» is none of: ${roles.join(", ")}.`;
};
const name = (answer: string) =>
  slug(answer) === answer || /^[A-Z]{2}$/.test(answer)
    ? null
    : `«${answer}» cannot be the name of a page; use small Latin letters, digits and hyphens, for a country its two letters.`;
const language = (answer: string) => {
  try {
    return Intl.getCanonicalLocales(answer).length ? null : "";
  } catch {
    return `«${answer}» is not a language tag, like ru, en or pt-BR.`;
  }
};

const countries = {flag: "country", question: "Country, by its two letters", many: true, folder: "countries"} as const;
const entityAsks: Ask[] = [
  {flag: "id", question: "Short name of its address, e.g. csto", fault: name},
  {
    flag: "name",
    question: "Name, as «ru: Название» (one language a time; also --name-ru, --name-en …)",
    required: true,
    many: true,
  },
  {flag: "short", question: "Abbreviation, as «ru: ОДКБ» (also --short-ru …)", many: true},
  {flag: "alias", question: "Another name", many: true},
  countries,
];
const asks: Record<Kind, Ask[]> = {
  event: [
    {flag: "title", question: "Title", required: true},
    {flag: "when", question: "When, e.g. 2024-05-10, 2024-05, 2024-05-10~ (about), 2012/2013", fault: date},
    {flag: "type", question: `Type: ${eventTypes.join(", ")}`, fault: oneOf(eventTypes)},
    {flag: "status", question: `Status: ${statuses.join(", ")}`, fault: oneOf(statuses)},
    {flag: "organization", question: "Organisation, e.g. csto or csto:host", many: true, fault: role, folder: "organizations"},
    countries,
    {flag: "person", question: "Person, by the name of the page", many: true, folder: "people"},
    {flag: "place", question: "Place, by the name of the page", many: true, folder: "places"},
    {flag: "operation", question: "Operation, by the name of the page", many: true, folder: "operations"},
    {flag: "topic", question: "Topic, by the name of the page", many: true, folder: "topics"},
    {flag: "document", question: "Document it is told in, by the name of the page", folder: "documents"},
    {flag: "quote", question: "The words of that document that tell of it"},
    {flag: "url", question: "Address of a source", many: true, fault: link},
    {flag: "text", question: "What happened, in your words"},
  ],
  document: [
    {flag: "title", question: "Title", required: true},
    {flag: "language", question: "Language, e.g. ru", fault: language},
    {flag: "published", question: "Published, e.g. 2024-05-10", fault: date},
    {flag: "publisher", question: "Publisher"},
    {flag: "author", question: "Author"},
    {flag: "url", question: "Address", fault: link},
    {flag: "text-file", question: "File with its text"},
  ],
  organization: [...entityAsks, {flag: "parent", question: "Organisation it is a body of", folder: "organizations"}],
  country: entityAsks,
  person: [...entityAsks, {flag: "post", question: "Post"}, {flag: "of", question: "Organisation", folder: "organizations"}],
  operation: entityAsks,
  topic: [...entityAsks, {flag: "signal", question: "Word that signals it", many: true}],
  place: entityAsks,
};

type Answers = Record<string, string[]>;

/** `npm run new -- event …`: writes a page by flags, or by questions on a terminal. Returns the exit code. */
export async function run([kind = "", ...args]: string[]): Promise<number> {
  if (!kinds.includes(kind as Kind)) {
    console.error(`Say what: npm run new -- ${kinds.join(" | ")}. Each says with --help what it can be told.`);
    return 2;
  }
  const list = asks[kind as Kind];
  const {values} = parseArgs({
    args: withLanguages(args),
    options: {
      ...Object.fromEntries(list.map(({flag}) => [flag, {type: "string", multiple: true} as const])),
      content: {type: "string", default: "content"},
      seeds: {type: "string", default: "seeds"},
      help: {type: "boolean", short: "h", default: false},
    },
  });
  if (values.help) {
    console.log(
      [
        `npm run new -- ${kind} [options]`,
        ...list.map((ask) => `  --${ask.flag} …  ${ask.question}${ask.required ? " (needed)" : ""}`),
      ].join("\n"),
    );
    return 0;
  }
  const given = values as unknown as Answers;
  const answers: Answers = Object.fromEntries(
    list.map((ask) => [ask.flag, (given[ask.flag] ?? []).filter((answer) => answer.trim()).map((answer) => tidy(ask, answer))]),
  );
  const content = resolve(String(values.content));
  const pages = readPages(content);
  const fault = (ask: Ask, answer: string) => ask.fault?.(answer) ?? nobody(ask, answer, pages);
  const open = list.filter((ask) => !answers[ask.flag]?.length);
  if (process.stdin.isTTY && open.some((ask) => ask.required) && !(await askFor(open, answers, fault))) return 130;
  const missing = list.filter((ask) => ask.required && !answers[ask.flag]?.length);
  if (missing.length) {
    console.error(missing.map((ask) => `--${ask.flag} is needed: ${ask.question}.`).join("\n"));
    return 2;
  }
  const faults = list.flatMap((ask) =>
    (answers[ask.flag] ?? []).flatMap((answer) => {
      const said = fault(ask, answer);
      return said === null ? [] : [`--${ask.flag}: ${said}`];
    }),
  );
  if (faults.length) {
    console.error(faults.join("\n"));
    return 1;
  }
  return write(kind as Kind, answers, pages, {content, seeds: resolve(String(values.seeds)), label: String(values.content)});
}

// `--name-ru X` is `--name "ru: X"`.
function withLanguages(args: string[]): string[] {
  return args.flatMap((arg, i) => {
    const spoken = /^--(name|short)-([a-z]{2,3}(?:-[A-Za-z0-9]+)*)(?:=([^]*))?$/;
    if (i > 0 && spoken.test(args[i - 1] ?? "") && !(args[i - 1] ?? "").includes("=")) return [];
    const [, flag, tag, value] = spoken.exec(arg) ?? [];
    return flag === undefined ? [arg] : [`--${flag}`, `${tag ?? ""}: ${value ?? args[i + 1] ?? ""}`];
  });
}

const tidy = ({folder}: Ask, answer: string) => (folder === "countries" ? answer.trim().toUpperCase() : answer.trim());

// A page that is to be named must be there.
function nobody({folder}: Ask, answer: string, pages: Page[]): string | null {
  const [id] = answer.split(":");
  if (!folder || pages.some((page) => page.folder === folder && page.id === id)) return null;
  return `There is no content/${folder}/${id ?? ""}.mdx; correct the name, or write that page first.`;
}

// False when the person broke off.
async function askFor(list: Ask[], answers: Answers, fault: (ask: Ask, answer: string) => string | null): Promise<boolean> {
  const terminal = createInterface({input: process.stdin, output: process.stdout});
  const closed = new Promise<null>((end) => terminal.once("close", () => end(null)));
  try {
    for (const ask of list)
      for (;;) {
        const needed = ask.required && !answers[ask.flag]?.length;
        const line = await Promise.race([terminal.question(`${ask.question}${needed ? "" : " (Enter: none)"}: `), closed]);
        if (line === null) return false;
        const answer = tidy(ask, line);
        const said = answer ? fault(ask, answer) : null;
        if (said !== null) console.error(said);
        else if (answer) (answers[ask.flag] ??= []).push(answer);
        if (said !== null || (answer && ask.many) || (!answer && needed)) continue;
        break;
      }
    return true;
  } catch (error) {
    if ((error as Error).name === "AbortError") return false;
    throw error;
  } finally {
    terminal.close();
  }
}

type Places = {content: string; seeds: string; label: string};

async function write(kind: Kind, answers: Answers, pages: Page[], places: Places): Promise<number> {
  const words = wordsOf(answers);
  const sources = kind === "event" ? sourcesOf(answers, pages, places.seeds) : [];
  if (words === null || sources === null) return 1;
  const folder = kind === "event" ? "events" : kind === "document" ? "documents" : entityFolders[kind];
  const id = freeId(kind, answers, new Set(pages.filter((page) => page.folder === folder).map((page) => page.id.toLowerCase())));
  if (id === null) return 1;
  const matter =
    kind === "event"
      ? eventMatter(answers, sources)
      : kind === "document"
        ? documentMatter(answers)
        : entityMatter(kind, id, answers);
  const path = `${folder}/${id}.mdx`;
  const text = [
    "---",
    ...Object.entries(matter).map(([name, value]) => `${name}:${yamlValue(value)}`),
    "---",
    ...(words.trim() ? ["", body(words, {start: 0, end: words.length}, [])] : []),
    "",
  ].join("\n");
  const schema = kind === "event" ? eventSchema : kind === "document" ? documentSchema : entitySchema;
  const read = schema.safeParse(matter);
  if (!read.success) {
    const problems = placed(findings(path, readMatter(text), read.error.issues), () => undefined);
    console.error(problems.map((problem) => problemText({...problem, file: `new ${kind}`})).join("\n"));
    return 1;
  }
  const unlock = lock(join(places.content, ".ingest.lock"));
  try {
    const {changed} = await apply(places.content, [{kind: "create", path, text}]);
    if (changed.length) console.error(`There is a page of that name already: ${id}.`);
    else console.log(`${places.label}/${path}`);
    return changed.length ? 1 : 0;
  } finally {
    unlock();
  }
}

// The text of the new page, from a flag or a file in whatever encoding; null when there is none to be had.
function wordsOf(answers: Answers): string | null {
  const file = answers["text-file"]?.[0];
  if (file === undefined) return (answers.text?.[0] ?? "").replace(/\r\n?/g, "\n");
  if (!existsSync(file) || statSync(file).isDirectory()) {
    console.error(existsSync(file) ? `«${file}» is a folder. Name a file.` : `There is no file ${file}.`);
    return null;
  }
  const {seed, problems} = decode(file, bytesOf(file));
  for (const problem of problems) console.error(`${problem.file}: ${problem.message}`);
  return seed?.text ?? null;
}

type Source = {document: string; quote: string; span: [number, number]} | {url: string};

// Where an event is told: a document of ours, with the place of the words in its text, and addresses.
function sourcesOf(answers: Answers, pages: Page[], seeds: string): Source[] | null {
  const links = (answers.url ?? []).map((url) => ({url}));
  const [id] = answers.document ?? [];
  const [quote] = answers.quote ?? [];
  if (id === undefined && quote === undefined) return links;
  if (id === undefined || quote === undefined) {
    console.error("--document and --quote go together: the words, and the document they stand in.");
    return null;
  }
  const page = pages.find((other) => other.folder === "documents" && other.id === id);
  const span = page && placeIn(page, quote, seeds);
  if (span) return [{document: id, quote, span}, ...links];
  console.error(`«${quote}» does not stand in content/documents/${id}.mdx. Copy the words as its text has them.`);
  return null;
}

function placeIn(page: Page, quote: string, seeds: string): [number, number] | null {
  const file = (page.matter().values?.seed as {file?: unknown} | null | undefined)?.file;
  const path = typeof file === "string" ? join(seeds, file) : "";
  const seed = path && existsSync(path) ? decode(path, bytesOf(path)).seed : null;
  const {text, within} = standing(placeOf(page), seed ? new Map([[String(file), seed.text]]) : new Map());
  const start = within ? nearest(text, quote, within.start, within) : said(page).indexOf(quote);
  return start === null || start < 0 ? null : [start, start + quote.length];
}

function freeId(kind: Kind, answers: Answers, taken: Set<string>): string | null {
  const wish = answers.id?.[0];
  const name =
    wish ??
    [answers.when?.[0], answers.title?.[0] ?? localized(answers.name ?? []).en ?? Object.values(localized(answers.name ?? []))[0]]
      .filter(Boolean)
      .join(" ");
  const liked = kind === "country" && wish && /^[a-z]{2}$/i.test(wish) ? wish.toUpperCase() : slug(name);
  if (!taken.has(liked.toLowerCase())) return liked;
  if (wish !== undefined) {
    console.error(`There is a page of that name already: ${liked}. Choose another --id.`);
    return null;
  }
  let n = 2;
  while (taken.has(`${liked}-${String(n)}`)) n++;
  return `${liked}-${String(n)}`;
}

const filled = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(typeof value === "object" && value !== null && !Object.keys(value).length),
    ),
  );

const eventMatter = (a: Answers, sources: Source[]) =>
  filled({
    title: a.title?.[0],
    when: a.when?.[0] ?? null,
    whenBasis: a.when?.[0] ? "editor" : "none",
    status: a.status?.[0] ?? "happened",
    type: a.type?.[0] ?? "other",
    organizations: (a.organization ?? []).map((text) => {
      const [id, role] = text.split(":");
      return role ? {id, role} : {id};
    }),
    countries: a.country,
    people: a.person,
    places: a.place,
    operations: a.operation,
    topics: a.topic,
    sources,
  });

const documentMatter = (a: Answers) =>
  filled({
    title: a.title?.[0],
    language: a.language?.[0] ?? "ru",
    published: a.published?.[0] ?? null,
    publisher: a.publisher?.[0] ?? null,
    url: a.url?.[0] ?? null,
    author: a.author?.[0] ?? null,
  });

const entityMatter = (kind: EntityKind, id: string, a: Answers) =>
  filled({
    id,
    kind,
    names: localized(a.name ?? []),
    short: localized(a.short ?? []),
    aliases: a.alias,
    parent: a.parent?.[0],
    countries: a.country,
    post: a.post?.[0],
    organization: a.of?.[0],
    signals: a.signal,
  });

// «en: Name» is a name in English; without a language it is Russian.
function localized(list: string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((text) => {
      const m = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*):\s*(.+)$/s.exec(text);
      return m ? [m[1] ?? "", m[2] ?? ""] : ["ru", text];
    }),
  );
}
