import {mdxToJs, mdxToMdast} from "satteri";
import {type BodyNode, type Foreign, foreign} from "../model/body-form.ts";
import {isEdtf} from "../model/edtf.ts";
import {type EntityFolder, entityFolders, entityKinds, type EntityKind} from "../model/entity.ts";
import {type Problem} from "../model/problem.ts";
import {documentSchema, entitySchema, eventSchema} from "../model/schema.ts";
import {nearest} from "./change.ts";
import {findings, placeIn, refusedYaml} from "./findings.ts";
import {applyEdits, type Edit, memberFields} from "./frontmatter.ts";
import {pagesMadeBy} from "./memory.ts";
import {isOurs, madeOf, type Page, wroteOf} from "./page.ts";
import {unreadable} from "./plan.ts";
import {unfit} from "./proof.ts";
import {type Folder} from "./wanted.ts";
import {features, flat, type Place, placeOf, said, type Seeds, standing} from "./standing.ts";
import {flow} from "./yaml.ts";

/** A page whose positions can be mended, with its new text. */
export type Repair = {path: string; text: string; before: string};

export type Checked = {problems: Problem[]; repairs: Repair[]};

/**
 * Everything that is wrong with a folder of pages, each finding at its place with what to do about it, and the pages whose
 * positions can be mended. `named`: ids that stand outside the pages, e.g. the lanes of site.yaml. `progress` is told how many
 * pages are done.
 */
export function check(
  pages: Page[],
  seeds: Seeds,
  named: ReadonlySet<string> = new Set(),
  progress: (done: number) => void = () => undefined,
): Checked {
  const known = new Set(pages.map((page) => `${page.folder}/${page.id}`));
  const used = new Set(named);
  const documents = new Map(pages.filter((page) => page.folder === "documents").map((page) => [page.id, page]));
  const remembered = new Set([...documents.values()].flatMap(pagesMadeBy));
  const checked: Checked = {problems: [...twins(pages), ...sharedNames(pages)], repairs: []};
  // Events quote documents in no order, so where those stand is found out once.
  const places = new Map<Page, Place>();
  const placed = (document: Page) => {
    const place = places.get(document) ?? placeOf(document);
    places.set(document, place);
    return place;
  };
  for (const [i, page] of pages.entries()) {
    progress(i);
    const matter = page.matter();
    if (page.folder === "documents") placed(page);
    if (!matter.values) {
      checked.problems.push(...matter.errors.map((error) => unreadable(page.path, error)));
      continue;
    }
    checked.problems.push(
      ...schemaProblems(page),
      ...refusedYaml(page.path, matter),
      ...references(page, known, used, remembered),
      ...bodyProblems(page, known, used),
    );
    if (page.folder === "events") quotations(page, (id) => documents.get(id), placed, seeds, checked);
    const word = unfit(matter.values);
    if (word !== null) {
      const start = page.text.indexOf(word);
      checked.problems.push({
        file: `content/${page.path}`,
        span: {start, end: start + word.length},
        rule: "check/builder-word",
        severity: "error",
        message: `The front matter holds «${word}», which the site's builder would take for its own.`,
        fix: "Write it in another way.",
      });
    }
  }
  checked.problems.push(...unmentioned(pages, used), ...drafts(pages));
  return checked;
}

const at = (page: Page, path: (string | number)[]) => ({file: `content/${page.path}`, span: placeIn(page.matter(), path)});

function schemaProblems(page: Page): Problem[] {
  const schema = page.folder === "documents" ? documentSchema : page.folder === "events" ? eventSchema : entitySchema;
  const read = schema.safeParse(page.matter().values);
  const problems = read.success ? [] : findings(page.path, page.matter(), read.error.issues);
  const own = page.matter().values;
  if (page.folder !== "documents" && page.folder !== "events" && typeof own?.id === "string" && own.id !== page.id)
    problems.push({
      ...at(page, ["id"]),
      rule: "check/id",
      severity: "error",
      message: `The id is «${own.id}», but the file is called «${page.id}.mdx».`,
      fix: "Give both the same name.",
    });
  const kind = entityKinds.find((name) => entityFolders[name] === page.folder);
  if (kind && typeof own?.kind === "string" && own.kind !== kind && entityKinds.includes(own.kind as EntityKind))
    problems.push({
      ...at(page, ["kind"]),
      rule: "check/kind",
      severity: "error",
      message: `The page is of the kind «${own.kind}», but stands among the ${page.folder}.`,
      fix: `Move it to content/${entityFolders[own.kind as EntityKind]}/, or write kind: ${kind}.`,
    });
  return problems;
}

type Reference = {folder: Folder; id: string; path: (string | number)[]};

