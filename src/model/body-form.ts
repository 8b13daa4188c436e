/** As much of an MDX tree as is looked at here. */
export type BodyNode = {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: {type: string; name?: string; value?: unknown}[];
  children?: BodyNode[];
  position?: {start: {offset?: number}};
};

/** What ingest puts around words: the three components, and the two elements that keep a paragraph or word whole. */
const ours = new Set(["When", "Mention", "Quote", "p", "span"]);

/** Something in a body that text with our own components has not; `code` is run by the builder, `element` is plain HTML. */
export type Foreign = {kind: "code" | "component" | "element"; words: string; node: BodyNode};

/** What in a body needs MDX to compile it, in order of place. */
export function foreign(node: BodyNode): Foreign[] {
  const found = ofNode(node);
  return [...(found ? [found] : []), ...(node.children ?? []).flatMap(foreign)];
}

function ofNode(node: BodyNode): Foreign | null {
  const {type, name, value = "", attributes = []} = node;
  if (type === "mdxjsEsm") return {kind: "code", words: value, node};
  // A comment says nothing to anybody but editors.
  if (type === "mdxFlowExpression" || type === "mdxTextExpression")
    return {kind: /^\s*(?:\/\*[^]*?\*\/\s*)*$/.test(value) ? "element" : "code", words: value, node};
  if (!type.startsWith("mdxJsx")) return null;
  const computed = attributes.find(
    (attribute) => attribute.type !== "mdxJsxAttribute" || (typeof attribute.value === "object" && attribute.value !== null),
  );
  if (computed) return {kind: "code", words: computed.name ?? String(computed.value), node};
  if (ours.has(name ?? "")) return null;
  return {kind: /^(?:[a-z][a-z\d-]*)?$/.test(name ?? "") ? "element" : "component", words: name ?? "", node};
}
