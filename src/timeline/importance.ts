import {type Edtf, parseEdtf} from "../model/edtf.ts";
import type {EventType, Status} from "../model/event.ts";

/** What an event's importance is read from; `weight` is an editor's, 0 when none was given. */
export type Weighed = {
  when: Edtf | null;
  status: Status;
  type: EventType;
  organizations: readonly string[];
  countries: readonly string[];
  /** How many sources tell of it. */
  sources?: number | undefined;
  weight?: number | undefined;
};

// What binds its parties, or was done together, outlasts what was said.
const byType: Record<EventType, number> = {
  agreement: 3,
  strategy: 3,
  operation: 2,
  exercise: 2,
  meeting: 1,
  training: 1,
  other: 0.5,
  statement: 0,
};
const byStatus: Record<Status, number> = {happened: 2, ongoing: 2, planned: 1, cancelled: 0};

/**
 * How early an event is shown where there is room for a few: a sum of simple parts, so that it can be explained and stays
 * the same from build to build. Ten per step of an editor's weight, which outranks all else; three per organisation up to
 * four; a half per country up to eight; two per doubling of the sources; the type (0-3) and status (0-2); one for an exact day.
 */
export function importance({when, status, type, organizations, countries, sources = 1, weight = 0}: Weighed): number {
  const value = when === null ? null : parseEdtf(when);
  const exact = value?.kind === "point" && (value.precision === "day" || value.precision === "time") && !value.uncertain;
  return (
    10 * weight +
    3 * Math.min(organizations.length, 4) +
    Math.min(countries.length, 8) / 2 +
    2 * Math.log2(Math.max(1, sources)) +
    byType[type] +
    byStatus[status] +
    (exact ? 1 : 0)
  );
}
