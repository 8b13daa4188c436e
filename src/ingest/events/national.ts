import {type Entity} from "../../model/entity.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

// What is said of a country without its name: «республика стала членом», «полиция страны», «национальный план», «здесь пройдут».
const unnamed = new RegExp(
  [
    '(?<![\\p{L}«"])(?:[Рр]еспублик(?:а|е|у|ой)(?!\\s+[\\p{Lu}«"])|[Рр]еспубликанск\\p{L}*)',
    "(?<!\\p{L})(?:[Вв]|[Пп]о|[Ии]з|[Вв]сей|[Сс]воей|[Нн]ашей)\\s+стране?(?:ы|е|у)(?!\\p{L})",
    "(?<!\\p{L})(?:[Сс]трана|страной|страну)(?!\\p{L})",
    "(?<!\\p{L})(?:полици|милици|правительств|президент|парламент|граждан|граница|власт|пограничник|гражданств|территори)\\p{L}*\\s+страны(?!\\p{L})",
    "(?<!\\p{L})[Кк]абинет\\p{L}*\\s+министров(?!\\s+\\p{Lu})",
    "(?<!\\p{L})[Пп]равительств(?:о|а|у|ом|е)(?!\\s+\\p{Lu})(?!\\p{L})|(?<!\\p{L})[Пп]равительственн\\p{L}*",
    "(?<!\\p{L})[Пп]арламент(?:а|у|ом|е)?(?!\\s+\\p{Lu})(?!\\p{L})",
    "(?<!\\p{L})(?:[Вв]ице-)?[Мм]инистр(?:а|у|ом)?(?=\\s+\\p{Ll})|[Зз]аконодательн\\p{L}+\\s+палат\\p{L}*",
    "(?<!\\p{L})погран(?:войск|ведомств|служб)\\p{L}*(?!\\s+\\p{Lu})|(?<!\\p{L})МВД(?!\\s+\\p{Lu})(?!\\p{L})",
    "(?<!\\p{L})[Нн]ациональн\\p{L}*\\s+(?:план|стратеги|программ|концепци)\\p{L}*",
    "(?<!\\p{L})(?:[Зз]десь|[Тт]ам же|[Цц]ентр этот|[Ээ]тот центр)(?!\\p{L})",
    "(?<!\\p{L})(?:the country|the republic|the cabinet of ministers|the national (?:plan|strategy|programme|program))(?!\\p{L})",
  ].join("|"),
  "u",
);

/**
 * The country an event is of when its words speak of «республика», «страна», «правительство» and name none: the one named
 * last before it. Where the last sentence to name any names several, nobody can tell.
 */
export function unnamedCountry(
  text: string,
  h: Happening,
  first: Sentence,
  sentences: readonly Sentence[],
  g: Gazetteer,
  house: Entity | null,
): Named[] {
  if (!unnamed.test(text.slice(h.stretch.span.start, h.stretch.span.end))) return [];
  const before = first.named.filter((n) => isSomewhere(n) && n.span.end <= h.stretch.span.start);
  const lists = [
    before,
    ...sentences
      .slice(Math.max(0, first.index - reach), first.index)
      .reverse()
      .map((s) => s.named.filter(isSomewhere)),
  ];
  const last = lists.find((list) => list.length > 0) ?? [];
  // Nobody named on the page of a state's own body: that state.
  if (!last.length && house) return [{entity: house, span: first.span, inner: false, rule: "unnamed-country"}];
  const ids = new Set(last.flatMap((n) => (n.entity.kind === "country" ? [n.entity.id] : n.entity.countries)));
  const [named] = last;
  const [id] = ids;
  const entity = ids.size === 1 && id ? g.entities.get(`country/${id}`) : undefined;
  return named && entity ? [{...named, entity, rule: "unnamed-country"}] : [];
}

const reach = 4;

const sameCity = /(?<!\p{L})(?:в (?:том же|этом же) городе|там же|здесь же|in the same city)(?!\p{L})/iu;

/** «Накануне в том же городе состоялась …»: the place named last before, else that of the heading. */
export function sameCityBefore(
  text: string,
  h: Happening,
  first: Sentence,
  sentences: readonly Sentence[],
  opening: readonly Sentence[],
): Named[] {
  if (!sameCity.test(text.slice(h.stretch.span.start, h.stretch.span.end))) return [];
  const before = [
    ...sentences.slice(Math.max(0, first.index - reach), first.index).reverse(),
    ...opening.filter((s) => s.isTitle && s.index < first.index),
  ];
  const last = before.map((s) => s.named.filter((n) => n.entity.kind === "place")).find((list) => list.length > 0) ?? [];
  const [place] = last;
  return place && new Set(last.map((n) => n.entity.id)).size === 1 ? [{...place, rule: "same-city"}] : [];
}

const isSomewhere = (n: Named) => n.entity.kind === "country" || (n.entity.kind === "place" && n.entity.countries.length > 0);
