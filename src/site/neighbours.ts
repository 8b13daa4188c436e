import type {Relation} from "../model/event.ts";
import {entityKinds, type EntityKind} from "../model/entity.ts";
import {setKey} from "./chronicle.ts";
import {headOf} from "./lanes.ts";
import {compareText, type EntityPage, type EventPage, type Library, named} from "./library.ts";

/** An event among those of exactly the same participants, in order of time: its place from 1, and those beside it. */
export type Neighbours = {n: number; of: number; before: EventPage | null; after: EventPage | null};

type InSet = {list: EventPage[]; i: number};

const sets = new WeakMap<Library, Map<EventPage, InSet>>();

/** Each event's place among those of its exact set of organisations, in order of time. */
function bySet(library: Library): Map<EventPage, InSet> {
  const kept = sets.get(library);
  if (kept) return kept;
  const groups = new Map<string, EventPage[]>();
  const places = new Map<EventPage, InSet>();
  for (const event of library.events) {
    const key = setKey(library, event);
    const list = groups.get(key) ?? [];
    groups.set(key, list);
    places.set(event, {list, i: list.push(event) - 1});
  }
  sets.set(library, places);
  return places;
}

export function neighbours(library: Library, event: EventPage): Neighbours {
  const {list, i} = bySet(library).get(event) ?? {list: [event], i: 0};
  return {n: i + 1, of: list.length, before: list[i - 1] ?? null, after: list[i + 1] ?? null};
}

/** Events tied to this one by a named relation, from either side. */
export function related(library: Library, event: EventPage): {relation: Relation; side: "out" | "back"; event: EventPage}[] {
  const out = event.related.flatMap(({event: id, relation}) => {
    const other = library.event(id);
    return other ? [{relation, side: "out" as const, event: other}] : [];
  });
  const back = (byTarget(library).get(event.id) ?? []).map((tie) => ({...tie, side: "back" as const}));
  return [...out, ...back];
}

const targets = new WeakMap<Library, Map<string, {relation: Relation; event: EventPage}[]>>();

function byTarget(library: Library) {
  const kept = targets.get(library);
  if (kept) return kept;
  const ties = new Map<string, {relation: Relation; event: EventPage}[]>();
  for (const event of library.events)
    for (const {event: target, relation} of event.related) ties.set(target, [...(ties.get(target) ?? []), {relation, event}]);
  targets.set(library, ties);
  return ties;
}

/** Entities named in the same events, most often first; bodies count for their organisation, itself is left out. */
export function alongside(
  library: Library,
  events: readonly EventPage[],
  self: {kind: EntityKind; id: string},
): {kind: EntityKind; entity: EntityPage; count: number}[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    const keys = entityKinds.flatMap((kind) =>
      named(event, kind).map((id) => `${kind}/${kind === "organization" ? headOf(library, id) : id}`),
    );
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const own = self.kind === "organization" ? headOf(library, self.id) : self.id;
  counts.delete(`${self.kind}/${own}`);
  return [...counts]
    .flatMap(([key, count]) => {
      const slash = key.indexOf("/");
      const kind = key.slice(0, slash) as EntityKind;
      const entity = library.entity(kind, key.slice(slash + 1));
      return entity ? [{kind, entity, count}] : [];
    })
    .sort((a, b) => b.count - a.count || compareText(a.entity.id, b.entity.id));
}
