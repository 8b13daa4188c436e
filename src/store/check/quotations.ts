import {nearest} from "../change.ts";
import {applyEdits, type Edit, memberFields} from "../frontmatter.ts";
import {isOurs, type Page, wroteOf} from "../page.ts";
import {flat, type Place, said, type Seeds, standing} from "../standing.ts";
import {flow} from "../yaml.ts";
import type {Checked} from "./check.ts";

/** Quotations of an event that do not stand where it says: where the words only moved, a repair moves the position after them. */
export function quotations(
  page: Page,
  documentOf: (id: string) => Page | undefined,
  placed: (document: Page) => Place,
  seeds: Seeds,
  checked: Checked,
): void {
  const matter = page.matter();
  const list = matter.fields.get("sources");
  if (!list) return;
  const stands = (source: {document?: unknown; quote?: unknown; span?: unknown} | null): boolean => {
    const document = documentOf(String(source?.document));
    if (typeof source?.quote !== "string" || !document || !Array.isArray(source.span)) return false;
    const {text, within} = standing(placed(document), seeds);
    return within !== null && text.slice(...(source.span as [number, number])) === source.quote;
  };
  // Nearly always all do, and none need be looked for in the page.
  if (Array.isArray(list.value) && list.value.every(stands)) return;
  const ours = isOurs(list, wroteOf(matter).sources);
  const edits: Edit[] = [];
  memberFields(matter, "sources").forEach((source, i) => {
    const quote = source.get("quote")?.value;
    const span = source.get("span");
    const document = documentOf(String(source.get("document")?.value));
    if (typeof quote !== "string" || !quote || !document || !span || !Array.isArray(span.value)) return;
    const [start = 0, end = 0] = span.value as number[];
    const place = placed(document);
    const {file} = place;
    const {text, within} = standing(place, seeds);
    const found = within && (text.slice(start, end) === quote ? start : nearest(text, quote, start, within));
    if (found === start || (found === null && said(document).includes(flat(quote)))) return;
    const where = {file: `content/${page.path}`, span: source.get("quote")?.at ?? list.key};
    if (found === null) {
      checked.problems.push({
        ...where,
        rule: "check/quote-gone",
        severity: "error",
        message: `The quotation ${String(i + 1)} does not stand in ${within ? `its text of seeds/${file}` : `content/${document.path}`}: «${quote.slice(0, 60)}${quote.length > 60 ? "…" : ""}».`,
        fix: ours && within ? "Run npm run ingest." : "Copy the words as the text has them, or take this source out.",
      });
      return;
    }
    checked.problems.push({
      ...where,
      rule: "check/span-moved",
      severity: "warning",
      message: `The quotation ${String(i + 1)} stands at [${String(found)}, ${String(found + quote.length)}] of seeds/${file}, not at [${String(start)}, ${String(end)}].`,
      fix: ours ? "Run npm run ingest." : "npm run check -- --fix corrects the position.",
    });
    if (!ours) edits.push({span: span.at, text: flow([found, found + quote.length])});
  });
  if (edits.length) checked.repairs.push({path: page.path, before: matter.text, text: applyEdits(matter.text, edits)});
}
