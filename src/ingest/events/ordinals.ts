import {type EventType} from "../../model/event.ts";
import {type Entity} from "../../model/entity.ts";
import {type Happening} from "./happening.ts";
import {type Word} from "../names/words.ts";
import {type Clue} from "./clues.ts";
import {operationsIn, part, type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

const ordinals = "перв|втор|трет|четв[её]рт|пят|предыдущ|прошл|следующ|очередн|последн|ближайш|заключительн";

// «Второй запланирован …», «Первая, в Мары, прошла …», «следующее примет …».
const alone = new RegExp(
  String.raw`^[\s«"–—,-]*(?:(?:а|и|но)\s+)?(?:(?:${ordinals})(?:ый|ой|ий|ая|ья|яя|ое|ее|ье|ые|ие)(?:,\s[^,;.]{2,40},)?|the (?:first|second|third|next|previous|last)(?: one)?)\s+(?:\p{L}+(?:лся|лась|лось|лись|шел|шла|шло|шли|шёл|ится|ётся|ется|дет|дёт|ует|ал|ил|ован|ована|ено|ен|ена|чен|чена|чено)|примет|приняла?|was|is|will|took)(?!\p{L})|^[\s,]*(?:(?:а|и)\s)?(?:${ordinals})(?:ый|ой|ий|ая|ья)\s[–—-]\s`,
  "iu",
);

/** «Второй запланирован в Нарыне», «следующее примет Таджикистан»: the next of what the words before told of. */
export function byOrdinal(text: string, h: Happening, sentences: readonly Sentence[]): Happening {
  const own = h.sentences[0];
  if (!own || h.subject || !h.verb || (h.verb.class !== "hold" && !/^примет$|^приня/.test(h.verb.word.form))) return h;
  if (own.clues.some((c) => c.class === "noun" && c.word.start >= h.stretch.span.start)) return h;
  if (!alone.test(text.slice(h.stretch.span.start, h.stretch.span.start + 100))) return h;
  const at = h.stretch.span.start;
  const of = seriesOf(own, at, sentences, 3);
  const which = of?.type === "operation" && !of.operation ? ofList(text.slice(at, at + 20), own, at, sentences) : null;
  return of ? {...h, ...of, ...(which && {operation: which}), rules: [...h.rules, "by-ordinal"]} : h;
}

const places = [/^[\s,«"–—-]*(?:а\s)?перв/iu, /^[\s,«"–—-]*(?:а\s)?втор/iu, /^[\s,«"–—-]*(?:а\s)?трет/iu];

// «операции «Мигрант» и «Путина». Первая пройдёт …, вторая – …»: the one that stands in that place of the list.
function ofList(words: string, own: Sentence, at: number, sentences: readonly Sentence[]): Entity | null {
  const place = places.findIndex((word) => word.test(words));
  for (let i = own.index; i >= Math.max(0, own.index - 2); i--) {
    const named = operationsIn(sentences.slice(i, i + 1)).filter((n) => n.span.end <= at);
    if (named.length > 1) return named[place]?.entity ?? null;
  }
  return null;
}

// «На первом, в марте, …», «Во второй, с 29 августа по 2 сентября, …»
const numbered = new RegExp(
  String.raw`^[\s«"–—-]*(?:на|во?)\s(?:${ordinals})(?:ом|ем|ой|ей|ьем|ьей),\s(?:(?:в|во|с|со)\s)?$`,
  "iu",
);

// «Следующее – весной», «Очередная – в Минске, в мае»
const beside = new RegExp(
  String.raw`^[\s«"–—-]*(?:(?:а|и)\s)?(?:${ordinals})(?:ый|ой|ий|ая|ья|яя|ое|ее|ье)(?:\sраз)?\s[–—-]\s(?:(?:в|во)\s\p{Lu}[\p{L}-]+,\s)?(?:(?:в|во|на|с|со)\s)?$`,
  "iu",
);

/**
 * «Замысел рассчитан на три этапа. На первом, в марте, аналитики вели поиск»: a stage called by its number alone, its date
 * between commas; «Следующее – весной в Оше»: one of a series, its date behind a dash. What was done then tells of no event by itself.
 */
export function numberedStage(
  text: string,
  sentence: Sentence,
  sentences: readonly Sentence[],
  list: readonly Word[],
  reference: string | null,
): Happening | null {
  const [date] = sentence.dates;
  if (!date?.edtf || sentence.isTitle) return null;
  const before = text.slice(sentence.span.start, date.span.start);
  const between =
    numbered.test(before) &&
    text
      .slice(date.span.end, date.span.end + 6)
      .trimStart()
      .startsWith(",");
  if (!between && !(beside.test(before) && sentence.dates.length === 1 && !sentence.clues.some((c) => c.class !== "say")))
    return null;
  const of = seriesOf(sentence, sentence.span.start, sentences, 4);
  if (!of) return null;
  const words = text.slice(sentence.span.start, sentence.span.end);
  return {
    ...of,
    sentences: [sentence],
    stretch: part(sentence, sentence.span, list),
    subject: null,
    verb: sentence.clues.find((c) => c.class === "act" || c.class === "hold") ?? null,
    status: statusOf(
      words,
      {...of, subject: null, verb: null, status: next.test(words) ? "planned" : null, strength: 2, rule: "noun"},
      date.edtf,
      reference,
    ),
    when: date.edtf,
    date,
    basis: date.basis,
    note: date.note,
    isMain: false,
    title: null,
    rules: ["dated", "numbered-stage"],
  };
}

const next = /^[\s«"–—-]*(?:следующ|очередн|ближайш)/iu;

type Series = {type: EventType; operation: Entity | null};

// What a number stands for: the noun told last before it; of a stage, what it was a stage of and, where but one is named, which.
function seriesOf(own: Sentence, at: number, sentences: readonly Sentence[], reach: number): Series | null {
  const noun = lastNoun(own, at, sentences, reach, () => true);
  if (!noun) return null;
  const whole = isStage(noun) ? (lastNoun(own, at, sentences, reach + 3, (c) => !isStage(c)) ?? noun) : noun;
  if (whole.type !== "operation") return {type: whole.type, operation: null};
  const named = sentences
    .slice(Math.max(0, own.index - 12), own.index + 1)
    .flatMap((s) => s.named.flatMap((n) => (n.entity.kind === "operation" && n.span.end <= at ? [n.entity] : [])));
  return {type: "operation", operation: new Set(named.map((e) => e.id)).size === 1 ? (named[0] ?? null) : null};
}

const isStage = (c: Clue) => /^(?:этап|фаз|волн)/.test(c.word.form);
const counted = new Set<EventType>(["operation", "exercise", "training", "meeting"]);

function lastNoun(
  own: Sentence,
  at: number,
  sentences: readonly Sentence[],
  reach: number,
  wanted: (c: Clue) => boolean,
): Clue | undefined {
  for (let i = own.index; i >= Math.max(0, own.index - reach); i--) {
    const noun = sentences[i]?.clues.findLast((c) => c.class === "noun" && counted.has(c.type) && c.word.end <= at && wanted(c));
    if (noun) return noun;
  }
  return undefined;
}
