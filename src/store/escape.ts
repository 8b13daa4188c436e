/**
 * A run of source text as MDX that means exactly that text. `lineStart`: the run begins a line, where Markdown listens for
 * headings, lists, quotations, rules, tables and MDX for `import` and `export`.
 */
export function escapeText(text: string, lineStart: boolean): string {
  const safe = text.replace(anywhere, "\\$&");
  if (!lineStart && !safe.includes("\n")) return safe;
  return safe
    .split("\n")
    .map((line, i) => (lineStart || i > 0 ? escapeStart(line) : line))
    .join("\n");
}

// Every `_` and `*`, wanted or not: a long text of unescaped `_a` takes Sätteri quadratic time.
const anywhere = /[\\`*_{}<[~]|&(?=[#a-zA-Z])/g;

function escapeStart(safe: string): string {
  // Letters cannot be escaped by a backslash; MDX runs a paragraph that begins with one of these words.
  if (/^(?:im|ex)port/.test(safe)) return `&#x${safe.charCodeAt(0).toString(16)};${safe.slice(1)}`;
  if (/^[#+\-=>|:]/.test(safe)) return `\\${safe}`;
  return safe.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/**
 * Places where no escape helps and a text must be broken by an element, as offsets of single characters: bare addresses, of
 * which Sätteri makes links whatever their signs are written as, and words for which Astro looks in the built code.
 */
export function breaks(text: string): number[] {
  return [...text.matchAll(unescapable)].map((m) => m.index + (m[0].length > 1 ? 6 : 0));
}

const unescapable = /(?<=http|https|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)|export default function MDXContent|__ASTRO_/gi;
