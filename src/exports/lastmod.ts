import type {Entry} from "./entry.ts";
import type {DocumentEntry} from "./records.ts";
import {compareText} from "./text.ts";

/**
 * When each page last changed, for the sitemap: absolute address → ISO 8601. A page of an entity changed when the newest of
 * its events did. A page whose records carry no date has none, for a made-up one is worse than none.
 */
export function lastChanges(entries: Entry[], documents: DocumentEntry[]): Map<string, string> {
  const changes = new Map<string, string>();
  const note = (url: string, updated: string) => {
    const known = changes.get(url);
    if (known === undefined || compareText(known, updated) < 0) changes.set(url, updated);
  };
  for (const {url, updated} of documents) if (updated !== null) note(url, new Date(updated).toISOString());
  for (const entry of entries) {
    if (entry.updated === null) continue;
    const updated = new Date(entry.updated).toISOString();
    const {organizations, bodies, countries, people, places, operations, topics} = entry;
    for (const {url} of [entry, ...organizations, ...bodies, ...countries, ...people, ...places, ...operations, ...topics])
      note(url, updated);
  }
  return changes;
}
