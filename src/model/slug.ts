import {slugify} from "transliteration";

/** Names Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * An ASCII lower-case file name from any text: at most `bytes` bytes, cut between words,
 * safe on Windows and macOS; `fallback` when nothing is left.
 */
export function slug(text: string, bytes = 80, fallback = "untitled"): string {
  const words = slugify(text, {lowercase: true, separator: "-", allowedChars: "a-zA-Z0-9"}).split("-").filter(Boolean);
  let name = "";
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word.slice(0, bytes);
    if (longer.length > bytes) break;
    name = longer;
  }
  if (!name) return fallback;
  return reserved.test(name) ? `${name}-file` : name;
}
