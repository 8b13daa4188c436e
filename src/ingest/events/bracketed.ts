import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {type Clue} from "./clues.ts";
import {type Verdict} from "./happening.ts";
import {isDay} from "./may-date.ts";
import {part, type Sentence, type Stretch} from "./sentence.ts";

// «(Минск, 5 мая 2019 года)», «(г. Циндао, КНР, 9–10 июня 2018 г.)», «(5 мая)»: the place, if any, and the date.
const opening = /\s\(\s?(?:(?:г\.\s?|город\s|пос\.\s?)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,\s){0,2}(?:с\s)?$/u;
const closing = /^(?:\s?(?:г|гг)\.|\s(?:года|годов))?\s?\)/u;
// «Советом (…) утверждена программа» tells what the body did.
const body = /(?<!\p{L})(?:Совет|Комитет|Комисси|Ассамбле|Коллеги)(?!ом\s|ей\s)\p{L}{0,3}\s[^,.;:()]{0,110}$/u;

/**
 * «На саммите ШОС (г. Циндао, 9–10 июня 2018 года) приняты решения»: a place and a date in brackets are of the gathering right
 * before them, or of the body that sat there, whatever the sentence goes on to tell.
 */
export function bracketedGathering(
  text: string,
  sentence: Sentence,
  date: DateMention,
  list: readonly Word[],
): {stretch: Stretch; verdict: Verdict} | null {
  const open = opening.exec(text.slice(Math.max(sentence.span.start, date.span.start - 60), date.span.start));
  const close = closing.exec(text.slice(date.span.end, date.span.end + 10));
  if (!open || !close || !isDay(date.edtf ?? "")) return null;
  const end = date.span.start - open[0].length;
  const noun = gatheringBefore(text, sentence, end) ?? bodyBefore(text, sentence, end, list);
  if (!noun) return null;
  const from = list[phraseStart(text, list, noun.at, sentence.from)]?.start ?? noun.word.start;
  const stretch = part(sentence, {start: from, end: date.span.end + close[0].length}, list);
  return {
    stretch: {...stretch, clues: [noun]},
    verdict: {type: noun.type, subject: noun, verb: null, status: null, strength: 2, rule: "bracketed"},
  };
}

function gatheringBefore(text: string, {clues}: Sentence, end: number): Clue | undefined {
  const noun = clues.findLast((c) => c.word.end <= end);
  const held = noun?.class === "noun" && (noun.type === "meeting" || noun.type === "exercise" || noun.type === "training");
  return held && /^[^,.;:()]{0,120}$/u.test(text.slice(noun.word.end, end)) ? noun : undefined;
}

function bodyBefore(text: string, sentence: Sentence, end: number, list: readonly Word[]): Clue | undefined {
  const floor = Math.max(sentence.span.start, end - 130);
  const m = body.exec(text.slice(floor, end));
  if (!m || sentence.clues.some((c) => c.class === "noun" && c.word.start >= floor + m.index && c.word.end <= end))
    return undefined;
  let at = sentence.from;
  while (at < sentence.to && (list[at]?.start ?? 0) < floor + m.index) at++;
  const word = list[at];
  return word && {at, word, class: "noun", type: "meeting", status: null, governed: false, infinitive: false};
}
