import {entityFolders, entityKinds, type EntityKind} from "../../model/entity.ts";
import {type Problem} from "../../model/problem.ts";
import {documentSchema, entitySchema, eventSchema} from "../../model/schema.ts";
import {findings} from "../findings.ts";
import {type Page} from "../page.ts";
import {at} from "./missing.ts";

/** What a page's front matter may not say, and a page that stands where it does not belong. */
export function schemaProblems(page: Page): Problem[] {
  const schema = page.folder === "documents" ? documentSchema : page.folder === "events" ? eventSchema : entitySchema;
  const read = schema.safeParse(page.matter().values);
  const problems = read.success ? [] : findings(page.path, page.matter(), read.error.issues);
  const own = page.matter().values;
  if (page.folder !== "documents" && page.folder !== "events" && typeof own?.id === "string" && own.id !== page.id)
    problems.push({
      ...at(page, ["id"]),
      rule: "check/id",
      severity: "error",
      message: `The id is «${own.id}», but the file is called «${page.id}.mdx».`,
      fix: "Give both the same name.",
    });
  const kind = entityKinds.find((name) => entityFolders[name] === page.folder);
  if (kind && typeof own?.kind === "string" && own.kind !== kind && entityKinds.includes(own.kind as EntityKind))
    problems.push({
      ...at(page, ["kind"]),
      rule: "check/kind",
      severity: "error",
      message: `The page is of the kind «${own.kind}», but stands among the ${page.folder}.`,
      fix: `Move it to content/${entityFolders[own.kind as EntityKind]}/, or write kind: ${kind}.`,
    });
  return problems;
}
