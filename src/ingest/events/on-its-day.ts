import {type DateMention} from "../../model/mention.ts";
import {type Named} from "../names/read.ts";
import {type Word} from "../names/words.ts";
import {tidyTitle} from "../title-cut.ts";
import {titleOf} from "../titles.ts";
import {isActor} from "./actors.ts";
import {bare, type Happening, judge, onDate} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";

/** What was read of a sentence so far, and the sentence that is left to be read. */
export type OnTheirDays = {found: Happening[]; rest: Sentence | null};

/**
 * «К нему примкнули Азербайджан (24 сентября), Грузия (9 сентября)», «Индия стала членом 9 июня 2017 года, Иран – 4 июля 2023 года»:
 * names that each have their own day, in brackets or behind a dash, share the verb of the sentence. What stands before the first
 * of those with a dash tells of itself.
 */
export function eachOnItsDay(text: string, sentence: Sentence, list: readonly Word[]): OnTheirDays {
  const bracketed = pairsIn(text, sentence, (date) => text[date.span.end] === ")", /^\s\($/);
  const dashed = pairsIn(text, sentence, () => true, /^\s[–—-]\s(?:\p{L}{1,2}\s)?$/u).filter(({name}) =>
    /,\s(?:а\s)?$/u.test(text.slice(sentence.span.start, name.span.start)),
  );
  const pairs = bracketed.length > 1 ? bracketed : dashed;
  const [first] = pairs;
  const verb = first && judge(sentence, null)?.verb;
  if (!first || verb?.class !== "act" || verb.word.end > first.name.span.start) return {found: [], rest: sentence};
  const head = part(sentence, {start: sentence.span.start, end: first.name.span.start}, list);
  const said = judge(pairs === bracketed ? sentence : head, null);
  // A day of its own shows that the sentence tells of one thing after another.
  if (!said || (pairs === dashed && !head.dates.some((d) => d.edtf !== null && d.role !== "name")))
    return {found: [], rest: sentence};
  const whole = titleOf(text, sentence, list, null, verb);
  const predicate = (/^.+?(?=\s(?:в|во|на|с|со|по|при|из|от|до|за|in|at|on)\s|[,;:(–—]|$)/u.exec(
    text.slice(verb.word.start, head.span.end),
  ) ?? [""])[0];
  const found = pairs.map(({name, date}) => {
    const own = text.slice(name.span.start, name.span.end);
    return {
      ...bare(sentence, part(sentence, {start: name.span.start, end: date.span.end}, list), said, said.status ?? "happened", [
        "each-on-its-day",
      ]),
      ...onDate(date),
      title: pairs === bracketed ? whole : tidyTitle(`${own} — ${predicate}`),
    };
  });
  return {found, rest: pairs === bracketed ? null : {...sentence, ...head}};
}

type Pair = {name: Named; date: DateMention};

function pairsIn(text: string, {dates, named}: Sentence, isSo: (date: DateMention) => boolean, between: RegExp): Pair[] {
  return dates.flatMap((date): Pair[] => {
    const name = named.find(
      (n) => isActor(n) && n.span.end < date.span.start && between.test(text.slice(n.span.end, date.span.start)),
    );
    return name && date.edtf !== null && isSo(date) ? [{name, date}] : [];
  });
}
