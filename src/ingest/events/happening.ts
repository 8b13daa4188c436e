import {type Edtf} from "../../model/edtf.ts";
import {type EventType, type Status} from "../../model/event.ts";
import {type Basis, type DateMention} from "../../model/mention.ts";
import {type Entity} from "../../model/entity.ts";
import {type Span} from "../../model/span.ts";
import {type Clue} from "./clues.ts";
import {type Sentence, type Stretch} from "./sentence.ts";

/** An event while it is being read: where it stands and what its words say, before who took part is settled. */
export type Happening = {
  /** Sentences that tell of it, the best first. */
  sentences: Sentence[];
  /** The words of the best sentence that are about this event. */
  stretch: Stretch;
  subject: Clue | null;
  verb: Clue | null;
  type: EventType;
  status: Status;
  when: Edtf | null;
  date: DateMention | null;
  basis: Basis;
  note: string | null;
  /** The named operation that this event is. */
  operation: Entity | null;
  /** The named operation that a meeting or a decision concerns. */
  about?: Entity;
  /** The event the item is about. */
  isMain: boolean;
  /** Title where the words of the stretch do not serve. */
  title: string | null;
  rules: string[];
};

/** What the clues of a stretch say together. */
export type Verdict = {
  type: EventType;
  subject: Clue | null;
  verb: Clue | null;
  status: Status | null;
  strength: number;
  rule: string;
};

/** An event no date stands by, with what its words say of it. */
export const bare = (
  sentence: Sentence,
  stretch: Stretch,
  said: Pick<Verdict, "type" | "subject" | "verb"> | null,
  status: Status,
  rules: string[],
): Happening => ({
  sentences: [sentence],
  stretch,
  subject: said?.subject ?? null,
  verb: said?.verb ?? null,
  type: said?.type ?? "other",
  status,
  when: null,
  date: null,
  basis: "none",
  note: null,
  operation: null,
  isMain: false,
  title: null,
  rules,
});

// Verbs that tell of an event by themselves; «стал», «получил», «направил» do so only where a date stands by.
const telling =
  /^(?:исполнил|созда|основ|образован|учрежд|назначен|назначил|избран|избрал|возглавил|посетил|прибыл|убит|убил|погиб|запущен|запустил|appointed|elected|launched|visited)/;

const callsOff = /^(?:отмен|сорван)/;

