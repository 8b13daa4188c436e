import {CORE_SCHEMA, load, YAMLException} from "js-yaml";
import {type Document, isMap, isNode, isScalar, parseDocument} from "yaml";
import type {core} from "zod";
import {type Problem} from "../model/problem.ts";
import {type Span} from "../model/span.ts";
import {type Matter} from "./frontmatter.ts";

/** Where a value stands in a page, by its path in the front matter; the nearest that exists. */
export function placeIn(matter: Matter, path: (string | number)[]): Span {
  const document = parseDocument(matter.text.slice(matter.yaml.start, matter.yaml.end), {prettyErrors: false});
  return placeOf(document, path, matter.yaml.start);
}

/** Findings of a schema in words a person can act on, each at its place in the file. */
export function findings(path: string, matter: Matter, issues: core.$ZodIssue[]): Problem[] {
  const document = parseDocument(matter.text.slice(matter.yaml.start, matter.yaml.end), {prettyErrors: false});
  return issues
    .flatMap((issue) => inWords(issue))
    .map(({at, message, fix, rule}) => ({
      rule,
      severity: "error",
      file: `content/${path}`,
      span: placeOf(document, at, matter.yaml.start, rule === "check/unknown-field"),
      message,
      fix,
    }));
}

/** What the site's reader of YAML refuses though ours takes it: tags, control characters. */
export function refusedYaml(path: string, matter: Matter): Problem[] {
  try {
    load(matter.text.slice(matter.yaml.start, matter.yaml.end), {schema: CORE_SCHEMA});
    return [];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const start = matter.yaml.start + (error.mark?.position ?? 0);
    return [
      {
        rule: "check/yaml",
        severity: "error",
        file: `content/${path}`,
        span: {start, end: start + 1},
        message: `The site cannot read the front matter: ${error.reason}.`,
        fix: "Put the value in quotation marks, without signs that cannot be seen.",
      },
    ];
  }
}

type Finding = {at: (string | number)[]; message: string; fix: string; rule: string};

function inWords(issue: core.$ZodIssue): Finding[] {
  const at = issue.path.filter((key) => typeof key !== "symbol");
  const name = `«${at.map(String).join(".") || "the front matter"}»`;
  const one = (rule: string, message: string, fix: string): Finding[] => [{at, rule: `check/${rule}`, message, fix}];
  switch (issue.code) {
    case "invalid_type":
      return / received undefined$/.test(issue.message)
        ? one("missing", `${name} is missing.`, `Write ${name} as ${typeName(issue.expected)}.`)
        : one("type", `${name} should be ${typeName(issue.expected)}.`, hint(issue.expected));
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        at: [...at, key],
        rule: "check/unknown-field",
        message: `«${key}» is not a field we know.`,
        fix: "Correct its spelling, or put what you want to say in «notes».",
      }));
    case "invalid_value":
      return one("value", `${name} is none of the words it can be.`, `Choose one of: ${issue.values.map(String).join(", ")}.`);
    case "invalid_union": {
      const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
      const inner = deepest.flatMap((other) => inWords({...other, path: [...issue.path, ...other.path]} as core.$ZodIssue));
      return inner.length ? inner : one("value", `${name} has a form we do not know.`, "Compare it with another page.");
    }
    case "custom":
      if (issue.message === "not an EDTF date")
        return one(
          "edtf",
          `${name} is not an EDTF date.`,
          'Write it like "2024-05-10", "2024-05", "2024-05-10~" (about) or "2024-05-10?" (not said outright), in quotation marks.',
        );
      return one("value", `${name} is ${issue.message}.`, "Correct the value.");
    case "invalid_format":
      return one(
        "id",
        `${name} is not a file name of ours.`,
        "Use letters, digits, hyphens and dots, as in the names of the files.",
      );
    case "too_small":
      return one("value", `${name} is too small or too short.`, `The least is ${String(issue.minimum)}.`);
    case "too_big":
      return one("value", `${name} is too big or too long.`, `The most is ${String(issue.maximum)}.`);
    default:
      return one("value", `${name}: ${issue.message}.`, "Correct the value.");
  }
}

const depth = (issues: core.$ZodIssue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));

const types: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list, e.g. [a, b]",
  object: "fields of its own, e.g. {a: 1}",
  record: "fields of its own, e.g. {en: …}",
  tuple: "two numbers, e.g. [0, 9]",
};
const typeName = (type: string) => types[type] ?? type;
const hint = (type: string) => (type === "string" ? "Put it in quotation marks." : `Write ${typeName(type)}.`);

// The deepest node that still exists on the way to the finding; of an unknown field its name.
function placeOf(document: Document, path: (string | number)[], offset: number, ofKey = false): Span {
  let span: [number, number] = [0, 0];
  for (let i = 1; i <= path.length; i++) {
    const parent = document.getIn(path.slice(0, i - 1), true) ?? document.contents;
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path[i - 1]))
      : undefined;
    const node = pair
      ? i === path.length && !ofKey && isNode(pair.value) && pair.value.range
        ? pair.value
        : pair.key
      : document.getIn(path.slice(0, i), true);
    if (!isNode(node) || !node.range) break;
    span = [node.range[0], node.range[1]];
  }
  return {start: offset + span[0], end: offset + Math.max(span[0], span[1])};
}
