import {type Gazetteer, type Name, type Node} from "./gazetteer.ts";
import {type Word} from "./words.ts";

/** A stretch of words that may be one of `names`. */
export type Candidate = {
  /** First word, and the one after the last. */
  from: number;
  to: number;
  names: Name[];
  /** Inside a longer name: «Москве» in «Бюро МОМ в Москве». */
  inner: boolean;
};

/** Every longest match that begins at a word, in order; what crosses an earlier match is left out. One pass. */
export function findNames(list: readonly Word[], g: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  let reached = 0;
  for (let i = 0; i < list.length; i++) {
    const match = longest(list, i, g);
    if (!match || isPartOfPlace(list, i, match, g)) continue;
    const inner = i < reached;
    if (inner && match.to > reached) continue;
    for (const sharer of sharers(list, i, match, g)) put(found, sharer);
    found.push({from: i, to: match.to, names: match.names, inner});
    // A topic's words hide nothing: «антинаркотическая операция ОДКБ».
    if (!inner && match.names.some((n) => n.entity.kind !== "topic")) reached = match.to;
  }
  return found;
}

// «Кызыл-Арт», «Кызыл-Туу»: half the name of another place; a city's «-Арена» stands in the city.
function isPartOfPlace(list: readonly Word[], at: number, match: {to: number; names: Name[]}, g: Gazetteer): boolean {
  const next = list[match.to];
  return (
    match.to === at + 1 &&
    next?.hyphen === true &&
    next.shape === "capital" &&
    !venue.test(next.form) &&
    match.names.every((n) => n.entity.kind === "place") &&
    longest(list, match.to, g) === null
  );
}

const venue = /^(?:арен|сити|экспо|опер|парк|плаз|холл|центр|отел|товарн|пассажирск|сортировочн)/;

function longest(list: readonly Word[], at: number, g: Gazetteer): {to: number; names: Name[]} | null {
  let nodes: Node[] = [g.root];
  let best: {to: number; names: Name[]} | null = null;
  for (let i = at; i < list.length; i++) {
    const word = list[i];
    if (!word || (i > at && !word.joins)) break;
    nodes = step(nodes, word, g);
    if (!nodes.length) break;
    const names = nodes.flatMap((n) => n.names).filter((name) => suits(name, list, at, i + 1));
    if (names.length) best = {to: i + 1, names};
  }
  return best;
}

// «Жамбылской и Таласской областей», «в Ошской, Баткенской и Таласской областях»: names before that share the plural noun.
function sharers(list: readonly Word[], at: number, match: {to: number; names: Name[]}, g: Gazetteer): Candidate[] {
  const last = list[match.to - 1];
  if (!last || match.to - at !== 2 || !pluralNoun.test(last.form) || !match.names.some((n) => n.entity.kind === "place"))
    return [];
  const found: Candidate[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const word = list[i];
    if (!word) break;
    if (word.form === "и" || word.form === "and") continue;
    const names = step(step([g.root], word, g), last, g)
      .flatMap((n) => n.names)
      .filter((n) => n.entity.kind === "place");
    if (!names.length) break;
    found.unshift({from: i, to: i + 1, names, inner: false});
  }
  return found;
}

// In its place, instead of the town whose name the adjective comes from: «Ошской» is the region here.
function put(found: Candidate[], sharer: Candidate): void {
  let at = found.length;
  while (at > 0 && (found[at - 1]?.from ?? 0) >= sharer.from) at--;
  const same = found[at]?.from === sharer.from;
  if (!same || found[at]?.to === sharer.to) found.splice(at, same ? 1 : 0, sharer);
}

const pluralNoun = /(?:ей|ов|ев|ах|ях|ам|ям|ами|ями|ы|и|s)$/;

function step(nodes: readonly Node[], word: Word, g: Gazetteer): Node[] {
  const out: Node[] = [];
  for (const id of g.numbers(word.form))
    for (const node of nodes) {
      const next = node.next.get(id);
      if (next) out.push(next);
    }
  return out;
}

// «Мали» is a country, «мали» is not; «РУ» is one, «ру» is not.
function suits(name: Name, list: readonly Word[], from: number, to: number): boolean {
  const first = list[from];
  if (!first) return false;
  if (name.capital && first.shape === "lower") return false;
  if (!name.upper) return true;
  for (let i = from; i < to; i++) {
    const shape = list[i]?.shape;
    if (shape === "lower" || shape === "capital") return false;
  }
  return true;
}
