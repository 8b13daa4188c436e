/**
 * Text that every format can carry: lone surrogates, control characters and noncharacters become U+FFFD,
 * line ends become LF. Marks of direction stay, for they belong to the words of the source.
 */
export function sound(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu, "\ufffd");
}

/** The same on one line: for titles, names and whatever a format cannot break. */
export function oneLine(text: string): string {
  return sound(text)
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("\t", " ")
    .trim();
}

/** What there is of the parts, as sentences: a full stop between two, unless the first ends with a mark of its own. */
export const sentences = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .filter((part): part is string => !!part)
    .map((part, i, {length}) => (i < length - 1 && !/[.!?…]$/.test(part) ? `${part}.` : part))
    .join(" ");

/** An http(s) or mailto address as URL writes it (percent signs, no blanks or line ends); null for anything else. */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return /^(https?|mailto):$/.test(url.protocol) ? url.href : null;
}

/** By code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
