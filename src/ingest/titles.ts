import {type Span} from "../model/span.ts";
import {type Clue} from "./events/clues.ts";
import {nominativePhrase} from "./events/nominative.ts";
import {type Stretch} from "./events/sentence.ts";
import {type Word} from "./names/words.ts";
import {looksLikeVerb} from "./word-endings.ts";

/** UTF-16 units a title may have. */
export const titleLimit = 110;

// Phrases end before these words, so a title may.
const opens =
  /^(?:в|во|на|с|со|к|ко|по|из|от|о|об|для|при|под|между|и|а|но|или|что|чтобы|который|которая|которое|которые|которого|которой|которых|где|когда|передает|сообщает|пишет|путем|включая|in|on|at|of|for|with|to|by|and|which|that|under|between)$/;
const attribution =
  /\s*[,–—-]\s*(?:как\s+)?(?:сообща(?:ет|ют)|сообщил[аио]?|переда(?:ет|ют)|пиш(?:ет|ут)|говорится|рассказал[аио]?|отметил[аио]?|заявил[аио]?|уточнил[аио]?|подчеркнул[аио]?|пояснил[аио]?|сказал[аио]?|подытожил[аио]?|добавил[аио]?|добавля(?:ет|ют)|заключил[аио]?|констатировал[аио]?|со ссылкой|reports?|said|according)(?!\p{L})[^]*$/iu;
const openers =
  /^(?:(?:по\s+(?:словам|данным|сведениям|информации|мнению)|как\s+(?:отмет|сообщ|рассказ|заяв|подчеркн|уточн)\p{L}*)\s[^,]{2,90},|по\s+(?:его|е[её]|их)\s+(?:словам|данным|мнению),|справочно:|справка:|для сравнения:|напомним,|года|г\.|гг\.|годах?|,|а также|также|ежегодно|регулярно|наконец|затем|позже|позднее|впоследствии|ранее|впервые|теперь|вчера|сегодня|её|ее|его|их|the|a|an|earlier|later|finally|previously|meanwhile|yesterday|today|annually|кроме того,|в то же время|вместе с тем|однако|а|и|когда|в этой связи|так,|при этом|in addition,)(?=[\s,])\s*/iu;

/**
 * A title in the source's own words: the stretch without date, attribution and lead-in, from the noun on where the verb
 * only says that it took place («состоялась встреча …» → «Встреча …»), its head in the nominative, cut between phrases.
 */
export function titleOf(text: string, stretch: Stretch, list: readonly Word[], subject: Clue | null, verb: Clue | null): string {
  const phrase =
    subject && !counted(list, subject.at) && fromNoun(stretch, subject, verb)
      ? nounPhrase(text, stretch, list, subject, verb)
      : null;
  const span = phrase ?? {start: afterReport(text, stretch, skipLead(text, stretch), verb), end: stretch.span.end};
  const title = phrase
    ? withoutParticiple(shorten(text, span, stretch, null))
    : fromVerb(text, span, stretch, verb, shorten(text, span, stretch, subject && verb && subject.at < verb.at ? null : verb));
  const named = phrase && subject ? nominativePhrase(title, subject.word.form, verb?.word.form ?? null) : title;
  const whole = withoutTail(named);
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

function nounPhrase(text: string, stretch: Stretch, list: readonly Word[], subject: Clue, verb: Clue | null): Span {
  const from = phraseStart(text, list, subject.at, verb && subject.at > verb.at ? verb.at + 1 : stretch.from);
  const start = list[from]?.start ?? stretch.span.start;
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
    if (doers !== null) return {start, end: list[doers - 1]?.end ?? word.start};
    const comma = /,\s*((?:на\s+|в\s+)?котор\p{L}*\s+)?(?:\p{L}+\s+){0,2}$/iu.exec(text.slice(start, word.start));
    if (comma?.[1]) break;
    if (comma) return {start, end: start + comma.index};
    let last = i - 1;
    const before = list[last];
    const further = list[last - 1];
    if (before && further && /(?:ство|ние|тие|ость|ция)$/.test(before.form) && !opens.test(further.form)) last--;
    const end = list[last]?.end;
    return {start, end: end !== undefined && last > subject.at ? closed(text, start, end) : stretch.span.end};
  }
  return {start, end: stretch.span.end};
}

