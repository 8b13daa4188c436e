/** How many words are remembered at once. */
const LIMIT = 50_000;

/**
 * `find` for words that come again and again: what a word is need be found out once. Forgets all when full, so that memory stays
 * bounded.
 */
export function known<T extends object>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    const seen = found.get(word);
    if (seen !== undefined) return seen;
    // Engines keep a text whole for the sake of a long slice of it.
    const own = word.length > 12 ? Buffer.from(word, "utf16le").toString("utf16le") : word;
    const told = find(own);
    if (found.size >= LIMIT) found.clear();
    found.set(own, told);
    return told;
  };
}
