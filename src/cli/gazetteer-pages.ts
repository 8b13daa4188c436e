import {join} from "node:path";
import {type Gazetteer, gazetteer} from "../ingest/names/gazetteer.ts";
import {entityFolders} from "../model/entity.ts";
import {type Problem} from "../model/problem.ts";
import {entitiesOf} from "../store/entities.ts";
import {pagesIn, textOf} from "../store/files.ts";
import {type Page, page} from "../store/page.ts";

/** The names that the pages of a content folder tell of. */
export function namesIn(content: string): {names: Gazetteer; problems: Problem[]} {
  const {entities, problems} = entitiesOf(entityPages(content));
  return {names: gazetteer(entities), problems};
}

// The gazetteer's pages alone: of documents and events there may be many thousands.
const entityPages = (content: string): Page[] =>
  Object.values(entityFolders).flatMap((folder) =>
    pagesIn(content, folder).map((name) => page(folder, `${folder}/${name}`, textOf(join(content, folder, name)))),
  );
