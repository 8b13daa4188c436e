import {bounds} from "../../model/edtf.ts";
import {type DateMention} from "../../model/mention.ts";
import {contains} from "../../model/span.ts";
import {type Word} from "../names/words.ts";
import {speaksOfIt} from "./actors.ts";
import {bracketedGathering} from "./bracketed.ts";
import {citedPaper, datedClause, ellipticWords, isElliptic, lastClause, ofNextNoun, without} from "./clauses.ts";
import {foreseenIn} from "./foreseen.ts";
import {type Happening, judge, type Verdict} from "./happening.ts";
import {madeThen} from "./made.ts";
import {isAfter, isDay, isPreposed, mayDate, ofHer, wasDue} from "./may-date.ts";
import {cutBetween, hasVerb, part, type Sentence, type Stretch} from "./sentence.ts";
import {isOfTopic} from "./topic-dates.ts";
import {tidyTitle} from "../title-cut.ts";
import {titleOf} from "../titles.ts";
import {stateOf} from "./states.ts";
import {isStatistic} from "./statistics.ts";
import {statusOf} from "./status.ts";
import {lastsUntil, tellingDates} from "./telling-dates.ts";

/** A date with its part of the sentence and what that says; by which rule it stands apart, and whose verb it takes. */
type Kept = {
  stretch: Stretch;
  date: DateMention;
  verdict: Verdict | null;
  rule: "cited" | "clause" | "elliptic" | null;
  of?: Kept;
};

