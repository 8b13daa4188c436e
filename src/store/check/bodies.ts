import {mdxToJs, mdxToMdast} from "satteri";
import {type BodyNode, type Foreign, foreign} from "../../model/body-form.ts";
import {isEdtf} from "../../model/edtf.ts";
import {entityFolders, entityKinds, type EntityKind} from "../../model/entity.ts";
import {type Problem} from "../../model/problem.ts";
import {madeOf, type Page} from "../page.ts";
import {features} from "../standing.ts";
import {type Folder} from "../wanted.ts";
import {missing, thrownAway} from "./missing.ts";

// Code would stop the build where it means nothing, and run where it means something; pages are text.
const foreignProblem = ({kind, words}: Foreign, where: Required<Pick<Problem, "file" | "span">>): Problem => {
  const said = words.replace(/\s+/g, " ").trim().slice(0, 40);
  return kind === "component"
    ? {
        ...where,
        rule: "check/component",
        severity: "error",
        message: `<${said}> is not a component we know.`,
        fix: "Use When, Mention, Quote or plain HTML; write a backslash before a < that is meant as a sign.",
      }
    : {
        ...where,
        rule: "check/code",
        severity: "error",
        message: `«${said}» would be run as code when the site is built.`,
        fix: "Write it as text: a backslash before a {, another word before import or export, attributes in quotation marks.",
      };
};

/** What does not compile in the text of a page, would run there, or names what is not there. */
export function bodyProblems(page: Page, known: Set<string>, used: Set<string>): Problem[] {
  const {body} = page.matter();
  const text = page.text.slice(body.start, body.end);
  const file = `content/${page.path}`;
  let tree: BodyNode;
  try {
    mdxToJs(text, {features});
    tree = mdxToMdast(text, {features}) as BodyNode;
  } catch (error) {
    const [, line = "1", column = "1", said = String(error)] =
      /^(\d+):(\d+): ([^]*?)(?: \([\w:-]+\))?$/.exec((error as Error).message) ?? [];
    const start = body.start + offsetOf(text, Number(line), Number(column));
    return [
      {
        rule: "check/mdx",
        severity: "error",
        file,
        span: {start, end: start + 1},
        message: `The text does not compile: ${said.replace(/\.$/, "")}.`,
        fix: "Close every <tag>, and write a backslash before a { or < that is meant as a sign.",
      },
    ];
  }
  const placeOf = (node: BodyNode) => {
    const start = body.start + (node.position?.start.offset ?? 0);
    return {file, span: {start, end: start + 1}};
  };
  const made = new Set(Object.values(madeOf(page)));
  const problems = foreign(tree)
    .filter(({kind}) => kind !== "element")
    .map((found) => foreignProblem(found, placeOf(found.node)));
  const walk = (node: BodyNode) => {
    const where = placeOf(node);
    const values = Object.fromEntries(
      (node.attributes ?? []).map(({name, value}) => [name ?? "", typeof value === "string" ? value : ""]),
    );
    const name = (folder: Folder, id: string) => {
      used.add(`${folder}/${id}`);
      if (known.has(`${folder}/${id}`)) return;
      problems.push(folder === "events" && made.has(id) ? thrownAway(where, id) : missing(where, folder, id));
    };
    if (node.name === "Quote") for (const id of (values.event ?? "").split(/\s+/).filter(Boolean)) name("events", id);
    if (node.name === "Mention") {
      const kind = values.kind ?? "";
      if (entityKinds.includes(kind as EntityKind)) name(entityFolders[kind as EntityKind], values.id ?? "");
      else
        problems.push({
          ...where,
          rule: "check/value",
          severity: "error",
          message: `«${kind}» is not a kind of page.`,
          fix: `Choose one of: ${entityKinds.join(", ")}.`,
        });
    }
    if (node.name === "When" && values.edtf && !isEdtf(values.edtf))
      problems.push({
        ...where,
        rule: "check/edtf",
        severity: "error",
        message: `«${values.edtf}» is not an EDTF date.`,
        fix: 'Write it like "2024-05-10" or "2024-05-10~" (about); an empty one says that the words stay unresolved.',
      });
    (node.children ?? []).forEach(walk);
  };
  walk(tree);
  return problems;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return Math.min(text.length, start + column - 1);
}
