import {type Dateline, datelineOf} from "./dateline.ts";
import {isFullDay} from "./dates/find.ts";
import {type Calendar, type Phrase} from "./dates/reading.ts";
import {isPrinted, issueOf, numberOfIssue} from "./imprint.ts";
import {type Line, isCell, isChronology, isSigned, isStamp} from "./lines.ts";
import {
  type Candidate,
  besideMenu,
  clockWords,
  companyOf,
  daysApart,
  isClock,
  ownRates,
  ownWeather,
  placeOnly,
  quoted,
  sameDay,
  speaksOf,
  spokenDays,
} from "./page-clock.ts";
import {closesText, isOfHeadline, tailEndOf} from "./page-tail.ts";

// It opens its line or stands behind a sign: «Заявление опубликовано 10 июня» is a sentence.
export const label =
  /(?:^|[|•·/,;:()[\]–—-]|\d|\s{2})\s*(?:(?:материал|новость|статья|запись|документ|информация|пресс-релиз|номер|выпуск|газета)[ \u00a0])?(?:опубликован[оаы]?|дата(?: и время)?(?: публикации)?|время (?:публикации|размещения|выхода)|размещен[оаы]?|добавлен[оаы]?|дата (?:создания|эфира|рассылки|отправки)|создан[оаы]?|подписан[оа]? (?:в|к) печат[ьи]|published|posted|(?:publication )?date)\s*(?:на сайте|on)?\s*:?\s*$/iu;
