import {contains} from "../../model/span.ts";
import {type Item} from "../item.ts";
import {type Word} from "../names/words.ts";
import {tidyTitle} from "../title-cut.ts";
import {bare, type Happening, onDate} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";

const decides =
  /(?<!\p{L})(?:[Рр]ешил[аио]?|РЕШИЛ[АИО]?|[Пп]остановил[аио]?|ПОСТАНОВИЛ[АИО]?|[Пп]остановля[ею]т|ПОСТАНОВЛЯ[ЕЮ]Т)\s*:\s*(?:1[.)]\s*)?(\p{Lu}\p{Ll}+(?:ть|ти)(?:ся)?\s[^.;]+)/u;
// «Подписали: Республика Армения, Республика Беларусь»
const undersigned = /^\s*(?:подписали|решение подписали|документ подписали|signed by)\s*:/iu;
const heading = /^\s*(?:решение|постановление|резолюция)(?!\p{L})/iu;

/** Whether a sentence says no more than who signed a paper. */
export const isSignature = (text: string, {span}: Sentence): boolean => undersigned.test(text.slice(span.start, span.end));

/** «Совет глав государств СНГ решил: 1. Утвердить Программу …»: the decision of a body, on the day its paper bears. */
export function decision(
  text: string,
  item: Item,
  sentences: readonly Sentence[],
  known: readonly Happening[],
  list: readonly Word[],
): Happening | null {
  const point = (s: Sentence) => {
    const words = text.slice(s.span.start, (sentences[s.index + 1] ?? s).span.end);
    return words.includes(":") ? decides.exec(words)?.[1] : undefined;
  };
  const own = sentences.find((s) => point(s) !== undefined && s.named.some((n) => n.entity.kind === "organization"));
  if (!own) return null;
  const day = item.published ?? item.reference;
  const date = item.dates.find((d) => d.edtf !== null && d.edtf === day);
  const inForce = /^вступ/;
  const same = (h: Happening) => h.type === "agreement" && h.when !== null && h.when === date?.edtf;
  if (known.some((h) => same(h) && !inForce.test(h.verb?.word.form ?? ""))) return null;
  const signers = sentences.filter((s) => s.index > own.index && isSignature(text, s));
  // Past the body, what it leaned on: «опираясь на Концепцию, одобренную в Астане, решил: …».
  const body = own.named.find((n) => n.entity.kind === "organization" && !n.inner);
  const stretch = body ? part(own, {start: own.span.start, end: body.span.end}, list) : own;
  const title = item.title ? text.slice(item.title.start, item.title.end) : "";
  return {
    ...bare(own, stretch, {type: "agreement", subject: null, verb: null}, "happened", ["decision"]),
    ...(date ? onDate(date) : {}),
    sentences: [own, ...signers],
    title: tidyTitle(heading.test(title) ? spelt(title) : (point(own) ?? "")),
  };
}

// «СОГЛАШЕНИЕ о розыске»: the kind of a paper in capitals.
const spelt = (title: string) => title.replace(/^\s*\p{Lu}{4,}(?=\s\p{Ll})/u, (word) => word.toLowerCase());

const treaty =
  /^\s*(?:соглашение|договор|протокол|конвенция|меморандум|декларация|устав|хартия|agreement|treaty|protocol|convention|memorandum)(?!\p{L})/iu;
const concluded = /^\s*(?:совершено|учинено|подписано)\s+(?:в|во)\s|^\s*done\s+(?:at|in)\s/iu;
const signs = /^\s*(?:за|for)\s+(?:the\s+)?(?:правительство|government|\p{Lu})/iu;

/**
 * «СОГЛАШЕНИЕ о … Совершено в городе Москве 6 марта 1998 года … За Правительство Республики Армения»: the text of a treaty tells of its
 * own signing, and below it who signed.
 */
export function concludedTreaty(
  text: string,
  item: Item,
  sentences: readonly Sentence[],
  known: readonly Happening[],
): Happening | null {
  const {title} = item;
  if (!title || !treaty.test(text.slice(title.start, title.end))) return null;
  const words = (s: Sentence) => text.slice(s.span.start, s.span.end);
  const own = sentences.find((s) => concluded.test(words(s)) && s.dates.some((d) => d.role === "event"));
  const date = own?.dates.find((d) => d.role === "event");
  if (!own || !date || known.some((h) => h.type === "agreement" && h.when === date.edtf)) return null;
  const below = sentences.slice(own.index + 1);
  const from = below.findIndex((s) => signs.test(words(s)));
  const to = below.findIndex((s, i) => i > from && !signs.test(words(s)));
  const signers = from < 0 ? [] : below.slice(from, to < 0 ? below.length : to);
  return {
    ...bare(own, own, {type: "agreement", subject: null, verb: null}, "happened", ["treaty"]),
    ...onDate(date),
    sentences: [own, ...sentences.filter((s) => contains(title, s.span)), ...signers],
    title: tidyTitle(spelt(text.slice(title.start, title.end))),
  };
}

const provision =
  /^\s*(?:настоящ(?:ий|ая|ее|ие)|this|the present)\s+(?:соглашени|договор|протокол|конвенци|меморандум|устав|положени|решени|программ|agreement|treaty|protocol|convention|memorandum|charter)/iu;

/** «Настоящее Соглашение вступает в силу со дня сдачи …»: what a paper lays down is not what came about. */
export const isProvision = (text: string, {date, sentences: [own]}: Happening): boolean =>
  date === null && own !== undefined && provision.test(text.slice(own.span.start, own.span.start + 60));
