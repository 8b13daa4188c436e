import {type Edtf, daysIn, formatEdtf} from "../model/edtf.ts";
import {type Span} from "../model/span.ts";
import {dayPoint} from "./dates/days.ts";
import {type Line} from "./lines.ts";

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
  // /2014/05/slug
  {form: new RegExp(String.raw`/${year}(/)(0[1-9]|1[0-2])(?=/)`), order: "ym"},
];

/** The date in the address of the page: «Ссылка: https://…/news/2014/05/12/…» in its head or tail. */
export function addressDay(lines: readonly Line[], first: number, last: number): AddressDay | null {
  for (const [i, line] of lines.entries()) {
    if (first >= 0 && i > first && i <= last) continue;
    const found = line.text.length < 300 ? own.exec(line.text)?.[1] : null;
    const date = found && dayIn(found);
    if (date) return {date, span: line.span};
  }
  return null;
}

function dayIn(address: string): Edtf | null {
  const path = address.replace(archive, "").replace(/^(?:https?:\/\/)?[^/]+/i, "");
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