const changed =
  /(?:обновл[её]н[оаы]?|обновлени[ея](?:\s\p{Ll}+){0,2}|измен[её]н[оаы]?|изменени[ея]|отредактирован[оаы]?|редакци[яи]|актуально на|updated?|modified|edited)(?: on)?\s*:?\s*(?:(?:в |at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?,?\s*)?$/iu;
// «18.03.2015, 11:27 | Обновлено: 14:02»: whoever says when a page was changed says before it when it appeared.
const thenChanged = /^\s*[|(·•,;/–—-]\s*\(?(?:обновл[её]н|измен[её]н|отредактирован|(?:last )?(?:updated|modified|edited))/iu;
// «Страница сохранена 10.06.2020», «Архивная копия от …», «Дата обращения: …»: when somebody kept or looked at the page.
const saved =
  /(?:^|[^\p{L}])(?:сохран[её]н(?:а|о|ы|ная|ной)?|дата сохранения|архивн(?:ая|ой) копи[яи]|копия (?:страницы|из кэша)|снимок страницы|дата (?:обращения|обхода|сбора|загрузки|выгрузки)|обход|(?:за|вы)гружен[аоы]?|скачан[аоы]?|распечатан[аоы]?|дата печати|saved|retrieved|archived|accessed|captured|cached|crawled|fetched|snapshot|printed)(?!\p{L})[^.!?\d]{0,40}$/iu;
// «[10.06.2020 12:00] сохранено роботом»
const thenSaved = /^[\])]?\s*[,|–—-]?\s*(?:сохранен[аоы]?|скачан[аоы]?|загружен[аоы]?|saved|crawled|archived)(?!\p{L})/iu;
// «Дата проведения: …», «Срок подачи заявок – до …», «Начало: …»: a day of what is told, not of the telling.
const otherDay =
  /(?:^\s*(?:подписание|вступление|ратификация|учреждение|образование|создание|основание)\s[^.!?]{0,90}$|(?:^|[^\p{L}])(?:дат[аы]|время|день|сроки?)(?: и (?:время|место))? (?!и |публикац|размещ|созда|добавл|выхода|новост|выпуск|запис|материал|стат|эфир|рассыл|отправ)\p{Ll}+(?:\s+\p{L}+){0,4}|(?:^|[|•·,;(]\s*)(?:начало|окончание|когда|дедлайн|(?:следующ|очередн|ближайш|предыдущ)\p{L}+\s\p{L}+(?:\s\p{L}+){0,4}))\s*[:—–-]?\s*(?:до |с )?$/iu;
// «Фото: МВД, 12 мая 2014»: the day of a picture.
const picture = /^(?:фото|на (?:фото|снимке)|снимок|иллюстрация|photo)(?!\p{L})/iu;
// «Утверждена решением Совета от 18 декабря 2020 года», the last words on a line of their own: the day of a paper. A press release
// «№ 14 от 5 мая» has its own.
const paper =
  /(?:^|[^\p{L}])(?:утвержд[её]н|принят|одобрен|приложени|решени|постановлени|указ|распоряжени|приказ|закон|протокол|договор|соглашени|approved|adopted|annex)\p{L}*/iu;
/** Which date phrases of the page's head and tail are its publication stamp and which its crawl date. */
export type Stamps = {
  published: Phrase | null;
  crawl: Phrase[];
  dateline: Dateline | null;
  /** The day an official paper bears below its heading: its years are counted from there, but it is no day of publication. */
  paper?: Phrase | null;
};

/** Reads an item's stamps. `first` and `last` number its first and last line of running text; the items of a chronicle stand under a day each. */
export function stampsOf(
  text: string,
  lines: readonly Line[],
  {first, last, title}: {first: number; last: number; title: number},
  chronicle: boolean,
): Stamps {
  const years = isChronology(lines);
  const spoken = spokenDays(lines);
  const tailEnd = tailEndOf(lines, last);
  const crawl: Phrase[] = [];
  const candidates: Candidate[] = [];
  let dateline: Dateline | null = null;
  lines.forEach((line, i) => {
    // A stamp may follow the lead: title, lead, author, stamp, text.
    const inHead = i <= first || first < 0 || isBelowLead(lines, i, first);
    const inTail = i > last && last >= 0;
    if ((line.body || isShort(line)) && (i <= first + 1 || first < 0) && !dateline && !years) dateline = datelineOf(text, line);
    if (!inHead && !inTail && i !== last) return;
    for (const phrase of line.phrases) {
      const r = phrase.reading;
      if (r.kind !== "calendar" || r.day === null || r.yearBy !== null || phrase.named || phrase.wrong) continue;
      const before = text.slice(Math.max(line.span.start, phrase.span.start - 30), phrase.span.start);
      const lead = line.body ? "" : text.slice(Math.max(line.span.start, phrase.span.start - 100), phrase.span.start);
      const then = line.body ? "" : text.slice(phrase.span.end, Math.min(phrase.span.end + 30, line.span.end));
      if (!line.body && (saved.test(lead) || thenSaved.test(then))) {
        crawl.push(phrase);
        continue;
      }
      if (lead && (otherDay.test(lead) || picture.test(line.text))) continue;
      // «Источник: news.example/2021/06/15/…»: the item's own address is asked apart.
      if (/[a-z\d-]\.[a-z]{2,}\/\S*$/i.test(before)) continue;
      if (/(?:^|\s)от $/iu.test(before) && citesPaper(lines, i, lead)) continue;
      const front = text.slice(line.span.start, phrase.span.start);
      // «№ 83, четверг, 6 ноября 2014 года»: a printed issue has its day; no clock of a page is numbered.
      const numbered = numberOfIssue.test(front);
      // «Постановление № 12, 5 мая 2014 года»
      if (numbered && paper.test(front)) continue;
      const behind = text.slice(phrase.span.end, line.span.end);
      const issued =
        (numbered || besideNumber(lines, i) || isPrinted(text, line, phrase) || /^,?\s*(?:№|No\.?\s)\s?\d/.test(behind)) &&
        inHead &&
        isStamp(line) &&
        r.year !== null;
      // «Опубликовано: 12:34 15.06.2021»
      const labelled =
        issued ||
        (!line.body && r.year !== null && thenChanged.test(behind)) ||
        isCounted(line, r) ||
        (phrase.span.start - line.span.start < 60 && label.test(front.replace(hourLast, "")));
      // «15.06.2021 Министры обсудили …»: the stamp and the title share a line.
      const leads =
        !line.body &&
        inHead &&
        line.letters > 12 &&
        r.year !== null &&
        phrase.span.start === line.span.start &&
        phrase.rule.includes("numeric");
      const runIn =
        r.year !== null &&
        ((line.body && i === first && opensText(text, line, phrase)) ||
          ((i === last || i === last + 1) && line.text.length > 60 && endsText(text, line, phrase)));
      if (!inHead && !inTail && !runIn) continue;
      // «Министры обсудили миграцию – 11 июня 2014»: so do title and stamp.
      // «Министры обсудили миграцию (11.06.2014)», «(11.06.2014) Министры …»
      const rest = text.slice(phrase.span.end, line.span.end);
      const trails =
        i === title &&
        r.year !== null &&
        ((rest === "" && /[\p{L}»”"](?: [-–—|]|\.| ::) $/u.test(before)) ||
          // «Министры обсудили миграцию – Кабар, 11.06.2014»; in words the day behind a comma may be the meeting's.
          (rest === "" && phrase.rule.includes("numeric") && /[\p{L}»”"], $/u.test(before)) ||
          (/^[)\]]$/.test(rest) && /[\p{L}»”"] [([]$/u.test(before)) ||
          (/^[)\]] [\p{Lu}«]/u.test(rest) && phrase.span.start === line.span.start + 1));
      const closes = !line.body && r.year !== null && isSigned(line, phrase);
      const celled = !line.body && r.year !== null && i <= first && i >= title && isCell(line, phrase);
      if (!labelled && !leads && !runIn && !trails && !closes && !celled && (line.body || !isStamp(line))) continue;
      // Below the text only what comes before other headlines is this item's own.
      if (inTail && (labelled && line.apart ? false : i >= tailEnd || isOfHeadline(lines, i, last))) continue;
      // Comments below the text have stamps of their own.
      if (inTail && !labelled && lines.slice(last + 1, i).some((l) => /комментар|comment/i.test(l.text))) continue;
      const company = companyOf(lines, i);
      const timed = r.time !== null;
      if (
        !labelled &&
        !(r.year !== null && speaksOf(spoken, r)) &&
        ((r.weekday !== null && company > 0) || (company > 1 && !timed)) &&
        (title < 0 || i < title)
      ) {
        crawl.push(phrase);
        continue;
      }
      const above = title < 0 || i < title;
      // «MVD.KZ | 10 июня 2020 | +21»: the weather on the very line.
      // «22.11.2024 | Курс ЦБ: $ 99,2», «Курсы валют на 22.11.2024 …», «Погода на 22 ноября»: and so are the rates.
      const gauged = above && r.year !== null && (ownWeather.test(line.text) || ownRates.test(line.text));
      if (!labelled && !leads && (gauged || quoted.test(lead))) {
        crawl.push(phrase);
        continue;
      }
      if (!labelled && above && (clockWords.test(before) || phrase.rule.startsWith("day-word")) && r.year !== null) {
        crawl.push(phrase);
        continue;
      }
      if (
        !labelled &&
        above &&
        !(r.year !== null && speaksOf(spoken, r)) &&
        (r.weekday !== null || (timed && placeOnly(line))) &&
        besideMenu(lines, i, title)
      ) {
        crawl.push(phrase);
        continue;
      }
      if (changed.test(before) && !(editedPost.test(before) && isCounted(line, r))) continue;
      // A stamp without label stands beside the title, not below the text among other headlines.
      let score = (labelled ? 8 : 0) + (timed ? 4 : 0) + (r.year !== null ? 2 : 0) + (r.weekday === null ? 1 : 0);
      score -= Math.min(3, Math.abs(i - (title < 0 ? first : title)) * 0.5);
      if (inTail && !labelled) score -= 3;
      if (inTail && !labelled && !closesText(lines, i, last, r.year !== null)) continue;
      if (line.letters > 12 && !timed && !labelled) score -= 2;
      // Of two bare dates around the title the one below it is the item's, the one above the page's.
      if (above && !labelled && !leads) score -= 0.25;
      candidates.push({phrase, reading: r, score, line: i, labelled, free: above && !labelled && !leads});
    }
  });
  const clocks = candidates.filter((c) => isClock(c, candidates, spoken, text, lines, first, title, dateline));
  if (clocks.length) {
    crawl.push(...clocks.map((c) => c.phrase));
    for (const c of clocks) candidates.splice(candidates.indexOf(c), 1);
  }
  candidates.sort((a, b) => b.score - a.score);
  let best = candidates[0] ?? null;
  // In a chronicle each item stands under a day of its own.
  const [own] = lines[first - 1]?.phrases ?? [];
  if (chronicle) best = candidates.find((c) => c.phrase === own) ?? best;
  // «05.03.2019 12:34» and below it «Опубликовано: 05.03.2019»
  if (best?.reading.time === null) best = candidates.find((c) => c.reading.time !== null && sameDay(c, best)) ?? best;
  // A weekday clock above another stamp is the page's own clock, and so is a day above the title that is later than the stamp.
  for (const c of candidates)
    if (
      best &&
      c !== best &&
      c.phrase.span.start < best.phrase.span.start &&
      (c.reading.weekday !== null || (c.free && daysApart(best.reading, c.reading) > 0))
    )
      crawl.push(c.phrase);
  const filed = dateline as Dateline | null;
  const issue = best || filed?.phrase ? null : issueOf(text, lines, {first, last, title, tailEnd}, label);
  // «ПРОТОКОЛ … г. Астана, 5 мая 2014 года»
  const heads = lines.slice(0, Math.max(0, best?.line ?? 0)).some((l) => paperHead.test(l.text));
  if (best && !best.labelled && heads && best.line <= first) return {published: null, crawl, dateline, paper: best.phrase};
  // «РЕШЕНИЕ | … | (Казань, 26 августа 2005 г.)»
  const day = filed?.phrase;
  if (!best && filed && day && lines.some((l) => l.span.end <= day.span.start && paperHead.test(l.text)))
    return {published: null, crawl, dateline: {...filed, phrase: null}, paper: day};
  return {published: best?.phrase ?? issue, crawl, dateline};
}

// Whether a line is the stamp below the first paragraph, which is then the lead: only short lines part the two. The day of a programme
// stands above its hours.
function isBelowLead(lines: readonly Line[], i: number, first: number): boolean {
  const line = lines[i];
  if (!line || i <= first || i > first + 4 || !isStamp(line) || /^\d{1,2}[.:]\d\d(?!\d)/.test(lines[i + 1]?.text ?? ""))
    return false;
  const near = i === first + 1 || line.phrases.some(isFullDay);
  return near && !lines.slice(first + 1, i).some((l) => l.body || isStamp(l));
}

// A sentence too short for running text: «ОШ, 12 мая 2015. Прошла встреча министров.»
const isShort = (line: Line): boolean => line.letters > 12 && /[.!?…:]$/.test(line.text) && !isStamp(line);

// «Пятница, 18 сентября 2015   👁 2,3 тыс.», «15.06.2021   Просмотров: 214»: readers are counted of an item, not of a day.
const isCounted = (line: Line, {year}: Calendar): boolean =>
  year !== null && /👁|просмотр|прочит|(?<!\p{L})views?(?!\p{L})/iu.test(line.text) && isStamp(line);

// «👁 9,4K edited 12 дек. 2024, 18:31»: a messenger says that a post was edited beside the hour it was sent.
const editedPost = /(?:edited|изменено|отредактировано|ред\.)\s*$/iu;

const hourLast = /\d{1,2}[:.]\d\d,?\s$/;

// «date 2025-12-16 Министры …»: the stamp with its label.
const labelled = /^(?:date|published|posted|дата(?: публикации)?|опубликовано):?\s$/iu;

/**
 * Whether a stamp has run into the text it opens: «15.06.2021 12:34 Министры обсудили …», «12:34 15.06.2021Министры …», «МВД | Новости |
 * 15.06.2021 | Министры обсудили …».
 */
export function opensText(text: string, line: Line, {reading, span}: Phrase): boolean {
  const after = text.slice(span.end, Math.min(span.end + 4, line.span.end));
  const before = text.slice(line.span.start, span.start);
  if (labelled.test(before)) return /^\s[\p{Lu}\d«"(]/u.test(after);
  const clock = /^\d{1,2}[:.]\d\d,?\s$/.test(before);
  if (before && !clock && (before.length > 90 || !/[|»›>·•/]\s$/.test(before) || /[.!?]\s/.test(before))) return false;
  if (clock || (reading.kind === "calendar" && reading.time !== null)) return /^\s*[|·•–—-]?\s*[\p{Lu}«"]/u.test(after);
  return /^\s[|·•]\s[\p{Lu}«"]|^\p{Lu}/u.test(after);
}

// «… отметил министр. 15.06.2021», «… отметил министр. («Кабар», 15.06.2021)»
function endsText(text: string, line: Line, {span, rule}: Phrase): boolean {
  const before = text.slice(Math.max(line.span.start, span.start - 60), span.start);
  const signed = /[.!?…»"]\s(?:\(|\/\/\s|[–—-]\s)(?:[«"\p{Lu}][^.!?()]{0,40},\s)?$/u.test(before);
  return line.span.end - span.end <= 1 && (signed || (rule.includes("numeric") && /[.!?…][»"]?\s$/.test(before)));
}

// «№ 11 (8412)», a line of its own beside the day of an issue.
const besideNumber = (lines: readonly Line[], i: number): boolean =>
  [lines[i - 1], lines[i + 1]].some(
    (l) => l !== undefined && l.text.length < 30 && /^(?:№|вып(?:уск|\.))\s*\d[\d/() -]*$/iu.test(l.text),
  );

const paperHead =
  /^(?:ПРОТОКОЛ|РЕШЕНИЕ|ПОСТАНОВЛЕНИЕ|СОГЛАШЕНИЕ|ДОГОВОР|ЗАКОН|УКАЗ|РАСПОРЯЖЕНИЕ|ПРИКАЗ|МЕМОРАНДУМ|ДЕКЛАРАЦИЯ|КОНВЕНЦИЯ|ПРОГРАММА|PROTOCOL|DECISION|AGREEMENT|TREATY|MEMORANDUM|DECLARATION)(?:\s*№.{0,20})?$/u;

// Whether the words before «от» a date, or the lines they go on from, name a paper that has its day from there.
function citesPaper(lines: readonly Line[], i: number, lead: string): boolean {
  const above = [lines[i - 1], lines[i - 2]].filter((l) => l && !l.body && l.text.length < 90 && !/[.!?]$/.test(l.text));
  return [lead, ...above.map((l) => l?.text ?? "")].some((words) => paper.test(words));
}
