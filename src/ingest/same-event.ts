import {bounds, type Edtf} from "../model/edtf.ts";
import {type EventRecord, type EventType} from "../model/event.ts";
import {fold} from "./names/words.ts";

/** What two tellings are compared by. */
export type Telling = {
  type: EventType;
  when: Edtf | null;
  words: string;
  organizations: readonly string[];
  countries: readonly string[];
  operations: readonly string[];
};

/** How two tellings stand to one another: the same event, nearly (for a person to look at), or different. */
export type Likeness = {same: boolean; near: boolean; words: number; rule: string};

/** Whether two dates can be one day: their bounds meet, or one of them says nothing of when. */
export function compatible(a: Edtf | null, b: Edtf | null): boolean {
  if (a === null || b === null || a === b) return true;
  const x = bounds(a);
  const y = bounds(b);
  if (!x || !y) return dayOf(a) === dayOf(b);
  const slack = a.endsWith("~") || b.endsWith("~") ? 3 * 86_400_000 : 0;
  return x.earliest < y.latest + slack && y.earliest < x.latest + slack;
}

// `XXXX-12-14` is compatible with 14 December of any year.
const dayOf = (e: Edtf) => e.replace(/[?~%]$/, "").slice(-5);

/** Share of the shorter text's words (by their first five letters) that the other has as well, 0-1. */
export function sharedWords(a: string, b: string): number {
  return sharedStems(stems(a), stems(b));
}

/** The same of words taken apart before, for those who compare one text with many. */
export function sharedStems(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (!x.size || !y.size) return 0;
  let n = 0;
  for (const w of x) if (y.has(w)) n++;
  return n / Math.min(x.size, y.size);
}

/** A text's longer words by their first five letters. */
export const stems = (s: string): ReadonlySet<string> =>
  new Set((fold(s).match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w.length > 3).map((w) => w.slice(0, 5)));

/** Jaccard likeness of three-word shingles, 0-1; true pairs stand at .6, chance ones below .2. */
export function shingleLikeness(a: string, b: string): number {
  const x = shingles(a);
  const y = shingles(b);
  if (!x.size || !y.size) return 0;
  let n = 0;
  for (const s of x) if (y.has(s)) n++;
  return n / (x.size + y.size - n);
}

function shingles(s: string): Set<string> {
  const list = (fold(s).match(/[\p{L}\p{N}]+/gu) ?? []).map((w) => w.slice(0, 5));
  const out = new Set<string>();
  for (let i = 0; i + 2 < list.length; i++) out.add(list.slice(i, i + 3).join(" "));
  return out;
}

/** Compares two tellings of different documents. */
export function compare(a: Telling, b: Telling): Likeness {
  const meets = (x: readonly string[], y: readonly string[]) => x.some((v) => y.includes(v));
  const words = sharedWords(a.words, b.words);
  const different = (rule: string): Likeness => ({same: false, near: false, words, rule});
  if (!compatible(a.when, b.when)) return different("other-date");
  if (a.operations.length && b.operations.length && !meets(a.operations, b.operations)) return different("other-operation");
  const shingle = shingleLikeness(a.words, b.words);
  const actors = meets(a.organizations, b.organizations) || meets(a.countries, b.countries);
  const dated = a.when !== null && b.when !== null;
  // A named operation held every year is the same event only on the same dates.
  if (a.type === "operation" && b.type === "operation" && meets(a.operations, b.operations))
    return {same: dated === (a.when !== null || b.when !== null), near: true, words, rule: "same-operation"};
  if (shingle >= 0.5 && (dated || (a.when === null && b.when === null)))
    return {same: true, near: true, words, rule: "same-words"};
  const exact = dated && isDay(a.when) && isDay(b.when);
  if (a.type === b.type && actors && exact && words >= 0.5) return {same: true, near: true, words, rule: "same-day-and-actors"};
  return {same: false, near: actors && dated && words >= 0.35, words, rule: "near"};
}

const isDay = (e: Edtf | null) => e !== null && /^\d{4}-\d\d-\d\d/.test(e);

/** A merge or near miss, for the report. */
export type Match = {a: string; b: string; same: boolean; rule: string};

/** Keys of events a person joined or kept apart, from the pages in `content/events`. */
export type Verdicts = {sameAs: readonly (readonly [string, string])[]; notSameAs: readonly (readonly [string, string])[]};

/**
 * Joins events that several documents tell: sources are put together, the more exact date wins. Compares only events
 * that share a month and an actor, so that cost grows with the events, not their square.
 */
export function mergeAcross(events: readonly EventRecord[], verdicts: Verdicts): {events: EventRecord[]; matches: Match[]} {
  const apart = new Set(verdicts.notSameAs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const joined = new Map<string, string>();
  for (const [a, b] of verdicts.sameAs) joined.set(b, a);
  const matches: Match[] = [];
  const buckets = new Map<string, EventRecord[]>();
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
    const telling = tellingOf(event);
    let merged = false;
    const seen = new Set<string>();
    for (const name of bucketsOf(event)) {
      for (const other of buckets.get(name) ?? []) {
        if (seen.has(other.key) || documentOf(other).has(event.sources[0]?.document ?? "")) continue;
        seen.add(other.key);
        if (apart.has(`${event.key} ${other.key}`)) continue;
        const likeness = compare(telling, tellingOf(other));
        if (!likeness.same && !likeness.near) continue;
        matches.push({a: other.key, b: event.key, same: likeness.same, rule: likeness.rule});
        if (!likeness.same) continue;
        absorb(other, event);
        merged = true;
        break;
      }
      if (merged) break;
    }
    if (merged) continue;
    kept.push(event);
    for (const name of bucketsOf(event)) {
      const list = buckets.get(name);
      if (!list) buckets.set(name, [event]);
      else if (list.length < bucketLimit) list.push(event);
    }
  }
  return {events: kept, matches};
}

const bucketLimit = 60;

const documentOf = (e: EventRecord) => new Set(e.sources.map((s) => s.document));

function bucketsOf(e: EventRecord): string[] {
  const month = e.when === null ? "undated" : (/\d{4}-\d\d/.exec(e.when)?.[0] ?? e.when);
  const actors = [...e.operations.map((o) => `o:${o}`), ...e.organizations.map((o) => o.id), ...e.countries];
  return actors.map((a) => `${month} ${e.type} ${a}`);
}

const tellingOf = (e: EventRecord): Telling => ({
  type: e.type,
  when: e.when,
  words: e.sources[0]?.quote ?? e.title,
  organizations: e.organizations.map((o) => o.id),
  countries: e.countries,
  operations: e.operations,
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
