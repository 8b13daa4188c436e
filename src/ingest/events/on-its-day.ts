import {type DateMention} from "../../model/mention.ts";
import {type Named} from "../names/read.ts";
import {type Word} from "../names/words.ts";
import {titleOf} from "../titles.ts";
import {isActor} from "./actors.ts";
import {bare, type Happening, judge, onDate} from "./happening.ts";
import {part, type Sentence} from "./sentence.ts";

/** «К нему примкнули Азербайджан (24 сентября), Грузия (9 сентября)»: two names or more, each with its own day in brackets behind it. */
export function eachOnItsDay(text: string, sentence: Sentence, list: readonly Word[]): Happening[] {
  const pairs = sentence.dates.flatMap((date): {name: Named; date: DateMention}[] => {
    if (date.edtf === null || !/^\)/.test(text.slice(date.span.end))) return [];
    const name = sentence.named.find(
      (n) => isActor(n) && n.span.end < date.span.start && /^\s\($/.test(text.slice(n.span.end, date.span.start)),
    );
    return name ? [{name, date}] : [];
  });
  const [first] = pairs;
  const said = judge(sentence, null);
  if (!first || pairs.length < 2 || said?.verb?.class !== "act" || said.verb.word.end > first.name.span.start) return [];
  const title = titleOf(text, sentence, list, null, said.verb);
  return pairs.map(({name, date}) => ({
    ...bare(sentence, part(sentence, {start: name.span.start, end: date.span.end + 1}, list), said, said.status ?? "happened", [
      "each-on-its-day",
    ]),
    ...onDate(date),
    title,
  }));
}
