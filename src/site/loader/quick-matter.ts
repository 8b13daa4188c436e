/**
 * Front matter of the form ingest writes, and most people keep: a field a line, values quoted as JSON does, plain words and whole
 * numbers, lists and maps on one line, or each of their parts on a line of its own. It is read in a tenth of the time YAML takes,
 * to the same values. Null: something else stands in it, and it must be read as YAML. Nothing in the values is a slice of the
 * text, which would keep all of it in memory.
 */
export function quickMatter(yaml: string): Record<string, unknown> | null {
  if (unusual.test(yaml)) return null;
  const data: Record<string, unknown> = {};
  let name: string | null = null;
  for (const line of yaml.split(/\r?\n/)) {
    if (line === "" || line.startsWith("#") || line.startsWith("  #")) continue;
    const [, indent, item, key, value] = parts.exec(line) ?? [];
    if (indent === undefined) return null;
    const read = value ? onLine(value) : undefined;
    if (value && read === undefined) return null;
    if (!indent) {
      // What a field without a value on its line has stands on the next.
      if (item || key === undefined || key in data || (name !== null && data[name] === undefined)) return null;
      data[key] = read;
      name = read === undefined ? key : null;
      continue;
    }
    if (name === null || read === undefined) return null;
    const of = (data[name] ??= item ? [] : {});
    if (item && Array.isArray(of)) of.push(read);
    else if (!item && key !== undefined && !Array.isArray(of) && !(key in (of as object)))
      (of as Record<string, unknown>)[key] = read;
    else return null;
  }
  return name !== null && data[name] === undefined ? null : data;
}

/** Signs a reader of YAML refuses or takes for something else, and escapes of half a sign. */
const unusual = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|\\u[dD][89a-fA-F]|\\\/|\r(?!\n)/;
const parts = /^( {2}|)(?:(- )|([a-zA-Z][\w-]*):(?: |$))(.*)$/;

const word = /[a-zA-Z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)*/y;
const quoted = /"(?:[^"\\]|\\.)*"/y;
const whole = /(?:0|[1-9]\d{0,14})(?![\w.:+-])/y;
/** Words some reader takes for no words; three of them have one meaning for all. */
const meaningful = /^(?:true|false|null|nan|inf|yes|no|on|off|y|n)$/i;
const constants = new Map<string, unknown>([
  ["null", null],
  ["true", true],
  ["false", false],
]);

/** The value that is all of a line; undefined where it is of another form. */
function onLine(line: string): unknown {
  let at = 0;
  const take = (sign: RegExp): string | undefined => {
    sign.lastIndex = at;
    const found = sign.exec(line)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const is = (sign: string): boolean => {
    if (!line.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };
  const text = (): string | undefined => {
    const found = take(quoted);
    return found === undefined ? undefined : unquoted(found);
  };
  const value = (): unknown => {
    if (is("[")) return list();
    if (is("{")) return map();
    if (line[at] === '"') return text();
    const number = take(whole);
    if (number !== undefined) return Number(number);
    const plain = take(word);
    if (plain === undefined) return undefined;
    if (constants.has(plain)) return constants.get(plain);
    return meaningful.test(plain) ? undefined : unquoted(`"${plain}"`);
  };
  const list = (): unknown[] | undefined => {
    const items: unknown[] = [];
    if (is("]")) return items;
    do {
      const item = value();
      if (item === undefined) return undefined;
      items.push(item);
    } while (is(", "));
    return is("]") ? items : undefined;
  };
  const map = (): Record<string, unknown> | undefined => {
    const fields: Record<string, unknown> = {};
    if (is("}")) return fields;
    do {
      const key = line[at] === '"' ? text() : take(word);
      // «__proto__» among them.
      if (key === undefined || key in fields || meaningful.test(key) || !is(": ")) return undefined;
      const item = value();
      if (item === undefined) return undefined;
      fields[key] = item;
    } while (is(", "));
    return is("}") ? fields : undefined;
  };
  const read = value();
  return at === line.length || /^ +$/.test(line.slice(at)) ? read : undefined;
}

/** A string in quotation marks; undefined where YAML would read it otherwise than JSON. */
function unquoted(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}
