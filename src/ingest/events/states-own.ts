import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

/** What states do among themselves, and the founding of something else, is no act of the organisation told about. */
export const amongStates =
  /(?<!\p{L})(?:между\s+правительств\p{L}*|правительств\p{L}*\s+\p{Lu}\p{L}+\s+и|межправительственн\p{L}*|establishing\s+\p{Lu}{2,}|(?:о\s+создании|об\s+учреждении)\s+\p{Lu}{2,})(?!\p{L})/u;

// What a state's own courts, parliament and police do is theirs, whoever the item is about.
const national =
  /(?<!\p{L})(?:(?:национальн|республиканск)\p{L}*\s+(?:план|программ|стратеги|концепци)\p{L}*|закон(?:а|у|ом|е|ы)?|законопроект\p{L}*|парламент(?:а|у|ом|е|арии)?|депутат\p{L}*|палат[аыеу]|сенат\p{L}*|кабинет\p{L}*\s+министров|суд(?:а|ом|е)?|приговор\p{L}*|осужд[её]н\p{L}*|уголовн\p{L}*\s+дел\p{L}*|порядок\s+въезда)(?!\p{L})/iu;

const crime = /^(?:задерж|арест|изъя|ликвидир|пресе(?:к|ч))/;

/** Whether a sentence tells what a state's own courts, parliament or police did. */
export function isNational(text: string, h: Happening, first: Sentence): boolean {
  if (h.operation) return false;
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  if (national.test(words) && (h.type === "agreement" || h.type === "strategy" || h.type === "other"))
    return !/модельн/iu.test(words);
  return (
    h.type === "operation" &&
    h.verb !== null &&
    crime.test(h.verb.word.form) &&
    !first.clues.some((c) => c.class === "noun" && c.type === "operation")
  );
}
