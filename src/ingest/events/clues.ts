import {type EventType, type Status} from "../../model/event.ts";
import {type Word} from "../names/words.ts";
import {looksLikeInfinitive} from "../word-endings.ts";
import {type ClueClass, lookUp, rule, type Rule} from "./clue-words.ts";
import {lacksCompany} from "./company.ts";

/** What a word says of an event. */
export type Clue = {
  at: number;
  word: Word;
  class: ClueClass;
  type: EventType;
  status: Status | null;
  /** A noun under a preposition («в ходе встречи», «на заседании»): where something happened rather than what. */
  governed: boolean;
  /** A verb with an infinitive after it: «планируется провести». */
  infinitive: boolean;
};

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

/** What the words of a stretch say of events, in order. */
export function findClues(list: readonly Word[], from: number, to: number): Clue[] {
  const found: Clue[] = [];
  for (let at = from; at < to; at++) {
    const word = list[at];
    if (!word || word.shape === "number") continue;
    const told = received(list, at, negated(list, at, lookUp(word.form) ?? inFuture(list, at, from, to)));
    const hit = announced(list, at, appointed(list, at, entered(list, at, founded(list, at, told, from, to))));
    if (hit && !misleads(hit, list, at, from))
      found.push({
        at,
        word,
        class: hit.class,
        type: hit.type,
        status: hit.status === "happened" && isToBe(list, at) ? "planned" : hit.status,
        governed: hit.class === "noun" && isGoverned(list, at, from),
        infinitive: hit.class === "hold" && looksLikeInfinitive(list[at + 1]?.form ?? ""),
      });
  }
  return found;
}

// «Итоги подводить будут 5 мая», «учение будет проходить с 5 по 9 мая»: the future of verbs that last has two words.
function inFuture(list: readonly Word[], at: number, from: number, to: number): Rule | null {
  const form = list[at]?.form ?? "";
  const hit = looksLikeInfinitive(form) ? lasting.find((r) => r.test.test(form)) : undefined;
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

// «Армения вступила в союз»: a member of it, party to no paper; a law that came into force was agreed on.
function entered(list: readonly Word[], at: number, hit: Rule | null): Rule | null {
  if (hit?.class !== "act" || !/^вступил/.test(list[at]?.form ?? "")) return hit;
  return list.slice(at + 2, at + 4).some(isUnion) ? founding : hit;
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
// «в союз», «из организации», «в НАТО»: what states join and leave, by a noun or by its capitals.
const union = /^(?:состав|организац|союз|содружеств|альянс)/;
const isUnion = ({form, shape}: Word) => union.test(form) || (shape === "upper" && form.length > 2);
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
const draftOf =
  /^(?:соглаш|договор|программ|стратег|концепц|решен|протокол|план|закон|деклар|резолюц|документ|заявлен|положен|меморанд|бюджет|устав|харти|конвенц|регламент|указ|постановл|повестк|коммюник)/;
const founding: Rule = rule("", "act", "other");
const reception: Rule = rule("", "act", "meeting");
const refusal: Rule = rule("", "say", "statement");

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
    return !(next === "в" && (/^(?:силу|действие)$/.test(afterNext) || list.slice(at + 2, at + 4).some(isUnion)));
  // «пленарная неделя» is a gathering, other weeks are time.
  if (/^недел/.test(form)) return !/^пленарн/.test(before);
  // «внезапная проверка войск» is an exercise, other checks are none; «род занятий» teaches nobody.
  if (/^проверк/.test(form)) return !/^внезапн/.test(before);
  if (/^заняти/.test(form)) return /^(?:род|вид|рода)$/.test(before) || /(?:цией|ством|слом|лей|ием|бой|той)$/.test(next);
  // «собрались провести», «принять участие собирались»: they mean to.
  if (/^соб(?:рал|ирал)(?:ся|ась|ось|ись)$|^собер(?:ет|ут)ся$/.test(form))
    return looksLikeInfinitive(next) || (/^собирал/.test(form) && [before, list[at - 2]?.form ?? ""].some((w) => looksLikeInfinitive(w)));
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
        .some((w) => isUnion(w) || /^(?:него|нее|них|договор|соглашен|конвенц|проект|программ)/.test(w.form))
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
