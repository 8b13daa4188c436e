import {type Problem} from "../model/problem.ts";
import {type Page} from "../store/page.ts";

/**
 * Why a run must not write anything, in words for a person; null when it may. Without a name, or without the seeds, it would
 * take out everything that rests on them. `seeds`: how many there are; `label`: what their folder is called.
 */
export function refusalOf(seeds: number, label: string, pages: Page[], names: Problem[]): string | null {
  const made = pages.filter((page) => page.key !== null).length;
  if (!seeds && made)
    return `There is no .txt file in ${label}, but ${String(made)} pages of content/ were made from such files. Nothing was written. Put the seeds back, or name their folder with --seeds; to begin anew, delete content/documents, content/events and the drafts.`;
  if (names.some((problem) => problem.severity === "error"))
    return "Nothing was written: without these names the texts would be read wrongly. Correct the pages, and run it again.";
  return null;
}
