import {type Span} from "../model/span.ts";
import {besideText} from "./captions.ts";
import {isFullDay} from "./dates/find.ts";
import {type Phrase} from "./dates/reading.ts";
import {type Line, asksConsent, isCell, isSigned, isStamp, saysSomething} from "./lines.ts";
import {isMenu, namesSection} from "./menu.ts";
import {takenUp} from "./segment.ts";

/**
 * What the page is made of besides the text: first and last line of running text, the title and the line it begins on, the lines
 * that say who approved a paper, lines that are no text.
 */
export type Layout = {first: number; last: number; title: number; head: number; approval: Span | null; noise: boolean[]};

// Words of the furniture of pages: menus, counters, sharing, comments, credits. Not one is a name or a topic.
const furniture = new RegExp(
  String.raw`^(?:[-•·*►▶]\s*)?(?:` +
    [
      "все новости|топ-?новости|свежие новости.*|главные новости.*|последние новости.*|лента новостей|новости|новости по теме.*|похожие (?:новости|материалы).*|другие новости.*|читайте также.*|читайте (?:и смотрите )?нас.*|смотрите также.*|(?:предыдущ|следующ)[а-яё]+ (?:новост|стать|запис|материал|публикаци)[а-яё]*(?:\\s?[:—–→«»-].*|)|по теме:?|материалы по теме.*|ещ[её] по теме.*",
      "главная|меню|поиск|вход|войти|регистрация|редакция|рубрики?|теги|(?:теги|тэги|ключевые слова|рубрик[аи]|tags|themes|topics):.*|контакты|о нас|о сайте|карта сайта|версия для печати|версия для слабовидящих|мобильная версия|распечатать|печать|назад|вперед|вверх|наверх|далее|подробнее.*|закрыть|скачать.*",
      "комментарии.*|комментариев.*|комментировать|оставить комментарий.*|добавить комментарий.*|нет комментариев|ваш комментарий.*|просмотр(?:ов|ы|ено).*|прочитано.*|поделиться.*|подписаться.*|подпишитесь.*|подписка.*|нравится.*|понравилось.*|добавлено в избранное|(?:опубликовано|добавлено|обновлено|posted|published|updated) .{1,30}(?:назад|ago)|голосов.*|рейтинг.*|реклама.*|баннер.*",
      "погода.*|курсы? валют.*|флаг|poster|local|home|menu|search|share|print|comments?|advertisement|adblock|detector|ad|cookies?.*|loading.*|read more.*|related.*|subscribe.*|follow us.*|all rights reserved.*|все права защищены.*|при использовании материалов.*|©.*|copyright.*",
      String.raw`(?:фото|видео|фотографии|photo|foto|image|иллюстрация|изображение|снимок|скриншот)(?:\s*[:—–-].*|\s+(?:из|с|автора|пресс|носит|\p{Lu}|©|архив).*|)`,
      "(?:url|ссылка|адрес материала|постоянный адрес):.*|(?:нашли|заметили|увидели) ошибку.*|если вы (?:нашли|заметили|увидели) ошибку.*|читать .{2,30} в (?:telegram|телеграм\\p{L}*)|лента новостей.*версия для печати|ctrl\\+enter",
      "facebook|twitter|vkontakte|вконтакте|одноклассники|telegram|телеграм|whatsapp|viber|instagram|youtube|rss|x",
      "материал из .{0,20}энциклопедии|перейти к навигации.*|\\[править .*|категории: .*·.*|\\d+\\. ↑ .*",
      "размер шрифта.*|a[+-]|рус|eng|ru|en|қаз|кыр|укр|бел|ўзб|uz|kz|kg|tj|am|by",
    ].join("|") +
    String.raw`)(?:\s*[:.…»>→0-9\s]*)$`,
  "iu",
);
const begging =
  /подпи(?:шитесь|саться|сывайтесь)|подписывайся|наш(?:ем|его|у|и)? (?:телеграм|telegram|instagram|канал|youtube|facebook)|читайте (?:нас|также)|в вашем телефоне|скачай(?:те)?|follow us|subscribe|adblock|cookie/iu;
