import {all, any, becomes, before, governed, near, next, not, only, union, unless} from "./beside.ts";
import {rule, type Rule, type Saying} from "./clue-rule.ts";
import {received} from "./words-of-course.ts";

const founding: Saying = {class: "act", type: "other", status: "happened"};

const bodies =
  /^(?:совет|ассамбле|центр|комитет|структур|организаци|агентств|союз|фонд|академи|групп|содружеств|бюро|комисси|штаб|институт|ведомств|офис|лаборатори|застав|council|assembly|cent(?:re|er)|committee|agency|union|fund)/;
const papers =
  /^(?:соглаш|договор|программ|стратег|концепц|решен|протокол|план|закон|деклар|резолюц|документ|заявлен|положен|меморанд|бюджет|устав|харти|конвенц|регламент|указ|постановл|повестк|коммюник)/;

// «Совет создан», «решено создать силы»: what states set up among themselves they agree on; a centre, an office or a group is just
// opened. With a document beside it is the document that was made.
const founded = becomes(
  all(
    not({kinds: ["agreement", "strategy"], as: "any", from: -3, to: 3}),
    not(near(-3, 3, /^(?:совет|комисси|комитет|ассамбле|сил[аыу]?$|council|committee|assembly|forces)/)),
    not(near(-3, 4, /^(?:реши|решен|договор|услов)/)),
  ),
  founding,
);

// «приняли участие», «принято во внимание», «принял меры», «меры приняты» adopt nothing.
const noPaper = [
  unless(next(/^(?:меры|во)$/)),
  unless(before(/^меры$/)),
  unless(near(-1, 2, /^участ/)),
  unless(near(1, 5, /^(?:парад|присяг|экзамен)/)),
];
// «участие в работе форума в Бишкеке приняли», «приняли в нём активное участие»
const tookPart = unless(near(-14, 4, /^участие$/));

// «в порядке, предусмотренном уставом»: what a paper says, not that it came about.
const asItSays = unless(before(/^(?:предусмотренн|установленн|определенн|закрепленн|оговоренн)/));

const intoForce = all(next(/^в$/), any(near(2, 2, /^(?:силу|действие)$/), union(2, 3)));

const problem = /^(?:проблем|задач|вопрос|спор|конфликт|кризис)/;
const court = /^(?:суд(?:а|ов|ьи|ебн\p{L}+)?|приговор)$/u;

