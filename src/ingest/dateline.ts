import {type Span} from "../model/span.ts";
import {type Phrase} from "./dates/reading.ts";
import {type Line} from "./lines.ts";

/** A dateline: the place and day a report was filed from, «13 декабря, Минск /Корр. БЕЛТА/.» */
export type Dateline = {span: Span; place: string | null; phrase: Phrase | null};

export const placeName = String.raw`\p{Lu}[\p{L}’'-]+(?:[ -]\p{Lu}[\p{L}’'-]+){0,2}`;
const afterDate = new RegExp(String.raw`^\s*[,.]\s*(${placeName})\s*[,.]?\s*(?:[/(—–]|-(?=\s)|\.(?=\s+\p{Lu}))`, "u");
// «Минск, », «(Бишкек, », «АСТАНА. КАЗИНФОРМ. »: the agency may stand between the place and the day.
const beforeDate = new RegExp(
  String.raw`^[(/]?(${placeName})(?:\s*\([^)\n]{1,40}\)|\s*\/[^/\n]{1,30}\/)?(?:[.,]\s\p{Lu}[\p{L}\d-]{2,24})?[,.]?(?:\s*[-–—])?\s+(?:\([^)\n]{0,30})?$`,
  "u",
);
// Words that open a sentence before a date and are no places: «Напомним», «Отметим», «Сегодня».
const opener =
  /^(?:\p{L}{3,}[ие]м|сегодня|вчера|завтра|накануне|кстати|итак|однако|затем|ранее|позднее|позже|также|тогда|кроме|today|yesterday|earlier|later)$/iu;
const noDate = new RegExp(String.raw`^(${placeName})\s*[,.]?\s*/[^/\n]{2,40}/`, "u");
// "Tashkent – The organization …", "Geneva/Beijing – IOM …": in Russian the dash alone would say that the place is something.
const english = /^([A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}(?:\/[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})?) [–—-] (?=[A-Z“"])/;

// «12 мая. Interfax-Russia.ru - …», «12 мая 2015, 14:20 — REGNUM …»: an agency in Latin letters or capitals.
const byAgency = /^\s*[.,]\s*(?:[A-Z][\w.-]{2,30}|\p{Lu}{3,})\s*[–—-]\s|^\s[–—-]\s(?:[A-Z]{3,}|\p{Lu}{4,})[.:]?\s(?=\p{Lu})/u;
// «ДУШАНБЕ, 12.05.2015 АП «Дунё» – …», «ТАШКЕНТ, 12 мая 2015, Podrobno.uz, Иван Петров. …»
const filedBy =
  /^,?\s(?:\p{Lu}{2,5}\s[«"]\p{Lu}[\p{L}\d.-]{1,24}[»"]|[A-Z][\w-]{1,24}(?:\.[\w-]{2,12})?)(?:,\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)?(?:\s[–—-]\s|\.\s(?=\p{Lu}))/u;

// «АСТАНА. 12 мая 2015 года. «Казинформ». …», «12 мая 2015 г., «БелТА» – …»: an agency in quotation marks.
const quotedAgency = /^\s?[.,]?\s[«"]\p{Lu}[^«»"\n]{1,30}[»"](?:\.\s(?=\p{Lu})|\s[–—-]\s)/u;
// «ИА «Регион» 12.05.2015 – …»
const agencyFirst = /^(?:\p{Lu}{2,6}\s)?[«"]\p{Lu}[^«»"\n]{1,30}[»"][.,]?\s$/u;
// «12 мая 2015 г. Минск. …», «12 мая 2015 г. – Минск. …»
const placeBehind = new RegExp(String.raw`^\s(?:[–—-]\s)?(${placeName})(?:\s[/(—–-]|\.(?=\s+\p{Lu}))`, "u");
// «[12.05.2015] Министры …», «(12 мая 2015 года) Министры …»
const bracketed = /^[\])]\s?[.:–—-]?\s?(?=[\p{Lu}«"])/u;

/** The dateline a paragraph opens with, or null. */
export function datelineOf(text: string, line: Line): Dateline | null {
  const {start} = line.span;
  const first = line.phrases.find((p) => p.reading.kind === "calendar" && p.reading.day !== null && !p.named);
  if (first && first.span.start - start < 60) {
    const after = text.slice(first.span.end, Math.min(first.span.end + 80, line.span.end));
    // «Бишкек. 14:20 12.05.2015 /Кабар/»: the hour stands before its day.
    const before = text.slice(start, first.span.start).replace(/(?:^|\s)\d{1,2}:\d\d,?\s$/, " ");
    if (!before.trim()) return dayFirst(text, line, first, after);
    if (/^[[(]$/.test(before) && isFull(first) && bracketed.test(after))
      return {span: {start, end: first.span.end + 1}, place: null, phrase: first};
    const place = placeFirst(text, first, before, after);
    if (place !== undefined) return {span: {start, end: first.span.end}, place, phrase: first};
  }
  const m = noDate.exec(line.text) ?? english.exec(line.text);
  return m ? {span: {start, end: start + m[0].length}, place: m[1] ?? null, phrase: null} : null;
}

const isFull = ({reading}: Phrase): boolean => reading.kind === "calendar" && reading.year !== null;

function dayFirst(text: string, {span: {start}}: Line, first: Phrase, after: string): Dateline | null {
  const {end} = first.span;
  const m = afterDate.exec(after) ?? (text[end - 1] === "." || /^\s[–—-]/.test(after) ? placeBehind.exec(after) : null);
  if (m) return {span: {start, end: end + m[0].length}, place: m[1] ?? null, phrase: first};
  const agency = /^\s*[,.]?\s*(?:[/(—–]|-\s)\s*\p{Lu}[^/)\n]{1,40}[/)]/u.exec(after) ?? byAgency.exec(after);
  const told = agency ?? (isFull(first) ? quotedAgency.exec(after) : null);
  return told ? {span: {start, end: end + told[0].length}, place: null, phrase: first} : null;
}

// The place a dateline names before its day, null where an agency stands instead; undefined: it is no dateline.
function placeFirst(text: string, first: Phrase, before: string, after: string): string | null | undefined {
  // «/Бишкек, 15 апреля 2019, Кабар/»: the whole dateline between signs.
  const filed =
    /^\)?\s*[.,]?\s*(?:[/(—–]|-\s)/u.test(after) ||
    filedBy.test(after) ||
    quotedAgency.test(after) ||
    (/^[(/]/.test(before) && /^,\s*["«]?\p{Lu}[\p{L}\d .,"«»-]{1,50}[/)]/u.test(after));
  if (filed && isFull(first) && agencyFirst.test(before)) return null;
  const m = beforeDate.exec(before);
  if (!m || opener.test(m[1] ?? "")) return undefined;
  // «Минск, 15 апреля. Совет …», not «Напомним, 15 апреля Совет …»; «Советом палаты (Минск, 15.04.2019) утверждён …» goes on.
  const closes =
    filed || /^\)(?!\s?\p{Ll})|^\s*(?:\.|$)/u.test(after) || (text[first.span.end - 1] === "." && /^\s*\p{Lu}/u.test(after));
  // «ЕРЕВАН 6 ноября 2019г. /АрмИнфо/»: with the sign of an agency the comma may be left out.
  const parted = /[,.(–—-]\s*\(?\s*$|[,.]\s/.test(before) || /^\s*[.,]?\s*\/[^/\n]{2,40}\//u.test(after);
  return closes && parted ? (m[1] ?? null) : undefined;
}
