import {mdxToMdast} from "satteri";
import {type BodyNode, foreign} from "../../model/body-form.ts";

/** `plain`: text with our own components, which the site reads itself. `mdx`: needs Astro's MDX to compile it. */
export type Form = "plain" | "mdx";

/** What may need MDX: a brace, a tag that is not ours, or a line that begins with a word MDX would run. Escaped signs are none. */
const suspicious = /\\[\s\S]|([{}]|<(?!\/?(?:When|Mention|Quote|p|span)[\s>])|^[ \t]*(?:import|export)\b)/gm;

/** Whether a body has components, expressions or imports of its own. A body that does not parse is plain: it stands as text. */
export function form(body: string): Form {
  for (const m of body.matchAll(suspicious)) if (m[1] !== undefined) return parsed(body);
  return "plain";
}

function parsed(body: string): Form {
  try {
    const tree = mdxToMdast(body, {position: false, features: {gfm: true, smartPunctuation: false}}) as BodyNode;
    return foreign(tree).length ? "mdx" : "plain";
  } catch {
    return "plain";
  }
}
