import mdx from "@astrojs/mdx";
import {satteri} from "@astrojs/markdown-satteri";
import {pathToFileURL} from "node:url";

/** A node of a page as Astro's compiled module makes it; text as strings. */
export type Node = string | {name: string; attributes: Record<string, unknown>; children: Node[]};

type Handler = (this: unknown, code: string, id: string) => Promise<{code: string}> | {code: string};
type Entry = (file: {fileUrl: URL; contents: string}) => Promise<{data: Record<string, unknown>; body: string}>;

/**
 * Reads a page with Astro's own integration: its front matter reader, its MDX plugins as `astro build` calls them, and the
 * module they make, run with a JSX runtime that gives back nodes.
 */
export async function astroReader() {
  const root = pathToFileURL(`${process.cwd()}/`);
  const config = {
    root,
    srcDir: new URL("src/site/", root),
    base: "/",
    markdown: {
      processor: satteri({features: {smartPunctuation: false}}),
      gfm: true,
      smartypants: false,
      syntaxHighlight: false,
    },
  };
  let plugins: {transform: {handler: Handler}}[] = [];
  let entry: Entry | undefined;
  const {hooks} = mdx();
  await hooks["astro:config:setup"]?.({
    config,
    updateConfig: (changes: {vite: {plugins: typeof plugins}}) => (plugins = changes.vite.plugins),
    addPageExtension: () => undefined,
    addRenderer: () => undefined,
    addContentEntryType: (type: {getEntryInfo: Entry}) => (entry = type.getEntryInfo),
  } as never);
  await hooks["astro:config:done"]?.({config, logger: {warn: () => undefined}} as never);
  const context = {environment: {name: "prerender"}};

  return async function read(
    contents: string,
  ): Promise<{data: Record<string, unknown>; body: string; tree: Node[]; code: string}> {
    const fileUrl = new URL("content/documents/x.mdx", root);
    const info = await entry?.({fileUrl, contents});
    let code = contents;
    for (const plugin of plugins) code = (await plugin.transform.handler.call(context, code, fileUrl.pathname)).code;
    return {data: info?.data ?? {}, body: info?.body ?? "", tree: run(code), code};
  };
}

// Not `^` with the flag m, which also stands behind a U+2028 inside a string.
const imports = /(?<![^\n])import .*/g;

function run(code: string): Node[] {
  const body = code
    .replace(imports, "")
    .replace(/(?<![^\n])export default (?:function )?/g, (m) => (m.includes("function") ? "function " : "void "))
    .replace(/(?<![^\n])export /g, "");
  const make = new Function("_jsx", "_jsxs", "_Fragment", "__astro_tag_component__", `${body}\nreturn Content;`) as (
    ...runtime: unknown[]
  ) => (props: object) => Node;
  const content = make(node, node, "", () => undefined);
  return flat(content({components: {Quote: "Quote", When: "When", Mention: "Mention"}}));
}

function node(type: unknown, props: unknown): Node {
  if (typeof type === "function") return (type as (props: unknown) => Node)(props);
  const {children, ...attributes} = props as Record<string, unknown>;
  return {name: String(type), attributes, children: flat(children)};
}

function flat(children: unknown): Node[] {
  if (children === undefined || children === null) return [];
  if (Array.isArray(children)) return children.flatMap(flat);
  const one = children as Node;
  return typeof one !== "string" && one.name === "" ? one.children : [one];
}

/** All text below some nodes. */
export const textOf = (nodes: Node[]): string => nodes.map((n) => (typeof n === "string" ? n : textOf(n.children))).join("");

/** The text of a page whose top holds nothing but paragraphs; throws at anything else. */
export function paragraphText(tree: Node[]): string {
  const paragraphs = tree.filter((n) => typeof n !== "string" || n.trim() !== "");
  for (const p of paragraphs)
    if (typeof p === "string" || p.name !== "p") throw new Error(`not a paragraph: ${JSON.stringify(p).slice(0, 200)}`);
  return paragraphs.map((p) => textOf([p])).join("\n\n");
}

/** Names of all elements and components, with those they stand in, e.g. `p Quote Mention`. */
export function shapes(nodes: Node[], above = ""): string[] {
  return nodes.flatMap((n) => (typeof n === "string" ? [] : [`${above}${n.name}`, ...shapes(n.children, `${above}${n.name} `)]));
}
