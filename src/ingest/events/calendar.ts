import {type Word} from "../names/words.ts";
import {titleOf} from "../titles.ts";
import {bare, type Happening, judge} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";
import {statusOf} from "./status.ts";

const bullet = /^[\s–—•*\-\d.)]*$/u;
const dash = /^(?:\s*(?:г\.?|года|year))?\s*[–—-]\s+/u;
const datable = new Set(["event", "period", "background"]);
const held = new Set(["meeting", "training", "exercise", "operation"]);

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
  if (said?.rule !== "noun" || !said.subject || said.subject.governed || !held.has(said.type)) return null;
  // The line is called by its first words: «3 июня – заседание», not «3 июня – доклад об итогах работы и планах встреч».
  if (said.subject.at - stretch.from > 4) return null;
  const status = statusOf(text.slice(stretch.span.start, stretch.span.end), said, date.edtf, reference);
  const {edtf: when, basis, note} = date;
  const title = titleOf(text, stretch, list, said.subject, null);
  return {...bare(sentence, stretch, {...said, verb: null}, status, ["dated", "calendar"]), when, date, basis, note, title};
}
