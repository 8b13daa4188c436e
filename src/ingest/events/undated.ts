import {type Edtf} from "../../model/edtf.ts";
import {contains} from "../../model/span.ts";
import {type Entity} from "../../model/entity.ts";
import {bare, type Happening, judge, type Verdict} from "./happening.ts";
import {type Word} from "../names/words.ts";
import {phraseStart} from "../titles.ts";
import {part, type Sentence} from "./sentence.ts";
import {countsPapers, isStatistic} from "./statistics.ts";
import {statusOf} from "./status.ts";

/** Named operations are events though no date stands by them: one for each name, where it is first told of. */
export function namedOperations(text: string, sentences: readonly Sentence[], known: readonly Happening[]): Happening[] {
  // «Вторую фазу проведут до конца года»: a stage to come leaves the one held to be told.
  const isStage = (h: Happening) =>
    h.status === "planned" && h.rules.includes("by-antecedent") && /^(?:этап|фаз)/.test(h.subject?.word.form ?? "");
  const done = new Set(known.flatMap((h) => (h.operation && !isStage(h) ? [h.operation.id] : [])));
  const found: Happening[] = [];
  // A heading tells less than the text under it.
  const ids = new Set(sentences.flatMap((s) => s.named.flatMap((n) => (n.entity.kind === "operation" ? [n.entity.id] : []))));
  for (const sentence of [...sentences.filter((s) => !s.isTitle), ...sentences.filter((s) => s.isTitle)])
    for (const {entity, rule, span} of sentence.named) {
      if (entity.kind !== "operation" || done.has(entity.id) || rule === "operation-in-passing") continue;
      // «Канал» in the heading over a text about «Канал – Центр» is that one.
      if (sentence.isTitle && [...ids].some((id) => id.startsWith(`${entity.id}-`))) continue;
      done.add(entity.id);
      const said = judge(sentence, null);
      const words = text.slice(sentence.span.start, sentence.span.end);
      // «замечания к плану второго этапа «Нелегала-2013». Сам этап намечен на октябрь»: nothing was held yet.
      if (forPlan.test(text.slice(sentence.span.start, span.start)) && known.some((h) => isStage(h) && h.operation === entity))
        continue;
      const status = said?.type === "operation" || !said ? statusOf(words, said, null, null) : "happened";
      // «Операции «Канал» и «Невод» пройдут в ноябре»: both of them.
      const shared = rule.startsWith("listed")
        ? known.find((h) => h.sentences[0] === sentence && h.operation !== null && h.date !== null)
        : undefined;
      const named = {
        ...bare(sentence, sentence, said, status, ["named-operation"]),
        type: "operation" as const,
        operation: entity,
      };
      found.push(
        shared
          ? {...named, status: shared.status, when: shared.when, date: shared.date, basis: shared.basis, note: shared.note}
          : named,
      );
    }
  return found;
}

const forPlan = /(?<!\p{L})(?:план|подготовк|проведени)(?:\p{L}{0,3})\s[^.;]*$/iu;

