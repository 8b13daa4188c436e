import {type Entity} from "../../model/entity.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Span} from "../../model/span.ts";
import {type Clue} from "./clues.ts";
import {bare, type Happening, onDate} from "./happening.ts";
import {operationsIn, part, type Sentence} from "./sentence.ts";
import {type Word} from "../names/words.ts";
import {tidyTitle} from "../title-cut.ts";
import {nominativePhrase} from "./nominative.ts";

const pronoun = /(?<!\p{L})(?:е[её]|его|их|она|он|они|оно|it|them)(?!\p{L})/iu;

// «Соглашение … подписали, а в Ташкенте она открылась»: the structure, not the agreement.
const she = /(?<!\p{L})(?:она|ней)(?!\p{L})/iu;
const isNoShe = /[ае]ни(?:е|я|ю|ем|и)$|[бвгджзклмнпрстфхцчшщ]$/;

/**
 * «Итоги операции «…» подведены. Страны проводили её 21–25 июня»: a verb of holding without a noun takes the noun, and
 * the operation, that its pronoun stands for; the sentence before tells the same event.
 */
export function byPronoun(text: string, h: Happening, sentences: readonly Sentence[]): Happening {
  const own = h.sentences[0];
  const before = own ? sentences[own.index - 1] : undefined;
  if (
    !own ||
    h.subject ||
    h.verb?.class !== "hold" ||
    h.rules.includes("summed-up") ||
    !pronoun.test(text.slice(h.stretch.span.start, h.stretch.span.end))
  )
    return h;
  const here = own.clues.findLast((c) => c.class === "noun" && c.word.end <= h.stretch.span.start);
  const source = here || hasOperation(own) ? own : before;
  const noun: Clue | undefined =
    here ??
    before?.clues.find((c) => c.class === "noun") ??
    before?.clues.find((c) => c.class === "act" && c.type === "exercise");
  if (!source || !noun) return h;
  const another = she.test(text.slice(h.stretch.span.start, h.stretch.span.end)) && isNoShe.test(noun.word.form);
  const operation = noun.type === "operation" ? (source.named.find((n) => n.entity.kind === "operation")?.entity ?? null) : null;
  return {
    ...h,
    type: another ? h.type : noun.type,
    operation,
    sentences: source === own ? h.sentences : [own, source],
    rules: [...h.rules, "by-pronoun"],
  };
}