/** Events a sentence dates: one for each date that is an event's, each with its own part of the sentence. */
export function datedEvents(
  text: string,
  sentence: Sentence,
  taken: ReadonlySet<DateMention>,
  list: readonly Word[],
  reference: string | null,
): Happening[] {
  const dates = tellingDates(text, sentence, taken);
  if (!dates.length) return [];
  const kept: Kept[] = [];
  const own: DateMention[] = [];
  for (const date of dates) {
    const paper = citedPaper(text, sentence, date, list);
    if (paper === "name") continue;
    const shared = dates.length > 1;
    const clause =
      paper ?? (shared ? ofNextNoun(text, sentence, date, list) : null) ?? datedClause(text, sentence, date, list, shared);
    const verdict = clause && ofClause(text, clause, date, list);
    if (clause && verdict)
      kept.push({
        stretch: clause,
        date,
        // «Программу на 2024–2028 годы, утверждённую 13 октября»: its period is one thing, its adoption another; what was signed,
        // «план, подписанный 3 марта», is agreed on whatever its name.
        verdict:
          (taken.size > 0 || signedOn.test(text.slice(clause.span.start, date.span.start))) &&
          isAdoption(text, clause, date, verdict)
            ? {...verdict, type: "agreement", rule: "adopted"}
            : verdict,
        rule: paper ? "cited" : "clause",
      });
    else {
      const made = bracketedGathering(text, sentence, date, list) ?? madeThen(text, sentence, date, list);
      if (made) kept.push({...made, date, rule: "clause"});
      else own.push(date);
    }
  }
  const body = without(
    sentence,
    kept.map((k) => k.stretch.span),
  );
  const parts = own.length > 1 ? cutBetween(text, body, own, list) : own[0] ? [lastClause(text, body, own[0], list)] : [];
  const stages = several.test(text.slice(sentence.span.start, sentence.span.end));
  let last: Kept | undefined;
  parts.forEach((given, i) => {
    const date = own[i];
    if (!date) return;
    const clause = i > 0 ? withoutReport(text, given, date, list) : given;
    const read = judge(clause, date.span);
    const later = foreseenIn(text, clause, date, read, list, isAfter(date, reference));
    const {stretch, verdict: told} = later ?? {stretch: clause, verdict: read};
    const verdict = told && told.rule !== "noun" && told.strength >= 2 ? told : (stateOf(stretch, date, list) ?? told);
    if (last?.verdict && (!verdict || verdict.rule === "noun") && !hasVerb(stretch, list) && isElliptic(text, stretch, date)) {
      const status = isAfter(date, reference) ? "planned" : last.verdict.status;
      kept.push({stretch, date, verdict: {...last.verdict, status}, rule: "elliptic", of: last});
      return;
    }
    const stage = stages && date.role !== "background";
    // «предыдущие прошли 14 января и 11 февраля»: one more of the kind; a longer list sums up.
    if (own.length === 2 && last?.verdict?.verb && !verdict && isOneMore(text, last.date, date)) {
      kept.push({stretch, date, verdict: last.verdict, rule: "elliptic", of: last});
      return;
    }
    const alive = verdict ?? (parts.length === 1 || hasVerb(stretch, list) || stage ? undefined : null);
    // A part without a word of its own is a second date of the event before: «31 августа и 1 сентября прошёл …».
    if (alive === null) return;
    last = {stretch, date, verdict, rule: null};
    kept.push(last);
  });
  const alone = kept.filter((k) => k.rule === null).length === 1 && !kept.some((k) => k.rule === "elliptic");
  return kept.flatMap(({stretch, date, verdict, rule, of}) => {
    const whole = rule === null && alone && parts.length > 1 ? body : stretch;
    const guess = verdict ?? judge(sentence, date.span);
    // What another part of the sentence tells is not told of this day.
    const word = verdict === null ? (guess?.verb ?? guess?.subject) : null;
    const elsewhere = word && !stages && kept.some((k) => k.verdict !== null && contains(k.stretch.span, word.word));
    const said = elsewhere ? null : guess;
    if (elsewhere && travels.test(text.slice(stretch.span.start, stretch.span.end))) return [];
    // «второй – с 16 по 21 ноября» is of the operation that the part before names.
    const told = rule === "elliptic" && of ? {...whole, named: [...whole.named, ...of.stretch.named]} : whole;
    const tells = !!said?.verb || hasVerb(whole, list);
    if (!mayDate(text, date, said, told, reference, rule === "clause", tells)) return [];
    if (isOfTopic(text, sentence, date, said)) return [];
    const nobody = !said && !sentence.named.some((n) => n.entity.kind !== "topic" && n.entity.kind !== "place");
    const spokenOf = nobody && speaksOfIt(text.slice(sentence.span.start, sentence.span.end));
    if (!said && (!tells || (nobody && !spokenOf && !goesOn(text, whole, date)))) return [];
    // «по оценке …, производство выросло»: an estimate tells of no event.
    if (!said && estimates.test(text.slice(sentence.span.start, sentence.span.end))) return [];
    // «к концу 2020 года завершат Программу на 2016–2020 годы»: its period says so.
    const ends = said?.verb?.class === "hold" && date.edtf !== null && !isDay(date.edtf);
    const adopted = said?.rule === "noun" && said.type === "strategy" && isPreposed(text, date);
    if (said && taken.size > 0 && (said.rule === "noun" || ends) && said.type === "strategy" && !adopted && rule !== "cited")
      return [];
    if (quotedAside(text, sentence, date, said)) return [];
    if (isCount(text, whole, date, said) || isReminder(text, sentence, said) || isCredit(text, sentence)) return [];
    const plain = happening(
      text,
      sentence,
      whole,
      date,
      adopted && taken.size > 0 ? {...said, type: "agreement"} : said,
      reference,
    );
    const read = nobody && !spokenOf ? {...plain, rules: [...plain.rules, nobodyNamed]} : plain;
    // What is foreseen for a day to come has not happened, whatever the verb before it.
    const due =
      read.status === "happened" && said?.status !== "happened" && wasDue.test(text.slice(whole.span.start, whole.span.end));
    const event = due || (read.status === "happened" && isAfter(date, reference)) ? {...read, status: "planned" as const} : read;
    if (rule === "elliptic") {
      const before = of ? titleOf(text, of.stretch, list, of.verdict?.subject ?? null, of.verdict?.verb ?? null) : "";
      // «Первый этап операции «…» охватил 5–9 мая, второй – …»: the title may begin past the number.
      const said = of ? text.slice(of.stretch.span.start, of.date.span.start).trim() : "";
      const words = ellipticWords(text, before, stretch, date) ?? ellipticWords(text, said, stretch, date);
      const title = words ? tidyTitle(words) : titleOf(text, sentence, list, null, null);
      return [{...event, title, rules: [...event.rules, "elliptic"]}];
    }
    if (rule) return [{...event, rules: [...event.rules, rule]}];
    // A stage without words of its own is called by the sentence that tells of them all.
    return [
      stages && !verdict ? {...event, title: titleOf(text, sentence, list, null, null), rules: [...event.rules, "stage"]} : event,
    ];
  });
}

// Two months or days of a list that lie apart; neighbours are one stretch.
function isOneMore(text: string, a: DateMention, b: DateMention): boolean {
  const [x, y] = [a, b].map((d) => (d.edtf && /^\d{4}-\d\d/.test(d.edtf) ? bounds(d.edtf) : null));
  return (
    !!x &&
    !!y &&
    y.earliest - x.latest > 3 * 86_400_000 &&
    /^\s?(?:,|и|,?\sа также)\s(?:(?:в|во|с|на)\s)?$/u.test(text.slice(a.span.end, b.span.start))
  );
}

