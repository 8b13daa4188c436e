import {existsSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {createInterface} from "node:readline/promises";
import {parseArgs} from "node:util";
import {decode} from "../ingest/decode.ts";
import {entityFolders} from "../model/entity.ts";
import {documentSchema, entitySchema, eventSchema} from "../model/schema.ts";
import {slug} from "../model/slug.ts";
import {nearest} from "../store/change.ts";
import {apply, bytesOf, readPages} from "../store/files.ts";
import {findings} from "../store/findings.ts";
import {readMatter} from "../store/frontmatter.ts";
import {body} from "../store/mdx.ts";
import {type Page} from "../store/page.ts";
import {placeOf, said, standing} from "../store/standing.ts";
import {yamlValue} from "../store/yaml.ts";
import {lock} from "./lock.ts";
import {type Answers, type Ask, asks, type Kind, kinds} from "./new-asks.ts";
import {documentMatter, entityMatter, eventMatter, localized, type Source} from "./new-matter.ts";
import {placed, problemText} from "./report.ts";

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
