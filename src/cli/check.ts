import {hash} from "node:crypto";
import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {parseDocument} from "yaml";
import {knowLanguages} from "./languages.ts";
import {type Placed} from "../model/desk.ts";
import {type Problem} from "../model/problem.ts";
import {siteSchema, type SiteMatter} from "../model/schema.ts";
import {type Span} from "../model/span.ts";
import {check} from "../store/check/check.ts";
import {apply, lookUpPages, readStories, strayFiles, textOf} from "../store/files.ts";
import {findings, placeIn} from "../store/findings.ts";
import {type Matter} from "../store/frontmatter.ts";
import {type Page} from "../store/page.ts";
import {type Seeds} from "../store/standing.ts";
import {checkStories} from "../store/stories.ts";
import {valuesOf} from "../store/yaml-faults.ts";
import {soundPages} from "./check-cache.ts";
import {versionOf} from "./kept-pages.ts";
import {lock} from "./lock.ts";
import {progress} from "./progress.ts";
import {placed, problemText} from "./report.ts";
import {seedFiles} from "./seed-files.ts";
import {root} from "./site.ts";

const help = `npm run check -- [options]
Reads every page of content/ and says what is wrong, where, and what to do about it.

  --fix            correct positions of quotations that have moved
  --json           print the findings as JSON
  --verbose        print notes as well
  --content DIR    check another folder (content)
  --seeds DIR      compare quotations with other seeds (seeds)`;

const flag = {type: "boolean", default: false} as const;

/** `npm run check`: exit code 1 when there is an error. `told` is given what was found, and the pages it was found in. */
export async function run(args: string[], told?: (found: Placed[], pages: Page[]) => void): Promise<number> {
  await knowLanguages();
  const {values: options} = parseArgs({
    args,
    options: {
      fix: flag,
      json: flag,
      verbose: flag,
      help: {...flag, short: "h"},
      content: {type: "string", default: "content"},
      seeds: {type: "string", default: "seeds"},
    },
  });
  if (options.help) {
    console.log(help);
    return Promise.resolve(0);
  }
  const content = resolve(options.content);
  if (!existsSync(content)) {
    console.error(`There is no folder ${options.content}.`);
    return Promise.resolve(1);
  }
  const pages = lookUpPages(content);
  const seeds = seedTexts(resolve(options.seeds));
  const site = readSite(join(content, "site.yaml"));
  const bar = progress("Checking page", pages.length);
  const memory = soundPages(
    resolve(".cache/check", `${hash("sha256", content).slice(0, 12)}.json`),
    versionOf(["package-lock.json", "src/model", "src/store"].map((path) => join(root, path))),
  );
  const {problems, repairs} = check(pages, seeds, new Set(site.lanes.map((id) => `organizations/${id}`)), bar.at, memory);
  memory.leave();
  bar.end();
  problems.push(...strayFiles(content).map(notAPage));
  const stories = readStories(content);
  const known = new Set(pages.map((page) => `${page.folder}/${page.id}`));
  problems.push(...checkStories(stories, known, site.languages));
  for (const [i, id] of site.lanes.entries())
    if (!pages.some((page) => page.folder === "organizations" && page.id === id))
      problems.push({
        rule: "check/no-such-page",
        severity: "error",
        file: "content/site.yaml",
        span: site.place(["lanes", i]),
        message: `The lane «${id}» has no content/organizations/${id}.mdx.`,
        fix: "Correct the name or write that page.",
      });

  const mended = new Set<string>();
  if (options.fix && repairs.length) {
    const unlock = lock(join(content, ".ingest.lock"));
    try {
      const {changed} = await apply(
        content,
        repairs.map((repair) => ({kind: "update" as const, fields: ["sources"], ...repair})),
      );
      for (const {path} of repairs) if (!changed.includes(path)) mended.add(`content/${path}`);
    } finally {
      unlock();
    }
  }
  const left = [...site.problems, ...problems].filter(
    (problem) => !(problem.rule === "check/span-moved" && mended.has(problem.file)),
  );
  const byFile = new Map<string, {text: string}>([["content/site.yaml", site]]);
  for (const page of [...pages, ...stories]) byFile.set(`content/${page.path}`, page);
  const found = placed(left, (file) => byFile.get(file)?.text);
  print(found, [...mended], pages.length + stories.length, options);
  told?.(found, pages);
  return Promise.resolve(left.some((problem) => problem.severity === "error") ? 1 : 0);
}

