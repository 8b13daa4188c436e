import {type Bounds, bounds, type Edtf} from "../model/edtf.ts";
import {type EventRecord, type EventType} from "../model/event.ts";
import {fnv} from "./fnv.ts";
import {runsIn} from "./letters.ts";
import {fold} from "./names/words.ts";

/** What two tellings are compared by. */
type Telling = {
  type: EventType;
  when: Edtf | null;
  bounds: Bounds | null;
  words: Words;
  organizations: readonly string[];
  countries: readonly string[];
  operations: readonly string[];
  /** Of papers: «№ 14». */
  numbers: readonly string[];
};

/** The words of a telling as they are compared, taken apart once: numbers that stand for them, rising, for there are many. */
type Words = {stems: Float64Array; shingles: Float64Array};

/** How two tellings stand to one another: the same event, nearly (for a person to look at), or different. */
type Likeness = {kind: "same" | "near" | "different"; rule: string};

/** Whether two dates can be one day: their bounds meet, or one of them says nothing of when. */
export function compatible(a: Edtf | null, b: Edtf | null): boolean {
  if (a === null || b === null || a === b) return true;
  return meet(a, bounds(a), b, bounds(b));
}

function meet(a: Edtf, x: Bounds | null, b: Edtf, y: Bounds | null): boolean {
  if (!x || !y) return dayOf(a) === dayOf(b);
  const slack = a.endsWith("~") || b.endsWith("~") ? 3 * 86_400_000 : 0;
  return x.earliest < y.latest + slack && y.earliest < x.latest + slack;
}

// `XXXX-12-14` is compatible with 14 December of any year.
const dayOf = (e: Edtf) => e.replace(/[?~%]$/, "").slice(-5);

/** Share of the shorter text's words, taken apart by `stems`, that the other has as well, 0-1. */
export function sharedStems(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (!x.size || !y.size) return 0;
  let n = 0;
  for (const w of x) if (y.has(w)) n++;
  return n / Math.min(x.size, y.size);
}

/** A text's longer words by their first five letters. */
export const stems = (s: string): ReadonlySet<string> =>
  new Set(
    wordsIn(s)
      .filter((w) => w.length > 3)
      .map((w) => w.slice(0, 5)),
  );

const wordsIn = (s: string): string[] => runsIn(fold(s));

/** Jaccard likeness of three-word shingles, 0-1; true pairs stand at .6, chance ones below .2. */
export function shingleLikeness(a: string, b: string): number {
  return jaccard(rising(shinglesOf(hashesOf(wordsIn(a)))), rising(shinglesOf(hashesOf(wordsIn(b)))));
}

function jaccard(x: Float64Array, y: Float64Array): number {
  const n = inBoth(x, y);
  return n && n / (x.length + y.length - n);
}

// How many numbers two rising lists share.
function inBoth(x: Float64Array, y: Float64Array): number {
  let n = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const [a, b] = [x[i] ?? 0, y[j] ?? 0];
    if (a === b) n++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return n;
}

// Rising numbers of 53 bits, each once: of the few words that are compared with one another no two get the same.
const rising = (hashes: readonly Hash[]): Float64Array =>
  Float64Array.from(new Set(hashes.map(([a, b]) => (a >>> 0) * 2 ** 21 + (b >>> 11)))).sort();

type Hash = readonly [number, number];

const hashesOf = (words: readonly string[]): Hash[] => words.map((w) => fnv(w.slice(0, 5)));

// Three words in a row, hashed as their words were.
function shinglesOf(words: readonly Hash[]): Hash[] {
  const found: Hash[] = [];
  for (let i = 0; i + 2 < words.length; i++) {
    let [a, b] = [0, 0];
    for (let k = i; k < i + 3; k++) {
      const [x, y] = words[k] ?? [0, 0];
      a = Math.imul(a ^ x, 0x01000193);
      b = Math.imul(b ^ y, 0x85ebca6b);
    }
    found.push([a, b]);
  }
  return found;
}

