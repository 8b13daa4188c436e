import {type Word} from "../names/words.ts";
import {type Beside, governed, type Look} from "./beside.ts";
import {type Saying} from "./clue-rule.ts";
import {lookUp} from "./clue-words.ts";

/** A word of a list and the sentence it stands in, whose words run from `from` to `to`. */
export type Place = {list: readonly Word[]; at: number; from: number; to: number};

// «не подписала соглашение»: what states do not sign is their refusal.
const refusal: Saying = {class: "say", type: "statement", status: "happened"};

// «открыли центр консультаций», «в зал заседаний»: a house that bears the name of what is done there.
const houses = /^(?:центр|зал|пункт|кабинет|бюро|отдел|клуб|площадк)(?:а|у|ом|е|ы|ов|ам|ах|и|ой)?$/;

/** What a word says of an event where it stands, null if nothing; «не состоялось» is settled by the status. */
export function saidAt(place: Place): Saying | null {
  const {list, at, from} = place;
  const rule = lookUp(list[at]?.form ?? "");
  if (!rule) return null;
  // «участники меморандума высказали мысль»: who they are.
  const isPaper = rule.type === "agreement" || rule.type === "strategy";
  if (rule.class === "noun" && isPaper && at > from && /^участник(?:и|ов|ам|ами)$/.test(list[at - 1]?.form ?? "")) return null;
  if (rule.class === "noun" && at > from && list[at]?.joins && houses.test(list[at - 1]?.form ?? "")) return null;
  // «Как сообщили в ведомстве, операция прошла …»: who says so is not what is told.
  if (rule.class === "say" && at > from && list[at - 1]?.form === "как") return null;
  const there = rule.beside.find(({where}) => holds(where, place));
  if (there?.says === null) return null;
  if (rule.class === "act" && at > from && list[at - 1]?.form === "не") return rule.type === "agreement" ? refusal : null;
  return there?.says ?? rule;
}

const underPreposition = governed();

/** Whether a preposition stands before a noun or its adjectives. */
export const isGoverned = (place: Place): boolean => holds(underPreposition, place);

function holds(where: Beside, place: Place): boolean {
  if ("all" in where) return where.all.every((c) => holds(c, place));
  if ("any" in where) return where.any.some((c) => holds(c, place));
  if ("not" in where) return !holds(where.not, place);
  if ("itself" in where) return looks(where.itself, place.at, place);
  if ("look" in where) return someBeside(where, place, (_, at) => looks(where.look, at, place));
  if ("kinds" in where)
    return someBeside(where, place, ({form}) => {
      const rule = lookUp(form);
      return rule !== null && where.kinds.includes(rule.type) && (where.as === "any" || rule.class === "noun");
    });
  return someBeside(where, place, ({form}) => where.word.test(form), where.past);
}

function someBeside(
  stretch: {from: number; to: number},
  {list, at, from, to}: Place,
  is: (word: Word, at: number) => boolean,
  past?: RegExp,
): boolean {
  const step = stretch.from <= stretch.to ? 1 : -1;
  for (let i = at + stretch.from; i !== at + stretch.to + step; i += step) {
    const word = i === at || i < from || i >= to ? undefined : list[i];
    if (!word) continue;
    if (is(word, i)) return true;
    if (past && !past.test(word.form)) return false;
  }
  return false;
}

function looks(look: Look, at: number, {list, from}: Place): boolean {
  const word = list[at];
  if (!word) return false;
  if (look === "opening") return at === from || !word.joins;
  if (look === "abbreviation") return word.shape === "upper" && word.form.length > 2;
  return word.shape === look;
}
