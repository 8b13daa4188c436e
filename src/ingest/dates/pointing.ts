import {type Phrase} from "./reading.ts";
import {type Tense} from "./tense.ts";

/**
 * Which way the words around a date point. What is set for a day («назначено на 25 июня», «план на ноябрь») is mostly still to
 * come, whatever the verb; «по состоянию на 1 сентября», «На 1 января зарегистрировано» and «в ночь на 5 мая» are not.
 * `goesOn`: what stands before it in its paragraph is still to come.
 */
export function pointing(
  text: string,
  {span, rule}: Phrase,
  verbs: (start: number, end: number) => Tense,
  goesOn: () => boolean,
): Tense {
  const lead = /^на /i.test(text.slice(span.start, span.start + 3)) ? span.start + 3 : span.start;
  // «прошла на выходных» is when, not for when.
  const set =
    rule !== "weekend" && saysOn(text, lead)
      ? /(?:(\p{L}+)[»”"]? |(?<!\p{L}))на $/iu.exec(text.slice(Math.max(0, lead - 30), lead))
      : null;
  const stated = set !== null && asOf.test(set[1] ?? "");
  if (set?.[1] && !stated) return "leaning";
  // «Обсудили подготовку июльского саммита», «консультации о программе октябрьских учений»
  if (purpose.test(text.slice(Math.max(0, span.start - 40), span.start))) return "leaning";
  const points = verbs(span.start, span.end);
  if (points) return points;
  if (set && !stated) return "leaning";
  // «Следующий этап – в октябре», «Очередная встреча – в Бресте, в октябре»
  if (isNext(text, span.start)) return "leaning";
  // «Летом намечено учение. Осенью …»: what follows a time to come in its paragraph lies rather beyond it.
  return goesOn() ? "leaning" : null;
}

const purpose =
  /(?<!(?:итог|результат|отч[её]т)\p{L}{0,3} (?:о )?)(?<!\p{L})(?:подготовк|программ|проведени|созыв|организаци|сценари|повестк|замысл)(?:[аеуиоы]|ой|ей|ем|ю|я)?,? (?:в |к |во )?$/iu;

const isNext = (text: string, at: number) =>
  /[–—-] (?:во? \p{Lu}[\p{L}-]+, )?(?:во? |с )?$/u.test(text.slice(Math.max(0, at - 40), at)) &&
  /(?<!\p{L})(?:следующ|очередн|ближайш|предстоящ)(?:ий|ая|ее|ие|ый|ое|ые) [^.!?;\n]*$/iu.test(
    text.slice(Math.max(0, at - 90), at),
  );

/** Whether a date says up to when something was counted: «С начала года изъято …», «По состоянию на 1 июня …», «На 1 июня зарегистрировано …». */
export function counts(text: string, {span, rule, reading}: Phrase): boolean {
  if (rule === "since-edge-of-unit") return true;
  // «На следующий день президент распорядился …»
  if (rule === "following-day") return false;
  // «На минувшей неделе» is when, not up to when.
  if (reading.kind === "offset" && reading.unit === "week") return false;
  const lead = /^на /i.test(text.slice(span.start, span.start + 3)) ? span.start + 3 : span.start;
  if (!saysOn(text, lead)) return false;
  const set = /(?:^|[^\p{L}])(?:(\p{L}+) )?на $/iu.exec(text.slice(Math.max(0, lead - 40), lead));
  if (!set || rule === "day-word") return false;
  if (set[1]) return asOf.test(set[1]) && !/^ноч/i.test(set[1]);
  const opens = /(?:^|\n|[.!?…] )На $/.test(text.slice(Math.max(0, lead - 6), lead));
  return opens && !/^[^.!?\n]{0,120}(?:назнач|намеч|планир|перен[её]с|отлож)/i.test(text.slice(span.end, span.end + 140));
}

// Whether «на» stands right before the offset: most dates have none, and patterns cost time.
function saysOn(text: string, at: number): boolean {
  return text[at - 1] === " " && text[at - 2] === "а" && (text[at - 3] === "н" || text[at - 3] === "Н");
}

const asOf = /^(?:состояни|данны|сведени|информаци|ситуаци|обстановк|курс|ноч)\p{L}*$/iu;
