import {type Item} from "../item.ts";
import {tidyTitle} from "../title-cut.ts";
import {bare, type Happening, onDate} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

const decides =
  /(?<!\p{L})(?:[Рр]ешил[аио]?|РЕШИЛ[АИО]?|[Пп]остановил[аио]?|ПОСТАНОВИЛ[АИО]?|[Пп]остановля[ею]т|ПОСТАНОВЛЯ[ЕЮ]Т)\s*:\s*(?:1[.)]\s*)?(\p{Lu}\p{Ll}+(?:ть|ти)(?:ся)?\s[^.;]+)/u;
const heading = /^\s*(?:решение|постановление|резолюция)(?!\p{L})/iu;

/** «Совет глав государств СНГ решил: 1. Утвердить Программу …»: the decision of a body, on the day its paper bears. */
export function decision(
  text: string,
  item: Item,
  sentences: readonly Sentence[],
  known: readonly Happening[],
): Happening | null {
  const point = (s: Sentence) => decides.exec(text.slice(s.span.start, (sentences[s.index + 1] ?? s).span.end))?.[1];
  const own = sentences.find((s) => point(s) !== undefined && s.named.some((n) => n.entity.kind === "organization"));
  if (!own) return null;
  const day = item.published ?? item.reference;
  const date = item.dates.find((d) => d.edtf !== null && d.edtf === day);
  if (known.some((h) => h.type === "agreement" && h.when !== null && h.when === date?.edtf)) return null;
  const title = item.title ? text.slice(item.title.start, item.title.end) : "";
  return {
    ...bare(own, own, {type: "agreement", subject: null, verb: null}, "happened", ["decision"]),
    ...(date ? onDate(date) : {}),
    title: tidyTitle(heading.test(title) ? title : (point(own) ?? "")),
  };
}
