import {bounds} from "../../model/edtf.ts";
import {type Entity} from "../../model/entity.ts";
import {compatible} from "../same-event.ts";
import {backToGathering} from "./back-to-gathering.ts";
import {type Happening} from "./happening.ts";
import {operationsIn, type Sentence} from "./sentence.ts";

/** Sentences an operation named is still the one spoken of. */
const near = 3;

/**
 * «Завершилась операция «…». С 4 по 10 апреля на дорогах дежурили 300 нарядов. Старт ей дали в Оше. План её утвердили 3 марта»:
 * of the one operation named just before, a sentence tells the days, by a pronoun a turn, or who decided on it. Not before the
 * sentence `floor`.
 */
export function ofItsOperation(text: string, h: Happening, sentences: readonly Sentence[], floor: number): Happening {
  const [own] = h.sentences;
  if (!own || own.isTitle || h.about || h.rules.some((r) => elsewhere.has(r))) return h;
  if (isSummingUp(text, h))
    return summedUp({...h, type: "meeting", operation: null}, h.operation ?? operationBefore(own, sentences, floor)?.entity);
  if (h.operation) return h;
  const told = operationBefore(own, sentences, floor) ?? namedBefore(h, own);
  if (!told) return h;
  const words = text.slice(h.stretch.span.start, h.stretch.span.end);
  const others = own.clues.some((c) => c.class === "noun" && (c.type === "exercise" || c.type === "training"));
  if (others || another.test(words)) return h;
  if (decides.has(h.type))
    return pronoun.test(words) || results.test(words) ? {...h, about: told.entity, rules: [...h.rules, "its-operation"]} : h;
  const goesOn = (isCourse(h, told.entity) && !told.dated) || (h.type === "other" && h.verb?.class !== "say" && turn.test(words));
  return goesOn
    ? {
        ...h,
        type: "operation",
        operation: told.entity,
        sentences: [...new Set([...h.sentences, told.sentence])],
        rules: [...h.rules, "its-operation"],
      }
    : h;
}

// «10 сентября итоги операции рассмотрит Совет», «5 мая результаты «Мака» представят в штабе»: who hears on a day what an
// operation came to meets on it.
function isSummingUp(text: string, {type, when, date, stretch, subject}: Happening): boolean {
  if (date?.role !== "event" || !/^\d{4}-\d\d-\d\d[?~]?$/.test(when ?? "") || type === "meeting" || type === "statement")
    return false;
  return subject?.type !== "agreement" && summing.test(text.slice(stretch.span.start, stretch.span.end));
}

const summing =
  /(?<!\p{L})(?:(?:итог|результат)(?:и|ы|ов|ам|ами)\s[^.;]*(?<!\p{L})(?:рассмотр|обсу[дж]|заслуш|представ[ия]т|долож|утверд|подве|проанализир)|(?:рассмотр|обсу[дж]|заслуш|утверд|подве|проанализир)\p{L}*\s[^.;]*(?<!\p{L})(?:итог|результат)(?:и|ы|ов)(?!\p{L}))/iu;

const summedUp = (h: Happening, operation: Entity | undefined): Happening => ({
  ...h,
  ...(operation && {about: operation}),
  rules: [...h.rules, "summed-up"],
});

// Said of another operation, or of a paper on its own.
const elsewhere = new Set(["alike", "another-year", "programme-period", "cited"]);
const decides = new Set<Happening["type"]>(["meeting", "agreement", "statement", "strategy"]);

