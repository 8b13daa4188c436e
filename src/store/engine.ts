import {evaluate} from "satteri";

/** A component or element in a read body, or a run of text. */
export type Node = string | {name: string; attributes: Record<string, string>; children: Node[]};

/**
 * Reads an MDX body with the engine and the settings of the site (Sätteri, no smart punctuation).
 * Throws what the engine throws, with `line:column:` in front, for a body that does not compile.
 */
export function render(body: string): Node {
  const made = evaluate(body, {
    Fragment: "",
    jsx: node,
    jsxs: node,
    features: {gfm: true, smartPunctuation: false},
    elementAttributeNameCase: "html",
  }) as {default: (props: object) => Node};
  return made.default({components});
}

/** Components of a body; the site gives them their look, and we need only their names. */
const components = {Quote: "Quote", When: "When", Mention: "Mention"};

function node(type: unknown, props: unknown): Node {
  if (typeof type === "function") return (type as (props: unknown) => Node)(props);
  const {children, ...attributes} = props as Record<string, unknown>;
  const list = (Array.isArray(children) ? children : children === undefined ? [] : [children]).flat(Infinity) as Node[];
  return {name: String(type), attributes: attributes as Record<string, string>, children: list};
}

const blocks = /^(?:p|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|hr|div|section|figure)$/;

/** The text of a body without its components: blocks are parted by empty lines. */
export function textOf(tree: Node): string {
  const parts: string[] = [];
  let run = "";
  const close = () => {
    if (run.trim()) parts.push(run);
    run = "";
  };
  const walk = (node: Node) => {
    if (typeof node === "string") run += node;
    else {
      const block = blocks.test(node.name);
      if (block) close();
      node.children.forEach(walk);
      if (block) close();
    }
  };
  walk(tree);
  close();
  return parts.join("\n\n");
}
