import type {EntityKind} from "../model/entity.ts";
import {headOf} from "./lanes.ts";
import {type DocumentPage, type EntityPage, type EventPage, fields, type Library, named} from "./library.ts";

const kinds: EntityKind[] = ["organization", "country", "person", "operation", "place"];

/** All names of an entity, in every language, with its aliases that stand alone. */
export const allNames = ({names, short, aliases}: EntityPage): string[] => [
  ...Object.values(names),
  ...Object.values(short),
  ...aliases.flatMap((alias) => (typeof alias === "string" ? alias : alias.only ? [] : alias.text)),
];

/** Names by which an event may be looked for: those of its organisations, countries, people, operations and places. */
export const eventNames = (library: Library, event: EventPage): string[] =>
  kinds.flatMap((kind) => namesOf(library, kind, named(event, kind)));

/** The same of a document: those of what it names. */
export const documentNames = (library: Library, {entities}: DocumentPage): string[] =>
  kinds.flatMap((kind) => namesOf(library, kind, entities[fields[kind]]));

/** Names by which a body or a person is looked for beside their own: those of their organisation. */
export function headNames(library: Library, {kind, id, organization}: EntityPage): string[] {
  const head = kind === "organization" ? headOf(library, id) : organization;
  return head && head !== id ? namesOf(library, "organization", [head]) : [];
}

function namesOf(library: Library, kind: EntityKind, ids: readonly string[]): string[] {
  const all = kind === "organization" ? ids.flatMap((id) => [id, headOf(library, id)]) : ids;
  return [...new Set(all)].flatMap((id) => {
    const entity = library.entity(kind, id);
    return entity ? allNames(entity) : [];
  });
}
