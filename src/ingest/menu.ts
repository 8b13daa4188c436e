import {type Line} from "./lines.ts";

/** Parts of a site: their names stand in menus, and beside a stamp as well. */
export const section =
  /^(?:главная|новости|лента|меню|поиск|вход|видео|фото|афиша|спорт|политика|экономика|общество|культура|происшествия|безопасность|мир|в мире|бизнес|наука|о нас|контакты|реклама|объявления|президент|правительство|карта сайта|версия для слабовидящих|обратная связь|подписка|home|news|politics|economy|society|sports?|world|video|about( us)?|contacts?|search|site ?map)$/iu;

/** Whether a line is a row of such names or of many short ones; a trail of them («Главная / Новости / Общество») leads to the item and is none. */
export function isMenu(line: Line): boolean {
  if (line.body || line.phrases.length) return false;
  const items = line.text.split(/\s{2,}|\s*[|•·\t]\s*/).filter(Boolean);
  if (items.length === 1) return section.test(line.text) || line.text.split(" ").filter((w) => section.test(w)).length > 1;
  return items.some((w) => section.test(w)) || (items.length > 3 && !/[.!?]$/.test(line.text));
}

const step = /\s\/\s|\s?[›»>→]\s?(?=[\p{Lu}\d])/u;

/** Whether a line is a trail that leads to the item: «Главная > Новости > Право», «Главная / Новости / 2015 / Май». */
export const isTrail = (words: string): boolean => words.split(step).length > 2;

/** Whether a line names a site and a part of it: «РИА Новости - Политика». */
export const namesSection = (words: string): boolean => section.test(/ [-–—|/] ([^-–—|/]+)$/.exec(words)?.[1] ?? "");
