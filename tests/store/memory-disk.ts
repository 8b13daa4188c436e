import {refusalOf} from "../../src/cli/refusal.ts";
import {entitiesOf} from "../../src/store/entities.ts";
import {isAsPlanned, nameOf, planned} from "../../src/store/meanwhile.ts";
import {type Page, page} from "../../src/store/page.ts";
import {type Plan, planWrites, type Records, type Step} from "../../src/store/plan.ts";
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

/** What happens around a run: how many steps it takes before it dies, seeds that cannot be read, what a person does meanwhile. */
export type Around = {steps?: number; unread?: string[]; meanwhile?: () => void};

/** One run over records: plans and takes the steps, all or the first few. */
export function ingestInto(
  content: Content,
  records: Records,
  {steps = Infinity, unread = [], meanwhile}: Around = {},
): Plan & {steps: Step[]} {
  const pages = pagesOf(content);
  // As ingest does: a person whose page somebody has touched is known and no draft any more, and without names nothing is read.
  const {entities: known, problems} = entitiesOf(pages);
  if (refusalOf(1, "seeds", pages, problems) !== null)
    return {steps: [], kept: [], problems, same: pages.length, events: new Map(), documents: new Map()};
  const ids = new Set(known.map((entity) => entity.id));
  const entities = records.entities.filter((entity) => !ids.has(entity.id));
  const plan = whole(planWrites({...records, entities}, pages, {unread: new Set(unread), parents: new Map()}));
  meanwhile?.();
  const left = new Set<string>();
  for (const step of plan.steps.slice(0, steps))
    if (!isAsPlanned(planned(step), content.get(step.path) ?? null, () => ("text" in step ? step.text : ""), left))
      left.add(nameOf(step.path));
    else if (step.kind === "remove") content.delete(step.path);
    else content.set(step.path, step.text);
  return plan;
}

/** A plan with all its steps. */
export function whole(plan: Generator<Step, Plan>): Plan & {steps: Step[]} {
  const steps: Step[] = [];
  for (;;) {
    const {done, value} = plan.next();
    if (done) return {...value, steps};
    steps.push(value);
  }
}
