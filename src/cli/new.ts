import {existsSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import {createInterface} from "node:readline/promises";
import {parseArgs} from "node:util";
import {type EntityKind, entityFolders, entityKinds} from "../model/entity.ts";
import {eventTypes, statuses} from "../model/event.ts";
import {documentSchema, entitySchema, eventSchema} from "../model/schema.ts";
import {slug} from "../model/slug.ts";
import {apply, DiskError, readPages} from "../store/files.ts";
import {findings} from "../store/findings.ts";
import {body} from "../store/mdx.ts";
import {readMatter} from "../store/frontmatter.ts";
import {placed, problemText} from "./report.ts";
import {yamlValue} from "../store/yaml.ts";

const kinds = ["event", "document", ...entityKinds] as const;
type Kind = (typeof kinds)[number];

/** One thing to be told of a new page. `many`: may be given several times. */
type Ask = {flag: string; question: string; required?: boolean; many?: boolean};

const entityAsks: Ask[] = [
  {flag: "id", question: "Short name of its address, e.g. csto"},
  {flag: "name", question: "Name, as «ru: Название» (one language a time)", required: true, many: true},
  {flag: "short", question: "Abbreviation, as «ru: ОДКБ»", many: true},
  {flag: "alias", question: "Another name", many: true},
  {flag: "country", question: "Country, by its two letters", many: true},
];
const asks: Record<Kind, Ask[]> = {
  event: [
    {flag: "title", question: "Title", required: true},
    {flag: "when", question: "When, e.g. 2024-05-10, 2024-05, 2024-05-10~ (about), 2012/2013"},
    {flag: "type", question: `Type: ${eventTypes.join(", ")}`},
    {flag: "status", question: `Status: ${statuses.join(", ")}`},
    {flag: "organization", question: "Organisation, e.g. csto or csto:host", many: true},
    {flag: "country", question: "Country, by its two letters", many: true},
    {flag: "person", question: "Person, by the name of the page", many: true},
    {flag: "place", question: "Place, by the name of the page", many: true},
    {flag: "operation", question: "Operation, by the name of the page", many: true},
    {flag: "topic", question: "Topic, by the name of the page", many: true},
    {flag: "url", question: "Address of a source", many: true},
    {flag: "text", question: "What happened, in your words"},
  ],
  document: [
    {flag: "title", question: "Title", required: true},
    {flag: "language", question: "Language, e.g. ru"},
    {flag: "published", question: "Published, e.g. 2024-05-10"},
    {flag: "publisher", question: "Publisher"},
    {flag: "author", question: "Author"},
    {flag: "url", question: "Address"},
    {flag: "text-file", question: "File with its text"},
  ],
  organization: [...entityAsks, {flag: "parent", question: "Organisation it is a body of"}],
  country: entityAsks,
  person: [...entityAsks, {flag: "post", question: "Post"}, {flag: "of", question: "Organisation"}],
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
    args,
    options: {
      ...Object.fromEntries(list.map(({flag}) => [flag, {type: "string", multiple: true} as const])),
      content: {type: "string", default: "content"},
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
  const answers: Answers = Object.fromEntries(list.map(({flag}) => [flag, given[flag] ?? []]));
  const open = list.filter((ask) => !answers[ask.flag]?.length);
  if (process.stdin.isTTY && open.some((ask) => ask.required)) await askFor(open, answers);
  const missing = list.filter((ask) => ask.required && !answers[ask.flag]?.length);
  if (missing.length) {
    console.error(missing.map((ask) => `--${ask.flag} is needed: ${ask.question}.`).join("\n"));
    return 2;
  }
  return write(kind as Kind, answers, resolve(String(values.content)), String(values.content));
}

async function askFor(list: Ask[], answers: Answers): Promise<void> {
  const terminal = createInterface({input: process.stdin, output: process.stdout});
  for (const ask of list)
    for (;;) {
      const answer = (
        await terminal.question(`${ask.question}${ask.required && !answers[ask.flag]?.length ? "" : " (Enter: none)"}: `)
      ).trim();
      if (answer) (answers[ask.flag] ??= []).push(answer);
      if (ask.many ? !answer && !(ask.required && !answers[ask.flag]?.length) : answer || !ask.required) break;
    }
  terminal.close();
}

function write(kind: Kind, answers: Answers, content: string, label: string): number {
  const textFile = answers["text-file"]?.[0];
  if (textFile !== undefined && !existsSync(textFile)) {
    console.error(`There is no file ${textFile}.`);
    return 1;
  }
  const words = (textFile === undefined ? (answers.text?.[0] ?? "") : readFileSync(textFile, "utf8"))
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  const pages = readPages(content);
  const folder = kind === "event" ? "events" : kind === "document" ? "documents" : entityFolders[kind];
  const id = freeId(kind, answers, new Set(pages.filter((page) => page.folder === folder).map((page) => page.id.toLowerCase())));
  if (id === null) return 1;
  const matter =
    kind === "event" ? eventMatter(answers) : kind === "document" ? documentMatter(answers) : entityMatter(kind, id, answers);
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
  try {
    apply(content, [{kind: "create", path, text}]);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    console.error(error.message);
    return 1;
  }
  console.log(`${label}/${path}`);
  return 0;
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

const eventMatter = (a: Answers) =>
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
    sources: (a.url ?? []).map((url) => ({url})),
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