const figures = /^[^\p{L}]*$/u;
const weather = /[-+−–]?\d+\s*°/;

/** Finds the running text of an item, its title, and the lines that belong to the page and not to the text. */
export function layout(lines: readonly Line[]): Layout {
  const beside = besideText(lines);
  const body = lines.findIndex((l, i) => l.body && !beside.has(i) && !begging.test(l.text) && !isAddress(l.text));
  const noise = lines.map((l, i) => beside.has(i) || isNoise(l));
  repeated(lines, body, noise);
  const {first, title} = opening(lines, body, noise);
  const last = endOfList(
    lines,
    lines.findLastIndex((l) => l.body && !begging.test(l.text)),
  );
  // Many texts break off in the middle of their last sentence.
  const end = lines.at(-1);
  const tail = last < 0 ? [] : lines.slice(last + 1, -1);
  const text = tail.every(
    (l, k) => !noise[last + 1 + k] && !isStamp(l) && !credit(l.text) && (tail.length < 2 || /[.!?:;…»"]$/.test(l.text)),
  );
  const cut = last >= 0 && text && !!end && end.text.length >= (tail.length ? 60 : 25) && !credit(end.text) && !isStamp(end);
  lines.forEach((l, i) => {
    // What is told on one line is a message, not a page around one.
    if (noise[i] || l.body || ofTreaty.test(l.text) || (lines.length === 1 && l.letters > 2) || (cut && i === lines.length - 1))
      return;
    // Above the title stands the page; below the last paragraph as well, unless a sentence does.
    if (title >= 0 && i < title) noise[i] = true;
    else if (last >= 0 && i > last && !/[.!?…»"]$/.test(l.text)) noise[i] = true;
    // «Общество 0»: a rubric or a counter between the title and the text.
    else if (
      title >= 0 &&
      i > title &&
      i < first &&
      (l.text.match(/\p{L}{2,}/gu) ?? []).length < 3 &&
      !/[.!?…:;,»"]$/.test(l.text)
    )
      noise[i] = true;
    else if (isStamp(l) && (i < first || i > last)) noise[i] = true;
    else if (credit(l.text) && (i < first || i > last)) noise[i] = true;
  });
  // «ПРОГРАММА | сотрудничества государств …»: a title in lower case goes on from the line above.
  let head = title;
  for (let line = lines[head]; line && head > 0 && /^\p{Ll}/u.test(line.text) && !line.apart; line = lines[head]) {
    const above = lines[head - 1];
    if (!above || isStamp(above) || isMenu(above) || isAddress(above.text) || /[.!?]$/.test(above.text)) break;
    noise[--head] = false;
  }
  return {first, last, title, head, approval: approvalOf(lines, head, noise), noise};
}

// «Подписание Устава 7 октября 2002» in the box of an encyclopaedia, «Вступило в силу 23 ноября 1999 года» between the title of a
// treaty and its text, «За Правительство Республики Армения» below it.
const ofTreaty =
  /^(?:(?:подписание|вступление в силу|ратификация|учреждение|образование|создание)\s\p{Lu}.*\s\d{4}(?:\s?г(?:ода|\.))?$|вступил[аои]?\s+в\s+(?:силу|действие)\s|за\s+(?:правительство|(?:\p{Lu}\p{L}+\s)?республику)\s|for\s+the\s+government\s+of\s)/iu;

// «6. Заседание Совета …» and below it «7. Тренировка»: the next number of a list whose last long row ends the text is text, and so
// is «План на 2014 год:» with its «• январь – семинар;».
function endOfList(lines: readonly Line[], last: number): number {
  const number = (i: number) => Number(/^(\d{1,2})[.)]\s+\p{L}/u.exec(lines[i]?.text ?? "")?.[1] ?? NaN);
  let end = last;
  while (number(end + 1) === number(end) + 1) end++;
  const bullet = (i: number) => /^[•▪●*–—-]\s.*;$/u.test(lines[i]?.text ?? "");
  const from = last >= 0 && !lines[end + 1]?.body && lines[end + 1]?.text.endsWith(":") ? end + 2 : end + 1;
  if (last < 0 || !bullet(from)) return end;
  end = from;
  while (bullet(end + 1)) end++;
  return /^[•▪●*–—-]\s.*\.$/u.test(lines[end + 1]?.text ?? "") ? end + 1 : end;
}

const isRest = (l: Line | undefined) => l !== undefined && !l.apart && /^\p{Ll}/u.test(l.text) && !/[.!?:;,]$/.test(l.text);

// Where the text begins and what it is called: short sentences above its first long paragraph are its own where a heading is left
// above them, and a page may have no other.
function opening(lines: readonly Line[], body: number, noise: readonly boolean[]): {first: number; title: number} {
  const isText = (i: number) => {
    const l = lines[i];
    return l !== undefined && !noise[i] && !isStamp(l) && !credit(l.text) && !begging.test(l.text) && saysSomething(l);
  };
  // A note of short sentences and nothing else opens with what it is about.
  const told = lines.flatMap((_, i) => (isText(i) ? [i] : []));
  const isSaid = (i: number) => /^[\p{L}\d«"“„].*[\p{L}»"”)][.!?…]["»”)]?$/u.test(lines[i]?.text ?? "");
  const [lead = -1] = told;
  if (body < 0 && told.length > 1 && told.every(isSaid)) {
    const above = lines[lead - 1];
    const isHead =
      above && !noise[lead - 1] && !isStamp(above) && !credit(above.text) && above.letters > 7 && !/[.!?:;,|]$/.test(above.text);
    return {first: -1, title: isHead ? lead - 1 : lead};
  }
  // «РЕШЕНИЕ | о мерах государств, принятых | против …»: the long title of a paper goes on below its kind.
  const kind = lines[body - 1];
  if (kind && /^\p{Lu}[\p{Lu}\s]{3,30}$/u.test(kind.text) && !noise[body - 1]) {
    let end = body;
    while (isRest(lines[end])) end++;
    if (end > body && lines[end]) return {first: end, title: end - 1};
  }
  let first = body < 0 ? lines.findLastIndex((_, i) => isText(i)) + 1 : body;
  while (isText(first - 1)) first--;
  const title = first === body || first < 1 ? -1 : titleOf(lines, first, noise);
  return title >= 0 ? {first, title} : {first: body, title: titleOf(lines, body, noise)};
}

/**
 * «Утверждена | Решением Совета глав государств СНГ | от 25 октября 2013 года» above the title of a paper: who approved it, and
 * when. Its lines are text.
 */
function approvalOf(lines: readonly Line[], title: number, noise: boolean[]): Span | null {
  for (let i = 0; i < title; i++) {
    const opening = lines[i];
    if (!opening || !approved.test(opening.text)) continue;
    const last = lines.slice(0, title).findIndex((l, k) => k >= i && k < i + 5 && l.phrases.some(isFullDay));
    const closing = lines[last];
    if (!closing) return null;
    noise.fill(false, i, last + 1);
    return {start: opening.span.start, end: closing.span.end};
  }
  return null;
}

const approved =
  /^(?:утвержд[её]н[аоы]?|одобрен[аоы]?|принят[аоы]?)(?:\s+(?:решением|постановлением|указом|распоряжением|на)(?!\p{L})[^.!?]*)?$/iu;

// «Эта страница последний раз была отредактирована 3 ноября 2022 в 21:40.»: an encyclopaedia speaks of its own page.
const ofVersion = /^(?:текущая версия (?:этой )?страницы|эта страница (?:в )?последний раз|this page was last)\s/iu;

function isNoise(l: Line): boolean {
  const words = l.text;
  if (isMenu(l) || asksConsent(words) || isAddress(words) || ofVersion.test(words)) return true;
  if (words.length > 120) return false;
  if (furniture.test(words) || figures.test(words)) return true;
  if (words.length < 60 && weather.test(words)) return true;
  if (doubled(words)) return true;
  return !l.body && words.length < 100 && begging.test(words);
}

// «ГОСОРГАНЫГОСОРГАНЫ»: a menu button and its label run together.
function doubled(words: string): boolean {
  const half = words.length / 2;
  return Number.isInteger(half) && half >= 4 && words.slice(0, half) === words.slice(half);
}

// The same short line twice above the text is a menu or a crumb; of a title said twice the last stands.
function repeated(lines: readonly Line[], first: number, noise: boolean[]): void {
  const seen = new Map<string, number>();
  lines.forEach((l, i) => {
    if (l.body || i > first) return;
    const before = seen.get(l.text);
    if (before !== undefined) noise[before] = true;
    seen.set(l.text, i);
  });
}

const credit = (words: string): boolean =>
  words.length < 140 &&
  /^(?:автор|источник|source|author|by|пресс-служба|отдел новостей|редакция|корр\.|фото|адрес страницы|ссылка|url|press service)(?!\p{L})/iu.test(
    words,
  );

const isAddress = (words: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(words);

// The last line above the text that could be a title: words in a row, no stamp, no credit, no bullet.
function titleOf(lines: readonly Line[], first: number, noise: readonly boolean[]): number {
  const limit = first < 0 ? lines.length : first;
  let best = -1;
  let most = 0;
  for (let i = limit - 1; i >= Math.max(0, limit - 14); i--) {
    const l = lines[i];
    if (
      !l ||
      noise[i] ||
      isStamp(l) ||
      (!l.body && l.phrases.some((p) => isFullDay(p) && (isCell(l, p) || isSigned(l, p)))) ||
      credit(l.text) ||
      namesSection(l.text) ||
      /^[•·*►⏺▪–—-]\s?|[,;]$/.test(l.text)
    )
      continue;
    const count = (l.text.match(/\p{L}{2,}/gu) ?? []).length;
    if (count < 3) continue;
    // The longer line is the title, the nearer one wins when both will do.
    const score =
      Math.min(count, 8) -
      (limit - 1 - i) * 0.4 +
      (/[.]$/.test(l.text) ? -2 : l.text.endsWith(":") ? -5 : 0) +
      (/\p{Ll}/u.test(l.text) ? 1 : 0) +
      (l.text.length > 25 ? 2 : 0);
    if (score > most) [best, most] = [i, score];
  }
  if (best >= 0) return best;
  // «Хронология сотрудничества» and nothing else above the text: two words will do.
  const above = lines.slice(0, limit).flatMap((l, i) => (noise[i] || isStamp(l) ? [] : [i]));
  if (above.length === 1 && /^\p{Lu}\p{Ll}+\s\p{Ll}{4,}$/u.test(lines[above[0] ?? -1]?.text ?? "")) return above[0] ?? -1;
  const [head, lead] = lines;
  return head && first === 0 && takenUp(head, lead) ? 0 : -1;
}

/** The spans of the noise lines, neighbours joined, with crawl dates and a stamp that stand on lines of text. */
export function boilerplateSpans(
  lines: readonly Line[],
  noise: readonly boolean[],
  crawl: readonly Phrase[],
  stamp: Span | null,
): Span[] {
  const spans: {start: number; end: number}[] = [];
  let open = false;
  lines.forEach((l, i) => {
    const previous = spans.at(-1);
    if (!noise[i]) {
      open = false;
      if (stamp?.start === l.span.start) spans.push({...stamp});
      for (const p of crawl) if (p.span.start >= l.span.start && p.span.end <= l.span.end) spans.push({...p.span});
    } else if (open && previous) previous.end = l.span.end;
    else {
      spans.push({...l.span});
      open = true;
    }
  });
  return spans;
}
