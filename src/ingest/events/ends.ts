import {holdable} from "./actors.ts";
import {type Happening} from "./happening.ts";

/** Sentences what began is still the one spoken of. */
const near = 4;

const ending = /^(?:заверш[иа][тю]|законч[иа]т|кончает|кончаю|закро[ею]т|закрывает|закрываю)/;

/**
 * «Второй этап начинает полиция. … Второй этап завершится 17 октября»: an operation of which the end is told lasts from its day to that one.
 */
export function untilTheirEnds(happenings: readonly Happening[]): Happening[] {
  const ended = new Map<Happening, Happening>();
  happenings.forEach((h, i) => {
    if (h.operation === null || !h.date || !h.verb || h.status === "happened" || !ending.test(h.verb.word.form)) return;
    const began = happenings.slice(Math.max(0, i - 8), i + 9).findLast((o) => isBeginning(o, h));
    if (began) ended.set(h, began);
  });
  const ends = new Map([...ended].map(([end, began]) => [began, end]));
  return happenings.flatMap((h) => {
    if (ended.has(h)) return [];
    const end = ends.get(h);
    return end
      ? [
          {
            ...h,
            when: `${h.when ?? ""}/${end.when ?? ""}`,
            sentences: [...h.sentences, ...end.sentences],
            rules: [...h.rules, "until-its-end"],
          },
        ]
      : [h];
  });
}

const isDay = (when: string | null): when is string => when !== null && /^\d{4}-\d\d-\d\d[~?]?$/.test(when);

const isBeginning = (o: Happening, h: Happening) =>
  o.type === "operation" &&
  o.operation === h.operation &&
  isDay(o.when) &&
  isDay(h.when) &&
  o.when.slice(0, 10) < h.when.slice(0, 10);

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
