import {type EventType} from "../../model/event.ts";
import {tidyTitle} from "../title-cut.ts";
import {bare, type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

const kinds = new Set<EventType>(["exercise", "meeting", "training"]);
const opens = /^[\s–—•·*\-\d.)]*[«"“„\p{Lu}]/u;

/**
 * «Проводит учения. Среди самых крупных:» over «– «Каспий», Актау, август 2005»: a line that only names and dates is of the
 * kind its heading names. `open` is the sentence that ends with the colon, `before` the one before that.
 */
export function headedLine(
  text: string,
  sentence: Sentence,
  open: Sentence,
  before: Sentence | undefined,
  reference: string | null,
): Happening | null {
  const dates = sentence.dates.filter((d) => d.edtf !== null && d.role !== "name");
  const [date] = dates;
  const words = text.slice(sentence.span.start, sentence.span.end);
  if (!date || dates.length > 1 || words.length > 140 || !opens.test(words)) return null;
  if (sentence.clues.length || /[,;]\s[^,;]*\p{L}{3,}(?:л|ла|ли|ет|ут|ны)(?!\p{L})/u.test(words)) return null;
  const noun = [open, before].flatMap((s) => s?.clues.filter((c) => c.class === "noun" && kinds.has(c.type)).slice(-1) ?? [])[0];
  if (!noun) return null;
  const status = statusOf(words, null, date.edtf, reference);
  const title = tidyTitle(words.replace(/^[\s–—•·*\-\d.)]+/u, "").replace(/[;.,\s]+$/u, ""));
  const {edtf: when, basis, note} = date;
  return {
    ...bare(sentence, sentence, {type: noun.type, subject: null, verb: null}, status, ["dated", "headed"]),
    when,
    date,
    basis,
    note,
    title,
  };
}