// «вопросы охраны», «органы», «члены»: nouns that end like «созваны».
const noParticiple =
  /^(?:охран|стран|цен|смен|арен|сцен|план|орган|член|океан|экран|ветеран|стен|замен|перемен|времен|имен|плен|обмен|феномен)[аы]$/;

// First word of who did it, between the noun and the verb: «главы государств», «министры иностранных дел».
function doersBefore(list: readonly Word[], noun: number, verb: number): number | null {
  for (let i = noun + 2; i < verb; i++)
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
    const date = stretch.dates.find(
      (d) => d.rule !== "jubilee" && d.span.start <= at + 3 && at < d.span.end && d.span.end < stretch.span.end - 20,
    );
    if (date) at = date.span.end;
    at += labelled.exec(text.slice(at, at + 30))?.[0].length ?? 0;
    at += agency.exec(text.slice(at, at + 60))?.[0].length ?? 0;
    at += openers.exec(text.slice(at, at + 130))?.[0].length ?? 0;
  }
  return at;
}

// «Бишкек, 5 марта – Европейский союз …», «Geneva/Beijing – The …»: where it was written; «ТАСС - …»: by whom.
const dateline =
  /^\p{Lu}{4,}\s[–—-]\s(?=[\p{Lu}\d])|^\p{Lu}[\p{L}-]+(?:\/\p{Lu}[\p{L}-]+)?(?:\s\/[^/\n]{2,30}\/)?(?:,\s+\d{1,2}\s+\p{L}+\.?(?:\s+\d{4}(?:\s+(?:года|г\.))?)?)?(?:\.?\s*\/[^/\n]{2,30}\/)?\s+(?:[–—]|--)\s+(?=\p{Lu}|сегодня|вчера)/u;
// «INTERFAX.RU - Соглашение …», «16 октября «Азия-Курьер» - Министры …»: who wrote it.
const agency = /^(?:[A-Z][A-Z\d]*\.[A-Z]{2,}|[«"]\p{Lu}[^«»"\n]{1,24}[»"])\s+(?:[–—-]|--)\s+(?=[\p{Lu}«"])/u;
// «Date 2025-12-16 За три года …»: the label of a stamp run into the text.
const labelled = /^(?:date|дата|опубликовано|published)\s*:?\s+(?=\d)/iu;

/** First word of the noun phrase whose head is at `head`: its adjectives and numerals, not before `floor`. */
export function phraseStart(text: string, list: readonly Word[], head: number, floor: number): number {
  let i = head;
  while (i > floor) {
    const before = list[i - 1];
    const word = list[i];
    if (!before || !word?.joins) break;
    // «36-е заседание», «34th meeting».
    const figure = list[i - 2];
    if (
      /^[еяйм]$|^(?:ое|ая|ый|го|ом|ой|му|ю)$/.test(before.form) &&
      figure?.shape === "number" &&
      text.slice(figure.end, before.start) === "-" &&
      i - 2 >= floor
    ) {
      i -= 2;
      continue;
    }
    if (/^\d+(?:st|nd|rd|th)$/.test(before.form)) {
      i--;
      continue;
    }
    // English: everything back to the article or preposition, «three-day training», «National Plan».
    if (/^[a-z]+$/.test(before.form) && /^[a-z]+$/.test(list[head]?.form ?? "")) {
      if (english.test(before.form) || /(?:ed|[^s]s)$/.test(before.form)) break;
      i--;
      continue;
    }
    const roman = /^[ivxlc]+$/.test(before.form) && before.shape !== "lower";
    const hyphened = text.slice(before.end, word.start) === "-";
    if (
      !roman &&
      !hyphened &&
      !/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ую|юю|ей|ом|ем|ыми|ими)$/.test(before.form)
    )
      break;
    // «станет центральным вопросом заседания»: of another case than the head.
    if (i === head && /[ая]$/.test(word.form) && /(?:ом|ем|ым|им|ому|ему)$/.test(before.form)) break;
    // «Подписание очередного Плана»: -ание, -ения are nouns.
    if (/(?:ани|ени|яти|ыти|ити|ци)(?:е|я|ю|ем|й|ей|ям|ями|ях)$|(?:ост|ств)\p{L}{1,3}$/u.test(before.form)) break;
    if (
      /^(?:мая|этой|этом|этого|своей|своем|своего|ходе|ей|им|их|него|ой|которой|котором|которых|ее|его|году|также|пор|том|той|тем|всем|втором?|странами|органом|их|минувшей|дней|людей|детей|властей|областей|рублей|годом|днем|месяцем|ранее|позднее|более|менее|далее)$/.test(
        before.form,
      ) &&
      !/^втор/.test(before.form)
    )
      break;
    i--;
  }
  return i;
}

