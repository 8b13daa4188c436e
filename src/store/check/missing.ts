import {type Problem} from "../../model/problem.ts";
import {placeIn} from "../findings.ts";
import {type Page} from "../page.ts";
import {type Folder} from "../wanted.ts";

/** Where a field of a page stands. */
export const at = (page: Page, path: (string | number)[]) => ({file: `content/${page.path}`, span: placeIn(page.matter(), path)});

/** A name of which there is no page. */
export const missing = (where: Pick<Problem, "file" | "span">, folder: Folder, id: string): Problem => ({
  ...where,
  rule: "check/no-such-page",
  severity: "error",
  message: `«${id}» is named here, but there is no content/${folder}/${id}.mdx.`,
  fix: "Correct the name, write that page, or take the name out.",
});

/** A page that ingest made and somebody deleted; its marks go at the next run. */
export const thrownAway = (where: Pick<Problem, "file" | "span">, id: string): Problem => ({
  ...where,
  rule: "check/thrown-away",
  severity: "note",
  message: `The page of the event «${id}» was deleted; the text still marks its words.`,
  fix: "Run npm run ingest.",
});
