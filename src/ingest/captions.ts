import {type Line} from "./lines.ts";

/** Letters and signs a caption has at least, that its words alone tell it from a rubric. */
const least = 15;

/**
 * The lines that are no text: a caption signed by its photographer, and what a neighbour says better. A caption is said twice, once
 * with the credit of its picture («© Агентство / Имя / …», «… Фото:»), and a rubric or a trail of crumbs has run into the title that
 * follows («ГлавнаяМирВ Минске …»).
 */
export function besideText(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, i) => {
    if (signed.test(line.text) || credited.test(line.text)) found.add(i);
    const next = lines[i + 1];
    if (!next) return;
    const [a, b] = [line.text, next.text];
    if (isCaption(a, b) || isCaption(b, a)) found.add(i).add(i + 1);
    else if (isRunIn(a, b)) found.add(i);
  });
  return found;
}

// «Спикер Иван Иванов © Пётр Петров/ Агентство»
const credited = /^[^©]{8,140}\s©\s?\p{Lu}[^.!?]{2,60}$/u;

// «Officers of four states at the roundtable, Dushanbe, June 2013. (OSCE/Ivan Ivanov)»
const signed = /\((?:©\s?)?\p{Lu}[\p{L}. ]{1,24}\/\s?\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){0,2}\)\.?$/u;

// Whether a line says its neighbour's caption and whose picture it is.
function isCaption(caption: string, credited: string): boolean {
  const words = caption.slice(0, reach).replace(/[.\s]+$/, "");
  if (words.length < least) return false;
  if (credited.startsWith("©")) return credited.indexOf(words) > 0;
  if (!credited.startsWith(words)) return false;
  return credit.test(credited.slice(words.length)) && !credit.test(caption.slice(words.length));
}

/** How much of a caption must be said again. */
const reach = 60;

// «… Фото:», «… © Имя», «. Имя Фамилия/ пресс-служба/ Агентство»
const credit = /(?:©|(?<!\p{L})(?:фото|photo)(?:\s*[:–—-]|\s*$)|\p{L}\s?\/\s?\p{L}[^/]*\/\s?\p{L}[^.!?]*$)/iu;

// «ГлавнаяПолитикаВ Минске прошёл саммит», «Общество В Минске прошёл саммит» above «В Минске прошёл саммит».
function isRunIn(line: string, title: string): boolean {
  const before = line.slice(0, line.length - title.length);
  if (title.length < 25 || before.length > 60 || before.length < 3 || !line.endsWith(title)) return false;
  return /^[\p{L}\s/|»›·-]+$/u.test(before) && /^\p{Lu}/u.test(before) && before.trim().split(/\s+/).length <= 3;
}
