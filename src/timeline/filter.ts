import {extentOf} from "./extent.ts";
import {parties, type TimelineData, type TimelineItem} from "./item.ts";
import {whenWords} from "../i18n/when.ts";
import type {Filters} from "./view.ts";

/** Letters alone decide a search: case and «ё» do not. */
const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е");

/** What a search looks in: title, quote, names of those concerned and the date in words. */
export function searchText(item: TimelineItem, data: TimelineData): string {
  const {names, lang} = data;
  return folded(
    [
      item.title,
      item.short,
      item.quote ?? "",
      ...[...item.organizations, ...(item.folded ?? [])].map((id) => names.organizations[id] ?? id),
      ...item.lanes.map((id) => data.lanes.find((l) => l.id === id)?.name ?? ""),
      ...item.countries.map((id) => names.countries[id] ?? id),
      ...item.topics.map((id) => names.topics[id] ?? id),
      whenWords(item.when ?? (item.notAfter && `../${item.notAfter}`), lang),
    ].join(" "),
  );
}

/**
 * The test of an item against filters; `lanesOf` says which lanes it stands on in the view. Every word of the text must
 * occur. The search text is made only when there is a text to look for.
 */
export function matcher(f: Filters, data: TimelineData, lanesOf: (item: TimelineItem) => readonly string[]) {
  const words = folded(f.text).split(/\s+/).filter(Boolean);
  return (item: TimelineItem): boolean => {
    if (f.joint && parties(item) < 2) return false;
    // An organisation's lane gathers what its bodies did.
    if (f.organization && !item.organizations.includes(f.organization) && !item.lanes.includes(f.organization)) return false;
    if (f.country && !item.countries.includes(f.country)) return false;
    if (f.topic && !item.topics.includes(f.topic)) return false;
    if (f.type && item.type !== f.type) return false;
    if (f.status && item.status !== f.status) return false;
    if (f.certainty && isSure(item) !== (f.certainty === "sure")) return false;
    if (f.lanes.length) {
      const lanes = lanesOf(item);
      if (!f.lanes.every((id) => lanes.includes(id))) return false;
    }
    if (!words.length) return true;
    const text = searchText(item, data);
    return words.every((word) => text.includes(word));
  };
}

/** A date the source states outright, to the day or as a span. */
export function isSure(item: TimelineItem): boolean {
  const extent = extentOf(item);
  return extent !== null && !extent.uncertain && !extent.approximate && extent.tail !== "until" && extent.blur === 0;
}