/** Weighs the clues of a stretch; null when nothing says that anything happened. `near` is an offset the noun should stand by. */
export function judge(stretch: Stretch, near: Span | null): Verdict | null {
  const {clues} = stretch;
  // «Собеседники отметили, что меморандум подписан 5 октября»: the date is that of what they noted.
  const acts = clues.filter((c) => c.class === "act" || c.class === "hold");
  const noted =
    near !== null && acts[0] !== undefined && /^отмет/.test(acts[0].word.form) && near.start > acts[0].word.end + 8
      ? acts.find((c) => c.class === "act" && c.type === "agreement")
      : undefined;
  // «отменена, её проведут в 2021 году»: what it gave way to is what the date is of.
  const anew =
    acts[0] && callsOff.test(acts[0].word.form) ? acts.find((c) => c.class === "hold" && c.status === "planned") : undefined;
  const first = noted ?? anew ?? acts[0] ?? null;
  // «С подписанием в сентябре 2008 года Меморандума сотрудничество стало …»: the noun beside the date is dated.
  const beside = near === null ? undefined : clues.find((c) => c.class === "noun" && c.type !== "other" && apart(c, near) < 16);
  // «заявил во вторник»: the day beside the saying is the day of the saying.
  const saying =
    near === null ? undefined : clues.find((c) => c.class === "say" && c.word.end <= near.start && near.start - c.word.end <= 3);
  if (
    saying &&
    first &&
    (first.type === "operation" || (first.type === "other" && first.class === "act" && first.at > saying.at))
  )
    return {type: "statement", subject: null, verb: saying, status: "happened", strength: 2, rule: "said"};
  // «В понедельник Минск предложил созвать заседание»: the day before the proposal is the day of the proposal.
  const proposal =
    near === null
      ? undefined
      : clues.find(
          (c) => c.class === "say" && c.word.start >= near.end && proposes.test(c.word.form) && leadsToInfinitive(c, clues),
        );
  if (proposal && !clues.some((c) => c.class !== "noun" && c.at < proposal.at))
    return {type: "statement", subject: null, verb: proposal, status: "happened", strength: 2, rule: "said"};
  const verb = first?.class === "act" && first.type === "other" && beside ? null : first;
  if (verb?.class === "hold") {
    const nouns = clues.filter((c) => c.class === "noun");
    const free = nouns.filter((c) => !c.governed);
    const after = free.find((c) => c.at > verb.at) ?? nouns.find((c) => c.at > verb.at);
    // «Подписание Плана по реализации Меморандума … состоялось»: the first one is what took place.
    const before = free.find((c) => c.at < verb.at) ?? nouns.findLast((c) => c.at < verb.at);
    // «Заседание … состоялось» has its subject before; «состоялось заседание» after; the nearer one it is.
    // «Стратегию планируется вынести на сессию»: what is planned comes after the infinitive.
    const subject = whole(clues, verb.infinitive && after ? after : nearer(verb, before, after));
    // A later verb of its own kind says more than a holding verb without a noun.
    const act = subject ? undefined : clues.find((c) => c.class === "act");
    if (act) return {type: act.type, subject: null, verb: act, status: act.status, strength: 2, rule: "act"};
    // «Накануне в Оше подвели итоги операции»: who sums up on a day meets on it.
    if (near && sumsUp.test(verb.word.form) && apart(verb, near) < 30 && (!subject || summed.has(subject.type)))
      return {type: "meeting", subject: null, verb, status: verb.status, strength: 2, rule: "summed-up"};
    return subject
      ? {type: subject.type, subject, verb, status: verb.status, strength: 3, rule: "held"}
      : {type: "other", subject: null, verb, status: verb.status, strength: 1, rule: "held-unnamed"};
  }
  if (verb && /^приня[лт]/.test(verb.word.form) && receives(stretch, verb))
    return {type: "meeting", subject: null, verb, status: verb.status, strength: 3, rule: "received"};
  if (verb) {
    const subject =
      clues.find((c) => c.class === "noun" && (c.type === verb.type || (verb.type === "agreement" && c.type === "strategy"))) ??
      null;
    // «депутаты рассмотрели закон о ратификации»: a law on its way, not a talk.
    const bill = verb.type === "meeting" && clues.some((c) => c.at > verb.at && isLaw.test(c.word.form));
    const law =
      verb.type === "meeting" && clues.find((c) => c.at > verb.at && /^(?:закон|законопроект|ратификац)/.test(c.word.form));
    // «На заседании 5 мая министры одобрили положение»: the paper is what the gathering of that day came to; what is signed there
    // is news of its own.
    const seat = adopts.test(verb.word.form) ? seatOf(clues, verb) : undefined;
    const adopting = near !== null || seat?.governed === false ? seat : undefined;
    // «решение принято на совещании»: which decision nobody says; the gathering is what is told.
    const gathering =
      /^принят/.test(verb.word.form) && subject && /^решени/.test(subject.word.form)
        ? clues.find((c) => c.class === "noun" && c.type === "meeting" && c.governed)
        : undefined;
    if (bill || legislates(verb, clues))
      return {type: "other", subject: null, verb, status: verb.status, strength: 3, rule: "law"};
    if (law || gathering)
      return {
        type: law ? "agreement" : "meeting",
        subject: law || gathering || null,
        verb,
        status: verb.status,
        strength: 3,
        rule: "act",
      };
    if (adopting) return {type: "meeting", subject: adopting, verb, status: verb.status, strength: 3, rule: "act"};
    // «Астана приняла шестое заседание»: who receives a gathering hosts it.
    const hosted = /^приня[лт]/.test(verb.word.form)
      ? clues.find((c) => c.class === "noun" && c.at > verb.at && c.at <= verb.at + 4 && !c.governed)
      : undefined;
    if (hosted && (hosted.type === "meeting" || hosted.type === "exercise" || hosted.type === "training"))
      return {type: hosted.type, subject: hosted, verb, status: verb.status, strength: 3, rule: "held"};
    // «запустил дистанционный курс», «запущена третья операция»: what is launched is of its own kind.
    const launched = /^(?:запустил|запущен|launched)/.test(verb.word.form)
      ? clues.find((c) => c.class === "noun" && c.at > verb.at && c.at <= verb.at + 4 && !c.governed && c.type !== "strategy")
      : undefined;
    if (launched) return {type: launched.type, subject: launched, verb, status: verb.status, strength: 3, rule: "held"};
    const founded =
      /^(?:созда|основ|образован|учрежд)/.test(verb.word.form) &&
      stretch.named.some((n) => n.entity.kind === "organization" && n.span.end <= verb.word.start);
    // «приняли Концепцию»: the document is the event; what states signed is an agreement whatever its name.
    const adopted =
      subject?.type === "strategy" &&
      /^(?:принят|приня|утвер|одобр|adopt|approv)/.test(verb.word.form) &&
      !clues.some((c) => c.class === "noun" && c.type === "agreement" && !/^(?:постановлени|решени)/.test(c.word.form));
    // «появилась Шанхайская конвенция»: a paper that came to be was agreed on; «появился совет» is a body.
    const written =
      /^появил/.test(verb.word.form) && clues.some((c) => c.class === "noun" && c.type === "agreement" && !c.governed);
    // «подписано Заявление о …»: what heads of state declare, whatever they do it by.
    const declared =
      subject !== null &&
      /^заявлени/.test(subject.word.form) &&
      !clues.some((c) => c !== subject && c.class === "noun" && c.type === "agreement");
    // «договорились создать силы»: an agreement, unless they met for it.
    const agreed = /^(?:договорил|условил)/.test(verb.word.form);
    const met = agreed && clues.some((c) => c.class === "noun" && c.type === "meeting");
    return {
      type: agreed
        ? met
          ? "meeting"
          : "agreement"
        : visits(verb, clues)
          ? "meeting"
          : graduates(verb, clues)
            ? "training"
            : learns(verb, clues)
              ? "training"
              : joins(verb, clues)
                ? "operation"
                : enters(stretch, verb)
                  ? "other"
                  : founded && !subject
                    ? "other"
                    : declared
                      ? "statement"
                      : written
                        ? "agreement"
                        : adopted
                          ? "strategy"
                          : verb.type,
      subject,
      verb,
      status: verb.status,
      strength: verb.type === "other" && !telling.test(verb.word.form) ? 2 : 3,
      rule: "act",
    };
  }
  const nouns = clues.filter((c) => c.class === "noun");
  const subject = beside ?? (near === null ? nouns[0] : nouns.toSorted((a, b) => apart(a, near) - apart(b, near))[0]);
  const say = clues.find((c) => c.class === "say");
  if (say && (!subject || say.at < subject.at || subject.type === "strategy"))
    return {type: "statement", subject: null, verb: say, status: "happened", strength: 1.5, rule: "said"};
  if (subject) return {type: subject.type, subject, verb: null, status: null, strength: 2, rule: "noun"};
  return say ? {type: "statement", subject: null, verb: say, status: "happened", strength: 1.5, rule: "said"} : null;
}

