import {type Edtf} from "../../model/edtf.ts";
import {type EventType, type Status} from "../../model/event.ts";
import {type Basis, type DateMention} from "../../model/mention.ts";
import {type Entity} from "../../model/entity.ts";
import {type Span} from "../../model/span.ts";
import {joins, kindOf, launchedBy, legislates, seatOf} from "./act-kinds.ts";
import {type Clue} from "./clues.ts";
import {type Sentence, type Stretch} from "./sentence.ts";

/** An event while it is being read: where it stands and what its words say, before who took part is settled. */
export type Happening = {
  /** Sentences that tell of it, the best first. */
  sentences: Sentence[];
  /** The one of them that only brings the name of its operation, told of before. */
  naming?: Sentence;
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

/** What a date says of when an event was. */
export const onDate = (date: DateMention): Pick<Happening, "when" | "date" | "basis" | "note"> => ({
  when: date.edtf,
  date,
  basis: date.basis,
  note: date.note,
});

// Verbs that tell of an event by themselves; «стал», «получил», «направил» do so only where a date stands by.
const telling =
  /^(?:исполнил|созда|основ|образован|учрежд|назначен|назначил|избран|избрал|возглавил|посетил|прибыл|убит|убил|погиб|запущен|запустил|приостановил|вышел|вышл|покинул|appointed|elected|launched|visited)/;

const callsOff = /^(?:отмен|сорван)/;

/** Weighs the clues of a stretch; null when nothing says that anything happened. `near` is an offset the noun should stand by. */
export function judge(stretch: Stretch, near: Span | null): Verdict | null {
  const {clues} = stretch;
  // «Собеседники отметили, что меморандум подписан 5 октября»: the date is that of what they noted.
  const acts = clues.filter((c) => c.class === "act" || c.class === "hold");
  const noted =
    near !== null && acts[0] !== undefined && /^отмет/.test(acts[0].word.form) && near.start > acts[0].word.end + 8
      ? acts.find(
          (c) =>
            c !== acts[0] &&
            c.class === "act" &&
            (c.type === "agreement" || /^(?:созда|основан|образован|учрежд)/.test(c.word.form)),
        )
      : undefined;
  // «отменена, её проведут в 2021 году»: what it gave way to is what the date is of.
  const anew =
    acts[0] && callsOff.test(acts[0].word.form) ? acts.find((c) => c.class === "hold" && c.status === "planned") : undefined;
  const first = noted ?? anew ?? acts[0] ?? null;
  // «С подписанием в сентябре 2008 года Меморандума сотрудничество стало …»: the noun beside the date is dated.
  const beside = near === null ? undefined : clues.find((c) => c.class === "noun" && c.type !== "other" && apart(c, near) < 16);
  // «заявил во вторник», «сообщили агентству во вторник»: the day beside the saying is the day of the saying.
  const saying =
    near === null
      ? undefined
      : clues.find(
          (c) =>
            c.class === "say" &&
            c.word.end <= near.start &&
            near.start - c.word.end <= (first && first.at < c.at ? besideSaying : 3),
        );
  // «сообщил 19 января, что начаты процедуры»: the day right behind the saying.
  const saidThen = saying && near !== null && near.start - saying.word.end <= 3;
  if (
    saying &&
    first &&
    ((saidThen && first.class === "hold" && first.at > saying.at) ||
      first.type === "operation" ||
      (first.type === "other" && first.class === "act" && first.at > saying.at))
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
  const verb = first?.class === "act" && first.type === "other" && beside && !telling.test(first.word.form) ? null : first;
  // «планируют утвердить в сентябре на саммите»: what they plan is to adopt.
  const meant =
    verb?.class === "hold" && verb.infinitive
      ? clues.find((c) => c.class === "act" && c.at > verb.at && c.at <= verb.at + 2)
      : undefined;
  const paper = meant && clues.find((c) => c.class === "noun" && c.at > meant.at && c.type === meant.type);
  if (verb && meant) return {type: meant.type, subject: paper ?? null, verb: meant, status: "planned", strength: 3, rule: "act"};
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
    // «центр открылся, помогали его создать МОМ и ПРООН»: that it opened says enough.
    const act =
      subject || /^(?:откры|заработа)/.test(verb.word.form)
        ? undefined
        : clues.find((c) => c.class === "act" && (c.type !== "other" || c.at < verb.at));
    if (act) return {type: act.type, subject: null, verb: act, status: act.status, strength: 2, rule: "act"};
    // «Накануне в Оше подвели итоги операции»: who sums up on a day meets on it.
    if (near && sumsUp.test(verb.word.form) && apart(verb, near) < 90 && (!subject || summed.has(subject.type)))
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
    if (legislates(verb, clues)) return {type: "other", subject: null, verb, status: verb.status, strength: 3, rule: "law"};
    // «депутаты рассмотрели закон о ратификации»: a law on its way, not a talk.
    const sitting = clues.some((c) => c.class === "noun" && c.type === "meeting");
    const law =
      verb.type === "meeting" &&
      clues.find(
        (c) =>
          c.at > verb.at &&
          /^(?:закон|законопроект|ратификац)/.test(c.word.form) &&
          // «на заседании обсуждают модельные законы»
          !(sitting && /^закон(?:опроект)?(?:ы|ов|ам|ах)$/.test(c.word.form)),
      );
    // «На заседании 5 мая министры одобрили положение»: the paper is what the gathering of that day came to; what is signed there
    // is news of its own.
    const seat = seatOf(verb, clues);
    const adopting = near !== null || seat?.governed === false ? seat : undefined;
    // «решение принято на совещании»: which decision nobody says; the gathering is what is told.
    const gathering =
      /^принят/.test(verb.word.form) && subject && /^решени/.test(subject.word.form)
        ? clues.find((c) => c.class === "noun" && c.type === "meeting" && c.governed)
        : undefined;
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
      ? (clues.find((c) => c.class === "noun" && c.at > verb.at && c.at <= verb.at + 4 && !c.governed) ??
        hostedBefore(stretch, verb))
      : undefined;
    if (hosted && (hosted.type === "meeting" || hosted.type === "exercise" || hosted.type === "training"))
      return {type: hosted.type, subject: hosted, verb, status: verb.status, strength: 3, rule: "held"};
    const launched = launchedBy(verb, clues);
    if (launched) return {type: launched.type, subject: launched, verb, status: verb.status, strength: 3, rule: "held"};
    return {
      type: kindOf(verb, subject, stretch),
      subject: joins(verb, clues) ?? subject,
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
  const kind = whole(clues, subject ?? null)?.type;
  // «21 декабря – заявление глав государств»: what they declared.
  if (subject && kind)
    return {
      type: /^заявление$/.test(subject.word.form) ? "statement" : kind,
      subject,
      verb: null,
      status: null,
      strength: 2,
      rule: "noun",
    };
  return say ? {type: "statement", subject: null, verb: say, status: "happened", strength: 1.5, rule: "said"} : null;
}

/** UTF-16 units between a saying behind what it tells and its day, with room for whom it was said to. */
const besideSaying = 14;

const sumsUp = /^подв(?:ел|ели|ела|едены|ед[её]т|едут|одить)$/;
const summed = new Set<EventType>(["operation", "exercise"]);

const proposes = /^(?:предложил|рекомендовал|призвал|поручил|потребовал|попросил|proposed|urged)/;

// A verb of doing right behind: «предложил созвать», «призвал провести».
const leadsToInfinitive = (say: Clue, clues: readonly Clue[]) =>
  clues.some((c) => c.at > say.at && c.at <= say.at + 3 && /(?:ть|ти|чь)$/.test(c.word.form));

const ofSomething = /^(?:этап|фаз|открыти|закрыти|запуск|церемони)/;

// «этап учений», «церемония открытия учений» is of the exercise: the stage takes the kind of what it is a stage of.
function whole(clues: readonly Clue[], noun: Clue | null): Clue | null {
  if (!noun || !ofSomething.test(noun.word.form)) return noun;
  const of = clues.find((c) => c.class === "noun" && c.at > noun.at && c.at <= noun.at + 3);
  const end = of && ofSomething.test(of.word.form) ? whole(clues, of) : of;
  if (end) return {...noun, type: end.type};
  // «этот этап станет вторым в ходе учений»
  const farther = clues.filter(
    (c) => c.class === "noun" && c.at !== noun.at && (c.type === "exercise" || c.type === "operation"),
  );
  return farther[0] && farther.every((c) => c.type === "exercise") ? {...noun, type: "exercise"} : noun;
}

// «Заседание Совета принял Таджикистан»: a state right behind the verb is the host.
const hostedBefore = ({clues, named}: Stretch, verb: Clue): Clue | undefined =>
  named.some((n) => n.entity.kind === "country" && n.span.start - verb.word.end === 1)
    ? clues.find((c) => c.class === "noun" && c.at < verb.at && !c.governed)
    : undefined;

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
