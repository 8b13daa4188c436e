import {type Entity} from "../../model/entity.ts";
import {draftEntity} from "./draft.ts";
import {slug} from "../../model/slug.ts";
import {type Gazetteer, operationForm} from "./gazetteer.ts";
import {caseForms} from "./morphology.ts";

/** «Канала» of «Канал», «Границы без оружия» of «Граница без оружия»: the same words, whatever their case. */
export const isCaseOf = (name: string, base: string): boolean =>
  name.slice(0, 2).toLowerCase() === base.slice(0, 2).toLowerCase() && sameButCase(operationForm(name), operationForm(base));

/** The same for names without quotation marks, in small letters. */
export function sameButCase(name: string, base: string): boolean {
  if (name === base) return true;
  const [own, others] = [name.split(" "), base.split(" ")];
  return own.length === others.length && own.every((word, i) => isForm(word, others[i] ?? ""));
}

// A case changes two letters at the end at most: «Канал» and «Каналом», «Паутина» and «Паутиной», «Бросок» and «Броска».
const isForm = (word: string, base: string) =>
  word === base ||
  (word.length > 2 &&
    word.slice(0, Math.max(2, base.length - 2)) === base.slice(0, Math.max(2, base.length - 2)) &&
    caseForms(base, {proper: true}).includes(word));

/** The operation a page names so, in whatever case. */
export function paged(name: string, g: Gazetteer): Entity | undefined {
  const form = operationForm(name);
  return (
    g.operations.get(form) ??
    pagesOf(g)
      .get(form.slice(0, 3))
      ?.find(([base]) => sameButCase(form, base))?.[1]
  );
}

const pages = new WeakMap<Gazetteer, ReadonlyMap<string, readonly [string, Entity][]>>();

// The pages' operations by the first letters of their names, which no case changes.
function pagesOf(g: Gazetteer): ReadonlyMap<string, readonly [string, Entity][]> {
  const known = pages.get(g);
  if (known) return known;
  const byStart = Map.groupBy(g.operations, ([form]) => form.slice(0, 3));
  pages.set(g, byStart);
  return byStart;
}

const families = new WeakMap<Gazetteer, ReadonlySet<string>>();

/** First words of the pages' operations. */
export function familyOf(g: Gazetteer): ReadonlySet<string> {
  const known = families.get(g);
  if (known) return known;
  const family = new Set([...g.operations.keys()].map((form) => form.split(/[\s\-–—‑‒]/u)[0] ?? form));
  families.set(g, family);
  return family;
}

/** A page to be written for an operation nobody has described yet; one name, one id, whatever its dashes and year. */
export function draft(name: string): Entity {
  const base = name.replace(/(?:[\s\-–—‑]*(?:19|20)\d\d){1,2}\s*$/u, "").replace(/\s+/g, " ");
  return draftEntity("operation", slug(base), base);
}
