import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {type Clue} from "./clues.ts";
import {type Verdict} from "./happening.ts";
import {type Stretch} from "./sentence.ts";

const lasting =
  /^(?:явля(?:ется|ются)|состо(?:ит|ят)|вход(?:ит|ят)|председательств(?:ует|овал[аио]?)|возглавля(?:ет|л|ла)|занима(?:ет|л|ла)|участву(?:ет|ют)|применя(?:ется|ются|ться)|финансиру(?:ет|ют)|финансировал[аи]?|вед(?:ет|ут)|име(?:ет|ют)|облада(?:ет|ют)|пользу(?:ется|ются)|реализу(?:ет|ют)(?:ся)?|осуществля(?:ет|ют)(?:ся)?|помога(?:ет|ют)|оказыва(?:ет|ют)|поддержива(?:ет|ют)|сотруднича(?:ет|ют)|работа(?:ет|ют)|руковод(?:ит|ят)|функциониру(?:ет|ют))$/;

/** A dash between blanks, in UTF-16 units. */
const dash = 3;
const member = /^(?:наблюдатель|член|участни(?:к|ца)|партнер|председатель)$/;

// «С 1 июля», «2018/..», «с сентября 2017-го до сентября 2018-го»: from when on, not on which day.
const isTerm = ({edtf, form}: DateMention) =>
  edtf !== null && (edtf.endsWith("/..") || (/^с\s/iu.test(form) && edtf.includes("/")));

/** «Узбекистан является членом МОМ с 2018 года», «С 1 января в Совете председательствует Беларусь»: what lasts from a day on. */
export function stateOf(stretch: Stretch, date: DateMention, list: readonly Word[]): Verdict | null {
  if (!isTerm(date)) return null;
  for (let at = stretch.from; at < stretch.to; at++) {
    const word = list[at];
    // «Со 2 декабря ОДКБ — наблюдатель в ООН»
    if (!word || !(lasting.test(word.form) || (word.start - (list[at - 1]?.end ?? 0) === dash && member.test(word.form))))
      continue;
    const noun = stretch.clues.find((c) => c.class === "noun" && (c.type === "operation" || c.type === "agreement"));
    // «операция, которую страны ведут с 2009 года» is dated with the operation.
    if (/^вед/.test(word.form) && (noun?.type === "operation" || stretch.named.some((n) => n.entity.kind === "operation")))
      return null;
    // «участвует в операции с 2009 года» is of the operation, «документ применяется» of the paper.
    const type =
      /^участв/.test(word.form) && noun?.type === "operation" ? "operation" : /^применя/.test(word.form) ? "agreement" : "other";
    const verb: Clue = {at, word, class: "act", type, status: "ongoing", governed: false, infinitive: false};
    return {type, subject: null, verb, status: "ongoing", strength: 2, rule: "state"};
  }
  return null;
}
