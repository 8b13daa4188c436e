import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {judge, type Verdict} from "./happening.ts";
import {part, type Stretch} from "./sentence.ts";

// «Одобрен проект: подписать его предполагается 15 июня», «договорились провести в июне заседание», «решение о созыве в мае саммита»
const foreseen =
  /(?<!\p{L})(?:предполага|планиру|намеч|намерен|будет|будут|ожида|(?:провести|созвать|организовать|собраться|встретиться|подписать|открыть|начать|запустить|создать)(?!\p{L})|о\s(?:проведени|созыв|создани|подписани|открыти|запуск|визит))/iu;

// «решили», «принято решение», «согласовано», «договорились»: whoever does so has something still to be held in mind.
const decides = /^(?:реши|решен|приня[лт]|согласов|договор|услов)/;
// «решили провести в июне», «согласовано проведение в 2019 году», not «решили провести их на заседании 5 июня».
const toBeHeld =
  /(?<!\p{L})(?:(?:провести|созвать|организовать|собраться|встретиться)(?!\p{L})|о\s(?:проведени|созыв)\p{L}+|проведени[ея](?!\p{L}))(?![^]*(?<!\p{L})(?:(?:на|в ходе)\s(?:\p{L}+\s){0,2}(?:заседани|саммит|встреч|сесси|совещани|форум)|состоявш|прошедш))/iu;

/**
 * What words tell of a day to come, behind a verb of what is over: what was agreed on, not the agreeing. Null where none do.
 * `isAhead`: the day lies behind that of the text; where nobody knows, only what is decided to be held is of it.
 */
export function foreseenIn(
  text: string,
  stretch: Stretch,
  date: DateMention,
  said: Verdict | null,
  list: readonly Word[],
  isAhead: boolean,
): {stretch: Stretch; verdict: Verdict} | null {
  if (said?.status !== "happened" || said.rule === "noun" || !said.verb) return null;
  if (!isAhead && !decides.test(said.verb.word.form)) return null;
  const m = (isAhead ? foreseen : toBeHeld).exec(text.slice(said.verb.word.end, date.span.start));
  if (!m) return null;
  const rest = part(stretch, {start: said.verb.word.end + m.index, end: stretch.span.end}, list);
  const due = judge(rest, date.span);
  // «подписать её предполагается на саммите 15 июня»: what, the words before say.
  if (!due?.subject || due.subject.governed) return {stretch, verdict: {...said, status: "planned"}};
  return {stretch: rest, verdict: {...due, status: "planned"}};
}