const listed: [string, Folder][] = [
  ["bodies", "organizations"],
  ["countries", "countries"],
  ["people", "people"],
  ["places", "places"],
  ["operations", "operations"],
  ["topics", "topics"],
  ["sameAs", "events"],
  ["notSameAs", "events"],
];

// Every id a page's front matter names.
function referencesOf(page: Page): Reference[] {
  const values = page.matter().values ?? {};
  const found: Reference[] = [];
  const add = (folder: Folder, id: unknown, path: (string | number)[]) => {
    if (typeof id === "string") found.push({folder, id, path});
  };
  const each = (value: unknown, take: (item: unknown, i: number) => void) => {
    if (Array.isArray(value)) value.forEach(take);
  };
  const field = (item: unknown, name: string) =>
    typeof item === "object" && item !== null ? (item as Record<string, unknown>)[name] : undefined;
  if (page.folder === "documents") {
    for (const folder of Object.values(entityFolders) as EntityFolder[])
      each(field(values.entities, folder), (id, i) => add(folder, id, ["entities", folder, i]));
    // An event that is listed and not there was thrown away by a person; ingest remembers which it made.
    const made = new Set(Object.values(madeOf(page)));
    each(values.events, (id, i) => {
      if (!made.has(String(id))) add("events", id, ["events", i]);
    });
    return found;
  }
  for (const [name, folder] of listed) each(values[name], (id, i) => add(folder, id, [name, i]));
  each(values.organizations, (item, i) => add("organizations", field(item, "id"), ["organizations", i, "id"]));
  each(values.sources, (item, i) => add("documents", field(item, "document"), ["sources", i, "document"]));
  each(values.related, (item, i) => add("events", field(item, "event"), ["related", i, "event"]));
  each(values.members, (item, i) => add("countries", field(item, "country"), ["members", i, "country"]));
  for (const name of ["parent", "organization"]) add("organizations", values[name], [name]);
  add("places", values.seat, ["seat"]);
  return found;
}

function references(page: Page, known: Set<string>, used: Set<string>, remembered: Set<string>): Problem[] {
  return referencesOf(page).flatMap(({folder, id, path}) => {
    used.add(`${folder}/${id}`);
    // An event told to be the same as another has no page any more; its document remembers it.
    const isVerdict = path[0] === "sameAs" || path[0] === "notSameAs";
    if (known.has(`${folder}/${id}`) || (isVerdict && remembered.has(`events/${id}`))) return [];
    const field = page.matter().fields.get(String(path[0]));
    const isOld = remembered.has(`${folder}/${id}`) && field && isOurs(field, wroteOf(page.matter())[String(path[0])]);
    return [isOld ? {...missing(at(page, path), folder, id), ...willGo} : missing(at(page, path), folder, id)];
  });
}

// What ingest wrote of a page that somebody has deleted since.
const willGo = {rule: "check/thrown-away", severity: "note", fix: "Run npm run ingest."} as const;

const missing = (where: Pick<Problem, "file" | "span">, folder: Folder, id: string): Problem => ({
  ...where,
  rule: "check/no-such-page",
  severity: "error",
  message: `«${id}» is named here, but there is no content/${folder}/${id}.mdx.`,
  fix: "Correct the name, write that page, or take the name out.",
});

// Code would stop the build where it means nothing, and run where it means something; pages are text.
const foreignProblem = ({kind, words}: Foreign, where: Required<Pick<Problem, "file" | "span">>): Problem => {
  const said = words.replace(/\s+/g, " ").trim().slice(0, 40);
  return kind === "component"
    ? {
        ...where,
        rule: "check/component",
        severity: "error",
        message: `<${said}> is not a component we know.`,
        fix: "Use When, Mention, Quote or plain HTML; write a backslash before a < that is meant as a sign.",
      }
    : {
        ...where,
        rule: "check/code",
        severity: "error",
        message: `«${said}» would be run as code when the site is built.`,
        fix: "Write it as text: a backslash before a {, another word before import or export, attributes in quotation marks.",
      };
};

