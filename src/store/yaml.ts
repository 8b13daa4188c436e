/**
 * A front matter value as YAML that every reader reads back as the same value: strings double-quoted unless they are plain
 * words, lists of objects one object a line, the rest on one line. Begins with a blank or a line break, ready to follow `key:`.
 */
export function yamlValue(value: unknown, newline = "\n", indent = "  "): string {
  if (Array.isArray(value) && value.some(isObject)) return value.map((item) => `${newline}${indent}- ${flow(item)}`).join("");
  if (isObject(value) && Object.keys(value).length)
    return entries(value)
      .map(([key, item]) => `${newline}${indent}${name(key)}: ${flow(item)}`)
      .join("");
  return ` ${flow(value)}`;
}

/** A value on one line, e.g. `{document: x, quote: "…", span: [3, 9]}`. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (isObject(value))
    return `{${entries(value)
      .map(([key, item]) => `${name(key)}: ${flow(item)}`)
      .join(", ")}}`;
  return typeof value === "string" ? string(value) : JSON.stringify(value ?? null);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const entries = (value: Record<string, unknown>) => Object.entries(value).filter(([, item]) => item !== undefined);

// Words some YAML reader takes for something else.
const meaningful = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const name = (key: string) => (/^[a-z][a-z0-9_-]*$/i.test(key) && !meaningful.test(key) ? key : quoted(key));
const string = (text: string) => (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i.test(text) && !meaningful.test(text) ? text : quoted(text));

// Raw C1 controls, noncharacters and lone surrogates stop js-yaml; line separators and direction marks deceive the eye.
const risky = /[\x7F-\x9F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g;
const quoted = (text: string) =>
  JSON.stringify(text).replace(risky, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A value of the machine's memory on one line: YAML that is JSON as well, so that it can be read without a YAML reader. */
export function memo(value: unknown): string {
  if (typeof value !== "object" || value === null) return quoted(String(value));
  return `{${Object.entries(value as Record<string, unknown>)
    .map(([key, item]) => `${quoted(key)}: ${memo(item)}`)
    .join(", ")}}`;
}
