import {isCaseOf} from "../names/operation-names.ts";
import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {bare, type Happening} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";

// «учению «Рубеж-2017»», «учения сил ОДКБ "Рубеж-2017"»: the name stands by the noun, with nothing between but whose it is.
const nameAfter = /^[^«"“„.,;:!?()\n]{0,90}[«"“„]([^«»"“”„\n]{3,40}?[\s-]*(?:19|20)\d\d)[»"”“]/u;

const quoted = /[«"“„]([^«»"“”„\n]{3,40})[»"”“]/u;

/**
 * «Под Челябинском прошла «Мирная миссия-2007»», «планируются «Поиск» и «Эшелон»» after an exercise, «через год «Скалу» проведут в
 * Оше» after «учения «Скала»»: what is held and called by nothing but a name. A name with its year is a series of exercises unless
 * an operation bears it.
 */
export function byNameAlone(text: string, h: Happening, sentences: readonly Sentence[]): Happening {
  const own = h.sentences[0];
  if (!own || h.type !== "other" || h.operation || h.subject || h.verb?.class !== "hold") return h;
  if (h.stretch.clues.some((c) => c.class === "noun") || h.stretch.named.some((n) => n.entity.kind === "operation")) return h;
  const name = quoted.exec(text.slice(h.stretch.span.start, h.stretch.span.end))?.[1];
  if (!name) return h;
  const before = sentences.slice(Math.max(0, own.index - 2), own.index).flatMap((s) => s.clues.filter((c) => c.class === "noun"));
  const again =
    /[\s-](?:19|20)\d\d$/.test(name) || before.at(-1)?.type === "exercise" || isNamedBefore(text, name, own, sentences);
  return again ? {...h, type: "exercise", rules: [...h.rules, "by-name-alone"]} : h;
}

// «учения «Скала»», a screen or so before.
const isNamedBefore = (text: string, name: string, own: Sentence, sentences: readonly Sentence[]) =>
  sentences.slice(Math.max(0, own.index - 12), own.index).some((s) =>
    s.clues.some((c) => {
      if (c.class !== "noun" || c.type !== "exercise") return false;
      const called = ofNoun.exec(text.slice(c.word.end, s.span.end))?.[1];
      return called !== undefined && isCaseOf(name, called);
    }),
  );

const ofNoun = /^[^«"“„.,;:!?()\n]{0,60}[«"“„]([^«»"“”„\n]{3,40})[»"”“]/u;

/** «Рота участвовала в учении «Рубеж»; сборы длились с 7 по 19 сентября»: the mustering is the exercise's. */
export function mustered(h: Happening): Happening {
  const subject = h.subject;
  if (h.type !== "training" || !subject || !/^сбор/.test(subject.word.form)) return h;
  const exercise = h.sentences[0]?.clues.some((c) => c.class === "noun" && c.type === "exercise" && c.at < subject.at);
  return exercise ? {...h, type: "exercise", rules: [...h.rules, "mustered"]} : h;
}

/**
 * «Обсудили подготовку к учению «Рубеж-2017»»: an exercise that its name dates by a year is told of, whatever the sentence is
 * about. One for each name; what has an event of its own needs none.
 */
export function namedExercises(
  text: string,
  sentences: readonly Sentence[],
  known: readonly Happening[],
  list: readonly Word[],
): Happening[] {
  const found: Happening[] = [];
  const told = new Set<string>();
  for (const h of known)
    if (h.type === "exercise" || h.isMain)
      for (const s of h.sentences)
        for (const [, name] of text.slice(s.span.start, s.span.end).matchAll(/[«"“„]([^«»"“”„\n]{3,45})[»"”“]/gu))
          if (name) told.add(name);
  for (const sentence of sentences)
    for (const noun of sentence.clues) {
      if (sentence.isTitle || noun.class !== "noun" || noun.type !== "exercise") continue;
      const m = nameAfter.exec(text.slice(noun.word.end, sentence.span.end));
      const name = m?.[1];
      if (!m || !name || told.has(name)) continue;
      told.add(name);
      const start = list[phraseStart(text, list, noun.at, sentence.from)]?.start ?? noun.word.start;
      const stretch = part(sentence, {start, end: noun.word.end + m[0].length}, list);
      found.push(bare(sentence, stretch, {type: "exercise", subject: noun, verb: null}, "happened", ["named-exercise"]));
    }
  return found;
}
