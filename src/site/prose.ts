import {LRUCache} from "lru-cache";
import {mdxToMdast} from "satteri";
import {bases, type Basis} from "../model/mention.ts";
import {entityKinds, type EntityKind} from "../model/entity.ts";
import {address} from "../model/schema.ts";

/** A run of text and what was read from it. */
export type Inline =
  | {kind: "text"; text: string}
  | {kind: "quote"; events: string[]; children: Inline[]}
  | {kind: "mention"; entity: EntityKind; id: string; children: Inline[]}
  | {kind: "when"; edtf: string | null; basis: Basis; note: string | null; children: Inline[]}
  | {kind: "emphasis" | "strong" | "delete"; children: Inline[]}
  | {kind: "code"; text: string}
  | {kind: "link"; href: string; children: Inline[]};

/** A part of a body. `offset` is where it begins in the body, UTF-16. */
export type Block = {offset: number} & (
  | {kind: "paragraph"; children: Inline[]}
  | {kind: "heading"; depth: number; children: Inline[]}
  | {kind: "list"; ordered: boolean; items: Block[][]}
  | {kind: "quotation"; children: Block[]}
  | {kind: "code"; text: string}
  | {kind: "table"; rows: Inline[][][]}
  | {kind: "rule"}
);

/** A body as read; `readable` is false where its markup is broken and the text stands as it is. */
export type Prose = {blocks: Block[]; readable: boolean};

// As much of Sätteri's tree as is read here.
type Node = {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  ordered?: boolean | null;
  alt?: string | null;
  attributes?: {name?: string; value?: unknown}[];
  children?: Node[];
  position?: {start: {offset?: number}; end: {offset?: number}};
};

const features = {gfm: true, frontmatter: false, smartPunctuation: false} as const;

/** Reads a body: Markdown with our three components. Nothing in it is run; what is not known stands as its own source. */
export function readProse(body: string): Prose {
  try {
    const tree = mdxToMdast(body, {features}) as Node;
    return {blocks: blocks(tree.children ?? [], body), readable: true};
  } catch {
    return {blocks: plain(body), readable: false};
  }
}

/** What was read last: the pages of a document, of its events, and those of other languages all ask for its body. */
const recent = new LRUCache<{body: string}, Prose>({max: 256});

/** The body of a page, read once for the pages made in a row. */
export function proseOf(page: {body: string}): Prose {
  return recent.get(page) ?? keep(page, readProse(page.body));
}

function keep(page: {body: string}, prose: Prose): Prose {
  recent.set(page, prose);
  return prose;
}

const plain = (body: string): Block[] =>
  [...body.matchAll(/\S[^\n]*(?:\n[ \t]*\S[^\n]*)*/g)].map((m) => ({
    kind: "paragraph",
    offset: m.index,
    children: [{kind: "text", text: m[0]}],
  }));

const start = (node: Node) => node.position?.start.offset ?? 0;
const end = (node: Node) => node.position?.end.offset ?? 0;
const source = (node: Node, body: string) => body.slice(start(node), end(node));

// A line that is one component comes as a block of its own, in the middle of a paragraph too: what no blank line parts
// is one paragraph again.
function blocks(nodes: Node[], body: string): Block[] {
  const out: Block[] = [];
  let last: {end: number; children: Inline[]} | undefined;
  for (const node of nodes) {
    const block = toBlock(node, body);
    if (!block) continue;
    const written = source(node, body).trimEnd().length;
    const stop = start(node) + written;
    if (block.kind !== "paragraph") {
      out.push(block);
      last = undefined;
      continue;
    }
    const gap = last ? body.slice(last.end, start(node)) : "";
    if (last && !/\n[ \t]*\r?\n/.test(gap)) {
      last.children.push({kind: "text", text: gap}, ...block.children);
      last.end = stop;
    } else {
      out.push(block);
      last = {end: stop, children: block.children};
    }
  }
  return out;
}