// «…, второй – 16–21 ноября, рассказал на брифинге представитель МВД»: who said so is no part of the last clause.
function withoutReport(text: string, stretch: Stretch, date: DateMention, list: readonly Word[]): Stretch {
  const report =
    /,\s[–—-]?\s?(?:рассказал|сообщил|заявил|отметил|уточнил|добавил|подчеркнул|напомнил)[аио]?(?!\p{L})|,\s(?:\p{Lu}[^\s,]*\s){1,4}(?:has learn(?:ed|t)|reports?|reported|said)(?![\p{L}])/u.exec(
      text.slice(date.span.end, stretch.span.end),
    );
  return report ? part(stretch, {start: stretch.span.start, end: date.span.end + report.index}, list) : stretch;
}

// «Завтра он вылетает в Бишкек, где 12 ноября запланировано заседание»
const travels = /(?<!\p{L})(?:вылет(?:ает|ел[аи]?|ит)|отправ(?:ляется|ился|ится)|отбы(?:л|вает)|прилет(?:ает|ел|ит))(?!\p{L})/iu;

function happening(
  text: string,
  sentence: Sentence,
  stretch: Stretch,
  date: DateMention,
  said: Verdict | null,
  reference: string | null,
): Happening {
  const when =
    said?.verb && turning.test(said.verb.word.form)
      ? (date.edtf?.replace(/\/\.\.$/, "") ?? null)
      : (untilItsEnd(text, sentence, date) ?? ofItsNoun(date, said) ?? date.edtf);
  return {
    sentences: [sentence],
    stretch,
    subject: said?.subject ?? null,
    verb: said?.verb ?? null,
    type: received(text, said, sentence)
      ? "meeting"
      : peacekeeping(text, stretch, byDecree(text, stretch) ? "other" : (said?.type ?? wording(text, stretch))),
    status: statusOf(wordsOf(text, sentence, stretch, said), said, when, reference),
    when,
    date,
    basis: date.edtf === null ? "none" : date.basis,
    note: date.note,
    operation: null,
    isMain: false,
    title: null,
    rules: ["dated", said?.rule ?? "verb-by-look"],
  };
}

// «сразу после февральского саммита»: what began then is another thing; the noun itself was in February.
const ofItsNoun = ({edtf, rule, span}: DateMention, said: Verdict | null): string | null =>
  rule.includes("month-adjective") && said?.subject && said.subject.word.start - span.end < 3
    ? (edtf?.replace(/^\.\.\/|\/\.\.$/, "") ?? null)
    : null;

// «началась в апреле 2010 года и продлится до марта 2013 года»: from the one to the other.
function untilItsEnd(text: string, {dates}: Sentence, date: DateMention): string | null {
  const end = dates.find((d) => d.span.start >= date.span.end);
  if (end?.edtf && lastsUntil(text, date, end)) return `${date.edtf ?? ""}/${end.edtf}`;
  if (!date.edtf || date.edtf.includes("/") || !end?.edtf?.startsWith("../")) return null;
  return lastsTo.test(text.slice(date.span.end, end.span.start)) ? `${date.edtf}/${end.edtf.slice(3)}` : null;
}

const lastsTo =
  /^[^.;:]{0,20}(?<!\p{L})(?:продл(?:ится|илась|ился|илось|ятся)|будет длиться|завершится|закончится|will (?:run|last))\s*$/iu;

function isCount(text: string, stretch: Stretch, date: DateMention, said: Verdict | null): boolean {
  if (said?.type === "operation" || said?.subject?.type === "operation" || (date.edtf !== null && isDay(date.edtf))) return false;
  const before = text.slice(Math.max(stretch.span.start, date.span.start - 40), date.span.start) + date.form;
  // «Утверждён отчёт о работе за прошлый год»: what the report covers.
  if (said?.type === "agreement" && /(?<!\p{L})отч[её]т[^.;]{0,90}\sза\s/iu.test(before)) return true;
  // «сообщили о выявлении за 2025 год тысячи ресурсов»
  if (said?.rule === "said" && /(?<!\p{L})за\s/iu.test(before.slice(-date.form.length - 3))) return true;
  // «подведены итоги работы за 2025 год»
  if (/(?<!\p{L})(?:итог|результат)(?:и|ы|ов|ах|ам)\s(?:[^.;,]{0,60}\s)?за\s/iu.test(before)) return true;
  return isStatistic(besideDate(text, stretch, date), said);
}

// What stands with a date between semicolons: «набор учился в марте; дипломы получили 28 офицеров» counts in another part.
function besideDate(text: string, {span}: Stretch, date: DateMention): string {
  const [before, after] = [text.slice(span.start, date.span.start), text.slice(date.span.start, span.end)];
  return before.slice(before.lastIndexOf(";") + 1) + (/^[^;]*/u.exec(after)?.[0] ?? "");
}

