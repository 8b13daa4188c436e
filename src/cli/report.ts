import {type Placed} from "../model/desk.ts";
import {place, type Problem} from "../model/problem.ts";
import {type Left} from "../store/files.ts";
import {splitKey} from "../store/names.ts";
import {type Kept, type Plan, type Step} from "../store/plan.ts";

/** What a run did, for people and for machines. */
export type Report = {
  created: string[];
  updated: {path: string; fields: string[]}[];
  removed: string[];
  kept: {path: string; line: number; column: number; field: string; theirs: unknown; ours: unknown}[];
  same: number;
  /** Events of several documents that were taken for one, and pairs that nearly were. */
  merged: {event: string; with: string; rule: string}[];
  alike: {event: string; with: string; rule: string}[];
  problems: Placed[];
};

/** Two events compared, by their keys: taken for one, or nearly. */
export type Match = {a: string; b: string; same: boolean; rule: string};

/** A step without its texts. */
export type Taken = {kind: "create" | "remove"; path: string} | {kind: "update"; path: string; fields: string[]};

export const takenOf = (step: Step): Taken =>
  step.kind === "update" ? {kind: step.kind, path: step.path, fields: step.fields} : {kind: step.kind, path: step.path};

/** `textOf` gives the text of a file by the name problems call it by. */
export function reportOf(
  plan: Plan,
  taken: Taken[],
  problems: Problem[],
  matches: Match[],
  textOf: (file: string) => string | undefined,
): Report {
  // An event that was taken in has no page: its document has.
  const named = (key: string) => {
    const event = plan.events.get(key);
    const document = plan.documents.get(splitKey(key).document);
    return event ? `content/events/${event}.mdx` : document ? `content/documents/${document}.mdx` : key;
  };
  const pairs = (same: boolean) =>
    matches.filter((match) => match.same === same).map(({a, b, rule}) => ({event: named(a), with: named(b), rule}));
  const of = (kind: Step["kind"]) => taken.filter((step) => step.kind === kind).map((step) => `content/${step.path}`);
  return {
    created: of("create"),
    updated: taken.flatMap((step) => (step.kind === "update" ? [{path: `content/${step.path}`, fields: step.fields}] : [])),
    removed: of("remove"),
    kept: plan.kept.map((kept) => keptLine(kept, textOf(`content/${kept.path}`) ?? "")),
    same: plan.same,
    merged: pairs(true),
    alike: pairs(false),
    problems: placed([...problems, ...plan.problems], textOf),
  };
}

/** What was done, when a person saved some of the pages in the meantime. */
export function reportOfWritten(report: Report, {changed, waiting}: Left): Report {
  const left = new Set([...changed, ...waiting].map((path) => `content/${path}`));
  const problems = changed.map((path): Placed => ({
    rule: "store/changed-meanwhile",
    severity: "warning",
    file: `content/${path}`,
    message: "The page was changed while ingest was at work; it was left as it is.",
    fix: "Run npm run ingest again.",
    line: null,
    column: null,
  }));
  return {
    ...report,
    created: report.created.filter((path) => !left.has(path)),
    updated: report.updated.filter(({path}) => !left.has(path)),
    removed: report.removed.filter((path) => !left.has(path)),
    same: report.same + left.size,
    problems: [...problems, ...report.problems],
  };
}

function keptLine({path, at, field, theirs, ours}: Kept, text: string): Report["kept"][number] {
  return {path: `content/${path}`, ...place(text, at.start), field, theirs, ours: ours ?? null};
}

/** Problems with line and column, errors first, in order of file and place. */
export function placed(problems: Problem[], textOf: (file: string) => string | undefined): Placed[] {
  const rank = {error: 0, warning: 1, note: 2};
  const found = problems.map((problem): Placed => {
    const text = problem.span ? textOf(problem.file) : undefined;
    const {line, column} = text !== undefined && problem.span ? place(text, problem.span.start) : {line: null, column: null};
    return {...problem, line, column};
  });
  return found.sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.span?.start ?? 0) - (b.span?.start ?? 0)),
  );
}

