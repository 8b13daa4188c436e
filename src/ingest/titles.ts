import {type Span} from "../model/span.ts";
import {type Clue} from "./events/clues.ts";
import {nominativePhrase} from "./events/nominative.ts";
import {type Stretch} from "./events/sentence.ts";
import {type Word} from "./names/words.ts";
import {looksLikeVerb} from "./word-endings.ts";
import {flat, isBalanced, opens, shorten, withoutHeld, withoutParticiple, withoutTail} from "./title-cut.ts";
import {phraseStart} from "./noun-phrase.ts";

const openers =
  /^(?:(?:по\s+(?:словам|данным|сведениям|информации|мнению)|как\s+(?:ранее\s+)?(?:отмет|сообщ|рассказ|заяв|подчеркн|уточн|поясн|переда[её]|пиш|информир)\p{L}*)\s[^,]{2,200},|по\s+(?:его|е[её]|их)\s+(?:словам|данным|мнению),|справочно:|справка:|для сравнения:|(?:напомним|напоминаем|известно|отметим|добавим),\s+что|напомним,|года|г\.|гг\.|годах?|,|а также|также|ежегодно|регулярно|наконец|затем|позже|позднее|впоследствии|ранее|впервые|теперь|вчера|сегодня|её|ее|его|их|the|a|an|earlier|later|finally|previously|meanwhile|yesterday|today|annually|в\s+соответствии\s+со?\s[^,]{2,60},(?:\s\p{L}+(?:нн|т)(?:ым|ой|ыми)\s[^,]{2,80},)?|кроме того,|в то же время|вместе с тем|однако|а|и|когда|в этой связи|так,|при этом|and|but|however,|in addition,)(?=[\s,])\s*/iu;

/**
 * A title in the source's own words: the stretch without date, attribution and lead-in, from the noun on where the verb
 * only says that it took place («состоялась встреча …» → «Встреча …»), its head in the nominative, cut between phrases.
 */
export function titleOf(text: string, stretch: Stretch, list: readonly Word[], told: Clue | null, verb: Clue | null): string {
  const subject = told && counted(list, told.at) ? uncounted(stretch, list, told) : told;
  const noun = () => (subject ? nounPhrase(text, stretch, list, subject, verb) : null);
  const title = worded(text, stretch, subject, verb, subject && fromNoun(stretch, subject, verb) ? noun() : null);
  // «Директор службы проведёт» without what he is to hold says less than what is to be held.
  const short =
    verb && subject && subject.at > verb.at && !subject.governed && endsIn(title, text.slice(verb.word.start, verb.word.end));
  const phrase = short ? noun() : null;
  return phrase ? worded(text, stretch, subject, verb, phrase) : title;
}

const endsIn = (title: string, word: string) => new RegExp(`(?<!\\p{L})${word}$`, "iu").test(title);

