import {type EntityFolder, entityFolders} from "../../model/entity.ts";
import {type Problem} from "../../model/problem.ts";
import {isOurs, madeOf, type Page, wroteOf} from "../page.ts";
import {type Folder} from "../wanted.ts";
import {at, missing} from "./missing.ts";

type Reference = {folder: Folder; id: string; path: (string | number)[]};

const listed: [string, Folder][] = [
  ["bodies", "organizations"],
  ["countries", "countries"],
  ["people", "people"],
  ["places", "places"],
  ["operations", "operations"],
  ["topics", "topics"],
  ["sameAs", "events"],
  ["notSameAs", "events"],
];

// Every id a page's front matter names.
function referencesOf(page: Page): Reference[] {
  const values = page.matter().values ?? {};
  const found: Reference[] = [];
  const add = (folder: Folder, id: unknown, path: (string | number)[]) => {
    if (typeof id === "string") found.push({folder, id, path});
  };
  const each = (value: unknown, take: (item: unknown, i: number) => void) => {
    if (Array.isArray(value)) value.forEach(take);
  };
  const field = (item: unknown, name: string) =>
    typeof item === "object" && item !== null ? (item as Record<string, unknown>)[name] : undefined;
  if (page.folder === "documents") {
    for (const folder of Object.values(entityFolders) as EntityFolder[])
      each(field(values.entities, folder), (id, i) => add(folder, id, ["entities", folder, i]));
    // An event that is listed and not there was thrown away by a person; ingest remembers which it made.
    const made = new Set(Object.values(madeOf(page)));
    each(values.events, (id, i) => {
      if (!made.has(String(id))) add("events", id, ["events", i]);
    });
    return found;
  }
  for (const [name, folder] of listed) each(values[name], (id, i) => add(folder, id, [name, i]));
  each(values.organizations, (item, i) => add("organizations", field(item, "id"), ["organizations", i, "id"]));
  each(values.sources, (item, i) => add("documents", field(item, "document"), ["sources", i, "document"]));
  each(values.related, (item, i) => add("events", field(item, "event"), ["related", i, "event"]));
  each(values.members, (item, i) => add("countries", field(item, "country"), ["members", i, "country"]));
  for (const name of ["parent", "organization"]) add("organizations", values[name], [name]);
  add("places", values.seat, ["seat"]);
  return found;
}

/** Ids of a page's front matter that name no page; all of them are added to `used`. */
export function references(page: Page, known: Set<string>, used: Set<string>, remembered: Set<string>): Problem[] {
  return referencesOf(page).flatMap(({folder, id, path}) => {
    used.add(`${folder}/${id}`);
    // An event told to be the same as another has no page any more; its document remembers it.
    const isVerdict = path[0] === "sameAs" || path[0] === "notSameAs";
    const isApart = path[0] === "notSameAs" && known.has(`documents/${id}`);
    if (known.has(`${folder}/${id}`) || isApart || (isVerdict && remembered.has(`events/${id}`))) return [];
    const field = page.matter().fields.get(String(path[0]));
    const isOld = remembered.has(`${folder}/${id}`) && field && isOurs(field, wroteOf(page.matter())[String(path[0])]);
    return [isOld ? {...missing(at(page, path), folder, id), ...willGo} : missing(at(page, path), folder, id)];
  });
}

// What ingest wrote of a page that somebody has deleted since.
const willGo = {rule: "check/thrown-away", severity: "note", fix: "Run npm run ingest."} as const;
