import {all, any, becomes, before, governed, infinitive, near, next, only, unless} from "./beside.ts";
import {rule, type Rule} from "./clue-rule.ts";

// «собрались провести»: they mean to.
const meaning = unless(infinitive(1, 1));
// «прошло обсуждение», not «вынесен на обсуждение».
const itself = unless(governed());

/** Words of meetings and of what is said there, where their neighbours matter. */
export const wordsOfGatherings: Rule[] = [
  rule(`собрал(?:ся|ась|ось|ись)`, "act", "meeting", "happened", meaning),
  // «принять участие собирались»
  rule(`собирал(?:ся|ась|ось|ись)`, "act", "meeting", "happened", meaning, unless(infinitive(-2, -1))),
  rule(`собер(?:ет|ут)ся`, "act", "meeting", "planned", meaning),
  // «круглый стол» is a meeting, a table is not.
  rule(`стол(?:ов|ы|а|е|у|ом)?`, "noun", "meeting", null, only(before(/^кругл/))),
  // «пленарная неделя» is a gathering, other weeks are time.
  rule(`недел[яиюе]`, "noun", "meeting", null, only(before(/^пленарн/))),
  // «провели диалог высокого уровня»; elsewhere a dialogue goes on.
  rule(`диалог(?:а|у|ом)?`, "noun", "meeting", null, only(near(-6, -1, /^(?:пров(?:ел|ед|од)|состо|прош|прой)/))),
  // «сбор командиров»; «сбор хлопка» brings no people together.
  rule(`сбор(?:а|у|ом|е)?`, "noun", "meeting", null, only(next(/(?:^и$|ящего|ового|ов|ей|ев|тов|щих|ных|ных|ких|состава)$/))),
  // «телефонный разговор» is a talk, «в беседе с журналистами» says where one spoke.
  rule(`разговор(?:а|у|ом|е|ы)?`, "noun", "meeting", null, only(before(/^телефонн/))),
  rule(`бесед[аыуе] беседой`, "noun", "meeting", null, itself),
  // «на пресс-конференции заявил»: where one speaks to the press is no gathering.
  rule(`конференци[яиюй] конференци(?:ей|ями|ях)`, "noun", "meeting", null, unless(all(before(/^пресс$/), governed(1)))),
  rule(`брифинг(?:а|у|ом|е|и)?`, "noun", "meeting", null, itself),
  rule(`обсуждени[еяю] обсуждением дискусси[яиюей]+ аудиенци[яию] аудиенцией панел[ьи]`, "noun", "meeting", null, itself),
  // «прошёл очередной Совет министров»: a body that sits; elsewhere it acts.
  rule(
    `совет(?:а|у|ом|е)? комитет(?:а|у|ом|е)? комисси[яию] ассамбле[яию]`,
    "noun",
    "meeting",
    null,
    only(
      any(
        before(/^(?:прош[её]л|прошл|состоял|пройд|состоит|внеочередн|принял[аио]?$|принимает$|примет$)/),
        all(before(/^очередн/), near(-2, -2, /^(?:прош[её]л|прошл|состоял|пройд|состоит)/)),
      ),
    ),
  ),
  // «Интервью главы МИД», «направил обращение»; «для интервью», «обращение граждан» are none.
  rule(
    `интервью обращени[еяю] обращением`,
    "noun",
    "statement",
    null,
    unless(any({itself: "capital"}, before(/^(?:для|с|на|в|порядок|правил)$/), next(/^(?:с|граждан|за)$/))),
  ),
  // «направил письмо», «вручил ноту», where it is what one does.
  rule(`нот[ау] письмо послание`, "noun", "statement", null, only(near(-5, -1, /^(?:вруч|направ|переда|послал|отправ)/))),
  // «объявили о создании организации» founds it.
  rule(
    `объявил[аио]?`,
    "say",
    "statement",
    "happened",
    becomes(all(next(/^об?$/), near(2, 2, /^(?:создани|образовани|учреждени)/)), {
      class: "act",
      type: "agreement",
      status: "happened",
    }),
  ),
  // "organised a training"; a drill that was organised with somebody's support is told of by its own words.
  rule(`organi[sz]ed`, "hold", "other", "happened", unless(before(/^(?:was|were|is|are|been|being|be|jointly|well)$/))),
];
