import {type Span, contains} from "../../model/span.ts";
import {type Named} from "../names/read.ts";
import {idOf, isOrganization} from "./actors.ts";
import {type Sentence} from "./sentence.ts";

const telling = "сообщ|отмет|рассказ|заяв|подчеркн|уточн|добав|поясн|напомн|said|told|noted";

const leading = new RegExp(`^[^,.;]{0,200}?(?<!\\p{L})(?:${telling})\\p{L}*[^,.;]{0,60},\\s*(?:что|that)`, "iu");

const trailing = new RegExp(`,\\s*[–—-]?\\s*(?:как\\s+)?(?:${telling}|пиш|переда)\\p{L}*[^.]*\\.?\\s*$`, "iu");

// «По данным МИД Казахстана, …»: whose figures they are.
const according =
  /^[\s«"–—-]*(?:(?:кроме того|также|при этом|вместе с тем|как сообщается),?\s)?по\s(?:данным|информации|сведениям|словам|сообщени(?:ю|ям)|оценк(?:е|ам))\s[^,;]{1,120},\s/iu;

// Who has the status of an observer belongs to the organisation.
const watching =
  /(?<!\p{L})(?<!статус\p{L}{0,2}\s)(?:наблюда(?:ет|ют|л|ла|ли)|наблюдател(?:ь|и|я|ей|ем|ям|ями)|присутств(?:ует|уют|овал|овала|овали)|гост(?:и|ями)|observers?)(?!\p{L})/iu;

/** Whether a sentence names guests: «Присутствовал представитель УНП ООН», «Прибыли и гости: …». They have no part in what is told next. */
export const namesGuests = (text: string, s: Sentence): boolean => watching.test(text.slice(s.span.start, s.span.end));

// «Об этом сообщил …»: who told of the event just before.
const aboutIt = /^[\s«"–—-]*об этом\s+(?:\p{L}+\s+){0,2}?(?:сообщ|рассказ|заяв|объяв|говор|отмет|уточн)\p{L}*/iu;

/** Whether a sentence does nothing but name who told of the event before it. */
export const tellsAboutIt = (words: string): boolean => aboutIt.test(words);

/** «…, заявил глава Интерпола», «Об этом сообщается на сайте Европола»: the one organisation an item names, where it is who tells. */
export function onlyTeller(text: string, sentences: readonly Sentence[]): Named[] {
  const named = sentences.flatMap((s) => s.named.filter(isOrganization));
  const [one] = named;
  if (!one || new Set(named.map(idOf)).size > 1) return [];
  const tells = (s: Sentence) =>
    s.named.some(
      (n) =>
        isOrganization(n) &&
        (tellsAboutIt(text.slice(s.span.start, n.span.start)) || spoken(text, s).some((a) => contains(a, n.span))),
    );
  return sentences.some(tells) ? [one] : [];
}

/** Who speaks in a sentence: «Глава казахстанского ведомства отметил, что …», «По данным МВД, …», «…, рассказали в МВД». The speaker took no part by that. */
export function spoken(text: string, s: Sentence): Span[] {
  const words = text.slice(s.span.start, s.span.end);
  const spans: Span[] = [];
  const before = leading.exec(words) ?? according.exec(words);
  if (before) spans.push({start: s.span.start, end: s.span.start + before[0].length});
  const after = trailing.exec(words);
  if (after && !before) spans.push({start: s.span.start + after.index, end: s.span.end});
  return spans;
}