/** «В операции участвовали …»: the operation named last before, not before the sentence `floor`; «аналогичные операции» are others. */
export function byAntecedent(text: string, h: Happening, sentences: readonly Sentence[], floor: number): Happening {
  const own = h.sentences[0];
  if (!own || h.operation) return h;
  // «Мероприятия идут с 15 февраля»: alone the word says nothing, after a named operation it is that one.
  const words = text.slice(own.span.start, own.span.end);
  if (h.type === "other" && ((h.verb?.class === "hold" && measures.test(words)) || workedIn.test(words))) {
    const named = operationsIn(sentences.slice(Math.max(floor, own.index - 6), own.index));
    const [only] = named;
    // «Подобные мероприятия проводятся ежегодно»: others of the kind.
    if (named.length && others.test(words)) return {...h, type: "operation", rules: [...h.rules, "alike"]};
    return only && new Set(named.map((n) => n.entity.id)).size === 1
      ? {
          ...h,
          type: "operation",
          operation: only.entity,
          sentences: [...h.sentences, only.s],
          rules: [...h.rules, "by-antecedent"],
        }
      : h;
  }
  if (h.type !== "operation" || !h.subject) return h;
  if (alike.test(text.slice(h.subject.word.start - 40, h.subject.word.start))) return {...h, rules: [...h.rules, "alike"]};
  const stage = /^(?:этап|фаз)/.test(h.subject.word.form);
  const before = text.slice(h.subject.word.start - 40, h.subject.word.start);
  // «Следующий этап операции» is of the one told of; «следующая операция» is another.
  const isNext = stage && /(?<!\p{L})следующ\p{L}*\s+$/iu.test(before);
  if (
    !isNext &&
    /(?<!\p{L})(?:так(?:ая|ой|ую|ие)\s|друг|предыдущ|следующ|прошл(?:ой|ая|ую|ых|ые|ого)|специальн|комплекс)\p{L}*\s/iu.test(
      before,
    )
  )
    return h;
  if (stage && !own.clues.some((c) => c !== h.subject && c.class === "noun" && c.type === "operation")) {
    // «Заключительный этап намечен …» after an exercise is the exercise's; «второй этап проекта» is of no gathering.
    const last = sentences.slice(Math.max(floor, own.index - 6), own.index);
    const ofProject = (s: Sentence) =>
      s.clues.some((c) => /^(?:этап|фаз)/.test(c.word.form) && project.test(text.slice(c.word.end, s.span.end)));
    if (ofProgramme(text, own, h.subject, last)) return {...h, type: "strategy", rules: [...h.rules, "stage-of-programme"]};
    if ([...last, own].some(ofProject)) return {...h, type: "other", rules: [...h.rules, "stage-of-project"]};
    // «отказались от встреч»: nothing that has stages.
    const has = (c: Clue) =>
      c.class === "noun" && staged.has(c.type) && !/^(?:этап|фаз)/.test(c.word.form) && !(c.governed && c.type === "meeting");
    const of = last.flatMap((s) => s.clues.filter(has)).at(-1);
    // «идёт основной этап командно-штабного учения «Центр»»: of what its own words name.
    const {subject} = h;
    const whose = own.clues.find(
      (c) =>
        c.class === "noun" &&
        staged.has(c.type) &&
        c.at > subject.at &&
        c.at - subject.at <= 6 &&
        isPhrase(text.slice(subject.word.end, c.word.start)),
    );
    if (whose) return {...h, type: whose.type};
    if (of && of.type !== "operation") return {...h, type: of.type, rules: [...h.rules, "by-antecedent"]};
  }
  const known = operationsIn(sentences.slice(Math.max(floor, own.index - 6), own.index));
  // «операцию «Невод», её третий этап»
  const beside = stage
    ? own.named.filter((n) => n.entity.kind === "operation" && n.span.end <= (h.subject?.word.start ?? 0))
    : [];
  known.push(...beside.map((n) => ({...n, s: own})));
  // Farther back only where the item knows but one.
  if (!known.length && floor === 0) known.push(...operationsIn(sentences.slice(Math.max(0, own.index - farthest), own.index)));
  // «Итоги «Канала»» over «Канал – Центр» is that one.
  const full = known.filter(
    (k) => !((k.s.isTitle || k.rule === "operation-in-passing") && known.some((o) => o.entity.id.startsWith(`${k.entity.id}-`))),
  );
  const last = full.findLast((k) => !k.s.isTitle) ?? full[full.length - 1];
  if (!last || new Set(full.map((k) => k.entity.id)).size > 1) return h;
  if (ofAnotherYear(text, last, h)) {
    // «Первая такая операция» is of no name yet.
    const series = stage || /(?<!\p{L})такая\s+$/iu.test(before) ? {} : {operation: last.entity};
    return {...h, ...series, rules: [...h.rules, "another-year"]};
  }
  return {
    ...h,
    operation: last.entity,
    sentences: [...h.sentences, last.s],
    // Who took part in the whole says nothing of one stage, or of what is yet to come.
    ...((stage || h.status === "planned") && {naming: last.s}),
    rules: [...h.rules, "by-antecedent"],
  };
}

// Adjectives alone stand between a stage and what it is a stage of.
const isPhrase = (between: string) => /^\s(?:\p{Ll}+(?:-\p{Ll}+)*(?:ого|его|ой|ей|их|ых)\s)*$/u.test(between);

// «Программа предотвращения … (CADAP)», then «пятая фаза CADAP»
function ofProgramme(text: string, own: Sentence, stage: Clue, before: readonly Sentence[]): boolean {
  const name = /^\s+([\p{Lu}]{3,})(?!\p{L})/u.exec(text.slice(stage.word.end, own.span.end))?.[1];
  return (
    name !== undefined &&
    before.some((s) => new RegExp(`(?:программ|проект)[^.]*\\(${name}\\)`, "iu").test(text.slice(s.span.start, s.span.end)))
  );
}

const project = /^\s+(?:\p{Ll}+\s+){0,3}(?:проект|программ|кампани|инициатив)/u;

/** Sentences looked back through for the one operation of an item; a page of thousands would cost its square. */
const farthest = 60;