// «Об этом сегодня, 27 декабря, сообщает агентство»: who wrote it.
const isCredit = (text: string, {span}: Sentence) =>
  /^[\s«"–—-]*об\sэтом\s[^.;]{0,60}?(?<!\p{L})(?:сообща[ею]т|переда[её]т|переда[ею]т|пиш[еу]т|информиру[ею]т)(?!\p{L})/iu.test(
    text.slice(span.start, span.start + 90),
  );

// «Напомним, 8 июня стартовал чемпионат»: a reminder in which no organisation has a part and that is of no kind we tell.
const isReminder = (text: string, sentence: Sentence, said: Verdict | null) =>
  (!said || said.type === "other" || said.type === "statement") &&
  /^[\s«"–—-]*(?:Напомним|Напоминаем|Ранее сообщалось)(?!\p{L})/u.test(
    text.slice(sentence.span.start, sentence.span.start + 30),
  ) &&
  !sentence.named.some((n) => n.entity.kind === "organization" || n.entity.kind === "operation");

// «5 сентября её принял министр»: whom one receives one meets.
const received = (text: string, said: Verdict | null, {clues}: Sentence) =>
  said?.verb !== null &&
  said !== null &&
  /^принял[аи]?$/.test(said.verb.word.form) &&
  // «действует новая стратегия, её приняли 27 ноября»: a paper is adopted.
  ((/(?<!\p{L})(?:е[её]|его|их)\s+$/iu.test(text.slice(Math.max(0, said.verb.word.start - 6), said.verb.word.start)) &&
    !clues.some((c) => c.class === "noun" && papers.has(c.type) && c.at < (said.verb?.at ?? 0))) ||
    guests.test(text.slice(said.verb.word.end, said.verb.word.end + 90)) ||
    /(?<!\p{L})(?:гост(?:ей|я)|делегаци[юи])(?!\p{L})[^.;:]{0,60}$/iu.test(
      text.slice(Math.max(0, said.verb.word.start - 80), said.verb.word.start),
    ));
const papers = new Set(["strategy", "agreement"]);
// «принял 29 мая директоров служб», «приняла делегацию министерства»
const guests =
  /^\s+(?:(?:(?:в|во|на)\s+)?(?:\d{1,2}\s+)?\p{L}+\s+){0,3}(?:делегаци[юи]|(?:директор|министр|участник|посл)(?:а|ов)|глав[уы]?|(?:руководител|секретар|председател|представител)(?:я|ей)|коллег)(?!\p{L})/iu;

// «вступает в силу с 1 июля», «с 1 января перешло к …»: what turns on a day happened on it.
const turning = /^(?:вступ|переш|перейд|переда)/;

// «миротворцы покинули …», «начался вывод миротворцев»: their coming, stay and leaving is their operation.
const peacekeeping = (text: string, stretch: Stretch, type: Happening["type"]) =>
  type === "other" && /(?<!\p{L})(?:миротвор|peacekeep)\p{L}*/iu.test(text.slice(stretch.span.start, stretch.span.end))
    ? "operation"
    : type;

// «подписан Указ о назначении»: who was named to a post, what a state does by itself; no paper between states.
const byDecree = (text: string, {span}: Stretch) =>
  /(?<!\p{L})(?:указ|приказ|распоряжени)(?:а|ом|е|ы|я|ем|и)?\s+об?\s+(?!ратификац|утвержд)/iu.test(
    text.slice(span.start, span.end),
  );

// «… говорится в заявлении ОДКБ, распространённом вчера»
const wording = (text: string, {span}: Stretch) =>
  /(?<!\p{L})(?:говорится|сказано|отмечается|распространил[аио]?)\s(?:в\s)?[^.;,]{0,60}(?<!\p{L})(?:заявлени|обращени|послани)|(?<!\p{L})(?:доклад|отч[её]т|заявлени|обращени|интервью|послани)\p{L}*\s?[^.;,]{0,60},\s(?:обнародован|опубликован|распростран[её]н|размещ[её]н)/iu.test(
    text.slice(span.start, span.end),
  )
    ? ("statement" as const)
    : ("other" as const);

const estimates = /(?<!\p{L})(?:по\s+(?:оценк|подсчёт|подсчет)\p{L}*|estimate[sd]?)(?!\p{L})/iu;

