import {HtmlValidate} from "html-validate";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tags} from "./html.ts";
import {filesOf} from "./site.ts";

// What must hold of every page of every site: each function returns what is wrong, in words that say where.

const pagesOf = (out: string): string[] => filesOf(out).filter((file) => file.endsWith(".html"));

/** The file an address of the site stands for; `base` is where its links begin. */
export function fileOf(path: string, base: string): string {
  const inside = decodeURIComponent(path.slice(base.length));
  return inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
}

/** Links, anchors and files that pages name and that are not there. */
export function brokenLinks(out: string, base: string): string[] {
  const files = new Set(filesOf(out));
  const tagsOf = new Map(pagesOf(out).map((page) => [page, tags(readFileSync(join(out, page), "utf8"))]));
  const ids = new Map(
    [...tagsOf].map(([page, all]) => [page, new Set(all.flatMap(({attributes}) => attributes.get("id") ?? []))]),
  );
  const broken: string[] = [];
  for (const [page, all] of tagsOf)
    for (const {name, attributes} of all)
      for (const attribute of ["href", "src"]) {
        const value = attributes.get(attribute);
        if (value === undefined || /^(https?:|mailto:|data:)/.test(value) || (name !== "a" && value.startsWith("#"))) continue;
        const [path = "", anchor] = value.split("#");
        const target = path === "" ? page : fileOf(path.split("?")[0] ?? "", base);
        if (path !== "" && !path.startsWith(base)) broken.push(`${page}: ${value} leaves the base`);
        else if (!files.has(target)) broken.push(`${page}: ${value}`);
        else if (anchor && !ids.get(target)?.has(decodeURIComponent(anchor))) broken.push(`${page}: no anchor ${value}`);
      }
  return broken;
}

/** Scripts, styles, handlers and style attributes that stand inside a page. */
export function inlined(out: string): string[] {
  const inline: string[] = [];
  for (const page of pagesOf(out))
    for (const {name, attributes} of tags(readFileSync(join(out, page), "utf8"))) {
      const data = /^application\/(ld\+)?json$/.test(attributes.get("type") ?? "");
      if (name === "style" || (name === "script" && !attributes.has("src") && !data)) inline.push(`${page}: <${name}>`);
      for (const attribute of attributes.keys())
        if (attribute === "style" || attribute.startsWith("on")) inline.push(`${page}: ${name} ${attribute}`);
    }
  return inline;
}

/** What html-validate finds, ids that stand twice among it. */
export async function invalidHtml(out: string): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      // Matters of taste, or of tools that write the pages.
      "no-trailing-whitespace": "off",
      "void-style": "off",
      "long-title": "off",
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "doctype-style": "off",
      "no-implicit-close": "off",
      "prefer-native-element": "off",
      "tel-non-breaking": "off",
      // An event's id begins with its year, which HTML allows.
      // The timeline's filters act as they are changed; there is nothing to send.
      "wcag/h32": "off",
      "valid-id": ["error", {relaxed: true}],
    },
  });
  const wrong = new Set<string>();
  for (const page of pagesOf(out)) {
    const report = await validator.validateString(readFileSync(join(out, page), "utf8"));
    for (const {messages} of report.results)
      for (const {ruleId, message, selector} of messages) wrong.add(`${page} ${ruleId}: ${message} (${selector ?? ""})`);
  }
  return [...wrong];
}
