import {type EventType} from "../../model/event.ts";
import {type Named} from "../names/read.ts";

/** Whether an organisation or one of its bodies is named. */
export const isOrganization = (n: Named) => n.entity.kind === "organization";

/** Whether someone is named who acts: an organisation or a state. */
export const isActor = (n: Named) => n.entity.kind === "organization" || n.entity.kind === "country";

/** The organisation of a name; a body counts for its own. */
export const idOf = (n: Named) => n.entity.parent ?? n.entity.id;

/** The states named, and those of the places named, each once. */
export const statesOf = (named: readonly Named[]): string[] => [
  ...new Set(
    named.flatMap(({entity}) => (entity.kind === "country" ? [entity.id] : entity.kind === "place" ? entity.countries : [])),
  ),
];

/** How many entities are named. */
export const distinct = (list: readonly Named[]) => new Set(list.map((n) => n.entity.id)).size;

/** Kinds of events that people gather for. */
export const gathered = new Set<EventType>(["meeting", "exercise", "operation", "training"]);

/** Those of them that are held. */
export const holdable = new Set<EventType>(["meeting", "training", "exercise"]);

/** Whether someone who may act is named, or the place they acted in. */
export const hasActor = (list: readonly Named[]) => list.some((n) => isActor(n) || n.entity.kind === "place");

const parts = "бюро|офис\\p{L}*|мисси\\p{L}+|представительств\\p{L}*|центр\\p{L}*|штаб\\p{L}*|секретариат\\p{L}*";
const people =
  "глав\\p{L}+|руководител\\p{L}+|сотрудник\\p{L}*|эксперт\\p{L}*|специалист\\p{L}*|представител\\p{L}+|член\\p{L}*|устав\\p{L}*|сил\\p{L}*|эгидой|поддержке";
// What may follow a bare «организации»: a sign, a small word, a verb; its own name or purpose would say which.
const bare = "(?=\\s*(?:$|[.,;:)])|\\s(?:в|на|с|и|от|к|из|\\p{Ll}+(?:т|л|ла|ло|ли|лся|лась|[нт][аоы]))(?!\\p{L}))";
const ofIt = new RegExp(
  `(?<!\\p{L})(?:(?:${parts}|${people}|в|из)\\s(?:этой\\s|самой\\s)?организаци(?:и|ю)${bare}|(?:е[её]|его|их|странов\\p{L}+)\\s(?:\\p{L}+(?:ая|ое|ий|ый)\\s)?(?:мисси|бюро|офис|представительств|секретариат)\\p{L}*)|^[\\s«]*(?:(?:с|в|во)\\s\\d[^,]{2,18}\\s)?(?:сама\\s)?(?:миссия|организация)\\s\\p{Ll}+(?:т|л[аои]?)(?!\\p{L})`,
  "iu",
);

/** «Кишинёвское бюро организации», «её миссия в Бишкеке», «С 2010 г. миссия помогает»: whether words speak of an organisation told of before. */
export const speaksOfIt = (words: string): boolean => ofIt.test(words);