function toBlock(node: Node, body: string): Block | null {
  const offset = start(node);
  const children = node.children ?? [];
  switch (node.type) {
    case "paragraph":
      return {kind: "paragraph", offset, children: inlines(children, body)};
    case "heading":
      return {kind: "heading", offset, depth: node.depth ?? 2, children: inlines(children, body)};
    case "list":
      return {
        kind: "list",
        offset,
        ordered: Boolean(node.ordered),
        items: children.map((item) => blocks(item.children ?? [], body)),
      };
    case "blockquote":
      return {kind: "quotation", offset, children: blocks(children, body)};
    case "code":
      return {kind: "code", offset, text: node.value ?? ""};
    case "thematicBreak":
      return {kind: "rule", offset};
    case "table":
      return {
        kind: "table",
        offset,
        rows: children.map((row) => (row.children ?? []).map((cell) => inlines(cell.children ?? [], body))),
      };
    case "mdxJsxFlowElement":
      // `p` keeps a paragraph whole that Markdown would take for something else.
      return {kind: "paragraph", offset, children: node.name === "p" ? inlines(children, body) : inlines([node], body)};
    default: {
      const text = source(node, body).trim();
      return text ? {kind: "paragraph", offset, children: [{kind: "text", text}]} : null;
    }
  }
}

function inlines(nodes: Node[], body: string): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const children = () => inlines(node.children ?? [], body);
    switch (node.type) {
      case "text":
        return [{kind: "text", text: node.value ?? ""}];
      case "break":
        return [{kind: "text", text: "\n"}];
      case "emphasis":
      case "strong":
      case "delete":
        return [{kind: node.type, children: children()}];
      case "inlineCode":
        return [{kind: "code", text: node.value ?? ""}];
      case "link":
        return address.safeParse(node.url).success ? [{kind: "link", href: node.url ?? "", children: children()}] : children();
      case "paragraph":
        return children();
      case "mdxJsxTextElement":
      case "mdxJsxFlowElement":
        return component(node, children()) ?? [{kind: "text", text: source(node, body)}];
      default:
        return [{kind: "text", text: source(node, body)}];
    }
  });
}

function component(node: Node, children: Inline[]): Inline[] | null {
  const of = (name: string): string | null => {
    const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
    return typeof value === "string" && value !== "" ? value : null;
  };
  switch (node.name) {
    case "span":
      return children;
    case "Quote":
      return [{kind: "quote", events: (of("event") ?? "").split(/\s+/).filter(Boolean), children}];
    case "Mention": {
      const entity = entityKinds.find((kind) => kind === of("kind"));
      const id = of("id");
      return entity && id ? [{kind: "mention", entity, id, children}] : children;
    }
    case "When": {
      const basis = bases.find((name) => name === of("basis")) ?? (of("edtf") === null ? "none" : "stated");
      return [{kind: "when", edtf: of("edtf"), basis, note: of("note"), children}];
    }
    default:
      return null;
  }
}

/** The bare words of a run, as a reader sees them. */
export function words(nodes: readonly Inline[]): string {
  return nodes.map((node) => ("text" in node ? node.text : words(node.children))).join("");
}

/** A paragraph's lines; a component that runs over a break stands in both, each with its part of the words. */
export function lines(nodes: readonly Inline[]): Inline[][] {
  const out: Inline[][] = [[]];
  const add = (parts: Inline[][]) => {
    out.at(-1)?.push(...(parts[0] ?? []));
    out.push(...parts.slice(1));
  };
  for (const node of nodes) {
    if (node.kind === "text") add(node.text.split("\n").map((part) => (part ? [{...node, text: part}] : [])));
    else if ("children" in node) add(lines(node.children).map((children) => [{...node, children}]));
    else out.at(-1)?.push(node);
  }
  return out;
}

/** The bare text of blocks, a blank line between them. */
export function text(parts: readonly Block[]): string {
  return parts
    .map((block) => {
      if (block.kind === "paragraph" || block.kind === "heading") return words(block.children);
      if (block.kind === "list") return block.items.map(text).join("\n");
      if (block.kind === "quotation") return text(block.children);
      if (block.kind === "table") return block.rows.map((row) => row.map(words).join(" ")).join("\n");
      return block.kind === "code" ? block.text : "";
    })
    .filter(Boolean)
    .join("\n\n");
}

/** Every run of a kind, in order of place. */
export function find<K extends Inline["kind"]>(nodes: readonly Inline[], kind: K): Extract<Inline, {kind: K}>[] {
  return nodes.flatMap((node) => [
    ...(node.kind === kind ? [node as Extract<Inline, {kind: K}>] : []),
    ...("children" in node ? find(node.children, kind) : []),
  ]);
}
