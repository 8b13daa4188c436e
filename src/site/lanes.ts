import {messages} from "../i18n/messages.ts";
import {type Lane, OTHERS, STATES, type TimelineItem} from "../timeline/item.ts";
import {laneOrder, OWN_LANES} from "../timeline/lanes.ts";
import type {Addresses} from "./address.ts";
import type {EntityPage, EventPage, Library} from "./library.ts";
import {shortOf} from "./wording.ts";

/** Organisations that have a lane of their own, in the order of site.yaml. */
export const ownLanes = (library: Library): string[] =>
  library.site.lanes.filter((id) => library.entity("organization", id)).slice(0, OWN_LANES);

/** An organisation and those it is a body of, the nearest first. Chains of bodies end, even in a ring. */
export function chainOf(library: Library, id: string): string[] {
  const chain = [id];
  for (let at = id; chain.length < 9;) {
    const parent = library.entity("organization", at)?.parent;
    if (!parent || parent === at) break;
    chain.push((at = parent));
  }
  return chain;
}

/** The organisation that a body counts for; itself where it is no body. */
export const headOf = (library: Library, id: string): string => chainOf(library, id).at(-1) ?? id;

/** Organisations that take part in an event, each once; bodies stand for their organisation. */
export function participants(library: Library, event: EventPage): string[] {
  return [...new Set([...event.organizations.map(({id}) => id), ...event.bodies].map((id) => headOf(library, id)))];
}

/** Ids of the lanes an event stands on; the states' lane where no organisation takes part. */
export function lanesOf(library: Library, event: EventPage): string[] {
  const own = new Set(ownLanes(library));
  const all = participants(library, event);
  if (!all.length) return [STATES];
  return [...new Set(all.map((id) => (own.has(id) ? id : OTHERS)))];
}

/** Organisations that take part and have no lane of their own. */
export function foldedOf(library: Library, event: EventPage): string[] {
  const own = new Set(ownLanes(library));
  return participants(library, event).filter((id) => !own.has(id));
}

/** The lanes of a page in the order they are drawn, only those that events use; `keep` are drawn even when empty. */
export function laneRows(
  library: Library,
  items: readonly Pick<TimelineItem, "lanes">[],
  language: string,
  to: Addresses,
  keep: readonly string[] = ownLanes(library),
): Lane[] {
  const used = new Set([...keep, ...items.flatMap(({lanes}) => lanes)]);
  const ids = [...ownLanes(library), OTHERS, STATES].filter((id) => used.has(id));
  const order = library.site.keepLaneOrder ? ids : laneOrder(ids, items);
  return order.map((id) => laneRow(library, id, language, to));
}

function laneRow(library: Library, id: string, language: string, to: Addresses): Lane {
  const words = messages(language).timeline;
  if (id === STATES) return {id, name: words.states, shape: "cross", ink: 0, href: null};
  if (id === OTHERS) return {id, name: words.others, shape: "dot", ink: 0, href: null};
  const entity = library.entity("organization", id);
  if (!entity) return {id, name: id, shape: "dot", ink: 0, href: null};
  return {id, name: shortOf(entity, language).text, ...look(entity), href: to.entity("organization", id)};
}

/** Shape and ink of an organisation; the grey dot for one without a lane. */
export function look(entity: EntityPage | undefined): Pick<Lane, "shape" | "ink"> {
  return entity?.lane ?? {shape: "dot", ink: 0};
}
