import {nameOf, type Said} from "./wording.ts";
import type {Library} from "./library.ts";

/** Words in a row, in as few runs as their languages allow. */
export type Line = Said[];

/** A country, topic or place in a language of the page, or in the one it is named in. */
export function nameSaid(library: Library, kind: "country" | "topic" | "place", id: string, language: string): Said {
  const entity = library.entity(kind, id);
  return entity ? nameOf(entity, language) : {text: id, lang: undefined};
}

/** The parts that say something, with signs of the page's own language between them. */
export function joined(parts: readonly Line[], sign: string): Line {
  const line: Line = [];
  const add = (words: Said) => {
    const last = line.at(-1);
    if (last && last.lang === words.lang) last.text += words.text;
    else line.push({...words});
  };
  for (const part of parts) {
    if (!part.some(({text}) => text)) continue;
    if (line.length) add({text: sign, lang: undefined});
    part.forEach(add);
  }
  return line;
}
