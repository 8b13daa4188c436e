import {mdxToMdast} from "satteri";

/** `plain`: text with our own components, which the site reads itself. `mdx`: needs Astro's MDX to compile it. */
export type Form = "plain" | "mdx";

/** What ingest puts around words: the three components, and the two elements that keep a paragraph or word whole. */
const ours = new Set(["When", "Mention", "Quote", "p", "span"]);

/** What may need MDX: a brace, a tag that is not ours, or a line that begins with a word MDX would run. Escaped signs are none. */
const suspicious = /\\[\s\S]|([{}]|<(?!\/?(?:When|Mention|Quote|p|span)[\s>])|^[ \t]*(?:import|export)\b)/gm;

/** Whether a body has components, expressions or imports of its own. A body that does not parse is plain: it stands as text. */
export function form(body: string): Form {
  for (const m of body.matchAll(suspicious)) if (m[1] !== undefined) return parsed(body);
  return "plain";
}

type Node = {type: string; name?: string | null; attributes?: {type: string; value?: unknown}[]; children?: Node[]};

function parsed(body: string): Form {
  try {
    const tree = mdxToMdast(body, {position: false, features: {gfm: true, smartPunctuation: false}}) as Node;
    return needsMdx(tree) ? "mdx" : "plain";
  } catch {
    return "plain";
  }
}

function needsMdx({type, name, attributes = [], children = []}: Node): boolean {
  if (type === "mdxjsEsm" || type === "mdxFlowExpression" || type === "mdxTextExpression") return true;
  if (type.startsWith("mdxJsx") && (!ours.has(name ?? "") || attributes.some(({value}) => typeof value === "object")))
    return true;
  return children.some(needsMdx);
}
