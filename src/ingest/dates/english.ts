import {type Lexicon, type Unit, add} from "./words.ts";

const list = (text: string): string[] => text.split(" ");

/** Puts the English words of dates into a lexicon. */
export function addEnglish(words: Lexicon): void {
  list("january february march april may june july august september october november december").forEach((name, i) =>
    // "March" and "may" are words of their own: they need a number beside them.
    add(words, name, {t: "month", v: i + 1, form: i === 2 || i === 4 ? "short" : "name"}),
  );
  list("jan feb mar apr may jun jul aug sep,sept oct nov dec").forEach((forms, i) =>
    add(words, forms.replaceAll(",", " "), {t: "month", v: i + 1, form: "short"}),
  );
  list("monday tuesday wednesday thursday friday saturday sunday").forEach((name, i) =>
    add(words, name, {t: "weekday", v: i + 1, short: false}),
  );
  list("mon tue,tues wed thu,thurs fri sat sun").forEach((forms, i) =>
    add(words, forms.replaceAll(",", " "), {t: "weekday", v: i + 1, short: true}),
  );
  for (const unit of ["day", "week", "month", "quarter", "year", "decade", "hour", "minute"] as Unit[]) {
    add(words, unit, {t: "unit", v: unit, plural: false});
    add(words, unit + "s", {t: "unit", v: unit, plural: true});
  }
  add(words, "q", {t: "unit", v: "quarter", plural: false});
  add(words, "century", {t: "unit", v: "century", plural: false});
  const ordinals =
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
  list(ordinals).forEach((form, i) => add(words, form, {t: "ordinal", v: i + 1}));
  add(words, "thirtieth", {t: "ordinal", v: 30});
  const cardinals =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
  list(cardinals).forEach((form, i) => add(words, form, {t: "cardinal", v: i + 1}));
  add(words, "thirty", {t: "cardinal", v: 30});
  add(words, "a an", {t: "article"});
  add(words, "the", {t: "article"});
  add(words, "several", {t: "few", v: 0});
  list("spring summer autumn,fall winter").forEach((forms, i) =>
    forms.split(",").forEach((form) => add(words, form, {t: "season", v: i + 1, adverb: false})),
  );
  add(words, "last previous past", {t: "rel", v: -1});
  add(words, "this current", {t: "rel", v: 0});
  add(words, "next coming following", {t: "rel", v: 1});
  add(words, "same", {t: "same"});
  add(words, "weekend", {t: "weekend"});
  add(words, "yesterday", {t: "day", v: -1});
  add(words, "today", {t: "day", v: 0});
  add(words, "tomorrow", {t: "day", v: 1});
  add(words, "ago", {t: "ago"});
  add(words, "earlier", {t: "early"});
  add(words, "later", {t: "late"});
  add(words, "recently", {t: "vague"});
  add(words, "in", {t: "prep", v: "in"});
  add(words, "on", {t: "prep", v: "on"});
  add(words, "since from", {t: "prep", v: "from"});
  add(words, "to through", {t: "prep", v: "to"});
  add(words, "until till", {t: "prep", v: "upto"});
  add(words, "by", {t: "prep", v: "by"});
  add(words, "for during", {t: "prep", v: "for"});
  add(words, "of", {t: "prep", v: "of"});
  add(words, "after", {t: "prep", v: "after"});
  add(words, "before", {t: "prep", v: "before"});
  add(words, "between", {t: "prep", v: "between"});
  add(words, "and", {t: "and"});
  add(words, "early beginning", {t: "edge", v: "start"});
  add(words, "mid middle", {t: "edge", v: "middle"});
  add(words, "late end", {t: "edge", v: "end"});
  add(words, "half", {t: "halfword"});
  add(words, "about around circa approximately", {t: "approx"});
  add(words, "st nd rd th s", {t: "suffix"});
  add(words, "anniversary", {t: "jubilee"});
  add(words, "morning evening afternoon", {t: "daypart", v: "day"});
  add(words, "night", {t: "daypart", v: "night"});
}