// «С 22 по 26 сентября в ней работали спецслужбы»
const workedIn = /(?<!\p{L})в\s(?:ней|них)\s(?:\p{Ll}+\s)?(?:работа|участв|задейств|принял|принима|привлеч)/iu;
const measures =
  /(?:^[\s«"–—-]*(?:(?:эти|данные|указанные|эта|данная|эту)\s+)?(?:спец)?|(?<!\p{L})(?:(?:подобн|аналогичн|повторн|схож|похож)\p{L}+|так(?:ие|ую|ая)\sже)\s+)(?:мероприятия|акци[яюи])(?!\p{L})/iu;
const others =
  /(?<!\p{L})(?:(?:подобн|аналогичн|повторн|схож|похож)\p{L}+|так(?:ие|ую|ая)\sже)\s+(?:мероприятия|акци[яюи])(?!\p{L})/iu;

// «Нелегал-2021» is not what was held in 2020, «Солидарность 2019–2021» is.
function ofAnotherYear(text: string, name: {span: Span}, h: Happening): boolean {
  const m = /(?:((?:19|20)\d\d)\s?[–—-]\s?)?((?:19|20)\d\d)$/.exec(text.slice(name.span.start, name.span.end));
  const year = /^\d{4}/.exec(h.when ?? "")?.[0];
  const last = m?.[2];
  return last !== undefined && year !== undefined && (year > last || year < (m?.[1] ?? last));
}

const alike = /(?<!\p{L})(?:аналогичн|подобн)\p{L}*\s+(?:\p{L}+\s+)?$/iu;

const staged = new Set(["operation", "exercise", "training", "meeting"]);

const hasOperation = (s: Sentence) => s.named.some((n) => n.entity.kind === "operation");

/** An operation that a sentence names and dates is the event, though the verb is «проводят» and stands apart from its name. */
export function byName(text: string, h: Happening): Happening {
  const own = h.sentences[0];
  if (h.operation || !own) return h;
  const joined = joinedBy(h, own);
  if (joined) return {...h, type: "operation", operation: joined, rules: [...h.rules, "by-name"]};
  if (h.type !== "other") return h;
  const named = own.named.find((n) => n.entity.kind === "operation");
  // «В 2025 году «Паутина» позволила изъять …»: the operation itself did so, by whatever verb.
  const acts =
    h.verb === null &&
    named !== undefined &&
    (/(?:^|[,.:–—]\s)[\s«"“„]*$/u.test(text.slice(own.span.start, named.span.start)) ||
      (h.date !== null && /^\s*(?:г\.|года?|году)?\s*[«"“„]?$/u.test(text.slice(h.date.span.end, named.span.start))));
  if (h.verb?.class !== "hold" && !acts) return h;
  return named ? {...h, type: "operation", operation: named.entity, rules: [...h.rules, "by-name"]} : h;
}

// «МВД Армении присоединилось к «Арсеналу»»: whoever joins an operation takes part in it.
function joinedBy({verb}: Happening, own: Sentence): Entity | undefined {
  if (!verb || !/^(?:присоедин|подключ|примкн)/.test(verb.word.form)) return undefined;
  return own.named.find((n) => n.entity.kind === "operation" && n.span.start > verb.word.end && n.span.start - verb.word.end < 40)
    ?.entity;
}

const thenToo =
  /^[\s«"]*(?:тогда же|в том же году|в том же месяце|в тот же день|в этот же день|(?:на|в)\s(?:том|той|этом|этой)\sже\s(?:саммит|заседани|встреч|сесси|совещани|конференци|форум|учени)\p{L}{1,2}|at the same time|the same (?:day|year))(?!\p{L})/iu;

/** «Тогда же …»: the date of the event told just before. */
export function sameThen(text: string, sentence: Sentence, last: Happening | undefined, list: readonly Word[]): Happening | null {
  if (
    !last?.when ||
    sentence.dates.some((d) => d.edtf !== null && !d.edtf.startsWith("..") && d.role !== "period" && d.rule !== "same-time") ||
    !thenToo.test(text.slice(sentence.span.start, sentence.span.start + 40))
  )
    return null;
  const verb = sentence.clues.find((c) => c.class === "act" || c.class === "hold") ?? null;
  if (!verb) return null;
  const noun = sentence.clues.find((c) => c.class === "noun") ?? null;
  const words = thenToo.exec(text.slice(sentence.span.start, sentence.span.start + 40))?.[0].length ?? 0;
  const stretch = part(sentence, {start: sentence.span.start + words, end: sentence.span.end}, list);
  return {
    sentences: [sentence],
    stretch,
    subject: verb.class === "hold" ? noun : null,
    verb,
    type: verb.class === "hold" && noun ? noun.type : verb.type,
    status: "happened",
    when: last.when,
    date: null,
    basis: "inferred",
    note: "same-then",
    operation: null,
    isMain: false,
    title: null,
    rules: ["same-then"],
  };
}

// «Содружество отмечает 25-летие», «Центру исполнилось 20 лет», «отпраздновали 30-летие миссии»
const marks = /(?<!\p{L})(?:отме(?:тил|ча[еюл])|(?:от)?праздн(?:у[еюя]|ова)|исполн(?:илось|яется|ится))\p{L}*/iu;

function marksYears(text: string, sentence: Sentence, date: DateMention, list: readonly Word[]): Happening[] {
  const colon = /[:;]\s[^:;]*$/u.exec(text.slice(sentence.span.start, date.span.start));
  const own = part(sentence, {start: sentence.span.start + (colon ? colon.index + 2 : 0), end: sentence.span.end}, list);
  const told = own.named.some((n) => n.entity.kind === "organization") ? own : sentence;
  return marks.test(text.slice(told.span.start, told.span.end)) && told.named.some((n) => n.entity.kind === "organization")
    ? [{...bare(sentence, told, null, "happened", ["anniversary"]), ...onDate(date)}]
    : [];
}
// «в год 20-летия создания организации стало ответом …»: what the sentence goes on to say.
const itsVerb =
  /\s(?:явля[ею]тся|стал[аои]?|был[аои]?|будет|проход\p{L}+|прош[её]?л\p{L}*|состо(?:ял|ит)\p{L}*|отме[чт]\p{L}+)(?!\p{L})[^]*$/u;

/** «исполнилось 25 лет со дня образования»: what is remembered happened that many years before. */
export function anniversaries(text: string, sentence: Sentence, list: readonly Word[]): Happening[] {
  return sentence.dates.flatMap((date) => {
    if (date.rule !== "jubilee" || !date.edtf) return [];
    const rest = /^[^.!?,;–—]*/u.exec(text.slice(date.span.end, sentence.span.end))?.[0].replace(itsVerb, "").trimEnd() ?? "";
    const stretch = part(sentence, {start: date.span.start, end: date.span.end + rest.length}, list);
    const origin =
      /(?:образован|создан|основан|учрежден|подписан|приняти|формирован|founding|signing|establishment)\p{L}*/iu.exec(rest);
    // «К 30-летию Договора» congratulates; only «… со дня подписания», and whoever marks the years of an organisation, says what
    // happened then.
    if (!origin) return marksYears(text, sentence, date, list);
    return [
      {
        sentences: [sentence],
        stretch,
        subject: null,
        verb: null,
        type: /подписан|приняти|создан|образован|учрежден|основан|signing/i.test(origin[0]) ? "agreement" : "other",
        status: "happened",
        when: date.edtf,
        date,
        basis: date.basis,
        note: date.note,
        operation: null,
        isMain: false,
        // «25 лет со дня образования»: of what, the words before say.
        title: rest.endsWith(origin[0])
          ? null
          : tidyTitle(nominativePhrase(rest.slice(origin.index), origin[0].toLowerCase(), null)),
        rules: ["anniversary"],
      } satisfies Happening,
    ];
  });
}

/** An undated exercise or operation takes the year in its own name: «Нерушимое братство-2023». */
export function byYearInName(h: Happening, named: readonly DateMention[], text: string): Happening {
  if (h.when !== null || (h.type !== "exercise" && h.type !== "operation")) return h;
  const quoted = /[«"“„]([^»"”“]{3,60})[»"”“]/u.exec(text.slice(h.stretch.span.start, h.stretch.span.end))?.[1];
  if (!quoted) return h;
  // «Солидарность – 2019-2021»: the years of its name.
  const years = /\p{L}[»”"]?[\s–—-]+((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)\d\d)$/u.exec(quoted);
  if (years?.[1] && years[2] && years[1] < years[2])
    return {
      ...h,
      when: `${years[1]}/${years[2]}`,
      basis: "inferred",
      note: "year-from-operation",
      rules: [...h.rules, "year-in-name"],
    };
  const base = quoted.toLowerCase().replace(/[\s-]*\d{4}$/, "");
  for (const d of named)
    if (d.role === "name" && d.edtf && d.form.toLowerCase().startsWith(base))
      return {
        ...h,
        when: `${d.edtf.replace(/[?~%]$/, "")}?`,
        basis: "inferred",
        note: "year-from-operation",
        rules: [...h.rules, "year-in-name"],
      };
  return h;
}
