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
