import {type Problem} from "../../model/problem.ts";
import {refusedYaml} from "../findings.ts";
import {pagesMadeBy} from "../memory.ts";
import {type Page} from "../page.ts";
import {unreadable} from "../plan.ts";
import {unfit} from "../proof.ts";
import {type Place, placeOf, type Seeds} from "../standing.ts";
import {bodyProblems} from "./bodies.ts";
import {at} from "./missing.ts";
import {sharedNames, twins} from "./names.ts";
import {quotations} from "./quotations.ts";
import {references} from "./references.ts";
import {schemaProblems} from "./schemas.ts";

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
