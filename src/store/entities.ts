import {type Entity, entityKinds, entityFolders, toEntity} from "../model/entity.ts";
import {type Problem} from "../model/problem.ts";
import {entitySchema} from "../model/schema.ts";
import {findings} from "./findings.ts";
import {readValues} from "./frontmatter.ts";
import {type Page} from "./page.ts";
import {speaksForItself, unreadable} from "./plan.ts";

const entityFolder = new Set<string>(entityKinds.map((kind) => entityFolders[kind]));

/** The gazetteer: the entities that the pages tell of, and what is wrong with pages that could not be read. */
export function entitiesOf(pages: Page[]): {entities: Entity[]; problems: Problem[]} {
  const entities: Entity[] = [];
  const problems: Problem[] = [];
  for (const page of pages) {
    if (!entityFolder.has(page.folder) || !speaksForItself(page)) continue;
    const plain = page.key === null ? entitySchema.safeParse(readValues(page.text)) : null;
    if (plain?.success) {
      entities.push(toEntity(plain.data));
      continue;
    }
    const matter = page.matter();
    if (!matter.values) {
      problems.push(...matter.errors.map((error) => unreadable(page.path, error)));
      continue;
    }
    const read = entitySchema.safeParse(matter.values);
    if (read.success) entities.push(toEntity(read.data));
    else problems.push(...findings(page.path, matter, read.error.issues));
  }
  return {entities, problems};
}
