import type {EntityKind} from "../model/entity.ts";
import type {EntityPage, EventPage, Library} from "./library.ts";

/** Whether an entity is worth a page: it is named somewhere, has a lane, or is a draft that waits for a person. */
export function hasPage(library: Library, kind: EntityKind, entity: EntityPage): boolean {
  return (
    library.eventsOf(kind, entity.id).length > 0 ||
    library.documentsOf(kind, entity.id).length > 0 ||
    (kind === "organization" && bodiesOf(library, entity.id).some((body) => hasPage(library, kind, body))) ||
    entity.lane !== null ||
    entity.draft
  );
}

const children = new WeakMap<Library, Map<string, EntityPage[]>>();

/** The bodies of an organisation. */
export function bodiesOf(library: Library, id: string): EntityPage[] {
  const kept = children.get(library);
  if (kept) return kept.get(id) ?? [];
  const byParent = new Map<string, EntityPage[]>();
  for (const entity of library.entities.organization)
    if (entity.parent && entity.parent !== entity.id)
      byParent.set(entity.parent, [...(byParent.get(entity.parent) ?? []), entity]);
  children.set(library, byParent);
  return byParent.get(id) ?? [];
}

/** Events an entity's page lists: an organisation's with those of its bodies. */
export function eventsOf(library: Library, kind: EntityKind, id: string): EventPage[] {
  if (kind !== "organization") return library.eventsOf(kind, id);
  const ids = new Set([id, ...bodiesOf(library, id).map((body) => body.id)]);
  const own = [...new Set([...ids].flatMap((each) => library.eventsOf(kind, each)))];
  return ids.size === 1 ? own : own.sort((a, b) => library.placeOf(a) - library.placeOf(b));
}
