import {eventTypes, statuses} from "./event.ts";

/** What the lanes of a timeline stand for. */
export const laneKinds = ["organizations", "countries", "topics", "types"] as const;
export type LaneKind = (typeof laneKinds)[number];

/** Dates the source states outright, and the others. */
export const certainties = ["sure", "doubtful"] as const;
export type Certainty = (typeof certainties)[number];

/** The fields of a view as it stands in the address bar, e.g. `from=2008&to=2014&with=cis,iom`. */
export const viewFields = [
  "from",
  "to",
  "by",
  "with",
  "joint",
  "organization",
  "country",
  "topic",
  "type",
  "status",
  "dates",
  "q",
  "event",
] as const;
type ViewField = (typeof viewFields)[number];

/**
 * An instant of an address, ms UTC: `2015-07-01`, `2015-07-01T13:00`, or seconds since 1970 as `s-4354957312000000`.
 * A year or month is meant whole: `to=2014` ends with the year. Null when unread.
 */
export function readViewTime(text: string, end: boolean): number | null {
  if (/^s-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) return Number(text.slice(1)) * 1000;
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(text) ?? [];
  if (year) {
    const after = end ? 1 : 0;
    const [y, m] = [Number(year) + (month ? 0 : after), month ? Number(month) - 1 + after : 0];
    if (month && (Number(month) < 1 || Number(month) > 12)) return null;
    return new Date(0).setUTCFullYear(y, m, 1);
  }
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return null;
  const t = Date.parse(text.length > 10 ? `${text}Z` : text);
  return Number.isNaN(t) ? null : t;
}

/** What is wrong with a view's text: the words at fault, what was found, what to do; or a page it names, to be looked for. */
export type ViewFault = {words: string; message: string; fix: string};
export type ViewName = {words: string; folder: string; id: string};

const choices: Partial<Record<ViewField, readonly string[]>> = {
  by: laneKinds,
  joint: ["1"],
  type: eventTypes,
  status: statuses,
  dates: certainties,
};

/** Reads a view's text as an editor wrote it: unlike a browser, which takes what it cannot read for not said. */
export function readViewText(text: string): {faults: ViewFault[]; names: ViewName[]} {
  const faults: ViewFault[] = [];
  const names: ViewName[] = [];
  const seen = new Map<string, string>();
  for (const part of text.split("&").filter(Boolean)) {
    const [name = "", ...rest] = part.split("=");
    const value = decoded(rest.join("="));
    const fault = (message: string, fix: string) => faults.push({words: part, message, fix});
    if (!viewFields.some((field) => field === name)) {
      fault(
        `«${name}» is no field of a view.`,
        `Use these: ${viewFields.join(", ")}; copy them from the address of the timeline.`,
      );
      continue;
    }
    if (seen.has(name)) fault(`«${name}» is said twice.`, "Leave one; several lanes are parted by commas.");
    seen.set(name, value);
    const known = choices[name as ViewField];
    if (known && !known.includes(value))
      fault(`«${value}» is nothing that «${name}» can be.`, `Choose one of: ${known.join(", ")}.`);
    if ((name === "from" || name === "to") && readViewTime(value, name === "to") === null)
      fault(`«${value}» is not a date of a view.`, "Write it like 2015, 2015-07 or 2015-07-01.");
    const folder = {organization: "organizations", country: "countries", topic: "topics", event: "events"}[name];
    if (folder) names.push({words: part, folder, id: value});
    if (name === "with") names.push(...value.split(",").map((id) => ({words: part, folder: "", id: decoded(id)})));
  }
  const by = seen.get("by") ?? "organizations";
  for (const found of names) if (!found.folder) found.folder = by;
  const [from, to] = [seen.get("from"), seen.get("to")];
  const all = {words: text, fix: "Write both, e.g. from=2008&to=2014, or neither for the whole period."};
  if ((from === undefined) !== (to === undefined)) faults.push({...all, message: "A period has two ends."});
  const [a, b] = [readViewTime(from ?? "", false), readViewTime(to ?? "", true)];
  if (a !== null && b !== null && a >= b) faults.push({...all, message: "The period ends before it begins."});
  // Lanes that stand for no page: types of events, and those that gather what has no lane.
  return {faults, names: names.filter(({folder, id}) => folder !== "types" && id !== "states" && id !== "others")};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
