import {splitKey} from "./names.ts";
import {madeOf, type Page} from "./page.ts";

/** Pairs of event keys: told by a person to be one event, or to be two. */
export type Verdicts = {sameAs: [string, string][]; notSameAs: [string, string][]};

/**
 * What people wrote into `sameAs` and `notSameAs`, as keys of records; pages that are gone are known from the documents' memory.
 * An event that was taken in before it had a page is kept apart by the name of its document.
 */
export function verdictsOf(pages: Page[]): Verdicts {
  const judged = pages.filter((page) => page.folder === "events" && page.key !== null && page.isJudged);
  const verdicts: Verdicts = {sameAs: [], notSameAs: []};
  if (!judged.length) return verdicts;
  const keys = new Map(pages.flatMap((page) => (page.folder === "documents" ? remembered(page) : [])));
  for (const page of pages) if (page.folder === "events" && page.key !== null) keys.set(page.id, page.key);
  const documents = new Map(
    pages.flatMap((page) => (page.folder === "documents" && page.key !== null ? [[page.id, page.key]] : [])),
  );
  for (const page of judged)
    for (const name of ["sameAs", "notSameAs"] as const)
      for (const id of idsOf(page, name)) {
        const other = keys.get(id) ?? (name === "notSameAs" ? documents.get(id) : undefined);
        if (other !== undefined && page.key !== null) verdicts[name].push([page.key, other]);
      }
  return verdicts;
}

/** Ids of events that a person declared to be others: their pages go, and must not come back. */
export const joinedIds = (pages: Page[]): Set<string> =>
  new Set(pages.flatMap((page) => (page.folder === "events" && page.isJudged ? idsOf(page, "sameAs") : [])));

function idsOf(page: Page, name: string): string[] {
  const ids = page.matter().values?.[name];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
}

function remembered(page: Page): [string, string][] {
  return Object.entries(madeOf(page)).map(([rest, id]) => [id, splitKey(rest).document ? rest : (page.key ?? "") + rest]);
}
