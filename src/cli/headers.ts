/** A block of a `_headers` file: an address with `:name` for one step and one `*` for any rest, and what it does to headers. */
export type HeaderBlock = {pattern: RegExp; changes: {name: string; value: string | null}[]};

/** Reads a `_headers` file as static hosts do: addresses at the margin, `Name: value` or `! Name` (taken away) indented below. */
export function readHeaders(text: string): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (const line of text.split("\n")) {
    const words = line.trim();
    if (!words || words.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      blocks.push({pattern: patternOf(words), changes: []});
      continue;
    }
    const taken = /^!\s*(\S+)$/.exec(words)?.[1];
    const at = words.indexOf(":");
    const change =
      taken === undefined ? {name: words.slice(0, at), value: words.slice(at + 1).trim()} : {name: taken, value: null};
    blocks.at(-1)?.changes.push({...change, name: change.name.toLowerCase()});
  }
  return blocks;
}

const patternOf = (address: string): RegExp => {
  const source = address
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:\w+/g, "[^/]+")
    .replace("*", ".*");
  return new RegExp(`^${source}$`);
};

/** The headers, by lower-case name, of a path that begins with `/`: every block that fits adds its own, in order. */
export function headersOf(blocks: readonly HeaderBlock[], path: string): Record<string, string> {
  const headers = new Map<string, string>();
  for (const {pattern, changes} of blocks) {
    if (!pattern.test(path)) continue;
    for (const {name, value} of changes) {
      if (value === null) headers.delete(name);
      else headers.set(name, [headers.get(name), value].filter((each) => each !== undefined).join(", "));
    }
  }
  return Object.fromEntries(headers);
}
