/** Elements of which no word is for the search, and that are most of a page. */
const dead = [/<script\b[^]*?<\/script>/g, /<svg\b(?:(?!<svg\b)[^])*?<\/svg>/g];

/** A built page without its scripts and pictures, half of what an indexer would read in vain; null for one that is not searched. */
export function bare(html: string): string | null {
  if (!html.includes("data-pagefind-body")) return null;
  let text = html;
  for (const element of dead)
    // A picture may stand in a picture: the inner goes first.
    for (let before = ""; before !== text;) {
      before = text;
      text = text.replace(element, "");
    }
  return text;
}
