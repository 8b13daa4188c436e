import {hash} from "node:crypto";

// Many fields of many pages say the same: no value, one organisation, one type. Forgotten when full.
const common = new Map<string, string>();
const LIMIT = 5000;

/** A short digest of a front matter value; the order of keys and the way it is quoted do not count. */
export function digest(value: unknown): string {
  const text = JSON.stringify(sorted(value)) ?? "null";
  if (text.length >= 60) return hashed(text);
  const known = common.get(text);
  if (known !== undefined) return known;
  if (common.size >= LIMIT) common.clear();
  const made = hashed(text);
  common.set(text, made);
  return made;
}

function hashed(text: string): string {
  return hash("sha256", text, "hex").slice(0, 8);
}

/** A short digest of a body; blanks at its ends and the kind of line break do not count. */
export const bodyDigest = (body: string): string => digest(body.replaceAll("\r\n", "\n").trim());

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, item]) => [key, sorted(item)]);
}
