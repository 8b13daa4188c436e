import {transliterate} from "transliteration";

/** Names Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * An ASCII lower-case file name from any text: at most `bytes` bytes, cut between words,
 * safe on Windows and macOS; `fallback` when nothing is left.
 */
export function slug(text: string, bytes = 80, fallback = "untitled"): string {
  const words = latin(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let name = "";
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word.slice(0, bytes);
    if (longer.length > bytes) break;
    name = longer;
  }
  if (!name) return fallback;
  return reserved.test(name) ? `${name}-file` : name;
}

// Only between Chinese signs does a sign's neighbour count; all others are looked up once.
function latin(text: string): string {
  if (/[\u2E80-\u{10FFFF}]/u.test(text)) return transliterate(text);
  let written = "";
  for (const sign of text) {
    let letters = known.get(sign);
    if (letters === undefined) known.set(sign, (letters = transliterate(sign)));
    written += letters;
  }
  return written;
}

const known = new Map<string, string>();
