import {type Edtf, daysIn, formatEdtf} from "../model/edtf.ts";
import {type Span, contains} from "../model/span.ts";
import {dayPoint} from "./dates/days.ts";
import {type Line} from "./lines.ts";
import {isTrail} from "./menu.ts";

/** The day the item's own address tells, and where the address stands. */
export type AddressDay = {date: Edtf; span: Span};

// The address has its line to itself or a label of its own; «Источник: …» leads to somebody else's page. The scheme may be left
// out: «news.example/2014/05/12/slug».
const own =
  /^(?:(?:url|ссылка|адрес|адрес (?:страницы|статьи|материала|новости)|постоянн(?:ая ссылка|ый адрес)|permalink|link|address)\s*[:—–-]?\s*)?((?:https?:\/\/|(?:[a-z\d-]+\.)+[a-z]{2,}\/)[^\s<>"«»]+)$/iu;
// «web.archive.org/web/20200610123456/https://…»: the first figures say when the page was saved.
const archive = /^(?:https?:\/\/)?[^/]*archive[^/]*\/(?:web\/)?\d{4,14}[a-z_]*\/(?=https?:|[a-z\d-]+\.)/i;

const year = String.raw`((?:19|20)\d\d)`;
const month = String.raw`(0?[1-9]|1[0-2])`;
const day = String.raw`(0?[1-9]|[12]\d|3[01])`;
const forms: {form: RegExp; order: "ymd" | "dmy" | "ym"}[] = [
  // /2014/05/12/slug, /2014-05-12-slug, /news/2014-05-12
  {form: new RegExp(String.raw`[/_-]${year}([/._-])${month}\2${day}(?![\d])`), order: "ymd"},
  // /20140512/slug
  {form: /[/_-](20\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/, order: "ymd"},
  // /slug-12-05-2014, /12.05.2014/
  {form: new RegExp(String.raw`[/_-](0[1-9]|[12]\d|3[01])([._-])(0[1-9]|1[0-2])\2${year}(?!\d)`), order: "dmy"},
  // /2014/05/slug, /news/2014-05
  {form: new RegExp(String.raw`/${year}([/_-])(0[1-9]|1[0-2])(?=[/?#]|$)`), order: "ym"},
];

const english = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

// «Новости / 2014 / Май / 12», «Архив › Май 2014 ›»: where the page keeps the item, by its months.
const months = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");
const shelves = /[/›»>→]\s*((?:19|20)\d\d)\s*[/›»>→]\s*(\d\d|\p{L}{3,8})(?:\s*[/›»>→]\s*(\d{1,2}))?\s*(?:$|[/›»>→])/iu;
const shelf = /[/›»>→]\s*(\p{L}{3,8}) ((?:19|20)\d\d)\s*(?:$|[/›»>→])/iu;

function dayOfTrail(words: string): Edtf | null {
  const [, y, m, d] = shelves.exec(words) ?? [];
  const [, name, of] = y ? [] : (shelf.exec(words) ?? []);
  const year = y ?? of;
  const month = /^\d/.test(m ?? "") ? Number(m) : months.indexOf((m ?? name ?? "").toLowerCase().slice(0, 3)) + 1;
  if (!year || month < 1 || month > 12) return null;
  const day = Number(d ?? 0);
  return day && day <= daysIn(Number(year), month)
    ? formatEdtf(dayPoint({year: Number(year), month, day}))
    : `${year}-${String(month).padStart(2, "0")}`;
}

/** The date in the address of the page, or in the trail that leads to it: «Ссылка: https://…/news/2014/05/12/…» in its head or tail. */
export function addressDay(lines: readonly Line[], first: number, last: number): AddressDay | null {
  for (const [i, line] of lines.entries()) {
    if (first >= 0 && i > first && i <= last) continue;
    const found = line.text.length < 300 ? own.exec(line.text)?.[1] : null;
    const date = found ? dayIn(found) : i <= first && line.text.length < 120 && isTrail(line.text) ? dayOfTrail(line.text) : null;
    if (date) return {date, span: line.span};
  }
  return null;
}

// «14 ноября | 2018», «Архив новостей: ноябрь 2018», «Новости за 2018 год» above the text.
const kept =
  /^(?:(?:[^\d.!?]{2,30}:\s)?(?:архив|новости|хроника|лента|события|публикации|news|archive)(?!\p{L})[^\d.!?]{0,30}?)?(?:(\p{L}{3,8})\s)?((?:19|20)\d\d)(?:\s?(?:г\.|год\p{L}*))?$/iu;

// «25-июля, 14:07 / 2014», «25 июля, 14:07 | 2014 г.»: the year behind its day, in a cell of its own. A bare figure may count readers.
const behindDay = /^\s*(?:[/|·•]\s*((?:19|20)\d\d)\s?(?:г\.|год[а]?)|\/\s*((?:19|20)\d\d))\s*(?:$|[/|·•])/iu;

// «Вечерний Бишкек. – 2005. – 24 августа. – С. 3»: as libraries write it.
const beforeDay = /[\p{L}»"”][.,]\s(?:[–—-]\s)?((?:19|20)\d\d)[.,]\s(?:[–—-]\s)?$/u;

/** The year the page keeps its items under, for a stamp of the month `part` that leaves it out and stands at `own`. */
export function yearOfPage(
  lines: readonly Line[],
  first: number,
  last: number,
  part: number,
  own: Span,
): {year: number; span: Span} | null {
  const stamp = lines.find(({span, body}) => !body && contains(span, own));
  const [, said, bare] = stamp ? (behindDay.exec(stamp.text.slice(own.end - stamp.span.start)) ?? []) : [];
  const [, ahead] = stamp ? (beforeDay.exec(stamp.text.slice(0, own.start - stamp.span.start)) ?? []) : [];
  if (stamp && ahead) return {year: Number(ahead), span: stamp.span};
  if (stamp && (said ?? bare)) return {year: Number(said ?? bare), span: stamp.span};
  const address = addressDay(lines, first, last);
  const [year = "", month] = address?.date.split("-") ?? [];
  if (address) return Number(month) === part ? {year: Number(year), span: address.span} : null;
  for (const line of lines.slice(0, Math.max(0, first))) {
    const m = line.body || line.text.length > 60 ? null : kept.exec(line.text);
    const month = months.indexOf(m?.[1]?.toLowerCase().slice(0, 3) ?? "");
    if (!m || (month >= 0 && month + 1 !== part)) continue;
    return {year: Number(m[2]), span: line.span};
  }
  return null;
}

function dayIn(address: string): Edtf | null {
  const path = address.replace(archive, "").replace(/^(?:https?:\/\/)?[^/]+/i, "");
  // /27oct2021/slug
  const [, named, month, of] = /\/(\d{1,2})[-_]?([a-z]{3})[a-z]{0,6}[-_]?(20\d\d)(?=[/_-])/i.exec(path) ?? [];
  const part = english.indexOf(month?.toLowerCase() ?? "") + 1;
  if (part && Number(named) && Number(named) <= daysIn(Number(of), part))
    return formatEdtf(dayPoint({year: Number(of), month: part, day: Number(named)}));
  for (const {form, order} of forms) {
    const m = form.exec(path);
    if (!m) continue;
    const [, a = "", , b = "", c = ""] = m;
    const [y, mo, d] = (order === "dmy" ? [c, b, a] : [a, b, c]).map(Number);
    if (order === "ym") return `${a}-${b}`;
    if (y && mo && d && d <= daysIn(y, mo)) return formatEdtf(dayPoint({year: y, month: mo, day: d}));
  }
  return null;
}
