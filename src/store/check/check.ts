import {type Problem} from "../../model/problem.ts";
import {type Span} from "../../model/span.ts";
import {placeIn, refusedYaml} from "../findings.ts";
import {pagesMadeBy} from "../memory.ts";
import {type Page} from "../page.ts";
import {unreadable} from "../plan.ts";
import {unfit} from "../proof.ts";
import {type Place, placeOf, type Seeds} from "../standing.ts";
import {bodyProblems} from "./bodies.ts";
import {formsOf, sharedNames, twins} from "./names.ts";
import {quotations} from "./quotations.ts";
import {references} from "./references.ts";
import {schemaProblems} from "./schemas.ts";
import {fits, forgetful, type Memory, quotesOf, recalled, type Sound} from "./sound.ts";

/** A page whose positions can be mended, with its new text. */
export type Repair = {path: string; text: string; before: string};

export type Checked = {problems: Problem[]; repairs: Repair[]};

/**
 * Everything that is wrong with a folder of pages, each finding at its place with what to do about it, and the pages whose
 * positions can be mended. `named`: ids that stand outside the pages, e.g. the lanes of site.yaml. `progress` is told how many
 * pages are done. A page that `memory` knows to be sound is read only where it does not fit the others any more.
 */
export function check(
  pages: Page[],
  seeds: Seeds,
  named: ReadonlySet<string> = new Set(),
  progress: (done: number) => void = () => undefined,
  memory: Memory = forgetful,
): Checked {
  const sound = recalled(pages, memory);
  const known = new Set(pages.map((page) => `${page.folder}/${page.id}`));
  const used = new Set(named);
  const documents = new Map(pages.filter((page) => page.folder === "documents").map((page) => [page.id, page]));
  const remembered = new Set([...documents.values()].flatMap(pagesMadeBy));
  const checked: Checked = {problems: [...twins(pages), ...sharedNames(pages, sound)], repairs: []};
  // Events quote documents in no order, so where those stand is found out once.
  const places = new Map<Page, Place>();
  const placed = (document: Page) => {
    const place = places.get(document) ?? sound.get(document)?.place ?? placeOf(document);
    places.set(document, place);
    return place;
  };
  for (const [i, page] of pages.entries()) {
    progress(i);
    const kept = sound.get(page);
    if (kept && fits(kept, known, (id) => documents.get(id), placed, seeds)) {
      for (const name of kept.names) used.add(name);
      continue;
    }
    const before = checked.problems.length;
    const names = new Set<string>();
    const matter = page.matter();
    if (page.folder === "documents") placed(page);
    if (!matter.values) {
      checked.problems.push(...matter.errors.map((error) => unreadable(page.path, error)));
      continue;
    }
    checked.problems.push(
      ...schemaProblems(page),
      ...refusedYaml(page.path, matter),
      ...references(page, known, names, remembered),
      ...bodyProblems(page, known, names),
    );
    for (const name of names) used.add(name);
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
    const quotes = quotesOf(page);
    if (checked.problems.length > before || !quotes) continue;
    const place = page.folder === "documents" ? placed(page) : null;
    memory.keep(page, {names: [...names], place, quotes, forms: formsOf(page), draft: draftOf(page)});
  }
  checked.problems.push(...unmentioned(pages, used), ...drafts(pages, sound));
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

function drafts(pages: Page[], sound: ReadonlyMap<Page, Sound>): Problem[] {
  return pages.flatMap((page) => {
    const kept = sound.get(page);
    const span = kept ? kept.draft : draftOf(page);
    if (span === null) return [];
    return {
      file: `content/${page.path}`,
      span,
      rule: "check/draft",
      severity: "note",
      message: "Ingest made this page from the texts alone; it waits for a person.",
      fix: "Read the name and post, correct them, and set draft: false; or delete the file, and it stays away.",
    };
  });
}

/** Where a page says that it is a draft; null: it does not. */
const draftOf = (page: Page): Span | null =>
  /^draft\b/m.test(page.head) && page.matter().values?.draft === true ? placeIn(page.matter(), ["draft"]) : null;
