import {type EntityKind} from "../model/entity.ts";
import {headOf} from "./lanes.ts";
import {type EntityPage, type EventPage, type Library, named} from "./library.ts";

/** All names of an entity, in every language, with its aliases that stand alone. */
export const allNames = ({names, short, aliases}: EntityPage): string[] => [
  ...Object.values(names),
  ...Object.values(short),
  ...aliases.flatMap((alias) => (typeof alias === "string" ? alias : alias.only ? [] : alias.text)),
];

/** Names by which an event may be looked for: those of its organisations, countries, people, operations and places. */
export function eventNames(library: Library, event: EventPage): string[] {
  const kinds: EntityKind[] = ["organization", "country", "person", "operation", "place"];
  return kinds.flatMap((kind) => {
    const ids = named(event, kind).flatMap((id) => (kind === "organization" ? [id, headOf(library, id)] : [id]));
    return [...new Set(ids)].flatMap((id) => {
      const entity = library.entity(kind, id);
      return entity ? allNames(entity) : [];
    });
  });
}
