import {pagesMadeBy} from "./memory.ts";
import {page} from "./page.ts";
import {type Step} from "./plan.ts";

/** A page's name as documents remember it: its path below `content/` without folders of its own and ending. */
export const nameOf = (path: string): string => path.replace(/^([^/]+)\/(?:.*\/)?/, "$1/").replace(/\.mdx$/, "");

/**
 * Whether a step may still be taken: what stands in its place is what was planned for, so nobody saved a file since it was
 * read. `now`: the text there, null for none. `left`: names of pages that were left, without which a document would remember
 * what is not there.
 */
export function isAsPlanned(step: Step, now: string | null, left: ReadonlySet<string>): boolean {
  if (now !== (step.kind === "create" ? null : step.before)) return false;
  if (!left.size || step.kind === "remove" || !step.path.startsWith("documents/")) return true;
  return !pagesMadeBy(page("documents", step.path, step.text)).some((name) => left.has(name));
}
