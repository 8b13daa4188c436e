import {type Edtf} from "../../model/edtf.ts";
import {type Span, contains} from "../../model/span.ts";
import {type Entity} from "../../model/entity.ts";
import {gathered} from "./actors.ts";
import {bare, type Happening, judge, type Verdict} from "./happening.ts";
import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {operationsIn, part, type Sentence} from "./sentence.ts";
import {stageIn} from "./stage-number.ts";
import {countsPapers, isStatistic} from "./statistics.ts";
import {decided, statusOf} from "./status.ts";

/** Named operations are events though no date stands by them: one for each name, where it is first told of. */
export function namedOperations(text: string, sentences: readonly Sentence[], known: readonly Happening[]): Happening[] {
  // «Вторую фазу проведут до конца года»: a stage to come leaves the one held to be told.
  const isStage = (h: Happening) =>
    h.status === "planned" && h.rules.includes("by-antecedent") && /^(?:этап|фаз)/.test(h.subject?.word.form ?? "");
  const done = new Set(known.flatMap((h) => (h.operation && !isStage(h) ? [h.operation.id] : [])));
  // «операции «Канал-2011» под условным наименованием «Канал – Западный барьер»»: told under the other name.
  const renamed = new Set<string>();
  for (const own of new Set(known.flatMap((h) => (h.operation ? h.sentences.slice(0, 1) : []))))
    operationsIn([own]).forEach((n, i, all) => {
      const other = all[i - 1];
      if (other && isCodeName(text, n.span)) renamed.add(other.entity.id);
    });
  const found: Happening[] = [];
  const stages = new Set(
    known.flatMap(({operation, stretch, rules}) =>
      operation ? [`${operation.id} ${stageIn(text, stretch.span, rules) ?? ""}`] : [],
    ),
  );
  // A heading tells less than the text under it.
  const ids = new Set(sentences.flatMap((s) => s.named.flatMap((n) => (n.entity.kind === "operation" ? [n.entity.id] : []))));
  for (const sentence of [...sentences.filter((s) => !s.isTitle), ...sentences.filter((s) => s.isTitle)])
    for (const {entity, rule, span} of sentence.named) {
      if (entity.kind !== "operation" || rule === "operation-in-passing" || renamed.has(entity.id)) continue;
      // «Подведены итоги второго этапа «Мака». … Первый этап проходил в мае»: another stage than those told of.
      const stage = done.has(entity.id)
        ? stageIn(text, {start: Math.max(sentence.span.start, span.start - 100), end: span.start})
        : null;
      const isOther = stage !== null && !stages.has(`${entity.id} ${stage}`) && !stages.has(`${entity.id} `);
      if (done.has(entity.id) && !isOther) continue;
      if (stage) stages.add(`${entity.id} ${stage}`);
      // «Канал» in the heading over a text about «Канал – Центр» is that one.
      if (sentence.isTitle && [...ids].some((id) => id.startsWith(`${entity.id}-`))) continue;
      done.add(entity.id);
      const said = judge(sentence, null);
      const words = text.slice(sentence.span.start, sentence.span.end);
      // «замечания к плану второго этапа «Нелегала-2013». Сам этап намечен на октябрь»: nothing was held yet.
      if (forPlan.test(text.slice(sentence.span.start, span.start)) && known.some((h) => isStage(h) && h.operation === entity))
        continue;
      const before = text.slice(sentence.span.start, span.start);
      const over = results.test(before);
      const ahead =
        decided.test(before) || planMade.test(before) || (said?.status === "planned" && !over && toPrepare.test(before));
      const status = ahead
        ? "planned"
        : !over && (said?.type === "operation" || !said)
          ? statusOf(words, said, null, null)
          : "happened";
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

// «обсудят организацию и проведение операции «…»»
const toPrepare = /(?<!\p{L})(?:подготовк|организаци|проведени)\p{L}{1,2}\s(?:и\s\p{L}+\s)?[^.;:]*$/iu;
// «согласован план мероприятий «…»»
const planMade = /(?<!\p{L})(?:подготовлен|согласован|утвержд[её]н|разработан)[аы]?\s[^.;:]{0,40}план\p{L}{0,2}\s[^.;:]*$/iu;
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
  // «В ходе манёвров отрабатывались …» goes on about what the heading tells.
  const inCourse = (s: Sentence) => held.test(text.slice(s.span.start, s.span.end));
  const goesOn = head.some((s) => !s.isTitle && inCourse(s));
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
    const score =
      said.strength +
      (someone ? 1 : 0) -
      (sentence.isTitle ? (goesOn && gathered.has(said.type) ? 0 : 1 + i * 0.3) : i * 0.3) -
      // What somebody went on to say is less than what the heading says was done.
      (inCourse(sentence) ? 1.5 : said.rule === "said" && i > 0 ? 1 : 0);
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

const held = /^[\s«"–—-]*в\s(?:ходе|рамках)\s(?:\p{Ll}+\s){0,2}(?:учени|ман[её]вр|мероприяти)\p{L}*\s(?!«)\p{Ll}/iu;

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

/** Whether the happening is an operation by its words and, if so, which. */
export function operationOf(text: string, happening: Happening): Entity | null {
  if (happening.type !== "operation") return null;
  const inside = happening.stretch.named.filter((n) => n.entity.kind === "operation");
  // «в 2003 году рос «Канал», а 18 декабря запущена третья операция – «ПРОКСИ»»: the name behind the word is its own.
  const noun = happening.subject?.class === "noun" ? happening.subject.word : null;
  const own = noun && inside.find((n) => n.span.start > noun.end && n.span.start - noun.end < 8);
  const code = inside.find((n) => isCodeName(text, n.span));
  if (own ?? code) return (code ?? own)?.entity ?? null;
  if (inside[0]) return inside[0].entity;
  if (!happening.rules.includes("elliptic")) return ofBoth(happening);
  return happening.sentences[0]?.named.find((n) => n.entity.kind === "operation")?.entity ?? null;
}

// «второй этап операции «Канал-2011» под условным наименованием «Канал – Западный барьер»»: the stage has a name of its own.
const isCodeName = (text: string, {start}: Span): boolean => codeName.test(text.slice(Math.max(0, start - 60), start));
const codeName =
  /(?:под\s(?:условн\p{L}+\s|кодов\p{L}+\s)?(?:наименовани|названи|именем)\p{L}*|(?:получивш|носящ)\p{L}+\s(?:(?:условн|кодов)\p{L}+\s)?(?:названи|наименовани|имя)\p{L}*|code-?named)\s[«"“„]?$/iu;

// «Весной и осенью 2015 года прошли два этапа операции «…»»: of a sentence cut between its dates a part without a name of its own
// is of the one operation that the sentence names.
function ofBoth({sentences, stretch, subject}: Happening): Entity | null {
  const [own] = sentences;
  const named = new Set(own?.named.flatMap((n) => (n.entity.kind === "operation" ? [n.entity] : [])));
  const [only] = named;
  const isWhole = own !== undefined && stretch.to - stretch.from === own.to - own.from;
  return only && named.size === 1 && !isWhole && (subject === null || /^(?:этап|фаз)/.test(subject.word.form)) ? only : null;
}
