import {bounds} from "../../model/edtf.ts";
import {gathered} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

// «Завтра состоится торжественное закрытие и парад»: whose closing it is nobody says again; «открытие центра» is its own event.
const rite =
  /(?<!\p{L})(?:закрытие|открытие|построение|парад)(?!\p{L})(?!\s+(?:\p{Ll}+(?:ого|ой|их|ых)\s+)?\p{Ll}{4,}(?:а|я|ы|и|ов|ей)(?!\p{L}))/iu;

/** A closing or an opening without a word of what is closed is of the exercise, course or meeting told before. */
export function ofItsGathering(text: string, h: Happening, before: readonly Happening[]): Happening {
  if (h.type !== "other" || !h.rules.includes("held-unnamed")) return h;
  if (h.stretch.clues.some((c) => c.class === "noun")) return h;
  if (!rite.test(text.slice(h.stretch.span.start, h.stretch.span.end))) return h;
  const of = before.findLast((o) => gathered.has(o.type) && o.operation === null);
  return of ? {...h, type: of.type, rules: [...h.rules, "its-ceremony"]} : h;
}

/** «Состоялось открытие «Мирной миссии-2018». В учении участвуют …»: what has a name alone is called by its kind right below. */
export function openedByName(text: string, h: Happening, sentences: readonly Sentence[]): Happening {
  const [own] = h.sentences;
  if (!own || h.type !== "other" || !h.subject || !/^(?:открыти|закрыти)/.test(h.subject.word.form)) return h;
  if (!/^\s[«"“„]/u.test(text.slice(h.subject.word.end, h.subject.word.end + 2))) return h;
  const next = sentences[own.index + 1];
  const kind = next?.clues.find((c) => c.class === "noun" && (c.type === "exercise" || c.type === "training"));
  return kind && next && kind.at - next.from <= 2 ? {...h, type: kind.type, rules: [...h.rules, "named-below"]} : h;
}

/** Days an exercise or a course goes on at most. */
const longest = 60;

const begins = /^(?:нача|старт|откр|проход|ид[её]т|идут|began|started|opened)/;

/**
 * «Учения стартовали сегодня. До 17 августа военные отработают …»: what has begun lasts until the day that the next sentence, or a
 * clause «они продлятся до …», opens with.
 */
export function untilItsTerm(h: Happening, sentences: readonly Sentence[]): Happening {
  const [own] = h.sentences;
  if (!own || !h.date || !gathered.has(h.type) || !/^\d{4}-\d\d-\d\d$/.test(h.when ?? "")) return h;
  if (!begins.test(h.verb?.word.form ?? "")) return h;
  const next = sentences[own.index + 1];
  const [term, more] = next?.dates ?? [];
  if (!next || next.paragraph !== own.paragraph || !term?.edtf?.startsWith("../") || more) return h;
  const front = term.span.start - next.span.start < 6;
  if (!front || next.clues.some((c) => c.class === "noun" && c.type !== h.type)) return h;
  const [from, to] = [bounds(h.when ?? ""), bounds(term.edtf.slice(3))];
  const days = from && to ? (to.earliest - from.earliest) / 86_400_000 : 0;
  if (days <= 0 || days > longest) return h;
  return {...h, when: `${h.when ?? ""}/${term.edtf.slice(3)}`, rules: [...h.rules, "until-its-term"]};
}
