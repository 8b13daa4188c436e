import {type EventRecord} from "../../model/event.ts";
import {type Happening} from "./happening.ts";
import {type Sentence} from "./sentence.ts";

type Told = {h: Happening; event: EventRecord};

const speaking =
  /(?<!\p{L})(?:отмети|отмеча|подчерк|заяви|сказа|напомни|добави|поясни|рассказа|подытожи|продолжи|said|noted|stressed|told|added)\p{L}*/iu;
// A spokesman tells what others did.
const press =
  /(?<!\p{L})пресс-|(?<!\p{L})официальн\p{L}*\s+представител|^[\s«"–—-]*об этом|press (?:service|secretary|office)|spokes(?:man|woman|person)/iu;

/** The gathering or signing an item is about: the first that took place. */
const gathering = (told: readonly Told[]): Told | undefined =>
  told.find(({event}) => (event.type === "meeting" || event.type === "agreement") && event.status === "happened");

/**
 * Those quoted in an item on a gathering spoke there: «Как отметил на встрече …», «подчеркнул …». Only who is named with
 * an organisation or state that took part; changes the event.
 */
export function addSpeakers(text: string, told: readonly Told[], sentences: readonly Sentence[]): void {
  const main = gathering(told);
  if (!main) return;
  const {event} = main;
  const parties = new Set([...event.organizations.map(({id}) => id), ...event.countries]);
  const known = new Set(event.people);
  for (const sentence of sentences) {
    const people = sentence.named.filter(({entity}) => entity.kind === "person");
    if (!people.length) continue;
    const words = text.slice(sentence.span.start, sentence.span.end);
    if (!speaking.test(words) || press.test(words)) continue;
    const beside = sentence.named.some(
      ({entity}) =>
        (entity.kind === "organization" && parties.has(entity.parent ?? entity.id)) ||
        (entity.kind === "country" && parties.has(entity.id)),
    );
    if (!beside) continue;
    for (const {entity} of people)
      if (!known.has(entity.id)) {
        known.add(entity.id);
        event.people.push(entity.id);
        if (!event.rules.includes("speakers")) event.rules.push("speakers");
      }
  }
}

/** A gathering whose own words name no topic has those its item comes back to; changes the event. */
export function addItemTopics(told: readonly Told[], sentences: readonly Sentence[]): void {
  const main = gathering(told);
  if (!main || main.event.topics.length) return;
  const times = new Map<string, number>();
  for (const {named} of sentences)
    for (const id of new Set(named.flatMap(({entity}) => (entity.kind === "topic" ? [entity.id] : []))))
      times.set(id, (times.get(id) ?? 0) + 1);
  const topics = [...times].filter(([, n]) => n > 1).map(([id]) => id);
  if (!topics.length) return;
  main.event.topics.push(...topics);
  main.event.rules.push("item-topics");
}

const underWhom = /(?<!\p{L})(?:по линии|под эгидой|по плану|по решению|в рамках|по поручению)\s(?:\p{L}+\s){0,2}$/iu;

/** The organisations of an operation, told of once in an item, are those of all its stages; changes the events. */
export function shareOperations(text: string, told: readonly Told[], sentences: readonly Sentence[]): void {
  const owners = new Map<string, EventRecord["organizations"]>();
  const held = told.map((t) => t.event).filter((e) => e.type === "operation" && e.operations.length === 1);
  for (const {operations, organizations} of held) {
    const own = organizations.filter((o) => o.role !== "observer");
    if (own.length && !owners.has(operations[0] ?? "")) owners.set(operations[0] ?? "", own);
  }
  for (const s of sentences)
    for (const n of s.named)
      if (n.entity.kind === "organization" && underWhom.test(text.slice(Math.max(s.span.start, n.span.start - 40), n.span.start)))
        for (const o of s.named)
          if (o.entity.kind === "operation" && !owners.has(o.entity.id))
            owners.set(o.entity.id, [{id: n.entity.parent ?? n.entity.id}]);
  for (const event of held) {
    const own = owners.get(event.operations[0] ?? "");
    if (event.organizations.length || !own) continue;
    event.organizations.push(...own.map(({id}) => ({id})));
    event.rules.push("as-its-operation");
  }
}
