const signs: Record<string, string> = {amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#38": "&", "#34": '"', nbsp: "\u00a0"};

/** Text of HTML with its entities read. */
export const unescape = (html: string): string => html.replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole);

/** Tags of a page with their attributes; text of scripts is skipped. */
export function tags(html: string): {name: string; attributes: Map<string, string>}[] {
  const bare = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
  return [...bare.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:="[^"]*"|='[^']*'|=[^\s>]*)?)*)\s*\/?>/gi)].map((m) => ({
    name: (m[1] ?? "").toLowerCase(),
    attributes: new Map(
      [...(m[2] ?? "").matchAll(/([^\s=]+)(?:="([^"]*)"|='([^']*)'|=([^\s>]*))?/g)].map((a) => [
        (a[1] ?? "").toLowerCase(),
        unescape(a[2] ?? a[3] ?? a[4] ?? ""),
      ]),
    ),
  }));
}

/** What a page says, without its markup. */
export const textOf = (html: string): string =>
  unescape(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, ""));

/** A run of text, or words of an attribute that are read out: the language it stands under, and the elements around it with their classes, outermost first: `p.source`. */
export type Run = {text: string; lang: string; inside: string[]};

const single = new Set(["meta", "link", "br", "img", "input", "hr", "source", "wbr", "area", "base", "col", "embed", "track"]);

/** What a page says, in order; scripts that hold data say nothing. */
export function runs(html: string): Run[] {
  const bare = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, "$1$3");
  const open: {name: string; lang: string}[] = [];
  const out: Run[] = [];
  for (const [, close, name = "", attributes = "", text] of bare.matchAll(
    /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/gi,
  )) {
    const lang = open.at(-1)?.lang ?? "";
    if (text !== undefined) {
      if (text.trim()) out.push({text: unescape(text), lang, inside: open.map((element) => element.name)});
    } else if (close) {
      const at = open.findLastIndex((element) => element.name.split(".")[0] === name.toLowerCase());
      if (at >= 0) open.splice(at);
    } else {
      const value = (attribute: string) =>
        new RegExp(`\\s${attribute}=(?:"([^"]*)"|([^\\s"'>]+))`).exec(attributes)?.slice(1).find(Boolean);
      const classes = (value("class") ?? "").split(/\s+/).filter(Boolean);
      const element = {name: [name.toLowerCase(), ...classes].join("."), lang: value("lang") ?? lang};
      const inside = [...open, element].map((outer) => outer.name);
      for (const said of ["aria-label", "title", "placeholder", "alt"].flatMap((attribute) => value(attribute) ?? []))
        out.push({text: unescape(said), lang: element.lang, inside});
      if (!attributes.endsWith("/") && !single.has(name.toLowerCase())) open.push(element);
    }
  }
  return out;
}
