import {type Lane, type Shape, shapes} from "../timeline/item.ts";
import {OWN_LANES} from "../timeline/lanes.ts";
import type {EntityPage} from "./library.ts";

// The cross is the shape of the states' lane: it comes last.
const order = [...shapes.filter((shape) => shape !== "dot" && shape !== "cross"), "cross"] as Exclude<Shape, "dot">[];
const inks = Array.from({length: OWN_LANES}, (_, i) => i + 1);

/**
 * Marks for the organisations of `lanes` whose pages name none: the first shapes and inks that are free, in the order of
 * site.yaml. They are given here, once, so that an organisation looks the same on every page and in every export.
 */
export function freeMarks(
  lanes: readonly string[],
  organizations: readonly Pick<EntityPage, "id" | "lane">[],
): Map<string, NonNullable<EntityPage["lane"]>> {
  const byId = new Map(organizations.map(({id, lane}) => [id, lane]));
  const own = lanes.filter((id) => byId.has(id)).slice(0, OWN_LANES);
  const taken = own.flatMap((id) => byId.get(id) ?? []);
  const free = <T>(all: readonly T[], of: (mark: Pick<Lane, "shape" | "ink">) => unknown) =>
    all.filter((one) => !taken.some((mark) => of(mark) === one));
  const shapesLeft = free(order, ({shape}) => shape);
  const inksLeft = free(inks, ({ink}) => ink);
  return new Map(
    own
      .filter((id) => byId.get(id) === null)
      .flatMap((id) => {
        const shape = shapesLeft.shift();
        const ink = inksLeft.shift();
        return shape && ink ? [[id, {shape, ink}] as const] : [];
      }),
  );
}