/** Compares two tellings of different documents; what costs least comes first. */
function compare(a: Telling, b: Telling): Likeness {
  const meets = (x: readonly string[], y: readonly string[]) => x.some((v) => y.includes(v));
  const dated = a.when !== null && b.when !== null;
  if (a.when !== null && b.when !== null && a.when !== b.when && !meet(a.when, a.bounds, b.when, b.bounds))
    return {kind: "different", rule: "other-date"};
  if (a.operations.length && b.operations.length && !meets(a.operations, b.operations))
    return {kind: "different", rule: "other-operation"};
  // A named operation held every year is the same event only on the same dates.
  if (a.type === "operation" && b.type === "operation" && meets(a.operations, b.operations))
    return {kind: dated === (a.when !== null || b.when !== null) ? "same" : "near", rule: "same-operation"};
  const shared = inBoth(a.words.stems, b.words.stems) / (Math.min(a.words.stems.length, b.words.stems.length) || 1);
  // Three words in a row are not shared where the words themselves are not.
  if (shared >= 0.3 && dated === (a.when !== null || b.when !== null) && jaccard(a.words.shingles, b.words.shingles) >= 0.5)
    return {kind: ofOthers(a, b) ? "near" : "same", rule: "same-words"};
  const actors = meets(a.organizations, b.organizations) || meets(a.countries, b.countries);
  const exact = dated && isDay(a.when) && isDay(b.when);
  if (a.type === b.type && actors && exact && shared >= 0.5)
    return {kind: ofOthers(a, b) ? "near" : "same", rule: "same-day-and-actors"};
  return {kind: actors && dated && shared >= 0.35 ? "near" : "different", rule: "near"};
}

// «ОДКБ и МОМ подписали протокол № 14», «ОДКБ и СНГ подписали протокол № 97»: two papers of one day.
const ofOthers = (a: Telling, b: Telling): boolean =>
  (a.type === "agreement" && haveOtherSides(a.organizations, b.organizations)) ||
  (a.numbers.length > 0 && b.numbers.length > 0 && !a.numbers.some((n) => b.numbers.includes(n)));

/** Whether two or more did one thing and others, though some of them are the same, did another. */
export const haveOtherSides = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 1 && b.length > 1 && !a.every((one) => b.includes(one)) && !b.every((one) => a.includes(one));

const isDay = (e: Edtf | null) => e !== null && /^\d{4}-\d\d-\d\d/.test(e);

/** A merge or near miss, for the report. */
export type Match = {a: string; b: string; same: boolean; rule: string};

/** Keys of events a person joined or kept apart, from the pages in `content/events`; one kept apart may be named by its document's. */
export type Verdicts = {sameAs: readonly (readonly [string, string])[]; notSameAs: readonly (readonly [string, string])[]};

/**
 * Joins events that several documents tell: sources are put together, the more exact date wins. Compares only events
 * that share a month and an actor, so that cost grows with the events, not their square.
 */
