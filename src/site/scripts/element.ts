// The timeline for pages of others: one file with the element, its style sheet and the addresses of its fonts.
import "./every-language.ts";
import "../../timeline/mount.ts";
import timeline from "../styles/timeline.css?inline";
import tokens from "../styles/tokens.css?inline";

declare const LETOPIS_FONTS: {family: string; href: string; weight: string; unicodeRange: string}[];

const base =
  ":scope{display:block;position:relative;background:var(--paper);color:var(--ink);font:400 16px/1.5 var(--sans)}" +
  "*{box-sizing:border-box}p{margin:0}.reading{display:none}";
// Held inside the element, and in no layer: our rules neither reach the page around it nor give way to every rule of that page.
const rules = `${tokens}${timeline}`
  .replaceAll(/@layer [^;{]+;/g, "")
  .replaceAll(/@layer \w+\s*\{/g, "@media all{")
  .replaceAll(/:root|\.timeline\b/g, ":scope")
  .replaceAll(/(^|[\s,{}])\.live\b/g, "$1:scope.live");
const sheet = new CSSStyleSheet();
sheet.replaceSync(`@scope (letopis-timeline){${base}${rules}}`);
document.adoptedStyleSheets.push(sheet);

// Where the site does not let others have its fonts, those of the system stand in.
for (const {family, href, weight, unicodeRange} of LETOPIS_FONTS)
  document.fonts.add(new FontFace(family, `url(${new URL(href, import.meta.url).href})`, {weight, unicodeRange}));
