import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {tidyTitle, titleLimit, withoutHeld} from "../title-cut.ts";
import {titleOf} from "../titles.ts";
import {type Clue} from "./clues.ts";
import {type Happening} from "./happening.ts";
import {nominativePhrase} from "./nominative.ts";
import {type Scene} from "./scene.ts";

/** Title of an event: «Второй этап операции» is called so where its own words bring the operation's name or no sentence of its own does. */
export function titleFor(text: string, h: Happening, list: readonly Word[], scene: Scene): string {
  if (h.title !== null) return h.title;
  const words = titleOf(text, h.stretch, list, h.subject, h.verb);
  const [first] = h.sentences;
  const own = first && h.subject && isLeft(words, h.subject) ? titleOf(text, first, list, null, h.verb) : words;
  if (!h.operation) return headingFor(text, h, own, list, scene) ?? own;
  const name = h.sentences[0]?.named.find((n) => n.entity === h.operation);
  const isStage = /^этап|^stage|^phase/.test(h.subject?.word.form ?? "");
  // «…; постоянной она стала в 2008 году»: told of the name before, in words of its own.
  if (name && name.span.end <= h.stretch.span.start && h.rules.includes("its-operation")) return own;
  if (isStage && (!name || own.includes(text.slice(name.span.start, name.span.end))))
    return h.subject?.governed && h.verb === null ? tidyTitle(nominativePhrase(own, h.subject.word.form, null)) : own;
  return operationTitle(text, h, list) ?? own;
}

// «обсудят на заседании члены группы, которое пройдёт сегодня»: the clause of the noun has no words that name it.
const isLeft = (words: string, {word, governed}: Clue): boolean =>
  governed && words.toLowerCase().startsWith(`${word.form} `) && nominativePhrase(words, word.form, null) !== words;

// «Круглый стол по вопросам …» over «Сотрудники служб и ведомств … обсудили …»: where the words cut for a title lost their
// verb, a heading that is the name of a gathering says what it was.
function headingFor(text: string, h: Happening, own: string, list: readonly Word[], {opening}: Scene): string | null {
  const [first] = h.sentences;
  if (h.type !== "meeting" || h.subject || !h.verb || !first || own.includes(text.slice(h.verb.word.start, h.verb.word.end)))
    return null;
  const heading = opening.find((s) => s.isTitle);
  const noun = heading?.clues[0];
  if (!heading || !noun || noun.class !== "noun" || noun.type !== h.type || noun.governed) return null;
  if (heading.clues.some((c) => c.class !== "noun") || noun.at - heading.from > 3 || first.index > heading.index + 3) return null;
  return titleOf(text, heading, list, noun, null);
}

// The phrase that brings the name, from its adjectives to the name's end, the head in the nominative; of a list only its own name.
function operationTitle(text: string, h: Happening, list: readonly Word[]): string | null {
  const sentence = h.sentences.find((s) => s.named.some((n) => n.entity === h.operation));
  const name = sentence?.named.find((n) => n.entity === h.operation);
  const noun = sentence?.clues.findLast(
    (c) => c.class === "noun" && c.type === "operation" && name !== undefined && c.word.end <= name.span.start,
  );
  if (!sentence || !name || !noun) return null;
  const end = name.span.end + (/[»"”“]/.test(text.charAt(name.span.end)) ? 1 : 0);
  const others = sentence.named.filter(
    (n) => n.entity.kind === "operation" && n.entity !== h.operation && n.rule.startsWith("listed"),
  );
  const listed = /[«"“„]/.test(text.slice(noun.word.end, name.span.start - 1)) || others.length > 0;
  const from = phraseStart(text, list, noun.at, sentence.from);
  const words = listed
    ? `${text.slice(noun.word.start, noun.word.end)} ${text.slice(name.span.start - 1, end)}`
    : text.slice(list[from]?.start, end);
  const whole = words.replace(/\s+/g, " ");
  // «мероприятий и операций по противодействию …, включая …, под названием «…»»: the noun and the name do.
  const title =
    whole.length > titleLimit ? `${text.slice(list[from]?.start, noun.word.end)} ${text.slice(name.span.start - 1, end)}` : whole;
  if (title.length > titleLimit || !/[«"“„]/.test(text.charAt(name.span.start - 1)))
    return whole === title ? tidy(title, noun) : null;
  return tidy(title, noun);
}

const tidy = (title: string, noun: Clue) => tidyTitle(withoutHeld(nominativePhrase(title, noun.word.form, null)));