// In the words of the noun phrase, else of the whole stretch.
function worded(text: string, stretch: Stretch, subject: Clue | null, verb: Clue | null, phrase: Span | null): string {
  const span = phrase ?? {start: afterReport(text, stretch, skipLead(text, stretch), verb), end: stretch.span.end};
  const title = phrase
    ? withoutParticiple(shorten(text, span, stretch, null))
    : fromVerb(text, span, stretch, verb, shorten(text, span, stretch, subject && verb && subject.at < verb.at ? null : verb));
  const named = phrase && subject ? nominativePhrase(title, subject.word.form, verb?.word.form ?? null) : title;
  const whole = withoutTail(withoutHeld(named));
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

// «Собеседники отметили, что меморандум подписан»: what they noted is the title's, unless the noting is what is told.
function afterReport(text: string, stretch: Stretch, start: number, verb: Clue | null): number {
  if (!verb || verb.class === "say") return start;
  const report =
    /^[^,.;«"“]{0,110}?(?<!\p{L})(?:отмет|отмечал|сообщ|напомн|подчеркн|заяв|рассказ|уточн|объяв|добав)\p{L}*,\s+что\s+/iu.exec(
      text.slice(start, verb.word.start),
    );
  const end = report ? start + report[0].length : start;
  // «Армения заявила, что заморозила …»: who did it stands before the report.
  const own = [...stretch.named.map((n) => n.span), ...stretch.clues.filter((c) => c.class === "noun").map((c) => c.word)];
  return own.some((w) => w.start >= end && w.end <= verb.word.start) ? end : start;
}

// The noun opens the title when no verb says more than that it was held, and nobody before it is the one who held it.
function fromNoun(stretch: Stretch, subject: Clue, verb: Clue | null): boolean {
  if (!verb) return true;
  if (verb.class !== "hold") return false;
  // «Визит …, ожидавшийся в ноябре, отменён»: that it was called off is the news.
  if (/^(?:отменен|сорван)/.test(verb.word.form)) return false;
  // «проходят обучение специалисты»: here the noun is what they undergo.
  if (
    /^про(?:ход|шл|йд)/.test(verb.word.form) &&
    subject.type === "training" &&
    /^(?:обучение|стажировку|курсы?|подготовку)$/.test(subject.word.form)
  )
    return false;
  const holds =
    /^(?:пров[еоё]|организовал|собрал|прим(?:ет|ут)|подв)/.test(verb.word.form) &&
    !/(?:ся|ось|ась|ись)$|^проведен/.test(verb.word.form);
  return !(holds && hasActor(stretch, verb, subject));
}

const hasActor = (stretch: Stretch, verb: Clue, subject: Clue) =>
  stretch.named.some(
    (n) =>
      n.entity.kind !== "topic" &&
      n.entity.kind !== "place" &&
      (subject.at > verb.at ? n.span.end <= verb.word.start : n.span.start >= verb.word.end),
  );

// «в два этапа»: the noun counts, it is not what happened.
const counted = (list: readonly Word[], at: number) =>
  /^(?:два|две|двумя|двух|три|тремя|трех|четыре|несколько|two|three|several)$/.test(list[at - 1]?.form ?? "");

// «операция, проведённая в два этапа»
const uncounted = (stretch: Stretch, list: readonly Word[], {type}: Clue): Clue | null =>
  stretch.clues.find((c) => c.class === "noun" && c.type === type && !counted(list, c.at)) ?? null;

// null: the noun has no words of its own, and depends on others: «в форуме участвуют …», «обсудят на заседании члены …».
function nounPhrase(text: string, stretch: Stretch, list: readonly Word[], subject: Clue, verb: Clue | null): Span | null {
  const from = phraseStart(text, list, subject.at, verb && subject.at > verb.at ? verb.at + 1 : stretch.from);
  const start = list[from]?.start ?? stretch.span.start;
  const bare = from === subject.at && (subject.governed || pointing.test(list[from - 1]?.form ?? ""));
  // With a verb further on the phrase ends before the verb and its own subject.
  for (let i = subject.at + 1; i < stretch.to; i++) {
    const word = list[i];
    if (!word || word.shape !== "lower" || stretch.named.some((n) => n.span.start <= word.start && word.end <= n.span.end))
      continue;
    if ((!looksLikeVerb(word.form) || noParticiple.test(word.form)) && verb?.at !== i) continue;
    // «выставка «Цена обмана»»: a name between quotes has no verb of the sentence.
    if (verb?.at !== i && /[«„“][^«»“”„]*$/u.test(text.slice(Math.max(start, word.start - 60), word.start))) continue;
    // «на сессии Совета главы государств дали оценку»: who did it is no part of where.
    const doers =
      subject.governed || /^(?:сессии|конференции|встрече|заседании|совещании|саммите|форуме)$/.test(subject.word.form)
        ? doersBefore(list, subject.at, i)
        : null;
    if (bare && doers === subject.at + 1) return null;
    if (doers !== null) return {start, end: list[doers - 1]?.end ?? word.start};
    const comma = /,\s*((?:на\s+|в\s+)?котор\p{L}*\s+)?(?:\p{L}+\s+){0,2}$/iu.exec(text.slice(start, word.start));
    if (comma?.[1]) break;
    if (comma) return {start, end: start + comma.index};
    let last = i - 1;
    const before = list[last];
    const further = list[last - 1];
    if (before && further && /(?:ство|ние|тие|ость|ция)$/.test(before.form) && !opens.test(further.form)) last--;
    const end = list[last]?.end;
    if (bare && last <= subject.at) return null;
    return {start, end: end !== undefined && last > subject.at ? closed(text, start, end) : stretch.span.end};
  }
  return {start, end: stretch.span.end};
}

const pointing = /^(?:этого|этой|данного|данной|своего|своей)$/;

// «вопросы охраны», «органы», «члены»: nouns that end like «созваны».
const noParticiple =
  /^(?:охран|стран|цен|смен|арен|сцен|план|орган|член|океан|экран|ветеран|стен|замен|перемен|времен|имен|плен|обмен|феномен)[аы]$/;

// First word of who did it, between the noun and the verb: «главы государств», «министры иностранных дел».
function doersBefore(list: readonly Word[], noun: number, verb: number): number | null {
  for (let i = noun + 1; i < verb; i++)
    if (
      /^(?:главы|министры|лидеры|президенты|участники|стороны|делегации|представители|руководители|члены|депутаты|эксперты)$/.test(
        list[i]?.form ?? "",
      )
    )
      return i;
  return null;
}

// The sign that closes what the phrase opened: «учение «Кобальт-2010»» ends after it.
function closed(text: string, start: number, end: number): number {
  const close = /^[»"”“)]+/u.exec(text.slice(end, end + 3))?.[0] ?? "";
  return close && !isBalanced(text.slice(start, end)) ? end + close.length : end;
}

// Past the date, the dash and the «кроме того» that open a sentence.
function skipLead(text: string, stretch: Stretch): number {
  let at = stretch.span.start;
  for (let before = -1; before !== at;) {
    before = at;
    at += /^[\s–—•\-.,:;)*▪●►✔✓✅🔹❗\ufe0f]*/u.exec(text.slice(at, at + 40))?.[0].length ?? 0;
    at += dateline.exec(text.slice(at, Math.min(at + 80, stretch.span.end)))?.[0].length ?? 0;
    at += /^\d{1,2}\)\s+/.exec(text.slice(at, at + 5))?.[0].length ?? 0;
    const date = stretch.dates.find(
      (d) =>
        d.rule !== "jubilee" &&
        d.role !== "name" &&
        d.span.start <= at + 3 &&
        at < d.span.end &&
        d.span.end < stretch.span.end - 20,
    );
    if (date) at = date.span.end;
    at += labelled.exec(text.slice(at, at + 30))?.[0].length ?? 0;
    at += agency.exec(text.slice(at, at + 60))?.[0].length ?? 0;
    at += openers.exec(text.slice(at, at + 240))?.[0].length ?? 0;
  }
  return at;
}

