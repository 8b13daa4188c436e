import {type DateMention} from "../../model/mention.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

const due =
  "(?:планировал(?:ось|ся|ась|ись|и)|намечал(?:ось|ся|ась|ись|и)|предполагал(?:ось|ся|ась|ись|и)|ожидал(?:ось|ся|ась|ись)|долж(?:ен|на|но|ны)\\s+был[аои]?|was (?:planned|due|scheduled)|were (?:planned|due|scheduled))";
const wasPlanned = new RegExp(`(?<!\\p{L})${due}(?!\\p{L})`, "iu");
const putOff = /(?<!\p{L})(?:перен[её]с|перенос|отлож|сдвин|postponed|rescheduled)\p{L}*/iu;

/** «учение, которое должно было пройти 8–12 июня, переносится на сентябрь», «перенесено с мая на июнь»: only the new date stands. */
export function withoutOldDates(text: string, sentence: Sentence, dates: DateMention[]): DateMention[] {
  const verb = dates.length > 1 ? putOff.exec(text.slice(sentence.span.start, sentence.span.end)) : null;
  const behind = verb ? sentence.span.start + verb.index + verb[0].length : Infinity;
  const last = dates.find((d) => d.span.start > behind && !isOld(text, d));
  if (last) return [last];
  // «которое планировалось провести в сентябре, пройдёт весной»: what had been planned gave way.
  const [a, b] = dates;
  if (!a || !b || dates.length !== 2 || !text.slice(a.span.end, b.span.start).includes(",")) return dates;
  const clause = text.slice(sentence.span.start, a.span.start);
  return wasPlanned.test(clause.slice(clause.lastIndexOf(",") + 1)) ? [b] : dates;
}

// «с мая на сентябрь»: from when.
const isOld = (text: string, {span}: DateMention) =>
  /(?<!\p{L})(?:со?|from)\s$/iu.test(text.slice(Math.max(0, span.start - 6), span.start));

// «Теперь его рассчитывают собрать 12 мая», «Её перенесли на июнь», «Новая дата – 5 июня».
const instead =
  /^[\s«"–—-]*(?:(?:теперь|сейчас|вместо этого|однако|но|now|instead)[\s,](?:[^.;]{0,40}\s)?(?:е[её]|его|их|он[аои]?|it|they)(?!\p{L})|(?:е[её]|его|их|он[аои]?|it)\s(?:\p{L}+\s){0,2}?(?:перен[её]с|отлож|сдвин|was postponed|was moved)|нов(?:ая|ые)\s(?:дат|сроки))/iu;

/** «Встреча намечалась на 10 апреля. Теперь её рассчитывают собрать 12 мая»: one meeting, on the day it was moved to. */
export function putOffOnce(text: string, happenings: readonly Happening[], sentences: readonly Sentence[]): Happening[] {
  const gone = new Set<Sentence>();
  const moved = happenings.map((h) => {
    const own = h.sentences[0];
    if (!own || h.date === null || !wasPlanned.test(text.slice(own.span.start, own.span.end))) return h;
    const next = sentences[own.index + 1];
    const dates = next?.dates.filter((d) => d.role === "event" && d.edtf !== null && !isOld(text, d)) ?? [];
    const [date] = dates;
    if (!next || !date || dates.length > 1 || next.paragraph !== own.paragraph) return h;
    if (!instead.test(text.slice(next.span.start, next.span.end))) return h;
    gone.add(next);
    const {edtf: when, basis, note} = date;
    return {
      ...h,
      ...{when, date, basis, note, status: "planned" as const},
      sentences: [...h.sentences, next],
      rules: [...h.rules, "put-off"],
    };
  });
  return moved.filter((h) => !h.sentences[0] || !gone.has(h.sentences[0]));
}
