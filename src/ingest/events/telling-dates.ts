import {bounds, parseEdtf} from "../../model/edtf.ts";
import {type DateMention} from "../../model/mention.ts";
import {withoutOldDates} from "./moved.ts";
import {type Sentence} from "./sentence.ts";

/**
 * The dates of a sentence that may be those of what it tells, each once and without those `taken` otherwise: not the number of a
 * paper, not the day up to which one counted, not what was put off.
 */
export const tellingDates = (text: string, sentence: Sentence, taken: ReadonlySet<DateMention>): DateMention[] =>
  besidesDeadlines(
    text,
    sentence,
    distinct(
      text,
      sentence.dates.filter(
        (d) =>
          datable.has(d.role) &&
          d.rule !== "jubilee" &&
          !taken.has(d) &&
          !numbered(text, d) &&
          !isReckoned(text, d) &&
          !isWanted(text, d) &&
          !isAside(text, sentence, d) &&
          !isOfPaper(text, sentence, d) &&
          !isPlannedFor(text, d) &&
          !isYearly(text, d) &&
          !isSummedUp(text, sentence, d) &&
          !isArrival(text, sentence, d) &&
          !isHoliday(text, sentence, d) &&
          !isAsked(text, sentence, d) &&
          !isOfResults(text, sentence, d) &&
          !isNowadays(text, d) &&
          !sentence.dates.some((from) => lastsUntil(text, from, d)),
      ),
    ),
  );

/** «началось в Беларуси 26 августа и закончилось 15 октября в Казахстане»: the one thing lasted from day to day. */
export const lastsUntil = (text: string, from: DateMention, to: DateMention): boolean =>
  /^\d{4}-\d\d/.test(from.edtf ?? "") &&
  /^\d{4}-\d\d/.test(to.edtf ?? "") &&
  !(from.edtf ?? "").includes("/") &&
  !(to.edtf ?? "").includes("/") &&
  from.span.end < to.span.start &&
  begins.test(text.slice(Math.max(0, from.span.start - 60), from.span.start)) &&
  ends.test(text.slice(from.span.end, to.span.start));
const begins =
  /(?<!\p{L})(?:начал(?:ся|ась|ось|ись)|стартовал[аио]?|открыл(?:ся|ась|ось|ись)|began|started)(?:\s(?!и\s)[^\s,;.]+){0,4}\s$/iu;
const ends =
  /^(?:\s[^,;.:]{0,40})?,?\s(?:и|а|and)\s(?:заверш|законч|закры|ended|finished)\p{L}*(?:\s(?:в|во|на|in|at)\s\p{Lu}[^,;.:]{0,30})?\s(?:в\s|on\s)?$/u;

/** Roles a date may have that an event is told by. */
export const datable = new Set(["event", "period", "background"]);

/** «В тот же день договорились продлить план до конца 2020 года»: until when is no date of what was done; the new date stands. */
function besidesDeadlines(text: string, sentence: Sentence, all: DateMention[]): DateMention[] {
  const dates = spelledOut(text, all);
  const firm = dates.filter((d) => !d.edtf?.startsWith("../"));
  const verbs = sentence.clues.filter((c) => c.class === "act" || c.class === "hold");
  const done = verbs.length > 0 && verbs.every((c) => c.status === "happened");
  return withoutOldDates(text, sentence, firm.length > 0 && done ? firm : dates);
}

