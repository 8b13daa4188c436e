import {all, any, becomes, governed, near, next, not, only, unless} from "./beside.ts";
import {rule, type Rule} from "./clue-rule.ts";

// «Встреча назначена на 27 марта»: a day is set, nobody is appointed.
const forDay = all(next(/^на$/), {look: "number", from: 2, to: 2});

// «приют заработал», not «заработали миллион».
const noMoney = [
  unless({look: "number", from: 1, to: 1}),
  unless(next(/^(?:на|денег|деньги|миллион|миллиард|тысяч|около|более|свыше)/)),
];
// «председательство перешло к …»: other things pass without being news.
const ofChair = only(near(-6, 2, /^(?:пред|руководств)/));

/** Words of what opens, passes on, is appointed and shown, where their neighbours matter. */
export const wordsOfChange: Rule[] = [
  // «назначено заседание»
  rule(
    `назначен[аоы]?`,
    "act",
    "other",
    "happened",
    becomes(any(forDay, {kinds: ["meeting", "exercise"], as: "noun", from: 1, to: 1}), {
      class: "hold",
      type: "other",
      status: "planned",
    }),
  ),
  // «встреча, назначенная на 27 марта»
  // «планируется открыть консультационный пункт»
  rule(
    `открыть`,
    "act",
    "other",
    "planned",
    only(
      all(near(-3, -1, /^(?:планиру|намерен|намечен|предпола|собира|хот(?:ит|ят)|готов(?:ит|ят))/), not(near(-5, -1, /^котор/))),
    ),
  ),
  // «занял пост 2 мая»
  rule(`занял[аи]? займ(?:ет|ут)`, "act", "other", "happened", only(near(1, 3, /^(?:пост|должност)/))),
  rule(`назначен[а-я]+`, "hold", "other", "planned", only(forDay)),
  rule(`заработа(?:ет|ют)`, "act", "other", "planned", ...noMoney),
  rule(`заработал[аио]?`, "act", "other", "happened", ...noMoney),
  rule(`перейд(?:ет|ут) переда(?:ст|дут)`, "act", "other", "planned", ofChair),
  rule(`перешел перешл[аои]`, "act", "other", "happened", ofChair),
  // «представлен доклад»: other things are presented without being news.
  rule(`представлен[аоы]?`, "act", "other", "happened", only(near(1, 2, /^(?:доклад|отчет|исследован|обзор|профил|книг)/))),
  // «прошёл конкурс», not «в рамках конкурса».
  rule(`конкурс(?:а|у|ом|е|ы)? кампани[яию] презентаци[яию]`, "noun", "other", null, unless(governed())),
];