// «прошла в два этапа: с 18 по 22 июля в … и с 21 по 25 ноября в …»: each date is a stage of its own.
const several =
  /(?<!\p{L})(?:два|две|двумя|двух|три|тремя|тр[её]х|четыре|несколько|two|three|several)\s+(?:\p{L}+\s+)?(?:этап|сесси|тур|раунд|смен|stage|session|round|phase)\p{L}*/iu;

/** «Сегодня мы сильнее», – сказал он на форуме: the day within the quotation is not that of the saying. */
function quotedAside(text: string, sentence: Sentence, date: DateMention, said: Verdict | null): boolean {
  const word = (said?.verb ?? said?.subject)?.word;
  if (!word) return false;
  const quote = /[«"“„][^»"”“„]{8,}[»"”“]/gu;
  const passage = text.slice(sentence.span.start, sentence.span.end);
  const at = date.span.start - sentence.span.start;
  const verb = word.start - sentence.span.start;
  for (const m of passage.matchAll(quote)) {
    const inside = (i: number) => m.index < i && i < m.index + m[0].length;
    if (inside(at) && !inside(verb)) return true;
  }
  return false;
}

const sits =
  /(?:совет|комисси|комитет|коллеги|ассамбле|палат)\p{L}*\s[^,;]{0,60},\s+котор(?:ый|ая|ое)\s(?:про|состо|собер|заседа)\p{L}+\s+$/iu;

// «на заседании, которое состоялось 27 сентября в Ереване, рассмотрены итоги операции»: the clause says what was held, unless
// a paper was signed there.
function ofClause(text: string, clause: Stretch, date: DateMention, list: readonly Word[]): Verdict | null {
  const read = ofAntecedent(text, clause, judge(clause, date.span));
  // «вынесут на Совет глав правительств, который пройдёт 26 мая»: a body that is to sit is a meeting.
  const whole =
    read && sits.test(text.slice(clause.span.start, date.span.start)) && !clause.clues.some((c) => c.class === "noun")
      ? {...read, type: "meeting" as const}
      : read;
  const comma = text.slice(date.span.end, clause.span.end).search(/[,;]/);
  if (comma < 0 || whole?.type === "agreement") return whole;
  const upToComma = part(clause, {start: clause.span.start, end: date.span.end + comma}, list);
  const own = ofAntecedent(text, upToComma, judge(upToComma, date.span));
  // «Совещание, прошедшее 6 мая, приняло …»: the noun of the clause is what the verb behind it is told of.
  const goesOn = own?.verb === null && own.subject !== null && own.subject === whole?.subject && whole.verb !== null;
  return goesOn && !/котор/iu.test(text.slice(clause.span.start, date.span.start)) ? whole : (own ?? whole);
}

// «на переговорах, которые прошли с 18 по 20 июня, определили сроки учения»: what took place stands before «которые».
function ofAntecedent(text: string, clause: Stretch, read: Verdict | null): Verdict | null {
  const noun = clause.clues.find((c) => c.class === "noun");
  if (!noun || read?.verb?.class !== "hold" || read.subject === noun || !tookPlace.test(read.verb.word.form)) return read;
  return which.test(text.slice(noun.word.end, read.verb.word.start)) ? {...read, type: noun.type, subject: noun} : read;
}
const tookPlace = /^(?:прош|состоя|состоит|проход|пройд|стартовал)|(?:ся|сь)$/;
const which = /^[^,.;:]{0,60},\s+котор(?:ый|ая|ое|ые)\s(?:\p{Ll}+\s){0,2}$/u;

const isAdoption = (text: string, clause: Stretch, date: DateMention, {type, rule}: Verdict) =>
  type === "strategy" &&
  rule === "noun" &&
  /,\s+(?:утвержд|одобр|принят|подписан|заключ)\p{L}+\s[^,;]*$/iu.test(text.slice(clause.span.start, date.span.start));

const signedOn = /,\s+(?:подписан|заключ|парафир)\p{L}+\s[^,;]*$/iu;

/** Stands only where it turns out to be of what was told before. */
export const nobodyNamed = "nobody-named";

// «С 4 по 10 апреля проверено 300 машин», «Старт ей дали 4 апреля»: of an operation told before, if one was.
const goesOn = (text: string, {span}: Stretch, date: DateMention) =>
  (date.role === "period" && date.edtf !== null && isDay(date.edtf)) || ofHer.test(text.slice(span.start, span.end));

// A noun without a verb has its mood from the whole sentence: «Подтверждено намерение … провести … в 2016 году».
const wordsOf = (text: string, sentence: Sentence, stretch: Stretch, said: Verdict | null) =>
  said?.rule === "noun" ? text.slice(sentence.span.start, sentence.span.end) : text.slice(stretch.span.start, stretch.span.end);