// «В 2017 году операция прошла в два этапа (с 22 мая по 2 июня и с 25 сентября по 6 октября)»: the days in brackets are what the year was.
const spelledOut = (text: string, dates: DateMention[]): DateMention[] =>
  dates.filter((d, i) => {
    const next = dates[i + 1];
    const year = d.edtf !== null && /^\d{4}$/.test(d.edtf) ? d.edtf : null;
    return !(year && next?.edtf?.startsWith(`${year}-`) && /\s\($/.test(text.slice(d.span.end, next.span.start)));
  });

// «По состоянию на 1 июня», «с начала года»: up to when one counted.
const isReckoned = (text: string, date: DateMention) =>
  /^(?:(?:с\s+)?начал|по состоянию|as of)/iu.test(date.form) ||
  /(?:по состоянию на|as of)\s+$/iu.test(text.slice(Math.max(0, date.span.start - 18), date.span.start));

// «Участники обсудят, что сделано во втором полугодии», «оценил, чего программа добилась в 2025 году»: what they looked back on.
const isAsked = (text: string, {span}: Sentence, date: DateMention) =>
  /(?<!\p{L})(?:обсу(?:дят|дил)|оцен(?:ят|ил)|рассмотр(?:ят|ел)|посмотр(?:ят|ел)|увид(?:ят|ел)|подв(?:едут|ел)|узна(?:ют|л)|разобра(?:л|ли))\p{L}*(?:\s[^,;]{0,40})?,\s(?:что|чего|чем|как(?:ие|их|ой)?|сколько|кто|почему)\s[^,;]*$/iu.test(
    text.slice(span.start, date.span.start),
  );

// «сегодня можно говорить о завершении этапа»: these days.
const isNowadays = (text: string, {form, span}: DateMention) =>
  /^(?:сегодня|today)$/iu.test(form) &&
  /^\s(?:уже\s|же\s)?(?:можно|нужно|нельзя|необходимо|важно|приходится|можем|мы можем|one can|we can)(?!\p{L})/iu.test(
    text.slice(span.end, span.end + 20),
  );

// «Итоги «Прокси» министры пообещали назвать в мае»: when one is to hear of them.
const isOfResults = (text: string, {span}: Sentence, date: DateMention) =>
  /^[\s«"–—-]*(?:итог|результат)\p{L}{1,3}\s[^,;]*\s(?:назвать|огласить|объявить|обнародовать|сообщить|подвести|назовут|огласят|объявят|подведут)\s(?:в\s|во\s)?$/iu.test(
    text.slice(span.start, date.span.start),
  );

// «передан гражданин, находившийся в розыске с 2009 года», «скрывавшийся от суда с мая»: since when he was looked for.
const isWanted = (text: string, date: DateMention) =>
  /(?<!\p{L})(?:в розыске|скрыва\p{L}+(?:\s+от\s+\p{L}+)?)\s+(?:с\s+)?$/iu.test(
    text.slice(Math.max(0, date.span.start - 50), date.span.start),
  );

// «Армения, вступившая в союз в 2015 году, предложила …»: when it joined is not when it spoke.
const isAside = (text: string, sentence: Sentence, date: DateMention) =>
  /,\s+(?:вступ|вошед|присоедин|вышед)\p{L}*ш(?:ий|ая|ее|ие)(?:ся)?\s[^,;]*$/iu.test(
    text.slice(Math.max(sentence.span.start, date.span.start - 120), date.span.start),
  ) && /^[^,;.]{0,60},\s/u.test(text.slice(date.span.end, sentence.span.end));

// «задержаны трое, говорится в заявлении, опубликованном в понедельник»: when one wrote of it is not when it was done.
const isOfPaper = (text: string, {span, clues}: Sentence, date: DateMention) => {
  const report = reported.exec(text.slice(span.start, date.span.start));
  return (
    report !== null && clues.some((c) => c.class === "act" && c.status === "happened" && c.word.end <= span.start + report.index)
  );
};
const reported =
  /[,–—-]\s+(?:говорится|сказано|сообщается|отмечается|следует)\s[^.;]{0,80}?(?:опубликованн|размещ[её]нн|распростран[её]нн|обнародованн)\p{L}+\s[^.;]{0,60}$/iu;

// «составлен план работы на будущий год»: the year a plan is for.
const isPlannedFor = (text: string, date: DateMention) =>
  date.rule === "this-or-last" &&
  /^на\s/iu.test(date.form) &&
  /(?<!\p{L})(?:план|программ|график|бюджет|задач|приоритет|повестк)\p{L}{0,3}\s(?:\p{L}+\s){0,4}$/iu.test(
    text.slice(Math.max(0, date.span.start - 80), date.span.start),
  );

// «24 октября ежегодно отмечается», «ежегодно 24 октября»: every year's day is none of one year.
const isYearly = (text: string, date: DateMention) =>
  date.edtf !== null &&
  date.basis !== "stated" &&
  date.rule === "day-month" &&
  (/^\s(?:ежегодно|каждый год|каждого года)(?!\p{L})/iu.test(text.slice(date.span.end, date.span.end + 16)) ||
    /(?<!\p{L})(?:ежегодно|каждый год),?\s$/iu.test(text.slice(Math.max(0, date.span.start - 14), date.span.start)));

// «подведены итоги мероприятий, проведённых в нынешнем году»: the year of what was summed up.
const isSummedUp = (text: string, {span}: Sentence, date: DateMention) =>
  /^\d{4}$/.test(date.edtf ?? "") &&
  /(?<!\p{L})(?:итог|результат)\p{L}*\s[^,.;]{0,80},\s(?:провед|прош|состоя|реализ|осуществ)\p{L}+(?:ых|их|ой|ей|ого|его)(?:ся)?\s(?:в\s)?$/iu.test(
    text.slice(Math.max(span.start, date.span.start - 140), date.span.start),
  );

// «прибывают сегодня в Минск для участия в совещании, которое состоится 22 августа»: the day they come is not the meeting's, which
// has its own.
const isArrival = (text: string, {span, dates}: Sentence, date: DateMention) =>
  dates.some((d) => d !== date && d.span.start > date.span.end && datable.has(d.role) && d.edtf !== null) &&
  /(?<!\p{L})(?:прибы(?:ва[ею]т|л[аи]?|д[еу]т)|приезжа[ею]т|приехал[аи]?|прилет\p{L}+|съезжаются)\s(?:[\p{L}-]+\s){0,4}$/iu.test(
    text.slice(Math.max(span.start, date.span.start - 80), date.span.start),
  ) &&
  /^[^.;]{0,60}(?<!\p{L})(?:для участия|чтобы)(?!\p{L})/iu.test(text.slice(date.span.end, span.end));

// «постановление № 1150 от 12.11.2012» is called by its date; nothing is told to have happened on it.
const numbered = (text: string, date: DateMention) =>
  /№\s*\S+\s+от\s+$/iu.test(text.slice(Math.max(0, date.span.start - 40), date.span.start));

/** «К Дню борьбы с …, который отмечается 30 июля по решению … 2013 года, …»: the feast's dates are not the event's. */
function isHoliday(text: string, sentence: Sentence, date: DateMention): boolean {
  const before = text.slice(Math.max(sentence.span.start, date.span.start - 160), date.span.start);
  return /,\s+котор\p{L}*\s+(?:\p{L}+\s+){0,3}(?:отмеча|праздну)\p{L}*[^,;]*$/iu.test(before);
}

// «в январе 2016 года (ориентировочно 21 января)», «20.11.2020 20 ноября 2020 года»: one date said twice; the narrower stands.
function distinct(text: string, dates: readonly DateMention[]): DateMention[] {
  const out: DateMention[] = [];
  for (const date of dates) {
    const last = out[out.length - 1];
    const gap = last ? text.slice(last.span.end, date.span.start) : "";
    if (last && gap.length <= 25 && !/[.;]\s/.test(gap) && within(last, date)) {
      if (width(date) <= width(last)) out[out.length - 1] = date;
      continue;
    }
    out.push(date);
  }
  return out;
}

function within(a: DateMention, b: DateMention): boolean {
  const x = a.edtf === null ? null : bounds(a.edtf);
  const y = b.edtf === null ? null : bounds(b.edtf);
  if (!x || !y) return a.edtf !== null && a.edtf === b.edtf;
  return (x.earliest <= y.earliest && y.latest <= x.latest) || (y.earliest <= x.earliest && x.latest <= y.latest);
}

function width(d: DateMention): number {
  const b = d.edtf === null || !parseEdtf(d.edtf) ? null : bounds(d.edtf);
  return b ? b.latest - b.earliest : Infinity;
}