function bodyProblems(page: Page, known: Set<string>, used: Set<string>): Problem[] {
  const {body} = page.matter();
  const text = page.text.slice(body.start, body.end);
  const file = `content/${page.path}`;
  let tree: BodyNode;
  try {
    mdxToJs(text, {features});
    tree = mdxToMdast(text, {features}) as BodyNode;
  } catch (error) {
    const [, line = "1", column = "1", said = String(error)] =
      /^(\d+):(\d+): ([^]*?)(?: \([\w:-]+\))?$/.exec((error as Error).message) ?? [];
    const start = body.start + offsetOf(text, Number(line), Number(column));
    return [
      {
        rule: "check/mdx",
        severity: "error",
        file,
        span: {start, end: start + 1},
        message: `The text does not compile: ${said.replace(/\.$/, "")}.`,
        fix: "Close every <tag>, and write a backslash before a { or < that is meant as a sign.",
      },
    ];
  }
  const placeOf = (node: BodyNode) => {
    const start = body.start + (node.position?.start.offset ?? 0);
    return {file, span: {start, end: start + 1}};
  };
  const made = new Set(Object.values(madeOf(page)));
  const problems = foreign(tree)
    .filter(({kind}) => kind !== "element")
    .map((found) => foreignProblem(found, placeOf(found.node)));
  const walk = (node: BodyNode) => {
    const where = placeOf(node);
    const values = Object.fromEntries(
      (node.attributes ?? []).map(({name, value}) => [name ?? "", typeof value === "string" ? value : ""]),
    );
    const name = (folder: Folder, id: string) => {
      used.add(`${folder}/${id}`);
      if (known.has(`${folder}/${id}`)) return;
      problems.push(folder === "events" && made.has(id) ? thrownAway(where, id) : missing(where, folder, id));
    };
    if (node.name === "Quote") for (const id of (values.event ?? "").split(/\s+/).filter(Boolean)) name("events", id);
    if (node.name === "Mention") {
      const kind = values.kind ?? "";
      if (entityKinds.includes(kind as EntityKind)) name(entityFolders[kind as EntityKind], values.id ?? "");
      else
        problems.push({
          ...where,
          rule: "check/value",
          severity: "error",
          message: `«${kind}» is not a kind of page.`,
          fix: `Choose one of: ${entityKinds.join(", ")}.`,
        });
    }
    if (node.name === "When" && values.edtf && !isEdtf(values.edtf))
      problems.push({
        ...where,
        rule: "check/edtf",
        severity: "error",
        message: `«${values.edtf}» is not an EDTF date.`,
        fix: 'Write it like "2024-05-10" or "2024-05-10~" (about); an empty one says that the words stay unresolved.',
      });
    (node.children ?? []).forEach(walk);
  };
  walk(tree);
  return problems;
}

// A page that ingest made and somebody deleted; its marks go at the next run.
const thrownAway = (where: Pick<Problem, "file" | "span">, id: string): Problem => ({
  ...where,
  rule: "check/thrown-away",
  severity: "note",
  message: `The page of the event «${id}» was deleted; the text still marks its words.`,
  fix: "Run npm run ingest.",
});

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return Math.min(text.length, start + column - 1);
}

// A quotation and its position: if the words moved, the position follows them.
function quotations(
  page: Page,
  documentOf: (id: string) => Page | undefined,
  placed: (document: Page) => Place,
  seeds: Seeds,
  checked: Checked,
): void {
  const matter = page.matter();
  const list = matter.fields.get("sources");
  if (!list) return;
  const stands = (source: {document?: unknown; quote?: unknown; span?: unknown} | null): boolean => {
    const document = documentOf(String(source?.document));
    if (typeof source?.quote !== "string" || !document || !Array.isArray(source.span)) return false;
    const {text, within} = standing(placed(document), seeds);
    return within !== null && text.slice(...(source.span as [number, number])) === source.quote;
  };
  // Nearly always all do, and none need be looked for in the page.
  if (Array.isArray(list.value) && list.value.every(stands)) return;
  const ours = isOurs(list, wroteOf(matter).sources);
  const edits: Edit[] = [];
  memberFields(matter, "sources").forEach((source, i) => {
    const quote = source.get("quote")?.value;
    const span = source.get("span");
    const document = documentOf(String(source.get("document")?.value));
    if (typeof quote !== "string" || !quote || !document || !span || !Array.isArray(span.value)) return;
    const [start = 0, end = 0] = span.value as number[];
    const place = placed(document);
    const {file} = place;
    const {text, within} = standing(place, seeds);
    const found = within && (text.slice(start, end) === quote ? start : nearest(text, quote, start, within));
    if (found === start || (found === null && said(document).includes(flat(quote)))) return;
    const where = {file: `content/${page.path}`, span: source.get("quote")?.at ?? list.key};
    if (found === null) {
      checked.problems.push({
        ...where,
        rule: "check/quote-gone",
        severity: "error",
        message: `The quotation ${String(i + 1)} does not stand in ${within ? `its text of seeds/${file}` : `content/${document.path}`}: «${quote.slice(0, 60)}${quote.length > 60 ? "…" : ""}».`,
        fix: ours && within ? "Run npm run ingest." : "Copy the words as the text has them, or take this source out.",
      });
      return;
    }
    checked.problems.push({
      ...where,
      rule: "check/span-moved",
      severity: "warning",
      message: `The quotation ${String(i + 1)} stands at [${String(found)}, ${String(found + quote.length)}] of seeds/${file}, not at [${String(start)}, ${String(end)}].`,
      fix: ours ? "Run npm run ingest." : "npm run check -- --fix corrects the position.",
    });
    if (!ours) edits.push({span: span.at, text: flow([found, found + quote.length])});
  });
  if (edits.length) checked.repairs.push({path: page.path, before: matter.text, text: applyEdits(matter.text, edits)});
}