/** One problem as people read it: where, which rule, what is wrong, what to do. */
export function problemText(problem: Placed): string {
  const at = problem.line === null ? problem.file : `${problem.file}:${String(problem.line)}:${String(problem.column)}`;
  return [`${at}  ${problem.rule}`, `  ${problem.message}`, ...(problem.fix ? [`  ${problem.fix}`] : [])].join("\n");
}

/** Lines of one kind that people are shown at once. */
const atMost = 40;

/** The report in words. `verbose`: notes as well as errors and warnings. */
export function reportText(report: Report, {dryRun = false, verbose = false} = {}): string {
  const lines: string[] = [];
  const section = (title: string, items: string[]) => {
    const shown = verbose ? items : items.slice(0, atMost);
    const more = items.length - shown.length;
    if (items.length)
      lines.push(title, ...shown, ...(more ? [`  … and ${String(more)} more (--verbose or --json lists them)`] : []), "");
  };
  section(
    dryRun ? "Would create" : "Created",
    report.created.map((path) => `  ${path}`),
  );
  section(
    dryRun ? "Would update" : "Updated",
    report.updated.map(({path, fields}) => `  ${path}  ${fields.join(", ") || "memory"}`),
  );
  section(
    dryRun ? "Would remove (nothing in the seeds speaks for them)" : "Removed (nothing in the seeds speaks for them)",
    report.removed.map((path) => `  ${path}`),
  );
  section(
    "Kept for a person",
    report.kept.map(({path, line, column, field, theirs, ours}) => {
      const place = `  ${path}:${String(line)}:${String(column)}  `;
      if (field === "page") return `${place}nothing in the seeds speaks for it any more; delete it if you agree`;
      const [is, has] = both(theirs, ours);
      return `${place}${field}\n    is         ${is}\n    ingest has ${has}`;
    }),
  );
  section(
    "One event told twice: write «notSameAs: [the document]» into it if they are two",
    report.merged.map((pair) => `  ${pair.event}  takes in ${pair.with} (${pair.rule})`),
  );
  section(
    "Perhaps one event: write «sameAs: [the other]» into the first if so, «notSameAs» if not",
    report.alike.map((pair) => `  ${pair.event}  ${pair.with} (${pair.rule})`),
  );
  const shown = report.problems.filter((problem) => verbose || problem.severity !== "note");
  section("Not understood, or to be looked at", shown.map(problemText));
  const notes = report.problems.length - shown.length;
  const counts = [
    `${String(report.created.length)} ${dryRun ? "to create" : "created"}`,
    `${String(report.updated.length)} ${dryRun ? "to update" : "updated"}`,
    `${String(report.removed.length)} ${dryRun ? "to remove" : "removed"}`,
    `${String(report.kept.length)} kept for a person`,
    `${String(report.same)} unchanged`,
    `${String(shown.length)} to be looked at`,
    ...(notes ? [`${String(notes)} notes (--json lists them)`] : []),
  ];
  lines.push(counts.join(", ") + ".");
  return lines.join("\n");
}

/** Characters of a value that are shown, and how many of them that both values share may stand before they part. */
const SHOWN = 160;
const SHARED = 60;

/** Two values that differ as they are shown: a long one from shortly before the place where they part. */
export function both(theirs: unknown, ours: unknown): [string, string] {
  const texts = [theirs, ours].map((value) => JSON.stringify(value ?? null));
  const [a = "", b = ""] = texts;
  let parted = 0;
  while (parted < a.length && a[parted] === b[parted]) parted++;
  const from = a.length > SHOWN || b.length > SHOWN ? Math.max(0, parted - SHARED) : 0;
  const part = (text: string) => {
    const rest = text.slice(from);
    return `${from ? "…" : ""}${rest.length > SHOWN ? `${rest.slice(0, SHOWN - 1)}…` : rest}`;
  };
  return [part(a), part(b)];
}
