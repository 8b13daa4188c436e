import {type Edtf} from "../../model/edtf.ts";
import {type EventRecord} from "../../model/event.ts";
import {type Span} from "../../model/span.ts";
import {fnv} from "../fnv.ts";
import {type Item} from "../item.ts";
import {findFigures} from "../figures.ts";
import {runsIn} from "../letters.ts";
import {type Gazetteer} from "../names/gazetteer.ts";
import {type Names} from "../names/read.ts";
import {addItemTopics, addSpeakers, shareOperations} from "./around.ts";
import {type Happening} from "./happening.ts";
import {participants} from "./participants.ts";
import {relate} from "./relations.ts";
import {type Scene, sceneOf} from "./scene.ts";
import {readSentences} from "./sentence.ts";
import {findHappenings} from "./happenings.ts";
import {titleFor} from "./event-title.ts";

/** The events of one item, in order of place. `document` is the item's key. */
export function readEvents(text: string, item: Item, names: Names, g: Gazetteer, document: string): EventRecord[] {
  const sentences = readSentences(text, item, names);
  const happenings = findHappenings(text, item, names, sentences);
  const used = new Map<string, number>();
  const scene = sceneOf(text, item, sentences, happenings, g);
  const told = happenings
    .map((h) => ({h, event: record(text, item, h, scene, names, g, document, used)}))
    .filter(({h, event}) => isOurs(event, h, scene));
  addSpeakers(text, told, sentences);
  addItemTopics(told, sentences);
  shareOperations(text, told, sentences);
  const events = told.map((t) => t.event);
  relate(
    text,
    told.map((t) => t.h),
    events,
  );
  return events;
}

// An item that opens with two states or more is about what they do together.
const amongStates = ({opening}: Scene) =>
  new Set(opening.flatMap((s) => s.named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : [])))).size > 1;

// What nobody of the gazetteer took part in is not the archive's: «начнётся в 15:00», «открылся пункт приёма хлопка».
const isOurs = (e: EventRecord, h: Happening, scene: Scene) =>
  e.organizations.length + e.operations.length + e.people.length > 0 ||
  (h.type !== "other" && h.verb !== null && amongStates(scene)) ||
  (h.type === "other" && !h.rules.includes("law")
    ? e.countries.length > 1 || (e.countries.length > 0 && (e.topics.length + scene.subject.length > 0 || isNamed(e, h)))
    : e.countries.length + e.topics.length + scene.subject.length > 0);

// In one country and on no topic: «открылся пункт приёма» is anybody's, «прошла «Мирная миссия-2007»» has a name.
const isNamed = (e: EventRecord, h: Happening) => !h.rules.some((r) => r.startsWith("held")) || /[«"“„]/.test(e.title);

function record(
  text: string,
  item: Item,
  h: Happening,
  scene: Scene,
  names: Names,
  g: Gazetteer,
  document: string,
  used: Map<string, number>,
): EventRecord {
  const {who, sources, rules} = participants(text, item, h, scene, g);
  const title = titleFor(text, h, names.words, scene);
  const best = sources[0];
  const at = whenSpan(text, h);
  const when: Edtf | null = h.when;
  return {
    key: keyOf(document, best ? text.slice(best.span.start, best.span.end) : title, used),
    name: [when ?? "", title].join(" "),
    title,
    when,
    whenText: at ? text.slice(at.start, at.end) : null,
    whenSpan: at,
    whenBasis: h.basis,
    whenNote: h.note,
    notAfter:
      when === null && item.published !== null && !item.published.startsWith("XXXX") && h.status !== "planned"
        ? item.published.replace(/T.*$/, "")
        : null,
    status: h.status,
    type: isArrest(h) ? "other" : h.type,
    ...who,
    // What another event's own sentence counts is that event's.
    figures: sources
      .filter((s, i) => !s.isTitle && (i === 0 || !scene.own.has(s.index)))
      .flatMap((s) => findFigures(text, s.span)),
    sources: sources.map((s) => ({document, quote: text.slice(s.span.start, s.span.end), span: s.span})),
    related: [],
    rules: [...new Set([...h.rules, ...rules])],
  };
}

// «Пограничники задержали двоих контрабандистов»: an arrest of which nobody says that it was an operation.
const isArrest = (h: Happening) =>
  h.type === "operation" &&
  h.operation === null &&
  h.verb?.class === "act" &&
  h.verb.type === "operation" &&
  !/^(?:патрул|прочес)/.test(h.verb.word.form) &&
  !h.sentences.some((s) => s.clues.some((c) => c.class === "noun" && c.type === "operation"));

// The words that carry the date: of an anniversary its number, of an undated event the words nobody could resolve.
function whenSpan(text: string, h: Happening): Span | null {
  const date = h.date ?? (h.when === null ? h.stretch.dates.find((d) => d.edtf === null && d.role === "event") : undefined);
  if (!date) return null;
  const number =
    date.rule === "jubilee" ? /\d+[\s\u00a0-]*(?:лет|год\p{L}*|years?)/iu.exec(text.slice(date.span.start, date.span.end)) : null;
  if (!number) return date.span;
  return {start: date.span.start + number.index, end: date.span.start + number.index + number[0].length};
}

/** Identity across runs: the document and a digest of the sentence's words; the second event of a sentence gets a number. */
function keyOf(document: string, sentence: string, used: Map<string, number>): string {
  const base = `${document}~${digest(runsIn(sentence.toLowerCase()).join(" "))}`;
  const n = (used.get(base) ?? 0) + 1;
  used.set(base, n);
  return n > 1 ? `${base}.${String(n)}` : base;
}

/** 52 bits in hex: enough to tell sentences apart. */
function digest(text: string): string {
  const [a, b] = fnv(text).map((part) => part.toString(16).padStart(8, "0")) as [string, string];
  return a + b.slice(0, 5);
}
