import {type Span} from "../model/span.ts";
import {type Phrase} from "./dates/reading.ts";

/** A line with letters or figures on it. Spans are without the blanks at both ends. */
export type Line = {
  span: Span;
  text: string;
  /** Its first date phrases, in order. */
  phrases: Phrase[];
  /** Letters left when date phrases, clock times and figures are taken out. */
  letters: number;
  /** A paragraph of running text. */
  body: boolean;
  /** Blank lines stand above it. */
  apart: boolean;
};

const blanks = " \t\u00a0\u202f\u2009\ufeff\u200b";

/** The lines of a text that are not blank, with the date phrases that begin on each. Linear. */
export function linesOf(text: string, span: Span, phrases: readonly Phrase[]): Line[] {
  const lines: Line[] = [];
  let k = 0;
  let apart = true;
  for (let start = span.start; start < span.end;) {
    let end = text.indexOf("\n", start);
    if (end < 0 || end > span.end) end = span.end;
    let [a, b] = [start, end];
    while (a < b && blanks.includes(text.charAt(a))) a++;
    while (b > a && blanks.includes(text.charAt(b - 1))) b--;
    if (a === b) apart = true;
    else {
      while (phrases[k] && (phrases[k]?.span.start ?? 0) < a) k++;
      const own: Phrase[] = [];
      for (let p = phrases[k]; p && p.span.start < b; p = phrases[++k]) own.push(p);
      lines.push(line(text, {start: a, end: b}, own, apart));
      apart = false;
    }
    start = end + 1;
  }
  return withRows(withWrapped(lines));
}

const planHead =
  /^(?!.*[.!?]$).*(?<!\p{L})(?:план|график|календар|расписани|перечень мероприятий)\p{L}*\s.*(?<!\p{L})(?:на|за)\s[^.!?]{0,30}(?:19|20)\d\d/iu;

// «Календарь мероприятий на 2016 год» and below it «12 мая | Семинар для судей», «июнь – конференция»: the rows of a plan are its text,
// however short.
function withRows(lines: Line[]): Line[] {
  const head = lines.findIndex((l) => l.text.length < 160 && planHead.test(l.text));
  const isRow = (l: Line | undefined): boolean =>
    l !== undefined &&
    l.letters > 8 &&
    (l.phrases.some((p) => p.reading.kind !== "calendar" || p.reading.year === null) || /в течение \p{L}+/iu.test(l.text));
  if (head < 0) return lines;
  // The names of the columns may stand between.
  const from = isRow(lines[head + 1]) ? head + 1 : head + 2;
  let end = from;
  while (isRow(lines[end])) end++;
  if (end - from < fewestRows) return lines;
  return lines.map((l, i) => (i >= from && i < end ? {...l, body: true} : l));
}

const fewestRows = 3;

/** A line that was cut to the width of a page has this many letters and signs at least, and at most. */
const width = {least: 40, most: 100};

