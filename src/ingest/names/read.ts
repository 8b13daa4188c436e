import {type Entity, type EntityKind} from "../../model/entity.ts";
import {type Mention} from "../../model/mention.ts";
import {type Span} from "../../model/span.ts";
import {type Item} from "../item.ts";
import {disambiguate, type Open} from "./disambiguate.ts";
import {findNames} from "./find.ts";
import {type Gazetteer} from "./gazetteer.ts";
import {asOne, findOperations, kindredOperations, operationsAgain} from "./operations.ts";
import {findPeople, findSurnames} from "./people.ts";
import {words, type Word} from "./words.ts";

/** A name in its place. `inner`: inside a longer name, so it is no mention of its own but still says where and whose. */
export type Named = {entity: Entity; span: Span; inner: boolean; rule: string};

/** All names of an item. */
export type Names = {words: Word[]; named: Named[]; open: {span: Span; entities: Entity[]}[]};

/** Finds the names of an item: those of the gazetteer, named operations, people by post and name, surnames again. */
export function readNames(text: string, item: Item, g: Gazetteer): Names {
  const list = outside(words(text, item.span), item.boilerplate);
  const {found, open} = disambiguate(findNames(list, g), list);
  const told = item.sentences.flatMap((s) => findOperations(text, s, list, g));
  const introduced = asOne([...told, ...item.sentences.flatMap((s) => kindredOperations(text, s, list, g, told))]);
  const owners = new Set(found.flatMap(({entity: e}) => (e.kind === "organization" ? [e.parent ?? e.id] : [])));
  const operations = [...introduced, ...item.sentences.flatMap((s) => operationsAgain(text, s, list, g, introduced, owners))];
  const people = findPeople(text, list, found, g);
  const known = found.flatMap((f) => (f.entity.kind === "person" && !f.inner ? [f.entity] : []));
  const taken = [...found.filter((f) => !f.inner && f.entity.kind !== "topic"), ...people];
  const surnames = findSurnames(list, unique([...known, ...people.map((p) => p.entity)]), taken);
  const at = (f: {from: number; to: number}): Span => ({start: list[f.from]?.start ?? 0, end: list[f.to - 1]?.end ?? 0});
  const named: Named[] = [
    ...found.map((f) => ({entity: f.entity, span: at(f), inner: f.inner, rule: f.rule})),
    ...[...people, ...surnames].map((p) => ({entity: p.entity, span: at(p), inner: false, rule: p.rule})),
    ...operations.map((o) => ({entity: o.entity, span: o.span, inner: false, rule: o.rule})),
  ];
  named.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return {words: list, named, open: open.map((o: Open) => ({span: at(o), entities: o.entities}))};
}

// Words outside the boilerplate; both lists are in order.
function outside(list: Word[], boilerplate: readonly Span[]): Word[] {
  if (!boilerplate.length) return list;
  let b = 0;
  return list.filter((w) => {
    while (b < boilerplate.length && (boilerplate[b]?.end ?? 0) <= w.start) b++;
    const at = boilerplate[b];
    return !at || w.end <= at.start;
  });
}

function unique(entities: Entity[]): Entity[] {
  return [...new Map(entities.map((e) => [e.id, e])).values()];
}

// Of names that overlap, what tells more stands: an operation or a person before a place or a topic.
const weight: Record<EntityKind, number> = {operation: 5, person: 4, organization: 3, country: 2, place: 1, topic: 0};

/** The names as mentions that never overlap. Topics are read from many words and are not mentions of anything. */
export function mentions(text: string, named: readonly Named[]): Mention[] {
  const picked: Mention[] = [];
  const free = named.filter((n) => !n.inner && n.entity.kind !== "topic");
  for (const n of free) {
    const mention: Mention = {
      kind: n.entity.kind,
      id: n.entity.id,
      span: n.span,
      form: text.slice(n.span.start, n.span.end),
      rule: n.rule,
    };
    const last = picked[picked.length - 1];
    if (last && n.span.start < last.span.end) {
      if (weight[n.entity.kind] > weight[last.kind]) picked[picked.length - 1] = mention;
      continue;
    }
    picked.push(mention);
  }
  return picked;
}