const english =
  /^(?:the|a|an|its|their|his|her|this|that|these|those|of|in|on|at|to|for|from|by|with|within|during|under|between|and|or|but|is|are|was|were|be|been|will|has|have|had|held|took|began|not|as|which|who|also|new)$/;

const flat = (s: string) =>
  s
    .replace(/[\s\u00a0]+/g, " ")
    // «Следующее заседание – апрель 2015 г., Ереван»: a dash whose date is gone goes with it.
    .replace(/ [–—-](?= ?[,:;])/g, "")
    .replace(/ ([,:;])/g, "$1")
    .replace(/,(?:\s*,)+/g, ",")
    .replace(/^[\s,;:]+/, "")
    .trim();
// «Саммит, прошедшего в ноябре в Астане» would need its participle declined; it says no more than «Саммит в ноябре».
const withoutParticiple = (s: string) => {
  const planned = s.replace(/,\s+(?:намеченн|запланированн|назначенн)\p{L}+(?:\s[^,]*)?$/iu, "");
  const bare = planned.replace(
    /,\s+(?:заключ[её]нн|прошедш|состоявш|проведенн|проведённ|проходивш)\p{L}+\s|,\s+котор\p{L}+\s+(?:прош|состоял|проход|пройд|состоит)\p{L}+\s/giu,
    " ",
  );
  // «Саммит, который пройдёт в Ташкенте, подведёт черту»: the clause's second comma goes with what comes after it.
  return bare === planned ? bare : bare.replace(/,\s+\p{Ll}+(?:ет|ёт|ит|ут|ют|ят|л|ла|ло|ли)(?!\p{L})[^]*$/u, "");
};

// «Plenary is to be», «Exercise was»: the verb's first half stays with its second.
const withoutAuxiliary = (s: string) =>
  s
    .replace(
      /\s+(?:ещё|еще|уже|также|тоже|только|лишь|(?:официаль|успеш|торжествен|досроч|окончатель|формаль|одновремен|традицион|фактичес|практичес)(?:но|ки))$/iu,
      "",
    )
    .replace(/,\s+котор\p{L}*\s(?:[^,]{0,60}\s)?(?:прош|пройд|состоя|состоит|проход)\p{L}*$/iu, "")
    .replace(/(?:\s+(?:был[аои]?|is|are|was|were|has|have|had|will|would|shall|should|to|be|been))+$/iu, "");

const hanging =
  /(?:\s+(?:в|во|на|с|со|к|ко|по|из|от|о|об|для|при|под|между|за|до|без|через|над|у|и|а|но|или|что|чтобы|где|когда|in|on|at|of|for|with|to|by|and|which|that|under|between|from|the|a|an)|,\s+(?:(?:в|во|на|о|об|с|из|для)\s+)?котор\p{L}*(?:\s+(?:в|во|на)\s+\p{L}+(?:\s+\p{L}+)?)?|\s+об?\s+(?:прошедш|состоявш)\p{L}*|\s+котор(?:ой|ого|ых))$/iu;

// No title ends in a word that opens what was cut off.
function withoutTail(title: string): string {
  let t = title;
  for (let before = ""; before !== t;) {
    before = t;
    t = trimEnd(withoutAuxiliary(t.replace(hanging, "")));
  }
  return balance(t);
}

// «… учёба участковых: с ними» was cut before its verb.
const trimEnd = (s: string) =>
  s
    .replace(/[:;]\s+(?:\p{L}{1,3}\s+)?н(?:ими?|ему|ей|их|[её]м|его|е[её])$/u, "")
    .replace(/[\s.,:;–—-]+$/u, "")
    .replace(/(?<=\d\s*)(гг?)$/u, "$1.");