const sumsUp = /^подв(?:ел|ели|ела|едены)$/;
const summed = new Set<EventType>(["operation", "exercise"]);

// «прибыл с рабочим визитом»: who pays a visit meets those he visits.
const visits = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:прибы|посет|visited)/.test(verb.word.form) &&
  clues.some((c) => c.class === "noun" && /^(?:визит|поездк|visit)/.test(c.word.form));

// «присоединился к операции», «второй этап …; к нему присоединились наблюдатели»: part in it, no treaty.
const joins = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:присоедин|подключ|joined)/.test(verb.word.form) &&
  clues.some((c) => c.class === "noun" && c.type === "operation" && (c.at > verb.at ? c.at <= verb.at + 4 : !c.governed)) &&
  !clues.some((c) => c.class === "noun" && c.type === "agreement");

// «страна присоединилась к МОМ»: a member of a body, party to no paper.
const enters = ({named, clues}: Stretch, verb: Clue) =>
  /^(?:присоедин|joined)/.test(verb.word.form) &&
  named.some((n) => n.entity.kind === "organization" && n.span.start > verb.word.end && n.span.start - verb.word.end < 4) &&
  !clues.some((c) => c.class === "noun" && c.type === "agreement" && c.at > verb.at && c.at <= verb.at + 3);

