import {type Line} from "./lines.ts";

/** What a page says of its origin, in its own words; null where it says nothing. */
export type Credits = {publisher: string | null; author: string | null; url: string | null};

const address = /https?:\/\/[^\s<>"«»]+/u;
const pageAddress =
  /(?:адрес (?:страницы|статьи|материала)|ссылка на (?:материал|источник|статью|новость)|постоянный адрес|permalink|источник|source|url|оригинал)[^\n:]{0,40}:\s*(https?:\/\/[^\s<>"«»]+)/iu;
const source = /^(?:источник|source|по материалам|по данным)\s*:?\s+([^\n]{2,80})$/iu;
const name = String.raw`\p{Lu}[\p{L}\d-]*(?:\.(?=\p{Ll})[\p{L}\d-]+)*`;
const said = new RegExp(
  String.raw`(?:переда[её]т|сообщает|пишет|сообщила?|информирует|сообщили)\s+(?:(?:корреспондент|агентство|издание|портал|информагентство|ИА)\s+)?[«"]?((?:(?:сайт|пресс-служба)\s+)?${name}(?:\s+${name}){0,2})[»"]?`,
  "u",
);
const office =
  /^((?:пресс-служба|пресс-центр|управление информации|отдел новостей|press service|секретариат)[^\n.]{0,100})\.?$/iu;
const agency = /\/\s*(?:Корр\.\s*)?([\p{Lu}][\p{L}\d -]{1,30})\s*\//u;
const writer = /^(?:автор(?:ы)?|текст|author|by)\s*:?\s+([^\n]{3,120})$/iu;

/** Reads publisher, author and address from the credits around the running text and from «передаёт …» in it. */
export function credits(lines: readonly Line[], first: number, last: number): Credits {
  const edges = lines.filter((_, i) => i <= Math.max(first, 0) || i > last).map((l) => l.text);
  const short = edges.filter((words) => words.length < 140);
  const match = (form: RegExp) => {
    for (const words of short) {
      const m = form.exec(words)?.[1]?.trim();
      if (m) return m;
    }
    return null;
  };
  const body = lines.filter((l, i) => l.body && i >= first && i <= last);
  const opening = body[0]?.text.slice(0, 200) ?? "";
  const quoted = () => {
    for (const l of body) {
      const m = said.exec(l.text)?.[1];
      if (m) return m;
    }
    return null;
  };
  const url =
    lines.map((l) => pageAddress.exec(l.text)?.[1]).find(Boolean) ??
    short.map((w) => (address.exec(w)?.[0] === w ? w : null)).find(Boolean) ??
    null;
  const stated = match(source);
  const publisher =
    (stated && !address.test(stated) ? stated : null) ?? match(office) ?? agency.exec(opening)?.[1]?.trim() ?? quoted();
  return {publisher, author: match(writer), url: url ? url.replace(/[).,;]+$/, "") : null};
}
