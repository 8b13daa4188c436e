import {extentOf} from "./extent.ts";
import type {TimelineItem} from "./item.ts";

/** Year under which an event stands in a list; null for one without a place on the axis. */
export function headingYear(item: Pick<TimelineItem, "when" | "notAfter">): string | null {
  const extent = extentOf(item);
  if (!extent) return null;
  const year = new Date(extent.tail === "until" ? extent.to - 1 : extent.from).getUTCFullYear();
  return Number.isNaN(year) ? (/-?\d+/.exec(item.when ?? "")?.[0] ?? null) : String(year);
}