const toCome =
  /^[^«"“„,.;]{0,40}[«"“„]([^»"”“]{3,60})[»"”“]\s*,?\s+(?:which|котор\p{L}*)\s+(?:will be|is to be|are to be|пройд\p{L}*|состо(?:ится|ятся)|будет|будут|планиру\p{L}*|намечен\p{L}*)/iu;

/** «… учение «Сары-Арка-2019», которое пройдёт в Казахстане»: an exercise with a name of its own is told, though only in a clause. */
export function foretoldExercises(
  text: string,
  sentences: readonly Sentence[],
  known: readonly Happening[],
  list: readonly Word[],
): Happening[] {
  const found: Happening[] = [];
  const told = new Set<string>();
  for (const sentence of sentences)
    for (const noun of sentence.clues) {
      if (sentence.isTitle || noun.class !== "noun" || noun.type !== "exercise") continue;
      const name = toCome.exec(text.slice(noun.word.end, sentence.span.end))?.[1];
      if (!name || told.has(name)) continue;
      told.add(name);
      const named = (h: Happening) =>
        h.type === "exercise" && h.sentences.some((s) => text.slice(s.span.start, s.span.end).includes(name));
      if (known.some(named)) continue;
      const from = list[phraseStart(text, list, noun.at, sentence.from)]?.start ?? noun.word.start;
      const stretch = part(sentence, {start: from, end: sentence.span.end}, list);
      found.push(bare(sentence, stretch, {type: "exercise", subject: noun, verb: null}, "planned", ["foretold"]));
    }
  return found;
}

/** What the item is about when nothing in its head is dated: the sentence among the first that says most. */
export function mainEvent(
  text: string,
  sentences: readonly Sentence[],
  known: readonly Happening[],
  published: Edtf | null,
): Happening | null {
  // Lines above the lead that end without a stop are headings and menus.
  const body = sentences.filter((s) => !s.isTitle);
  const lead = body.findIndex((s) => /[.!?…][»"”)]?\s*$/u.test(text.slice(s.span.start, s.span.end)) && s.clues.length > 0);
  const head = [...body.slice(Math.max(lead, 0), Math.max(lead, 0) + 4), ...sentences.filter((s) => s.isTitle)];
  const told = known.filter((h) => !isAside(h));
  const taken = new Set(told.filter((h) => !h.rules.includes("named-operation")).map((h) => h.sentences[0]?.index));
  // A dated event in the first sentences is what the item is about, unless the very first one tells of another outright.
  const [first] = head;
  const outright =
    first !== undefined &&
    published !== null &&
    !taken.has(first.index) &&
    (judge(first, null)?.strength ?? 0) >= 3 &&
    first.named.some((n) => n.entity.kind === "organization") &&
    !first.named.some((n) => n.entity.kind === "operation");
  const opening = new Set(head.slice(0, outright ? 1 : 3).map((s) => s.index));
  if (told.some((h) => h.type !== "strategy" && h.when !== null && h.date !== null && opening.has(h.sentences[0]?.index ?? -1)))
    return null;
  let best: {sentence: Sentence; said: Verdict; score: number} | null = null;
  head.forEach((sentence, i) => {
    if (taken.has(sentence.index)) return;
    const said = judge(sentence, null);
    if (
      !said ||
      said.rule === "held-unnamed" ||
      // «исполняет постановление № 1150»: a paper cited by its number is not the news.
      (said.rule === "noun" &&
        said.subject !== null &&
        /^\s*№/.test(text.slice(said.subject.word.end, said.subject.word.end + 4))) ||
      (said.rule === "noun" && said.type === "strategy") ||
      // The text under a heading tells the same, and more.
      (sentence.isTitle && known.some((h) => h.type === said.type && h.sentences[0] === first)) ||
      (said.rule === "noun" && ourWords.test(text.slice(sentence.span.start, sentence.span.end))) ||
      ((said.rule === "noun" || said.type === "other") &&
        isStatistic(text.slice(sentence.span.start, sentence.span.end), said)) ||
      (said.type === "agreement" && countsPapers(text.slice(sentence.span.start, sentence.span.end))) ||
      (said.type === "other" && said.strength < 3)
    )
      return;
    const someone = sentence.named.some((n) => n.entity.kind === "organization" || n.entity.kind === "country");
    const score = said.strength + (someone ? 1 : 0) - i * 0.3 - (sentence.isTitle ? 1 : 0);
    if (score >= 1.6 && (!best || score > best.score)) best = {sentence, said, score};
  });
  const chosen = best as {sentence: Sentence; said: Verdict; score: number} | null;
  if (!chosen) return null;
  const {sentence, said} = chosen;
  const words = text.slice(sentence.span.start, sentence.span.end);
  const operation =
    said.type === "operation" ? (sentence.named.find((n) => n.entity.kind === "operation")?.entity ?? null) : null;
  // Results are summed up of what is over, and a name alone says nothing: the item's day is not the operation's.
  if (operation && (said.verb === null || results.test(words))) return null;
  const status = statusOf(words, said, null, null);
  const dated =
    published !== null &&
    status !== "planned" &&
    said.type !== "strategy" &&
    !lasts(words) &&
    !sentence.dates.some((d) => d.edtf === null && d.rule !== "jubilee");
  return {
    ...bare(sentence, sentence, said, status, ["main", said.rule]),
    operation,
    isMain: true,
    when: dated ? about(published) : null,
    basis: dated ? "inferred" : "none",
    note: dated ? "item-date" : null,
  };
}

// A paper cited by its day, a clause on something else: the sentence still tells of its own.
function isAside(h: Happening): boolean {
  const own = h.sentences[0];
  // «о линии, которую с мая ведут»: a state that lasts is background.
  if (h.rules.includes("state")) return true;
  // «подписали по итогам саммита, который прошёл …»: where the rest took place.
  if (h.subject?.governed && h.rules.includes("clause")) return false;
  if (!own || !h.rules.some((r) => r === "cited" || r === "clause")) return false;
  const said = judge(own, null);
  return said?.verb != null && !(said.subject && contains(h.stretch.span, said.subject.word));
}

// «– Мы будем решать вопросы обучения кадров», said a minister: no training was held.
const ourWords = /^[\s–—-]*[«"“][^»"”“]*(?<!\p{L})(?:мы|я|нам|нас|наш\p{L}{0,3})(?!\p{L})/iu;

const results = /(?<!\p{L})(?:итог\p{L}*|результат\p{L}*|results?)(?!\p{L})/iu;

/** The item's day with «about» on it; a time of day is dropped. */
function about(published: Edtf): Edtf {
  return `${published.replace(/T.*$/, "").replace(/[?~%]$/, "")}~`;
}

// «за три года», «за последние 5 лет»: a stretch of time, not the item's day.
const lasts = (words: string) =>
  /(?<!\p{L})с\s+начала\s+(?:\d{4}\s+)?года|(?<!\p{L})за\s+(?:\p{L}+\s+){0,2}(?:\d+\s+)?(?:\p{L}+\s+)?(?:лет|год|года|месяц\p{L}*|квартал\p{L}*)(?!\p{L})/iu.test(
    words,
  );

const gatherings = new Set(["meeting", "training", "exercise", "operation"]);
const holdable = new Set(["meeting", "training", "exercise"]);

const ratifies = /^(?:ратифицирова|ratified)/;

// «Состоялось заседание», «подписан протокол»: the verb and the noun of its kind.
function heldOrSigned({type, strength, subject, verb}: Verdict, {clues}: Sentence): boolean {
  // The ceremony is that of the event it belongs to.
  if (strength < 3 || !subject || !verb || /^(?:церемони|ceremon)/.test(subject.word.form)) return false;
  if (type === "operation") return false;
  if (type === "strategy") return /^(?:одобр|утвер|приня|согласова)/.test(verb.word.form) && !subject.governed;
  return (
    verb.class === "hold" ||
    /^(?:подпис|ратифиц|заключ|продл|парафир|завизир|signed|ratified)/.test(verb.word.form) ||
    (/^(?:одобр|утвер|приня)/.test(verb.word.form) &&
      clues.some(
        (c) =>
          c.class === "noun" && !c.governed && /^(?:соглаш|протокол|деклар|заявлен|договор|меморанд|перечень)/.test(c.word.form),
      ))
  );
}

// «Эксперты МОМ обучили 120 таможенников», «УНП ООН передало пограничникам Кыргызстана собак», «в Оше открыт приют», «Молдова
// вышла из соглашения»: done by or with an organisation, and for or in a state.
function outright(text: string, {type, status, verb}: Verdict, {named, span}: Sentence): boolean {
  if (!verb || status !== "happened" || !named.some((n) => n.entity.kind === "organization")) return false;
  if (!named.some((n) => n.entity.kind === "country" || n.entity.kind === "place")) return false;
  if (type === "training") return verb.class === "act";
  if (handsOn.test(text.slice(span.start, span.end))) return false;
  return type === "other" && (done.test(verb.word.form) || membership.test(text.slice(span.start, span.end)));
}

// «по тридцати адресам сведения передали коллегам»: what one tells another is the work of every day.
const handsOn =
  /(?<!\p{L})(?:сведени|информаци|данн|материал)\p{L}*\s+(?:\p{L}+\s+){0,2}передал|переда(?:л|н)\p{L}*\s+(?:\p{L}+\s+){0,1}(?:сведени|информаци|данн)/iu;
const membership = /(?<!\p{L})стал[аио]?\s+(?:\p{L}+\s+){0,2}(?:член|наблюдател)\p{L}*/iu;
const done = /^(?:переда(?:л|н)|вручил|вручен|откры|вышел|вышл|пере(?:шел|шл)|запущен|запустил|созда|учрежд|образован)/;

// Who adopts papers when no organisation is named beside.
const bodies =
  /(?<!\p{L})(?:члены\s\p{Lu}|руководители|министры|глав(?:ы|ами)\s|депутаты|парламентарии|делегации|президенты|лидеры|отдельным\sрешением|решением\s\p{Lu})/iu;

// «По итогам встречи подписан протокол», «За это время проведены переговоры»: those who met just before did so.
const goesBack =
  /^[\s«"–—-]*(?:(?:кроме того|наряду с этим|помимо этого|также),?\s)?(?:по\s(?:(?:её|ее|его|их)\s)?(?:итогам|результатам|окончании|завершении)|в\s(?:ходе|завершение|рамках)|за\sэто\sвремя|на\s(?:нём|нем|ней|полях)|(?:здесь|там)\sже)(?!\p{L})/iu;

// «Был подписан меморандум, который предусматривает …» behind the meeting: those who met signed it.
const signedThere =
  /^[\s«"–—-]*(?:(?:также|кроме того,?)\s)?(?:был[аои]?\s)?(?:также\s)?(?:подписан|заключ[её]н|парафирован)[аоы]?\s/iu;
const isVisit = (h: Happening) => h.date !== null && /^(?:посетил|прибыл)/.test(h.verb?.word.form ?? "");

/** Sentences a gathering is still the one spoken of. */
const stillSpokenOf = 3;

/** Further on, an undated event must be said outright: it was held, it has a name of its kind, and somebody took part. */
export function toldEvents(text: string, sentences: readonly Sentence[], known: readonly Happening[]): Happening[] {
  const taken = new Set(known.flatMap((h) => h.sentences.map((s) => s.index)));
  const met = new Set(
    known.flatMap((h) => ((h.date && gatherings.has(h.type)) || isVisit(h) ? h.sentences.map((s) => s.index) : [])),
  );
  const metBefore = (at: number) => [...Array(stillSpokenOf).keys()].some((k) => met.has(at - 1 - k));
  const found: Happening[] = [];
  for (const sentence of sentences) {
    if (sentence.isTitle || taken.has(sentence.index)) continue;
    const said = judge(sentence, null);
    if (!said?.verb || !(outright(text, said, sentence) || heldOrSigned(said, sentence))) continue;
    const words = text.slice(sentence.span.start, sentence.span.end);
    // «В Бухаре прошло совещание», «Первое заседание принимала Украина»: where it was held does for who held it.
    const held = said.verb.class === "hold" && said.subject !== null && !said.subject.governed && holdable.has(said.type);
    const states = new Set(sentence.named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : [])));
    const someone =
      sentence.named.some(
        (n) => n.entity.kind === "organization" || (held && (n.entity.kind === "place" || n.entity.kind === "country")),
      ) ||
      (said.type === "agreement" && (states.size >= 2 || (states.size === 1 && ratifies.test(said.verb.word.form)))) ||
      /(?<!\p{L})(?:совместн|двусторонн|стороны|сторонами|участники|между\s\p{L}+(?:ами|ями)(?!\p{L}))/iu.test(words) ||
      bodies.test(words) ||
      ((goesBack.test(words) || signedThere.test(words)) && !said.subject?.governed && metBefore(sentence.index));
    if (!someone) continue;
    // The approving of a programme is a decision where its period is another event; that of a plan always is.
    const decided = sentence.dates.some((d) => d.role === "period") || /^план|^plan/.test(said.subject?.word.form ?? "");
    const type = said.type === "strategy" && decided ? "agreement" : said.type;
    found.push(bare(sentence, sentence, {...said, type}, statusOf(words, said, null, null), ["told", said.rule]));
  }
  return found;
}

/** Whether the happening is an operation by its words and, if so, which. */
export function operationOf(happening: Happening): Entity | null {
  if (happening.type !== "operation") return null;
  const inside = happening.stretch.named.filter((n) => n.entity.kind === "operation");
  // «в 2003 году рос «Канал», а 18 декабря запущена третья операция – «ПРОКСИ»»: the name behind the word is its own.
  const noun = happening.subject?.class === "noun" ? happening.subject.word : null;
  const own = noun && inside.find((n) => n.span.start > noun.end && n.span.start - noun.end < 8);
  if (own) return own.entity;
  if (inside[0]) return inside[0].entity;
  if (!happening.rules.includes("elliptic")) return ofBoth(happening);
  return happening.sentences[0]?.named.find((n) => n.entity.kind === "operation")?.entity ?? null;
}

// «Весной и осенью 2015 года прошли два этапа операции «…»»: of a sentence cut between its dates a part without a name of its own
// is of the one operation that the sentence names.
function ofBoth({sentences, stretch, subject}: Happening): Entity | null {
  const [own] = sentences;
  const named = new Set(own?.named.flatMap((n) => (n.entity.kind === "operation" ? [n.entity] : [])));
  const [only] = named;
  const isWhole = own !== undefined && stretch.to - stretch.from === own.to - own.from;
  return only && named.size === 1 && !isWhole && (subject === null || /^(?:этап|фаз)/.test(subject.word.form)) ? only : null;
}
