import {type EventType} from "../../model/event.ts";
import {type Clue} from "./clues.ts";
import {type Stretch} from "./sentence.ts";

/** The kind of what a verb of doing tells, by the words beside it; the verb's own where nothing says more. */
export function kindOf(verb: Clue, subject: Clue | null, stretch: Stretch): EventType {
  const {clues} = stretch;
  const form = verb.word.form;
  // «договорились создать силы»: an agreement, unless they met for it.
  if (/^(?:договорил|условил)/.test(form)) return some(clues, (c) => c.type === "meeting") ? "meeting" : "agreement";
  // «эксперты согласовали проект»: they sat over it, and somebody else is to adopt it.
  if (/^согласовал/.test(form)) return "meeting";
  if (visits(verb, clues)) return "meeting";
  if (exchanges(verb, clues)) return "agreement";
  // «направил генсеку письмо», «вручил послу ноту»
  if (verb.type === "other" && some(clues, (c) => /^(?:нот|письм|послани)/.test(c.word.form))) return "statement";
  if (graduates(verb, clues) || learns(verb, clues)) return "training";
  if (joins(verb, clues)) return "operation";
  if (enters(stretch, verb) || (founds(stretch, verb) && !subject)) return "other";
  if (declares(clues, subject)) return "statement";
  if (emerges(verb, clues)) return "agreement";
  return adoptsPlan(verb, subject, clues) ? "strategy" : verb.type;
}

const some = (clues: readonly Clue[], wanted: (c: Clue) => boolean) => clues.some((c) => c.class === "noun" && wanted(c));

// «прибыл с рабочим визитом», «в Витебске побывала глава миссии»: who pays a visit meets those he visits.
const visits = (verb: Clue, clues: readonly Clue[]) =>
  verb.word.form.startsWith("побыва") ||
  (/^(?:прибы|посет|находил|пребывал|visited)/.test(verb.word.form) &&
    some(clues, (c) => /^(?:визит|поездк|visit)/.test(c.word.form)));

// «обменялись ратификационными грамотами»: no talk, the last act of a treaty.
const exchanges = (verb: Clue, clues: readonly Clue[]) =>
  /^обменял/.test(verb.word.form) && some(clues, (c) => c.at > verb.at && /^грамот/.test(c.word.form));

// «получили сертификаты об окончании курсов», «вручены дипломы слушателям тренинга»
const graduates = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:получил|вручил|вручен)/.test(verb.word.form) &&
  some(clues, (c) => c.type === "training" && c.at > verb.at && c.at <= verb.at + 5);

// «направила четверых на курсы», «прибудут инструкторы: они обучат кинологов»: who is on the way there is to learn or teach.
const learns = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:направил|прибы|прибуд|выех|отправил)/.test(verb.word.form) &&
  clues.some((c) => c.type === "training" && c.at > verb.at && (c.class === "act" || (c.class === "noun" && c.governed)));

/** «присоединился к операции», «второй этап …; к нему присоединились наблюдатели»: the operation joined; no treaty. */
export const joins = (verb: Clue, clues: readonly Clue[]): Clue | undefined =>
  /^(?:присоедин|подключ|примкн|joined)/.test(verb.word.form) && !some(clues, (c) => c.type === "agreement")
    ? clues.find((c) => c.class === "noun" && c.type === "operation" && (c.at < verb.at || c.at <= verb.at + 4))
    : undefined;

// «страна присоединилась к МОМ»: a member of a body, party to no paper.
const enters = ({named, clues}: Stretch, verb: Clue) =>
  /^(?:присоедин|примкн|joined)/.test(verb.word.form) &&
  named.some((n) => n.entity.kind === "organization" && n.span.start > verb.word.end && n.span.start - verb.word.end < 4) &&
  !some(clues, (c) => c.type === "agreement" && c.at > verb.at && c.at <= verb.at + 3);

// «ОДКБ создана 7 октября»; what its states set up within it they agree on.
const founds = ({named}: Stretch, verb: Clue) =>
  /^(?:созда(?!ть)|основ|образован|учрежд)/.test(verb.word.form) &&
  named.some((n) => n.entity.kind === "organization" && n.entity.parent === null && n.span.end <= verb.word.start);

// «подписано Заявление о …»: what heads of state declare, whatever they do it by.
const declares = (clues: readonly Clue[], subject: Clue | null) =>
  subject !== null && /^заявлени/.test(subject.word.form) && !some(clues, (c) => c !== subject && c.type === "agreement");

// «появилась Шанхайская конвенция»: a paper that came to be was agreed on; «появился совет» is a body.
const emerges = (verb: Clue, clues: readonly Clue[]) =>
  /^появил/.test(verb.word.form) && some(clues, (c) => c.type === "agreement" && !c.governed);

// «приняли Концепцию», «Стратегия (резолюция 60/288) одобрена»: the document is the event; what states signed is an agreement
// whatever its name.
const adoptsPlan = (verb: Clue, subject: Clue | null, clues: readonly Clue[]) =>
  subject?.type === "strategy" &&
  /^(?:принят|приня|утвер|одобр|adopt|approv)/.test(verb.word.form) &&
  !some(clues, (c) => c.type === "agreement" && c.word.joins && !/^(?:постановлени|решени)/.test(c.word.form));

const isLaw = /^(?:поправ|правил|кодекс)/;

/** «Депутаты приняли поправки», «обсудили кодекс», «в силу вступили новые правила»: a state's own law binds no other. */
export function legislates(verb: Clue, clues: readonly Clue[]): boolean {
  if (verb.type === "meeting") return clues.some((c) => c.at > verb.at && isLaw.test(c.word.form));
  return (
    /^(?:приня[лт]|одобр|утвер|вступ)/.test(verb.word.form) &&
    some(clues, (c) => isLaw.test(c.word.form)) &&
    !some(clues, (c) => c.type === "agreement" && !/^закон/.test(c.word.form))
  );
}

/** «запустил дистанционный курс», «запущена третья операция»: what is launched is of its own kind. */
export const launchedBy = (verb: Clue, clues: readonly Clue[]): Clue | undefined =>
  /^(?:запустил|запущен|заработа|launched)/.test(verb.word.form)
    ? clues.find(
        (c) =>
          c.class === "noun" &&
          c.at > verb.at &&
          c.at <= verb.at + 4 &&
          !c.governed &&
          (c.type !== "strategy" || verb.word.form.startsWith("заработа")),
      )
    : undefined;

/**
 * The gathering at which a paper was adopted, where the sentence opens with it or sets its verb in it: «Совещание … приняло»,
 * «на заседании … одобрили», not «участники саммита одобрили» or «по итогам встречи утвердили».
 */
export function seatOf(verb: Clue, clues: readonly Clue[]): Clue | undefined {
  if (!/^(?:согласова|одобр|утвер|приня[лт])/.test(verb.word.form)) return undefined;
  const seat = clues.find((c) => c.class === "noun" && c.type !== "strategy" && c.at < verb.at);
  const ratified = some(clues, (c) => /^ратификац/.test(c.word.form));
  const paper = !/^приня/.test(verb.word.form) || some(clues, (c) => c.at > verb.at);
  return seat?.type === "meeting" && !ratified && paper && (seat.governed ? sitsIn : sits).test(seat.word.form)
    ? seat
    : undefined;
}

const sits =
  /^(?:заседание|совещание|встреча|саммит|сессия|конференция|форум|съезд|пленум|коллегия|конгресс|собрание|meeting|summit|session)$/;
const sitsIn = /(?:ии|ее?|ях|ах|meeting|summit|session)$/;
