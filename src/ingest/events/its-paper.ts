import {type Happening} from "./happening.ts";

const corresponding =
  /^[\s«"–—-]*соответствующ(?:ий|ее|ая|ие)\s(?:указ|закон|документ|решени|постановлени|распоряжени|приказ|соглашени)\p{L}*\s/iu;
// «Церемония состоялась 4 марта», "The ceremony was held on 4 March": nobody says again of what.
const ceremony =
  /^[\s«"“–—-]*(?:(?:the|(?:торжественная|официальная|сама)\s)?(?:церемония)\s(?:прош|состоя|провед)|the\s(?:\p{L}+\s)?(?:hand-?over\s)?ceremony\s(?:was|took|has))/iu;

const follows = (words: string) => corresponding.test(words) || ceremony.test(words);

/** Sentences back to what the paper is of. */
const reach = 2;

/**
 * «Президент одобрил проект соглашения. Соответствующий указ подписан 13 сентября», «Страны подписали протокол. Церемония прошла 4
 * марта»: the paper or the rite is how it was done, and its day is the day of what was done.
 */
export function withItsPaper(text: string, happenings: readonly Happening[]): Happening[] {
  const out = [...happenings];
  const gone = new Set<number>();
  out.forEach((h, i) => {
    const [own] = h.sentences;
    if (!own || h.date === null || !follows(text.slice(own.span.start, own.span.start + 60))) return;
    const at = out.findLastIndex((o, k) => k < i && isOf(o, own.index));
    const done = out[at];
    if (!done) return;
    const {when, date, basis, note} = h;
    out[at] = {...done, when, date, basis, note, sentences: [...done.sentences, own], rules: [...done.rules, "its-paper"]};
    gone.add(i);
  });
  return out.filter((_, i) => !gone.has(i));
}

const isOf = ({sentences: [own], date, status, verb}: Happening, index: number): boolean =>
  own !== undefined &&
  date === null &&
  status === "happened" &&
  verb?.class === "act" &&
  index > own.index &&
  index - own.index <= reach;
