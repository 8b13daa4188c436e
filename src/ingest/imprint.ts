import {type Edtf} from "../model/edtf.ts";
import {type Span, slice} from "../model/span.ts";
import {placeName} from "./dateline.ts";
import {isFullDay} from "./dates/find.ts";
import {type Phrase} from "./dates/reading.ts";
import {type Line} from "./lines.ts";

/** The month or year a page says it was issued in, and the line that says so. */
export type Imprint = {date: Edtf; span: Span};

/** The lines of a page that may carry an imprint: above `first`, and below `last` before the line `tailEnd`. */
export type Edges = {first: number; last: number; title: number; tailEnd: number};

/** «№ 2», «Выпуск 7», «Issue 12»: the number of an issue, right before its day, month or year. */
export const numberOfIssue = /(?:№|(?:^|[^\p{L}])(?:номер|вып(?:уск)?\.?|issue|no\.|vol\.))\s*\d[\d/() -]{0,12}[\s,.(—–-]*$/iu;

/** «Среда, 24.VIII.2005», «Среда, 24 августа 2005 г. Стр. 3»: a paper's head; no clock of a page writes months in Roman figures. */
export const isPrinted = (text: string, line: Line, {span}: Phrase): boolean =>
  /\d[. ][IVX]+[. ]\d/.test(slice(text, span)) ||
  /^[\s.,;|•–—-]*(?:[Сс]тр?|[Pp]p?)\.\s?\d/u.test(text.slice(span.end, line.span.end));

// «Выпуск за май 2014 года», «Номер от мая 2014 г.»
const issueFor = /(?<!\p{L})(?:выпуск|номер|бюллетень|дайджест|вестник|issue|newsletter)\p{L}*\s(?:за|от|for|of)?\s?$/iu;

const nominative =
  /^(?:\p{L}+(?:ь|й|т)|[Вв]есна|[Лл]ето|[Оо]сень|[Зз]има|(?:[IV]+|[1-4](?:-?й)?)\s(?:квартал|полугодие)|[A-Z][a-z]{2,})(?!\p{L})/u;

/**
 * The month, season or year of an issue where the page bears no day: «Кишинёв, № 2 (июнь 2006)», «Опубликовано в № 31 (август 2013)»,
 * «Вестник Ассамблеи      декабрь 2009 г.»; it may also stand alone beside the title. A month above a row of weekdays is a calendar.
 */
export function issueOf(text: string, lines: readonly Line[], page: Edges, label: RegExp): Phrase | null {
  for (const [i, line] of lines.entries()) {
    if (line.body || (i > page.first && page.first >= 0 && (i <= page.last || i >= page.tailEnd))) continue;
    const [month, more] = line.phrases;
    if (!month || more || month.named || month.reading.kind !== "calendar") continue;
    const {precision} = month.reading;
    // «Журнал «Миграция», № 3, 2015», «Бишкек, 2015 г.»
    if (precision === "year" && !ofYear(text, line, month)) continue;
    if (!["month", "season", "quarter", "year"].includes(precision)) continue;
    if (month.reading.year === null || line.text.length >= 110) continue;
    const before = text.slice(line.span.start, month.span.start);
    const after = text.slice(month.span.end, line.span.end);
    if (line.text.length < 90 && (precision === "year" || numberOfIssue.test(before) || label.test(before))) return month;
    const inHead = i < page.first || page.first < 0;
    if (inHead && (issueFor.test(before) || issueFor.test(before + slice(text, month.span).slice(0, 3)))) return month;
    // «Листок беженца, май 2010», «Листок беженца          май 2010»: a month in the nominative that closes a line of the head.
    const closes =
      /^\)?\.?$/.test(after) && /(?:[.,(|·•–—-]\s*|\s{3,}|\t)$/.test(before) && nominative.test(slice(text, month.span));
    if (closes && inHead) return month;
    // «Весна 2011 | Выпуск 4»
    if (inHead && before === "" && /^\s*[|·•]\s*(?:№|вып|номер|issue|no\.|vol)/iu.test(after)) return month;
    const beside = i < page.first && Math.abs(i - (page.title < 0 ? page.first : page.title)) <= 2;
    if (beside && line.letters <= 2 && !/^(?:пн|mo|mon)(?!\p{L})/iu.test(lines[i + 1]?.text ?? "")) return month;
  }
  return null;
}

// Whether the year stands behind the number of an issue or, as an imprint, behind the town alone.
function ofYear(text: string, line: Line, {span}: Phrase): boolean {
  const before = text.slice(line.span.start, span.start);
  const town = new RegExp(String.raw`^(?:г\. ?)?${placeName}\s*[,–—-]\s*$`, "u");
  return numberOfIssue.test(before) || (span.end === line.span.end && town.test(before));
}

const months = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");
const monthWord = String.raw`((?:[Яя]нвар|[Фф]еврал|[Мм]арт|[Аа]прел|[Мм]а[йя]|[Ии]юн|[Ии]юл|[Аа]вгуст|[Сс]ентябр|[Оо]ктябр|[Нн]оябр|[Дд]екабр)\p{L}{0,2})`;
const yearWord = String.raw`((?:19|20)\d\d)(?:\s?(?:г\.|год[а]?(?!\p{L})))?`;
// «Кабар», «газета «Рубежи»», «Вестник МПА СНГ»
const title = String.raw`(?:(?:[Гг]азета|[Жж]урнал|[Сс]борник|[Бб]юллетень|[Аа]льманах|[Вв]естник)\s)?[«"“„]?\p{Lu}[\p{L}\d.-]*(?:\s[\p{L}\d.«»"-]+){0,4}[»"”]?`;

// «“Вестник”, 1999 год, май (архив)», «Вестник. 2004, июнь. № 6»: the year before its month, as libraries write it.
const yearFirst = new RegExp(
  String.raw`(?<!(?:^|[\s(])(?:[Нн]а|[Зз]а|[Вв]|[Сс]|[Дд]о|[Кк]|[Пп]о)\s)(?<![\d/])${yearWord}[,.]?\s${monthWord}(?![\p{L}\d]|\s\d)`,
  "u",
);
// «Журнал «Рубежи» № 3/2011», «№ 3–2011», «№ 3 (12), 2011», «Вестник Совета      3/2011»
const numbered =
  /(?:№|(?<!\p{L})(?:вып(?:уск|\.)|issue|no\.|vol\.)|\p{L}\s{3,}(?=\d{1,3}\/))\s?\d{1,4}(?:\s?\(\d+\))?\s?[/,–—-]\s?((?:19|20)\d\d)(?:\s?(?:г\.|год[а]?))?(?![\d.])/iu;
const said = "(?:[Ии]сточник|[Пп]о материалам|[Оо]публиковано|[Пп]ечатается по|[Пп]ерепечатано из|Source|Published in)";
// «(Кабар, 2006)», «(Слово, май 2006 г.)», «Источник: газета «Рубежи», март 2011 г.», «Журнал «Рубеж» (март 2011 г.)»
const credited = new RegExp(
  String.raw`(?:^\(|^//\s|[.!?…»"]\s\(|^${said}(?:\sв)?\s?:?\s|^(?=[Жж]урнал|[Гг]азета|[Сс]борник|[Бб]юллетень))${title}(?:[,.]\s|\s\()(?:${monthWord}\s)?${yearWord}[)./]*$`,
  "u",
);
// «Рубежи. – 2011. – № 3. – С. 14–15», «Обозреватель. 2011. №3», «Вестник Совета, 2011, № 3, с. 14»
const catalogued = new RegExp(
  String.raw`[\p{L}»"”][.,]?\s(?:[–—-]\s)?${yearWord}[.,]?\s?(?:[–—-]\s?)?(?:№|[Вв]ып|[Тт]\.|[Сс]\.|[Nn]o\.)[^()]*(?:\(${monthWord}\))?`,
  "u",
);
// «Душанбе – 2011», «Бишкек, май 2014», «(март 2011)»: a line of its own that closes the text.
const closing = new RegExp(String.raw`^(?:(?:г\.\s?)?${placeName}\s?[,–—-]\s?|\()?(?:${monthWord}\s)?${yearWord}\)?\.?$`, "u");
// «Вестник Совета (август–сентябрь 2005 г.)»
const twoMonths = new RegExp(String.raw`[(,.|]\s?${monthWord}\s?[–—-]\s?${monthWord}\s${yearWord}\)?$`, "u");
const bare = new RegExp(String.raw`^${yearWord}$`, "u");

/** The imprint of a page in forms no date phrase has: a month behind its year, a year behind the name of a paper. */
export function imprintOf(lines: readonly Line[], page: Omit<Edges, "title">): Imprint | null {
  const at = (line: Line, year: string | undefined, month?: string): Imprint | null => {
    const m = months.indexOf(month?.toLowerCase().slice(0, 3).replace("мая", "май") ?? "") + 1;
    if (!year || tellsLater(lines, Number(year), page)) return null;
    return {date: m ? `${year}-${String(m).padStart(2, "0")}` : year, span: line.span};
  };
  for (const [i, line] of lines.entries()) {
    if (/©|copyright|(?:^|\s)(?:фото|на снимке)|https?:|www\./iu.test(line.text)) continue;
    const inHead = !line.body && i < page.first;
    const below = i >= page.last && page.last >= 0 && i < page.tailEnd;
    if (inHead && line.text.length < 110) {
      const [, year, month] = yearFirst.exec(line.text) ?? [];
      const [, listed, of] = catalogued.exec(line.text) ?? [];
      const found = year
        ? at(line, year, month)
        : (at(line, listed, of) ?? at(line, numbered.exec(line.text)?.[1]) ?? at(line, twoMonths.exec(line.text)?.[3]));
      if (found) return found;
    }
    if (below) {
      const [, month, year] = credited.exec(line.text.slice(-120)) ?? [];
      const [, listed, of] = line.body ? [] : (catalogued.exec(line.text) ?? []);
      const [, own, ends] = line.body || i > page.last + 2 || bare.test(line.text) ? [] : (closing.exec(line.text) ?? []);
      const found = at(line, year, month) ?? at(line, listed, of) ?? at(line, ends, own);
      if (found) return found;
    }
  }
  return null;
}

/** The year of a day of the month `part` on a page with an imprint: a monthly is issued in the month of its news or the one after. */
export function imprintYear(
  text: string,
  lines: readonly Line[],
  page: Edges,
  part: number,
  label: RegExp,
): {year: number; span: Span} | null {
  const issue = issueOf(text, lines, page, label);
  const read = issue?.reading.kind === "calendar" ? issue.reading : null;
  const [year, month] =
    read?.year != null
      ? [read.year, read.precision === "month" ? read.part : null]
      : (imprintOf(lines, page)?.date.split("-").map(Number) ?? []);
  const span = issue?.span ?? imprintOf(lines, page)?.span;
  if (!year || !span) return null;
  if (!month || month === part || month === part + 1) return {year, span};
  return month === 1 && part === 12 ? {year: year - 1, span} : null;
}

// Whether the text tells of a day after that year: it is a later print of something, or the credit is another's.
const tellsLater = (lines: readonly Line[], year: number, {first, last}: Omit<Edges, "title">): boolean =>
  lines
    .slice(Math.max(0, first), last + 1)
    .some((line) => line.phrases.some((p) => isFullDay(p) && p.reading.kind === "calendar" && (p.reading.year ?? 0) > year));
