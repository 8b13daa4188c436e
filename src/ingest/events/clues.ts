import {type EventType, type Status} from "../../model/event.ts";
import {type Word} from "../names/words.ts";
import {lacksCompany} from "./company.ts";

/**
 * What a word says of an event. `hold`: it took place («состоялось»), its kind is the noun's; `act`: a verb with a kind of
 * its own («подписали»); `say`: somebody said so; `noun`: the kind itself («заседание»).
 */
export type Clue = {
  at: number;
  word: Word;
  class: "hold" | "act" | "say" | "noun";
  type: EventType;
  status: Status | null;
  /** A noun under a preposition («в ходе встречи», «на заседании»): where something happened rather than what. */
  governed: boolean;
  /** A verb with an infinitive after it: «планируется провести». */
  infinitive: boolean;
};

type Rule = {test: RegExp; class: Clue["class"]; type: EventType; status: Status | null};
const rule = (words: string, kind: Clue["class"], type: EventType, status: Status | null = "happened"): Rule => ({
  test: new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`),
  class: kind,
  type,
  status,
});

// Endings: past «[аои]?», reflexive «(?:ся|сь)»; words of the language only, no name stands here.
const rules: Rule[] = [
  rule(
    `состоял(?:ся|ась|ось|ись) прош(?:ел|ла|ло|ли) пров(?:ел|ела|ело|ели) проведен[аоы]? нанес(?:л[аи])? совершил[аи]? совершен[аоы]? находил(?:ся|ась|ись) пребывал[аи]? выполнил[аио]? выполнен[аоы]? организовал[аио]? организован[аоы]? заверш(?:ился|илась|илось|ились|ен|ена|ено|ены|ил|или|ила)
    закончил(?:ся|ась|ось|ись) финишировал[аио]? начал(?:ся|ась|ось|ись|а|о|и)? стартовал[аио]? открыл(?:ся|ась|ось|ись)? открыт[аоы]? подв(?:ел|ела|ели) подведен[аоы]? осуществлен[аоы]? реализован[аоы]? принял[аи]?сь
    длил(?:ся|ась|ось|ись) вел(?:ся|ась|ось|ись) шли приступил[аио]? принимал[аио]? начат[аоы]? устроил[аио]? устроен[аоы]? закрыл(?:ся|ась|ось|ись) возобновил(?:ся|ась|ось|ись) продлил(?:ся|ась|ось|ись) отменен[аоы]? отменил[аио]? сорван[аоы]?
    took held carried conducted hosted convened concluded started opened ended completed began begun`,
    "hold",
    "other",
  ),
  rule(
    `проход(?:ит|ят) проводит(?:ся)? проводят(?:ся)? ид(?:ет|ут) продолжа(?:ет|ют)(?:ся)? проводил(?:ся|ась|ось|ись|и|а)? проходил[аио]? действ(?:ует|уют) takes underway continues`,
    "hold",
    "other",
    "ongoing",
  ),
  rule(
    `состо(?:ится|ятся) пройд(?:ет|ут) провед(?:ет|ут) собер(?:ет|ут) старту(?:ет|ют) начн(?:ет|ут)ся заверш(?:ится|атся) планиру(?:ет|ют)(?:ся)? запланирован[аоы]? намечен[аоы]? предсто(?:ит|ят) готов(?:ится|ятся)
    ожида(?:ет|ют)ся вынесут внесут обещан[аоы]? намерен[аоы]? провести организовать созвать подвед(?:ет|ут) откладыва(?:ет|ют)(?:ся)? отложил[аи]? отложен[аоы]? перенос(?:ится|ятся) перенес(?:ен|ена|ено|ены|ли)? примет открое?(?:ется|ются) станет planned scheduled expected upcoming begin`,
    "hold",
    "other",
    "planned",
  ),
  rule(
    `встретил(?:ся|ась|ось|ись) обсудил[аио]? обсужден[аоы]? совещал(?:ся|ась|ись) заслушал[аи]? заслушан[аоы]? проанализировал[аи]? договорил(?:ся|ась|ись) рассмотр(?:ел|ела|ели) рассмотрен[аоы]? рассматривал[аи]? обсуждал[аи]?(?:сь)? переговорил[аи]? заседал[аи]? гостил[аио]? собравшись встретившись встречал(?:ся|ась|ись) обменял(?:ся|ась|ись) собрал(?:ся|ась|ось|ись) собирал(?:ся|ась|ось|ись) met gathered discussed`,
    "act",
    "meeting",
  ),
  rule(
    `вводит(?:ся)? вводятся посет(?:ит|ят) прибуд(?:ет|ут) перейд(?:ет|ут) переда(?:ст|дут) заработа(?:ет|ют) откро(?:ет|ют) созда(?:ст|дут) учред(?:ит|ят) возглав(?:ит|ят) запуст(?:ит|ят) присоедин(?:ится|ятся) подключ(?:ится|атся) покин(?:ет|ут)`,
    "act",
    "other",
    "planned",
  ),
  rule(`встрет(?:ится|ятся) обсуд(?:ит|ят) рассмотр(?:ит|ят) собер(?:ет|ут)ся`, "act", "meeting", "planned"),
  rule(
    `подписал[аио]? подписан[аоы]? скрепил[аи]? скреплен[аоы]? поставил[аи]? ратифицировал[аио]? ратифицирован[аоы]? одобрил[аио]? одобрен[аоы]? утвердил[аио]? утвержден[аоы]? заключил[аио]? заключен[аоы]? принят[аоы]? принял[аио]? вступил[аио]? присоединил(?:ся|ась|ось|ись)
    завизировал[аи]? завизирован[аоы]? парафировал[аи]? парафирован[аоы]? провозгласил[аи]? провозглашен[аоы]? условил(?:ся|ась|ись) достигнут[аоы]? достигл[аи]? внес(?:л[аои]|ен[аоы]?)? расторг(?:л[аои]|нут[аоы]?)? пролонгировал[аи]? пролонгирован[аоы]? учредил[аио]? учрежден[аоы]? создал[аио]? создан[аоы]? создать основан[аоы]? основал[аи]? образован[аоы]? денонсировал[аио]? денонсирован[аоы]? согласовал[аи]? согласован[аоы]? продлил[аио]? продлен[аоы]? signed adopted approved ratified concluded established founded`,
    "act",
    "agreement",
  ),
  rule(
    `подписать ратифицировать одобрить утвердить заключить парафировать подпиш(?:ет|ут) ратифициру(?:ет|ют) одобр(?:ит|ят) утверд(?:ит|ят) заключ(?:ит|ат) примут вступ(?:ит|ят|ает|ают)`,
    "act",
    "agreement",
    "planned",
  ),
  rule(
    `задержан[аоы]? задержал[аи]? раскрыт[аоы]? раскрыл[аи]? изъят[аоы]? изъял[аи]? ликвидирован[аоы]? ликвидировал[аи]? пресечен[аоы]? пресекл[аи]? выявлен[аоы]? выявил[аи]? вскрыт[аоы]? обезврежен[аоы]? обезвредил[аи]? уничтожен[аоы]? уничтожил[аи]? предотвратил[аи]? предотвращен[аоы]? накрыл[аи]? перехватил[аи]? перехвачен[аоы]? арестован[аоы]? арестовал[аи]? конфискован[аоы]? конфисковал[аи]? экстрадирован[аоы]? экстрадировал[аи]? депортирован[аоы]? депортировал[аи]? выдворен[аоы]? выдворил[аи]? seized detained arrested`,
    "act",
    "operation",
  ),
  rule(
    `обучил[аи]? обучен[аоы]? обучал(?:ся|ась|ись|и|а)? обуча(?:ет|ют)(?:ся)? подготовлен[аоы]? стажировал(?:ся|ась|ись) повысил[аи]? повышал[аи]? осваивал[аи]? освоил[аи]?`,
    "act",
    "training",
  ),
  rule(`обуч(?:ит|ат) учить учиться`, "act", "training", "planned"),
  rule(`учились`, "act", "exercise"),
  rule(`отрабатывал(?:ся|ась|ось|ись|и|а|о)? отрабатыва(?:ет|ют)(?:ся)?`, "act", "exercise"),
  rule(
    `открыл[аио]? обнаружил[аио]? изобрел[аио]? построил[аио]? построен[аоы]? родил(?:ся|ась|ись) умер(?:ла|ли)? опубликовал[аио]? опубликован[аоы]? выпустил[аио]? убит[аоы]? убил[аио]? погиб(?:ла|ло|ли)? исполнил(?:ось|ся|ась|ись) стал[аио]? сложил(?:ся|ась|ось|ись) возник(?:ла|ло|ли)? вошел вошла вошли избран[аоы]? избрал[аи]? назначен[аоы]? назначил[аи]? появил(?:ся|ась|ось|ись) подключил(?:ся|ась|ось|ись) подключен[аоы]? переда(?:л|ла|ло|ли|н|на|но|ны) получил[аио]? направил[аио]? ввел[аио]? введен[аоы]? отметил[аи]? прибыл[аио]? посетил[аио]? побывал[аио]? возглавил[аио]? объединил[аио]?(?:сь)? запустил[аио]? запущен[аоы]? приостановил[аио]? вышел вышл[аои] вручил[аио]? вручен[аоы]? награжден[аоы]? наградил[аио]? приговорил[аио]? приговорен[аоы]? осужден[аоы]? заработал[аио]? переехал[аи]? преобразован[аоы]? преобразовал[аио]? переименован[аоы]? упразднен[аоы]? упразднил[аио]? заморозил[аио]? возобновил[аио]? покинул[аио]? перешел перешл[аои] представлен[аоы]? suspended froze frozen became launched appointed elected visited`,
    "act",
    "other",
  ),
  rule(
    `заявил[аио]? заявля(?:ет|ют) сообщил[аио]? рассказал[аио]? сказал[аио]? добавил[аио]? уведомил[аио]? обнародовал[аи]? обнародован[аоы]? озвучил[аи]? озвучен[аоы]? выступил[аио]? объявил[аио]? призвал[аио]? подчеркнул[аио]? предложил[аио]? осудил[аио]? отверг(?:ла|ли)? отказал(?:ся|ась|ось|ись) отклонил[аио]? попросил[аио]? опроверг(?:ла|ло|ли)? поручил[аио]? потребовал[аио]? выразил[аио]? прокомментировал[аио]? раскритиковал[аио]? поздравил[аио]? обвинил[аио]? предупредил[аио]? refused declined rejected said stated announced urged told condemned`,
    "say",
    "statement",
  ),
  rule(
    `заседани[еяюйи]|заседани(?:ем|ям|ями|ях)|встреч[аиуе]?|встреч(?:ей|ам|ами|ах)|совещани[еяюйи]|совещани(?:ем|ям|ями|ях)|саммит(?:а|у|ом|е|ы|ов|ах)?|сесси[яиюй]|сесси(?:ей|ями|ях)|конференци[яиюй]|конференци(?:ей|ями|ях)|форум(?:а|у|ом|е|ы|ов|ах)?|переговор(?:ы|ов|ам|ах|ами)|консультаци[яий]|консультаци(?:ях|ями)|съезд(?:а|у|ом|е|ы|ов)?|слушани[яйе]|слушани(?:ях|ями)|брифинг(?:а|у|ом|е|и)?|визит(?:а|у|ом|е|ы)?|пленум(?:а|у|ом|е|ы)?|недел[яиюе]|коллеги[яюй]|коллегией|поездк[аиуе]|поездкой|стол(?:ов|ы|а|е|у|ом)?|сбор(?:а|у|ом|е)?|видеоконференци[яиюй]|видеоконференци(?:ей|ями|ях)|симпозиум(?:а|у|ом|е|ы)?|конгресс(?:а|у|ом|е|ы)?|собрани[еяю]|собрани(?:ем|ях|й)|бесед[аыуе]|беседой|разговор(?:а|у|ом|е|ы)?|meetings?|sessions?|summits?|conferences?|forums?|talks|consultations|roundtables?|visits?|plenary|plenaries`.replaceAll(
      "|",
      " ",
    ),
    "noun",
    "meeting",
    null,
  ),
  rule(
    `соглашени[еяюйи] соглашени(?:ем|ям|ями|ях) меморандум(?:а|у|ом|е|ы|ов|ах)? договор(?:а|у|ом|е|ы|ов|ах)? протокол(?:а|у|ом|е|ы|ов|ах)? деклараци[яиюй] деклараци(?:ей|ями|ях) конвенци[яиюй] конвенци(?:ей|ями|ях) устав(?:а|у|ом|е)?
    решени[еяюй] решени(?:ем|ями|ях) постановлени[еяюй] закон(?:а|у|ом|е|ы|ов)? подписани[еяюи] подписанием ратификаци[яиюей]+ харти[яиюей]+ резолюци[яиюей]+ заявлени[ея] процедур(?:ы|ам|ах)? перечень грамот(?:ы|ами|ах)? agreements? memorandums? memoranda treaty treaties protocols? declarations? conventions? charter signing resolutions?`,
    "noun",
    "agreement",
    null,
  ),
  rule(
    `[а-я]{0,2}опм кпо опо спецмероприяти[еяю] спецмероприяти(?:ем|ям|ях|й) месячник(?:а|у|ом|е|и)? декадник(?:а|у|ом|е|и)? спецрейд(?:а|у|ом|е|ы)? (?:спец)?операци[яиюй] (?:спец)?операци(?:ей|ям|ями|ях) рейд(?:а|у|ом|е|ы|ов|ах)? отработк[аиуе] отработкой мероприяти[еяюйи] мероприяти(?:ем|ям|ями|ях) этап(?:а|у|ом|е|ы)? фаз[аыуе] фазой волн[аыуе] волной operations? raids?`,
    "noun",
    "operation",
    null,
  ),
  rule(
    `учени[еяюйи] учени(?:ем|ям|ями|ях) тренировк[аиуе] тренировк(?:ой|ами|ах) тренировок манев(?:ры|ров|рам|рах|рами) проверк[аиуе] проверкой тревог[аиуе] тревогой стрельб(?:ы|ах|ам|ами) стрельб exercises? drills? maneuvers manoeuvres`,
    "noun",
    "exercise",
    null,
  ),
  rule(
    `стратеги[яиюй] стратеги(?:ей|ями|ях) программ[аыуе]? программ(?:ой|ам|ами|ах) концепци[яиюй] концепци(?:ей|ями|ях) план(?:а|у|ом|е|ы|ов|ам|ах)? strategy strategies programmes? programs? concepts? plans?`,
    "noun",
    "strategy",
    null,
  ),
  rule(
    `обучени[еяюи] обучением учеб[аыеу] учебой заняти[еяюйи] заняти(?:ем|ям|ями|ях) семинар(?:а|у|ом|е|ы|ов|ам|ах|ами)? вебинар(?:а|у|ом|е|ы|ов|ах)? школ[аыуе] школой курс(?:а|у|ом|е|ы|ов|ам|ах|ами)? тренинг(?:а|у|ом|е|и|ов|ах)? практикум(?:а|у|ом|е|ы|ов|ах)? лекци[яиюй] лекци(?:ей|ями|ях) модул[ьяюи] модул(?:ем|ей|ями|ях) класс(?:а|у|ом|е|ы|ов|ах)? квалификаци[ияю] переподготовк[аиуе] переподготовкой стажировк[аиуе] стажировк(?:ой|ах) сбор(?:а|у|ом|е|ы|ов|ах) trainings? seminars? workshops? courses?`,
    "noun",
    "training",
    null,
  ),
  rule(
    `фестивал[ьяюие] фестивал(?:ем|ей|ями|ях) выставк[аиуе] выставк(?:ой|ами|ах) премьер[аыуе] церемони[яиюей]+ чемпионат(?:а|у|ом|е|ы)? конкурс(?:а|у|ом|е|ы)? фотовыставк[аиуе] кампани[яию] проект(?:ы)? презентаци[яию] открыти[еяюи] открытием запуск(?:а|у|ом|е)? выбор(?:ы|ов|ам|ах|ами) поправк[аиу] поправок правила кодекс(?:а|у|ом|е)? теракт(?:а|у|ом|е|ы|ов|ами|ах)? festivals? exhibitions? premieres? launch ceremony`,
    "noun",
    "other",
    null,
  ),
  rule(
    `(?:спец)?патрулировани[еяю] патрулированием облав[аыуе] облавой зачистк[аиуе] зачисткой спецотработк[аиуе] контрнаступлени[ея]`,
    "noun",
    "operation",
    null,
  ),
  rule(
    `воркшоп(?:а|у|ом|е|ы|ов|ах)? мастер-класс(?:а|у|ом|е|ы|ов|ах)? инструктаж(?:а|у|ом|е|и|ей)? практик[аиу] ликбез(?:а|у|ом|е)? интенсив(?:а|у|ом|е|ы)?`,
    "noun",
    "training",
    null,
  ),
  rule(
    `телемост(?:а|у|ом|е|ы)? видеомост(?:а|у|ом|е|ы)? обсуждени[еяю] обсуждением дискусси[яиюей]+ видеоконференцсвяз[ьи] аудиенци[яию] аудиенцией панел[ьи]`,
    "noun",
    "meeting",
    null,
  ),
  rule(`совет(?:а|у|ом|е)? комитет(?:а|у|ом|е)? комисси[яию] ассамбле[яию]`, "noun", "meeting", null),
  rule(`кшу скшу кшт кшв тсу тсту игр[аыуе] игрой розыгрыш(?:а|у|ем|е)? тренаж(?:а|у|ем|е)?`, "noun", "exercise", null),
  rule(`коммюнике пакт(?:а|у|ом|е|ы)?`, "noun", "agreement", null),
  rule(`отработал[аи]? отработан[аоы]?`, "act", "exercise"),
  rule(`изучал[аи]? изучил[аи]? прослушал[аи]? учатся учил(?:ся|ась)`, "act", "training"),
  rule(`разговаривал[аи]? беседовал[аи]? созвонил(?:ся|ась|ись) повидал(?:ся|ась|ись)`, "act", "meeting"),
  rule(`созвон(?:а|у|ом|е|ы)?`, "noun", "meeting", null),
  rule(`сдал[аи]?`, "act", "agreement"),
  rule(`нот[ау] письмо послание`, "noun", "statement", null),
  rule(`патрулировал[аи]? прочесал[аи]?`, "act", "operation"),
  rule(`интервью обращени[еяю] обращением`, "noun", "statement", null),
];

const prepositions =
  /^(?:в|во|на|по|о|об|при|после|перед|до|к|ко|для|от|с|со|из|за|ходе|рамках|полях|итогам|in|at|during|after|before|for|of)$/;

// A preposition before the noun or before its adjectives.
function isGoverned(list: readonly Word[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    const form = list[i]?.form ?? "";
    if (prepositions.test(form)) return true;
    if (/^[ivxlc]+$/.test(form)) continue;
    if (!/(?:ой|ей|ом|ем|ых|их|ым|им|ого|его|ую|юю|ую|ые|ие|ый|ий|ое|ее|ому|ему|ая|яя)$/.test(form)) return false;
  }
  return false;
}

// «will be held», «будет подписан», «может быть принято»: the participle is that of a plan.
function isToBe(list: readonly Word[], at: number): boolean {
  const short = /[нт][аоы]?$/.test(list[at]?.form ?? "");
  if (short && /^(?:будет|будут|быть)$/.test(list[at - 1]?.form ?? "")) return true;
  if (!/^[a-z]+$/.test(list[at]?.form ?? "") || list[at - 1]?.form !== "be") return false;
  return /^(?:will|to|shall|should|would)$/.test(list[at - 2]?.form ?? "");
}

const known = new Map<string, Rule | null>();
const knownLimit = 50_000;

/** What the words of a stretch say of events, in order. */
export function findClues(list: readonly Word[], from: number, to: number): Clue[] {
  const found: Clue[] = [];
  for (let at = from; at < to; at++) {
    const word = list[at];
    if (!word || word.shape === "number") continue;
    const told = received(list, at, negated(list, at, lookUp(word.form) ?? inFuture(list, at, from, to)));
    const hit = announced(list, at, appointed(list, at, founded(list, at, told, from, to)));
    if (hit && !misleads(hit, list, at, from))
      found.push({
        at,
        word,
        class: hit.class,
        type: hit.type,
        status: hit.status === "happened" && isToBe(list, at) ? "planned" : hit.status,
        governed: hit.class === "noun" && isGoverned(list, at, from),
        infinitive: hit.class === "hold" && /(?:ть|ти|чь|ться|тись)$/.test(list[at + 1]?.form ?? ""),
      });
  }
  return found;
}

// «Итоги подводить будут 5 мая», «учение будет проходить с 5 по 9 мая»: the future of verbs that last has two words.
function inFuture(list: readonly Word[], at: number, from: number, to: number): Rule | null {
  const form = list[at]?.form ?? "";
  const hit = infinitive.test(form) ? lasting.find((r) => r.test.test(form)) : undefined;
  if (!hit) return null;
  for (let i = Math.max(from, at - apart); i < Math.min(to, at + apart); i++)
    if (/^буд[еу]т$/.test(list[i]?.form ?? "")) return hit;
  return null;
}

/** How many words may part «будет» from its verb: «подводить итоги руководители ведомств будут». */
const apart = 7;
const lasting: Rule[] = [
  rule(
    `проводить(?:ся)? проходить организовывать устраивать подводить(?:ся)? длиться вестись идти продолжаться осуществляться`,
    "hold",
    "other",
    "planned",
  ),
  rule(`обсуждать(?:ся)? рассматривать(?:ся)? встречаться собираться заседать совещаться`, "act", "meeting", "planned"),
  rule(`подписывать(?:ся)? утверждать(?:ся)?`, "act", "agreement", "planned"),
  rule(`обучать(?:ся)? учиться стажироваться`, "act", "training", "planned"),
  rule(`отрабатывать(?:ся)?`, "act", "exercise", "planned"),
];

// «не подписала соглашение»: what states do not sign is their refusal; «не состоялось» is settled by the status.
function negated(list: readonly Word[], at: number, hit: Rule | null): Rule | null {
  if (hit?.class !== "act" || list[at - 1]?.form !== "не") return hit;
  return hit.type === "agreement" ? refusal : null;
}

// «принял директора Бюро», «принимали делегацию»: whom one receives, behind his adjectives, one meets; a paper one adopts.
function received(list: readonly Word[], at: number, hit: Rule | null): Rule | null {
  if (!hit || !/^прин(?:ял[аи]?|имал[аи]?)$/.test(list[at]?.form ?? "")) return hit;
  for (let i = at + 1; i <= at + 4; i++) {
    const form = list[i]?.form ?? "";
    if (guest.test(form)) return reception;
    if (!/(?:ого|его|ую|юю|ых|их)$|^заместителя$/.test(form)) return hit;
  }
  return hit;
}

const guest =
  /^(?:директора|министра|послов|посла|главу|руководителей|руководителя|председателя|делегаци[юи]|представителей|представителя|начальника|секретаря|координатора|премьер|президента|генсека|коллег|гостей)$/;

// «Совет создан», «создана рабочая группа»: a body came to be; with a document beside it is the document that was made.
function founded(list: readonly Word[], at: number, hit: Rule | null, from: number, to: number): Rule | null {
  if (hit?.class !== "act" || !/^(?:созда|основ|образован|учрежд)/.test(list[at]?.form ?? "")) return hit;
  const beside = [...list.slice(Math.max(from, at - 3), at), ...list.slice(at + 1, Math.min(to, at + 4))].map((w) => w.form);
  if (!beside.some((w) => body.test(w)) || beside.some((w) => papers.has(lookUp(w)?.type ?? "other"))) return hit;
  return beside.some((w) => ofStates.test(w)) ? hit : founding;
}

// «Встреча назначена на 27 марта», «назначено заседание»: a day is set, nobody is appointed.
function appointed(list: readonly Word[], at: number, hit: Rule | null): Rule | null {
  if (!/^назначен/.test(list[at]?.form ?? "")) return hit;
  const isDay = list[at + 1]?.form === "на" && list[at + 2]?.shape === "number";
  const what = lookUp(list[at + 1]?.form ?? "");
  return isDay || (hit && what?.class === "noun" && (what.type === "meeting" || what.type === "exercise")) ? scheduling : hit;
}

// «объявили о создании организации» founds it; «станет десятым членом» is no gathering.
function announced(list: readonly Word[], at: number, hit: Rule | null): Rule | null {
  const form = list[at]?.form ?? "";
  if (form === "станет") return list.slice(at + 1, at + 5).some((w) => membership.test(w.form)) ? joining : hit;
  if (hit?.class !== "say" || !form.startsWith("объявил")) return hit;
  return /^об?$/.test(list[at + 1]?.form ?? "") && /^(?:создани|образовани|учреждени)/.test(list[at + 2]?.form ?? "")
    ? agreed
    : hit;
}

const membership = /^(?:член(?:ом|ами)|участни(?:ком|цей)|наблюдател(?:ем|ями)|партнер(?:ом|ами))$/;
const agreed: Rule = rule("", "act", "agreement");
const joining: Rule = rule("", "act", "other", "planned");
const scheduling: Rule = rule("", "hold", "other", "planned");

const body =
  /^(?:совет|ассамбле|центр|комитет|структур|организаци|агентств|союз|фонд|академи|групп|содружеств|бюро|комисси|штаб|институт|ведомств|council|assembly|cent(?:re|er)|committee|agency|union|fund)/;
const union = /^(?:состав|организац|союз|содружеств|снг|шос|одкб|мом|еаэс|альянс)/;
// What states set up among themselves they agree on.
const ofStates = /^(?:совет|комисси|комитет|ассамбле|council|committee|assembly)/;
const papers = new Set<EventType>(["agreement", "strategy"]);
const drilled =
  /^(?:навык|вопрос|действи|взаимодейств|штурм|освобожд|эпизод|тактик|прием|условн|полигон|отражен|десант|задач|элемент|алгоритм)/;
const sitting = /^(?:прош[её]л|прошл|состоял|пройд|состоит)/;
const handsOver = /^(?:вруч|направ|переда|послал|отправ)/;
const draftVerb = /^(?:подписать|ратифицировать|одобрить|утвердить|заключить|парафировать)$/;
const meant =
  /^(?:планиру|намерен|намечен|предпола|ожида|долж|предсто|готов(?:ит|ят)|собира|хот(?:ит|ят)|рассчитыва|смогут|будет|будут)/;
const infinitive = /(?:ть|ться|ти|тись|чь)$/;
const draftOf =
  /^(?:соглаш|договор|программ|стратег|концепц|решен|протокол|план|закон|деклар|резолюц|документ|заявлен|положен|меморанд|бюджет|устав|харти|конвенц|регламент|указ|постановл|повестк|коммюник)/;
const founding: Rule = rule("", "act", "other");
const reception: Rule = rule("", "act", "meeting");
const refusal: Rule = rule("", "say", "statement");

// Words repeat: what a form says is looked up once. Bounded, so that memory stays flat over any number of texts.
function lookUp(form: string): Rule | null {
  const memo = known.get(form);
  if (memo !== undefined) return memo;
  const hit = rules.find((r) => r.test.test(form)) ?? null;
  if (known.size >= knownLimit) known.clear();
  known.set(form, hit);
  return hit;
}

// «приняли участие» adopts nothing, «круглый стол» is a meeting and a table is not, «мероприятия» alone say nothing.
function misleads(hit: Rule, list: readonly Word[], at: number, from: number): boolean {
  if (hit.class !== "noun" && lacksCompany(list, at, from)) return true;
  const form = list[at]?.form ?? "";
  const next = list[at + 1]?.form ?? "";
  const afterNext = list[at + 2]?.form ?? "";
  const before = list[at - 1]?.form ?? "";
  if (/^приня/.test(form))
    return (
      /^(?:меры|во)$/.test(next) ||
      // «участие в работе форума в Бишкеке приняли», «приняли в нём активное участие»
      (/^принял/.test(form) &&
        [...list.slice(Math.max(from, at - 14), at), ...list.slice(at + 1, at + 5)].some((w) => w.form === "участие")) ||
      [before, next, afterNext].some((w) => /^участ/.test(w))
    );
  if (/^примут$|^примет$/.test(form)) return /^участ/.test(next) || /^мер/.test(next);
  if (/^стол/.test(form)) return !/^кругл/.test(before);
  if (/^вступил|^вступ(?:ит|ят|ает|ают)$/.test(form))
    return !(
      next === "в" &&
      (/^(?:силу|действие)$/.test(afterNext) || list.slice(at + 2, at + 4).some((w) => union.test(w.form)))
    );
  // «пленарная неделя» is a gathering, other weeks are time.
  if (/^недел/.test(form)) return !/^пленарн/.test(before);
  // «внезапная проверка войск» is an exercise, other checks are none; «род занятий» teaches nobody.
  if (/^проверк/.test(form)) return !/^внезапн/.test(before);
  if (/^заняти/.test(form)) return /^(?:род|вид|рода)$/.test(before) || /(?:цией|ством|слом|лей|ием|бой|той)$/.test(next);
  // «собрались провести», «принять участие собирались»: they mean to.
  if (/^соб(?:рал|ирал)(?:ся|ась|ось|ись)$|^собер(?:ет|ут)ся$/.test(form))
    return infinitive.test(next) || (/^собирал/.test(form) && [before, list[at - 2]?.form ?? ""].some((w) => infinitive.test(w)));
  // «учебная тревога» is an exercise; «летняя школа» teaches, other schools are buildings.
  if (/^тревог/.test(form)) return !/^учебн/.test(before);
  // «боевые стрельбы» are exercised, other shooting is a crime.
  if (/^стрельб/.test(form)) return !/^(?:боев|учебн|зачетн|контрольн|показн)/.test(before);
  // «мастер-класс» teaches, a class is a room; «повысил квалификацию», not «повысил штраф»; «повышение квалификации».
  if (/^класс/.test(form)) return before !== "мастер";
  if (/^квалификаци/.test(form)) return !/^повы/.test(before);
  if (/^повы(?:сил|шал)/.test(form))
    return !/^(?:квалификац|свою)/.test(next) && !list.slice(Math.max(0, at - 4), at).some((w) => w.form === "квалификацию");
  // «телефонный разговор» is a talk, «в беседе с журналистами» says where one spoke; «общее собрание», not a collection.
  if (/^разговор/.test(form)) return !/^телефонн/.test(before);
  if (/^бесед/.test(form)) return isGoverned(list, at, 0);
  // «Проект МОМ стартовал» is the thing itself; «проект соглашения», «в рамках проекта» are not.
  if (/^проект/.test(form)) return isGoverned(list, at, 0) || draftOf.test(next) || draftOf.test(afterNext);
  if (/^(?:кампани|презентаци|конкурс)/.test(form)) return isGoverned(list, at, 0);
  // «приют заработал», not «заработали миллион».
  if (/^заработа/.test(form))
    return list[at + 1]?.shape === "number" || /^(?:на|денег|деньги|миллион|миллиард|тысяч|около|более|свыше)/.test(next);
  // «их будут учить выявлять подделки»; whoever likes to learn is not at a training.
  if (/^учить/.test(form)) return !/^(?:будет|будут)$/.test(before);
  // «прошёл очередной Совет министров»: a body that sits; elsewhere it acts.
  if (/^(?:совет|комитет|комисси|ассамбле)/.test(form))
    return (
      !/^(?:прош[её]л|прошл|состоял|пройд|состоит|внеочередн)/.test(before) &&
      !(/^очередн/.test(before) && sitting.test(list[at - 2]?.form ?? ""))
    );
  // «штабная игра», «розыгрыш эпизодов учения»; others are play.
  if (/^игр/.test(form)) return !/^(?:штабн|командн|военн|делов)/.test(before);
  if (/^розыгрыш/.test(form)) return !/^(?:активн|основн|эпизод|практическ|действ)/.test(next);
  // «отработал штурм», «отработаны вопросы взаимодействия»; police work through addresses, leaders through a term.
  if (/^отработа[лн]/.test(form))
    return ![...list.slice(Math.max(from, at - 6), at), ...list.slice(at + 1, at + 7)].some((w) => drilled.test(w.form));
  // «изучали опыт коллег», «изучили способы выявления», «прослушали курс»: who studies a question reads.
  if (/^изуч/.test(form))
    return ![next, afterNext].some((w) => /^(?:опыт|метод|способ|прием|практик|порядок|работу|навык)/.test(w));
  if (/^прослушал/.test(form)) return ![next, afterNext].some((w) => /^(?:курс|лекци|цикл)/.test(w));
  if (/^практик/.test(form)) return !/^(?:учебн|полев|преддипломн)/.test(before);
  // «прошло обсуждение», not «вынесен на обсуждение».
  if (/^(?:обсуждени|дискусси|панел|аудиенци)/.test(form)) return isGoverned(list, at, 0);
  if (/^(?:интервью|обращени)/.test(form))
    return list[at]?.shape === "capital" || /^(?:для|с|на|в|порядок|правил)$/.test(before) || /^(?:с|граждан|за)$/.test(next);
  // «По плану она завершится 5 мая»: as it was meant to.
  if (form === "плану") return before === "по" && (at - 1 === from || list[at - 1]?.joins === false);
  // «сдала ратификационную грамоту»; «направил письмо», «вручил ноту», where it is what one does.
  if (/^(?:нот[ау]|письмо|послание)$/.test(form))
    return !list.slice(Math.max(from, at - 5), at).some((w) => handsOver.test(w.form));
  if (/^сдал/.test(form)) return !list.slice(at + 1, at + 4).some((w) => /^грамот/.test(w.form));
  if (form === "учатся" || /^учил[сь]/.test(form))
    return list.slice(Math.max(from, at - 8), at + 9).some((w) => /^полигон|^школ|^детей/.test(w.form));
  // «осваивал методику», not «освоил средства».
  if (/^осва?ив|^освоил/.test(form)) return /^(?:средств|бюджет|деньг|рубл|рын)/.test(next) || list[at + 1]?.shape === "number";
  // «вторая волна прошла 5–9 мая» of an operation; other waves come by themselves.
  if (/^волн/.test(form)) return !/^(?:перв|втор|трет|последн|очередн|следующ|нов)/.test(before);
  // «появился Координационный совет», «такой же документ появился»: a body or a paper; other things turn up.
  if (/^появил/.test(form))
    return ![...list.slice(Math.max(from, at - 4), at), ...list.slice(at + 1, at + 4)].some(
      (w) => body.test(w.form) || draftOf.test(w.form),
    );
  // «завершила внутригосударственные процедуры»: its part of a treaty; «утверждён Перечень мер»: a paper, other lists are none.
  if (/^грамот/.test(form)) return !/^ратификационн/.test(before);
  // «планируют утвердить», «должны подписать»; «предложил подписать» is a proposal.
  if (draftVerb.test(form)) return !meant.test(before) && !meant.test(list[at - 2]?.form ?? "");
  if (/^процедур/.test(form)) return !/^(?:внутригосударственн|внутренн|ратификационн)/.test(before);
  if (form === "перечень") return list[at]?.shape !== "capital" && !/^(?:утвер|приня|одобр|согласова)/.test(before);
  // «учёба участковых»; a place of study, the beginning of the school year are none.
  if (/^учеб/.test(form)) return !/(?:[ыи]х|[ео]в|ей)$/.test(next) || /^(?:мест|год|врем|после|нач)/.test(before);
  if (/^школ/.test(form)) return !/^(?:летн|зимн|весенн|осенн)/.test(before);
  // «отработка навыков» is what one practises at an exercise; «отработка «Граница»» is a police operation.
  if (/^отработк/.test(form))
    return !/^совместн/.test(before) && (list[at + 1]?.shape !== "capital" || list[at + 1]?.joins === true);
  // «вышли из соглашения», «вышел из состава»: who leaves a union; whoever leaves a house is no news.
  if (/^вышел$|^вышл/.test(form))
    return (
      next !== "из" ||
      !list
        .slice(at + 2, at + 6)
        .some((w) => union.test(w.form) || /^(?:него|нее|них|договор|соглашен|конвенц|проект|программ)/.test(w.form))
    );
  // «провести» opens a plan's point or follows «решено»; «удалось провести» tells of what is over.
  if (/^приступил/.test(form)) return next !== "к";
  if (/^принимал/.test(form)) return /^(?:участ|мер|во$)/.test(next) || /^участ/.test(before) || /^(?:участ|мер)/.test(afterNext);
  // «с начала года»: the noun.
  if (/^начал[ао]$/.test(form)) return /^(?:с|со|до|от|после|из)$/.test(before);
  if (form === "begin") return !/^(?:will|would|to)$/.test(before);
  // «силы специальных операций», «командование специальных операций»: a unit's name.
  if (/^(?:спец)?операци/.test(form) && /^(?:специальн|миротворческ)/.test(before))
    return /^(?:сил|войск|командован|центр|бригад|полк|отряд|подразделен|рот[аыу]?$|групп)/.test(list[at - 2]?.form ?? "");
  // «на пресс-конференции заявил»: where one speaks to the press is no gathering.
  if (/^конференц/.test(form)) return before === "пресс" && isGoverned(list, at - 1, 0);
  if (/^брифинг/.test(form)) return isGoverned(list, at, 0);
  if (/^took|^takes/.test(form)) return next !== "place";
  if (/^договор/.test(form) && /^(?:о)$/.test(next) && /^коллективн/.test(afterNext)) return true;
  if (/^закон/.test(form) && /^(?:в)$/.test(before)) return true;
  // «курс доллара», «взят курс на …» teach nobody; «сбор хлопка» brings no people together; a training centre is a place.
  if (/^курс/.test(form))
    return (
      /^(?:на|доллар|евро|рубл|валют|тенге|акци|лечени)/.test(next) ||
      /^(?:взя|в$|обменн|биржев|официальн|политическ)/.test(before)
    );
  if (/^сбор(?:а|у|ом|е)?$/.test(form)) return !/(?:^и$|ящего|ового|ов|ей|ев|тов|щих|ных|ных|ких|состава)$/.test(next);
  if (/^training$/.test(form)) return /^(?:cent(?:re|er)|ground|range|base|facilit)/.test(next);
  // «шли своим чередом», «шли в сторону границы»: on their way, not under way.
  if (form === "шли") return /^(?:своим|в|к|по|из|через|на)$/.test(next);
  // «предложил создать», «решено создать»: nothing is there yet.
  if (form === "создать") return /^(?:предл|услов|пригла|призва|может|могут|хот|намер|план)/.test(before);
  if (/^carried$/.test(form)) return next !== "out";
  return (
    hit.class === "noun" &&
    /^мероприяти/.test(form) &&
    !/оперативн|розыскн|профилактическ|комплекс|специальн|рейдов|целев|антинаркотич|пограничн|поисков|проверочн|скоординирован/.test(
      `${before} ${list[at - 2]?.form ?? ""} ${list[at - 3]?.form ?? ""}`,
    ) &&
    !(next === "по" && /^(?:выявлени|пресечени|перекрыти|розыск|поиск|задержани|уничтожени)/.test(afterNext))
  );
}

/** Whether a word has the look of a Russian or English finite verb or short participle; only used where a date vouches for it. */
export const looksLikeVerb = (form: string): boolean =>
  form.length > 3 &&
  (/(?:[аиеыуояю]л[аио]?|[аиеыуояю]л(?:ся|ась|ось|ись)|ет(?:ся)?|ит(?:ся)?|ют(?:ся)?|ут(?:ся)?|ят(?:ся)?|[ае]н[аоы]|[ая]т[аоы])$/.test(
    form,
  ) ||
    /ed$/.test(form)) &&
  !/^(?:отдел|раздел|предел|дела|капитал|журнал|материал|канал|персонал|филиал|сила|сило|лет|совет|комитет|университет|кабинет|бюджет|институт|суверенитет|визит|этап|октябр|ноябр|пакет|интернет|привет|запрет|паритет|авторитет|приоритет|объект|субъект|аспект|факультет|лимит|кредит|дефицит|транзит)/.test(
    form,
  );