// «Бишкек, 5 марта – Европейский союз …», «Geneva/Beijing – The …»: where it was written; «ТАСС - …»: by whom.
const dateline =
  /^\p{Lu}{4,}(?:\s\/[^/\n]{2,30}\/)?\s[–—-]\s(?=[\p{Lu}\d])|^\p{Lu}[\p{L}-]+(?:\/\p{Lu}[\p{L}-]+|,\s\p{Lu}\p{Ll}+)?(?:\s\/[^/\n]{2,30}\/)?(?:,\s+\d{1,2}\s+\p{L}+\.?(?:\s+\d{4}(?:\s+(?:года|г\.?))?)?)?(?:\.?\s*\/[^/\n]{2,30}\/)?\s+(?:[–—]|--)\s+(?=\p{Lu}|\d|сегодня|вчера)/u;
// «INTERFAX.RU - Соглашение …», «Asia Today - Министры …», «16 октября «Азия-Курьер» - Министры …»: who wrote it.
const agency =
  /^(?:[A-Z][A-Za-z.]+\s){1,3}[–—-]\s(?=[А-ЯЁ«])|^(?:[A-Z][A-Z\d]*\.[A-Z]{2,}|[«"]\p{Lu}[^«»"\n]{1,24}[»"])\s+(?:[–—-]|--)\s+(?=[\p{Lu}«"])/u;
// «Date 2025-12-16 За три года …»: the label of a stamp run into the text.
const labelled = /^(?:date|дата|опубликовано|published)\s*:?\s+(?=\d)/iu;

// Where a clause opens with its place or a long list of people and its verb would be cut off, the title begins at the verb.
function fromVerb(text: string, span: Span, stretch: Stretch, verb: Clue | null, title: string): string {
  if (!verb || verb.class === "say" || verb.word.start <= span.start || verb.word.start >= span.end) return title;
  const opening = text.slice(span.start, Math.min(span.start + 20, span.end));
  const placed = /^(?:в|во|на|по|при|у|под|in|at|on)\s/iu.test(opening);
  const lost = !flat(title).includes(flat(text.slice(verb.word.start, verb.word.end)));
  if (!lost || (!placed && !title.endsWith("…"))) return title;
  const rest = shorten(text, {start: verb.word.start, end: span.end}, stretch, null);
  return rest.length >= 25 ? rest : title;
}
