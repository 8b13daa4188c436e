import {type EventType, type Status} from "../../model/event.ts";
import {type Word} from "../names/words.ts";
import {infinitiveEnding} from "../word-endings.ts";
import {type ClueClass} from "./clue-rule.ts";
import {isGoverned, type Place, saidAt} from "./reading.ts";

/** What a word says of an event. */
export type Clue = {
  at: number;
  word: Word;
  class: ClueClass;
  type: EventType;
  status: Status | null;
  /** A noun under a preposition («в ходе встречи», «на заседании»): where something happened rather than what. */
  governed: boolean;
  /** A verb with an infinitive after it: «планируется провести». */
  infinitive: boolean;
};

// «will be held», «будет подписан», «может быть принято»: the participle is that of a plan.
function isToBe(list: readonly Word[], at: number): boolean {
  const short = /[нт][аоы]?$/.test(list[at]?.form ?? "");
  if (short && /^(?:будет|будут|быть)$/.test(list[at - 1]?.form ?? "")) return true;
  if (!/^[a-z]+$/.test(list[at]?.form ?? "") || list[at - 1]?.form !== "be") return false;
  return /^(?:will|to|shall|should|would)$/.test(list[at - 2]?.form ?? "");
}

// «вынесут на рассмотрение и подписание»: the preposition of the first is that of the second.
const isSecond = (place: Place): boolean => {
  const {list, at} = place;
  return list[at - 1]?.form === "и" && /ние$/.test(list[at - 2]?.form ?? "") && isGoverned({...place, at: at - 2});
};

/** What the words of a stretch say of events, in order. */
export function findClues(list: readonly Word[], from: number, to: number): Clue[] {
  const found: Clue[] = [];
  for (let at = from; at < to; at++) {
    const word = list[at];
    if (!word || word.shape === "number") continue;
    const place = {list, at, from, to};
    const said = saidAt(place);
    if (said)
      found.push({
        at,
        word,
        class: said.class,
        type: said.type,
        status: said.status === "happened" && isToBe(list, at) ? "planned" : said.status,
        governed: said.class === "noun" && (isGoverned(place) || isSecond(place)),
        infinitive: said.class === "hold" && infinitiveEnding.test(list[at + 1]?.form ?? ""),
      });
  }
  return found;
}
