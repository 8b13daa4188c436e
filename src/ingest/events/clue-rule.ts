import {type EventType, type Status} from "../../model/event.ts";
import {type There} from "./beside.ts";

/**
 * `hold`: it took place («состоялось»), its kind is the noun's; `act`: a verb with a kind of its own («подписали»); `say`:
 * somebody said so; `noun`: the kind itself («заседание»).
 */
export type ClueClass = "hold" | "act" | "say" | "noun";

/** What a word says of an event. */
export type Saying = {class: ClueClass; type: EventType; status: Status | null};

/** Forms of words, what they say, and what else they say beside other words: the first that holds. */
export type Rule = Saying & {test: RegExp; beside: readonly There[]};

/** Of forms that stand between blanks, each a pattern of its own. */
export const rule = (
  words: string,
  kind: ClueClass,
  type: EventType,
  status: Status | null = "happened",
  ...beside: readonly There[]
): Rule => ({
  test: new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`),
  class: kind,
  type,
  status,
  beside,
});
