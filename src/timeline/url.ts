import {eventTypes, type EventType, statuses, type Status} from "../model/event.ts";
import {readViewTime, viewFields} from "../model/view-address.ts";
import type {Window} from "./scale.ts";
import {certainties, laneKinds, type Filters, noFilters, type View, wholeView} from "./view.ts";

const MINUTE = 60_000;
/** Ends of the years ISO writes with four digits; beyond, an instant is written as a number of seconds. */
const [first, last] = [Date.UTC(1, 0), Date.UTC(9999, 0)].map((t, i) => (i ? t : t - 2 * 366 * 86_400_000)) as [number, number];

/**
 * The address of a view, without `?`: short words and dates, e.g. `from=2015-07-01&to=2017-01-01&with=csto,iom&q=Минск`.
 * What is as it was at first is left out, so the whole view is the empty string. `keep`: parameters of others, kept in front.
 */
export function encodeView(view: View, keep = ""): string {
  const out = new URLSearchParams(keep);
  for (const name of viewFields) out.delete(name);
  const {filters: f, window} = view;
  if (window) {
    out.set("from", writeTime(window.from));
    out.set("to", writeTime(window.to));
  }
  if (view.by !== "organizations") out.set("by", view.by);
  if (f.lanes.length) out.set("with", f.lanes.map((id) => encodeURIComponent(id)).join(","));
  if (f.joint) out.set("joint", "1");
  for (const name of ["organization", "country", "topic", "type", "status"] as const) if (f[name]) out.set(name, f[name]);
  if (f.certainty) out.set("dates", f.certainty);
  if (f.text) out.set("q", f.text);
  if (view.selected) out.set("event", view.selected);
  return readable(out.toString());
}

// Commas and letters of any script may stand in a query as they are; browsers show and copy them well.
const readable = (query: string): string =>
  query
    .replace(/%2C/g, ",")
    .replace(/%3A/g, ":")
    .replace(/(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+/g, (run) => {
      try {
        const text = decodeURIComponent(run);
        return /^[\p{L}\p{M}]+$/u.test(text) ? text : run;
      } catch {
        return run;
      }
    });

/** Reads an address's query back; what it cannot read counts as not said. */
export function decodeView(query: string): View {
  const q = new URLSearchParams(query);
  const get = (name: string) => q.get(name) ?? "";
  const one = <T extends string>(all: readonly T[], name: string): T | "" => all.find((v) => v === get(name)) ?? "";
  const filters: Filters = {
    lanes: get("with").split(",").filter(Boolean).map(decode),
    joint: get("joint") === "1",
    organization: get("organization"),
    country: get("country"),
    topic: get("topic"),
    type: one<EventType>(eventTypes, "type"),
    status: one<Status>(statuses, "status"),
    certainty: one(certainties, "dates"),
    text: get("q"),
  };
  return {
    window: readWindow(get("from"), get("to")),
    by: one(laneKinds, "by") || wholeView.by,
    filters: {...noFilters, ...filters},
    selected: get("event") || null,
  };
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function readWindow(from: string, to: string): Window | null {
  const a = readViewTime(from, false);
  const b = readViewTime(to, true);
  return a !== null && b !== null && a < b ? {from: a, to: b} : null;
}

/** `2015-07-01`, `2015-07-01T13:00`, else seconds since 1970: `s-4354957312000000`. */
function writeTime(t: number): string {
  if (t < first || t >= last || t % MINUTE) return `s${t / 1000}`;
  const iso = new Date(t).toISOString();
  return iso.slice(11, 16) === "00:00" ? iso.slice(0, 10) : iso.slice(0, 16);
}