// The words of the span within the limit: whole, without the people their posts already name, or cut.
function shorten(text: string, span: Span, stretch: Stretch, verb: Clue | null): string {
  const source = attribution.exec(text.slice(span.start, span.end));
  const end = source && source.index > 25 ? span.start + source.index : span.end;
  for (const light of [false, true]) {
    const {words} = wording(text, {start: span.start, end}, stretch, light);
    const whole = trimEnd(balance(trimEnd(withoutAuxiliary(flat(words)))));
    if (whole.length <= titleLimit) return whole;
  }
  const worded = wording(text, {start: span.start, end}, stretch, true);
  const said = verb && verb.class !== "say" ? worded.words.indexOf(text.slice(verb.word.start, verb.word.end)) : -1;
  // Who did something is cut off after the verb that says what; a paper's own name says enough.
  const short = cut(worded, verb && said >= 0 && said < titleLimit * 0.7 ? said + verb.word.end - verb.word.start : 0);
  return trimEnd(balance(trimEnd(withoutAuxiliary(short))));
}

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

/** Words put together from a source as a title: without blanks and stops at the ends, within the limit. */
export function tidyTitle(words: string): string {
  const whole = trimEnd(balance(flat(words)));
  const title = whole.length <= titleLimit ? whole : trimEnd(balance(cut({words: flat(words), names: []}, 0)));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Words of a title to be, and where names stand in them. */
type Wording = {words: string; names: [number, number][]};

// Light: without people named after their posts, with a body's abbreviation for its long name («… совет … (КСОПН)» → «КСОПН»).
function wording(text: string, span: Span, stretch: Stretch, light: boolean): Wording {
  let words = "";
  const names: [number, number][] = [];
  let at = span.start;
  const days = ownDays(text, span, stretch);
  let d = 0;
  // The words up to an offset, without the days among them.
  const upTo = (end: number) => {
    for (let day = days[d]; day && day.start < end; day = days[++d]) {
      if (day.start < at) continue;
      words += text.slice(at, day.start);
      at = day.end;
    }
    if (at < end) words += text.slice(at, end);
    at = Math.max(at, end);
  };
  for (const n of stretch.named) {
    if (n.inner || n.entity.kind === "topic" || n.span.start < at || n.span.end > span.end) continue;
    const short =
      light && n.span.end - n.span.start > 34 ? /^\s*\(([\p{Lu}]{2,10})\)/u.exec(text.slice(n.span.end, n.span.end + 14)) : null;
    // A person after a preposition is named by nothing else: «делегация во главе с …».
    const person =
      light &&
      n.entity.kind === "person" &&
      n.span.start > span.start + 3 &&
      !/(?<!\p{L})(?:с|со|к|у|от|о|об|для|и|между|при|with|by|to|and|of)\s+$/iu.test(text.slice(n.span.start - 9, n.span.start));
    upTo(n.span.start);
    const start = words.length;
    if (short?.[1]) words += short[1];
    else if (!person) words += text.slice(n.span.start, n.span.end);
    names.push([start, words.length]);
    at = n.span.end + (short ? short[0].length : 0);
  }
  upTo(span.end);
  return {words, names};
}

/** Where the words say when: «в сентябре 2008 года», «вчера», with preposition and brackets; periods («на 2015–2020 годы») stay. */
function ownDays(text: string, span: Span, stretch: Stretch): Span[] {
  const days: Span[] = [];
  for (const date of stretch.dates) {
    const isDay = date.edtf !== null && /-\d\d-\d\d/.test(date.edtf);
    if (
      !(date.role === "event" || date.role === "background" || (date.role === "period" && isDay)) ||
      date.rule === "year-adjective" ||
      date.rule === "jubilee"
    )
      continue;
    if (date.span.start < span.start || date.span.end > span.end) continue;
    const words = text.slice(date.span.start, date.span.end);
    const before = text.slice(Math.max(span.start, date.span.start - 14), date.span.start);
    // «в ночь с 31 июля на 1 августа», «в ночь на 1 августа»
    const night = /(?<!\p{L})в ночь\s+(?:на\s+)?$/iu.exec(before)?.[0].length ?? 0;
    if (
      night === 0 &&
      (/^(?:на|от|за|до|к|for|of|by)\s/iu.test(words) ||
        /(?<!\p{L})(?:на|от|за|до|к|ко|с|со|по|for|of|by|since|from|to|until)\s+$/iu.test(before))
    )
      continue;
    // «1987 года рождения»
    if (/^\s*(?:г\.|года)?\s*рожд/u.test(text.slice(date.span.end, date.span.end + 16))) continue;
    const opening = night || (/(?:,?\s*\(|(?<!\p{L})(?:в|во|on|in|at)\s+)$/iu.exec(before)?.[0].length ?? 0);
    const after =
      /^(?:\s*(?:г\.|года|год)(?!\p{L}))?(?:\s*с\.\s?г\.)?\)?/iu.exec(
        text.slice(date.span.end, Math.min(span.end, date.span.end + 12)),
      )?.[0].length ?? 0;
    days.push({start: date.span.start - opening, end: date.span.end + after});
  }
  return days;
}

// The latest end of a phrase within the limit that splits no name, quotes or brackets; failing that inside a long name, with «…».
function cut({words, names}: Wording, from: number): string {
  const inName = (offset: number) => names.some(([a, b]) => a < offset && offset < b);
  let clean: string | null = null;
  let inside: string | null = null;
  let hard: string | null = null;
  for (const m of words.matchAll(/[\s\u00a0]+/gu)) {
    const left = trimEnd(flat(words.slice(0, m.index)));
    if (left.length > titleLimit - 2) break;
    if (m.index < from) {
      hard = left;
      continue;
    }
    if (!isBalanced(left)) continue;
    const rest = words.slice(m.index + m[0].length);
    const next = /^\p{L}+/u.exec(rest)?.[0].toLowerCase() ?? "";
    const last = /\p{L}+$/u.exec(left.slice(left.lastIndexOf(" ") + 1))?.[0].toLowerCase() ?? "";
    if (opens.test(last)) continue;
    const ends =
      /[,;–—]$/u.test(words.slice(0, m.index)) || (opens.test(next) && !/^(?:и|или|and)$/.test(next)) || /^[(–—«]/u.test(rest);
    const within = /^(?:[–—-]\s)?(?:член|участни)/u.test(rest) && /[–—-]$|^[–—-]/u.test(words.slice(0, m.index).slice(-1) + rest);
    if (ends && left.length >= 25 && !within && !/^[–—-]\s(?:член|участни)/u.test(rest)) {
      if (!inName(m.index)) clean = left;
      inside = left;
    }
    hard = left;
  }
  if (clean && (!inside || clean.length >= 45 || inside.length < clean.length + 15)) return clean;
  // Within a long name too a phrase may end: «заседание совета руководителей органов государств – членов …».
  if (inside) return inside;
  return `${hard ?? flat(words).slice(0, titleLimit - 2)} …`;
}

function isBalanced(s: string): boolean {
  const count = (re: RegExp) => s.match(re)?.length ?? 0;
  return count(/[«„]/g) === count(/[»“]/g) && count(/\(/g) === count(/\)/g) && count(/"/g) % 2 === 0;
}

// A sign whose partner was cut off goes, wherever it stands.
function balance(title: string): string {
  let t = title.trim();
  for (const [open, close] of [
    ["«", "»"],
    ["(", ")"],
  ] as const) {
    const a = t.split(open).length;
    const b = t.split(close).length;
    if (b > a && t.endsWith(close)) t = t.slice(0, -1);
    else if (b > a && t.startsWith(close)) t = t.slice(1);
    else if (a > b && t.startsWith(open)) t = t.slice(1);
  }
  for (const [open, close] of [
    ["«", "»"],
    ["(", ")"],
  ] as const)
    if (t.split(open).length > t.split(close).length) t = without(t, t.lastIndexOf(open));
    else if (t.split(close).length > t.split(open).length) t = without(t, t.indexOf(close));
  if (t.split('"').length % 2 === 0)
    t = t.startsWith('"') ? t.slice(1) : t.endsWith('"') ? t.slice(0, -1) : without(t, t.lastIndexOf('"'));
  return t.trim();
}

const without = (t: string, at: number) => t.slice(0, at) + t.slice(at + 1);