/** Words of papers, of their way into force, and of bodies they set up, where their neighbours matter. */
export const wordsOfPapers: Rule[] = [
  rule(`принят[аоы]?`, "act", "agreement", "happened", ...noPaper),
  // «принял директора Бюро»: whom one receives; a paper one adopts.
  rule(`принял[аио]?`, "act", "agreement", "happened", ...noPaper, tookPart, received),
  rule(`принял[аи]?сь`, "hold", "other", "happened", ...noPaper, tookPart),
  rule(`примут`, "act", "agreement", "planned", unless(next(/^(?:участ|мер)/))),
  // «по решению суда»: whom a court judges it judges alone.
  // «решения проблем»: how they are solved.
  rule(
    `решени[еяюй] решени(?:ем|ями|ях)`,
    "noun",
    "agreement",
    null,
    asItSays,
    unless(near(-1, 3, court)),
    unless(near(1, 3, problem)),
  ),
  // "a treaty organization" is a body.
  rule(`treaty`, "noun", "agreement", null, unless(next(/^organi[sz]ation/))),
  // «Армения вступила в союз»: a member of it, party to no paper; a law that came into force was agreed on.
  rule(
    `вступил[аио]?`,
    "act",
    "agreement",
    "happened",
    only(intoForce),
    becomes(near(-12, -1, court), founding),
    becomes(union(2, 3), founding),
  ),
  rule(`вступ(?:ит|ят|ает|ают)`, "act", "agreement", "planned", only(intoForce)),
  rule(
    `создал[аио]? создан[аоы]? основан[аоы]? основал[аи]? образован[аоы]? учрежден[аоы]?`,
    "act",
    "agreement",
    "happened",
    founded,
  ),
  // «учредили СНГ» states agreed on; «учредили рабочие группы»
  rule(`учредил[аио]?`, "act", "agreement", "happened", becomes(near(1, 3, /^(?:групп|центр|офис|фонд|преми)/), founding)),
  // «Совет решил придать операции статус постоянной»; whoever decided to hold one is to hold it.
  rule(
    `решил[аио]?`,
    "act",
    "agreement",
    "happened",
    only(next(/^(?:придать|продлить|учредить|объявить|предоставить|принять)$/)),
  ),
  // «предложил создать», «решено создать»: nothing is there yet.
  rule(
    `создать`,
    "act",
    "agreement",
    "happened",
    unless(before(/^(?:предл|услов|пригла|призва|может|могут|хот|намер|план)/)),
    founded,
  ),
  // «планируют утвердить», «должны подписать»; «предложил подписать» is a proposal.
  rule(
    `подписать ратифицировать одобрить утвердить заключить парафировать`,
    "act",
    "agreement",
    "planned",
    only(
      near(
        -2,
        -1,
        /^(?:планиру|намерен|намечен|предпола|ожида|долж|предсто|готов(?:ит|ят)|собира|хот(?:ит|ят)|рассчитыва|смогут|будет|будут)/,
      ),
    ),
  ),
  // «достигнута договорённость», «внесены изменения», «расторгнут договор»
  rule(
    `достигнут[аоы]? достигл[аи]?`,
    "act",
    "agreement",
    "happened",
    only(near(-4, 3, /^(?:договоренност|соглашени|консенсус)/)),
  ),
  rule(`внес(?:л[аои]|ен[аоы]?)?`, "act", "agreement", "happened", only(near(-4, 4, /^(?:изменени|дополнени|поправ)/))),
  rule(`расторг(?:л[аои]|нут[аоы]?)?`, "act", "agreement", "happened", only(near(-4, 3, /^(?:договор|соглашени|контракт)/))),
  rule(`скрепил[аи]? скреплен[аоы]?`, "act", "agreement", "happened", only(near(-4, 4, /^подпис/))),
  // «подписи поставили …»
  rule(`поставил[аи]?`, "act", "agreement", "happened", only(near(-6, 2, /^подпис[ьи]$/))),
  // «сдала ратификационную грамоту»
  rule(`сдал[аи]?`, "act", "agreement", "happened", only(near(1, 3, /^грамот/))),
  rule(`грамот(?:ы|ами|ах)?`, "noun", "agreement", null, only(before(/^ратификационн/))),
  // «завершила внутригосударственные процедуры»: its part of a treaty.
  rule(`процедур(?:ы|ам|ах)?`, "noun", "agreement", null, only(before(/^(?:внутригосударственн|внутренн|ратификационн)/))),
  // «утверждён Перечень мер»: a paper, other lists are none.
  rule(`перечень`, "noun", "agreement", null, only(any({itself: "capital"}, before(/^(?:утвер|приня|одобр|согласова)/)))),
  rule(
    `соглашени(?:ем|ями) меморандумом протоколом декларацией конвенци(?:ей|ями) уставом постановлением резолюци(?:ей|ями)`,
    "noun",
    "agreement",
    null,
    asItSays,
  ),
  rule(`программ(?:ой|ами) стратегией концепцией планом`, "noun", "strategy", null, asItSays),
  // «Договор о коллективной безопасности» is mostly the name of those who meet.
  rule(`договор(?:а|у|ом|е|ы|ов|ах)?`, "noun", "agreement", null, unless(all(next(/^о$/), near(2, 2, /^коллективн/)))),
  // «внесены поправки в закон»
  rule(`закон(?:а|у|ом|е|ы|ов)?`, "noun", "agreement", null, unless(before(/^в$/))),
  // «По плану она завершится 5 мая»: as it was meant to.
  rule(`плану`, "noun", "strategy", null, unless(all(before(/^по$/), {look: "opening", from: -1, to: -1}))),
  // «Проект МОМ стартовал» is the thing itself; «проект соглашения», «в рамках проекта» are not.
  rule(`проект(?:ы)?`, "noun", "other", null, unless(governed()), unless(near(1, 2, papers))),
  // «появился Координационный совет», «такой же документ появился»: a body or a paper; other things turn up.
  rule(`появил(?:ся|ась|ось|ись)`, "act", "other", "happened", only(any(near(-4, 3, bodies), near(-4, 3, papers)))),
  // «вышли из соглашения», «вышел из состава»: who leaves a union; whoever leaves a house is no news.
  rule(
    `вышел вышл[аои]`,
    "act",
    "other",
    "happened",
    only(all(next(/^из$/), any(union(2, 5), near(2, 5, /^(?:него|нее|них|договор|соглашен|конвенц|проект|программ)/)))),
  ),
];
