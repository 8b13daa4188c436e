import {slice} from "../../model/span.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Named} from "../names/read.ts";
import {statesOf} from "./actors.ts";
import {type Happening} from "./happening.ts";
import {type Scene} from "./scene.ts";

const counts: [RegExp, number][] = [
  [/^(?:обе|обеих|обеими|обоих|двух|двумя|две|both|two)$/iu, 2],
  [/^(?:тр[её]х|три|three)$/iu, 3],
  [/^(?:четыр[её]х|четыре|four)$/iu, 4],
  [/^(?:пяти|пять|five)$/iu, 5],
];

const counted =
  /(?<!\p{L})(обе|обеих|обеими|обоих|двух|двумя|две|тр[её]х|три|четыр[её]х|четыре|пяти|пять|both|two|three|four|five)\s+(?:\p{L}+\s+)?(?:стран|государств|республик|столиц|сторон|countries|states|republics|capitals|sides)/iu;

// «Главы ведомств этих стран»
const theseStates = /(?<!\p{L})(?:этих|тех\s+же|these)\s+(?:стран|государств|республик|countries|states)(?!\p{L})/iu;

// «Стороны наметили рейд»: whoever met in the sentence before.
const theSides = /^[\s«"–—\d.)-]*(?:обе\s+)?(?:стороны|the sides|the parties)(?!\p{L})(?!\s*[–—-])/iu;

/** «Полицейские двух стран», «обе стороны»: as many states as the heading, or the sentence last before, names. */
export function countedSides(
  text: string,
  h: Happening,
  {sentences, opening}: Scene,
  own: readonly Named[],
  g: Gazetteer,
): Named[] {
  const words = slice(text, h.stretch.span);
  const said = counted.exec(words)?.[1];
  const told = said === undefined ? undefined : counts.find(([word]) => word.test(said))?.[1];
  const first = h.sentences[0];
  const sides = told === undefined && first !== undefined && theSides.test(slice(text, first.span)) && !statesOf(own).length;
  const these = told === undefined && theseStates.test(words);
  // Of more than two the sides mostly assess what others did.
  const many = sides ? 2 : told;
  if (!first || (many === undefined && !these)) return [];
  const before = [
    ...sentences.slice(Math.max(0, first.index - 4), first.index).reverse(),
    ...opening.filter((s) => s.isTitle && s.index < first.index),
  ];
  const named = new Set(statesOf(own));
  for (const s of before) {
    // Where they met is no side.
    const states = statesOf(sides ? s.named.filter((n) => n.entity.kind === "country") : s.named);
    if (states.length < 2) continue;
    if ((!these && states.length !== many) || [...named].some((id) => !states.includes(id))) return [];
    const [at] = s.named;
    return states.flatMap((id) => {
      const entity = g.entities.get(`country/${id}`);
      return at && entity && !named.has(id) ? [{...at, entity, rule: "counted-sides"}] : [];
    });
  }
  return [];
}
