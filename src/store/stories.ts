import {type Problem} from "../model/problem.ts";
import {storySchema} from "../model/schema.ts";
import {readViewText} from "../model/view-address.ts";
import {unreadable} from "./plan.ts";
import {findings, placeIn, refusedYaml} from "./findings.ts";
import {type Matter, readMatter} from "./frontmatter.ts";

/** A story's page as it stands; `path` is below the content folder. */
export type Story = {path: string; text: string};

/** What is wrong with stories. `known`: every page there is, as `folder/id`; `languages`: those of the site. */
export function checkStories(stories: readonly Story[], known: ReadonlySet<string>, languages: readonly string[]): Problem[] {
  return stories.flatMap(({path, text}) => {
    const matter = readMatter(text);
    if (!matter.values) return matter.errors.map((error) => unreadable(path, error));
    const read = storySchema.safeParse(matter.values);
    const at = placer(path, matter);
    const problems = refusedYaml(path, matter);
    if (!read.success) problems.push(...findings(path, matter, read.error.issues));
    const {title, lead, steps} = matter.values as {title?: unknown; lead?: unknown; steps?: unknown};
    problems.push(...untranslated(title, languages, at(["title"])), ...untranslated(lead, languages, at(["lead"])));
    each(steps, (step, i) => {
      const {title, view, sentences} = step;
      problems.push(...untranslated(title, languages, at(["steps", i, "title"])));
      if (typeof view === "string") problems.push(...viewProblems(view, at(["steps", i, "view"]), text, known));
      each(sentences, ({text: words, events}, j) => {
        problems.push(...untranslated(words, languages, at(["steps", i, "sentences", j, "text"])));
        if (!Array.isArray(events)) return;
        events.forEach((id, k) => {
          if (typeof id === "string" && !known.has(`events/${id}`))
            problems.push(missing(at(["steps", i, "sentences", j, "events", k]), "events", id));
        });
      });
    });
    const body = text.slice(matter.body.start, matter.body.end);
    if (body.trim()) problems.push(unshown(path, matter, body));
    return problems;
  });
}

type Place = Required<Pick<Problem, "file" | "span">>;

const placer =
  (path: string, matter: Matter) =>
  (way: (string | number)[]): Place => ({file: `content/${path}`, span: placeIn(matter, way)});

function each(list: unknown, take: (item: Record<string, unknown>, i: number) => void): void {
  if (!Array.isArray(list)) return;
  list.forEach((item: unknown, i) => {
    if (typeof item === "object" && item !== null) take(item as Record<string, unknown>, i);
  });
}

function viewProblems(view: string, where: Place, text: string, known: ReadonlySet<string>): Problem[] {
  const {faults, names} = readViewText(view);
  const place = (words: string): Place => {
    const at = text.slice(where.span.start, where.span.end).indexOf(words);
    if (at < 0 || !words) return where;
    return {...where, span: {start: where.span.start + at, end: where.span.start + at + words.length}};
  };
  return [
    ...faults.map(({words, message, fix}): Problem => ({...place(words), rule: "check/view", severity: "error", message, fix})),
    ...names
      .filter(({folder, id}) => !known.has(`${folder}/${id}`))
      .map(({words, folder, id}) => missing(place(words), folder, id)),
  ];
}

const missing = (where: Place, folder: string, id: string): Problem => ({
  ...where,
  rule: "check/no-such-page",
  severity: "error",
  message: `«${id}» is named here, but there is no content/${folder}/${id}.mdx.`,
  fix: "Correct the name, or take it out; npm run ingest may have given the page another.",
});

function untranslated(texts: unknown, languages: readonly string[], where: Place): Problem[] {
  if (typeof texts !== "object" || texts === null) return [];
  const lacking = languages.filter((language) => !(texts as Record<string, unknown>)[language]);
  if (!lacking.length) return [];
  return [
    {
      ...where,
      rule: "check/not-translated",
      severity: "warning",
      message: `These words are not there in: ${lacking.join(", ")}.`,
      fix: "Write them; until then the page shows another language's.",
    },
  ];
}

const unshown = (path: string, matter: Matter, body: string): Problem => {
  const start = matter.body.start + (body.length - body.trimStart().length);
  return {
    rule: "check/not-shown",
    severity: "warning",
    file: `content/${path}`,
    span: {start, end: start + 1},
    message: "A story is told by its steps; what stands below them is not shown.",
    fix: "Make it a step, or move it to «notes».",
  };
};
