import {type EventType} from "../../model/event.ts";
import {infinitiveEnding} from "../word-endings.ts";
import {type Saying} from "./clue-rule.ts";

/**
 * What can be said of the words beside a word. Places are counted from it within its sentence: -1 is the word before, 1 the word
 * behind; a stretch of them runs from the first named to the last and leaves the word itself out.
 */
export type Beside =
  /** One of the words has such a form; with `past`, all before it have a form of that pattern. */
  | {word: RegExp; from: number; to: number; past?: RegExp}
  /** One of them looks so. */
  | {look: Look; from: number; to: number}
  /** One of them says one of these kinds of itself, as a noun only or whatever it is. */
  | {kinds: readonly EventType[]; as: "noun" | "any"; from: number; to: number}
  /** The word itself looks so. */
  | {itself: Look}
  | {all: readonly Beside[]}
  | {any: readonly Beside[]}
  | {not: Beside};

/** `abbreviation`: three capitals or more; `opening`: the first word of a sentence, of a part of it behind a sign. */
export type Look = "number" | "capital" | "abbreviation" | "opening";

/** What a word says where such words stand beside it; null: nothing. */
export type There = {where: Beside; says: Saying | null};

/** Some word of these places. */
export const near = (from: number, to: number, word: RegExp): Beside => ({word, from, to});
export const before = (word: RegExp): Beside => near(-1, -1, word);
export const next = (word: RegExp): Beside => near(1, 1, word);

export const all = (...conditions: readonly Beside[]): Beside => ({all: conditions});
export const any = (...conditions: readonly Beside[]): Beside => ({any: conditions});
export const not = (condition: Beside): Beside => ({not: condition});

/** The word says nothing elsewhere. */
export const only = (where: Beside): There => ({where: not(where), says: null});
/** It says nothing there. */
export const unless = (where: Beside): There => ({where, says: null});
/** It says something else there. */
export const becomes = (where: Beside, says: Saying): There => ({where, says});

const prepositions =
  /^(?:в|во|на|по|о|об|при|после|перед|до|к|ко|для|от|с|со|из|за|ходе|рамках|полях|итогам|in|at|during|after|before|for|of)$/;
const adjectives = /^[ivxlc]+$|^же$|(?:ой|ей|ом|ем|ых|их|ым|им|ого|его|ую|юю|ую|ые|ие|ый|ий|ое|ее|ому|ему|ая|яя)$/;

/** «в ходе встречи», «на третьем заседании»: a preposition before a noun and its adjectives, or before the word so many before it. */
export const governed = (ahead = 0): Beside => ({word: prepositions, from: -1 - ahead, to: -4 - ahead, past: adjectives});
/** «принял генерального директора»: behind the adjectives of what is acted on. */
export const object = (word: RegExp): Beside => ({word, from: 1, to: 4, past: /(?:ого|его|ую|юю|ых|их)$|^заместителя$/});
/** «в союз», «из организации», «в НАТО»: what states join and leave, by a noun or by its capitals. */
export const union = (from: number, to: number): Beside =>
  any(near(from, to, /^(?:состав|организац|союз|содружеств|альянс)/), {look: "abbreviation", from, to});
/** «планируется провести»: an infinitive. */
export const infinitive = (from: number, to: number): Beside => near(from, to, infinitiveEnding);
