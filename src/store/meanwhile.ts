import {hash} from "node:crypto";
import {pagesMadeBy} from "./memory.ts";
import {page} from "./page.ts";
import {type Step} from "./plan.ts";

/** A page's name as documents remember it: its path below `content/` without folders of its own and ending. */
export const nameOf = (path: string): string => path.replace(/^([^/]+)\/(?:.*\/)?/, "$1/").replace(/\.mdx$/, "");

/** A step whose texts are not held: what must stand in its place when it is taken, as a digest; null for no page. */
export type Planned = {kind: Step["kind"]; path: string; before: string | null};

export const planned = (step: Step): Planned => ({
  kind: step.kind,
  path: step.path,
  before: step.kind === "create" ? null : digestOf(step.before),
});

const digestOf = (text: string) => hash("sha256", text, "base64");

/**
 * Whether a step may still be taken: what stands in its place is what was planned for, so nobody saved a file since it was
 * read. `now`: the text there, null for none. `text`: gives the page's new text. `left`: names of pages that were left,
 * without which a document would remember what is not there.
 */
export function isAsPlanned(step: Planned, now: string | null, text: () => string, left: ReadonlySet<string>): boolean {
  if ((now === null ? null : digestOf(now)) !== step.before) return false;
  if (!left.size || step.kind === "remove" || !step.path.startsWith("documents/")) return true;
  return !pagesMadeBy(page("documents", step.path, text())).some((name) => left.has(name));
}
