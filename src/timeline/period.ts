import {bounds, parseEdtf} from "../model/edtf.ts";
import {DAY} from "./extent.ts";
import {yearOf} from "./ticks.ts";

/** What a reader typed into a date field as an instant: the first of what it names, or with `end` the first after it. Null when unread. */
export function readPeriodField(text: string, end: boolean): number | null {
  const t = text.trim().replaceAll("/", ".");
  const [, d, m, y] = /^(?:(\d{1,2})\.)?(\d{1,2})\.(-?\d{4})$/.exec(t) ?? [];
  const pad = (s: string) => s.padStart(2, "0");
  const edtf = y && m ? `${y}-${pad(m)}${d ? `-${pad(d)}` : ""}` : /^-?\d{5,}$/.test(t) ? `Y${t}` : t;
  if (!parseEdtf(edtf) || edtf.includes("/")) return null;
  const range = bounds(edtf);
  return range && (end ? range.latest : range.earliest);
}

/** A window's end as a date field shows it: `2015`, `2015-07` or `2015-07-01`, whichever says it exactly. */
export function writePeriodField(t: number, end: boolean): string {
  if (Math.abs(t) > 8.6e15 || yearOf(t) < 0) return String(yearOf(end ? t - 1 : t));
  const iso = (ms: number) => new Date(ms).toISOString();
  const next = iso(t);
  const shown = end ? iso(t - DAY / 24 / 60) : next;
  if (next.slice(4, 16) === "-01-01T00:00") return shown.slice(0, 4);
  if (next.slice(7, 16) === "-01T00:00") return shown.slice(0, 7);
  return shown.slice(0, 10);
}