// «На десятом пленарном заседании Ассамблеи, состояв- | шемся 3 декабря, приняты …»: text set in short lines, as a bulletin or a
// letter is. The lines of a paragraph are running text where the paragraph is.
function withWrapped(lines: Line[]): Line[] {
  const goesOn = (i: number) => {
    const [line, next] = [lines[i], lines[i + 1]];
    if (!line || !next || next.apart || line.text.length < width.least || line.text.length > width.most) return false;
    return /^[\p{Ll}\d«"(]/u.test(next.text) && !/[.!?:;]$/.test(line.text) && /\p{Ll}[\p{Ll},»")-]$|\p{L}$|,$/u.test(line.text);
  };
  for (let i = 0; i < lines.length; i++) {
    if (!goesOn(i) || lines[i]?.body) continue;
    let last = i;
    while (goesOn(last)) last++;
    const words = lines
      .slice(i, last + 1)
      .map((l) => l.text)
      .join(" ");
    if (/[.!?…][»”")]*$/.test(words) && isBody(words) && last - i > 1)
      for (let k = i; k <= last; k++) lines[k] = {...(lines[k] as Line), body: true};
    i = last;
  }
  return lines;
}

function line(text: string, span: Span, phrases: Phrase[], apart: boolean): Line {
  const words = text.slice(span.start, span.end);
  const long = words.length >= 90;
  let letters = 0;
  if (!long) {
    let rest = words;
    for (const p of phrases.toReversed())
      if (p.span.end <= span.end) rest = rest.slice(0, p.span.start - span.start) + " " + rest.slice(p.span.end - span.start);
    letters = rest.replace(/\d{1,2}:\d\d(?::\d\d)?/g, " ").match(/\p{L}/gu)?.length ?? 0;
  } else letters = words.length;
  return {
    span,
    text: words,
    phrases,
    letters,
    body:
      isBody(words) &&
      !phrases.some(
        (p) =>
          isSigned({span, text: words}, p) ||
          isSetApart({span, text: words}, p) ||
          (letters <= 40 && isClocked({span, text: words}, p)),
      ),
    apart,
  };
}

/** Whether the words are the notice about cookies that lies over a page; it may be as long as a sentence of the text. */
export const asksConsent = (words: string): boolean => words.length < 400 && consent.test(words);
const consent =
  /(?:файл\p{L}* cookie|cookie-файл|куки(?!\p{L})|use(?:s)? cookies|политик\p{L}+ конфиденциальности|privacy policy)/iu;

/** How a line that signs a text begins: «Отдел информации министерства, 05.05.2014», «Источник: …, 5 мая 2014 г.» end in the day. */
export const signer =
  /^(?:источник|автор|пресс-|отдел|управлени|департамент|служб|секретариат|редакци|корр|по материалам|информаци|собкор|беседовал|подготовил|записал|текст|материал)/iu;

// «Костанайские вести. Областная газета. 5 мая 2014 года», «Перепечатка из газеты «Граница» от 5 мая 2014 г.»: who brings the text.
const publishing =
  /(?<!\p{L})(?:(?:газет|журнал|вестник|бюллетен|еженедельник|альманах|дайджест|рассылк|издани|приложени[ея] к|сайт|портал|агентств|радио|телека|телеком|корреспондент|перепечат|сообщени[ея] пресс|пресс-(?:релиз|служб|центр)|новост|рубрик|номер)\p{L}*|ИА(?= )|корр\.)/iu;

/** Whether the line is such a credit or masthead. */
export function isSigned(line: Pick<Line, "span" | "text">, {span}: Phrase): boolean {
  if (span.end < line.span.end - 1 || line.text.length > 120) return false;
  const before = line.text.slice(0, span.start - line.span.start);
  if (signer.test(line.text)) return /(?:[,|(]|\s[–—-]|\.)\s*$/.test(before);
  return /(?:[,|(·•>»/]|\s[–—-]|\.|\s(?:от|за))\s*$/.test(before) && publishing.test(before) && !didSomething.test(before);
}

// «Межпарламентская Ассамблея государств-участников      декабрь 2009 г.»: pushed to the end of its line as in a masthead.
const isSetApart = ({span, text}: Pick<Line, "span" | "text">, date: Phrase): boolean =>
  date.span.end >= span.end - 1 && text.length <= 120 && /(?:\s{3,}|\t)$/.test(text.slice(0, date.span.start - span.start));

// «5 мая 2014 | Рубрика: … | Автор: … | Просмотры: 12», «Версия для печати  05.05.2014  Поделиться»: a cell to itself below the title.
/** Whether the date is such a cell. */
export function isCell(line: Line, {span}: Phrase): boolean {
  const before = line.text.slice(0, span.start - line.span.start);
  const after = line.text.slice(span.end - line.span.start);
  if (!before && !after) return false;
  return /(?:^|[|•·/]|\s{2,}|\t)\s*$/.test(before) && /^\s*(?:$|[|•·/]|\s{2,}|\t)/.test(after);
}

// «Районная нива. Среда, 5 мая 2014 • 11:27 | Обновлено: 14:02»: a day and its minute behind a name are no sentence.
function isClocked(line: Pick<Line, "span" | "text">, {span, reading}: Phrase): boolean {
  if (reading.kind !== "calendar" || reading.time === null || reading.year === null) return false;
  const before = line.text.slice(0, span.start - line.span.start);
  return /[.»"|•·]\s*$/.test(before) && /^\s*(?:$|[|•·/(])/.test(line.text.slice(span.end - line.span.start));
}

// What a page says of itself, or of its picture.
const notice =
  /^(?:фото|на фото|иллюстрация)\s*[:–—-]|(?<!\p{L})(?:при (?:использовании|перепечатке|цитировании)[^.]{0,40}материал|все права защищены|(?:изда[её]тся|выходит|основана?) (?:с|в|по) |мнени[ея] редакции|редакция не (?:всегда )?(?:разделяет|несёт)|all rights reserved)/iu;

// Running text is long, or a whole sentence of some length: a capital or quote first, a full stop last.
function isBody(words: string): boolean {
  // A row of many short names is a menu, however long.
  if (words.length < 60 || words.split("|").length > 4 || asksConsent(words) || (words.length < 220 && notice.test(words)))
    return false;
  const stops = /[.!?…][»”")]*$/.test(words);
  const commas = /\p{Ll},? \p{Ll}/u.test(words);
  if (words.length >= 160) return commas;
  return commas && (stops || /[.!?] \p{Lu}/u.test(words)) && !/[!]$/.test(words);
}

// «8 июня, 17:30 | Время чтения: 2 мин.»: the stop is of the unit.
const counted = /\d\s?(?:мин|сек|чел|тыс|млн|min|sec)\.$/iu;

// «5 мая 2019 года в Ташкенте прошёл саммит СНГ.»: a sentence of its own, however short.
export function saysSomething(line: Line): boolean {
  if (line.letters <= 12 || !/[.!?…]$/.test(line.text) || counted.test(line.text)) return false;
  let rest = line.text;
  for (const p of line.phrases.toReversed())
    if (p.span.end <= line.span.end)
      rest = rest.slice(0, p.span.start - line.span.start) + " " + rest.slice(p.span.end - line.span.start);
  return (rest.match(/(?<![\p{L}-])\p{Ll}{3,}/gu) ?? []).length > 1 || didSomething.test(rest);
}

// «Казахстан вступил в МОМ …»; a department is no verb.
const didSomething =
  /(?<![\p{L}-])(?!(?:под|раз|пере|от)?дел(?:а|о|и)?(?!\p{L}))\p{Ll}+[иаяеёуыо]л(?:[аио]|ся|[аио]сь)?(?!\p{L})/u;

// «Совбез соберётся 4 сентября»: a stamp without its year has no such company.
function headline(line: Line): boolean {
  const [date, more] = line.phrases;
  if (!date || more || date.reading.kind !== "calendar" || date.reading.year !== null || date.reading.time !== null) return false;
  if (date.reading.weekday !== null || line.letters <= 12) return false;
  // «Слово пограничника. – 2005. – 24 августа»
  if (/[.,]\s(?:[–—-]\s)?(?:19|20)\d\d[.,]\s(?:[–—-]\s)?$/.test(line.text.slice(0, date.span.start - line.span.start)))
    return false;
  const words = (line.text.slice(0, date.span.start - line.span.start).match(/\p{L}{3,}/gu) ?? []).filter(
    (w) => !/^(?:опублик|размещ|дата|обновл|добавл|создан|published|posted|updated)/i.test(w),
  );
  return words.length > 1 && words.some((w) => /^\p{Ll}/u.test(w));
}

/** Whether the line is a date and little else: a stamp. */
export const isStamp = (line: Line): boolean =>
  !line.body &&
  line.text.length < 110 &&
  line.phrases.some((p) => p.reading.kind === "calendar" && p.reading.day !== null && !p.named) &&
  // «Слово Кыргызстана», 12 мая 2015 года.» is no sentence.
  !(line.letters > 12 && /\p{Ll}{3}[.!?…]$/u.test(line.text) && !/\d года\.$/.test(line.text) && !counted.test(line.text)) &&
  !saysSomething(line) &&
  !headline(line) &&
  (line.letters <= 30 ||
    (line.letters <= 60 &&
      line.text.length < 110 &&
      line.phrases.some((p) => p.reading.kind === "calendar" && p.reading.time !== null)));

/** Whether the page is a table of years: paragraphs that each open with a date, of three or more years in their order. */
export function isChronology(lines: readonly Line[]): boolean {
  const years: number[] = [];
  for (const line of lines) {
    const first = line.phrases[0];
    if (!first || first.span.start !== line.span.start || line.letters <= 12 || first.named) continue;
    const {reading} = first;
    if (reading.kind === "calendar" && reading.year !== null) years.push(reading.year);
  }
  const rises = years.every((y, i) => i === 0 || y >= (years[i - 1] ?? 0));
  const falls = years.every((y, i) => i === 0 || y <= (years[i - 1] ?? 9999));
  return new Set(years).size >= 3 && (rises || falls);
}
