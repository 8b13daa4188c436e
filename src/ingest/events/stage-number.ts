import {type Span} from "../../model/span.ts";

const which = "(?<!\\p{L})(перв|втор|трет|четв[её]рт|пят|заключительн)";
const alone = new RegExp(which, "iu");
const stage = new RegExp(`${which}\\p{L}*\\s(?:и\\s\\p{L}+\\s)?(?:этап|фаз|стади)`, "iu");

/** Units of a sentence that may stand before the number. */
const longest = 200;

/** Which stage words speak of, by the stem of its number: «второго этапа», and of «третий запланирован» where the rules say it is one. */
export const stageIn = (text: string, {start, end}: Span, rules: readonly string[] = []): string | null =>
  (rules.includes("by-ordinal") ? alone : stage).exec(text.slice(start, Math.min(end, start + longest)))?.[1]?.toLowerCase() ??
  null;
