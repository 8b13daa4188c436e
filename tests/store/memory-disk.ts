import {type Page, page} from "../../src/store/page.ts";
import {type Plan, planWrites, type Records, speaksForItself} from "../../src/store/plan.ts";
import {type Folder} from "../../src/store/wanted.ts";

/** A content folder held in memory: texts by path. */
export type Content = Map<string, string>;

export const pagesOf = (content: Content): Page[] =>
  [...content].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => readPage(path, text));

// A page is a value: one that did not change since the last run need not be parsed again.
const read = new Map<string, Page>();
function readPage(path: string, text: string): Page {
  const known = read.get(path);
  if (known?.text === text) return known;
  const fresh = page(path.split("/")[0] as Folder, path, text);
  read.set(path, fresh);
  return fresh;
}

/** One run over records: plans and takes the steps, all or the first few. */
export function ingestInto(content: Content, records: Records, steps = Infinity): Plan {
  const pages = pagesOf(content);
  // As ingest does: a person whose page somebody has touched is known and no draft any more.
  const known = new Set(pages.filter(speaksForItself).map((p) => p.id));
  const entities = records.entities.filter((entity) => !known.has(entity.id));
  const plan = planWrites({...records, entities}, pages, {unread: new Set(), parents: new Map()});
  for (const step of plan.steps.slice(0, steps))
    if (step.kind === "remove") content.delete(step.path);
    else content.set(step.path, step.text);
  return plan;
}
