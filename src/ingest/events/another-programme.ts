import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {bare, type Happening, onDate} from "./happening.ts";
import {isPeriod} from "./programmes.ts";
import {part, type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

const nouns = "программа|программу|стратегия|стратегию|концепция|концепцию|план|пакет|документ|проект";
const lasts = "действовал[аи]?|действу(?:ет|ют)|рассчитан[аы]?|рассчитывал(?:ась|ся)|охватывал[аи]?|охватывает";

// «Предыдущая действовала в», «новую, на», «Преемница рассчитана до»: what stands before the period.
const another = new RegExp(
  String.raw`(?<!\p{L})((?:предыдущ|прежн|прошл|действующ|нынешн|нов|следующ)(?:ая|яя|ую|юю|ий|ый|ой)|преемни(?:к|ца|цу))(?:\s(${nouns}))?,?\s(?:(?:был[аи]?\s)?(?:${lasts})\s)?(?:(?:на|в|до|по|с)\s)?$`,
  "iu",
);

/**
 * «Программа на 2020–2022 годы одобрена. Предыдущая действовала в 2017–2019 годах»: another of the series, called by its place
 * in it; the noun stands in the words before.
 */
export function anotherProgramme(
  text: string,
  sentence: Sentence,
  sentences: readonly Sentence[],
  list: readonly Word[],
  reference: string | null,
  taken: ReadonlySet<DateMention | null>,
): Happening[] {
  return sentence.dates.flatMap((date) => {
    if (taken.has(date) || date.edtf === null || !(isPeriod(date) || /^\.\.\/\d{4}$/.test(date.edtf))) return [];
    const lead = another.exec(
      text.slice(sentence.span.start, date.span.start) + (/^(?:на|в|до|по|с)\s/iu.exec(date.form)?.[0] ?? ""),
    );
    if (!lead) return [];
    const start = sentence.span.start + lead.index;
    const isOne = (s: Sentence) => s.clues.some((c) => c.class === "noun" && c.type === "strategy" && c.word.end <= start);
    // A successor is one of what the item is about, however far back.
    const reach = /^преем/iu.test(lead[1] ?? "") ? 12 : 1;
    if (!lead[2] && ![sentence, ...sentences.slice(Math.max(0, sentence.index - reach), sentence.index)].some(isOne)) return [];
    const stretch = part(sentence, {start, end: clauseEnd(text, sentence, date)}, list);
    const said = {type: "strategy", subject: null, verb: null} as const;
    const status = statusOf(text.slice(stretch.span.start, stretch.span.end), null, date.edtf, reference);
    return [{...bare(sentence, stretch, said, status, ["programme-period", "another-programme"]), ...onDate(date)}];
  });
}

// Up to the comma, colon or full stop after the period.
const clauseEnd = (text: string, sentence: Sentence, date: DateMention): number =>
  date.span.end + (/^[^,:;]*/u.exec(text.slice(date.span.end, sentence.span.end))?.[0].length ?? 0);