// «её», «ей», «неё», not «её участники», who are a meeting's.
const pronoun =
  /(?:^[\s«"–—-]*(?:об этом|так(?:ое|ие|ая)\s(?:решени|договор[её]нност|план)\p{L}*|это\sрешение)(?!\p{L}))|(?<!\p{L})(?:(?:е[её]|ей|ней|нею|об операции|(?:план|замысел|сроки|порядок|график)\p{L}{0,2}\s+операции)(?!\p{L})(?!\s+(?:участни|член|глав|руковод|председ|деятельност|работ)))/iu;
const results =
  /(?:^|[^\p{L}])(?:(?:общие|первые|предварительные|окончательные)\s+)?(?:итоги|результаты)\s+(?!(?:\p{L}+\s+)?(?:год|заседан|встреч|совещан|саммит|работы|учени|выбор|деятельн|сотрудн|визит|проект))/iu;
// «Она стала постоянной», «Старт ей дали 4 апреля»
const turn =
  /(?<!\p{L})к\s(?:ней|нему)\s(?:\p{L}+\s){0,2}(?:присоедин|подключ|примкн)|(?<!\p{L})(?:она|ей|е[её])(?!\p{L})[^.;]*(?<!\p{L})постоянн|(?<!\p{L})постоянн\p{L}*\s[^.;]*(?<!\p{L})(?:она|ей|е[её])(?!\p{L})|(?<!\p{L})(?:старт|начало)\s+ей(?!\p{L})|(?<!\p{L})ей\s+(?:\p{L}+\s+){0,2}(?:старт|начало)(?!\p{L})/iu;
const another = /(?<!\p{L})(?:(?:предыдущ|прежн|друг|аналогичн|подобн)\p{L}*|прошл[аоуы][яеюмйхг]\p{L}*)/iu;

// Some days on which they worked, checked, stood guard, and no word of what else it was or of anybody else.
function isCourse({type, date, when, subject, verb, stretch}: Happening, operation: Entity): boolean {
  if (date?.role !== "period" || when === null || !/^\d{4}-\d\d-\d\d\/\d/.test(when) || !/\d/.test(date.form) || subject)
    return false;
  const span = bounds(when);
  if (!span || span.latest - span.earliest > 40 * 86_400_000) return false;
  const others = (e: Entity) => e.kind === "organization" && (e.parent ?? e.id) !== operation.organization;
  if (stretch.named.some((n) => n.entity.kind === "person" || others(n.entity))) return false;
  const result = verb?.class === "act" && verb.type === "operation";
  return (type === "other" && (verb === null || verb.class === "hold")) || (type === "operation" && result);
}

/** The one operation named in the sentences just before, and whether a day was given there. */
function operationBefore(
  own: Sentence,
  sentences: readonly Sentence[],
  floor: number,
): {entity: Entity; sentence: Sentence; dated: boolean} | null {
  if (own.named.some((n) => n.entity.kind === "operation")) return null;
  const found = operationsIn(sentences.slice(Math.max(floor, own.index - near), own.index));
  const last = found.at(-1);
  if (!last || new Set(found.map((f) => f.entity.id)).size > 1 || own.paragraph - last.s.paragraph > 1) return null;
  const dated = found.some(({s}) =>
    s.dates.some((d) => (d.role === "event" || d.role === "period") && /-\d\d/.test(d.edtf ?? "")),
  );
  return {entity: last.entity, sentence: last.s, dated};
}

/** «Проводится операция «Канал»; постоянной она стала в 2008 году»: named earlier in the same sentence. */
function namedBefore({stretch}: Happening, own: Sentence): {entity: Entity; sentence: Sentence; dated: boolean} | null {
  const before = own.named.findLast((n) => n.entity.kind === "operation" && n.span.end <= stretch.span.start);
  return before ? {entity: before.entity, sentence: own, dated: true} : null;
}

// «Предыдущее заседание» was about something else.
const otherMeeting = /(?<!\p{L})(?:(?:предыдущ|следующ|прежн)\p{L}*|прошл[аоуы][яеюмйхг]\p{L}*)/iu;
const aboutIt = /(?<!\p{L})(?:итог\p{L}*|речь|результат\p{L}*|обсу\p{L}*|рассмотр\p{L}*|results?)(?!\p{L})/iu;

// «Состоялось заседание. Участники обсудили план операции «Мак»»
const onAgenda =
  /^(?![\s«"–—-]*(?:тогда|тут|в тот|в этот) )[^.;]*(?<!\p{L})(?:рассмотр|обсу[дж]|заслуш|оценил|проанализир|утверд|одобр|приня[лт]|договор|реш(?:ил|ен)|подве|поруч|согласов|речь|долож|доклад|предлож|представ[иля]|discuss|approv|agreed)\p{L}*\s[^.;]*$/iu;

/** A meeting or decision concerns the operation that the next sentence says was spoken of there. */
export function withItsAgenda(text: string, h: Happening, sentences: readonly Sentence[]): Happening {
  const [own] = h.sentences;
  const next = own && sentences[own.index + 1];
  if (!next || own.isTitle || next.paragraph !== own.paragraph || h.about || h.operation || !decides.has(h.type)) return h;
  if (own.named.some((n) => n.entity.kind === "operation")) return h;
  const [name] = operationsIn([next]);
  return name && onAgenda.test(text.slice(next.span.start, name.span.start))
    ? {...h, about: name.entity, rules: [...h.rules, "its-agenda"]}
    : h;
}

// «… работу группы, заседание которой состоялось в ноябре»: said of the group alone.
const isOfBody = (text: string, {subject}: Happening): boolean =>
  subject !== null && /^\sкотор/u.test(text.slice(subject.word.end, subject.word.end + 8));

const isHeardAt = (text: string, {sentences: [own]}: Happening, s: Sentence): boolean =>
  own !== undefined &&
  s.index - own.index === 1 &&
  !own.isTitle &&
  backToGathering(text.slice(s.span.start, s.span.end)) !== undefined;

/** The meeting or decision an item is about concerns the one operation it names. */
export function withItsOperation(text: string, happenings: readonly Happening[]): Happening[] {
  const operations = [...new Set(happenings.flatMap((h) => (h.operation ? [h.operation] : [])))];
  const [only] = operations;
  const told = happenings.find((h) => h.operation === only)?.sentences ?? [];
  // «В Минске прошло заседание. На нём обсуждались результаты «Мака»»: heard at the one told of just before.
  const heard = happenings.findIndex((h) => decides.has(h.type) && told.some((s) => isHeardAt(text, h, s)));
  const main = heard >= 0 ? heard : happenings.findIndex((h) => h.isMain || (h.date?.role === "event" && !isOfBody(text, h)));
  const mainSentences = happenings[main]?.sentences ?? [];
  // «… завершили встречу. Они утвердили порядок операции «Паутина»»: said right behind.
  const [opening] = mainSentences;
  const behind = happenings.some((h) =>
    h.sentences.some(
      (s) =>
        opening !== undefined &&
        s.index === opening.index + 1 &&
        s.paragraph === opening.paragraph &&
        s.named.some((n) => n.entity === only),
    ),
  );
  const concerns = behind || told.some((s) => mainSentences.includes(s) || aboutIt.test(text.slice(s.span.start, s.span.end)));
  if (!only || operations.length > 1) return [...happenings];
  const named = (h: Happening) =>
    h.stretch.clues.some((c) => c.class === "noun" && c.type === "operation" && !/^(?:этап|фаз|волн)|ий$|ах$/.test(c.word.form));
  // «Итоги рассмотрят на заседании»: those of the operation told of.
  const sumsUp = (h: Happening) =>
    h.operation === null &&
    /^[\s«"–—-]*(?:[^\s,.]+\s+){0,3}итоги(?!\p{L})/iu.test(text.slice(h.stretch.span.start, h.stretch.span.end));
  // «В четверг задержан вербовщик. Найти его помогла операция «…», которую с 29 мая ведут …»: one of her days' results.
  const whose = happenings.find((h) => h.operation === only && h.date !== null);
  const isHers = (h: Happening) =>
    whose !== undefined &&
    h.operation === null &&
    h.date !== null &&
    h.verb?.class === "act" &&
    h.verb.type === "operation" &&
    /-\d\d-\d\d/.test(h.when ?? "") &&
    compatible(h.when, whose.when) &&
    Math.abs((h.sentences[0]?.index ?? 0) - (whose.sentences[0]?.index ?? 99)) <= 3;
  return happenings.map((h, i) => {
    if (isHers(h)) return {...h, about: only, rules: [...h.rules, "its-operation"]};
    return ((i === main && concerns) || named(h) || sumsUp(h)) &&
      !otherMeeting.test(text.slice(h.stretch.span.start, h.stretch.span.start + 40)) &&
      (h.type === "meeting" || h.type === "agreement" || h.type === "statement")
      ? {...h, about: only, rules: [...h.rules, "its-operation"]}
      : h;
  });
}
