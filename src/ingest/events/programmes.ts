import {parseEdtf} from "../../model/edtf.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {phraseStart} from "../noun-phrase.ts";
import {tidyTitle} from "../title-cut.ts";
import {titleOf} from "../titles.ts";
import {type Clue} from "./clues.ts";
import {type Happening} from "./happening.ts";
import {nominativePhrase} from "./nominative.ts";
import {part, type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

/** Strategies, programmes and plans «на 2015–2020 годы»: their period is their date. */
export function programmes(text: string, sentence: Sentence, list: readonly Word[], reference: string | null): Happening[] {
  const found: Happening[] = [];
  for (const date of sentence.dates) {
    if (date.role !== "period" && date.role !== "event") continue;
    const until = /^\.\.\/\d{4}$/.test(date.edtf ?? "");
    if (!date.edtf || !(isPeriod(date) || until)) continue;
    const subject =
      sentence.clues.findLast((c) => c.class === "noun" && c.type === "strategy" && c.word.end <= date.span.start) ??
      projectBefore(text, sentence, date, list);
    const next = subject
      ? sentence.clues.find((c) => c.at > subject.at && c.class !== "noun" && c.word.end <= date.span.start)
      : undefined;
    // A verb between the two makes the date its own: «стратегия, которую приняли в 2015–2016 годах».
    if (
      !subject ||
      (next && !isSpan(text, date)) ||
      (!runs.test(leadOf(text, date)) &&
        !/(?<!\p{L})(?:на|for|period|период)\s+$/iu.test(
          text.slice(Math.max(0, date.span.start - 12), date.span.start) + (/^(?:на|for)\s+/i.exec(date.form)?.[0] ?? ""),
        ) &&
        !(until ? upTo(text, subject, date) : bracketed(text, subject, date)))
    )
      continue;
    const from = phraseStart(text, list, subject.at, sentence.from);
    const stretch = part(sentence, {start: list[from]?.start ?? sentence.span.start, end: date.span.end}, list);
    const words = text.slice(Math.max(sentence.span.start, stretch.span.start - 30), stretch.span.end);
    const settled = sentence.clues.some((c) => c.class === "act" && c.type === "agreement" && c.status === "happened");
    const bare = titleOf(text, stretch, list, null, null).replace(/,\s+(?:рассчитанн[^]*$|which\s[^]*$|котор[^]*$)/iu, "");
    found.push({
      sentences: [sentence],
      stretch,
      subject,
      verb: null,
      type: "strategy",
      // What has been signed or adopted is no plan any more, whenever it runs; a draft is.
      status:
        statusOf(words, null, date.edtf, reference) === "planned" &&
        (isDraft.test(text.slice(stretch.span.start - 40, stretch.span.end)) || !settled)
          ? "planned"
          : "happened",
      when: date.edtf,
      date,
      basis: date.basis,
      note: date.note,
      operation: null,
      isMain: false,
      title: nominativePhrase(bare, subject.word.form, null),
      rules: ["programme-period"],
    });
  }
  return found;
}

// The words before a period, its own preposition among them.
const leadOf = (text: string, date: DateMention) =>
  text.slice(Math.max(0, date.span.start - 60), date.span.start) + (/^(?:на|for)\s+/iu.exec(date.form)?.[0] ?? "");

const isSpan = (text: string, date: DateMention) => [covers, runs].some((words) => words.test(leadOf(text, date)));
const covers = /(?<!\p{L})(?:рассчитан\p{L}*\s+на|действу(?:ет|ют)\s+на|охватыва\p{L}*\s+период|covers? the period)\s*$/iu;
// «в рамках проекта, который Центр ведёт в 2017–2019 годах»
const runs = /,\s+котор\p{L}+\s(?:[^,;.]{1,40}\s)?(?:вед[её]т|ведут|реализу\p{L}+|выполня\p{L}+|осуществля\p{L}+)\s+(?:в\s+)?$/iu;

// «Стратегия развития до 2025 года», not «по плану до 2025 года» or «продлить план до 2025 года».
const upTo = (text: string, subject: Clue, date: DateMention) =>
  /^[^,;:()]*$/u.test(text.slice(subject.word.end, date.span.start)) &&
  !/(?<!\p{L})(?:по|продл\p{L}+|выполн\p{L}+)\s(?:\p{L}+\s){0,2}$/iu.test(
    text.slice(Math.max(0, subject.word.start - 40), subject.word.start),
  );

// «новую стратегию (2021–2025)»: the years in brackets right after it are its period.
const bracketed = (text: string, subject: Clue, date: DateMention) =>
  /^\d{4}\s*[-–—]\s*\d{4}(?:\s*гг?\.)?$/u.test(date.form) &&
  /^\s*(?:\p{L}+\s+){0,4}\($/u.test(text.slice(subject.word.end, date.span.start));

// «Проект МОМ рассчитан на 2010–2012 годы»: a project that runs, not the draft of a paper.
function projectBefore(text: string, sentence: Sentence, date: DateMention, list: readonly Word[]): Clue | undefined {
  if (!isSpan(text, date)) return undefined;
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = list[at];
    if (!word || word.start >= date.span.start) break;
    if (/^проект(?:а|у|ом|е)?$|^project$/.test(word.form) && !isDraftOf.test(list[at + 1]?.form ?? ""))
      return {at, word, class: "noun", type: "strategy", status: null, governed: false, infinitive: false};
  }
  return undefined;
}

const isDraftOf =
  /^(?:соглаш|договор|программ|стратег|концепц|закон|решен|протокол|план|документ|устав|меморанд|положен|постановл|деклар|резолюц|конвенц|повест)/;

const itLasts =
  /^\s*(?:она|он|оно|программ\p{L}*|проект\p{L}*|план|стратеги\p{L}*|концепци\p{L}*|it|the (?:programme|program|project|plan))(?!\p{L})[^.;]{0,120}?(?<!\p{L})(?:продлится|рассчитан\p{L}*|будет действовать|будет реализ\p{L}*|will (?:run|last))[^.;,]{0,12}$/iu;

/** «…о запуске программы «…». Она охватит … и продлится с марта 2024 по февраль 2027 года»: the period of the programme told just before. */
export function continuedProgramme(
  text: string,
  sentence: Sentence,
  before: Sentence | undefined,
  list: readonly Word[],
  reference: string | null,
): Happening[] {
  const date = sentence.dates.find((d) => (d.role === "period" || d.role === "event") && d.edtf !== null && isPeriod(d));
  const subject = before?.clues.findLast((c) => c.class === "noun" && c.type === "strategy");
  if (!date || !before || !subject || !itLasts.test(text.slice(sentence.span.start, date.span.start))) return [];
  const from = phraseStart(text, list, subject.at, before.from);
  const stretch = part(before, {start: list[from]?.start ?? before.span.start, end: before.span.end}, list);
  return [
    {
      sentences: [sentence, before],
      stretch,
      subject,
      verb: null,
      type: "strategy",
      status: statusOf(text.slice(sentence.span.start, sentence.span.end), null, date.edtf, reference),
      when: date.edtf,
      date,
      basis: date.basis,
      note: date.note,
      operation: null,
      isMain: false,
      title: nominativePhrase(titleOf(text, stretch, list, null, null), subject.word.form, null),
      rules: ["programme-continued"],
    },
  ];
}

const isDraft = /(?<!\p{L})(?:проект\p{L}*|разработ\p{L}*|(?:под)?готов\p{L}*|нов(?:ой|ую|ая)|draft)(?!\p{L})/iu;

/**
 * «утвердил три программы: – борьбы с преступностью на 2014–2018 годы; – …»: each line of the list is a programme, though
 * the noun stands in the sentence before it. `open` is that sentence.
 */
export function listedProgrammes(
  text: string,
  sentence: Sentence,
  open: Sentence | null,
  list: readonly Word[],
  reference: string | null,
): Happening[] {
  const noun = open?.clues.findLast((c) => c.class === "noun" && c.type === "strategy");
  if (!noun || sentence.clues.some((c) => c.class === "hold" || c.class === "act" || c.type === "strategy")) return [];
  return sentence.dates.flatMap((date): Happening[] => {
    if (!date.edtf || !isPeriod(date) || (date.role !== "period" && date.role !== "event")) return [];
    // «План на год: 14–15 мая – заседание»: days are those of a gathering, no programme lasts so little.
    if (/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d/.test(date.edtf)) return [];
    const stretch = part(sentence, {start: sentence.span.start, end: date.span.end}, list);
    const words = titleOf(text, stretch, list, null, null);
    const one = nominativePhrase(singular(noun.word.form), singular(noun.word.form), null);
    const title = /^\p{Lu}/u.test(text.slice(list[sentence.from]?.start ?? 0))
      ? words
      : `${one} ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
    return [
      {
        sentences: [sentence],
        stretch,
        subject: noun,
        verb: null,
        type: "strategy",
        status: statusOf(title, null, date.edtf, reference) === "planned" ? "planned" : "happened",
        when: date.edtf,
        date,
        basis: date.basis,
        note: date.note,
        operation: null,
        isMain: false,
        title: tidyTitle(title),
        rules: ["programme-period", "listed-programme"],
      },
    ];
  });
}

// «программы», «планов» → one of them.
const singular = (form: string) =>
  form.replace(
    /^(программ|стратеги|концепци|план)\p{L}*$/u,
    (_, stem: string) => stem + (stem === "план" ? "" : stem === "программ" ? "а" : "я"),
  );

/** Whether a line belongs to a list: a dash, a bullet or a number opens it. */
export const isListLine = (text: string, sentence: Sentence): boolean =>
  /^\s*(?:[–—•·*-]|\d{1,2}[).])\s/u.test(text.slice(sentence.span.start, sentence.span.start + 6)) ||
  /[–—•·*-]\s*$/u.test(text.slice(Math.max(0, sentence.span.start - 3), sentence.span.start));

/** Whether a date is years from one to another, or a year that a period is. */
export function isPeriod(date: DateMention): boolean {
  const value = parseEdtf(date.edtf ?? "");
  if (value?.kind === "interval") return true;
  // «план работы на 2017 год»
  return (
    value?.kind === "point" && value.precision === "year" && (date.role === "period" || /^на\s\d{4}\sгод$/iu.test(date.form))
  );
}
