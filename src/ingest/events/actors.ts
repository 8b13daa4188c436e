import {type EventType} from "../../model/event.ts";
import {type Named} from "../names/read.ts";

/** Whether an organisation or one of its bodies is named. */
export const isOrganization = (n: Named) => n.entity.kind === "organization";

/** Whether someone is named who acts: an organisation or a state. */
export const isActor = (n: Named) => n.entity.kind === "organization" || n.entity.kind === "country";

/** The organisation of a name; a body counts for its own. */
export const idOf = (n: Named) => n.entity.parent ?? n.entity.id;

/** The states named, and those of the places named, each once. */
export const statesOf = (named: readonly Named[]): string[] => [
  ...new Set(
    named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : entity.kind === "place" ? entity.countries : [])),
  ),
];

/** How many entities are named. */
export const distinct = (list: readonly Named[]) => new Set(list.map((n) => n.entity.id)).size;

/** Kinds of events that people gather for. */
export const gathered = new Set<EventType>(["meeting", "exercise", "operation", "training"]);

/** Whether someone who may act is named, or the place they acted in. */
export const hasActor = (list: readonly Named[]) => list.some((n) => isActor(n) || n.entity.kind === "place");
