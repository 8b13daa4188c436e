import {holdable} from "./actors.ts";
import {type Happening} from "./happening.ts";

/** Sentences what began is still the one spoken of. */
const near = 4;

const ending = /^(?:заверш[иа][тю]|законч[иа]т|кончает|кончаю|закро[ею]т|закрывает|закрываю)/;

/**
 * «2 октября открылись курсы. … Занятия завершатся 20 октября»: when what was told of before is to end is no event of its own, where
 * its words name nobody.
 */
export const withoutEnds = (happenings: readonly Happening[]): Happening[] =>
  happenings.filter((h, i) => !isEnd(h) || !happenings.slice(Math.max(0, i - 8), i).some((o) => beganBefore(o, h)));

const isEnd = ({verb, date, status, operation, stretch}: Happening) =>
  verb !== null &&
  date?.edtf != null &&
  status !== "happened" &&
  operation === null &&
  ending.test(verb.word.form) &&
  !stretch.named.some(({entity}) => entity.kind === "organization" || entity.kind === "country" || entity.kind === "person");

function beganBefore(o: Happening, h: Happening): boolean {
  const back = (h.sentences[0]?.index ?? 0) - (o.sentences[0]?.index ?? -99);
  return back > 0 && back <= near && o.date?.edtf != null && holdable.has(o.type) && (h.type === o.type || h.subject === null);
}
