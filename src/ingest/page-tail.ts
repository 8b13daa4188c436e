import {type Line, isStamp, signer} from "./lines.ts";
import {placeOnly} from "./page-clock.ts";

// «Читайте также», «По теме»: what stands below is of other items.
const others =
  /^(?:читайте|смотрите|(?:ещ[её] )?по теме|похожие|другие|последние|главные|свежие|все новости|related|read (?:also|more)|see also)/iu;

/** Below the text, the line that other items begin with, or the end of the page. */
export function tailEndOf(lines: readonly Line[], last: number): number {
  const marked = last < 0 ? -1 : lines.findIndex((l, i) => i > last && !l.body && others.test(l.text));
  return marked < 0 ? lines.length : marked;
}

/** Whether the line right above a date names another text, which the date is of. */
export function isOfHeadline(lines: readonly Line[], i: number, last: number): boolean {
  const above = lines[i - 1];
  return i - 1 > last && above !== undefined && lines[i]?.apart === false && namesText(above);
}

/** Whether a date without a label closes the text: near the end of the page, or, as without its year, on a line of its own soon below the text. */
export function closesText(lines: readonly Line[], i: number, last: number, dated: boolean): boolean {
  if (dated && lines.length - i <= 4) return true;
  const line = lines[i];
  // «Пекин, 6 февраля»: where it was written, too.
  const alone = line !== undefined && (line.letters <= 2 || (line.apart && placeOnly(line)));
  return alone && i - last <= (dated ? 4 : 2) && !lines.slice(last + 1, i).some(isStamp);
}

// Lines of a page's foot that look like a headline and are none: sharing, addresses, who wrote it and in what rank.
const noHeadline = new RegExp(
  String.raw`^(?:` +
    [
      "фото|видео|url|ссылка|адрес|тел|телефон|контакт|теги|рубрик|категори|метки|поделиться|подпи|просмотр|прочитано|комментари",
      "распечатать|отправить|реклама|мнение|при (?:использовании|перепечатке)|перепечатка|нашли ошибку|все права",
      "начальник|министр|заместител|руководител|директор|председател|секретар|посол|капитан|майор|подполковник|полковник|генерал",
      "©|copyright|source|author|share|tags|print|for more",
    ].join("|") +
    String.raw`)|https?:|www\.|@`,
  "iu",
);

// Words in a row that are neither sharing, nor credit, nor address.
function namesText({text, phrases, body}: Line): boolean {
  if (body || phrases.length || text.length > 200 || signer.test(text) || noHeadline.test(text)) return false;
  return (text.match(/\p{L}{3,}/gu) ?? []).length >= 4 && /^[«"“]?\p{Lu}.*\p{Ll}/u.test(text) && !/[.!?:]$/.test(text);
}
