import {type DateMention} from "../../model/mention.ts";
import {backToGathering} from "./back-to-gathering.ts";
import {type Verdict} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

/**
 * Whether a date is of what was talked of and not of the talk: «предложил созвать стороны Конвенции 2003 года», «на нём обсуждались
 * итоги работы в 2011 году», «решение об объявлении 2016 года Годом образования», «доклад о поручениях, данных 16 октября».
 */
export function isOfTopic(text: string, sentence: Sentence, date: DateMention, said: Verdict | null): boolean {
  const opening = text.slice(sentence.span.start, Math.min(date.span.start, sentence.span.start + 80));
  // A sentence may be as long as a page: only what stands beside the date is asked.
  const before = text.slice(Math.max(sentence.span.start, date.span.start - 140), date.span.start);
  const after = text.slice(date.span.end, Math.min(date.span.end + 30, sentence.span.end));
  if (signed.test(before) || reported.test(before) || (aboutThat.test(opening) && published.test(before))) return true;
  if ((given.test(before) && !date.rule.endsWith("-adjective")) || (namesYear.test(after) && !isDay(date))) return true;
  if (isYear(date) && decidedOn(text, date, said)) return true;
  if (isYear(date) && said && settling.has(said.type) && chairs.test(before)) return true;
  if (isStretch(date) && toBeHeard.test(opening)) return true;
  const verb = said?.verb ?? null;
  // «Планом на текущий год предусмотрено 60 учений, – заявил он»: what the plan is for.
  if (verb?.class === "say" && isYear(date) && (/^на\s/iu.test(date.form) || /(?<!\p{L})на\s$/iu.test(before))) return true;
  if (!verb || isDay(date) || verb.word.start > date.span.start) return false;
  const talks = verb.class === "say" || (verb.class === "act" && verb.type === "meeting");
  if (talks && isYear(date) && ofPaper.test(before) && !/^в/iu.test(date.form)) return true;
  // «В ходе заседания одобрен доклад о деятельности в 2017 году», «подведены итоги проведения в 2025 году первого этапа»
  const settles = verb.status !== "planned" && (verb.type === "agreement" || /^подв/.test(verb.word.form));
  return (
    (talks || settles) &&
    isStretch(date) &&
    backToGathering(opening) !== undefined &&
    besideNoun.test(text.slice(Math.max(verb.word.end, date.span.start - 140), date.span.start))
  );
}

// «решение о председательстве в 2026 году»: the year of what was decided on, where no verb says when it was.
const decidedOn = (text: string, {span}: DateMention, said: Verdict | null): boolean =>
  said?.rule === "noun" &&
  said.subject !== null &&
  /^решени/.test(said.subject.word.form) &&
  /\sоб?\s[^;.]*$/iu.test(text.slice(said.subject.word.end, Math.max(said.subject.word.end, span.start)));
// «программа председательства в 2026 году», "the discussion of the chairmanship in 2020": what was spoken of.
const chairs = /(?<!\p{L})(?:председательств|chairmanship|presidency)\p{L}{0,2}\s(?:[^,.;:]{1,60}\s)?(?:in\s|в\s)?$/iu;
const settling = new Set(["meeting", "agreement", "statement"]);
// «Будет проанализирован ход операций в 2015 году»: what is on the agenda.
const toBeHeard =
  /^[\s«"–—-]*(?:(?:также|кроме того|помимо этого),?\s)?буд(?:ет|ут)\s(?:также\s)?(?:про)?(?:анализир|рассм[ао]тр|обсужд|заслуш|обсужден)/iu;

const isDay = ({edtf}: DateMention) => edtf !== null && /^[\dX]{4}-\d\d-\d\d/.test(edtf);
// A year, a half or a quarter of it.
const isStretch = (date: DateMention) => isYear(date) || (date.edtf !== null && /^\d{4}-[34]\d[?~%]?$/.test(date.edtf));
const isYear = ({edtf}: DateMention) => edtf !== null && /^\d{4}[?~%]?(?:\/\d{4}[?~%]?)?$/.test(edtf);

// «поручений, данных 16 октября 2015 года», «договорённостей, достигнутых в мае»: the papers of a day have a rule of their own.
const given =
  /,\s+(?:данн|достигнут|поставленн|выданн|озвученн|высказанн|взят)(?:ых|ого|ой|ому|ым|ыми|ую|ые)\s(?:(?:в|на)\s(?:\p{L}+\s){0,3})?$/iu;
// «объявить 2016 год Годом образования»
const namesYear = /^\s*(?:год\p{L}{0,2}\s+|г\.\s*)?[«"“]?годом\s/iu;
// «… в Душанбе. ///Вести, 5 сентября 2025 г.»: who wrote it, and when.
const signed = /\/{2,3}\s?(?:\p{L}[\p{L}. -]{1,24},\s)?$/u;
// «The agency reports on Nov. 8 referring to …», «говорится в опубликованном в пятницу коммюнике»: when it was told of.
const reported =
  /(?<!\p{L})(?:reports?|reported)\s(?:on\s)?$|[»"”,]\s?[–—-]\s(?:говорится|сказано|отмечается|указано)\sв\s(?:[\p{L}«»"-]+\s){1,4}(?:во?\s)?$/u;
const aboutThat = /^[\s«"–—-]*об\sэтом\s/iu;
const published = /(?<!\p{L})(?:опубликован|обнародован|распростран[её]н|размещ[её]н)\p{L}*\s(?:во?\s)?$/u;
// «Конвенции 1972 г.», «Конвенции ЮНЕСКО об охране наследия 1972 года»
const ofPaper =
  /(?<!\p{L})(?:конвенци|договор|соглашени|протокол|устав|деклараци|резолюци|харти|меморандум|закон)(?:и|а|я|е|у|ю|ом|ем|ей)?\s(?:[^,.;:()]{1,60}\s)?$/iu;
// Words between the verb and the year: «обсудили итоги работы в 2011 году», not «обсудили в 2011 году итоги».
const besideNoun = /^\s?\p{L}[^;]*\p{L}\s+(?:(?:в|за|на)\s+)?$/iu;
