import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

// schema-dts carries schema.org's whole vocabulary as types; a wrong property inside a union of types slips past the compiler.
const {resolve} = createRequire(import.meta.url);
const source = readFileSync(resolve("schema-dts").replace(/schema\.js$/, "schema.d.ts"), "utf8");

const parents = new Map<string, string[]>();
const ranges = new Map<string, Map<string, string[]>>();
for (const [, name = "", above = "", body = ""] of source.matchAll(
  /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm,
)) {
  parents.set(name, above.split(", "));
  const own = [...body.matchAll(/^ {4}"?([\w@]+)"?\?: SchemaValue<([^>]+?)(?:, "[^"]*")?>;/gm)];
  ranges.set(name, new Map(own.map(([, property = "", range = ""]) => [property, range.split(" | ")])));
}
const unions = new Map(
  [...source.matchAll(/^export type (\w+) = (.+);$/gm)].map(([, name = "", union = ""]) => [name, union.split(" | ")]),
);

/** A type's interface and all above it. */
function ancestors(type: string): string[] {
  const found: string[] = [];
  const visit = (name: string) => {
    if (found.includes(name)) return;
    found.push(name);
    for (const above of parents.get(name) ?? []) visit(above);
  };
  visit(`${type}Leaf`);
  return found;
}

const literals = ["Text", "URL", "Date", "DateTime", "Integer", "Number", "string"];

/** What is wrong with a piece of JSON-LD by schema.org's vocabulary: types, properties and what these may hold. */
export function complaints(node: unknown, at = "$"): string[] {
  if (Array.isArray(node)) return node.flatMap((part, i) => complaints(part, `${at}[${i}]`));
  if (typeof node !== "object" || node === null) return [];
  const type = String((node as Record<string, unknown>)["@type"]);
  const kin = ancestors(type);
  if (kin.length < 2) return [`${at}: no type ${type}`];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith("@")) return [];
    const range = kin.map((name_) => ranges.get(name_)?.get(name)).find(Boolean);
    if (!range) return [`${at}: ${type} has no ${name}`];
    const wrong = [value].flat().filter((part) => !holds(range, part));
    return [...wrong.map((part) => `${at}.${name} cannot be ${JSON.stringify(part)}`), ...complaints(value, `${at}.${name}`)];
  });
}

function holds(range: string[], value: unknown): boolean {
  if (typeof value !== "object" || value === null)
    return range.some((type) => literals.includes(type) || unions.get(type)?.includes(JSON.stringify(value)));
  const kin = ancestors(String((value as Record<string, unknown>)["@type"]));
  return range.some((type) => kin.includes(`${type}Base`) || kin.includes(`${type}Leaf`));
}
