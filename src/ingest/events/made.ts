import {type EventType} from "../../model/event.ts";
import {type DateMention} from "../../model/mention.ts";
import {type Word} from "../names/words.ts";
import {looksLikeVerb} from "../word-endings.ts";
import {type Verdict} from "./happening.ts";
import {part, type Sentence, type Stretch} from "./sentence.ts";

const endings = "(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ых|ыми|ом|ий|ее|ие|его|ей|ему|юю|яя|им|их|ими|ем)(?:ся)?";
const participles = `(?:созданн|основанн|образованн|учрежд[её]нн|открыт|открывш|построенн|запущенн|начат|введ[её]нн|назначенн|избранн|покинувш|переименованн|преобразованн|упраздн[её]нн|возникш|появивш|вступивш|присоединивш|вошедш|вышедш|задержанн|арестованн)${endings}`;
const nouns =
  "(?:создани|открыти|образовани|учреждени|основани|вступлени|присоединени|избрани|назначени|введени|вывод|запуск)(?:[еяюа]|ем|ом)";
const few = "(?:\\p{L}[\\p{L}-]*\\s){0,7}";
const to = "(?:(?:ещё|еще|уже)\\s)?(?:(?:в|во)\\s)?$";

// Plans, what papers and gatherings say by words of their own, and adjectives of the same ending.
const others =
  "(?:бывш|младш|\\p{L}*(?:ственн|временн|военн|внутренн|енн(?:ост|ик)))|намеч|назнач|запланир|рассчитан|предусмотр|перенес|отлож|посвящ|связан|обнародован|опубликован|распростран|озвуч|провед[её]нн|состоявш|прошедш|проходивш";
// «Центр, созданный при содействии МОМ в 2017 году, …», «закон, внесённый правительством в феврале, …»
const behind = new RegExp(
  `,\\s((?!${others})(?:\\p{L}{3,}(?:[ае]нн|ённ|[кр]ыт|[аеиуыя]вш|едш)|(?:нач|изъ|зан|подн)[ая]т)${endings})\\s${few}${to}`,
  "iu",
);
// «Открытый в 2015 году в Оше пункт …», «запущенная МОМ в декабре линия»
const before = new RegExp(`(?<!\\p{L})(${participles})\\s(?:\\p{L}[\\p{L}-]*\\s){0,2}?${to}`, "iu");
// «После вступления в апреле 2017 года Таджикистана в проект …»
const since = new RegExp(
  `(?<!\\p{L})(?:после|до|со?|за|перед|момента|времени|накануне)\\s(?:\\p{L}+(?:го|й)\\s)?(${nouns})\\s${few}${to}`,
  "iu",
);

// Most leads have neither: the patterns cost more.
const maybe = /[ая]нн|[её]нн|[кр]ыт|[вд]ш|[ъьчн][ая]т|ни[еяюй]|вывод|запуск/iu;

const kinds = new Set(["operation", "exercise", "meeting", "training"]);

/** How far before its date, in UTF-16 units, a participle may stand. */
const reach = 120;

/**
 * What a participle or a noun of making says of a date beside it, whatever the sentence goes on to tell: when a body was founded, a
 * post opened, somebody appointed or held. Papers and gatherings have words of their own.
 */
export function madeThen(
  text: string,
  sentence: Sentence,
  date: DateMention,
  list: readonly Word[],
): {stretch: Stretch; verdict: Verdict} | null {
  const floor = Math.max(sentence.span.start, date.span.start - reach);
  const lead = text.slice(floor, date.span.start);
  if (!maybe.test(lead)) return null;
  const m = behind.exec(lead) ?? before.exec(lead) ?? since.exec(lead);
  const form = m?.[1];
  if (!m || !form || /(?<!\p{L})(?:в силу|в должность)\s/u.test(m[0])) return null;
  const wordStart = floor + m.index + m[0].indexOf(form);
  let at = sentence.from;
  while (at < sentence.to && (list[at]?.start ?? 0) < wordStart) at++;
  const word = list[at];
  if (!word || hasVerb(list, at + 1, date)) return null;
  const start = m[0].startsWith(",") ? phraseBefore(text, sentence, at, floor + m.index, list) : word.start;
  const stretch = part(sentence, {start, end: clauseEnd(text, sentence, date, list)}, list);
  // «операция «…», начатая 1 марта»: a word or a name of its own kind says what it was.
  const ofKind = stretch.named.some((n) => n.entity.kind === "operation") || stretch.clues.some((c) => kinds.has(c.type));
  if (ofKind) return null;
  const type: EventType = /^(?:задержан|арестован)/.test(word.form) ? "operation" : "other";
  const verb = {at, word, class: "act", type, status: "happened", governed: false, infinitive: false} as const;
  return {stretch, verdict: {type, subject: null, verb, status: "happened", strength: 2, rule: "made"}};
}

const hasVerb = (list: readonly Word[], from: number, {span}: DateMention): boolean => {
  for (let i = from; (list[i]?.start ?? Infinity) < span.start; i++) if (looksLikeVerb(list[i]?.form ?? "")) return true;
  return false;
};

// The words before the comma, back to a verb or another sign than a quotation mark.
function phraseBefore(text: string, {from, span}: Sentence, at: number, comma: number, list: readonly Word[]): number {
  let start = comma;
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) {
    const word = list[i];
    if (!word || word.start >= comma) continue;
    if (looksLikeVerb(word.form) || /[^\s«»"“”„-]/u.test(text.slice(word.end, start))) break;
    start = word.start;
  }
  if (start >= comma) return span.start;
  // «Содружество (СНГ) – организация, образованная 8 декабря»: what it is was said of somebody.
  return defined.test(text.slice(span.start, start)) ? span.start : start;
}

const defined = /^\p{Lu}[^.;:,–—]{3,90}(?:\s\([^)]{2,80}\)){0,3}\s[–—-]\s$/u;

// Behind the date, up to a sign or the verb of the sentence.
function clauseEnd(text: string, sentence: Sentence, date: DateMention, list: readonly Word[]): number {
  const sign = /[,;:–—]/u.exec(text.slice(date.span.end, sentence.span.end));
  const end = sign ? date.span.end + sign.index : sentence.span.end;
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = list[i];
    if (word && word.start >= date.span.end && looksLikeVerb(word.form)) return Math.min(end, word.start);
  }
  return end;
}
