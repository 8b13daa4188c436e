import {type Word} from "../names/words.ts";
import {type DateMention} from "../../model/mention.ts";
import {tidyTitle} from "../title-cut.ts";
import {titleOf} from "../titles.ts";
import {bare, type Happening, judge, onDate} from "./happening.ts";
import {part, type Sentence, type Stretch} from "./sentence.ts";
import {statusOf} from "./status.ts";

const bullet = /^[\s–—•*\-\d.)]*$/u;
const dash = /^(?:\s*(?:г\.?|года|year))?(?:\s*[–—|-]\s+|\s{2,}|\t\s*)/u;
const datable = new Set(["event", "period", "background"]);
const held = new Set(["meeting", "training", "exercise", "operation"]);

// What a line opens with: «создание Совета», «подписание Меморандума», «вступление в ОДКБ».
const founding = /^(?:создание|образование|учреждение|основание|открытие|запуск)$/;
const signing = /^(?:подписание|принятие|утверждение|ратификация|заключение|присоединение|вступление)$/;

/** «2009 – создание Секретариата», «12 мая – подписание Меморандума»: what was done, told by a noun. */
function madeIn(
  text: string,
  sentence: Sentence,
  stretch: Stretch,
  date: DateMention,
  list: readonly Word[],
  reference: string | null,
): Happening | null {
  const form = list[stretch.from]?.form ?? "";
  const type = founding.test(form) ? "other" : signing.test(form) ? "agreement" : null;
  if (!type || stretch.clues.some((c) => c.class !== "noun")) return null;
  const status = statusOf(text.slice(stretch.span.start, stretch.span.end), null, date.edtf, reference);
  const title = tidyTitle(text.slice(stretch.span.start, stretch.span.end));
  const said = {type, subject: null, verb: null} as const;
  return {...bare(sentence, stretch, said, status, ["dated", "calendar"]), ...onDate(date), title};
}

/** «12–14 мая 2018 г. – совещание руководителей, Ереван»: a line of a calendar or a chronicle, its date first and no verb. */
export function calendarEntry(
  text: string,
  sentence: Sentence,
  list: readonly Word[],
  reference: string | null,
): Happening | null {
  const [date] = sentence.dates;
  if (!date || date.edtf === null || !datable.has(date.role) || sentence.isTitle) return null;
  if (!bullet.test(text.slice(sentence.span.start, Math.min(date.span.start, sentence.span.start + 12)))) return null;
  if (date.span.start - sentence.span.start > 12) return null;
  const mark = dash.exec(text.slice(date.span.end, date.span.end + 20));
  if (!mark) return null;
  const stretch = part(sentence, {start: date.span.end + mark[0].length, end: sentence.span.end}, list);
  const said = judge(stretch, null);
  const made = madeIn(text, sentence, stretch, date, list, reference);
  if (made) return made;
  if (said?.rule !== "noun" || !said.subject || said.subject.governed || !held.has(said.type)) return null;
  // The line is called by its first words: «3 июня – заседание», not «3 июня – доклад об итогах работы и планах встреч».
  if (said.subject.at - stretch.from > 4) return null;
  const status = statusOf(text.slice(stretch.span.start, stretch.span.end), said, date.edtf, reference);
  const {edtf: when, basis, note} = date;
  const title = titleOf(text, stretch, list, said.subject, null);
  return {...bare(sentence, stretch, {...said, verb: null}, status, ["dated", "calendar"]), when, date, basis, note, title};
}

/**
 * «Международная конференция «…»» and below it «Ереван, 14–15 ноября 2017 года»: a gathering announced by its name, its place and
 * days on a line of their own.
 */
export function announced(
  text: string,
  sentence: Sentence,
  below: Sentence | undefined,
  reference: string | null,
): Happening | null {
  const [date] = below?.dates ?? [];
  if (!below || !date?.edtf || !/-\d\d-\d\d/.test(date.edtf) || below.dates.length > 1 || below.clues.length) return null;
  if ((date.role !== "event" && date.role !== "period") || below.to - below.from > 12 || sentence.dates.length) return null;
  if (!placeOnly.test(text.slice(below.span.start, date.span.start)) || !below.named.some((n) => n.entity.kind === "place"))
    return null;
  const said = judge(sentence, null);
  if (said?.rule !== "noun" || !said.subject || said.subject.governed || !held.has(said.type)) return null;
  if (said.subject.at - sentence.from > 4 || /[.!?]\s*$/.test(text.slice(sentence.span.start, sentence.span.end))) return null;
  const status = statusOf(text.slice(sentence.span.start, sentence.span.end), said, date.edtf, reference);
  const found = bare(sentence, sentence, {...said, verb: null}, status, ["dated", "announced"]);
  return {...found, sentences: [sentence, below], ...onDate(date)};
}

// «г. Ереван, », «Ташкент (Узбекистан). »
const placeOnly = /^[\s(]*(?:г\.\s*)?\p{Lu}[\p{L}\s().,–—-]{2,40}[,.)\s–—-]$/u;
