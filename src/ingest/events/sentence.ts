import {type DateMention} from "../../model/mention.ts";
import {overlaps, type Span} from "../../model/span.ts";
import {type Item} from "../item.ts";
import {type Named, type Names} from "../names/read.ts";
import {type Word} from "../names/words.ts";
import {looksLikeVerb} from "../word-endings.ts";
import {type Clue, findClues} from "./clues.ts";

/** A stretch of text with what was read in it; words are the item's, `from` to `to`. */
export type Stretch = {
  span: Span;
  from: number;
  to: number;
  named: Named[];
  dates: DateMention[];
  clues: Clue[];
};

/** A sentence in its place in the item. */
export type Sentence = Stretch & {
  index: number;
  /** Number of its paragraph; a blank line or a line break begins another. */
  paragraph: number;
  isTitle: boolean;
};

/** Sentences outside the boilerplate with their words, names, dates and clues. Linear. */
export function readSentences(text: string, item: Item, names: Names): Sentence[] {
  let w = 0;
  let n = 0;
  let d = 0;
  let paragraph = 0;
  let before = item.span.start;
  // A page that lost its line breaks is one line, and no heading.
  const title = item.title && item.title.end - item.title.start <= longestTitle ? item.title : null;
  const sentences = item.sentences.map((span, index): Sentence => {
    const list = names.words;
    if (text.slice(before, span.start).includes("\n")) paragraph++;
    before = span.end;
    while (w < list.length && (list[w]?.start ?? 0) < span.start) w++;
    const from = w;
    while (w < list.length && (list[w]?.end ?? 0) <= span.end) w++;
    const named: Named[] = [];
    while (n < names.named.length && (names.named[n]?.span.start ?? 0) < span.start) n++;
    for (; n < names.named.length; n++) {
      const name = names.named[n];
      if (!name || name.span.start >= span.end) break;
      named.push(name);
    }
    const dates: DateMention[] = [];
    while (d < item.dates.length && (item.dates[d]?.span.end ?? 0) <= span.start) d++;
    for (let k = d; k < item.dates.length; k++) {
      const date = item.dates[k];
      if (!date || date.span.start >= span.end) break;
      dates.push(date);
    }
    const isTitle = title !== null && overlaps(title, span);
    return {index, paragraph, isTitle, span, from, to: w, named, dates, clues: findClues(list, from, w)};
  });
  return withLoneDates(text, sentences);
}

/** «14.05.2002. Москва. Принято решение …»: a date, and a place, with a full stop of their own are the next sentence's. */
function withLoneDates(text: string, sentences: Sentence[]): Sentence[] {
  const out = [...sentences];
  sentences.forEach((s, i) => {
    const [date] = s.dates;
    // An item's first sentence is its dateline.
    if (i === 0 || (date?.role !== "event" && date?.role !== "period") || s.dates.length > 1 || s.isTitle || s.to - s.from > 5)
      return;
    const rest = text.slice(s.span.start, date.span.start) + text.slice(date.span.end, s.span.end);
    if (!/^[\s.•–—-]*(?:г(?:од|ода)?)?[\s.]*$/iu.test(rest)) return;
    const isPlace = (o: Sentence | undefined) => o !== undefined && o.to - o.from < 3 && !o.clues.length && o.named.length > 0;
    const next = out[isPlace(out[i + 1]) ? i + 2 : i + 1];
    if (!next || next.paragraph !== s.paragraph || next.dates.some((d) => d.role === "event")) return;
    const between = out.slice(i, next.index);
    out[i] = {...s, dates: []};
    out[next.index] = {
      ...next,
      span: {start: s.span.start, end: next.span.end},
      from: s.from,
      named: [...between.flatMap((o) => o.named), ...next.named],
      dates: [date, ...next.dates],
    };
  });
  return out;
}

const longestTitle = 600;

// Where a sentence with several dates may be cut, the better places first.
const cuts = [
  // «провозгласили союз и в тот же день приняли устав»: the second clause begins with its date.
  /\s(?:и|а)\s(?:(?:в|во|на|с)\s)?$/giu,
  // «…, второй – с 13 по 17 сентября»: the part that leaves out its verb begins before its subject.
  /,\s(?:а\s|и\s)?[^,;]{1,60}\s[–—-]\s*(?:ещё\s|еще\s|уже\s)?(?:в\s|во\s|на\s|с\s|по\s)?$/giu,
  // «…, следующее примет Таджикистан: лето 2016 года»: a bare date behind the colon is of what stands before it.
  /;\s|:\s(?=[^]{8})/g,
  // not «государств – членов»
  /\s[–—-]\s(?!член|участни)/giu,
  /,\s(?:а|но|однако|тогда как|after which|while|and)\s/giu,
  /\s(?:в ходе|в рамках|во исполнение|during|within)\s/giu,
  /,\s(?:когда|после чего|где|котор\p{L}*|рассчитанн\p{L}*|принят\p{L}*|подписанн\p{L}*|which|when)\s/giu,
  /,\s/g,
  /\s(?:и|and)\s/giu,
];

/** A sentence cut between the dates given (in order, two or more), each part with its own words and names. */
export function cutBetween(text: string, sentence: Stretch, dates: readonly DateMention[], list: readonly Word[]): Stretch[] {
  const bounds = [sentence.span.start];
  for (let i = 0; i + 1 < dates.length; i++) {
    const a = dates[i];
    const b = dates[i + 1];
    if (a && b) bounds.push(cutPoint(text, a.span.end, b.span.start, sentence));
  }
  bounds.push(sentence.span.end);
  return bounds.slice(0, -1).map((start, i) => part(sentence, {start, end: bounds[i + 1] ?? sentence.span.end}, list));
}

function cutPoint(text: string, from: number, to: number, sentence: Stretch): number {
  const between = text.slice(from, to);
  for (const cut of cuts)
    // The last one: a date stands near the beginning of what it dates.
    for (const m of [...between.matchAll(cut)].reverse()) {
      const at = from + m.index + 1;
      if (!sentence.named.some((n) => n.span.start < at && at < n.span.end)) return at;
    }
  return to;
}

/** The part of a stretch that lies in `span`. */
export function part(whole: Stretch, span: Span, list: readonly Word[]): Stretch {
  const inside = (s: Span) => span.start <= s.start && s.start < span.end;
  let from = whole.from;
  while (from < whole.to && (list[from]?.start ?? 0) < span.start) from++;
  let to = from;
  while (to < whole.to && (list[to]?.start ?? Infinity) < span.end) to++;
  return {
    span,
    from,
    to,
    named: whole.named.filter((n) => inside(n.span)),
    dates: whole.dates.filter((d) => inside(d.span)),
    clues: whole.clues.filter((c) => c.at >= from && c.at < to),
  };
}

/** The operations that sentences name, each with its sentence, in order. */
export const operationsIn = (sentences: readonly Sentence[]): (Named & {s: Sentence})[] =>
  sentences.flatMap((s) => s.named.flatMap((n) => (n.entity.kind === "operation" ? [{...n, s}] : [])));

/** Whether some word of a stretch looks like a verb. */
export const hasVerb = (stretch: Stretch, list: readonly Word[]) => {
  for (let i = stretch.from; i < stretch.to; i++)
    if (list[i]?.shape === "lower" && looksLikeVerb(list[i]?.form ?? "")) return true;
  return false;
};