// Two files that one system or another takes for the same, and names a builder skips.
function twins(pages: Page[]): Problem[] {
  const seen = new Map<string, Page>();
  const keys = new Map<string, Page>();
  return pages.flatMap((page) => {
    const problems: Problem[] = [];
    const found = (rule: string, message: string, fix: string) =>
      problems.push({rule: `check/${rule}`, severity: "error", file: `content/${page.path}`, message, fix});
    const name = `${page.folder}/${page.id.normalize("NFC").toLowerCase()}`;
    const twin = seen.get(name);
    if (twin) found("same-name", `Some systems cannot tell this file from content/${twin.path}.`, "Rename one of them.");
    seen.set(name, twin ?? page);
    if (/[?#%\\:*"<>|]|[. ]$/.test(page.id) || page.id !== page.id.normalize("NFC"))
      found(
        "file-name",
        "The file's name holds signs that are lost in addresses or on other systems.",
        "Use small Latin letters, digits and hyphens.",
      );
    if (page.path !== `${page.folder}/${page.id}.mdx`)
      found(
        "subfolder",
        "The page stands in a folder of its own, where the site finds it under another name.",
        `Move it to content/${page.folder}/.`,
      );
    const first = page.key === null ? undefined : keys.get(`${page.folder} ${page.key}`);
    if (first)
      found(
        "same-origin",
        `This page and content/${first.path} both say that ingest wrote them from «${page.key ?? ""}».`,
        "If this is a copy, take its «ingest» lines out; if not, delete one.",
      );
    if (page.key !== null) keys.set(`${page.folder} ${page.key}`, first ?? page);
    return problems;
  });
}

// One name for two entities is settled by context, or not at all; a person should know of it.
function sharedNames(pages: Page[]): Problem[] {
  const owners = new Map<string, {page: Page; path: (string | number)[]}>();
  const problems: Problem[] = [];
  for (const page of pages) {
    const read = page.folder === "documents" || page.folder === "events" ? null : entitySchema.safeParse(page.matter().values);
    if (!read?.success) continue;
    const {names, short, aliases} = read.data;
    const forms: [string, (string | number)[]][] = [
      ...Object.entries(names).map(([language, text]): [string, (string | number)[]] => [text, ["names", language]]),
      ...Object.entries(short).map(([language, text]): [string, (string | number)[]] => [text, ["short", language]]),
      // Names that count only in company are meant to be shared.
      ...aliases.flatMap((alias, i): [string, (string | number)[]][] =>
        typeof alias === "string" ? [[alias, ["aliases", i]]] : alias.only ? [] : [[alias.text, ["aliases", i]]],
      ),
    ];
    for (const [text, path] of forms) {
      const key = text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
      const owner = owners.get(key);
      if (!owner) owners.set(key, {page, path});
      else if (owner.page !== page)
        problems.push({
          ...at(page, path),
          rule: "check/shared-name",
          severity: "warning",
          message: `«${text}» is also a name in content/${owner.page.path}.`,
          fix: "Take it out of one of them, or mark it «only: together» or «only: after-name».",
        });
    }
  }
  return problems;
}

function unmentioned(pages: Page[], used: Set<string>): Problem[] {
  return pages
    .filter((page) => page.folder !== "documents" && page.folder !== "events" && !used.has(`${page.folder}/${page.id}`))
    .map((page) => ({
      rule: "check/not-mentioned",
      severity: "note",
      file: `content/${page.path}`,
      message: "No document or event mentions it.",
      fix: "Nothing needs to be done: its names are still looked for in new seeds.",
    }));
}

function drafts(pages: Page[]): Problem[] {
  return pages
    .filter((page) => /^draft\b/m.test(page.head) && page.matter().values?.draft === true)
    .map((page) => ({
      ...at(page, ["draft"]),
      rule: "check/draft",
      severity: "note",
      message: "Ingest made this page from the texts alone; it waits for a person.",
      fix: "Read the name and post, correct them, and set draft: false; or delete the file, and it stays away.",
    }));
}