// «направила четверых на курсы», «прибудут инструкторы: они обучат кинологов»: who is on the way there is to learn or teach.
const learns = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:направил|прибы|прибуд|выех|отправил)/.test(verb.word.form) &&
  clues.some((c) => c.type === "training" && c.at > verb.at && (c.class === "act" || (c.class === "noun" && c.governed)));

// «Депутаты приняли поправки», «в силу вступили новые правила»: a state's own law binds no other.
const legislates = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:приня[лт]|одобр|утвер|вступ)/.test(verb.word.form) &&
  clues.some((c) => c.class === "noun" && isLaw.test(c.word.form)) &&
  !clues.some((c) => c.class === "noun" && c.type === "agreement" && !/^закон/.test(c.word.form));
const isLaw = /^(?:поправ|правил|кодекс)/;

const adopts = /^(?:согласова|одобр|утвер|приня[лт])/;

// The gathering that a sentence opens with, or that it sets its verb in: «Совещание … приняло», «на заседании … одобрили».
function seatOf(clues: readonly Clue[], verb: Clue): Clue | undefined {
  const seat = clues.find((c) => c.class === "noun" && c.type !== "strategy" && c.at < verb.at);
  const law = clues.some((c) => c.class === "noun" && /^ратификац/.test(c.word.form));
  const paper = !/^приня/.test(verb.word.form) || clues.some((c) => c.class === "noun" && c.at > verb.at);
  return seat?.type === "meeting" && !law && paper && (seat.governed ? sitsIn : sits).test(seat.word.form) ? seat : undefined;
}

// «совещание … приняло», «на заседании … одобрили», not «участники саммита одобрили» or «по итогам встречи утвердили».
const sits =
  /^(?:заседание|совещание|встреча|саммит|сессия|конференция|форум|съезд|пленум|коллегия|конгресс|собрание|meeting|summit|session)$/;
const sitsIn = /(?:ии|ее?|ях|ах|meeting|summit|session)$/;

// «получили сертификаты об окончании курсов», «вручены дипломы слушателям тренинга»
const graduates = (verb: Clue, clues: readonly Clue[]) =>
  /^(?:получил|вручил|вручен)/.test(verb.word.form) &&
  clues.some((c) => c.class === "noun" && c.type === "training" && c.at > verb.at && c.at <= verb.at + 5);

const proposes = /^(?:предложил|призвал|поручил|потребовал|попросил|proposed|urged)/;

// A verb of doing right behind: «предложил созвать», «призвал провести».
const leadsToInfinitive = (say: Clue, clues: readonly Clue[]) =>
  clues.some((c) => c.at > say.at && c.at <= say.at + 3 && /(?:ть|ти|чь)$/.test(c.word.form));

// «этап учений» is of the exercise: the stage takes the kind of what it is a stage of.
function whole(clues: readonly Clue[], noun: Clue | null): Clue | null {
  if (!noun || !/^(?:этап|фаз)/.test(noun.word.form)) return noun;
  const of = clues.find((c) => c.class === "noun" && c.at > noun.at && c.at <= noun.at + 3);
  return of ? {...noun, type: of.type} : noun;
}

// «принял генерального секретаря», not «принял декларацию»: a person follows before any document does.
function receives(stretch: Stretch, verb: Clue): boolean {
  const person = stretch.named.find(
    (n) => n.entity.kind === "person" && n.span.start > verb.word.end && n.span.start - verb.word.end < 90,
  );
  const document = stretch.clues.find(
    (c) => c.class === "noun" && c.at > verb.at && (c.type === "agreement" || c.type === "strategy"),
  );
  return person !== undefined && (!document || document.word.start > person.span.start);
}

// UTF-16 units between a clue and the date.
const apart = (c: Clue, date: Span) => Math.max(c.word.start - date.end, date.start - c.word.end, 0);

function nearer(verb: Clue, before: Clue | undefined, after: Clue | undefined): Clue | null {
  if (!before || !after) return before ?? after ?? null;
  if (before.governed !== after.governed) return before.governed ? after : before;
  return after.at - verb.at <= verb.at - before.at + 2 ? after : before;
}
