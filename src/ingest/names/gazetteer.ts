import {type Entity} from "../../model/entity.ts";
import {known} from "../known.ts";
import {caseForms} from "./morphology.ts";
import {fold, type Word, words} from "./words.ts";

/** A name of an entity as it stands on its page. */
export type Name = {
  entity: Entity;
  text: string;
  only: "together" | "after-name" | undefined;
  /** The first word must be written with a capital: single words, and pairs that are ordinary words when small. */
  capital: boolean;
  /** An abbreviation: no word of it has a small letter but its endings. */
  upper: boolean;
};

/** A step of the names' tree: which words may come next, and the names that end here. */
export type Node = {next: Map<number, Node>; names: Name[]};

/** All names of all entities, ready for one pass over a text of any length. */
export type Gazetteer = {
  entities: Map<string, Entity>;
  /** Numbers of the words (of names) that a form may stand for. */
  lexicon: Map<string, number[]>;
  /** Numbers of the words that begin so: topic signals written with `*`. */
  prefixes: Map<string, number>;
  /** Numbers of the words of names that a word of a text may be: those it is a form of, and those it begins with. */
  numbers: (form: string) => readonly number[];
  root: Node;
  /** Names of operations, folded, to be looked up between quotes. */
  operations: Map<string, Entity>;
  /** People by full name and by initial and surname, lower case, ё folded: «а. бегун». */
  people: Map<string, Entity>;
};

/** Key of an entity among all: ids are unique only within a kind. */
export const entityKey = (entity: {kind: string; id: string}): string => `${entity.kind}/${entity.id}`;

/** Builds the tree of names; cost grows with the names, a text's pass does not. */
export function gazetteer(entities: readonly Entity[]): Gazetteer {
  const g: Gazetteer = {
    entities: new Map(),
    lexicon: new Map(),
    prefixes: new Map(),
    numbers: known((form) => numbersOf(form, g)),
    root: {next: new Map(), names: []},
    operations: new Map(),
    people: new Map(),
  };
  const numbers = new Map<string, number>();
  for (const entity of entities) {
    g.entities.set(entityKey(entity), entity);
    if (entity.kind === "operation") {
      for (const text of [...Object.values(entity.names), ...entity.aliases.map((a) => a.text)])
        g.operations.set(operationForm(text), entity);
      continue;
    }
    if (entity.kind === "person") for (const text of Object.values(entity.names)) addPerson(g, entity, fold(text));
    const seen = new Set<string>();
    for (const {text, only} of namesOf(entity)) {
      if (seen.has(text)) continue;
      seen.add(text);
      insert(g, numbers, entity, text, only);
    }
  }
  return g;
}

function addPerson(g: Gazetteer, entity: Entity, name: string): void {
  g.people.set(name, entity);
  const [first = "", last = ""] = name.split(/\s+/);
  if (last) g.people.set(`${first.charAt(0)}. ${last}`, entity);
}

function namesOf(entity: Entity): {text: string; only?: Name["only"]}[] {
  if (entity.kind === "topic") return entity.signals;
  return [...Object.values(entity.names), ...Object.values(entity.short)]
    .map((text): {text: string; only?: Name["only"]} => ({text}))
    .concat(entity.aliases);
}

function insert(g: Gazetteer, numbers: Map<string, number>, entity: Entity, text: string, only: Name["only"]): void {
  const list = words(text, {start: 0, end: text.length});
  const first = list[0];
  if (!first) return;
  const proper = entity.kind !== "topic";
  let node = g.root;
  for (const word of list) {
    const id = numberOf(g, numbers, text, word, proper);
    let next = node.next.get(id);
    if (!next) node.next.set(id, (next = {next: new Map(), names: []}));
    node = next;
  }
  const upper = list.every((w) => w.shape === "upper" || w.shape === "mixed" || w.shape === "number");
  const capital = first.shape !== "lower" && (list.length === 1 || (list.length === 2 && !list.some((w) => w.shape === "upper")));
  node.names.push({entity, text, only, capital, upper});
}

function numberOf(g: Gazetteer, numbers: Map<string, number>, text: string, word: Word, proper: boolean): number {
  const raw = text.slice(word.start, word.end);
  const prefix = text[word.end] === "*";
  // Plural forms are for ordinary words; in a name of many words each may be one.
  const single = proper && word.shape !== "lower";
  const key = `${prefix ? "*" : ""}${single ? "!" : ""}${word.shape === "upper" ? raw : word.form}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const id = numbers.size;
  numbers.set(key, id);
  if (prefix) {
    g.prefixes.set(word.form, id);
    return id;
  }
  for (const form of caseForms(word.shape === "upper" ? raw : word.form, {proper: single})) {
    const folded = fold(form);
    const ids = g.lexicon.get(folded);
    if (ids) ids.push(id);
    else g.lexicon.set(folded, [id]);
  }
  return id;
}

function numbersOf(form: string, {lexicon, prefixes}: Gazetteer): number[] {
  const found = [...(lexicon.get(form) ?? [])];
  for (let length = 1; length <= form.length; length++) {
    const id = prefixes.get(form.slice(0, length));
    if (id !== undefined) found.push(id);
  }
  return found;
}

/** An operation's name as it is looked up: words only, a year at its end dropped («Нелегал-2018»). */
export function operationForm(name: string): string {
  const list = words(name, {start: 0, end: name.length}).map((w) => w.form);
  while (list.length > 1 && /^(19|20)\d\d$/.test(list[list.length - 1] ?? "")) list.pop();
  return list.join(" ");
}