const notAPage = (path: string): Problem => ({
  rule: "check/not-a-page",
  severity: "warning",
  file: `content/${path}`,
  message: "Nobody reads this file: pages are files of the known folders that end in .mdx.",
  fix: "Rename it, or move it out of content/.",
});

function print(found: Placed[], mended: string[], pages: number, {json, verbose}: {json: boolean; verbose: boolean}): void {
  if (json) {
    console.log(JSON.stringify({pages, mended, problems: found}, null, 2));
    return;
  }
  const of = (severity: Problem["severity"]) => found.filter((problem) => problem.severity === severity);
  for (const problem of [...of("error"), ...of("warning"), ...(verbose ? of("note") : [])])
    console.log(`${problemText(problem)}\n`);
  const waiting = found.filter((problem) => problem.rule === "check/draft");
  if (waiting.length && !verbose)
    console.log(["Drafts that wait for a person", ...waiting.map((problem) => `  ${problem.file}`), ""].join("\n"));
  for (const file of mended) console.log(`mended  ${file}`);
  const notes = of("note").length;
  console.log(
    `${String(pages)} pages: ${String(of("error").length)} errors, ${String(of("warning").length)} warnings, ${String(notes)} notes${notes && !verbose ? " (--verbose shows them)" : ""}.`,
  );
}

function seedTexts(folder: string): Seeds {
  const byFile = new Map(seedFiles(folder).seeds.map((seed) => [seed.file, seed]));
  return {get: (file) => byFile.get(file)?.text};
}

/** What of site.yaml is checked, and where a value of it stands. */
type Site = {
  text: string;
  lanes: string[];
  languages: string[];
  problems: Problem[];
  place: (path: (string | number)[]) => Span;
};

function readSite(path: string): Site {
  const place = () => ({start: 0, end: 0});
  if (!existsSync(path)) {
    const problem: Problem = {
      rule: "check/site",
      severity: "error",
      file: "content/site.yaml",
      message: "There is no site.yaml.",
      fix: "Copy it from the project and write your own title in it.",
    };
    return {text: "", lanes: [], languages: [], problems: [problem], place};
  }
  const text = textOf(path);
  const document = parseDocument(text, {prettyErrors: false});
  const {values, faults} = valuesOf(document);
  if (faults.length)
    return {
      text,
      lanes: [],
      languages: [],
      place,
      problems: faults.map(({message, fix, span}) => ({
        rule: "check/site",
        severity: "error",
        file: "content/site.yaml",
        span,
        message: `The file cannot be read: ${message}.`,
        fix,
      })),
    };
  const read = siteSchema.safeParse(values);
  const whole = {start: 0, end: text.length};
  const matter = {
    text,
    values: {},
    fields: new Map(),
    memory: new Map(),
    yaml: whole,
    body: {start: text.length, end: text.length},
    comments: 0,
    errors: [],
  };
  return {
    text,
    lanes: read.success ? read.data.lanes : [],
    languages: read.success ? read.data.languages : [],
    problems: read.success ? unspoken(read.data, matter) : findings("site.yaml", matter, read.error.issues),
    place: (path) => placeIn(matter, path),
  };
}

// A language is a file of its tag, or of its base language's.
const hasWords = (tag: string) =>
  [tag, tag.split("-")[0] ?? ""].some((name) =>
    existsSync(fileURLToPath(new URL(`../i18n/${name.toLowerCase()}.ts`, import.meta.url))),
  );

// Languages that are allowed, but in which something is not said.
function unspoken({title, heading, lead, languages}: SiteMatter, matter: Matter): Problem[] {
  const warn = (path: (string | number)[], message: string, fix: string): Problem => ({
    rule: "check/not-translated",
    severity: "warning",
    file: "content/site.yaml",
    span: placeIn(matter, path),
    message,
    fix,
  });
  const wordless = languages.flatMap((language, i) =>
    hasWords(language)
      ? []
      : [
          warn(
            ["languages", i],
            `The interface has no words in «${language}» and speaks English there.`,
            "Write them in src/i18n.",
          ),
        ],
  );
  const untold = Object.entries({title, heading, lead}).flatMap(([name, texts]) => {
    const lacking = languages.filter((language) => !texts[language]);
    if (!lacking.length) return [];
    return [
      warn([name], `«${name}» is not there in: ${lacking.join(", ")}.`, "Write it; until then another language's is shown."),
    ];
  });
  return [...wordless, ...untold];
}
