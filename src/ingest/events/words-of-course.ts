import {becomes, before, near, next, object, only, unless} from "./beside.ts";
import {rule, type Rule, type Saying} from "./clue-rule.ts";

const meeting: Saying = {class: "act", type: "meeting", status: "happened"};

/** Whom one receives, one meets. */
export const received = becomes(
  object(
    /^(?:директора|министра|послов|посла|главу|руководителей|руководителя|председателя|делегаци[юи]|представителей|представителя|начальника|секретаря|координатора|премьер|президента|генсека|коллег|гостей)$/,
  ),
  meeting,
);

// «Итоги подводить будут 5 мая», «учение будет проходить с 5 по 9 мая»: the future of verbs that last has two words, and up to
// seven part them: «подводить итоги руководители ведомств будут».
const inFuture = only(near(-7, 6, /^буд[еу]т$/));

/** Verbs of what takes place, begins, lasts and ends, where their neighbours matter. */
export const wordsOfCourse: Rule[] = [
  // «находился с визитом», «нанёс визит»; whoever is somewhere or strikes a blow is no visitor.
  rule(
    `нанес(?:л[аи])? совершил[аи]? совершен[аоы]? находил(?:ся|ась|ись) пребывал[аи]?`,
    "hold",
    "other",
    "happened",
    only(near(-6, 6, /^(?:визит|поездк)/)),
  ),
  // «выполнены внутригосударственные процедуры»
  rule(`выполнил[аио]? выполнен[аоы]?`, "hold", "other", "happened", only(near(-4, 3, /^процедур/))),
  rule(`приступил[аио]?`, "hold", "other", "happened", only(next(/^к$/))),
  // «с начала года», «до начала»: the noun.
  rule(`начал[ао]`, "hold", "other", "happened", unless(before(/^(?:с|со|до|от|после|из)$/))),
  // «шли своим чередом», «шли в сторону границы»: on their way, not under way.
  rule(`шли`, "hold", "other", "happened", unless(next(/^(?:своим|в|к|по|из|через|на|речь)$/))),
  // «операция шла в два этапа», «учение шло в Армении»; «речь шла о …» is talk.
  rule(
    `шел шл[ао]`,
    "hold",
    "other",
    "happened",
    only({kinds: ["operation", "exercise", "training"], as: "noun", from: -6, to: -1}),
  ),
  // «принимали в ней участие», «принимают меры»; «принимали делегацию»
  rule(
    `принимал[аио]?`,
    "hold",
    "other",
    "happened",
    unless(next(/^во$/)),
    unless(near(-1, 2, /^участ/)),
    unless(near(1, 2, /^мер/)),
    received,
  ),
  // «примет участие», «примут меры» adopt nothing.
  rule(`примет`, "hold", "other", "planned", unless(next(/^(?:участ|мер)/))),
  // "handed over equipment", "donated vehicles"
  rule(`handed hands`, "act", "other", "happened", only(next(/^over$/))),
  rule(`donated delivered`, "act", "other", "happened", unless(before(/^(?:the|and|was|were|been|being)$/))),
  // «внесут изменения»
  rule(`внесут`, "hold", "other", "planned", only(near(-4, 4, /^(?:изменени|дополнени|поправ)/))),
  // «станет десятым членом» is no gathering.
  rule(
    `станет`,
    "hold",
    "other",
    "planned",
    becomes(near(1, 4, /^(?:член(?:ом|ами)|участни(?:ком|цей)|наблюдател(?:ем|ями)|партнер(?:ом|ами))$/), {
      class: "act",
      type: "other",
      status: "planned",
    }),
  ),
  rule(`took`, "hold", "other", "happened", only(next(/^place$/))),
  rule(`takes`, "hold", "other", "ongoing", only(next(/^place$/))),
  rule(`carried`, "hold", "other", "happened", only(next(/^out$/))),
  rule(`begin`, "hold", "other", "planned", only(before(/^(?:will|would|to)$/))),
  rule(
    `проводить(?:ся)? проходить организовывать устраивать подводить(?:ся)? длиться вестись идти продолжаться осуществляться`,
    "hold",
    "other",
    "planned",
    inFuture,
  ),
  rule(`обсуждать(?:ся)? рассматривать(?:ся)? встречаться собираться заседать совещаться`, "act", "meeting", "planned", inFuture),
  rule(`подписывать(?:ся)? утверждать(?:ся)?`, "act", "agreement", "planned", inFuture),
  rule(`обучать(?:ся)? стажироваться`, "act", "training", "planned", inFuture),
  rule(`отрабатывать(?:ся)?`, "act", "exercise", "planned", inFuture),
];