export function mergeAcross(events: readonly EventRecord[], verdicts: Verdicts): {events: EventRecord[]; matches: Match[]} {
  const apart = new Set(verdicts.notSameAs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const namesOf = ({key, sources}: EventRecord) => [key, ...sources.slice(0, 1).map(({document}) => document)];
  const areApart = (a: EventRecord, b: EventRecord) =>
    apart.size > 0 && namesOf(a).some((one) => namesOf(b).some((other) => apart.has(`${one} ${other}`)));
  const joined = new Map<string, string>();
  for (const [a, b] of verdicts.sameAs) joined.set(b, a);
  const matches: Match[] = [];
  const buckets = new Map<string, Told[]>();
  const kept: EventRecord[] = [];
  const byKey = new Map(events.map((e) => [e.key, e]));
  for (const event of events) {
    const target = joined.get(event.key);
    const into = target === undefined ? undefined : byKey.get(target);
    if (into && into !== event) {
      absorb(into, event);
      matches.push({a: into.key, b: event.key, same: true, rule: "same-as"});
      continue;
    }
    const told = {event, telling: tellingOf(event, wordsOf(event))};
    let near = 0;
    let merged = false;
    const seen = new Set<Told>();
    for (const name of bucketsOf(event)) {
      for (const other of buckets.get(name) ?? []) {
        if (seen.has(other) || other.event.sources.some((s) => s.document === event.sources[0]?.document)) continue;
        seen.add(other);
        if (areApart(event, other.event)) continue;
        const {kind, rule} = compare(told.telling, other.telling);
        if (kind === "different" || (kind === "near" && ++near > nearLimit)) continue;
        matches.push({a: other.event.key, b: event.key, same: kind === "same", rule});
        if (kind === "near") continue;
        absorb(other.event, event);
        other.telling = tellingOf(other.event, other.telling.words);
        merged = true;
        break;
      }
      if (merged) break;
    }
    if (merged) continue;
    kept.push(event);
    for (const name of bucketsOf(event)) {
      const list = buckets.get(name);
      if (!list) buckets.set(name, [told]);
      else if (list.length < bucketLimit) list.push(told);
    }
  }
  return {events: kept, matches};
}

const bucketLimit = 60;
/** A person looks at a handful of near misses of one event, not at hundreds. */
const nearLimit = 5;

type Told = {event: EventRecord; telling: Telling};

function bucketsOf(e: EventRecord): string[] {
  const month = e.when === null ? "undated" : (/\d{4}-\d\d/.exec(e.when)?.[0] ?? e.when);
  const actors = [...e.operations.map((o) => `o:${o}`), ...e.organizations.map((o) => o.id), ...e.countries];
  return actors.map((a) => `${month} ${e.type} ${a}`);
}

function wordsOf(e: EventRecord): Words {
  const words = wordsIn(e.sources[0]?.quote ?? e.title);
  const hashes = hashesOf(words);
  return {stems: rising(hashes.filter((_, i) => (words[i]?.length ?? 0) > 3)), shingles: rising(shinglesOf(hashes))};
}

const tellingOf = (e: EventRecord, words: Words): Telling => ({
  type: e.type,
  when: e.when,
  bounds: e.when === null ? null : bounds(e.when),
  words,
  organizations: e.organizations.map((o) => o.id),
  countries: e.countries,
  operations: e.operations,
  numbers: e.sources[0]?.quote?.match(/№\s?\d+/gu)?.map((number) => number.replace(/\s/gu, "")) ?? [],
});

function absorb(into: EventRecord, other: EventRecord): void {
  into.sources.push(...other.sources);
  if (exactness(other.when) > exactness(into.when)) {
    into.when = other.when;
    into.whenText = other.whenText;
    into.whenSpan = other.whenSpan;
    into.whenBasis = other.whenBasis;
    into.whenNote = other.whenNote;
  }
  // What one source plans and another reports has happened.
  if (into.status === "planned" && other.status !== "planned") into.status = other.status;
  const add = (a: string[], b: readonly string[]) => b.forEach((x) => !a.includes(x) && a.push(x));
  add(into.bodies, other.bodies);
  add(into.countries, other.countries);
  add(into.people, other.people);
  add(into.places, other.places);
  add(into.operations, other.operations);
  add(into.topics, other.topics);
  for (const o of other.organizations) if (!into.organizations.some((x) => x.id === o.id)) into.organizations.push(o);
  into.rules.push("merged-document");
}

function exactness(e: Edtf | null): number {
  if (e === null) return 0;
  const b = bounds(e);
  if (!b) return 1;
  return 2 + 1 / (1 + (b.latest - b.earliest) / 86_400_000) - (/[?~%]$/.test(e) ? 0.1 : 0);
}
