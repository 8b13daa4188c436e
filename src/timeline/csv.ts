import {dateOf} from "./names.ts";
import type {Window} from "./scale.ts";
import type {Stage} from "./stage.ts";
import {shownItems} from "./table.ts";

// A cell that begins like a formula is run by spreadsheets; an apostrophe in front keeps it text.
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What a view shows, as CSV with a header (RFC 4180). */
export function viewCsv(stage: Stage, window: Window | null): string {
  const {data} = stage;
  const name = (kind: "organizations" | "countries" | "topics", ids: readonly string[]) =>
    ids.map((id) => data.names[kind][id] ?? id).join("; ");
  const rows = shownItems(stage, window).map((item) => [
    item.id,
    item.when ?? "",
    item.notAfter ?? "",
    dateOf(item, data.lang),
    item.title,
    name("organizations", item.organizations),
    name("countries", item.countries),
    name("topics", item.topics),
    item.type,
    item.status,
    item.quote ?? "",
    item.href,
  ]);
  const head = [
    "id",
    "when",
    "not_after",
    "date",
    "title",
    "organizations",
    "countries",
    "topics",
    "type",
    "status",
    "quote",
    "href",
  ];
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
